import type { Condition, Entry, FieldRule, Mapping, Place, SkipRule } from '../mapping.ts';
import type { PasswordParts } from './password-rule.ts';
import type { SourceParts } from './source-rule.ts';

/** What one mapping file says. What it does not mention is undefined; null takes it out of the preset. */
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
  readonly password: PasswordParts | null | undefined;
  readonly skip: readonly SkipRule[] | null | undefined;
  readonly identities: readonly Entry[] | null | undefined;
  readonly groups: readonly Entry[] | null | undefined;
  readonly consents: readonly Entry[] | null | undefined;
  readonly createOnly: readonly string[] | undefined;
}

/** A join as far as one file describes it. */
export interface JoinParts {
  readonly at: Place;
  readonly files?: readonly string[];
  readonly source?: SourceParts;
  readonly key?: FieldRule;
  readonly equals?: FieldRule;
  readonly many?: boolean;
}

/** What the second file says goes before what the first one says, key by key; the `skip` rules of both hold. */
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
    password: own.password === null ? null : { ...base.password, ...own.password },
    skip: own.skip === null ? null : [...(own.skip ?? []), ...(base.skip ?? [])],
    identities: chosen(own.identities, base.identities),
    groups: chosen(own.groups, base.groups),
    consents: chosen(own.consents, base.consents),
    createOnly: chosen(own.createOnly, base.createOnly),
  };
}
