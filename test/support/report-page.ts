import type { TimelineSummary } from '../../src/apply/timeline.ts';
import type { LedgerRow, Outcome, WarningList } from '../../src/plan/row.ts';
import { failurePlaces } from '../../src/report/failure-places.ts';
import { failureTally } from '../../src/report/failure-tally.ts';
import { collectedRows, outcomeCounts, streamedRows } from '../../src/report/html/listed-rows.ts';
import { reportHtml } from '../../src/report/html/report-html.ts';
import type { ReportPage } from '../../src/report/html/report-page.ts';
import { wordsOf } from '../../src/report/language/words-of.ts';
import {
  FAILURE_OUTCOMES,
  type IdentifierLevel,
  type ReportHead,
  successOutcomes,
} from '../../src/report/report-data.ts';
import { shownRows, shownWarnings } from '../../src/report/shown-row.ts';
import { NO_LINKS } from '../../src/report/source-links.ts';
import { ledgerRow, NO_WARNINGS, reportHead, totalsOf } from './report-builder.ts';

export const PAGE_FILES = ['users.csv', 'archive/users-2019.csv'];

const NO_ROWS = { totals: {}, first: [], lines: [] };

/** A page without rows, in English. */
export const EMPTY_PAGE: Omit<ReportPage, 'head'> = {
  lists: { failures: NO_ROWS, warnings: NO_ROWS, successes: NO_ROWS },
  groups: [],
  places: [],
  limits: [],
  level: 'masked',
  fileNames: PAGE_FILES,
  notes: [],
  links: NO_LINKS,
  words: wordsOf('en'),
};

/** `report.html` of these failures, which are all there are unless the head says otherwise. */
export function renderPage(
  failures: readonly LedgerRow[],
  given: Partial<ReportHead> = {},
  level: IdentifierLevel = 'masked',
  notes: readonly string[] = [],
  warnings: WarningList = NO_WARNINGS,
  { successes = [], ...more }: Partial<Omit<ReportPage, 'lists'>> & { readonly successes?: readonly LedgerRow[] } = {},
): string {
  const tally = failureTally();
  const places = failurePlaces();
  for (const row of failures) {
    tally.add(row);
    places.add(row);
  }
  const head = reportHead({ totals: totalsOf(failures), ...given });
  const language = more.words?.language ?? 'en';
  const shown = (rows: readonly LedgerRow[]) => shownRows(rows, level, PAGE_FILES);
  const lists = {
    failures: streamedRows(shown(failures), {
      ...{ name: 'failures', totals: outcomeCounts(head.totals, FAILURE_OUTCOMES), language },
    }),
    warnings: collectedRows({ name: 'warnings', totals: warnings.byCode, language }),
    successes: collectedRows({
      ...{ name: 'successes', totals: outcomeCounts(head.totals, successOutcomes(head.mode)), language },
    }),
  };
  for (const row of shownWarnings(warnings.rows(), level, PAGE_FILES)) lists.warnings.add(row);
  for (const row of shown(successes)) lists.successes.add(row);
  const counted = { groups: tally.groups(), places: places.files() };
  return [...reportHtml({ ...EMPTY_PAGE, head, lists, ...counted, level, notes, ...more })].join('');
}

const KINDS: readonly { outcome: Outcome; code: string; field: string | null; message: string; hint: string }[] = [
  {
    outcome: 'invalid',
    code: 'email.invalid',
    field: 'email',
    message: 'The e-mail address has no domain.',
    hint: 'Correct it in the source system, or leave the cell empty.',
  },
  {
    outcome: 'duplicate',
    code: 'duplicate',
    field: null,
    message: 'The same user is in row 9, which is imported.',
    hint: 'Remove one of the two rows.',
  },
  {
    outcome: 'invalid',
    code: 'date.invalid',
    field: 'birthdate',
    message: 'birthdate is not a date in the format dd.MM.yyyy.',
    hint: 'Correct the date, or name the format in the mapping.',
  },
  {
    outcome: 'failed',
    code: 'tenant.507',
    field: null,
    message: 'invalid email passed',
    hint: 'Check that the e-mail domain exists and is not a disposable one, then run again.',
  },
  {
    outcome: 'unsent',
    code: 'unsent',
    field: null,
    message: 'The run stopped before this row was sent.',
    hint: 'Run the same export again: it continues with what is not settled.',
  },
];

/** So many failures of five kinds in turn: rows 2, 4, 6 …, every message of the tenant with a reference of its own. */
export function manyFailures(rows: number): LedgerRow[] {
  return Array.from({ length: rows }, (_, index) => {
    const kind = KINDS[index % KINDS.length];
    const number = String(index).padStart(12, '0');
    const reference = kind?.outcome === 'failed' ? ` (reference 1767225600000-8d5b0a4e-1111-4222-8333-${number})` : '';
    return ledgerRow({
      ...kind,
      row: index * 2 + 2,
      file: index % 10 === 9 ? 1 : 0,
      line: index * 2 + 3,
      message: `${kind?.message}${reference}`,
      identifiers: { sub: `3f1c7a52-0000-4000-8000-${number}`, email: `${letter(index)}person@example.com` },
      attempts: kind?.outcome === 'failed' ? 1 : 0,
    });
  });
}

function letter(index: number): string {
  return 'abcdefghijklmnopqrstuvwxyz'.charAt(index % 26);
}

/** A run of twelve minutes that was slow in its middle, stood still, and got better. */
export function bumpyTimeline(): TimelineSummary {
  const buckets = Array.from({ length: 360 }, (_, index) => {
    const isSlow = index >= 160 && index < 220;
    const users = isSlow ? 20 : 100;
    const failed = isSlow ? 8 : 0;
    const [p50, p95] = isSlow ? [1500, 12_000] : [200, 340];
    return { ms: index * 2000, settled: users - failed, failed, requests: users / 20, p50, p95 };
  });
  const isStill = (index: number): boolean => index >= 220 && index < 235;
  return {
    startedAt: '2026-03-01T02:01:13.000Z',
    bucketMs: 2000,
    buckets: buckets.filter((_, index) => !isStill(index)),
  };
}
