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

/** Counts rows by the codes of their warnings, and keeps the first of each; there are few codes, however many rows. */
export class RowWarnings {
  readonly #codes = new Map<string, { rows: number; readonly first: FirstWarning[] }>();
  readonly #fileNames: readonly string[];

  /** `fileNames`: those of the export, by the rows' file index. */
  constructor(fileNames: readonly string[]) {
    this.#fileNames = fileNames;
  }

  add({ row, file, line }: SourceRecord, warnings: readonly Problem[]): void {
    const seen = new Set<string>();
    for (const { code, field } of warnings) {
      if (seen.has(code)) continue;
      seen.add(code);
      const known = this.#codes.get(code) ?? { rows: 0, first: [] };
      this.#codes.set(code, known);
      known.rows += 1;
      if (known.first.length < MAX_FIRST_ROWS)
        known.first.push({ row, file: this.#fileNames[file] ?? '', line, field });
    }
  }

  counts(): { readonly [code: string]: number } {
    return Object.fromEntries([...this.#codes].map(([code, { rows }]) => [code, rows]));
  }

  first(): { readonly [code: string]: readonly FirstWarning[] } {
    return Object.fromEntries([...this.#codes].map(([code, { first }]) => [code, first]));
  }
}
