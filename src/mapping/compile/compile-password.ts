import { type Carried, carryHash } from '../../password/carry.ts';
import { recogniseHash } from '../../password/recognise.ts';
import type { Problem, RecordBody } from '../../source/record.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { FieldRule } from '../field-rule.ts';
import type { SentHash } from '../mapped.ts';
import type { PasswordRule } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileField } from './compile-field.ts';
import { compileCondition } from './condition.ts';
import { FieldError } from './field-error.ts';
import { ABSENT } from './source-reader.ts';

/** What became of a user's password. */
export interface PasswordResult {
  /** Null: the user is sent without one. */
  readonly sent: SentHash | null;
  /** Why the row is invalid, or null. */
  readonly problem: Problem | null;
  readonly warning: Problem | null;
}

const NO_PASSWORD: PasswordResult = { sent: null, problem: null, warning: null };
const PART: CidaasField = { name: 'password', path: ['part'], type: 'custom', level: 'account', clearable: false };

/**
 * Compiles the password of a mapping. A record for which the mapping's condition does not hold has no password, without a
 * problem or warning.
 */
export function compilePassword(
  rule: PasswordRule | null,
  context: CompileContext,
): (body: RecordBody) => PasswordResult {
  if (rule === null) return () => NO_PASSWORD;
  const { when } = rule.value;
  const holds = when === null ? () => true : compileCondition(when, context.reader, context.now);
  const part = (made: FieldRule | null) =>
    made === null ? () => undefined : compileField(made, PART, made.field, context).make;
  const value = part({ ...rule.value, when: null });
  // The export has no column for it: nothing is lost, and the run reports that nobody has a password.
  if (value === ABSENT) return () => NO_PASSWORD;
  const algorithm = part(rule.algorithm);
  const salt = part(rule.salt);
  const iterations = part(rule.iterations);
  return (body) => {
    if (!holds(body)) return NO_PASSWORD;
    const parts = { value: value(body), algorithm: algorithm(body), salt: salt(body), iterations: iterations(body) };
    for (const made of Object.values(parts)) if (made instanceof FieldError) return problemOf(made.problem);
    const declared = typeof parts.algorithm === 'string' ? parts.algorithm : undefined;
    return resultOf(carryHash(recogniseHash({ ...rule.settings, ...parts, algorithm: declared }), rule.carry));
  };
}

function resultOf(carried: Carried): PasswordResult {
  switch (carried.kind) {
    case 'sent':
      return { sent: carried, problem: null, warning: null };
    case 'without':
      return carried.warning === null ? NO_PASSWORD : { sent: null, problem: null, warning: carried.warning };
    case 'refused':
      return problemOf(carried.problem);
  }
}

function problemOf(problem: Problem): PasswordResult {
  return { sent: null, problem, warning: null };
}
