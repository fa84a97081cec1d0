import { describe, expect, test } from 'vitest';
import { rowSearch } from '../../../../src/report/html/browser/row-search.ts';
import { rowSelection } from '../../../../src/report/html/browser/row-selection.ts';
import { FIRST_VIEW, type View } from '../../../../src/report/html/browser/view.ts';
import { pageRow } from '../../../../src/report/html/page-row.ts';
import { explainedRow } from '../../../../src/report/language/explained-row.ts';
import { shownRow } from '../../../../src/report/shown-row.ts';
import { manyFailures, PAGE_FILES } from '../../../support/report-page.ts';

const ROWS = manyFailures(1000).map((row) => pageRow(explainedRow(shownRow(row, 'masked', PAGE_FILES), 'en')));

/** The rows that this view selects, by their number. */
function selected(view: Partial<View>): number[] {
  const indexes = rowSelection(ROWS, rowSearch(ROWS))({ ...FIRST_VIEW, ...view });
  return Array.from(indexes, (index) => ROWS[index]?.row ?? 0);
}

describe('the search', () => {
  test('finds rows by code, message, hint, field, outcome and sub, in any case', () => {
    expect(selected({ text: 'EMAIL.invalid' })).toHaveLength(200);
    expect(selected({ text: 'dd.MM.yyyy' })).toHaveLength(200);
    expect(selected({ text: 'disposable' })).toHaveLength(200);
    expect(selected({ text: 'birthdate' })).toHaveLength(200);
    expect(selected({ text: 'unsent' })).toHaveLength(200);
    expect(selected({ text: '3f1c7a52-0000-4000-8000-000000000499' })).toEqual([1000]);
  });

  test('finds users by what is shown of them, and not by what is masked', () => {
    expect(selected({ text: 'c***@e***.com' })).toHaveLength(39);
    expect(selected({ text: 'person' })).toEqual([]);
  });

  test('finds a row or line by its whole number, and a file with its line', () => {
    expect(selected({ text: '12' })).toEqual([12]);
    expect(selected({ text: '13' })).toEqual([12]);
    expect(selected({ text: 'users.csv:13' })).toEqual([12]);
    expect(selected({ text: 'archive/users' })).toHaveLength(100);
    expect(selected({ text: '123' })).toEqual([122]);
  });

  test('finds the rows of a range of lines, as the chart along the file has it', () => {
    expect(selected({ text: 'users.csv:13-16' })).toEqual([12, 14]);
    expect(selected({ text: '2019.csv:13-30' })).toEqual([20]);
    expect(selected({ text: 'USERS.csv:13-16 date.invalid' })).toEqual(
      selected({ text: 'date.invalid' }).filter((row) => row === 12 || row === 14),
    );
    expect(selected({ text: 'other.csv:13-16' })).toEqual([]);
    expect(selected({ text: 'users.csv:16-13' })).toEqual([]);
  });

  test('wants every word', () => {
    expect(selected({ text: 'tenant.507 archive' })).toEqual(selected({ text: 'archive tenant.507' }));
    expect(selected({ text: 'tenant.507 birthdate' })).toEqual([]);
    expect(selected({ text: '   ' })).toHaveLength(1000);
  });

  test('is the same whether it was prepared in part, as a whole, or not at all', () => {
    for (const slices of [0, 1, 2, 5]) {
      const search = rowSearch(ROWS);
      const more = Array.from({ length: slices }, () => search.prepare(300));
      expect(more).toEqual(more.map((_, index) => (index + 1) * 300 < ROWS.length));
      const found = rowSelection(ROWS, search)({ ...FIRST_VIEW, text: 'email.invalid' });
      expect(found).toHaveLength(200);
    }
  });
});

describe('the filters', () => {
  test('take outcomes, one code, and both with a search', () => {
    expect(selected({ outcomes: ['failed', 'unsent'] })).toHaveLength(400);
    expect(selected({ code: 'date.invalid' })).toHaveLength(200);
    expect(selected({ outcomes: ['invalid'], code: 'date.invalid', text: 'archive' })).toEqual([]);
    expect(selected({ outcomes: ['unsent'], text: 'archive' })).toHaveLength(100);
    expect(selected({ outcomes: ['failed'], code: 'date.invalid' })).toEqual([]);
  });
});

describe('the order', () => {
  test('is by row, and backwards', () => {
    expect(selected({}).slice(0, 3)).toEqual([2, 4, 6]);
    expect(selected({ descending: true }).slice(0, 3)).toEqual([2000, 1998, 1996]);
  });

  test('by place is by file and then by the number of the line', () => {
    const [first, second] = selected({ sort: 'where' });
    expect([first, second]).toEqual([20, 40]);
    expect(selected({ sort: 'where', descending: true })[0]).toBe(1998);
  });

  test('keeps rows that are equal in row order', () => {
    const byOutcome = selected({ sort: 'outcome' });
    expect(byOutcome.slice(0, 2)).toEqual([4, 14]);
    expect(byOutcome.slice(200, 202)).toEqual([8, 18]);
    expect(selected({ sort: 'code' })[0]).toBe(6);
  });

  test('by user has rows without one last', () => {
    const [first, ...others] = ROWS;
    const nobody = { ...(first ?? expect.unreachable()), sub: null, email: null, username: null, mobile_number: null };
    const rows = [nobody, ...others.slice(0, 30)];
    const order = rowSelection(rows, rowSearch(rows))({ ...FIRST_VIEW, sort: 'user' });
    expect(order.at(-1)).toBe(0);
    expect(rows[order[0] ?? 0]?.email).toBe('a***@e***.com');
  });

  test('is not lost by a search', () => {
    expect(selected({ sort: 'where', text: 'tenant.507' })).toEqual(
      selected({ sort: 'where' }).filter((row) => row % 10 === 8),
    );
  });
});
