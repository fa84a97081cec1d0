import type { CarryOptions } from '../password/carry.ts';
import type { HashParts } from '../password/hash-parts.ts';
import type { SourceLayout } from '../source/source-layout.ts';
import type { CellReading } from './compile/cell-reading.ts';
import type { Condition, FieldRule, MappingLocation, SourceRef } from './field-rule.ts';

/** A mapping file that was read and checked. It has not been compared with the export's columns yet. */
export interface Mapping {
  /** The file's name, for messages. */
  readonly name: string;
  /** How the export's files are built. */
  readonly layout: SourceLayout;
  readonly cells: CellReading;
  readonly joins: readonly Join[];
  /** Joins that the preset prepares and for which no files are named: references into them find nothing. */
  readonly unusedJoins: readonly string[];
  /** Which of the rows that hold the same user counts; `error` makes the others invalid. */
  readonly duplicates: Duplicates;
  /** Severities that differ from the usual ones, by code. */
  readonly severities: ReadonlyMap<string, { readonly severity: RuleSeverity; readonly at: MappingLocation }>;
  /** May users become members of the groups that administrate the tenant? */
  readonly allowAdminGroups: boolean;
  readonly emailVerified: Condition | null;
  /** What becomes of users whose e-mail address the source has not verified. */
  readonly unverifiedEmail: UnverifiedEmail;
  /** Holds for users who had a second factor in the source. */
  readonly mfaSetUp: Condition | null;
  /** The country of phone numbers without country code whose record names no country: ISO 3166, two letters. */
  readonly phoneRegion: { readonly region: string; readonly at: MappingLocation } | null;
  /** Null when the mapping fills `password_hash_info` itself, or not at all. */
  readonly password: PasswordRule | null;
  readonly unproven: UnprovenPasswords;
  /** First match wins; looked at before anything is mapped. */
  readonly skip: readonly SkipRule[];
  /** The account's fields and those of its own identity. */
  readonly fields: readonly FieldRule[];
  /** One entry for each identity a user may have besides the one that `fields` describes. */
  readonly identities: readonly ListEntry[];
  readonly groups: readonly ListEntry[];
  readonly consents: readonly ListEntry[];
  /** Columns and paths that are no state of an account although they look like one. */
  readonly ignore: readonly string[];
  /** Where the source system says who is blocked. */
  readonly statusSources: readonly StatusSource[];
  /** Fields that a delta sends for new users only; null: the usual ones. */
  readonly createOnly: readonly string[] | null;
  /** Of the rules in this file; rules of a preset have none. */
  readonly ruleLines: RuleLines;
  /** What it was read from, to be read again in another thread; null when it was made of a header. */
  readonly written: WrittenMapping | null;
}

/** The texts that a mapping is read from. `name` is what messages call them. */
export interface WrittenMapping extends MappingText {
  /** The text of the preset that the file changes. */
  readonly preset: MappingText | null;
}

/** A mapping file as text. */
export interface MappingText {
  readonly name: string;
  readonly text: string;
}

/** The 1-based line of each field's rule in the mapping file, by the name under which problems know the field. */
export type RuleLines = { readonly [field: string]: number };

/** Columns or paths of which an export must have one: without them it does not say who is blocked. */
export interface StatusSource {
  readonly at: MappingLocation;
  readonly any: readonly SourceRef[];
  /** Only exports that have one of these need it; empty: all. */
  readonly where: readonly SourceRef[];
  /** `csv`: JSON of this system leaves it out for users who are not blocked. */
  readonly only: 'csv' | null;
  /** `stop`: the plan is refused without it. `warn`: the system cannot export it, so it is only counted. */
  readonly missing: 'stop' | 'warn';
  /** How to export it; a sentence in the imperative without its full stop. */
  readonly how: string;
}

/**
 * Hashes that cidaas checks and of which nothing proves how they were made: `canary` sends them only after a known password
 * matched, `accept` without that; `none` says that there are none, since the source is known to hash the password itself.
 */
export type UnprovenPasswords = 'canary' | 'accept' | 'none';
export type Duplicates = 'first' | 'last' | 'error';
export type RuleSeverity = 'error' | 'warn' | 'off';
type UnverifiedEmail = 'VERIFIED' | 'PENDING' | 'skip';

/** An element of one of a user's lists. */
export interface ListEntry {
  /** A list in the record: there is one element for each of its own, read as `each`. Null: one element. */
  readonly each: SourceRef | null;
  readonly rules: readonly FieldRule[];
}

/** Further files whose records belong to those of the export. */
export interface Join {
  /** The name by which references begin. */
  readonly name: string;
  readonly at: MappingLocation;
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

export interface SkipRule {
  /** In the author's words; counted in the report. */
  readonly reason: string;
  readonly when: Condition;
}

/** Where a user's password hash comes from and how it is carried. */
export interface PasswordRule {
  /** The hash, or an object or list that holds it with its parameters. */
  readonly value: FieldRule;
  /** The algorithm, for a value that does not name its own. */
  readonly algorithm: FieldRule | null;
  readonly salt: FieldRule | null;
  readonly iterations: FieldRule | null;
  /** Holds for users who may have no password in the source. */
  readonly passwordless: Condition | null;
  readonly settings: Pick<
    HashParts,
    'saltEncoding' | 'saltPosition' | 'secret' | 'secretPosition' | 'passwordEncoding' | 'firebase'
  >;
  readonly carry: CarryOptions;
}
