import type { LedgerRow, Totals } from '../../plan/row.ts';
import { scriptJson } from '../../text/escape.ts';
import { FAILURE_OUTCOMES, type IdentifierLevel } from '../report-data.ts';
import { allowedFailures } from './page-allowance.ts';
import { plainTable } from './page-plain-table.ts';
import { pageRow } from './page-row.ts';
import { type PageRow, pageRowWriter } from './page-rows.ts';

/** How much data a page may hold. */
export interface PageBounds {
  readonly rows: number;
  readonly characters: number;
}

/** What browsers can handle: about a second to parse, a few hundred MB of memory. */
export const PAGE_BOUNDS: PageBounds = { rows: 200_000, characters: 64_000_000 };
/** What is shown where scripts are disabled. */
const MAX_PLAIN_ROWS = 1_000;
const BLOCK_ROWS = 1_000;

/** The two parts that the failures have on the page. Both read the same rows; `table` must be consumed first. */
export interface PageFailures {
  /** The element for the table, and a plain table for browsers without scripts. */
  table(): Generator<string>;
  /** The rows for the script, at most `PAGE_BOUNDS` of them. */
  data(): Generator<string>;
}

/** `failures` are read once, as they are consumed, and only as many as the page holds. */
export function pageFailures(
  failures: Iterable<LedgerRow>,
  totals: Totals,
  level: IdentifierLevel,
  fileNames: readonly string[],
  bounds: PageBounds,
): PageFailures {
  const rows = allowedFailures(failures, totals, bounds.rows);
  const first: PageRow[] = [];

  function* table(): Generator<string> {
    while (first.length < MAX_PLAIN_ROWS) {
      const next = rows.next();
      if (next.done) break;
      first.push(pageRow(next.value, level, fileNames));
    }
    yield '<section id="failures" aria-labelledby="failures-title">\n';
    yield '<h2 id="failures-title" tabindex="-1">Failures</h2>\n';
    if (first.length === 0) yield `<p class="dim">${totals.rows === 0 ? 'No row was read.' : 'None.'}</p>\n`;
    else {
      yield '<div id="table"></div>\n<noscript>\n';
      yield* plainTable(
        first,
        FAILURE_OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0),
      );
      yield '</noscript>\n';
    }
    yield '</section>\n';
  }

  function* data(): Generator<string> {
    if (first.length === 0) return;
    yield block(scriptJson({ totals: Object.fromEntries(FAILURE_OUTCOMES.map((name) => [name, totals[name]])) }));
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
      if (characters > bounds.characters) break;
    }
    if (lines.length > 0) yield block(`[\n${lines.join(',\n')}\n]`);
    yield block(scriptJson({ end: held }));
  }

  function* allRows(): Generator<PageRow> {
    yield* first;
    for (const row of rows) yield pageRow(row, level, fileNames);
  }

  return { table, data };
}

function block(json: string): string {
  return `<script type="application/json">${json}</script>\n`;
}
