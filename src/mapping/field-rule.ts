import type { Pattern } from './pattern/pattern.ts';

/** Where something is written, for messages: `mapping.yml:12`, or `column "email"` for a mapping made of a header. */
export type MappingLocation = string;

/**
 * How one cidaas field is made. A record's value goes through the steps in the order of these properties: the source is read,
 * edited (`json`, `replace`), split into the items of a list (`split`, `list`), and each item is changed (`trim`, `case`, `change`)
 * and given the field's type. Steps that a rule does not name are null (or false) and do nothing.
 */
export interface FieldRule {
  /** Dotted cidaas name. */
  readonly field: string;
  readonly at: MappingLocation;
  readonly when: Condition | null;
  readonly source: FieldSource;
  /** The source is JSON written as text: what is at this path of it is taken. */
  readonly json: SourceRef | null;
  /** Replacements in the text, one after the other. */
  readonly replace: readonly Replacement[];
  /** How a list is written inside one cell. */
  readonly list: ListText | null;
  readonly trim: boolean;
  readonly case: 'lower' | 'upper' | null;
  readonly change: Change | null;
  /** The value is an id, even if it looks like a password hash. */
  readonly opaque: boolean;
  /** The value is not imported, but counted (`value.unread`). */
  readonly unread: boolean;
  /** Only for custom fields; null keeps what the source has (text from CSV, JSON values as they are). */
  readonly type: CustomType | null;
  /** What an empty source gives: a value; `clear` for null; `refuse` for an invalid row; null leaves the field out. */
  readonly empty: EmptyValue | null;
  /** The rule that is tried when this one leaves the field out. */
  readonly otherwise: FieldRule | null;
}

/** A rule and those that are tried after it, in that order. */
export function alternatives(rule: FieldRule): FieldRule[] {
  return rule.otherwise === null ? [rule] : [rule, ...alternatives(rule.otherwise)];
}

type EmptyValue =
  | { readonly kind: 'default'; readonly value: Constant }
  | { readonly kind: 'clear' }
  | { readonly kind: 'refuse' };

/** A list as text: with a separator between its items, or as PHP's `serialize()` writes it. */
export type ListText = { readonly kind: 'separated'; readonly separator: string } | { readonly kind: 'php' };

/** Every match of `find` becomes `with`, in which `$1` is the first group. */
export interface Replacement {
  readonly find: Pattern;
  readonly with: string;
}

export type CustomType = 'string' | 'number' | 'boolean' | 'list' | 'json';

/** A scalar or a list as written in the mapping. */
export type Constant = string | number | boolean | readonly (string | number | boolean)[];

export type FieldSource =
  /** `from` is `first` with a single reference. */
  | { readonly kind: 'first'; readonly refs: readonly SourceRef[] }
  | { readonly kind: 'concat'; readonly refs: readonly SourceRef[]; readonly separator: string }
  | { readonly kind: 'value'; readonly value: Constant }
  /** A JSONata expression over the whole record. */
  | { readonly kind: 'expr'; readonly text: string; readonly at: MappingLocation };

/**
 * Must the export have it? `required`: as a column, and in JSON somewhere. `column`: as a column, while JSON leaves out what it
 * does not need. `optional`: no. `loose`: no, and the spelling of columns does not matter.
 */
export type Presence = 'required' | 'column' | 'optional' | 'loose';

/** A column's name, or a path into a JSON record; `$` is the whole record. */
export interface SourceRef {
  readonly text: string;
  readonly at: MappingLocation;
  readonly presence: Presence;
  /** The field whose rule has it; null for a condition outside of rules. */
  readonly field?: string | null;
  /** Texts that the rule itself compares with, in lower case: a mark of nothing (`NULL`) that is among them is read as text. */
  readonly words?: ReadonlySet<string>;
  /** In a condition: the value is JSON, also written as text, and what is at this path of it is compared. */
  readonly json?: SourceRef;
  /** In a condition: how a list is written in the text that is compared. */
  readonly list?: ListText;
}

/** The one step that turns text into something else. */
export type Change =
  | {
      readonly kind: 'table';
      /** By the text of the source; null leaves the field (or the list's item) out. */
      readonly table: ReadonlyMap<string, Constant | null>;
      /** For every other text; undefined makes the row invalid. */
      readonly otherwise: Constant | null | undefined;
    }
  /** Formats in luxon's tokens, or `iso`. */
  | { readonly kind: 'date'; readonly formats: readonly string[] }
  /** Formats in luxon's tokens, `iso`, `epoch`, `epoch-seconds` or `epoch-milliseconds`; `zone` for texts that name no offset. */
  | { readonly kind: 'instant'; readonly formats: readonly string[]; readonly zone: string | null }
  /**
   * `region`: the country of numbers without country code, ISO 3166 two letters; null: the mapping's. `country`: where the record
   * names the country of the number.
   */
  | { readonly kind: 'phone'; readonly region: string | null; readonly country: SourceRef | null }
  /** The given names or the family name of a full name. */
  | { readonly kind: 'namePart'; readonly part: 'given' | 'family' }
  /** Namespace of a version 5 UUID (RFC 9562), whose name is the text. */
  | { readonly kind: 'uuid5'; readonly namespace: string };

export type Condition =
  | { readonly kind: 'is'; readonly ref: SourceRef; readonly values: ReadonlySet<string>; readonly negated: boolean }
  | { readonly kind: 'empty'; readonly ref: SourceRef; readonly empty: boolean }
  /** Holds when a list has one of these texts, or none of them. */
  | { readonly kind: 'has'; readonly ref: SourceRef; readonly values: ReadonlySet<string>; readonly negated: boolean }
  /** Holds when the list has the first of these values that is not empty, or has it not (nor anything else, without a value). */
  | {
      readonly kind: 'includes';
      readonly ref: SourceRef;
      readonly values: readonly SourceRef[];
      readonly negated: boolean;
    }
  /** Holds for a point in time in the future; text that cannot be read is neither future nor past. */
  | { readonly kind: 'future'; readonly ref: SourceRef; readonly future: boolean; readonly isInDays: boolean }
  | { readonly kind: 'matches'; readonly ref: SourceRef; readonly pattern: Pattern }
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] };
