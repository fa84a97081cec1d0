/** The part of a stream that a log needs. */
export interface LogStream {
  readonly isTTY?: boolean | undefined;
  /** The width of a terminal. */
  readonly columns?: number | undefined;
  write(text: string): unknown;
}
