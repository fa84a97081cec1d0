import { type Carried, carryHash } from '../../password/carry.ts';
import { leftOutProblem } from '../../password/password-problems.ts';
import { recogniseHash } from '../../password/recognise.ts';
import type { Problem, RecordBody } from '../../source/record.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { FieldRule } from '../field-rule.ts';
import type { SentHash } from '../mapped.ts';
import type { PasswordRule } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileField } from './compile-field.ts';
import { compileCondition, Undecided } from './condition.ts';
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
const LEFT_OUT: PasswordResult = { sent: null, problem: null, warning: leftOutProblem() };
const PART: CidaasField = { name: 'password', path: ['part'], type: 'custom', level: 'account', clearable: false };

/**
 * Compiles the password of a mapping. A record for which the mapping's `when` does not hold has no password; a value that is
 * still there is a warning, since the condition may look for a shape that this record does not have.
 */
export function compilePassword(
  rule: PasswordRule | null,
  context: CompileContext,
): (body: RecordBody) => PasswordResult {
  if (rule === null) return () => NO_PASSWORD;
  const { when } = rule.value;
  const holds = when === null ? () => true : compileCondition(when, context);
  const { passwordless } = rule;
  const mayLack = passwordless === null ? () => false : compileCondition(passwordless, context);
  const part = (made: FieldRule | null) =>
    made === null ? () => undefined : compileField(made, PART, made.field, context).make;
  const value = part({ ...rule.value, when: null });
  // The value may be a whole object: a mark of nothing in it is no hash.
  const [ref] = 'refs' in rule.value.source ? rule.value.source.refs : [];
  const clean = ref === undefined ? (made: unknown) => made : context.reader.cleaner.deepCleaning(ref);
  // The export has no column for it: nothing is lost, and the run reports that nobody has a password.
  if (value === ABSENT) return () => NO_PASSWORD;
  const algorithm = part(rule.algorithm);
  const salt = part(rule.salt);
  const iterations = part(rule.iterations);
  return (body) => {
    const read = value(body);
    const isRecord = body.kind === 'object' && read === body.object;
    const parts = {
      value: read instanceof FieldError ? read : clean(read),
      algorithm: algorithm(body),
      salt: salt(body),
      iterations: iterations(body),
    };
    const verdict = holds(body);
    if (verdict instanceof Undecided) return problemOf(undecided(verdict));
    for (const made of Object.values(parts))
      if (made instanceof FieldError) return verdict ? problemOf(made.problem) : LEFT_OUT;
    const declared = typeof parts.algorithm === 'string' ? parts.algorithm : undefined;
    const recognised = recogniseHash({ ...rule.settings, ...parts, algorithm: declared, isRecord });
    if (!verdict) return recognised.kind === 'none' ? NO_PASSWORD : LEFT_OUT;
    const lacks = recognised.kind === 'none' && mayLack(body);
    if (lacks instanceof Undecided) return problemOf(undecided(lacks));
    if (lacks) return NO_PASSWORD;
    return resultOf(carryHash(recognised, rule.carry));
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

function undecided({ what, hint }: Undecided): Problem {
  const message = `Whether the user has a password depends on ${what}.`;
  return { code: 'value.unread', field: 'password', message, hint };
}

function problemOf(problem: Problem): PasswordResult {
  return { sent: null, problem, warning: null };
}
