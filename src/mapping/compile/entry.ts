import type { RecordBody } from '../../source/record.ts';
import { explainUnknown, findField, type Shape } from '../../user/cidaas-fields.ts';
import type { Entry, FieldRule } from '../mapping.ts';
import { cellJson, TOO_DEEP } from './cell-json.ts';
import type { CompileContext } from './compile-context.ts';
import { compileField, type FieldMaker } from './compile-field.ts';
import { FieldError } from './field-error.ts';
import { alternatives } from './libraries.ts';
import { isEmpty } from './plain-text.ts';
import type { Scope } from './scope.ts';
import { scopedReader } from './scoped-reader.ts';

export type ListKey = 'identities' | 'groups' | 'consents';

const SHAPES = { identities: 'identity', groups: 'group', consents: 'consent' } as const;

/** An entry of a mapping, ready to run on records. */
export interface EntryMaker {
  readonly makers: readonly FieldMaker[];
  /**
   * Calls `make` once for each element there is to be: once for a record, or once for each element of a list in it. Says why
   * when that list cannot be walked through.
   */
  readonly forEach: (body: RecordBody, make: () => void) => FieldError | undefined;
}

/** Prepares the fields of one shape. `prefix` leads to them in messages. */
export function makersOf(
  rules: readonly FieldRule[],
  shape: Shape,
  prefix: string,
  context: CompileContext,
): FieldMaker[] {
  return rules.flatMap((rule) => {
    const field = findField(shape, rule.field);
    if (field === undefined) {
      context.problems.push(`${rule.at}: ${explainUnknown(shape, rule.field)}`);
      return [];
    }
    return [compileField(rule, field, prefix + field.name, context)];
  });
}

export function compileEntry(entry: Entry, key: ListKey, index: number, context: CompileContext): EntryMaker {
  const prefix = `${key}[${index}].`;
  const { each, rules } = entry;
  if (each === null) {
    const once = (_body: RecordBody, make: () => void): undefined => {
      make();
    };
    return { makers: makersOf(rules, SHAPES[key], prefix, context), forEach: once };
  }
  for (const rule of rules.flatMap(alternatives)) {
    // Expressions are evaluated once for a record, before its lists are walked through.
    if (rule.source.kind === 'expr') context.problems.push(`${rule.at}: an entry with each takes no expr.`);
  }
  const element: Scope = { name: 'each', columns: null, value: undefined };
  const reader = scopedReader(context.reader, [element]);
  const read = context.reader.reading(each);
  const tooDeep = tooDeepIn(`${key}[${index}]`);
  return {
    makers: makersOf(rules, SHAPES[key], prefix, { ...context, reader }),
    forEach: (body, make) => {
      const list = elementsOf(read(body));
      if (list === TOO_DEEP) return tooDeep;
      for (element.value of list) make();
      return undefined;
    },
  };
}

/** The elements of a list, also of one that is written as JSON in a cell; anything else is its own only element. */
function elementsOf(value: unknown): readonly unknown[] | typeof TOO_DEEP {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return [value];
  const list = cellJson(value);
  if (list === TOO_DEEP) return list;
  return Array.isArray(list) ? (list as unknown[]) : [value];
}

function tooDeepIn(entry: string): FieldError {
  const message = `${entry} needs JSON, but the list for it is nested more deeply than records may be.`;
  return new FieldError('json.invalid', entry, message, 'Correct the cell in the source.');
}
