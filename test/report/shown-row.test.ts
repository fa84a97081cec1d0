import { describe, expect, test } from 'vitest';
import { shownMessage, shownRow, shownUser } from '../../src/report/shown-row.ts';
import { ledgerRow } from '../support/report-builder.ts';

const HASH = `$2b$10$${'abcDEF123./'.repeat(5).slice(0, 53)}`;

describe('shownMessage', () => {
  const message =
    'jana.roe is taken by jana.roe@example.com (reference 1767225600000-8d5b0a4e-1111-4222-8333-444455556666)';
  const row = ledgerRow({ row: 1, outcome: 'failed', message, identifiers: { username: 'jana.roe' } });
  test('the tenant’s words are masked like the user', () => {
    expect(shownMessage(row, 'masked')).toBe(
      'j*** is taken by j***@e***.com (reference 1767225600000-8d5b0a4e-1111-4222-8333-444455556666)',
    );
  });
  test('none leaves no initials either', () => {
    expect(shownMessage(row, 'none')).toBe(
      '*** is taken by *** (reference 1767225600000-8d5b0a4e-1111-4222-8333-444455556666)',
    );
  });
  test('so are those about a row that was tried and never reached it', () => {
    expect(shownMessage({ ...row, outcome: 'unsent', attempts: 2 }, 'none')).toMatch(/^\*\*\* is taken by \*\*\* /);
  });
  test('full shows identifiers but no hash', () => {
    expect(shownMessage({ ...row, message: `jana.roe: ${HASH}` }, 'full')).toBe('jana.roe: ***');
  });
  test('our own words keep their examples', () => {
    const ours = ledgerRow({ row: 1, message: 'Write it like "+4915112345678".', identifiers: { username: 'write' } });
    expect(shownMessage(ours, 'masked')).toBe('Write it like "+4915112345678".');
    expect(shownMessage({ ...ours, message: `is ${HASH}` }, 'masked')).toBe('is ***');
  });
  test('a message without end is cut', () => {
    expect(shownMessage({ ...row, message: 'no '.repeat(1_000_000) }, 'masked')?.length).toBeLessThanOrEqual(1000);
    expect(shownMessage({ ...row, message: null }, 'masked')).toBeNull();
  });
});

describe('shownUser', () => {
  test('the sub of the tenant stands in for one that was not sent', () => {
    expect(shownUser(ledgerRow({ row: 1, sub: 'account-1', identifiers: {} }), 'masked')).toEqual({ sub: 'account-1' });
  });
});

test('a file that nobody knows is no reason to lose a row', () => {
  expect(shownRow(ledgerRow({ row: 1, file: 7 }), 'masked', ['users.csv']).file).toBe('');
});
