import type { LedgerRow } from '../../plan/row.ts';
import { explainedRow } from '../language/explained-row.ts';
import { isRehearsal } from '../rehearsal.ts';
import { FAILURE_OUTCOMES, successOutcomes } from '../report-data.ts';
import { type ShownRow, shownRow, shownWarning } from '../shown-row.ts';
import type { ListName } from './list-name.ts';
import { allowedRows } from './page-allowance.ts';
import { type PAGE_BOUNDS, type PageListParts, pageList } from './page-list.ts';
import { pageRow } from './page-row.ts';
import type { PageRow } from './page-rows.ts';
import type { ReportPage } from './report-page.ts';

/** The lists of a page, each with as many rows as `bounds` allow. */
export function pageLists(
  page: ReportPage,
  bounds: typeof PAGE_BOUNDS,
): { readonly [name in ListName]: PageListParts } {
  const { head, failures, warnings, successes, level, fileNames, links, words } = page;
  const style = { rehearsed: isRehearsal(head), links, words };
  const shown = (row: ShownRow): PageRow => pageRow(explainedRow(row, words.language));
  const ofRow = (row: LedgerRow): PageRow => shown(shownRow(row, level, fileNames));
  const failed = totalsOf(page, FAILURE_OUTCOMES);
  const succeeded = totalsOf(page, successOutcomes(head.mode));
  const none = `<p class="dim">${words.text(head.totals.rows === 0 ? 'page.no-rows' : 'page.none')}</p>\n`;
  return {
    failures: pageList({
      ...{ ...style, name: 'failures', totals: failed, maxCharacters: bounds.failures.characters, none },
      rows: mapped(
        allowedRows(failures, ({ outcome }) => outcome, failed, bounds.failures.rows),
        ofRow,
      ),
    }),
    warnings: pageList({
      ...{ ...style, name: 'warnings', totals: warnings.byCode, maxCharacters: bounds.warnings.characters, none: '' },
      rows: mapped(
        allowedRows(warnings.rows(), ({ code }) => code, warnings.byCode, bounds.warnings.rows),
        (row) => shown(shownWarning(row, level, fileNames)),
      ),
    }),
    successes: pageList({
      ...{ ...style, name: 'successes', totals: succeeded, maxCharacters: bounds.successes.characters, none: '' },
      rows: mapped(
        allowedRows(successes, ({ outcome }) => outcome, succeeded, bounds.successes.rows),
        ofRow,
      ),
    }),
  };
}

function totalsOf(
  { head: { totals } }: ReportPage,
  outcomes: readonly LedgerRow['outcome'][],
): { readonly [outcome: string]: number } {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, totals[outcome]]));
}

function* mapped<Row>(rows: Iterable<Row>, shown: (row: Row) => PageRow): Generator<PageRow> {
  for (const row of rows) yield shown(row);
}
