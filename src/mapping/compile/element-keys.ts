import { alternatives, type Condition, type FieldRule, type SourceRef } from '../field-rule.ts';
import type { ListEntry } from '../mapping.ts';
import { FieldError } from './field-error.ts';
import { parsePath, type SourcePath, valueAt } from './source-path.ts';

/** The fields without which an element of a list becomes no entry. */
const NEEDED: readonly string[] = ['provider', 'providerUserId', 'groupId', 'state'];

interface NeededKey {
  readonly field: string;
  /** One of these must be there. */
  readonly paths: readonly SourcePath[];
  readonly error: FieldError;
}

/**
 * Prepares looking for the keys that an entry with `each` reads in an element. A key that is not there at all has another name in
 * this export: the entry would be lost without a word. A key with an empty value is there.
 *
 * @param name of the entry in messages: `identities[0]`
 * @returns the error about a key of `field` that an element does not have
 */
export function elementKeys(
  rules: ListEntry['rules'],
  name: string,
): (element: unknown, field: string) => FieldError | undefined {
  const keys = rules.filter(({ field }) => NEEDED.includes(field)).flatMap((rule) => neededKeys(rule, name));
  return (element, field) => {
    if (typeof element !== 'object' || element === null || Object.keys(element).length === 0) return undefined;
    const isThere = (path: SourcePath): boolean => valueAt(element, path) !== undefined;
    return keys.find((key) => key.field === field && !key.paths.some(isThere))?.error;
  };
}

function neededKeys(rule: FieldRule, name: string): NeededKey[] {
  const rules = alternatives(rule);
  const sources = rules.map(({ source }) => ('refs' in source ? source.refs : null));
  // A constant or an expression always gives a value; a default replaces one.
  const isOptional = sources.includes(null) || rules.some(({ empty }) => empty !== null);
  const conditions = rules.flatMap(({ when }) => (when === null ? [] : comparedRefs(when)));
  return [...conditions.map((ref) => [ref]), ...(isOptional ? [] : [sources.flatMap((refs) => refs ?? [])])].flatMap(
    (refs) => neededKey(rule.field, refs, name),
  );
}

function neededKey(field: string, refs: readonly SourceRef[], name: string): NeededKey[] {
  const paths = refs.map(({ text }) => (text.startsWith('each.') ? parsePath(text.slice('each.'.length)) : null));
  if (paths.length === 0 || paths.includes(null)) return [];
  const names = refs.map(({ text, at }) => `"${text}" (${at})`).join(' or ');
  const error = new FieldError(
    'value.unread',
    `${name}.${field}`,
    `cannot be read: an element of the list has no ${names}`,
    'Write this block in your mapping with the keys that the elements have, or correct the source.',
  );
  return [{ field, paths: paths.filter((path) => path !== null), error }];
}

/** What a condition compares; `empty` asks whether something is there, so it may be missing. */
function comparedRefs(condition: Condition): SourceRef[] {
  if ('conditions' in condition) return condition.conditions.flatMap(comparedRefs);
  return condition.kind === 'empty' ? [] : [condition.ref];
}
