import type { Page } from './page-claims.ts';

/** Formats a file of an export may have; `auto` in the settings picks one by content, then by name. */
export type Format = 'csv' | 'ndjson' | 'json' | 'ldif' | 'xml' | 'impex';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';
export type Compression = 'none' | 'gzip' | 'zstd';

/** Properties of one file of the export, known before its first record is read. */
export interface ExportFile {
  /** For messages: path relative to the workspace (or the artifact) with `/` between folders. */
  readonly name: string;
  /** Absolute path on disk. */
  readonly path: string;
  /** The file must be in one of these folders, links followed; absent: it may be anywhere. */
  readonly within?: readonly string[];
  readonly format: Format;
  /** Whether the file is encrypted with age. */
  readonly encrypted: boolean;
  /** Inside the encryption, when there is one. */
  readonly compression: Compression;
  readonly encoding: Encoding;
  /** Only for CSV. */
  readonly delimiter: Delimiter | null;
  /** Size on disk. */
  readonly bytes: number;
  /** Lower-case hex, of the raw bytes on disk. */
  readonly sha256: string;
  /** Of a CSV file, trimmed: from its header, or from the mapping if it has none; null for other formats. */
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
  /** CSV: one string per column, in the order of the header. */
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | {
      readonly kind: 'object';
      readonly object: Readonly<Record<string, unknown>>;
      /** What was assumed to read it; one object for each kind of assumption. */
      readonly assumed?: readonly Problem[];
    }
  /** A record that cannot be read (wrong number of columns, a line that is not a JSON object): an invalid row. */
  | { readonly kind: 'broken'; readonly problem: Problem };

/** Why a row cannot be sent, or a warning about it. Never contains data of the row. */
export interface Problem {
  /** Stable, dotted: `email.invalid`. */
  readonly code: string;
  /** Dotted cidaas field (`address.postal_code`), or null for the record as a whole. */
  readonly field: string | null;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do next. */
  readonly hint: string;
}

/** An opened export: every file inspected, no record read yet. */
export interface Export {
  readonly files: readonly ExportFile[];
  /**
   * Reads all files in order. Each chunk contains records of one file only. Every call reads the files again. `onPage` takes
   * what JSON, XML and LDIF files say about the lists that they contain.
   */
  records(onPage?: (page: Page) => void): AsyncIterable<readonly SourceRecord[]>;
}

/** In place of a value that has bytes which are not text in a known encoding, or that is in another file. */
export const UNDECODED: object = Object.freeze({ undecoded: true });

/** Whether this is the placeholder: it must never be read as an empty value. */
export function isUndecoded(value: unknown): boolean {
  return value === UNDECODED;
}
