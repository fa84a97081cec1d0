import type { PasswordCode } from '../../password/password-problems.ts';
import type { Problem } from '../../source/record.ts';

/** Every code that the mapping itself can give a row; `plan/problem-codes.ts` explains each. */
export type ProblemCode =
  | 'boolean.invalid'
  | 'date.ambiguous'
  | 'date.invalid'
  | 'expr.failed'
  | 'expr.limit'
  | 'field.unknown'
  | 'instant.invalid'
  | 'json.invalid'
  | 'number.imprecise'
  | 'number.invalid'
  | 'pattern.limit'
  | 'phone.assumed-country'
  | 'phone.invalid'
  | 'type.invalid'
  | 'value.missing'
  | 'value.too_long'
  | 'value.unknown'
  | 'value.unread'
  | PasswordCode;

/** Why a value cannot become what the field takes. Returned in place of the value until the row is judged. */
export class FieldError {
  readonly code: ProblemCode;
  readonly problem: Problem;
  /** What is wrong, as the rest of a sentence that begins with the field: `must be a number`. */
  readonly reason: string;

  constructor(code: ProblemCode, field: string | null, reason: string, hint: string, message = `${field} ${reason}.`) {
    this.code = code;
    this.reason = reason;
    this.problem = { code, field, message, hint };
  }
}

/** Makes the errors of one field. Called while a mapping is compiled, so that a row only returns an error that exists. */
export type FieldErrorFactory = (code: ProblemCode, reason: string, hint: string) => FieldError;

export function fieldErrors(field: string): FieldErrorFactory {
  return (code, reason, hint) => new FieldError(code, field, reason, hint);
}
