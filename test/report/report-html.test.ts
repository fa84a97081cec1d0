import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../src/ledger/row.ts';
import { failureTally } from '../../src/report/failure-tally.ts';
import type { IdentifierLevel, ReportHead } from '../../src/report/report-data.ts';
import { reportHtml } from '../../src/report/report-html.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../src/report/report-page-style.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES, reportHead, requestsOf, totalsOf } from '../support/report-builder.ts';

const FILES = ['users.csv', 'archive/users-2019.csv'];

function render(
  failures: readonly LedgerRow[],
  given: Partial<ReportHead> = {},
  level: IdentifierLevel = 'masked',
  notes: readonly string[] = [],
): string {
  const tally = failureTally();
  for (const row of failures) tally.add(row);
  const head = reportHead({ totals: totalsOf(failures), ...given });
  return [...reportHtml({ head, failures, groups: tally.groups(), level, fileNames: FILES, notes })].join('');
}

describe('reportHtml', () => {
  test('shows a messy run', async () => {
    const totals = totalsOf(MESSY_FAILURES, { created: 18_000, updated: 445, skipped: 12, unchanged: 3 });
    const requests = requestsOf({
      sent: 371,
      retried: 4,
      byStatus: { '200': 369, '429': 2 },
      latencyMs: { p50: 140, p95: 900, max: 61_000 },
      limits: [],
    });
    const html = render(
      MESSY_FAILURES,
      { outcome: 'aborted', totals, requests, skippedBy: { guest: 12 }, warnings: { 'sub.missing': 3 } },
      'masked',
      ['Sending stopped: 2 rows failed, more than abort-above (1) allows.'],
    );
    await expect(html).toMatchFileSnapshot('../golden/report/report.html');
  });

  test('its policy lets nothing load or run, and exactly its own style apply', () => {
    const html = render([]);
    const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
    expect(PAGE_STYLE_HASH).toBe(hash);
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(/<style>([\s\S]*)<\/style>/.exec(html)?.[1]).toBe(PAGE_STYLE);
    expect(html).not.toMatch(/<script|\sstyle=|\ssrc=|<link|\shref=|@import|url\(/);
  });

  test('hostile data is text wherever it is shown', () => {
    const rows = Object.values(HOSTILE).map((text, index) =>
      ledgerRow({
        row: index + 1,
        outcome: 'failed',
        code: text,
        message: text,
        hint: text,
        identifiers: { username: text, email: text },
      }),
    );
    const given = {
      tenant: HOSTILE.html,
      planDigest: HOSTILE.html,
      mapping: { name: HOSTILE.html, sha256: HOSTILE.html },
      skippedBy: { [HOSTILE.html]: 1 },
      warnings: { [HOSTILE.html]: 1 },
      export: {
        files: [{ name: HOSTILE.html, format: HOSTILE.html, encoding: HOSTILE.html, bytes: 1, sha256: HOSTILE.html }],
        rows: 1,
      },
      requests: requestsOf({
        sent: 1,
        retried: 0,
        byStatus: { [HOSTILE.html]: 1 },
        latencyMs: { p50: 1, p95: 1, max: 1 },
        limits: [],
      }),
    };
    const html = render(rows, given, 'full', [HOSTILE.html]);
    const markup = html.replace(/<style>[\s\S]*<\/style>/, '');
    const tags = new Set(Array.from(markup.matchAll(/<\/?([a-z0-9]+)/gi), ([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      [
        'b',
        'body',
        'br',
        'code',
        'div',
        'h1',
        'h2',
        'head',
        'html',
        'li',
        'main',
        'meta',
        'p',
        'rect',
        'section',
        'span',
        'svg',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'title',
        'tr',
        'ul',
      ].sort(),
    );
    expect(markup).not.toMatch(/\son[a-z]+\s*=\s*["']/i);
    expect(markup.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
  });

  test('shows as many failures as a browser bears, reads no more, and says so', () => {
    const tally = failureTally();
    let read = 0;
    function* many(): Generator<LedgerRow> {
      while (true) yield ledgerRow({ row: ++read });
    }
    for (let row = 1; row <= 25_000; row++) tally.add(ledgerRow({ row }));
    const page = {
      head: reportHead(),
      failures: many(),
      groups: tally.groups(),
      level: 'masked',
      fileNames: FILES,
      notes: [],
    } as const;
    const html = [...reportHtml(page)].join('');
    expect(html).toContain(
      '<caption>The first 10,000 of 25,000; failures.csv and report.json have them all.</caption>',
    );
    expect(html.split('<td class="number">10,000</td>')).toHaveLength(2);
    expect(read).toBe(10_001);
  });

  test('a run without failures has no table of them', () => {
    const html = render([], {
      mode: 'plan',
      totals: totalsOf([], { planned: 3 }),
      run: null,
      tenant: null,
      mapping: null,
    });
    expect(html).not.toContain('Failures');
    expect(html).toContain('<h1>cidaas migration plan <span class="badge good">succeeded</span></h1>');
  });
});
