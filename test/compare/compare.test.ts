import { describe, expect, test } from 'vitest';
import { PlanComparison, type PlanDifference, type ShowValue } from '../../src/compare/compare.ts';
import type { ComparedRow } from '../../src/plan/compared-row.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

const plain: ShowValue = (_field, value) => JSON.stringify(value);

function planned(row: number, user: CidaasUser): ComparedRow {
  return { ...end(row, 'planned'), body: JSON.stringify(user) };
}

function end(row: number, outcome: ComparedRow['outcome'], given: Partial<ComparedRow> = {}): ComparedRow {
  return {
    row,
    file: 'users.csv',
    line: row + 1,
    outcome,
    code: null,
    field: null,
    message: null,
    body: null,
    ...given,
  };
}

function compare(pairs: readonly (readonly [ComparedRow | null, ComparedRow | null])[]): PlanDifference {
  const comparison = new PlanComparison(plain);
  for (const [before, after] of pairs) comparison.add(before, after);
  return comparison.result();
}

describe('users that are sent differently', () => {
  test('are counted for each field, with the commonest changes and the first row of each', () => {
    const result = compare([
      [planned(1, { locale: 'de', nickname: 'A' }), planned(1, { locale: 'de-DE' })],
      [planned(2, { locale: 'en' }), planned(2, { locale: 'en-GB' })],
      [planned(3, { locale: 'de' }), planned(3, { locale: 'de-DE', given_name: 'Cy' })],
      [planned(4, { locale: 'fr' }), planned(4, { locale: 'fr' })],
      [planned(5, { locale: 'fr', sub: '5' }), planned(5, { sub: '5', locale: 'fr' })],
    ]);
    expect(result.rows).toEqual({ same: 2, changed: 3, moved: 0 });
    expect(result.moves).toEqual([]);
    expect(result.fields).toEqual([
      {
        field: 'locale',
        added: 0,
        removed: 0,
        changed: 3,
        ways: { 'text added at the end': 3 },
        examples: [
          { before: '"de"', after: '"de-DE"', how: 'text added at the end', rows: 2, first: place(1) },
          { before: '"en"', after: '"en-GB"', how: 'text added at the end', rows: 1, first: place(2) },
        ],
      },
      {
        field: 'given_name',
        added: 1,
        removed: 0,
        changed: 0,
        ways: {},
        examples: [{ before: null, after: '"Cy"', how: null, rows: 1, first: place(3) }],
      },
      {
        field: 'nickname',
        added: 0,
        removed: 1,
        changed: 0,
        ways: {},
        examples: [{ before: '"A"', after: null, how: null, rows: 1, first: place(1) }],
      },
    ]);
  });

  test('without a way to show values there are no examples, and the counts stay', () => {
    const comparison = new PlanComparison(null);
    comparison.add(planned(1, { email: 'A@example.com' }), planned(1, { email: 'a@example.com' }));
    expect(comparison.result().fields).toEqual([
      { field: 'email', added: 0, removed: 0, changed: 1, ways: { 'only upper and lower case': 1 }, examples: [] },
    ]);
  });

  test('an export that names ever new fields and values does not fill the memory', () => {
    const comparison = new PlanComparison(plain);
    for (let row = 1; row <= 500; row++) {
      const user = { customFields: { [`field${row}`]: row, often: row } };
      comparison.add(planned(row, {}), planned(row, user));
    }
    const { fields } = comparison.result();
    expect(fields).toHaveLength(201);
    expect(fields.find(({ field }) => field === 'other')?.added).toBe(301);
    expect(fields[0]).toMatchObject({ field: 'customFields.often', added: 500 });
    expect(fields[0]?.examples).toHaveLength(5);
  });
});

describe('rows that end otherwise', () => {
  const invalid = (row: number, code: string, field: string | null = 'email'): ComparedRow =>
    end(row, 'invalid', { code, field, message: `What ${code} means.` });
  const skipped = (row: number, message: string): ComparedRow => end(row, 'skipped', { code: 'skipped', message });

  test('are told by where they come from, where they go, and why', () => {
    const { moves, rows } = compare([
      [planned(1, {}), invalid(1, 'email.invalid')],
      [planned(2, {}), invalid(2, 'email.invalid')],
      [invalid(3, 'date.invalid', 'birthdate'), planned(3, {})],
      [planned(4, {}), skipped(4, 'guest')],
      [skipped(5, 'service'), planned(5, {})],
      [planned(6, {}), end(6, 'duplicate', { code: 'duplicate' })],
      [end(7, 'duplicate', { code: 'duplicate' }), planned(7, {})],
      [invalid(8, 'email.invalid'), invalid(8, 'value.unknown', 'userStatus')],
      [skipped(9, 'guest'), skipped(9, 'service')],
      [invalid(10, 'email.invalid'), skipped(10, 'guest')],
    ]);
    expect(rows).toEqual({ same: 0, changed: 0, moved: 10 });
    expect(moves.map(({ kind, from, to, rows }) => [rows, kind, why(from), why(to)])).toEqual([
      [2, 'newly invalid', 'planned', 'invalid email.invalid'],
      [1, 'newly valid', 'invalid date.invalid', 'planned'],
      [1, 'newly skipped', 'planned', 'skipped guest'],
      [1, 'no longer skipped', 'skipped service', 'planned'],
      [1, 'newly duplicate', 'planned', 'duplicate'],
      [1, 'no longer duplicate', 'duplicate', 'planned'],
      [1, 'another reason', 'invalid email.invalid', 'invalid value.unknown'],
      [1, 'another reason', 'skipped guest', 'skipped service'],
      [1, 'newly skipped', 'invalid email.invalid', 'skipped guest'],
    ]);
    expect(moves[0]).toMatchObject({
      to: { field: 'email', message: 'What email.invalid means.' },
      first: [place(1), place(2)],
    });
  });

  test('that only one of the mappings reads are told too', () => {
    const { moves } = compare([
      [planned(1, {}), null],
      [null, planned(2, {})],
    ]);
    expect(moves.map(({ kind, from, to }) => [kind, why(from), why(to)])).toEqual([
      ['no longer read', 'planned', null],
      ['newly read', null, 'planned'],
    ]);
  });

  test('for the same reason end as before, and an unchanged user of a delta is one that would be sent', () => {
    const { rows } = compare([
      [invalid(1, 'email.invalid'), invalid(1, 'email.invalid')],
      [end(2, 'duplicate', { body: '{"locale":"de"}' }), end(2, 'duplicate', { body: '{"locale":"en"}' })],
      [planned(3, {}), { ...planned(3, {}), outcome: 'unchanged' }],
    ]);
    expect(rows).toEqual({ same: 3, changed: 0, moved: 0 });
  });

  test('keep few places, and not every reason that a hostile export invents', () => {
    const pairs = Array.from(
      { length: 1_000 },
      (_, at) => [planned(at + 1, {}), invalid(at + 1, `code.${at}`)] as const,
    );
    const { moves } = compare([...pairs, ...Array.from({ length: 9 }, () => pairs.slice(0, 1)).flat()]);
    expect(moves.length).toBeLessThanOrEqual(201);
    expect(moves.reduce((sum, { rows }) => sum + rows, 0)).toBe(1_009);
    expect(moves.find(({ to }) => to?.why === 'other')?.rows).toBe(800);
    expect(Math.max(...moves.map(({ first }) => first.length))).toBe(5);
  });
});

function place(row: number): object {
  return { row, file: 'users.csv', line: row + 1 };
}

function why(row: { readonly outcome: string; readonly why: string | null } | null): string | null {
  return row === null ? null : [row.outcome, row.why].filter((part) => part !== null).join(' ');
}
