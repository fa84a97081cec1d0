import type { CarryOptions } from '../password/carry.ts';
import type { HashParts } from '../password/hash-parts.ts';
import type { SourceLayout } from '../source/source-layout.ts';
import type { CellReading } from './compile/cell-reading.ts';

/** Where something stands, for messages: `mapping.yml:12`. */
export type Place = string;

/** A mapping file that was read and found sound. Says nothing yet about the export's columns. */
export interface Mapping {
  /** The file's name, for messages. */
  readonly name: string;
  /** How the export's files are built. */
  readonly layout: SourceLayout;
  readonly cells: CellReading;
  readonly joins: readonly Join[];
  /** Joins that the preset prepares and for which no files were named: what they would give is absent. */
  readonly dormantJoins: readonly string[];
  /** Which of the rows that hold the same user counts; `error` makes the others invalid. */
  readonly duplicates: Duplicates;
  /** Severities that differ from the usual ones, by code. */
  readonly severities: ReadonlyMap<string, { readonly severity: Severity; readonly at: Place }>;
  /** May users become members of the groups that administrate the tenant? */
  readonly allowAdminGroups: boolean;
  readonly emailVerified: Condition | null;
  /** What becomes of users whose e-mail address the source has not verified. */
  readonly unverifiedEmail: UnverifiedEmail;
  /** Holds for users who had a second factor in the source. */
  readonly mfaSetUp: Condition | null;
  /** Null when the mapping fills `password_hash_info` itself, or not at all. */
  readonly password: PasswordRule | null;
  /** First match wins; looked at before anything is mapped. */
  readonly skip: readonly SkipRule[];
  /** The account's fields and those of its own identity. */
  readonly fields: readonly FieldRule[];
  /** One entry for each identity a user may have beside the one that `fields` describes. */
  readonly identities: readonly Entry[];
  readonly groups: readonly Entry[];
  readonly consents: readonly Entry[];
  /** Fields that a delta sends for new users only; null: the usual ones. */
  readonly createOnly: readonly string[] | null;
}

export type Duplicates = 'first' | 'last' | 'error';
export type Severity = 'error' | 'warn' | 'off';
type UnverifiedEmail = 'VERIFIED' | 'PENDING' | 'skip';

/** An element of one of a user's lists. */
export interface Entry {
  /** A list in the record: there is one element for each of its own, read as `each`. Null: one element. */
  readonly each: SourceRef | null;
  readonly rules: readonly FieldRule[];
}

/** Further files whose records belong to those of the export. */
export interface Join {
  /** What references call it. */
  readonly name: string;
  readonly at: Place;
  /** Paths or globs in the workspace. */
  readonly files: readonly string[];
  readonly layout: SourceLayout;
  readonly cells: CellReading;
  /** Makes the key of a joined record. */
  readonly key: FieldRule;
  /** Makes the key of a record of the export; equal keys belong together. */
  readonly equals: FieldRule;
  /** Whether many joined records may belong to one record of the export. */
  readonly many: boolean;
}

/** How one cidaas field is made. Steps that a rule does not name are null (or false) and do nothing. */
export interface FieldRule {
  /** Dotted cidaas name. */
  readonly field: string;
  readonly at: Place;
  readonly source: FieldSource;
  readonly when: Condition | null;
  /** The source is JSON written as text: what stands at this path of it is taken. */
  readonly json: SourceRef | null;
  /** Replacements in the text, one after the other. */
  readonly replace: readonly Replacement[];
  readonly trim: boolean;
  readonly case: 'lower' | 'upper' | null;
  /** Separator of a list inside one cell. */
  readonly split: string | null;
  readonly change: Change | null;
  /** What an empty source gives: a value; `clear` for null; `refuse` for an invalid row; null leaves the field out. */
  readonly empty: { readonly kind: 'default'; readonly value: Plain } | { readonly kind: 'clear' | 'refuse' } | null;
  /** Only for custom fields; null keeps what the source has (text from CSV, JSON values as they are). */
  readonly type: CustomType | null;
  /** The rule that is tried when this one leaves the field out. */
  readonly otherwise: FieldRule | null;
}

/** Every match of `find` becomes `with`, in which `$1` is the first group. */
export interface Replacement {
  readonly find: RegExp;
  readonly with: string;
}

export type CustomType = 'string' | 'number' | 'boolean' | 'list' | 'json';

/** A scalar or a list as written in the mapping. */
export type Plain = string | number | boolean | readonly (string | number | boolean)[];

export type FieldSource =
  /** `from` is `first` with a single reference. */
  | { readonly kind: 'first'; readonly refs: readonly SourceRef[] }
  | { readonly kind: 'concat'; readonly refs: readonly SourceRef[]; readonly separator: string }
  | { readonly kind: 'value'; readonly value: Plain }
  /** A JSONata expression over the whole record. */
  | { readonly kind: 'expr'; readonly text: string; readonly at: Place };

/**
 * Must the export have it? `required`: as a column, and in JSON somewhere. `column`: as a column, while JSON leaves out what it
 * does not need. `optional`: no. `loose`: no, and the spelling of columns does not matter.
 */
type Presence = 'required' | 'column' | 'optional' | 'loose';

/** A column's name, or a path into a JSON record; `$` is the whole record. */
export interface SourceRef {
  readonly text: string;
  readonly at: Place;
  readonly presence: Presence;
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
  /** Holds when a list has one of these texts, or none of them. */
  | { readonly kind: 'has'; readonly ref: SourceRef; readonly values: ReadonlySet<string>; readonly negated: boolean }
  /** Holds when a point in time lies ahead, and for text that is none: what cannot be read must not count as over. */
  | { readonly kind: 'future'; readonly ref: SourceRef; readonly future: boolean }
  | { readonly kind: 'matches'; readonly ref: SourceRef; readonly pattern: RegExp }
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] };

export interface SkipRule {
  /** In the author's words; counted in the report. */
  readonly reason: string;
  readonly when: Condition;
}

/** Where a user's password hash comes from and how it is carried. */
export interface PasswordRule {
  /** The hash, or an object or list that holds it with its parameters. */
  readonly value: FieldRule;
  /** What the value is when it does not say so itself. */
  readonly algorithm: FieldRule | null;
  readonly salt: FieldRule | null;
  readonly iterations: FieldRule | null;
  readonly settings: Pick<HashParts, 'saltEncoding' | 'saltPosition' | 'passwordEncoding' | 'firebase'>;
  readonly carry: CarryOptions;
}
