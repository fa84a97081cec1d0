import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../../src/plan/row.ts';
import { failureTally } from '../../../src/report/failure-tally.ts';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import { jobSummary, type SummaryInput } from '../../../src/report/markdown/job-summary.ts';
import {
  deltaOf,
  HOSTILE,
  ledgerRow,
  MESSY_FAILURES,
  reportHead,
  requestsOf,
  totalsOf,
} from '../../support/report-builder.ts';

fc.configureGlobal({ seed: 20260301 });

const LINKS = [
  { name: 'summary.page', url: './4711/artifacts/2' },
  { name: 'summary.zip', url: './4711/artifacts/1' },
] as const;

function input(failures: Iterable<LedgerRow>, given: Partial<SummaryInput> = {}): SummaryInput {
  const tally = failureTally();
  for (const row of failures) tally.add(row);
  const fileNames = ['users.csv', 'archive/users-2019.csv'];
  return {
    head: reportHead(),
    failures: tally,
    level: 'masked',
    fileNames,
    links: LINKS,
    notes: [],
    limits: [],
    words: wordsOf('en'),
    ...given,
  };
}

function golden(name: string): string {
  return `../../golden/report/summary-${name}.md`;
}

describe('jobSummary', () => {
  test('shows how much of each limit was used, and which was exceeded', () => {
    const limits = [
      { kind: 'failed', limit: '5%', used: 194, allowed: 500 },
      { kind: 'invalid', limit: '20', used: 21, allowed: 20 },
    ] as const;
    const markdown = jobSummary(input([], { limits }));
    expect(markdown).toContain(
      '### Limits of this run\n\n- Invalid, failed or unknown rows (fail-above: `5%`): **194 of 500 allowed**\n',
    );
    expect(markdown).toContain('- Invalid rows in the plan (abort-above: `20`): **21 of 20 allowed** ❌\n');
    expect(jobSummary(input([], { limits, words: wordsOf('de') }))).toContain('**194 von 500 erlaubt**');
    expect(jobSummary(input([]))).not.toContain('Limits of this run');
  });

  test('of a run that succeeded', async () => {
    const requests = requestsOf({
      sent: 371,
      batches: 367,
      retried: 4,
      byStatus: { '200': 371 },
      latencyMs: { p50: 140, p95: 900, max: 2000 },
      limits: [],
    });
    const head = reportHead({ totals: totalsOf([], { created: 18_000, updated: 450 }), requests });
    await expect(jobSummary(input([], { head }))).toMatchFileSnapshot(golden('succeeded'));
  });
  test('of a run that found how many requests at a time the tenant takes', () => {
    const course = [{ ms: 0, limit: 1, latencyMs: null }];
    const requests = requestsOf({ sent: 371, concurrency: { max: 32, usual: 8, highest: 16, course } });
    const shown = (language: 'en' | 'de', head = reportHead({ requests })) =>
      jobSummary(input([], { head, words: wordsOf(language) }));
    expect(shown('en')).toContain(
      '| Requests at a time | found automatically: mostly 8, at times 16; 32 were allowed |',
    );
    expect(shown('de')).toContain(
      '| Gleichzeitige Anfragen | automatisch ermittelt: meist 8, zeitweise 16; erlaubt waren 32 |',
    );
    expect(shown('en', reportHead({ requests: requestsOf({ sent: 371 }) }))).not.toContain('Requests at a time');
  });
  test('of a plan without a tenant', async () => {
    const head = reportHead({
      mode: 'plan',
      tenant: null,
      mapping: null,
      totals: totalsOf(MESSY_FAILURES.slice(0, 2), { planned: 998, skipped: 12 }),
      skippedBy: { 'guest account': 12 },
      warnings: { 'sub.missing': 2 },
    });
    await expect(jobSummary(input(MESSY_FAILURES.slice(0, 2), { head }))).toMatchFileSnapshot(golden('plan'));
  });
  test('in German', async () => {
    const head = reportHead({
      ...{ outcome: 'failed', tenant: 'sandbox', delta: deltaOf(['legacy-9']) },
      totals: totalsOf(MESSY_FAILURES, { created: 18_000, skipped: 12 }),
      skippedBy: { 'guest account': 12 },
      warnings: { 'sub.missing': 2 },
      arrivals: {
        ...{ users: 18_000, fields: [{ name: 'email', users: 17_999 }], groups: [], roles: [], consents: [] },
        ...{ statuses: [{ name: 'VERIFIED', users: 18_000 }], passwords: [{ name: 'none', users: 12 }] },
      },
    });
    const notes = ['3 of 18,017 rows ended invalid, failed or unknown, more than fail-above (0) allows.'];
    await expect(jobSummary(input(MESSY_FAILURES, { head, notes, words: wordsOf('de') }))).toMatchFileSnapshot(
      golden('german'),
    );
    expect(jobSummary(input(MESSY_FAILURES, { head, words: wordsOf('de') }), 3_000)).toContain(
      'Gekürzt, weil GitHub die Länge begrenzt. Es fehlen: ',
    );
  });
  test('of a run that was stopped', async () => {
    const head = reportHead({ outcome: 'aborted', totals: totalsOf(MESSY_FAILURES, { created: 3 }) });
    const notes = [
      'Sending stopped: 2 rows failed, more than abort-above (1) allows.',
      'The report was not uploaded: no service.',
    ];
    await expect(jobSummary(input(MESSY_FAILURES, { head, notes, links: [] }))).toMatchFileSnapshot(golden('aborted'));
  });
  test('of hostile data', async () => {
    const rows = Object.values(HOSTILE).map((text, index) =>
      ledgerRow({
        row: index + 1,
        outcome: 'failed',
        code: text,
        message: text,
        hint: text,
        identifiers: { username: text },
      }),
    );
    const head = reportHead({
      outcome: 'failed',
      totals: totalsOf(rows),
      skippedBy: { [HOSTILE.markdown]: 1 },
      mapping: { name: HOSTILE.markdown, sha256: '' },
    });
    const markdown = jobSummary(
      input(rows, { head, level: 'full', fileNames: [HOSTILE.markdown], notes: [HOSTILE.html] }),
    );
    expect(markdown).not.toMatch(/<(?!\/?code>|br>)|@(?!&)|\]\((?!\.\/4711)|https?:\/\/evil/);
    expect(markdown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    await expect(markdown).toMatchFileSnapshot(golden('hostile'));
  });

  test('says which fields of users read back differ, and what that means', () => {
    const verified = { asked: 20, compared: 19, same: 17, missing: 1, unread: null };
    const rows = [{ row: 7, fields: ['locale', 'customFields.<b>'] }];
    const differing = { ...verified, fields: { 'customFields.<b>': 1, locale: 2 }, rows };
    const markdown = jobSummary(input([], { head: reportHead({ verified: differing }) }));
    expect(markdown).toContain('20 users read back: 19 compared, 17 the same as sent, 1 not found.');
    expect(markdown).toMatch(/silently skips fields[\s\S]*locale.*\| 2 \| 7 \|\n.*customFields.*\| 1 \| 7 \|/);
    const unread = { ...verified, compared: 0, same: 0, fields: {}, rows: [], unread: 'HTTP 403 <b>' };
    const said = jobSummary(input([], { head: reportHead({ verified: unread }) }));
    expect(said).toMatch(/### Users read back\n\n20 users .*\n\nNot compared field by field: HTTP 403 (?!<b>)/);
    expect(jobSummary(input([]))).not.toContain('Users read back');
  });
  test('says how the export differs from the last state, without naming anybody', () => {
    const markdown = jobSummary(input([], { head: reportHead({ delta: deltaOf(['legacy-9']) }) }));
    expect(markdown).toMatch(
      /\| Unchanged \| 95 \|\n\| Missing \| 2, 1 of them newly missing \|\n\| Different sub \| row 7 \|/,
    );
    expect(markdown).not.toContain('legacy-9');
    expect(jobSummary(input([], { head: reportHead({ delta: { ...deltaOf([]), from: null } }) }))).not.toContain(
      'last state',
    );
  });
  test('of a thousand problems says the first, and how many more there are', () => {
    const notes = Array.from({ length: 1000 }, (_, at) => `mapping.yml:${at}: ${'@'.repeat(2_000)}`);
    const markdown = jobSummary(input([], { notes }), 65_535);
    expect(markdown).toMatch(/mapping\.yml:0: [\s\S]*… and 9\d\d more; the log has all of them\./);
    expect(markdown).toContain('### Export files');
    expect(jobSummary(input([], { notes: notes.slice(0, 1) }))).not.toContain('more; the log');
  });

  const many = Array.from({ length: 5000 }, (_, index) =>
    ledgerRow({
      row: index + 1,
      code: `code.number_${index % 200}`,
      message: `ü${index} `.repeat(200),
      hint: '日本語'.repeat(100),
    }),
  );
  test('lists the first of many and says how many there are', () => {
    const markdown = jobSummary(input(many));
    expect(markdown).toContain('### First 20 failures');
    expect(markdown).toContain('| and 150 more | | | | |');
  });
  test('fits any budget in bytes, drops the least important first and says what is missing', () => {
    const given = input(many, {
      head: reportHead({ outcome: 'failed', totals: totalsOf(many), planDigest: 'v1.digest' }),
    });
    const whole = Buffer.byteLength(jobSummary(given));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole + 10 }), (budget) => {
        const markdown = jobSummary(given, budget);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(budget);
        if (budget >= whole) expect(markdown).toBe(jobSummary(given));
        if (budget >= 1000 && budget < whole)
          expect(markdown).toMatch(/_Shortened to fit GitHub's size limit\. Left out: .*of \d+ \w/);
        if (budget >= 3000) expect(markdown).toContain('v1.digest');
        // A table is whole lines or not there.
        for (const line of markdown.split('\n')) if (line.startsWith('|')) expect(line).toMatch(/\|$/);
      }),
    );
  });
});
