/** Something beside the record that references lead into by its name: a joined record, an element of a list. */
export interface Scope {
  readonly name: string;
  /** The columns of what stands there; null when it is JSON, which is followed by paths. */
  readonly columns: readonly string[] | null;
  /** What stands there for the record that is being mapped. */
  value: unknown;
}
