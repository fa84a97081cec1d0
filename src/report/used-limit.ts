/** How much of a limit a run used. */
export interface UsedLimit {
  /** Rows that failed, rows that are invalid in the plan, or rows that failed while sending. */
  readonly kind: 'failed' | 'invalid' | 'refused';
  /** As the input has it: `10` or `5%`. */
  readonly limit: string;
  readonly used: number;
  readonly allowed: number;
}
