import type { ExportKey } from './export-key.ts';
import type { Delimiter, Encoding, Format } from './record.ts';
import type { ListPath, SourceLayout } from './source-layout.ts';

/** Settings of the user; `auto` is detected for each file. */
export interface SourceSettings {
  readonly format: 'auto' | Format;
  readonly encoding: 'auto' | Encoding;
  readonly delimiter: 'auto' | Delimiter;
  /** Key of encrypted files; null if none is set. */
  readonly exportKey: ExportKey | null;
  /** Most bytes that the compressed files may unpack to; null: the default. */
  readonly maxUnpacked?: number | null;
  /** Size of the artifact that the files were unpacked from; null if they are in the workspace. */
  readonly artifactBytes?: number | null;
  /** Ends every reading with its reason. */
  readonly stop?: AbortSignal;
  /** From the mapping; default: `DEFAULT_LAYOUT`. */
  readonly layout?: SourceLayout;
  /** Describes, in a sentence, what a file without the expected records may be; null if unknown. */
  readonly recognise?: (found: DocumentKeys) => string | null;
  /** How many of these keys of a JSON object a record can have; 0 if unknown. */
  readonly fits?: (keys: readonly string[]) => number;
}

/** The names in a JSON or XML document whose records were not found. */
export interface DocumentKeys {
  /** Of the document itself: its keys, or its root element. */
  readonly document: readonly string[];
  /** Of the first object in its first list. */
  readonly keys: readonly string[];
  /** Paths of the lists of objects in it. */
  readonly lists: readonly ListPath[];
}
