/** What is done to every value of the source before anything else looks at it. */
export interface CellReading {
  /** Removed from the beginning of a cell: some exports write `'` there to keep spreadsheets from running formulas. */
  readonly unquote: string | null;
  /** Words that the mapping declares to mean an empty value: they are not counted, unlike the marks of `null-marks.ts`. */
  readonly emptyWords: readonly string[];
  /** Whether `NULL`, `#NV`, `="…"` and the like are read as what they mean; false: as text. */
  readonly nullMarks: boolean;
  /** Columns or paths in which marks and words for an empty value are text. */
  readonly keep: readonly string[];
}

export const PLAIN_CELLS: CellReading = { unquote: null, emptyWords: [], nullMarks: true, keep: [] };

/** Prepares the reading of cells; a missing cell is undefined. */
export function cellReader({ unquote }: CellReading): (cell: string | undefined) => string | undefined {
  if (unquote === null) return (cell) => cell;
  return (cell) => {
    const text = cell?.trimStart();
    return text?.startsWith(unquote) ? text.slice(unquote.length) : cell;
  };
}
