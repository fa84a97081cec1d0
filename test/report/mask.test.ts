import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskIdentifiers, maskSecrets, maskText, maskValue } from '../../src/report/mask.ts';

fc.configureGlobal({ seed: 20260301 });

/** Shapes of hashes and tokens with invented contents. */
const SECRETS = {
  bcrypt: `$2b$10$${'abcDEF123./'.repeat(5).slice(0, 53)}`,
  argon2: '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM0$aW52ZW50ZWRoYXNoYnl0ZXM',
  phc: '$pbkdf2-sha256$i=27500,l=64$aW52ZW50ZWQ$aW52ZW50ZWRoYXNo',
  sha512crypt: '$6$rounds=5000$inventedsalt$inventedhash1234567890',
  django: 'pbkdf2_sha256$600000$seasalt$aW52ZW50ZWRoYXNoYnl0ZXM=',
  ldap: '{SSHA}aW52ZW50ZWRoYXNoYnl0ZXM=',
  md5: '0123456789abcdef0123456789abcdef',
  sha1: '0123456789abcdef0123456789abcdef01234567',
  saltedMd5: '0123456789abcdef0123456789abcdef:Xy7',
  base64: 'aW52ZW50ZWQgYnl0ZXMgb2YgYSBzYWx0',
  salt: 'aW52ZW50ZWQgc2FsdA==',
  jwt: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJpbnZlbnRlZCJ9.c2lnbmF0dXJl',
} as const;

describe('maskIdentifiers', () => {
  const jane = {
    sub: '3f1c7a52-0000-4000-8000-000000000002',
    email: 'Jane.Roe@mail.example.com',
    username: 'jroe',
    mobile_number: '+49 151 12345678',
  };
  test('full shows them as they are', () => {
    expect(maskIdentifiers(jane, 'full')).toEqual(jane);
  });
  test('masked keeps the sub to find the row by', () => {
    expect(maskIdentifiers(jane, 'masked')).toEqual({
      sub: jane.sub,
      email: 'J***@m***.com',
      username: 'j***',
      mobile_number: '+49***78',
    });
  });
  test('none shows nothing', () => {
    expect(maskIdentifiers(jane, 'none')).toEqual({});
  });
  test('what a row does not have stays away', () => {
    expect(maskIdentifiers({ email: 'a@b.de' }, 'masked')).toEqual({ email: '***@***.de' });
  });
  test.each([
    ['an e-mail address', { sub: 'jane@example.com' }, 'j***@e***.com'],
    ['a phone number', { sub: '+4915112345678' }, '+49***78'],
    ['a national phone number', { sub: '0151 12345678' }, '0***78'],
    ['the mobile number without its plus', { sub: '15112345678', mobile_number: '15112345678' }, '1***78'],
    ['a hash', { sub: SECRETS.md5 }, '***'],
  ])('a sub that is %s is masked too', (_, ids, expected) => {
    expect(maskIdentifiers(ids, 'masked').sub).toBe(expected);
  });
  test('a sub that is a number of the old system stays', () => {
    expect(maskIdentifiers({ sub: '1000234567' }, 'masked')).toEqual({ sub: '1000234567' });
  });
  test('a UUID that happens to hold digits alone stays', () => {
    const sub = '00000000-0000-4000-8000-000000000017';
    expect(maskIdentifiers({ sub }, 'masked')).toEqual({ sub });
  });
  test('a password hash never shows, whatever the mapping took it for', () => {
    for (const name of ['bcrypt', 'argon2', 'django', 'ldap', 'md5', 'sha1'] as const) {
      const hash = SECRETS[name];
      const ids = { sub: hash, email: hash, username: hash, mobile_number: hash };
      const hidden = { sub: '***', email: '***', username: '***', mobile_number: '***' };
      expect(maskIdentifiers(ids, 'full')).toEqual(hidden);
      expect(maskIdentifiers(ids, 'masked')).toEqual(hidden);
    }
  });
});

describe('maskValue', () => {
  test.each([
    ['jana@example.com', 'j***@e***.com'],
    ['j@ab.de', '***@***.de'],
    ['jana@localhost', 'j***@l***'],
    ['jana@[192.0.2.1]', 'j***@***'],
    ['"a b"@example.com', '***@e***.com'],
    ['+4915112345678', '+49***78'],
    ['1234567', '1***'],
    ['al', '***'],
    ['Zoë', 'Z***'],
    ['\u202eevil', '***'],
    ['😀😀😀', '***'],
    ['', '***'],
  ])('%j becomes %s', (given, expected) => {
    expect(maskValue(given)).toBe(expected);
  });
});

describe('maskText', () => {
  test.each([
    ['The email john.doe@example.com exists', 'The email j***@e***.com exists'],
    ['email=john@example.com.', 'e***@e***'],
    ['call +49 151 12345678 now', 'call +49***78 now'],
    ['given_name "Schmidt" is too long', 'given_name "S***" is too long'],
    ["value 'Schmidt' of 'family_name' is refused", "value 'S***' of 'family_name' is refused"],
    ['{"field":"customFields.customer_no","value":"K-77"}', '{"field":"customFields.customer_no","value":"K***"}'],
    ["the user's e-mail isn't valid", "the user's e-mail isn't valid"],
    ['413 more than 1000 users', '413 more than 1000 users'],
    ['Bearer abc.def.ghi123', 'Bearer ***'],
  ])('%s', (given, expected) => {
    expect(maskText(given, [])).toBe(expected);
  });
  test('own values go in any case and composition, with the local part of an address', () => {
    const own = ['Zoe\u0308.Meier@example.com', 'Eva', 'K-77-x'];
    expect(maskText('ZOË.MEIER exists as zoë.meier@example.com, EVA, k-77-x; evaluation failed', own)).toBe(
      'Z*** exists as z***@e***.com, E***, k***; evaluation failed',
    );
  });
  test('reference numbers and subs stay, since support asks for them', () => {
    const text = 'refused (reference 1767225600000-8d5b0a4e-1111-4222-8333-444455556666)';
    expect(maskText(text, [])).toBe(text);
    expect(maskText('refused (reference REF-20260301.4711)', [])).toBe('refused (reference REF-20260301.4711)');
    expect(maskText('user 3f1c7a52-0000-4000-8000-000000000002 exists', [])).toContain(
      '3f1c7a52-0000-4000-8000-000000000002',
    );
  });
  test('but a hash that calls itself a reference does not', () => {
    expect(maskText(`refused (reference ${SECRETS.md5})`, [])).not.toContain(SECRETS.md5);
  });
  test.each(Object.entries(SECRETS))('%s is hidden wherever it stands, at every level', (_, secret) => {
    for (const text of [
      secret,
      `hash=${secret}`,
      `{"h":"${secret}"}`,
      `bad value ${secret}, sorry`,
      `'${secret}'`,
      `x:${secret};`,
    ]) {
      expect(maskText(text, [])).not.toContain(secret.slice(4, 14));
      expect(maskSecrets(text)).not.toContain(secret.slice(4, 14));
    }
  });

  test('nobody’s address gets through', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), (email, around) => {
        fc.pre(email.indexOf('@') >= 3 && !/["'`(){}<>,;]/.test(email));
        const [local = '', domain = ''] = email.split('@');
        const masked = maskText(`the address ${email} is known ${around}`, []);
        expect(masked.replace(around, '')).not.toContain(`${local}@`);
        expect(masked.replace(around, '')).not.toContain(`@${domain}`);
      }),
    );
  });
  test('no value of the row gets through', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.boolean(), (part, upper) => {
        const value = `7${part.trim()}x9`;
        const said = upper ? value.toUpperCase() : value;
        expect(maskText(`refused: ${said}, sorry`, [value]).normalize('NFC')).not.toContain(said.normalize('NFC'));
      }),
    );
  });
  test('masking twice changes nothing more', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[\w .:/-]*$/),
      fc.emailAddress().filter((email) => !/["'`]/.test(email)),
      fc.constantFrom(...Object.values(SECRETS), '+49 151 12345678', '"Jane"', "'Roe'", 'given_name', ' ', '***'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = maskText(pieces.join(' and '), ['Jane Roe']);
        expect(maskText(once, ['Jane Roe'])).toBe(once);
      }),
    );
  });
  test('a hostile megabyte costs no minutes', () => {
    for (const part of ['a', '@', '1 ', '$', '"', "'", '{a', '(reference ', '-', '1-', 'a@', '\u0301']) {
      const text = part.repeat(Math.ceil(16_384 / part.length));
      expect(maskText(text, ['aaaa'])).toBeTypeOf('string');
    }
  });
});
