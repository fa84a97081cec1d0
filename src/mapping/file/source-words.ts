import { alternatives, type Condition, type FieldRule } from '../field-rule.ts';
import type { Mapping } from '../mapping.ts';
import { passwordRules } from './password-rule.ts';

/** Every text that a mapping compares values of the source with: keys of tables, and values of conditions. */
export function sourceWords(mapping: Mapping): Set<string> {
  const { fields, identities, groups, consents, skip, emailVerified, mfaSetUp, password } = mapping;
  const entries = [...identities, ...groups, ...consents].flatMap(({ rules }) => rules);
  const { passwordless = null } = password ?? {};
  const given = [...skip.map(({ when }) => when), emailVerified, mfaSetUp, passwordless];
  const conditions = given.filter((one) => one !== null);
  return new Set([
    ...[...fields, ...entries, ...passwordRules(password)].flatMap(ruleWords),
    ...conditions.flatMap(conditionWords),
  ]);
}

function ruleWords(rule: FieldRule): string[] {
  return alternatives(rule).flatMap(({ change, when }) => [
    ...(change?.kind === 'table' ? change.table.keys() : []),
    ...(when === null ? [] : conditionWords(when)),
  ]);
}

function conditionWords(condition: Condition): string[] {
  if ('conditions' in condition) return condition.conditions.flatMap(conditionWords);
  return condition.kind === 'is' || condition.kind === 'has' ? [...condition.values] : [];
}
