import { expect, test } from 'vitest';
import { closingLines, verdictLine } from '../../src/report/closing-lines.ts';
import { failureTally } from '../../src/report/failure-tally.ts';
import { wordsOf } from '../../src/report/language/words-of.ts';
import { jobSummary } from '../../src/report/markdown/job-summary.ts';
import { reviewComment } from '../../src/report/markdown/review-comment.ts';
import { ledgerRow, reportHead, totalsOf, warningList } from '../support/report-builder.ts';
import { renderPage } from '../support/report-page.ts';

const totals = totalsOf([], { created: 3, updated: 2, skipped: 1 });

function everywhere(tenant: string) {
  const head = reportHead({ tenant, totals, warnings: { 'sub.missing': 1 } });
  const input = {
    head,
    failures: failureTally(),
    level: 'masked',
    fileNames: [],
    links: [],
    notes: [],
    limits: [],
    words: wordsOf('en'),
  } as const;
  const warnings = warningList([{ ...ledgerRow({ row: 1, outcome: 'created' }), code: 'sub.missing' }]);
  return {
    page: renderPage([], { tenant, totals, warnings: { 'sub.missing': 1 } }, 'masked', [], warnings),
    summary: jobSummary(input),
    comment: reviewComment(input, 'report').body,
    log: [...closingLines(head, [], 'report.json'), verdictLine(head)].join('\n'),
  };
}

test('a rehearsal is called one everywhere, and its users are not called created', () => {
  const { page, summary, comment, log } = everywhere('sandbox');
  expect(page).toContain('<title>cidaas migration rehearsal: succeeded</title>');
  expect(page).toContain('<body class="rehearsal">');
  expect(page).toContain('<p class="notes rehearsed">This was a rehearsal');
  expect(page).toContain('<b>3</b> <a href="#list=successes&#38;outcome=created">would be created</a> ');
  expect(page).toContain('<span class="outcome created">would be created</span>');
  for (const text of [summary, comment]) {
    expect(text).toContain('cidaas migration rehearsal: succeeded');
    expect(text).toContain('This was a rehearsal against the built-in sandbox');
    expect(text).toContain('| would be created | 3 |');
    expect(text).not.toContain('| created |');
  }
  expect(log).toContain('rehearsal succeeded after');
  expect(log).toContain('3 would be created · 2 would be updated · 1 skipped');
});

test('a migration is not', () => {
  for (const text of Object.values(everywhere('https://acme.cidaas.de'))) {
    expect(text).not.toMatch(/class="rehearsal"|>This was a rehearsal|rehearsal succeeded|\d would be|\| would be/);
    expect(text).toMatch(/created/);
  }
});
