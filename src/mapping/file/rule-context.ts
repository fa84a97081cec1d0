import type { Place, SourceRef } from '../mapping.ts';
/** Where a rule stands, and where its problems go. */
export interface RuleContext {
  /** Place of a key of the rule, or of the rule itself. */
  at(...path: readonly PropertyKey[]): Place;
  /** Takes a clause about the rule that stands at `path` in it. */
  complain(path: readonly PropertyKey[], message: string): void;
  /** Of the columns that the rule names. */
  readonly presence: SourceRef['presence'];
}
