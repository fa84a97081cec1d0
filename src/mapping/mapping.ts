/** Where something stands, for messages: `mapping.yml:12`. */
export type Place = string;

/** A mapping file that was read and found sound. Says nothing yet about the export's columns. */
export interface Mapping {
  /** The file's name, for messages. */
  readonly name: string;
  /** First match wins; looked at before anything is mapped. */
  readonly skip: readonly SkipRule[];
  /** The account's fields; of a flat user all fields. */
  readonly fields: readonly FieldRule[];
  /** One entry for each identity a user may have. With any, `fields` holds account fields only. */
  readonly identities: readonly (readonly FieldRule[])[];
  readonly groups: readonly (readonly FieldRule[])[];
  readonly consents: readonly (readonly FieldRule[])[];
  /** Fields that a delta sends for new users only; null: the usual ones. */
  readonly createOnly: readonly string[] | null;
}

/** How one cidaas field is made. Steps that a rule does not name are null (or false) and do nothing. */
export interface FieldRule {
  /** Dotted cidaas name. */
  readonly field: string;
  readonly at: Place;
  readonly source: FieldSource;
  readonly when: Condition | null;
  readonly trim: boolean;
  readonly case: 'lower' | 'upper' | null;
  /** Separator of a list inside one cell. */
  readonly split: string | null;
  readonly change: Change | null;
  /** What an empty source gives: a value; `clear` for null; null leaves the field out. */
  readonly empty: { readonly kind: 'default'; readonly value: Plain } | { readonly kind: 'clear' } | null;
  /** Only for custom fields; null keeps what the source has (text from CSV, JSON values as they are). */
  readonly type: CustomType | null;
}

export type CustomType = 'string' | 'number' | 'boolean' | 'list' | 'json';

/** A scalar or a list as written in the mapping. */
export type Plain = string | number | boolean | readonly (string | number | boolean)[];

export type FieldSource =
  /** `from` is `first` with a single reference. */
  | { readonly kind: 'first'; readonly refs: readonly SourceRef[] }
  | { readonly kind: 'concat'; readonly refs: readonly SourceRef[]; readonly separator: string }
  | { readonly kind: 'value'; readonly value: Plain };

/** A column's name, or a path into a JSON record. */
export interface SourceRef {
  readonly text: string;
  readonly at: Place;
}

/** The one step that turns text into something else. */
export type Change =
  | {
      readonly kind: 'table';
      /** By the text that stands in the source; null leaves the field (or the list's item) out. */
      readonly table: ReadonlyMap<string, Plain | null>;
      /** For every other text; undefined makes the row invalid. */
      readonly otherwise: Plain | null | undefined;
    }
  /** Formats in luxon's tokens, or `iso`. */
  | { readonly kind: 'date'; readonly formats: readonly string[] }
  /** Formats in luxon's tokens, `iso`, `epoch-seconds` or `epoch-milliseconds`; `zone` for texts that name no offset. */
  | { readonly kind: 'instant'; readonly formats: readonly string[]; readonly zone: string | null }
  /** Region that a number without country code belongs to, ISO 3166 two letters. */
  | { readonly kind: 'phone'; readonly region: string }
  /** Namespace of a version 5 UUID (RFC 9562), whose name is the text. */
  | { readonly kind: 'uuid5'; readonly namespace: string };

export type Condition =
  | { readonly kind: 'is'; readonly ref: SourceRef; readonly values: ReadonlySet<string>; readonly negated: boolean }
  | { readonly kind: 'empty'; readonly ref: SourceRef; readonly empty: boolean }
  | { readonly kind: 'matches'; readonly ref: SourceRef; readonly pattern: RegExp }
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] };

export interface SkipRule {
  /** In the author's words; counted in the report. */
  readonly reason: string;
  readonly when: Condition;
}
