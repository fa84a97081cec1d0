import { normalizeName } from '../text/normalize-name.ts';
import type { HeaderLayout } from './source-layout.ts';

/** Records among which a header is looked for. */
export const HEADER_SEARCH_RECORDS = 50;

/** The columns of a CSV file, and how many of its first records are none. */
export interface FoundHeader {
  /** Trimmed names; '' for a column without one. */
  readonly columns: readonly string[];
  /** Records before the first one that counts. */
  readonly skip: number;
}

/** Finds the header among the first records of a file; null when it is not there, or when a record has more cells than names. */
export function findHeader(records: readonly (readonly string[])[], layout: HeaderLayout): FoundHeader | null {
  const [first] = records;
  if (first === undefined) return null;
  switch (layout.kind) {
    case 'first':
      return { columns: first.map((name) => name.trim()), skip: 1 };
    case 'named':
      return first.length > layout.columns.length ? null : { columns: layout.columns.slice(0, first.length), skip: 0 };
    case 'with': {
      const wanted = new Set(layout.columns.map(normalizeName));
      const at = records.slice(0, HEADER_SEARCH_RECORDS).findIndex((cells) => namesIn(cells, wanted) >= 2);
      const header = records[at];
      return header === undefined ? null : { columns: numberRepeats(header.map((name) => name.trim())), skip: at + 1 };
    }
  }
}

function namesIn(cells: readonly string[], wanted: ReadonlySet<string>): number {
  return new Set(cells.map(normalizeName).filter((name) => wanted.has(name))).size;
}

/** Files with lines before their header come out of programs that also repeat names: `Leerfeld`, `Leerfeld (2)`. */
function numberRepeats(columns: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return columns.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return name === '' || times === 1 ? name : `${name} (${times})`;
  });
}
