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
  const conditions = [...skip.map(({ when }) => when), emailVerified, mfaSetUp].filter((one) => one !== null);
  return new Set([
    ...entries.flatMap(({ each }) => (each === null ? [] : [each.text])),
    ...rules.flatMap(ruleRefs),
    ...conditions.flatMap(conditionRefs),
  ]);
}

function ruleRefs(rule: FieldRule): string[] {
  return alternatives(rule).flatMap(({ source, when }) => [
    ...('refs' in source ? source.refs.map(({ text }) => text) : []),
    ...(when === null ? [] : conditionRefs(when)),
  ]);
}

function conditionRefs(condition: Condition): string[] {
  return 'conditions' in condition ? condition.conditions.flatMap(conditionRefs) : [condition.ref.text];
}
