import type { RecordBody } from '../../source/record.ts';
import { alternatives, type Condition, type FieldRule, type SourceRef } from '../field-rule.ts';
import type { ListEntry } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition } from './condition.ts';
import { FieldError } from './field-error.ts';
import { isEmpty, isHollow } from './source-value.ts';

/** The fields without which an element of a list becomes no entry. */
const NEEDED: readonly string[] = ['provider', 'providerUserId', 'groupId', 'state'];

type Test = (body: RecordBody) => boolean;

interface NeededKey {
  readonly isMissing: Test;
  readonly error: FieldError;
}

/**
 * Prepares looking for the keys that an entry with `each` reads in an element. In an element that has other values, such a key has
 * another name, or its value got lost: the entry would be lost without a word.
 *
 * @param name of the entry in messages: `identities[0]`
 * @param context reads the element as `each`
 * @returns the error about a key of `field` that an element does not have
 */
export function elementKeys(
  rules: ListEntry['rules'],
  name: string,
  context: CompileContext,
): (element: unknown, body: RecordBody, field: string) => FieldError | undefined {
  const needed = rules.filter(({ field }) => NEEDED.includes(field));
  const keys = new Map(needed.map((rule) => [rule.field, neededKeys(rule, `${name}.${rule.field}`, context)]));
  return (element, body, field) => {
    if (typeof element !== 'object' || element === null) return undefined;
    if (Object.keys(element).length === 0 || isHollow(element)) return undefined;
    return keys.get(field)?.find(({ isMissing }) => isMissing(body))?.error;
  };
}

function neededKeys(rule: FieldRule, field: string, context: CompileContext): NeededKey[] {
  const rules = alternatives(rule);
  const { reader } = context;
  const isThere = (ref: SourceRef): Test => {
    const read = reader.reading(ref);
    return (body) => !isEmpty(read(body));
  };
  const compared = rules.flatMap(({ when }) => (when === null ? [] : comparedRefs(when))).filter(isOfElement);
  const conditions = compared.map((ref) => {
    const found = isThere(ref);
    return { isMissing: (body: RecordBody) => !found(body), error: missing(field, [ref]) };
  });
  const sources = rules.map(({ source, when, empty }) => ({
    // A constant always gives a value; a default replaces one.
    refs: 'refs' in source && empty === null && source.refs.every(isOfElement) ? source.refs : null,
    holds: when === null ? () => true : compileCondition(when, context),
  }));
  if (sources.some(({ refs }) => refs === null)) return conditions;
  const tests = sources.map(({ refs, holds }) => ({ holds, found: (refs ?? []).map(isThere) }));
  const isMissing = (body: RecordBody): boolean => {
    const applying = tests.filter(({ holds }) => holds(body) === true);
    return applying.length > 0 && !applying.some(({ found }) => found.some((each) => each(body)));
  };
  const refs = sources.flatMap((source) => source.refs ?? []);
  return [...conditions, { isMissing, error: missing(field, refs) }];
}

function missing(field: string, refs: readonly SourceRef[]): FieldError {
  const names = refs.map(({ text, at }) => `"${text}" (${at})`).join(' or ');
  return new FieldError(
    'value.unread',
    field,
    `cannot be read: an element of the list has no value in ${names}`,
    'Write this block in your mapping with the keys that the elements have, or correct the source.',
  );
}

function isOfElement({ text }: SourceRef): boolean {
  return text.startsWith('each.');
}

/** What a condition compares; `empty` asks whether something is there, so it may be missing. */
function comparedRefs(condition: Condition): SourceRef[] {
  if ('conditions' in condition) return condition.conditions.flatMap(comparedRefs);
  return condition.kind === 'empty' ? [] : [condition.ref];
}
