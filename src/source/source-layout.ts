import type { Format } from './record.ts';

/** How the files of an export are built, where looking at them is not enough to tell. */
export interface SourceLayout {
  readonly format: 'auto' | Format;
  /** Where the records of a JSON document may stand, the first that fits; beside these always a top-level array. */
  readonly records: readonly ListPath[];
  readonly header: HeaderLayout;
}

/** The keys that lead to a list in a JSON document; `[]` stands for every element of a list on the way. */
export type ListPath = readonly string[];

export type HeaderLayout =
  | { readonly kind: 'first' }
  /** The file has no header: these are its columns. A file with fewer has the first of them. */
  | { readonly kind: 'named'; readonly columns: readonly string[] }
  /** The header is the first record that has two of these columns, however they are spelt; what comes before is passed over. */
  | { readonly kind: 'with'; readonly columns: readonly string[] };

/** Nothing out of the ordinary. */
export const DEFAULT_LAYOUT: SourceLayout = { format: 'auto', records: [], header: { kind: 'first' } };
