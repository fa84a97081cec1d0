import type { ExportKey } from './export-key.ts';
import type { Delimiter, Encoding, Format } from './record.ts';
import type { ListPath, SourceLayout } from './source-layout.ts';
/** What the user set; `auto` is found out file by file. */
export interface SourceSettings {
  readonly format: 'auto' | Format;
  readonly encoding: 'auto' | Encoding;
  readonly delimiter: 'auto' | Delimiter;
  /** Opens encrypted files; null when there is none. */
  readonly exportKey: ExportKey | null;
  /** What the mapping says about the files; nothing out of the ordinary when it is absent. */
  readonly layout?: SourceLayout;
  /** Says what a file whose records were not found may be, as a sentence. */
  readonly recognise?: (found: DocumentKeys) => string | null;
}

/** The names in a JSON document whose records were not found. */
export interface DocumentKeys {
  /** Of the document itself. */
  readonly document: readonly string[];
  /** Of the first object in its first list. */
  readonly keys: readonly string[];
  /** Where lists of objects stand in it. */
  readonly lists: readonly ListPath[];
}
