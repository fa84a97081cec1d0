import type { Outcome, Totals } from '../../plan/row.ts';
import { explainedRow } from '../language/explained-row.ts';
import type { Language } from '../language/language.ts';
import type { ShownRow } from '../shown-row.ts';
import type { ListName } from './list-name.ts';
import { rowAllowance } from './page-allowance.ts';
import { pageRow } from './page-row.ts';
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

/** How many rows there are of each kind: warnings by code, all others by outcome. */
export interface RowTotals {
  readonly [kind: string]: number;
}

/** The totals of a list by outcome. */
export function outcomeCounts(totals: Totals, outcomes: readonly Outcome[]): RowTotals {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, totals[outcome]]));
}

/** A list of the page. */
export interface ListOptions {
  readonly name: ListName;
  readonly totals: RowTotals;
  readonly language: Language;
  readonly bounds?: PageBounds;
}

/** The rows of a list that the page holds, in row order. */
export interface ListedRows {
  readonly totals: RowTotals;
  /** The first of them, which are also shown where scripts are disabled. */
  readonly first: readonly PageRow[];
  /** All of them, as `pageRowWriter` writes them. Read once. */
  readonly lines: Iterable<string>;
}

/** Rows that are collected while another file is written from them. */
export interface CollectedRows extends ListedRows {
  readonly add: (row: ShownRow) => void;
}

/** Keeps the lines in memory: not for failures, whose bounds are wider. */
export function collectedRows(options: ListOptions): CollectedRows {
  const { totals } = options;
  const { first, isFull, lineOf } = lineWriter(options);
  const lines: string[] = [];
  return {
    ...{ totals, first, lines },
    add(row) {
      const line = isFull() ? null : lineOf(row);
      if (line !== null) lines.push(line);
    },
  };
}

/** Reads the rows while the page is written, and only as many as it holds. */
export function streamedRows(rows: Iterable<ShownRow>, options: ListOptions): ListedRows {
  const { first, isFull, lineOf } = lineWriter(options);
  const lines = linesOf();
  const ahead: string[] = [];
  while (first.length < MAX_PLAIN_ROWS[options.name]) {
    const next = lines.next();
    if (next.done) break;
    ahead.push(next.value);
  }
  return { totals: options.totals, first, lines: allLines() };

  function* linesOf(): Generator<string> {
    if (isFull()) return;
    for (const row of rows) {
      const line = lineOf(row);
      if (line !== null) yield line;
      if (isFull()) return;
    }
  }

  function* allLines(): Generator<string> {
    yield* ahead;
    yield* lines;
  }
}

interface LineWriter {
  readonly first: readonly PageRow[];
  /** Whether the page holds no further row. */
  isFull(): boolean;
  /** Null for a row that the page does not hold. */
  lineOf(row: ShownRow): string | null;
}

function lineWriter({ name, totals, language, bounds = PAGE_BOUNDS[name] }: ListOptions): LineWriter {
  const allowance = rowAllowance(totals, bounds.rows);
  const write = pageRowWriter();
  const first: PageRow[] = [];
  let characters = 0;
  return {
    first,
    isFull: () => allowance.left() === 0 || characters > bounds.characters,
    lineOf(row) {
      if (!allowance.takes(name === 'warnings' ? (row.code ?? '') : row.outcome)) return null;
      const shown = pageRow(explainedRow(row, language));
      if (first.length < MAX_PLAIN_ROWS[name]) first.push(shown);
      const line = write(shown);
      characters += line.length;
      return line;
    },
  };
}
