import type { FilePlaces } from '../failure-places.ts';
import type { FailureGroup } from '../failure-tally.ts';
import type { Words } from '../language/words.ts';
import type { IdentifierLevel, ReportHead } from '../report-data.ts';
import type { SourceLinks } from '../source-links.ts';
import type { UsedLimit } from '../used-limit.ts';
import type { ListName } from './list-name.ts';
import type { ListedRows } from './listed-rows.ts';

/** What `report.html` shows. */
export interface ReportPage {
  readonly head: ReportHead;
  readonly lists: { readonly [name in ListName]: ListedRows };
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
