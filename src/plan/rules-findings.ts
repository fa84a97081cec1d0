import type { Problem } from '../source/record.ts';
import { type PlanCode, PROBLEM_CODES } from './problem-codes.ts';
import type { RulePolicy } from './rule-policy.ts';

/** The problems that the rules found for one user. */
export class Findings {
  readonly errors: Problem[] = [];
  readonly warnings: Problem[] = [];
  readonly policy: RulePolicy;

  constructor(policy: RulePolicy) {
    this.policy = policy;
  }

  /** Adds a problem; `message` and `hint` are more specific than those of the code and, like them, never contain the value. */
  add(code: PlanCode, field: string | null, message?: string, hint?: string): void {
    const entry = PROBLEM_CODES[code];
    const { severity } = entry;
    const problem = { code, field, message: message ?? entry.meaning, hint: hint ?? entry.hint };
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
