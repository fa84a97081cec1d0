import type { Problem } from '../source/record.ts';
import { type PlanCode, PROBLEM_CODES } from './problem-codes.ts';

/** What the rules found about one user. */
export class Findings {
  readonly errors: Problem[] = [];
  readonly warnings: Problem[] = [];

  /** Notes a problem; `message` says more than the code's meaning, and like it never holds the value. */
  add(code: PlanCode, field: string | null, message?: string): void {
    const { severity, meaning, hint } = PROBLEM_CODES[code];
    const problem = { code, field, message: message ?? meaning, hint };
    if (severity === 'error') this.errors.push(problem);
    else this.warnings.push(problem);
  }
}
