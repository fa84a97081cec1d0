/** What is done to every cell of a CSV file before anything else looks at it. */
export interface CellReading {
  /** Removed from the beginning of a cell: some exports write `'` there to keep spreadsheets from running formulas. */
  readonly unquote: string | null;
  /** Words that mean an empty cell (`NULL`, `\N`). */
  readonly emptyWords: readonly string[];
}

export const PLAIN_CELLS: CellReading = { unquote: null, emptyWords: [] };

/** Prepares the reading of cells; a missing cell is undefined. */
export function cellReader({ unquote, emptyWords }: CellReading): (cell: string | undefined) => string | undefined {
  if (unquote === null && emptyWords.length === 0) return (cell) => cell;
  const words = new Set(emptyWords);
  return (cell) => {
    if (cell === undefined) return undefined;
    const text = unquote !== null && cell.startsWith(unquote) ? cell.slice(unquote.length) : cell;
    return words.has(text.trim()) ? '' : text;
  };
}
