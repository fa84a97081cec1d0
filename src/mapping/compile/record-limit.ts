import type { Problem } from '../../source/record.ts';
import type { MappingLocation } from '../field-rule.ts';
import type { ProblemCode } from './field-error.ts';

/** Characters of the longest text that a step of a rule may make. What the export itself has is not limited by this. */
export const MAX_TEXT = 1024 * 1024;

/** A record needs more than a mapping may use for one. Thrown by any step of any rule; the row is then invalid. */
export class RecordLimit extends Error {
  readonly problem: Problem;

  private constructor(code: ProblemCode, message: string, hint: string) {
    super(message);
    this.name = 'RecordLimit';
    this.problem = { code, field: null, message, hint };
  }

  /** `what` has become too long: `the result of concat`. */
  static text(what: string, at: MappingLocation, limit = MAX_TEXT): RecordLimit {
    return new RecordLimit(
      'value.too_long',
      `${what.replace(/^\w/, (letter) => letter.toUpperCase())} (${at}) has more than ${limit} characters.`,
      'Correct the rule or the record, or leave such values out: `when: { from: …, matches: "^.{0,1000}$" }`.',
    );
  }

  /** A rule takes too much time: `a pattern takes too long for this record`. */
  static work(what: string, at: MappingLocation): RecordLimit {
    return new RecordLimit(
      'pattern.limit',
      `The rule at ${at} has ${what}.`,
      'Write the pattern with fewer repetitions, or leave such values out: `when: { from: …, matches: "^.{0,1000}$" }`.',
    );
  }
}
