import type { RecordBody } from '../../source/record.ts';
import { alternatives, type Condition, type FieldRule, type SourceRef } from '../field-rule.ts';
import type { ListEntry } from '../mapping.ts';
import { FieldError } from './field-error.ts';
import type { Read, SourceReader } from './source-reader.ts';
import { isEmpty, isHollow } from './source-value.ts';

/** The fields without which an element of a list becomes no entry. */
const NEEDED: readonly string[] = ['provider', 'providerUserId', 'groupId', 'state'];

interface NeededKey {
  readonly field: string;
  /** One of these must be there. */
  readonly reads: readonly Read[];
  readonly error: FieldError;
}

/**
 * Prepares looking for the keys that an entry with `each` reads in an element. In an element that has other values, such a key has
 * another name, or its value got lost: the entry would be lost without a word.
 *
 * @param name of the entry in messages: `identities[0]`
 * @param reader of the element, as `each`
 * @returns the error about a key of `field` that an element does not have
 */
export function elementKeys(
  rules: ListEntry['rules'],
  name: string,
  reader: SourceReader,
): (element: unknown, body: RecordBody, field: string) => FieldError | undefined {
  const keys = rules.filter(({ field }) => NEEDED.includes(field)).flatMap((rule) => neededKeys(rule, name, reader));
  return (element, body, field) => {
    if (typeof element !== 'object' || element === null) return undefined;
    if (Object.keys(element).length === 0 || isHollow(element)) return undefined;
    const isThere = (read: Read): boolean => !isEmpty(read(body));
    return keys.find((key) => key.field === field && !key.reads.some(isThere))?.error;
  };
}

function neededKeys(rule: FieldRule, name: string, reader: SourceReader): NeededKey[] {
  const rules = alternatives(rule);
  const sources = rules.map(({ source }) => ('refs' in source ? source.refs : null));
  // A constant or an expression always gives a value; a default replaces one.
  const isOptional = sources.includes(null) || rules.some(({ empty }) => empty !== null);
  const conditions = rules.flatMap(({ when }) => (when === null ? [] : comparedRefs(when)));
  return [...conditions.map((ref) => [ref]), ...(isOptional ? [] : [sources.flatMap((refs) => refs ?? [])])].flatMap(
    (refs) => neededKey(rule.field, refs, name, reader),
  );
}

function neededKey(field: string, refs: readonly SourceRef[], name: string, reader: SourceReader): NeededKey[] {
  if (refs.length === 0 || !refs.every(({ text }) => text.startsWith('each.'))) return [];
  const names = refs.map(({ text, at }) => `"${text}" (${at})`).join(' or ');
  const error = new FieldError(
    'value.unread',
    `${name}.${field}`,
    `cannot be read: an element of the list has no value in ${names}`,
    'Write this block in your mapping with the keys that the elements have, or correct the source.',
  );
  return [{ field, reads: refs.map((ref) => reader.reading(ref)), error }];
}

/** What a condition compares; `empty` asks whether something is there, so it may be missing. */
function comparedRefs(condition: Condition): SourceRef[] {
  if ('conditions' in condition) return condition.conditions.flatMap(comparedRefs);
  return condition.kind === 'empty' ? [] : [condition.ref];
}
