import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../src/plan/row.ts';
import { annotations } from '../../src/report/annotations.ts';
import { failureTally } from '../../src/report/failure-tally.ts';
import type { ReportHead } from '../../src/report/report-data.ts';
import { NO_REPOSITORY_FILES, type RepositoryFiles } from '../../src/report/repository-files.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES, reportHead } from '../support/report-builder.ts';

function of(rows: readonly LedgerRow[], given: Partial<ReportHead> = {}) {
  const tally = failureTally();
  for (const row of rows) tally.add(row);
  return annotations(reportHead({ outcome: 'failed', ...given }), tally.groups(), 'masked', [
    'users.csv',
    'archive/users-2019.csv',
  ]);
}

describe('annotations', () => {
  test('one for each reason, with the first place and what to do', () => {
    const rows = [ledgerRow({ row: 41, line: 42 }), ledgerRow({ row: 50 })];
    expect(of(rows)).toEqual([
      {
        level: 'error',
        title: 'email.invalid',
        message:
          '2 invalid rows, first at users.csv:42 (email): The e-mail address has no domain. Correct it in the source system, or leave the cell empty.',
      },
    ]);
  });
  test('what a tenant says without a full stop ends before what to do', () => {
    const [first] = of([ledgerRow({ row: 2, message: 'invalid email passed', hint: 'Correct it.' })]);
    expect(first?.message).toContain(': invalid email passed. Correct it.');
  });
  test('a warning says what it means, and that nothing was held back', () => {
    const [first] = of([], { warnings: { 'sub.missing': 7 } });
    expect(first?.title).toBe('sub.missing');
    expect(first?.message).toMatch(
      /^7 rows, sent anyway: The user has no sub: .* Map an id of the source, `fields: \{ sub/,
    );
  });
  test('what ends a run is an error, what it tolerates a warning, what waits a notice', () => {
    const levels = (given: Partial<ReportHead>) =>
      of(MESSY_FAILURES, given).map(({ level, title }) => `${level} ${title}`);
    expect(levels({ warnings: { 'sub.missing': 7 } })).toEqual([
      'error email.invalid',
      'error tenant.507',
      'error tenant.timeout',
      'warning duplicate',
      'warning sub.missing',
      'notice unsent',
    ]);
    expect(levels({ outcome: 'succeeded' }).filter((line) => line.startsWith('error'))).toEqual([]);
  });
  test('stand beside the line of the rule that could not make a value, else of the first row', () => {
    const rows = [
      ledgerRow({ row: 1, line: 2 }),
      ledgerRow({ row: 2, line: 3, code: 'value.unknown', field: 'userStatus' }),
      ledgerRow({ row: 3, line: 4, code: 'value.unknown', field: 'locale', outcome: 'invalid' }),
      ledgerRow({ row: 4, line: 5, file: 1, code: 'date.invalid', field: 'birthdate' }),
      ledgerRow({ row: 5, line: 6, file: 1, code: 'duplicate', field: null, outcome: 'duplicate' }),
    ];
    const placed = (places: Partial<RepositoryFiles>) => {
      const tally = failureTally();
      for (const row of rows) tally.add(row);
      const all = { ...NO_REPOSITORY_FILES, ...places };
      return annotations(reportHead(), tally.groups(), 'masked', ['users.csv', 'old.csv'], all).map(
        ({ title, line }) => `${title} ${line === undefined ? 'nowhere' : `${line.file}:${line.line}`}`,
      );
    };
    const mapping = { mapping: 'migration/mapping.yml', ruleLines: { userStatus: 12, email: 3 } };
    const exported = (name: string): string | null => (name === 'users.csv' ? 'data/users.csv' : null);
    expect(placed({ ...mapping, exported })).toEqual([
      'email.invalid data/users.csv:2',
      'value.unknown migration/mapping.yml:12',
      'value.unknown data/users.csv:4',
      'date.invalid nowhere',
      'duplicate nowhere',
    ]);
    expect(placed({ ...mapping, mapping: null, exported })[1]).toBe('value.unknown data/users.csv:3');
    expect(placed({}).join()).not.toMatch(/:\d/);
  });
  test('never more than GitHub shows beside the error that fails the step, and the last one counts the rest', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ledgerRow({ row: index + 1, code: `code.${index}` }));
    const shown = of(rows);
    expect(shown).toHaveLength(9);
    expect(shown.at(-1)?.message).toBe('22 more kinds of error; the report lists all of them');
  });
  test('messages are one line, masked, and no longer than GitHub takes', () => {
    const rows = Object.values(HOSTILE).map((text, index) =>
      ledgerRow({
        row: index + 1,
        outcome: 'failed',
        code: `code.${index}`,
        message: `${text} of jana@example.com`,
        hint: 'x'.repeat(5000),
      }),
    );
    for (const { title, message } of of(rows)) {
      expect(message.length).toBeLessThanOrEqual(4096);
      expect(title + message).not.toMatch(/\p{Cc}|\u202e|jana@/u);
    }
  });
});
