import { describe, expect, test } from 'vitest';
import type { FieldChange, RowMove } from '../../src/compare/compare.ts';
import type { Comparison } from '../../src/report/comparison.ts';
import { summarizeComparison } from '../../src/report/comparison-summary.ts';
import { comparisonHtml } from '../../src/report/html/page-comparison.ts';
import { wordsOf } from '../../src/report/language/words-of.ts';
import { comparisonSections } from '../../src/report/markdown/comparison-sections.ts';
import { fitMarkdown } from '../../src/report/markdown/markdown-budget.ts';
import { NO_LINKS } from '../../src/report/source-links.ts';
import { HOSTILE, totalsOf } from '../support/report-builder.ts';
import { asShown } from '../support/shown.ts';

const EN = wordsOf('en');

function comparison(given: Partial<Comparison> = {}): Comparison {
  return {
    base: { name: 'base/mapping.yml', sha256: 'd4'.repeat(32) },
    problems: [],
    warnings: [],
    before: totalsOf([], { planned: 10 }),
    rows: { same: 10, changed: 0, moved: 0 },
    fields: [],
    moves: [],
    ...given,
  };
}

function field(name: string, given: Partial<FieldChange>): FieldChange {
  return { field: name, added: 0, removed: 0, changed: 0, ways: {}, examples: [], ...given };
}

function newlyInvalid(rows: number): RowMove {
  return {
    kind: 'newly invalid',
    from: { outcome: 'planned', why: null, field: null, message: null },
    to: { outcome: 'invalid', why: 'email.invalid', field: 'email', message: 'The e-mail address cannot exist.' },
    rows,
    first: [{ row: 3, file: 'users.csv', line: 4 }],
  };
}

describe('summarizeComparison', () => {
  test('says that nothing changes', () => {
    expect(summarizeComparison(comparison(), EN)).toEqual({
      headline:
        'Compared with base/mapping.yml, nothing changes: every row keeps its outcome and every user is sent as before.',
      alerts: [],
    });
  });

  test('says why nothing could be compared', () => {
    const { headline } = summarizeComparison(
      comparison({ problems: ['There is no base/mapping.yml.'], before: null }),
      EN,
    );
    expect(headline).toBe('Not compared with base/mapping.yml: There is no base/mapping.yml.');
  });

  test('counts what changes, and warns of what locks people out', () => {
    const { headline, alerts } = summarizeComparison(
      comparison({
        rows: { same: 7, changed: 1_200, moved: 1 },
        moves: [newlyInvalid(1)],
        fields: [
          field('sub', { changed: 12 }),
          field('password_hash_info.passwordHash', { removed: 4, added: 1 }),
          field('email', { changed: 30, ways: { 'only upper and lower case': 28 } }),
          field('userStatus', { added: 5 }),
          field('locale', { changed: 1_200 }),
        ],
      }),
      EN,
    );
    expect(headline).toBe(
      'Compared with base/mapping.yml: 1,200 users are sent differently, 1 row is newly invalid. 7 rows stay the same.',
    );
    expect(alerts).toEqual([
      'The sub of 12 users changes: cidaas treats them as new people, and the accounts with the old sub remain.',
      'The password of 4 users is no longer sent: they cannot log in with it.',
      'The password of 1 user is sent differently: test the login of some of them before you send all.',
      'An identifier (e-mail address, user name or mobile number) of 2 users changes: they must log in with the new one.',
      'The status of 5 users changes: it decides whether they can log in.',
      '1 row that would have been sent before is now invalid.',
    ]);
  });

  test('an identifier in which only the case changes is no reason to worry', () => {
    const { alerts } = summarizeComparison(
      comparison({
        rows: { same: 0, changed: 9, moved: 0 },
        fields: [field('email', { changed: 9, ways: { 'only upper and lower case': 9 } })],
      }),
      EN,
    );
    expect(alerts).toEqual([]);
  });
});

describe('comparisonSections', () => {
  const full = comparison({
    rows: { same: 7, changed: 900, moved: 3 },
    moves: [newlyInvalid(3)],
    fields: [
      field('locale', {
        changed: 900,
        added: 20,
        ways: { 'more at the end': 890 },
        examples: [
          {
            before: 'de',
            after: 'de-DE',
            how: 'more at the end',
            rows: 890,
            first: { row: 1, file: 'users.csv', line: 2 },
          },
          { before: null, after: 'de-DE', how: null, rows: 20, first: { row: 9, file: 'users.csv', line: 10 } },
        ],
      }),
    ],
  });

  test('put the sentences first, then rows, then fields', () => {
    expect(asShown(fitMarkdown([], comparisonSections(full, EN), 10_000, EN))).toBe(`### What this mapping changes

Compared with base/mapping.yml: 900 users are sent differently, 3 rows are newly invalid. 7 rows stay the same.

- ⚠️ 3 rows that would have been sent before are now invalid.

#### Rows with a different outcome

| Rows | Change | Before | Now | First |
| ---: | --- | --- | --- | --- |
| 3 | newly invalid | planned | invalid <code>email.invalid</code> (<code>email</code>)<br>The e-mail address cannot exist. | <code>users.csv:4</code> |

#### Fields sent differently

| Field | Users | Change | Before → now |
| --- | ---: | --- | --- |
| <code>locale</code> | 920 | 900 changed (890 more at the end), 20 now sent | <code>de</code> → <code>de-DE</code>, more at the end (890 users, first <code>users.csv:2</code>)<br><i>not sent</i> → <code>de-DE</code> (20 users, first <code>users.csv:10</code>) |
`);
  });

  test('grow no longer than people read', () => {
    const fields = Array.from({ length: 200 }, (_, at) => field(`customFields.f${at}`, { changed: 200 - at }));
    const moves = Array.from({ length: 200 }, () => newlyInvalid(1));
    const text = fitMarkdown([], comparisonSections({ ...full, fields, moves }, EN), 1_000_000, EN);
    expect(text.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(2 * 41 + 4);
    expect(text).toContain('and 160 more');
  });

  test('and the section of the page keep hostile data text', () => {
    const places = { row: 1, file: HOSTILE.markdown, line: 2 };
    for (const text of Object.values(HOSTILE)) {
      const end = { outcome: 'skipped', why: text, field: text, message: text } as const;
      const hostile = comparison({
        base: { name: text, sha256: null },
        rows: { same: 0, changed: 1, moved: 1 },
        moves: [{ kind: 'newly skipped', from: end, to: end, rows: 1, first: [places] }],
        fields: [
          field(text, {
            changed: 1,
            ways: { [text]: 1 },
            examples: [{ before: text, after: text, how: text, rows: 1, first: places }],
          }),
        ],
      });
      const markdown = fitMarkdown([], comparisonSections(hostile, EN), 100_000, EN);
      expect(markdown).not.toMatch(/@octocat|<img|<script|\]\(|https?:\/\/evil/);
      const html = comparisonHtml(hostile, NO_LINKS, EN);
      expect(html).not.toMatch(/<img|<script|<a /);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the attack
      expect(markdown + html).not.toMatch(/[\u0000\u001b\u202e]/);
    }
  });
});

describe('comparisonHtml', () => {
  test('is nothing without a comparison', () => {
    expect(comparisonHtml(null, NO_LINKS, EN)).toBe('');
  });
  test('shows headline and tables', () => {
    const html = comparisonHtml(
      comparison({ rows: { same: 0, changed: 0, moved: 3 }, moves: [newlyInvalid(3)], fields: [] }),
      NO_LINKS,
      EN,
    );
    expect(html).toContain('<h2>What this mapping changes</h2>');
    expect(html).toContain('3 rows are newly invalid');
    expect(html).toContain('<code>email.invalid</code>');
    expect(html).not.toContain('Fields sent differently');
  });
});
