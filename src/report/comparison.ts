import type { PlanDifference } from '../compare/compare.ts';
import type { Totals } from '../plan/row.ts';

/** What a plan decides otherwise than the plan with another mapping (`compare-mapping`) does, masked as the report is. */
export interface Comparison extends PlanDifference {
  /** The mapping that was compared with; the hash is null when it could not be read. */
  readonly base: { readonly name: string; readonly sha256: string | null };
  /** Why nothing could be compared, in sentences; empty when it was. */
  readonly problems: readonly string[];
  /** What would become of the rows with that mapping; null when nothing could be compared. */
  readonly before: Totals | null;
}
