import type { Format } from './record.ts';

/** The structure of the files of an export, as far as it cannot be detected. */
export interface SourceLayout {
  readonly format: 'auto' | Format;
  /** Possible paths of the records in a JSON or XML document; the first match is used. A top-level array is always possible. */
  readonly records: readonly ListPath[];
  readonly header: HeaderLayout;
}

/**
 * The keys that lead to a list in a JSON document, where `[]` means every element of a list on the way, or the names of the elements
 * that lead from the root of an XML document to its records.
 */
export type ListPath = readonly string[];

export function isSamePath(a: ListPath, b: ListPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/**
 * Where the records of a document are. JSON: a path that ends with `[]`, or no steps if the document is one record. XML: the names
 * of the elements from the root to the records.
 */
export type RecordPath = readonly string[];

/** The document is an array of records. */
export const TOP_LEVEL_ARRAY: RecordPath = ['[]'];

export type HeaderLayout =
  | { readonly kind: 'first' }
  /** The file has no header and these columns; a file with fewer columns has the first of them. */
  | { readonly kind: 'named'; readonly columns: readonly string[] }
  /** The header is the first record with two of these columns (by normalized name); records before it are skipped. */
  | { readonly kind: 'with'; readonly columns: readonly string[] };

/** The layout of a file without special settings. */
export const DEFAULT_LAYOUT: SourceLayout = { format: 'auto', records: [], header: { kind: 'first' } };
