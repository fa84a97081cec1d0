import type { LedgerRow, WarningList } from '../../plan/row.ts';
import type { FilePlaces } from '../failure-places.ts';
import type { FailureGroup } from '../failure-tally.ts';
import type { Words } from '../language/words.ts';
import type { IdentifierLevel, ReportHead } from '../report-data.ts';
import type { SourceLinks } from '../source-links.ts';
import type { UsedLimit } from '../used-limit.ts';

/** What `report.html` shows. Rows are read as they are consumed, and only as many as the page holds. */
export interface ReportPage {
  readonly head: ReportHead;
  readonly failures: Iterable<LedgerRow>;
  readonly warnings: WarningList;
  /** Created, updated or planned rows. */
  readonly successes: Iterable<LedgerRow>;
  readonly groups: readonly FailureGroup[];
  /** Where the failures are. */
  readonly places: readonly FilePlaces[];
  readonly limits: readonly UsedLimit[];
  readonly level: IdentifierLevel;
  readonly fileNames: readonly string[];
  /** Sentences for people: why the run ended as it did. */
  readonly notes: readonly string[];
  readonly links: SourceLinks;
  readonly words: Words;
}
