import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../../src/plan/row.ts';
import { type PageRow, pageRowReader, pageRowWriter } from '../../../src/report/html/page-rows.ts';
import { HOSTILE } from '../../support/report-builder.ts';

const text = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('email', 'again', '</script>')));
const rowOf: fc.Arbitrary<PageRow> = fc.record({
  row: fc.nat(),
  file: fc.string(),
  line: fc.nat(),
  outcome: fc.constantFrom(...OUTCOMES),
  code: text,
  field: text,
  message: text,
  hint: text,
  duplicateOf: fc.option(fc.nat()),
  attempts: fc.nat(),
  sub: text,
  email: text,
  username: text,
  mobile_number: text,
  meaning: text,
});

function throughJson(rows: readonly PageRow[]): PageRow[] {
  const [write, read] = [pageRowWriter(), pageRowReader()];
  return rows.map((row) => read(JSON.parse(write(row))));
}

function row(given: Partial<PageRow>): PageRow {
  const none = { code: null, field: null, message: null, hint: null, duplicateOf: null, sub: null, email: null };
  return {
    ...{ row: 1, file: 'users.csv', line: 2, outcome: 'failed', attempts: 0, ...none, username: null },
    mobile_number: null,
    meaning: null,
    ...given,
  };
}

describe('rows in the page', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(rowOf), (rows) => {
        expect(throughJson(rows)).toEqual(rows);
      }),
    );
  });

  test('hold nothing that could end or swallow their script, whatever stands in them', () => {
    const write = pageRowWriter();
    for (const hostile of [...Object.values(HOSTILE), '</script>', '<!--<script>', ']]>', '\u2028']) {
      const json = write(row({ message: hostile, hint: hostile, code: hostile, email: hostile }));
      expect(json).not.toMatch(/[<>\u2028\u2029\p{Cc}\u202e]/u);
    }
  });

  test('say the same words once', () => {
    const write = pageRowWriter();
    const failed = row({ code: 'tenant.507', message: 'invalid email passed', hint: 'Run again.' });
    expect(write(failed)).toBe(
      '[1,2,"users.csv","failed","tenant.507",null,"invalid email passed","Run again.",null,0]',
    );
    expect(write({ ...failed, sub: 'legacy-9' })).toBe('[1,2,0,1,2,null,0,3,null,0,"legacy-9"]');
  });

  test('that all differ do not use up the words that repeat, nor the memory', () => {
    const [write, read] = [pageRowWriter(), pageRowReader()];
    const rows = Array.from({ length: 5000 }, (_, index) => row({ message: `reference ${index}`, code: 'tenant.507' }));
    const lines = rows.map(write);
    expect(lines.map((line) => read(JSON.parse(line)))).toEqual(rows);
    expect(write(row({ message: 'reference 4999', code: 'tenant.507', hint: 'new' }))).toContain(
      '"reference 4999","new"',
    );
    expect(write(row({ message: 'reference 1999', code: 'tenant.507', hint: 'new' }))).toContain(',2,null,1999,3,');
  });
});
