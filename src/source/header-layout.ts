import { normalizeName } from '../text/normalize-name.ts';
import type { HeaderLayout } from './source-layout.ts';

/** Number of records that are searched for a header. */
export const HEADER_SEARCH_RECORDS = 50;

/** The columns of a CSV file, and the number of leading records that are not data. */
export interface FoundHeader {
  /** Trimmed names; '' for a column without one. */
  readonly columns: readonly string[];
  /** Records before the first data record. */
  readonly skip: number;
}

/** Finds the header in the first records of a file; null if there is none, or if a record has more cells than names. */
export function findHeader(records: readonly (readonly string[])[], layout: HeaderLayout): FoundHeader | null {
  const [first] = records;
  if (first === undefined) return null;
  switch (layout.kind) {
    case 'first':
      return { columns: first.map((name) => name.trim()), skip: 1 };
    case 'named': {
      const length = usualLength(records.slice(0, HEADER_SEARCH_RECORDS));
      return length > layout.columns.length ? null : { columns: layout.columns.slice(0, length), skip: 0 };
    }
    case 'with': {
      const wanted = new Set(layout.columns.map(normalizeName));
      const at = records.slice(0, HEADER_SEARCH_RECORDS).findIndex((cells) => namesIn(cells, wanted) >= 2);
      const header = records[at];
      return header === undefined ? null : { columns: numberRepeats(header.map((name) => name.trim())), skip: at + 1 };
    }
  }
}

/** The length that most records have, the larger of two: the first record alone may be one that a line break cut in two. */
function usualLength(records: readonly (readonly string[])[]): number {
  const times = new Map<number, number>();
  for (const { length } of records) times.set(length, (times.get(length) ?? 0) + 1);
  const [usual] = [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return usual?.[0] ?? 0;
}

function namesIn(cells: readonly string[], wanted: ReadonlySet<string>): number {
  return new Set(cells.map(normalizeName).filter((name) => wanted.has(name))).size;
}

/** Programs that write lines before the header also repeat column names: `Leerfeld` becomes `Leerfeld`, `Leerfeld (2)`. */
function numberRepeats(columns: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return columns.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return name === '' || times === 1 ? name : `${name} (${times})`;
  });
}
