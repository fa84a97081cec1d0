import type { PlanDifference } from '../compare/compare.ts';
import type { Totals } from '../plan/row.ts';

/** How a plan differs from the plan with another mapping (`compare-mapping`), masked as the report is. */
export interface Comparison extends PlanDifference {
  /** The other mapping; the hash is null when it could not be read. */
  readonly base: { readonly name: string; readonly sha256: string | null };
  /** Sentences on why nothing could be compared; empty when it was. */
  readonly problems: readonly string[];
  /** Warnings of which more or fewer rows have one now. */
  readonly warnings: readonly WarningChange[];
  /** The totals with the other mapping; null when nothing could be compared. */
  readonly before: Totals | null;
}

/** How many rows have a warning with the other mapping and with this one. */
export interface WarningChange {
  readonly code: string;
  readonly before: number;
  readonly after: number;
}
