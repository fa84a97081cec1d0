import { alternatives, type Condition, type FieldRule } from '../field-rule.ts';
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
    ...rules.flatMap(ruleRefs),
    ...conditions.flatMap(conditionRefs),
  ]);
}

function ruleRefs(rule: FieldRule): string[] {
  return alternatives(rule).flatMap(({ source, when, change }) => [
    ...('refs' in source ? source.refs.map(({ text }) => text) : []),
    ...(when === null ? [] : conditionRefs(when)),
    ...(change?.kind === 'phone' && change.country !== null ? [change.country.text] : []),
  ]);
}

function conditionRefs(condition: Condition): string[] {
  if ('conditions' in condition) return condition.conditions.flatMap(conditionRefs);
  return [condition.ref.text, ...(condition.kind === 'includes' ? condition.values.map(({ text }) => text) : [])];
}
