import type { Constant, FieldRule } from '../field-rule.ts';
import type { CompileContext } from './compile-context.ts';
import type { FieldErrorFactory } from './field-error.ts';

/** What a rule gives when its source is empty; `constant` converts a value that the mapping's author wrote. */
export function emptyValue(
  { empty, at, field }: FieldRule,
  constant: (value: Constant) => unknown,
  makeError: FieldErrorFactory,
  { statusWayOut }: CompileContext,
): unknown {
  switch (empty?.kind) {
    case 'default':
      return constant(empty.value);
    case 'clear':
      return null;
    case 'refuse':
      return makeError(
        'value.missing',
        'must have a value, but the source has none',
        `${field === 'userStatus' ? statusWayOut : 'Fill it in the source'} (${at}).`,
      );
    case undefined:
      return undefined;
  }
}
