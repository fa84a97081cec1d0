import { scriptJson } from '../../text/escape.ts';
import type { Words } from '../language/words.ts';
import type { SourceLinks } from '../source-links.ts';
import type { ListName } from './list-name.ts';
import { plainTable } from './page-plain-table.ts';
import { type PageRow, pageRowWriter } from './page-rows.ts';

/** How much data a list may hold. */
export interface PageBounds {
  readonly rows: number;
  readonly characters: number;
}

/** What browsers can handle: about a second to parse, a few hundred MB of memory. */
export const PAGE_BOUNDS: { readonly [name in ListName]: PageBounds } = {
  failures: { rows: 200_000, characters: 64_000_000 },
  warnings: { rows: 50_000, characters: 16_000_000 },
  successes: { rows: 100_000, characters: 16_000_000 },
};
/** What is shown where scripts are disabled. */
const MAX_PLAIN_ROWS: { readonly [name in ListName]: number } = { failures: 1_000, warnings: 1_000, successes: 100 };
const BLOCK_ROWS = 1_000;

/** A list of rows that can be searched, filtered and sorted. */
export interface PageList {
  readonly name: ListName;
  /** In row order; read once, as they are consumed. */
  readonly rows: Iterator<PageRow>;
  /** How many rows there are of each kind; the list may hold fewer. */
  readonly totals: { readonly [kind: string]: number };
  readonly maxCharacters: number;
  readonly rehearsed: boolean;
  readonly links: SourceLinks;
  readonly words: Words;
  /** HTML that is shown instead of a list without rows. */
  readonly none: string;
}

/** The two parts that a list has on the page. Both read the same rows; `table` must be consumed first. */
export interface PageListParts {
  /** The element for the table, and a plain table for browsers without scripts. */
  table(): Generator<string>;
  /** The rows for the script. */
  data(): Generator<string>;
}

export function pageList({ name, rows, totals, maxCharacters, none, ...style }: PageList): PageListParts {
  const first: PageRow[] = [];

  function* table(): Generator<string> {
    while (first.length < MAX_PLAIN_ROWS[name]) {
      const next = rows.next();
      if (next.done) break;
      first.push(next.value);
    }
    yield `<section id="${name}" aria-labelledby="${name}-title">\n`;
    yield `<h2 id="${name}-title" tabindex="-1">${style.words.text(`list.${name}.title`)}</h2>\n`;
    if (first.length === 0) yield none;
    else {
      yield `<div class="list" data-list="${name}"></div>\n<noscript>\n`;
      const all = Object.values(totals).reduce((sum, count) => sum + count, 0);
      yield* plainTable(first, { name, all, ...style });
      yield '</noscript>\n';
    }
    yield '</section>\n';
  }

  function* data(): Generator<string> {
    if (first.length === 0) return;
    yield block(scriptJson({ list: name, totals }));
    const write = pageRowWriter();
    let lines: string[] = [];
    let held = 0;
    let characters = 0;
    for (const row of allRows()) {
      const line = write(row);
      lines.push(line);
      held++;
      characters += line.length;
      if (lines.length === BLOCK_ROWS) {
        yield block(`[\n${lines.join(',\n')}\n]`);
        lines = [];
      }
      if (characters > maxCharacters) break;
    }
    if (lines.length > 0) yield block(`[\n${lines.join(',\n')}\n]`);
    yield block(scriptJson({ end: held }));
  }

  function* allRows(): Generator<PageRow> {
    yield* first;
    for (let next = rows.next(); !next.done; next = rows.next()) yield next.value;
  }

  return { table, data };
}

function block(json: string): string {
  return `<script type="application/json">${json}</script>\n`;
}
