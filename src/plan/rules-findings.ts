import type { Problem } from '../source/record.ts';
import { type PlanCode, PROBLEM_CODES } from './problem-codes.ts';
import type { RulePolicy } from './rule-policy.ts';

/** What the rules found about one user. */
export class Findings {
  readonly errors: Problem[] = [];
  readonly warnings: Problem[] = [];
  readonly policy: RulePolicy;

  constructor(policy: RulePolicy) {
    this.policy = policy;
  }

  /** Notes a problem; `message` says more than the code's meaning, and like it never holds the value. */
  add(code: PlanCode, field: string | null, message?: string): void {
    const { severity, meaning, hint } = PROBLEM_CODES[code];
    const problem = { code, field, message: message ?? meaning, hint };
    switch (this.policy.severities.get(code) ?? severity) {
      case 'error':
        this.errors.push(problem);
        break;
      case 'warn':
      case 'warning':
        this.warnings.push(problem);
        break;
      case 'off':
        break;
    }
  }
}
