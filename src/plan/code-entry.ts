/** The meaning of a code, for docs and messages. */
export interface CodeEntry {
  /** `error` makes the row invalid; with `warning` the row is counted and still sent. */
  readonly severity: 'error' | 'warning';
  /** A mapping cannot change the severity: a user could gain access, be locked out or get lost. */
  readonly fixed?: true;
  /** One sentence: what is wrong. */
  readonly meaning: string;
  /** One sentence: what to do next. */
  readonly hint: string;
}
