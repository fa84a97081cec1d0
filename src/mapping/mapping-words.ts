<<<<<<< HEAD
import { readYaml } from './yaml-lines.ts';

/**
 * Every word that stands in a mapping file, keys and values, as text: what its author wrote is nobody's data and may be shown
 * where a user's value must not be. A file that is no YAML has none.
 */
export function mappingWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  collect(readYaml(text.replace(/^\uFEFF/, '')).value, words);
  return words;
}

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) words.add(key);
      collect(inner, words);
    }
  } else if (value !== null && value !== undefined) words.add(String(value));
=======
import { alternatives } from './libraries.ts';
import type { Condition, FieldRule, Mapping } from './mapping.ts';
import { passwordRules } from './password-rule.ts';

/** Every text of the source that a mapping itself compares values with: keys of tables, and values of conditions. */
export function mappingWords(mapping: Mapping): Set<string> {
  const { fields, identities, groups, consents, skip, emailVerified, mfaSetUp, password } = mapping;
  const entries = [...identities, ...groups, ...consents].flatMap(({ rules }) => rules);
  const conditions = [...skip.map(({ when }) => when), emailVerified, mfaSetUp].filter((one) => one !== null);
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
  return condition.kind === 'is' ? [...condition.values] : [];
>>>>>>> check
}
