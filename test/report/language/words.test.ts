import { describe, expect, test } from 'vitest';
import { explainedRow } from '../../../src/report/language/explained-row.ts';
import { shareText } from '../../../src/report/language/share.ts';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import { shownRow } from '../../../src/report/shown-row.ts';
import { ledgerRow } from '../../support/report-builder.ts';

const [en, de] = [wordsOf('en'), wordsOf('de')];

describe('words', () => {
  test.each([
    [0, '0 rows', '0 Zeilen'],
    [1, '1 row', '1 Zeile'],
    [2, '2 rows', '2 Zeilen'],
    [18_450, '18,450 rows', '18.450 Zeilen'],
  ])('of %i rows', (n, english, german) => {
    expect([en.text('rows', { n }), de.text('rows', { n })]).toEqual([english, german]);
  });

  test('numbers are written as the language writes them', () => {
    expect([de.count(1_234_567), de.decimal(1.25, 1), de.decimal(9, 1, 1)]).toEqual(['1.234.567', '1,3', '9,0']);
    expect([en.count(1_234_567), en.decimal(0.5, 2), en.decimal(9, 1, 1)]).toEqual(['1,234,567', '0.5', '9.0']);
    expect([en.size(1_234_567), de.size(1_234_567), de.size(512)]).toEqual(['1.2 MB', '1,2 MB', '512 B']);
    expect(de.text('list.failures.of', { selected: 1_000, n: 20_000 })).toBe('1.000 von 20.000 Fehlern');
  });

  test('a value that looks like a placeholder or a pattern stays as it is', () => {
    expect(en.text('facts.settled', { from: "{n} $& $'", n: 2 })).toBe("{n} $& $', 2 rows already settled");
  });

  test.each([
    [0, 10, '0 %', '0 %'],
    [1, 1_000, 'less than 1 %', 'weniger als 1 %'],
    [999, 1_000, 'more than 99 %', 'mehr als 99 %'],
    [1, 2, '50 %', '50 %'],
    [10, 10, '100 %', '100 %'],
  ])('a share of %i in %i', (part, whole, english, german) => {
    expect([shareText(part, whole, en), shareText(part, whole, de)]).toEqual([english, german]);
  });
});

describe('a row in German', () => {
  const german = (given: Parameters<typeof ledgerRow>[0]) =>
    explainedRow(shownRow(ledgerRow(given), 'masked', ['users.csv']), 'de');

  test('has the meaning of its code and its hint in German, and its message with data in English', () => {
    const hint =
      "Correct the address in the source (one in a cell), or leave such values out: `email: { from: …, when: { from: …, matches: '^[^@\\s]+@[^@\\s]+$' } }`.";
    const row = german({ row: 1, message: 'The e-mail address has no domain.', hint });
    expect(row.meaning).toBe('Die E-Mail-Adresse ist ungültig.');
    expect(row.message).toBe('The e-mail address has no domain.');
    expect(row.hint).toMatch(/^Korrigieren Sie die Adresse im Quellsystem/);
  });

  test('keeps a hint that only it has after the message, since it holds data', () => {
    const row = german({ row: 1, code: 'date.invalid', message: 'No date.', hint: 'Correct it (mapping.yml:21).' });
    expect(row.message).toBe('No date. Correct it (mapping.yml:21).');
    expect(row.hint).toMatch(/^Korrigieren Sie das Datum/);
  });

  test('does not repeat in English what its code means', () => {
    const row = german({
      ...{ row: 1, outcome: 'unsent', code: 'unsent', message: 'The run ended before this row was sent.' },
      hint: 'Run the same export again: it continues with what is not settled.',
    });
    expect(row.message).toBeNull();
    expect(row.meaning).toBe('Der Lauf endete, bevor diese Zeile gesendet wurde.');
  });

  test('with a code of the tenant is explained by what became of it', () => {
    expect(german({ row: 1, outcome: 'failed', code: 'tenant.417' }).meaning).toBe(
      'Der Tenant hat den Benutzer abgelehnt.',
    );
    expect(german({ row: 1, outcome: 'unknown', code: 'tenant.http_502' }).meaning).toMatch(/keine brauchbare Antwort/);
  });

  test('of an unknown code stays English', () => {
    const row = german({ row: 1, code: 'not.known', message: 'M.', hint: 'H.' });
    expect(row).toMatchObject({ meaning: null, message: 'M.', hint: 'H.' });
  });

  test('in English nothing changes', () => {
    const shown = shownRow(ledgerRow({ row: 1 }), 'masked', ['users.csv']);
    expect(explainedRow(shown, 'en')).toEqual({ ...shown, meaning: null });
  });
});
