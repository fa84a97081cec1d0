import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../../src/plan/row.ts';
import type { Comparison } from '../../../src/report/comparison.ts';
import { failureTally } from '../../../src/report/failure-tally.ts';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import type { SummaryInput } from '../../../src/report/markdown/job-summary.ts';
import { MAX_COMMENT_BYTES, reviewComment } from '../../../src/report/markdown/review-comment.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES, reportHead, totalsOf } from '../../support/report-builder.ts';

fc.configureGlobal({ seed: 20260301 });

const LINKS = [
  { name: 'summary.page', url: 'https://github.com/acme/identity/actions/runs/4711/artifacts/2' },
] as const;

const COMPARISON: Comparison = {
  base: { name: 'base/mapping.yml', sha256: 'd4'.repeat(32) },
  problems: [],
  warnings: [],
  before: totalsOf([], { planned: 1_000 }),
  rows: { same: 980, changed: 18, moved: 2 },
  moves: [
    {
      kind: 'newly invalid',
      from: { outcome: 'planned', why: null, field: null, message: null },
      to: { outcome: 'invalid', why: 'email.invalid', field: 'email', message: 'The e-mail address has no domain.' },
      rows: 2,
      first: [{ row: 2, file: 'users.csv', line: 3 }],
    },
  ],
  fields: [
    {
      field: 'family_name',
      added: 0,
      removed: 0,
      changed: 18,
      ways: { 'only upper and lower case': 18 },
      examples: [
        {
          before: 'm***',
          after: 'M***',
          how: 'only upper and lower case',
          rows: 18,
          first: { row: 5, file: 'users.csv', line: 6 },
        },
      ],
    },
  ],
};

function input(failures: Iterable<LedgerRow>, given: Partial<SummaryInput> = {}): SummaryInput {
  const tally = failureTally();
  for (const row of failures) tally.add(row);
  const head = reportHead({ mode: 'plan', totals: totalsOf([...failures], { planned: 998 }), comparison: COMPARISON });
  const fileNames = ['users.csv', 'archive/users-2019.csv'];
  return {
    head,
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

describe('reviewComment', () => {
  test('in German has German words around the data', () => {
    const { body } = reviewComment(input(MESSY_FAILURES.slice(0, 2), { words: wordsOf('de') }), 'r');
    expect(body).toContain('## ✅ Plan der cidaas-Migration: erfolgreich');
    expect(body).toContain('[Bericht öffnen](https://github.com/acme/identity/actions/runs/4711/artifacts/2)');
    expect(body).toContain('### Was dieses Mapping ändert');
    expect(body).toMatch(/\| geplant \| 998 \| [\d.]+ \|/);
    expect(body).toContain('Die E-Mail-Adresse ist ungültig.');
  });

  test('tells a reviewer what matters first', async () => {
    const { body } = reviewComment(input(MESSY_FAILURES.slice(0, 2)), 'cidaas-migration-report');
    await expect(body).toMatchFileSnapshot('../../golden/report/comment.md');
  });

  test('starts with its marker and digest, in one comment that no name can close', () => {
    for (const name of ['report', 'a--b', 'Bericht für Ö', '-->', 'x y', '🦊-'.repeat(9_000)]) {
      const { marker, digest, body } = reviewComment(input([]), name);
      expect(body.startsWith(`${marker}${digest} -->\n`)).toBe(true);
      expect(body.indexOf('--', 4)).toBe(body.indexOf(' -->\n') + 1);
    }
    expect(reviewComment(input([]), 'shop').marker).not.toBe(reviewComment(input([]), 'shop 2').marker);
    expect('<!-- cidaas-migrate shop%202 '.startsWith(reviewComment(input([]), 'shop').marker)).toBe(false);
  });

  test('is the same again when only times and addresses changed', () => {
    const first = input(MESSY_FAILURES);
    const later = {
      ...first,
      links: [{ name: 'summary.page' as const, url: 'https://github.com/acme/identity/actions/runs/4712/artifacts/9' }],
      head: { ...first.head, durationMs: 1, startedAt: '2026-03-02T00:00:00.000Z', finishedAt: '2026-03-02T00:00:01Z' },
    };
    expect(reviewComment(later, 'r').digest).toBe(reviewComment(first, 'r').digest);
    const other = input(MESSY_FAILURES, { head: { ...first.head, outcome: 'failed' } });
    expect(reviewComment(other, 'r').digest).not.toBe(reviewComment(first, 'r').digest);
  });

  test('stays within what GitHub takes, whatever the data, and says what is missing', () => {
    const rows = Array.from({ length: 500 }, (_, at) =>
      ledgerRow({ row: at + 1, code: `${'🦊'.repeat(60)}${at}`, message: HOSTILE.markdown.repeat(9) }),
    );
    const { body } = reviewComment(input(rows), 'r', 20_000);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
    expect(body).toContain("Shortened to fit GitHub's size limit");
    expect(body).toContain('### What this mapping changes');
    expect(MAX_COMMENT_BYTES).toBe(65_535);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 500, max: 9_000 }),
        (text, budget) => {
          const failures = Array.from({ length: 40 }, (_, at) =>
            ledgerRow({ row: at + 1, code: `${at}${text}`, message: text }),
          );
          return Buffer.byteLength(reviewComment(input(failures, { notes: [text] }), 'r', budget).body) <= budget;
        },
      ),
    );
  });

  test('hostile data forms no mention, link or HTML', () => {
    const rows = Object.values(HOSTILE).map((text, at) =>
      ledgerRow({ row: at + 1, code: text, message: text, hint: text, identifiers: { username: text } }),
    );
    const head = reportHead({
      totals: totalsOf(rows),
      mapping: { name: HOSTILE.markdown, sha256: '' },
      planDigest: HOSTILE.html,
      skippedBy: { [HOSTILE.markdown]: 1 },
    });
    const { body } = reviewComment(input(rows, { head, level: 'full', notes: Object.values(HOSTILE) }), 'r');
    expect(body).not.toMatch(/@octocat|<img|<script|\]\(javascript|https?:\/\/evil/);
  });
});
