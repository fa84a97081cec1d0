import { describe, expect, test } from 'vitest';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from '../../../src/generated/page-assets.ts';
import type { LedgerRow, Totals, WarningRow } from '../../../src/plan/row.ts';
import { failureTally } from '../../../src/report/failure-tally.ts';
import {
  collectedRows,
  outcomeCounts,
  PAGE_BOUNDS,
  type PageBounds,
  streamedRows,
} from '../../../src/report/html/listed-rows.ts';
import { pageRowReader } from '../../../src/report/html/page-rows.ts';
import { reportHtml } from '../../../src/report/html/report-html.ts';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import { FAILURE_OUTCOMES, type ReportHead } from '../../../src/report/report-data.ts';
import { shownRows, shownWarning } from '../../../src/report/shown-row.ts';
import {
  deltaOf,
  HOSTILE,
  hostileFile,
  ledgerRow,
  MESSY_FAILURES,
  reportHead,
  requestsOf,
  totalsOf,
  warningList,
} from '../../support/report-builder.ts';
import { bumpyTimeline, EMPTY_PAGE, manyFailures, PAGE_FILES, renderPage } from '../../support/report-page.ts';

/** The page without script and style, which would stand twice in the repository. */
function withoutAssets(html: string): string {
  return html
    .replace(PAGE_SCRIPT, '')
    .replace(PAGE_STYLE, '')
    .replace(PAGE_SCRIPT_HASH, '')
    .replace(PAGE_STYLE_HASH, '');
}

/** What the page's script reads. */
function dataOf(html: string): { totals: object; rows: number[]; end: number } {
  const blocks = Array.from(html.matchAll(/<script type="application\/json">([\s\S]*?)<\/script>/g), ([, json]) =>
    JSON.parse(json ?? ''),
  ).filter((block) => !('texts' in block));
  const read = pageRowReader();
  const rows = blocks.slice(1, -1).flat();
  return { totals: blocks.at(0).totals, rows: rows.map((cells) => read(cells).row), end: blocks.at(-1).end };
}

/** A page that holds as many of these failures as `bounds` allow. */
function limitedPage(failures: Iterable<LedgerRow>, totals: Totals, bounds: PageBounds): string {
  const options = {
    name: 'failures',
    totals: outcomeCounts(totals, FAILURE_OUTCOMES),
    language: 'en',
    bounds,
  } as const;
  const listed = streamedRows(shownRows(failures, 'full', PAGE_FILES), options);
  const lists = { ...EMPTY_PAGE.lists, failures: listed };
  return [...reportHtml({ ...EMPTY_PAGE, head: reportHead({ totals }), lists })].join('');
}

describe('reportHtml', () => {
  test('in German marks every message of the run as English, and in English none', () => {
    const message = 'A message of the run.';
    const finding = { severity: 'warning', code: 'field.type', subject: 'c', message, hint: message } as const;
    const user = { sub: null, outcome: 'failed', code: 'a.b', message, hint: message } as const;
    const counts = { blocked: 0, deleted: 0, failed: 1, unknown: 0, unsent: 0, planned: 0 };
    const head = {
      check: { checked: [], findings: [finding] },
      canary: {
        accounts: 1,
        matched: 0,
        proves: '',
        findings: [
          {
            ...{ message, hint: message, line: 1, row: 1, sentAs: 'A', algorithm: 'md5' },
            ...{ outcome: 'mismatch', severity: 'error' },
          },
        ],
      },
      login: {
        accounts: [{ line: 1, row: 1, sentAs: 'A', outcome: 'proved', message, hint: message }],
        algorithms: [],
      },
      leftOut: [{ code: 'a.b', message, hint: message, rows: 1, first: [1] }],
      missing: { total: 1, ...counts, users: [user] },
    } as Partial<ReportHead>;
    const rows = [ledgerRow({ row: 1, outcome: 'invalid', code: 'own.code', message, hint: message })];
    const page = (language: 'en' | 'de') =>
      renderPage(rows, head, 'full', [message], undefined, { words: wordsOf(language) });
    const shown = (html: string) => withoutAssets(html).split('<script type="application/json">')[0] ?? '';
    const all = shown(page('de')).split(message).length - 1;
    expect(all).toBeGreaterThanOrEqual(13);
    expect(shown(page('de')).split(` lang="en">${message}`).length - 1).toBe(all);
    expect(page('en')).not.toContain('<span lang="en">');
  });

  test('shows a messy run', async () => {
    const totals = totalsOf(MESSY_FAILURES, { created: 18_000, updated: 445, skipped: 12, unchanged: 3 });
    const requests = requestsOf({
      sent: 371,
      batches: 367,
      retried: 4,
      byStatus: { '200': 369, '429': 2 },
      latencyMs: { p50: 140, p95: 900, max: 61_000 },
      limits: [
        [0, 4],
        [2000, 2],
      ],
      timeline: {
        startedAt: '2026-03-01T02:01:13.000Z',
        bucketMs: 1000,
        buckets: [
          { ms: 0, settled: 400, failed: 0, requests: 8, p50: 140, p95: 180 },
          { ms: 1000, settled: 300, failed: 2, requests: 7, p50: 150, p95: 900 },
          { ms: 3000, settled: 0, failed: 0, requests: 1, p50: 61000, p95: 61000 },
        ],
      },
    });
    const html = renderPage(
      MESSY_FAILURES,
      { outcome: 'aborted', totals, requests, skippedBy: { guest: 12 }, warnings: { 'sub.missing': 3 } },
      'masked',
      ['Sending stopped: 2 rows failed, more than abort-above (1) allows.'],
    );
    await expect(withoutAssets(html)).toMatchFileSnapshot('../../golden/report/report.html');
  });

  test('is far below 400 kB without data', () => {
    expect(Buffer.byteLength(renderPage([]))).toBeLessThan(100_000);
  });

  test('its policy allows exactly its own script and style and blocks all loading', () => {
    const html = renderPage(MESSY_FAILURES);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1]?.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${PAGE_SCRIPT_HASH}'`,
      `style-src 'sha256-${PAGE_STYLE_HASH}'`,
      "connect-src 'none'",
      "img-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(html).toContain(`<script>${PAGE_SCRIPT}</script>`);
    expect(withoutAssets(html)).not.toMatch(/\sstyle=|\ssrc=|<link|@import|url\(|\son\w+=/);
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
        files: [hostileFile()],
        rows: 1,
      },
      requests: requestsOf({
        sent: 1,
        retried: 0,
        byStatus: { [HOSTILE.html]: 1 },
        latencyMs: { p50: 1, p95: 1, max: 1 },
        timeline: { ...bumpyTimeline(), startedAt: `2026-03-01T${HOSTILE.html}` },
      }),
      resumed: { from: HOSTILE.html, rows: 1 },
      delta: { ...deltaOf([HOSTILE.html]), from: HOSTILE.html },
      run: {
        id: HOSTILE.html,
        attempt: 1,
        url: `https://evil.example/"onclick="alert(1)`,
        repository: HOSTILE.html,
        event: HOSTILE.html,
        sha: HOSTILE.html,
      },
    };
    const markup = withoutAssets(renderPage(rows, given, 'full', [HOSTILE.html]));
    const tags = new Set(Array.from(markup.matchAll(/<\/?([a-z0-9]+)/gi), ([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      [
        'a',
        'b',
        'body',
        'br',
        'caption',
        'code',
        'dd',
        'details',
        'div',
        'dl',
        'dt',
        'figcaption',
        'figure',
        'h1',
        'h2',
        'h3',
        'head',
        'header',
        'html',
        'li',
        'line',
        'main',
        'meta',
        'nav',
        'noscript',
        'ol',
        'p',
        'path',
        'polyline',
        'rect',
        'script',
        'section',
        'span',
        'strong',
        'style',
        'summary',
        'svg',
        'table',
        'tbody',
        'td',
        'text',
        'th',
        'thead',
        'time',
        'title',
        'tr',
        'ul',
      ].sort(),
    );
    expect(markup).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    expect(new Set(markup.match(/<script[^>]*>/g))).toEqual(new Set(['<script>', '<script type="application/json">']));
    expect(markup.match(/<script/g)).toHaveLength(markup.match(/<\/script>/g)?.length ?? 0);
    expect(Array.from(markup.matchAll(/href="([^"]*)"/g), ([, address]) => address)).toEqual(
      expect.not.arrayContaining([
        expect.not.stringMatching(/^(#|https:\/\/evil\.example\/&#34;onclick=&#34;alert\(1\)$)/),
      ]),
    );
    expect(markup.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
  });

  test('holds every failure for its script, and a thousand for browsers without scripts', () => {
    const html = renderPage(manyFailures(2500));
    const { totals, rows, end } = dataOf(html);
    expect(rows).toEqual(Array.from({ length: 2500 }, (_, index) => index * 2 + 2));
    expect(end).toBe(2500);
    expect(totals).toEqual({ invalid: 1000, duplicate: 500, failed: 500, unknown: 0, unsent: 500 });
    const plain = /<noscript>([\s\S]*)<\/noscript>/.exec(html)?.[1] ?? '';
    expect(plain.split('<tr>')).toHaveLength(1002);
    expect(plain).toContain('The first 1,000 of 2,500 failures.');
  });

  test('holds a limited number of failures and reads no more', () => {
    const sample = manyFailures(10);
    let read = 0;
    function* many(): Generator<LedgerRow> {
      while (true) yield { ...(sample[read % 10] ?? expect.unreachable()), row: ++read };
    }
    const totals = totalsOf([], { invalid: 20, duplicate: 400_000, failed: 200_000, unsent: 200_000 });
    const html = limitedPage(many(), totals, { rows: 3020, characters: 1_000_000 });
    expect(dataOf(html).end).toBe(3020);
    // A third of what the twenty leave for each of the three large ones; one row in five is of each.
    expect(read).toBe(5000);
    expect(html).toContain('The first 1,000 of 800,020 failures.');
    expect(PAGE_BOUNDS.failures).toEqual({ rows: 200_000, characters: 64_000_000 });
  });

  test('limits the characters of the rows, too', () => {
    let read = 0;
    function* many(): Generator<LedgerRow> {
      while (true) yield ledgerRow({ row: ++read, message: `${read} ${'so long '.repeat(100)}` });
    }
    const totals = totalsOf([], { invalid: 150_000 });
    const { end, rows } = dataOf(limitedPage(many(), totals, { rows: 200_000, characters: 2_000_000 }));
    expect(end).toBeGreaterThan(2_000_000 / 900);
    expect(end).toBeLessThan(2_000_000 / 800);
    expect(rows).toHaveLength(end);
    expect(read).toBe(end);
  });

  test('a run without failures has a sentence instead of table and data', () => {
    const html = withoutAssets(
      renderPage([], { mode: 'plan', totals: totalsOf([], { planned: 3 }), run: null, tenant: null, mapping: null }),
    );
    expect(html).toContain('<h2 id="failures-title" tabindex="-1">Failures</h2>\n<p class="dim">None.</p>');
    expect(html).not.toMatch(/class="list"|<noscript>|"list":|Failures by reason/);
    expect(html).toContain('<h1>cidaas migration plan <span class="badge good">succeeded</span></h1>');
    expect(withoutAssets(renderPage([], { outcome: 'error', totals: totalsOf([]) }))).toContain('No row was read.');
  });

  test('a check shows what it compared and found, without rows', () => {
    const finding = {
      code: 'field.disabled',
      subject: 'customFields.customer_no',
      message: 'Disabled.',
      hint: '',
    } as const;
    const given = { mode: 'check', outcome: 'failed', totals: totalsOf([]), export: { files: [], rows: 0 } } as const;
    const check = { checked: ['token', 'scope'], findings: [{ severity: 'error', ...finding } as const] };
    const html = withoutAssets(renderPage([], { ...given, check }));
    expect(html).toContain('<caption>Checked: token, scope.</caption>');
    expect(html).toContain('<span class="outcome bad">error</span></td><td><code>field.disabled</code>');
    expect(html).not.toMatch(/id="(outcomes|failures)"|Skip to|0 rows|More rows ended/);
    const fine = withoutAssets(renderPage([], { ...given, check: { ...check, findings: [] } }));
    expect(fine).toContain('<p>Checked: token, scope. No problems found.</p>');
  });

  test('links a code to its rows, but not a group of several codes', () => {
    const row = ledgerRow({ row: 1, outcome: 'failed', code: 'tenant.a&b "c"' });
    expect(renderPage([row])).toContain('<a href="#outcome=failed&#38;code=tenant.a%26b%20%22c%22">');
    const tally = failureTally();
    for (let kind = 0; kind < 502; kind++) tally.add(ledgerRow({ row: kind, code: `tenant.${kind}` }));
    const page = { ...EMPTY_PAGE, head: reportHead(), groups: tally.groups() };
    expect([...reportHtml(page)].join('')).toContain('<td><code>other</code></td>');
  });
});

describe('warnings', () => {
  const warning = (row: number, code: string, given: Partial<WarningRow> = {}): WarningRow => ({
    ...ledgerRow({ row, outcome: 'created', field: null, message: `What ${code} means.`, hint: 'What to do.' }),
    ...given,
    code,
  });

  test('have a list of their own, which the counts by code link to', () => {
    const warnings = warningList([warning(1, 'sub.missing', { identifiers: { email: 'otto@example.com' } })]);
    const html = withoutAssets(
      renderPage([], { warnings: { 'sub.missing': 1, 'path.unseen': 2 } }, 'masked', [], warnings),
    );
    expect(html).toContain('<a href="#list=warnings&#38;code=sub.missing"><code>sub.missing</code></a>');
    // What is not about rows has no rows to link to.
    expect(html).toContain('<td><code>path.unseen</code></td>');
    expect(html).toContain('<div class="list" data-list="warnings"></div>');
    expect(html).toContain('<code>o***@e***.com</code>');
    expect(html).toContain('{"list":"warnings","totals":{"sub.missing":1}}');
    expect(withoutAssets(renderPage([]))).not.toContain('data-list="warnings"');
  });

  test('the many of one code do not crowd out the few of another', () => {
    const totals = { 'sub.missing': 1_000_000, 'email.disposable': 2 };
    const bounds = { rows: 10, characters: 1_000_000 };
    const warnings = collectedRows({ name: 'warnings', totals, language: 'en', bounds });
    for (let row = 1; row <= 3_000; row++) {
      const warned = warning(row, row % 1000 === 0 ? 'email.disposable' : 'sub.missing');
      warnings.add(shownWarning(warned, 'masked', PAGE_FILES));
    }
    const page = { ...EMPTY_PAGE, head: reportHead(), lists: { ...EMPTY_PAGE.lists, warnings } };
    const html = [...reportHtml(page)].join('');
    expect(dataOf(html).rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1000, 2000]);
    expect(html).toContain('The first 10 of 1,000,002 warnings.');
    expect(PAGE_BOUNDS.warnings).toEqual({ rows: 50_000, characters: 16_000_000 });
  });
});

describe('a delta', () => {
  test('shows how the export differs from the last state, with the missing users as the level allows', () => {
    const delta = deltaOf(['legacy-9', 'otto@example.com']);
    const html = withoutAssets(renderPage([], { delta }));
    for (const [name, value] of [
      ['State', '<code>cidaas-migrate-state-7</code>, 100 users'],
      ['Unchanged', '95'],
      ['Missing', '3, 2 of them newly missing'],
      ['Different sub', 'row 7'],
    ])
      expect(html).toContain(`<div><dt>${name}</dt><dd>${value}</dd></div>`);
    expect(html).toContain('<li><code>legacy-9</code></li><li><code>o***@e***.com</code></li>');
    expect(html).not.toMatch(/Created again|otto@example/);
    expect(renderPage([], { delta }, 'none')).not.toContain('Newly missing users');
  });

  test('without a last state there is no section', () => {
    expect(renderPage([], { delta: { ...deltaOf([]), from: null } })).not.toContain('last state');
  });
});

describe('users read back', () => {
  const verified = { asked: 20, compared: 19, same: 17, missing: 1, unread: null };

  test('lists the fields that differ, with users and rows', () => {
    const rows = [
      { row: 7, fields: ['locale', 'customFields.<b>'] },
      { row: 9, fields: ['locale'] },
    ];
    const fields = { 'customFields.<b>': 1, locale: 2 };
    const html = withoutAssets(renderPage([], { verified: { ...verified, fields, rows } }));
    expect(html).toContain(
      '<caption>20 users read back: 19 compared, 17 the same as sent, 1 not found. The tenant shows values that differ',
    );
    expect(html).toMatch(/<code>locale<\/code>.*>2<.*>7, 9<.*\n.*customFields\.&#60;b&#62;.*>1<.*>7</);
  });

  test('is a sentence when nothing differs or users could not be read', () => {
    const given = { ...verified, fields: {}, rows: [], unread: 'HTTP 403' };
    expect(renderPage([], { verified: given })).toContain(
      '<p>20 users read back: 19 compared, 17 the same as sent, 1 not found. Not compared field by field: HTTP 403.</p>',
    );
    expect(renderPage([])).not.toContain('Users read back');
  });
});

describe('sending over time', () => {
  test('is shown as charts, summary and table', () => {
    const timeline = bumpyTimeline();
    const latencyMs = { p50: 200, p95: 12_000, max: 61_000 };
    const limits = [
      [0, 8],
      [330_000, 4],
      [600_000, 8],
    ] as const;
    const concurrency = { max: 32, usual: 8, highest: 16, course: [{ ms: 0, limit: 1, latencyMs: null }] };
    const html = withoutAssets(
      renderPage([], { requests: requestsOf({ sent: 1, timeline, latencyMs, limits, concurrency }) }),
    );
    expect(html).toContain(
      '<dt>Requests at a time</dt><dd>found automatically: mostly 8, at times 16; 32 were allowed</dd>',
    );
    expect(html).toContain(
      'Sending began at 02:01:13 UTC and took 12 min: 29,700 users, 41 per second on average. Half of the requests were answered within 200 ms, 95% within 12 s, the slowest after 1 min 1 s.',
    );
    expect(html.match(/<tr data-ms=/g)).toHaveLength(345);
    expect(html).toContain(
      '<tr data-ms="340000"><td class="number">5 min 40 s</td><td class="number">12</td><td class="number">8</td><td class="number">1</td><td class="number">1 s</td>'.replace(
        '1 s',
        '2 s',
      ),
    );
    expect(html).toContain(
      '<ol class="ticks"><li>0</li><li>3 min</li><li>6 min</li><li>9 min</li><li>12 min</li></ol>',
    );
    expect(html).toContain('<path class="limit" d="M0 0H458.3V50H833.3V0H1000"/>');
  });

  test('is left out for a run that sent nothing or was too short', () => {
    const bucket = { ms: 0, settled: 5, failed: 0, requests: 1, p50: 3, p95: 3 };
    const timeline = { startedAt: '2026-03-01T02:01:13.000Z', bucketMs: 1000, buckets: [bucket] };
    for (const short of [
      null,
      { ...timeline, buckets: [] },
      timeline,
      { ...timeline, buckets: [bucket, { ...bucket, ms: 1000 }] },
    ])
      expect(renderPage([], { requests: requestsOf({ timeline: short }) })).not.toContain(
        '<svg viewBox="0 0 1000 100"',
      );
  });

  test('works without latencies and limits', () => {
    const bucket = { ms: 9000, settled: 0, failed: 0, requests: 0, p50: null, p95: null };
    const timeline = { startedAt: '2026-03-01T02:01:13.000Z', bucketMs: 1000, buckets: [bucket] };
    const html = withoutAssets(renderPage([], { requests: requestsOf({ timeline }) }));
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
});
