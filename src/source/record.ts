/** Formats a file of an export may have; `auto` in the settings picks one by content, then by name. */
export type Format = 'csv' | 'ndjson' | 'json' | 'ldif';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';
export type Compression = 'none' | 'gzip' | 'zstd';

/** What was found out about one file of the export before its first record is read. */
export interface ExportFile {
  /** Path as a user would name it: relative to the workspace (or the artifact) with `/` between folders. */
  readonly name: string;
  /** Absolute path on disk. */
  readonly path: string;
  readonly format: Format;
  /** Whether age came off around it, by content. */
  readonly encrypted: boolean;
  /** Inside the encryption, when there is one. */
  readonly compression: Compression;
  readonly encoding: Encoding;
  /** Only for CSV. */
  readonly delimiter: Delimiter | null;
  /** Size on disk. */
  readonly bytes: number;
  /** Lower-case hex of the bytes on disk (as they lie there, encrypted, compressed or not). */
  readonly sha256: string;
  /** Of a CSV file, trimmed: those of its header, or what the mapping calls them where it has none; null for other formats. */
  readonly columns: readonly string[] | null;
}

/** One entry of the export, before the mapping. */
export interface SourceRecord {
  /** 1-based over the whole export, headers not counted. */
  readonly row: number;
  /** Index into the export's files. */
  readonly file: number;
  /** 1-based physical line of its file where the record starts. */
  readonly line: number;
  readonly body: RecordBody;
}

export type RecordBody =
  /** CSV: one string a column, in the order of the file's header. */
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'object'; readonly object: Readonly<Record<string, unknown>> }
  /** A record that is there but cannot be read (wrong number of columns, a line that is no JSON object): an invalid row. */
  | { readonly kind: 'broken'; readonly problem: Problem };

/** Why a row cannot be sent, or a warning about it. Never holds the row's data. */
export interface Problem {
  /** Stable, dotted: `email.invalid`. */
  readonly code: string;
  /** Dotted cidaas field (`address.postal_code`), or null when the record as a whole is meant. */
  readonly field: string | null;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do next. */
  readonly hint: string;
}

/** An opened export: every file inspected, no record read yet. */
export interface Export {
  readonly files: readonly ExportFile[];
  /** Reads all files in order. Each chunk holds records of one file only. Can be called again: it reads again. */
  records(): AsyncIterable<readonly SourceRecord[]>;
}
