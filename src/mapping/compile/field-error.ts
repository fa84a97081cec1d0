import type { PasswordCode } from '../../password/password-problems.ts';
import type { Problem } from '../../source/record.ts';

/** Every code that the mapping itself can give a row; what each means stands in `plan/problem-codes.ts`. */
export type ProblemCode =
  | 'boolean.invalid'
  | 'date.ambiguous'
  | 'date.invalid'
  | 'expr.failed'
  | 'field.unknown'
  | 'instant.invalid'
  | 'json.invalid'
  | 'number.imprecise'
  | 'number.invalid'
  | 'phone.invalid'
  | 'type.invalid'
  | 'value.missing'
  | 'value.unknown'
  | PasswordCode;

/** A value that cannot become what the field takes; stands in its place until the row is judged. */
export class FieldError {
  readonly code: ProblemCode;
  readonly problem: Problem;

  constructor(code: ProblemCode, field: string | null, message: string, hint: string) {
    this.code = code;
    this.problem = { code, field, message, hint };
  }
}
