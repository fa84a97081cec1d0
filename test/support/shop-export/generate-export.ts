import type { Delimiter, Format } from '../../../src/source/record.ts';
import { type ExportEncoding, encodeText } from './export-encoding.ts';
import { EXPORT_COLUMNS, type ExportRow, exportRow } from './export-row.ts';
import type { ExpectedOutcome, Trap } from './export-trap.ts';

/** Which rows are made. */
export interface RowsOptions {
  readonly seed: number;
  /** How many rows. */
  readonly users: number;
  /** Only plain rows; default false: of 10,000 rows about 160 are invalid, 150 no users, 100 duplicates. */
  readonly clean?: boolean;
}

/** Which rows are made, and how they are written. */
export interface ExportOptions extends RowsOptions {
  /** Default `csv`. */
  readonly format?: Exclude<Format, 'ldif' | 'xml' | 'impex'>;
  /** Default `utf-8`. */
  readonly encoding?: ExportEncoding;
  /** Of CSV; default `;`. */
  readonly delimiter?: Delimiter;
}

/** The rows of an export with what is expected of each, one at a time. */
export function* generateRows({ seed, users, clean = false }: RowsOptions): Generator<ExportRow> {
  for (let row = 1; row <= users; row++) yield exportRow(seed, row, clean);
}

/**
 * The customer export of a German shop that never was, in chunks of about 64 KB: memory does not grow with it. Nobody in it
 * exists; addresses are of example domains, phone numbers from ranges that are kept free.
 */
export function* generateExport(options: ExportOptions): Generator<Buffer> {
  const { format = 'csv', encoding = 'utf-8' } = options;
  const encode = encodeText(encoding);
  let text = '';
  let first = true;
  for (const piece of pieces(format, options)) {
    text += piece;
    if (text.length < 65_536) continue;
    yield encode(text, first);
    first = false;
    text = '';
  }
  if (text !== '' || first) yield encode(text, first);
}

/** How many rows of an export end how, in an apply against a sandbox with its default behaviour; and how many bear which trap. */
export function expectedOutcomes(options: RowsOptions): {
  readonly outcomes: Readonly<Record<ExpectedOutcome, number>>;
  readonly traps: ReadonlyMap<Trap, number>;
} {
  const outcomes = { created: 0, failed: 0, skipped: 0, invalid: 0, duplicate: 0 };
  const traps = new Map<Trap, number>();
  for (const { outcome, trap } of generateRows(options)) {
    outcomes[outcome]++;
    traps.set(trap, (traps.get(trap) ?? 0) + 1);
  }
  return { outcomes, traps };
}

function* pieces(format: Exclude<Format, 'ldif' | 'xml' | 'impex'>, options: ExportOptions): Generator<string> {
  switch (format) {
    case 'csv': {
      const { delimiter = ';' } = options;
      yield csvLine(EXPORT_COLUMNS, delimiter);
      for (const row of generateRows(options)) yield csvLine(csvCells(row), delimiter);
      return;
    }
    case 'ndjson':
      for (const row of generateRows(options)) yield `${jsonOf(row)}\n`;
      return;
    case 'json':
      for (const row of generateRows(options)) yield `${row.row === 1 ? '[\n' : ',\n'}${jsonOf(row)}`;
      yield options.users === 0 ? '[]\n' : '\n]\n';
      return;
    default:
      format satisfies never;
  }
}

function csvCells({ row, trap, cells }: ExportRow): string[] {
  const list = EXPORT_COLUMNS.map((column) => cells[column]);
  if (trap !== 'broken') return list;
  return row % 2 === 0 ? list.slice(0, -1) : [...list, 'x'];
}

/** Windows line breaks, and quotes only where they are needed: what spreadsheets write. */
function csvLine(cells: readonly string[], delimiter: Delimiter): string {
  let line = '';
  for (const cell of cells) {
    const quoted = cell.includes(delimiter) || cell.includes('"') || cell.includes('\n');
    line += `${line === '' ? '' : delimiter}${quoted ? `"${cell.replaceAll('"', '""')}"` : cell}`;
  }
  return `${line}\r\n`;
}

function jsonOf({ trap, cells }: ExportRow): string {
  return JSON.stringify(trap === 'broken' ? 'broken' : cells);
}
