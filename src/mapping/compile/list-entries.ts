import type { Problem, RecordBody } from '../../source/record.ts';
import { alternatives } from '../field-rule.ts';
import type { ListEntry } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { type CompiledField, compileFields } from './compile-field.ts';
import { elementKeys } from './element-keys.ts';
import { FieldError } from './field-error.ts';
import { type Scope, scopedReader } from './scoped-reader.ts';
import type { Target } from './set-path.ts';
import { isEmpty, parseCell, TOO_DEEP } from './source-value.ts';
import { WarnedValue } from './warned-value.ts';

export type ListKey = 'identities' | 'groups' | 'consents';

const SHAPES = { identities: 'identity', groups: 'group', consents: 'consent' } as const;

/** Fills one of a user's lists, and adds what cannot be made to `errors`. */
export type FillList = (body: RecordBody, user: Target, errors: FieldError[], warnings: Problem[]) => void;

interface EntryField extends CompiledField {
  readonly isEvidence: boolean;
}

interface CompiledEntry {
  readonly fields: readonly EntryField[];
  /** An identity whose provider is left out is none: without a provider it would be the user's own. */
  readonly needsProvider: boolean;
  /** Calls `make` for each element that the entry may become; returns an error when the list in the record cannot be read. */
  readonly forEach: (body: RecordBody, make: (element: unknown) => void) => FieldError | undefined;
  /** The error about a key that a field needs and an element does not have. */
  readonly missingKey: (element: unknown, body: RecordBody, field: string) => FieldError | undefined;
}

/** Compiles the entries that a mapping has for a list. Entries without data of the record are left out of the list. */
export function compileList(key: ListKey, entries: readonly ListEntry[], context: CompileContext): FillList {
  const compiled = entries.map((entry, index) => compileEntry(entry, key, index, context));
  return (body, user, errors, warnings) => {
    const list: Target[] = [];
    for (const { fields, forEach, needsProvider, missingKey } of compiled) {
      const unread = forEach(body, (element) => {
        const entry: Target = {};
        const missing: FieldError[] = [];
        let hasData = false;
        for (const { rule, make, put, isEvidence } of fields) {
          const value = make(body);
          if (value === undefined) {
            const error = missingKey(element, body, rule.field);
            if (error !== undefined) missing.push(error);
            continue;
          }
          if (value instanceof FieldError) {
            errors.push(value);
            continue;
          }
          if (value instanceof WarnedValue) warnings.push(value.warning);
          const made = value instanceof WarnedValue ? value.value : value;
          context.meter.grow(made, rule.at);
          put(entry, made);
          if (isEvidence && value !== null) hasData = true;
        }
        const isLeftOut = needsProvider && entry.provider === undefined;
        if (hasData && !isLeftOut) list.push(entry);
        // An element whose provider is left out needs no other key.
        if (!isLeftOut || missingKey(element, body, 'provider') !== undefined) errors.push(...missing);
      });
      if (unread !== undefined) errors.push(unread);
    }
    if (list.length > 0) user[key] = list;
  };
}

function compileEntry({ each, rules }: ListEntry, key: ListKey, index: number, context: CompileContext): CompiledEntry {
  const name = `${key}[${index}]`;
  const needsProvider = key === 'identities' && rules.some(({ field }) => field === 'provider');
  const fieldsOf = (inner: CompileContext): EntryField[] =>
    compileFields(rules, SHAPES[key], `${name}.`, inner).map((field) => ({
      ...field,
      isEvidence: isEvidence(key, field),
    }));
  if (each === null) {
    const once = (_body: RecordBody, make: (element: unknown) => void): undefined => {
      make(undefined);
    };
    return { fields: fieldsOf(context), needsProvider, forEach: once, missingKey: () => undefined };
  }
  for (const rule of rules.flatMap(alternatives)) {
    // Expressions are evaluated once for a record, before its lists are walked through.
    if (rule.source.kind === 'expr') context.problems.push(`${rule.at}: expr cannot be used in an entry with each.`);
  }
  const element: Scope = { name: 'each', columns: null, paths: null, value: undefined };
  const read = context.reader.reading(each);
  const tooDeep = new FieldError(
    'json.invalid',
    name,
    'must be JSON, but the list for it is nested more deeply than records may be',
    'Correct the cell in the source, or take the block out of the mapping, for a preset with `identities: null`.',
  );
  const otherShape = new FieldError(
    'value.unread',
    name,
    `has a value in the source, but not in the shape of "${each.text}" (${each.at})`,
    `Write ${key} in your mapping with a path to where the list is, or correct the source.`,
  );
  const reader = scopedReader(context.reader, [element]);
  return {
    fields: fieldsOf({ ...context, reader }),
    needsProvider,
    missingKey: elementKeys(rules, name, { ...context, reader }),
    forEach: (body, make) => {
      const value = read(body);
      if (typeof value === 'symbol') return otherShape;
      const list = elementsOf(value);
      if (list === TOO_DEEP) return tooDeep;
      for (element.value of list) make(element.value);
      return undefined;
    },
  };
}

/** The elements of a list, also of one that is written as JSON in a cell; any other value is the only element. */
function elementsOf(value: unknown): readonly unknown[] | typeof TOO_DEEP {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return [value];
  const list = parseCell(value);
  if (list === TOO_DEEP) return list;
  return Array.isArray(list) ? (list as unknown[]) : [value];
}

/**
 * Whether a value of this field shows that the entry exists for a record. Constants are the same in every record, and so are
 * the provider and the sub that all identities repeat; a group is its id, a consent its state.
 */
function isEvidence(key: ListKey, { rule }: CompiledField): boolean {
  switch (key) {
    case 'identities':
      return rule.source.kind !== 'value' && rule.field !== 'provider' && rule.field !== 'sub';
    case 'groups':
      return rule.field === 'groupId';
    case 'consents':
      return rule.field === 'state';
  }
}
