import { expect, test } from 'vitest';
import { wordsOf } from '../../src/report/language/words-of.ts';
import type { MissingReport } from '../../src/report/report-data.ts';
import { missingSection, missingTable } from '../../src/report/sections/missing-section.ts';
import { shownHead } from '../../src/report/shown-head.ts';
import { HOSTILE, reportHead } from '../support/report-builder.ts';

const EN = wordsOf('en');
const nothing = { planned: 0, blocked: 0, deleted: 0, failed: 0, unknown: 0, unsent: 0 };
const missing: MissingReport = {
  ...{ ...nothing, total: 3, blocked: 2, failed: 1 },
  users: [
    { sub: `s-${HOSTILE.html}`, outcome: 'failed', code: 'tenant.417', message: HOSTILE.markdown, hint: 'Look.' },
    { sub: 's-2', outcome: 'blocked', code: null, message: null, hint: null },
    { sub: null, outcome: 'blocked', code: null, message: null, hint: null },
  ],
};

test('the page lists all of them, the summary those that are not done, and neither is more than text', () => {
  const head = reportHead({ missing });
  const page = missingTable(head, EN);
  expect(page).toContain('3: 2 blocked · 1 failed');
  expect(page.match(/<tr>/g)).toHaveLength(4);
  expect(page).not.toContain('<img');
  const { head: lines, items } = missingSection(head, EN);
  expect(lines).toContain('3: 2 blocked · 1 failed');
  expect(items).toHaveLength(1);
  expect(items[0]).not.toContain('| @octocat');
});

test('subs of users who are in no row are shown as those of rows: none leaves them out', () => {
  const head = reportHead({ missing });
  expect(shownHead(head, 'masked').missing?.users[1]?.sub).toBe('s-2');
  expect(shownHead(head, 'none').missing?.users.map(({ sub }) => sub)).toEqual([null, null, null]);
});

test('a run that does nothing to them has no section', () => {
  expect(missingTable(reportHead(), EN)).toBe('');
  expect(missingSection(reportHead(), EN).items).toEqual([]);
});
