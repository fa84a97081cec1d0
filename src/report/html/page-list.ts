import { scriptJson } from '../../text/escape.ts';
import type { Words } from '../language/words.ts';
import type { SourceLinks } from '../source-links.ts';
import type { ListName } from './list-name.ts';
import type { ListedRows } from './listed-rows.ts';
import { plainTable } from './page-plain-table.ts';

const BLOCK_ROWS = 1_000;

/** A list of rows that can be searched, filtered and sorted. */
export interface PageList {
  readonly name: ListName;
  readonly rows: ListedRows;
  readonly rehearsed: boolean;
  readonly links: SourceLinks;
  readonly words: Words;
  /** HTML that is shown instead of a list without rows. */
  readonly none: string;
}

/** The element for the table, and a plain table for browsers without scripts. */
export function* listTable({ name, rows, none, ...style }: PageList): Generator<string> {
  yield `<section id="${name}" aria-labelledby="${name}-title">\n`;
  yield `<h2 id="${name}-title" tabindex="-1">${style.words.text(`list.${name}.title`)}</h2>\n`;
  if (rows.first.length === 0) yield none;
  else {
    yield `<div class="list" data-list="${name}"></div>\n<noscript>\n`;
    const all = Object.values(rows.totals).reduce((sum, count) => sum + count, 0);
    yield* plainTable(rows.first, { name, all, ...style });
    yield '</noscript>\n';
  }
  yield '</section>\n';
}

/** The rows for the script. */
export function* listData({ name, rows }: PageList): Generator<string> {
  if (rows.first.length === 0) return;
  yield block(scriptJson({ list: name, totals: rows.totals }));
  let lines: string[] = [];
  let held = 0;
  for (const line of rows.lines) {
    lines.push(line);
    held++;
    if (lines.length < BLOCK_ROWS) continue;
    yield block(`[\n${lines.join(',\n')}\n]`);
    lines = [];
  }
  if (lines.length > 0) yield block(`[\n${lines.join(',\n')}\n]`);
  yield block(scriptJson({ end: held }));
}

function block(json: string): string {
  return `<script type="application/json">${json}</script>\n`;
}
