import type { Constant, FieldRule } from '../field-rule.ts';
import type { CompileContext } from './compile-context.ts';
import type { FieldErrorFactory } from './field-error.ts';
import { missingValue } from './missing-source.ts';

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
      return missingValue(field === 'userStatus' ? statusWayOut : null, at, makeError);
    case undefined:
      return undefined;
  }
}
