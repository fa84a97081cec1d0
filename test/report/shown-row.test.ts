import { describe, expect, test } from 'vitest';
import { maskTenantMessage } from '../../src/report/mask-message.ts';
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

describe('maskTenantMessage', () => {
  test('a value that is cut off with the message goes with it', () => {
    const users = [
      { row: 1, body: JSON.stringify({ customFields: { pin: 'Canary-in-clear-text' }, given_name: 'Ada' }) },
    ];
    expect(maskTenantMessage('the pin Canary-in-cl…', users)).toBe('the pin …');
    expect(maskTenantMessage('the pin is too long…', users)).toBe('the pin is too long…');
  });
  test('a value goes in the spellings of JSON, URLs and HTML too', () => {
    const pin = 'a"b&c/d <ü>';
    const users = [{ row: 1, body: JSON.stringify({ customFields: { pin }, email: 'ada.x@example.com' }) }];
    for (const spelt of [JSON.stringify(pin).slice(1, -1), encodeURIComponent(pin), 'a&quot;b&amp;c/d &lt;ü&gt;']) {
      expect(maskTenantMessage(`refused: ${spelt}!`, users)).toBe('refused: a***!');
    }
    expect(maskTenantMessage('?email=ada.x%40example.com', users)).toBe('?email=a***');
  });
  const users = [
    {
      row: 1,
      body: JSON.stringify({
        email: 'zoe@example.com',
        given_name: 'Zoë',
        family_name: 'Strauß',
        address: { street_address: 'Lindenallee 7' },
        customFields: { customer_no: 77123, tags: ['vip-gold'] },
        password_hash_info: {
          algorithmTypeId: 'SHA256',
          passwordHash: 'canary-hash',
          hData: { salt: 'canary-salt', iterations: '27500' },
        },
        userStatus: 'VERIFIED',
        locale: 'de-DE',
        provider: 'self',
        roles: ['USER'],
      }),
    },
    { row: 2, body: JSON.stringify({ identities: [{ email: 'otto@example.com', given_name: 'Otto' }] }) },
  ];
  test('nothing of these users is left in it', () => {
    const message =
      'Zoë STRAUSS, lindenallee 7, no 77123, vip-gold, canary-hash with CANARY-SALT; otto@example.com is Otto and zoe too';
    const masked = maskTenantMessage(message, users);
    expect(masked).not.toMatch(/zo[eë]|strau|linden|77123|vip|canary|otto/i);
  });
  test('words of cidaas stay, so that it still says what is wrong', () => {
    const message =
      'userStatus VERIFIED of provider self needs algorithm SHA256 with 27500 iterations and locale de-DE';
    expect(maskTenantMessage(message, users)).toBe(message);
  });
  test('it is bounded', () => {
    expect(maskTenantMessage('x'.repeat(10_000_000), users).length).toBeLessThan(20_000);
  });
});
