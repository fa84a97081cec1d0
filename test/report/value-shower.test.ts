import { describe, expect, test } from 'vitest';
import { valueShower } from '../../src/report/value-shower.ts';

const WORDS = new Set(['VERIFIED', 'Deutschland', '10000', 'noreply@example.com']);
const HASH = '$2b$10$zXcVbNmAsDfGhJkLqWeRtOxxtQmhLh.H3B9Pv5d4jiykzMg5BgCo.';
const masked = valueShower('masked', WORDS);
const full = valueShower('full', WORDS);

describe('a value of a user', () => {
  test.each<[field: string, value: unknown, shown: string]>([
    ['email', 'ada@example.com', 'a***@e***.com'],
    ['family_name', 'Quell', 'Q***'],
    ['address.postal_code', '50667', '5***'],
    ['customFields.customer_no', '00217', '0***'],
    ['customFields.visits', 42, '***'],
    ['mobile_number', '+491511234567', '+49***67'],
    ['sub', 'c68111db-90e0-586f-a44e-22b52c4e6e06', 'c68111db-90e0-586f-a44e-22b52c4e6e06'],
    ['sub', '+491511234567', '+49***67'],
    ['sub', 'ada@example.com', 'a***@e***.com'],
    ['roles', ['admin', 'VERIFIED', 'user', 'guest'], '[a***, VERIFIED, u***, …]'],
    ['customFields.deep', { name: 'Quell' }, '{…}'],
    ['mfa_enabled', true, 'true'],
    ['nickname', null, '(cleared)'],
    ['nickname', '', '(empty)'],
  ])('of %s is masked: %j as %s', (field, value, shown) => {
    expect(masked?.(field, value)).toBe(shown);
  });

  test('is readable where it is a word of the mapping: its author wrote it', () => {
    expect(masked?.('userStatus', 'VERIFIED')).toBe('VERIFIED');
    expect(masked?.('customFields.land', 'Deutschland')).toBe('Deutschland');
    expect(masked?.('email', 'noreply@example.com')).toBe('noreply@example.com');
  });

  test('is readable at full, and there is nothing to show with at none', () => {
    expect(full?.('family_name', 'Quell')).toBe('Quell');
    expect(full?.('customFields.visits', 42)).toBe('42');
    expect(valueShower('none', WORDS)).toBeNull();
  });
});

describe('a secret', () => {
  test.each(['password_hash_info.passwordHash', 'customFields.note', 'family_name', 'sub', 'roles'])(
    'in %s is hidden at every level',
    (field) => {
      for (const show of [masked, full]) {
        expect(show?.(field, HASH)).not.toContain('zXcVbNm');
        expect(show?.(field, [HASH])).not.toContain('zXcVbNm');
      }
    },
  );

  test('cannot stand where a mistaken mapping put it either', () => {
    for (const show of [masked, full]) {
      expect(show?.('password_hash_info.hData.salt', 'sel')).toBe('***');
      expect(show?.('password_hash_info.hData.iterations', 'hunter2')).toBe('***');
      expect(show?.('password_hash_info.hData.iterations', '10000')).toBe('10000');
    }
    expect(valueShower('masked', new Set([HASH]))?.('nickname', HASH)).toBe('***');
  });
});

test('a long value is cut off', () => {
  expect(full?.('profile', `https://example.com/${'x'.repeat(500)}`).length).toBeLessThanOrEqual(60);
  expect(full?.('roles', ['a'.repeat(500), 'b'.repeat(500)]).length).toBeLessThanOrEqual(130);
});
