import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../src/plan/row.ts';
import type { IdentifierLevel, ReportHead } from '../../src/report/report-data.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { shownRows } from '../../src/report/shown-row.ts';
import {
  deltaOf,
  HOSTILE,
  ledgerRow,
  MESSY_FAILURES,
  reportHead,
  requestsOf,
  totalsOf,
} from '../support/report-builder.ts';

const FILES = ['users.csv', 'archive/users-2019.csv'];
const SUCCESSES = [
  ledgerRow({
    row: 1,
    outcome: 'created',
    code: null,
    sub: '3f1c7a52-0000-4000-8000-000000000001',
    identifiers: { email: 'anna@example.com', username: 'anna' },
  }),
  ledgerRow({
    row: 3,
    outcome: 'updated',
    code: null,
    sub: 'otto@example.com',
    identifiers: { sub: 'otto@example.com' },
  }),
];

function render(
  given: Partial<ReportHead>,
  rows: { failures?: readonly LedgerRow[]; successes?: readonly LedgerRow[] },
  level: IdentifierLevel = 'masked',
): string {
  const { failures = [], successes = [] } = rows;
  const shown = { failures: shownRows(failures, level, FILES), successes: shownRows(successes, level, FILES) };
  return [...reportJson(reportHead(given), shown, level)].join('');
}

describe('reportJson', () => {
  test('says everything in the order of the contract', async () => {
    const totals = totalsOf([...MESSY_FAILURES, ...SUCCESSES], { skipped: 2 });
    const requests = requestsOf({
      limits: [
        [0, 4],
        [1500, 2],
      ],
      sent: 9,
      batches: 367,
      retried: 4,
      byStatus: { '200': 5, '429': 3, none: 1 },
      latencyMs: { p50: 40, p95: 900, max: 60_000 },
      timeline: {
        startedAt: '2026-03-01T02:01:00.000Z',
        bucketMs: 1000,
        buckets: [
          { ms: 0, settled: 200, failed: 1, requests: 4, p50: 40, p95: 900 },
          { ms: 3000, settled: 0, failed: 50, requests: 0, p50: null, p95: null },
        ],
      },
    });
    const given = {
      outcome: 'failed',
      totals,
      skippedBy: { guest: 2 },
      warnings: { 'sub.missing': 3 },
      requests,
    } as const;
    const json = render(given, { failures: MESSY_FAILURES, successes: SUCCESSES });
    await expect(json).toMatchFileSnapshot('../golden/report/report.json');
    const report = JSON.parse(json);
    expect(Object.keys(report)).toEqual([
      'version',
      'tool',
      'mode',
      'outcome',
      'tenant',
      'run',
      'export',
      'mapping',
      'planDigest',
      'startedAt',
      'finishedAt',
      'durationMs',
      'totals',
      'skippedBy',
      'warnings',
      'requests',
      'reason',
      'resumed',
      'delta',
      'comparison',
      'failures',
      'successes',
    ]);
    expect(Object.keys(report.failures[0])).toEqual([
      'row',
      'file',
      'line',
      'outcome',
      'code',
      'message',
      'hint',
      'field',
      'user',
      'attempts',
      'duplicateOf',
    ]);
    expect(Object.keys(report.successes[0])).toEqual(['row', 'file', 'line', 'outcome', 'sub', 'user']);
  });

  test('the order does not depend on who built the head', () => {
    const head = reportHead();
    const shuffled = Object.fromEntries(Object.entries(head).toReversed()) as unknown as ReportHead;
    const json = [...reportJson(shuffled, { failures: [], successes: [] }, 'full')].join('');
    expect(Object.keys(JSON.parse(json)).slice(0, 16)).toEqual(Object.keys(head).slice(0, 16));
  });

  test('without rows, run, tenant and mapping it is a report too', () => {
    const report = JSON.parse(render({ run: null, tenant: null, mapping: null, planDigest: null, mode: 'plan' }, {}));
    expect(report).toMatchObject({
      run: null,
      tenant: null,
      mapping: null,
      planDigest: null,
      failures: [],
      successes: [],
    });
  });

  test('full shows the identifiers as they are, none leaves all of them out', () => {
    const full = JSON.parse(render({}, { failures: MESSY_FAILURES, successes: SUCCESSES }, 'full'));
    expect(full.failures[1].user).toEqual({ email: 'Otto.Muster@example.com', mobile_number: '+4915112345678' });
    expect(full.successes[1]).toMatchObject({ sub: 'otto@example.com', user: { sub: 'otto@example.com' } });
    const none = JSON.parse(render({}, { failures: MESSY_FAILURES, successes: SUCCESSES }, 'none'));
    expect(none.failures.map((row: { user: object }) => row.user)).toEqual([{}, {}, {}, {}, {}]);
    expect(none.successes.map(({ sub, user }: { sub: unknown; user: unknown }) => ({ sub, user }))).toEqual([
      { sub: null, user: {} },
      { sub: null, user: {} },
    ]);
    expect(JSON.stringify(none)).not.toMatch(/otto|anna|olga|zoë/i);
  });

  test('a sub that the tenant gave stands beside the one that was sent', () => {
    const row = ledgerRow({ row: 1, outcome: 'created', sub: 'account-1', identifiers: { sub: 'sent-1' } });
    expect(JSON.parse(render({}, { successes: [row] })).successes[0]).toMatchObject({
      sub: 'account-1',
      user: { sub: 'sent-1' },
    });
  });

  test('hostile text comes back as it was and steers nothing on its way', () => {
    const failures = Object.values(HOSTILE).map((text, index) =>
      ledgerRow({ row: index + 1, message: text, identifiers: { username: text } }),
    );
    const json = render({ mapping: { name: HOSTILE.terminal, sha256: '' } }, { failures }, 'full');
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
    const report = JSON.parse(json);
    expect(report.mapping.name).toBe(HOSTILE.terminal);
    expect(report.failures.map((row: { user: { username: string } }) => row.user.username)).toEqual(
      Object.values(HOSTILE),
    );
  });

  test('rows are read as they are written, in chunks that are worth a write', () => {
    let read = 0;
    function* many(): Generator<LedgerRow> {
      for (; read < 10_000; read++)
        yield ledgerRow({ row: read + 1, identifiers: { email: `user${read}@example.com` } });
    }
    const chunks = reportJson(reportHead(), { failures: shownRows(many(), 'masked', FILES), successes: [] }, 'masked');
    expect(read).toBe(0);
    const first = chunks.next().value ?? '';
    expect(read).toBeLessThan(1000);
    const rest = [...chunks];
    expect(Math.max(first.length, ...rest.map((chunk) => chunk.length))).toBeLessThan(70_000);
    expect(rest.length).toBeLessThan(100);
    expect(JSON.parse(first + rest.join('')).failures).toHaveLength(10_000);
  });

  test.each([
    ['full', ['legacy-9', 'otto@example.com']],
    ['masked', ['legacy-9', 'o***@e***.com']],
    ['none', []],
  ] as const)('who is missing is said as report-identifiers allows (%s)', (level, subs) => {
    const delta = deltaOf(['legacy-9', 'otto@example.com']);
    expect(JSON.parse(render({ delta }, {}, level)).delta).toEqual({ ...delta, missing: { ...delta.missing, subs } });
  });
});
