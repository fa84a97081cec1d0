import type { Problem, SourceRecord } from '../source/record.ts';

/** A row that has a warning. */
export interface FirstWarning {
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
}

/** Rows of each code that are kept in memory and listed in `report.json`. */
export const MAX_FIRST_ROWS = 20;

/** Rows with one code. */
interface WarnedRows {
  readonly code: string;
  readonly rows: number;
  readonly first: readonly WarnedRow[];
}

/** `file`: index into the export's files. */
type WarnedRow = Pick<SourceRecord, 'row' | 'file' | 'line'> & Pick<FirstWarning, 'field'>;

/** Counts rows by the codes of their warnings, and keeps the first of each; there are few codes, however many rows. */
export class RowWarnings {
  readonly #codes = new Map<string, { rows: number; readonly first: WarnedRow[] }>();

  add({ row, file, line }: SourceRecord, warnings: readonly Problem[]): void {
    if (warnings.length === 0) return;
    const seen = new Set<string>();
    for (const { code, field } of warnings) {
      if (seen.has(code)) continue;
      seen.add(code);
      this.#count({ code, rows: 1, first: [{ row, file, line, field }] });
    }
  }

  /** Adds what was counted over later rows. */
  addAll(counted: readonly WarnedRows[]): void {
    for (const each of counted) this.#count(each);
  }

  /** What was counted, as plain data. */
  counted(): WarnedRows[] {
    return [...this.#codes].map(([code, { rows, first }]) => ({ code, rows, first }));
  }

  #count({ code, rows, first }: WarnedRows): void {
    const known = this.#codes.get(code) ?? { rows: 0, first: [] };
    this.#codes.set(code, known);
    known.rows += rows;
    for (const each of first) if (known.first.length < MAX_FIRST_ROWS) known.first.push(each);
  }

  counts(): { readonly [code: string]: number } {
    return Object.fromEntries([...this.#codes].map(([code, { rows }]) => [code, rows]));
  }

  /** `fileNames`: those of the export, by the rows' file index. */
  first(fileNames: readonly string[]): { readonly [code: string]: readonly FirstWarning[] } {
    const named = ({ row, file, line, field }: WarnedRow) => ({ row, file: fileNames[file] ?? '', line, field });
    return Object.fromEntries([...this.#codes].map(([code, { first }]) => [code, first.map(named)]));
  }
}
