/** Finds joined records by their keys; handed in, since they lie on disk. */
export interface JoinIndex {
  /** The columns of a join's files; null when they are JSON. */
  columns(join: string): readonly string[] | null;
  /** The records with this key, in the order of their files. What is found here counts as matched. */
  find(join: string, key: string): readonly object[];
}
