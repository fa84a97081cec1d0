/** What is done to every cell of a CSV file before anything else looks at it. */
export interface CellReading {
  /** Taken off the beginning of a cell: some exports write `'` there to keep spreadsheets from running formulas. */
  readonly unquote: string | null;
  /** Words that stand for an empty cell (`NULL`, `\N`). */
  readonly nothing: readonly string[];
}

export const PLAIN_CELLS: CellReading = { unquote: null, nothing: [] };

/** Prepares the reading of cells; a cell that is not there is undefined. */
export function cellReader({ unquote, nothing }: CellReading): (cell: string | undefined) => string | undefined {
  if (unquote === null && nothing.length === 0) return (cell) => cell;
  const words = new Set(nothing);
  return (cell) => {
    if (cell === undefined) return undefined;
    const text = unquote !== null && cell.startsWith(unquote) ? cell.slice(unquote.length) : cell;
    return words.has(text.trim()) ? '' : text;
  };
}
