import type { Condition, FieldRule, MappingLocation } from '../field-rule.ts';
import type { ListEntry, Mapping, RuleLines, SkipRule, StatusSource } from '../mapping.ts';
import { mergePassword, type PasswordParts } from './password-rule.ts';
import type { SourceParts } from './source-rule.ts';

/** The content of one mapping file. What it does not mention is undefined; null removes it from the preset. */
export interface MappingParts {
  readonly source: SourceParts;
  readonly joins: ReadonlyMap<string, JoinParts | null>;
  readonly severities: Mapping['severities'];
  readonly fields: ReadonlyMap<string, FieldRule | null>;
  readonly duplicates: Mapping['duplicates'] | undefined;
  readonly allowAdminGroups: boolean | undefined;
  readonly emailVerified: Condition | null | undefined;
  readonly unverifiedEmail: Mapping['unverifiedEmail'] | undefined;
  readonly mfaSetUp: Condition | null | undefined;
  readonly phoneRegion: Mapping['phoneRegion'] | undefined;
  readonly password: PasswordParts | null | undefined;
  readonly skip: readonly SkipRule[] | null | undefined;
  readonly identities: readonly ListEntry[] | null | undefined;
  readonly groups: readonly ListEntry[] | null | undefined;
  readonly consents: readonly ListEntry[] | null | undefined;
  readonly ignore: readonly string[];
  readonly statusSources: readonly StatusSource[] | undefined;
  readonly createOnly: readonly string[] | undefined;
  readonly ruleLines: RuleLines;
}

/** A join as far as one file describes it. */
export interface JoinParts {
  readonly at: MappingLocation;
  readonly files?: readonly string[];
  readonly source?: SourceParts;
  readonly key?: FieldRule;
  readonly equals?: FieldRule;
  readonly many?: boolean;
}

/** Lets `own` override `base`, key by key; the `skip` rules of both hold. The lines of rules are those of `own`. */
export function mergeParts(base: MappingParts, own: MappingParts): MappingParts {
  const joins = new Map(base.joins);
  for (const [name, join] of own.joins) joins.set(name, join === null ? null : { ...joins.get(name), ...join });
  const chosen = <T>(mine: T | undefined, theirs: T): T => (mine === undefined ? theirs : mine);
  return {
    source: { ...base.source, ...own.source },
    joins,
    severities: new Map([...base.severities, ...own.severities]),
    fields: new Map([...base.fields, ...own.fields]),
    duplicates: chosen(own.duplicates, base.duplicates),
    allowAdminGroups: chosen(own.allowAdminGroups, base.allowAdminGroups),
    emailVerified: chosen(own.emailVerified, base.emailVerified),
    unverifiedEmail: chosen(own.unverifiedEmail, base.unverifiedEmail),
    mfaSetUp: chosen(own.mfaSetUp, base.mfaSetUp),
    phoneRegion: chosen(own.phoneRegion, base.phoneRegion),
    password: own.password === null ? null : mergePassword(base.password ?? {}, own.password ?? {}),
    skip: own.skip === null ? null : [...(own.skip ?? []), ...(base.skip ?? [])],
    identities: chosen(own.identities, base.identities),
    groups: chosen(own.groups, base.groups),
    consents: chosen(own.consents, base.consents),
    ignore: [...base.ignore, ...own.ignore],
    // A rule of its own for the status decides what an export without these columns means.
    statusSources: own.statusSources ?? (own.fields.get('userStatus') ? [] : base.statusSources),
    createOnly: chosen(own.createOnly, base.createOnly),
    ruleLines: own.ruleLines,
  };
}
