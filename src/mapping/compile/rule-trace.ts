import type { MappingLocation } from '../field-rule.ts';

/** What one rule did with one record. Values are those of the record: to be masked before they are shown. */
export interface RuleTrace {
  /** As problems call it: `identities[0].email`, `password.salt`. */
  readonly field: string;
  readonly at: MappingLocation;
  /** False when the condition of the rule does not hold; then it read nothing. */
  readonly applies: boolean;
  /** The value that was read, before any step. */
  readonly input: unknown;
  /** In the order in which they ran, by the mapping file's key for the step; a step on the items of a list appears once for each item. */
  readonly steps: readonly { readonly name: string; readonly result: unknown }[];
  /** Undefined when the rule leaves the field out, a `FieldError` when the value cannot be made. */
  readonly result: unknown;
}

/** Takes what each rule did, in the order in which the rules ran. */
export type NoteRule = (trace: RuleTrace) => void;
