import { alternatives, type Condition, type FieldRule, type SourceRef } from '../field-rule.ts';
import type { Mapping } from '../mapping.ts';
import { passwordRules } from './password-rule.ts';

/** Every column and path that a mapping reads, as it is written there; without those inside expressions. */
export function mappingRefs(mapping: Mapping): Set<string> {
  const { fields, identities, groups, consents, joins, skip, emailVerified, mfaSetUp, password } = mapping;
  const entries = [...identities, ...groups, ...consents];
  const rules = [
    ...fields,
    ...entries.flatMap((entry) => entry.rules),
    ...joins.map(({ equals }) => equals),
    ...passwordRules(password),
  ];
  const { passwordless = null } = password ?? {};
  const given = [...skip.map(({ when }) => when), emailVerified, mfaSetUp, passwordless];
  const conditions = given.filter((one) => one !== null);
  return new Set([
    ...entries.flatMap(({ each }) => (each === null ? [] : [each.text])),
    ...[...rules.flatMap(ruleRefs), ...conditions.flatMap(conditionRefs)].map(({ text }) => text),
  ]);
}

/** Every column and path that a rule, its conditions and its alternatives read. */
export function ruleRefs(rule: FieldRule): SourceRef[] {
  return alternatives(rule).flatMap(({ source, when, change }) => [
    ...('refs' in source ? source.refs : []),
    ...(when === null ? [] : conditionRefs(when)),
    ...(change?.kind === 'phone' && change.country !== null ? [change.country] : []),
  ]);
}

function conditionRefs(condition: Condition): SourceRef[] {
  if ('conditions' in condition) return condition.conditions.flatMap(conditionRefs);
  return [condition.ref, ...(condition.kind === 'includes' ? condition.values : [])];
}
