import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTenantDoor, WITHHELD } from '../../src/report/tenant-door.ts';
import type { OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { errorCodes } from '../../src/tenant/error-body.ts';
import { KnownSecrets } from '../../src/tenant/known-secrets.ts';
import { say, TenantText } from '../../src/tenant/tenant-text.ts';
import { plainDoor, messageOf as printedMessage } from '../support/printed.ts';
import { spellingsOf } from '../support/spellings.ts';

const messageOf = (text: string, users: readonly OutgoingUser[]) =>
  printedMessage(TenantText.theirs(text), plainDoor, users);

describe('a message about users', () => {
  test('a value that is cut off with the message goes with it', () => {
    const users = [
      { row: 1, body: JSON.stringify({ customFields: { pin: 'Canary-in-clear-text' }, given_name: 'Ada' }) },
    ];
    expect(messageOf('the pin Canary-in-cl…', users)).toBe('the pin …');
    expect(messageOf('the pin is too long…', users)).toBe('the pin is too long…');
  });
  test('a value goes in the spellings of JSON, URLs and HTML too', () => {
    const pin = 'a"b&c/d <ü>';
    const users = [{ row: 1, body: JSON.stringify({ customFields: { pin }, email: 'ada.x@example.com' }) }];
    for (const spelt of [JSON.stringify(pin).slice(1, -1), encodeURIComponent(pin), 'a&quot;b&amp;c/d &lt;ü&gt;']) {
      expect(messageOf(`refused: ${spelt}!`, users)).toMatch(/^refused: \S{0,2}\*{3}\S{0,4}!$/);
    }
    expect(messageOf('?email=ada.x%40example.com', users)).toBe('?email=a***');
  });
  test.each(['S&oslash;rensen', 'S&OSLASH;RENSEN', 'S&#248;rensen', 'S&#xF8;rensen', 'S&oslash;&shy;rensen'])(
    'a name goes as HTML writes it: %s',
    (spelt) => {
      const users = [{ row: 1, body: JSON.stringify({ family_name: 'Sørensen' }) }];
      expect(messageOf(`${spelt} exists`, users)).toBe('*** exists');
    },
  );
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
    const masked = messageOf(message, users);
    expect(masked).not.toMatch(/zo[eë]|strau|linden|77123|vip|canary|otto/i);
  });
  test('words of cidaas stay, so that it still says what is wrong', () => {
    const message =
      'userStatus VERIFIED of provider self needs algorithm SHA256 with 27500 iterations and locale de-DE';
    expect(messageOf(message, users)).toBe(message);
  });
  test('it is bounded', () => {
    expect(messageOf('x'.repeat(10_000_000), users).length).toBeLessThan(20_000);
  });
});

/** With every character that an encoding treats in its own way. */
const SECRET = 'pa/ss"wörd<&>+\\%17=';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiJjYW5hcnktMTIzNDUifQ.Zm9yZ2VkLXNpZ25hdHVyZQ';

function doorOf(secret: string, ...tokens: readonly string[]) {
  const secrets = new KnownSecrets(secret);
  for (const token of tokens) secrets.addToken(token);
  return createTenantDoor(secrets, 'masked');
}

describe('a secret in a message', () => {
  const door = doorOf(SECRET, TOKEN, 'c4nary9xQ2mB-t0ken7zK1w');
  const spellings = [SECRET, TOKEN].flatMap((secret) =>
    Object.entries(spellingsOf(secret)).map(([name, spelt]) => [name, spelt, secret.slice(0, 6)] as const),
  );
  test.each(spellings)('is cut out: %s', (_, spelt) => {
    const text = printedMessage(TenantText.theirs(`The client ${spelt} is not known`), door);
    expect(text).toMatch(/^The client .*\*\*\*.* is not known$|^The text of the tenant is not shown/s);
    const left = text.replace(/^The client | is not known$/g, '').replaceAll('***', '');
    if (text !== WITHHELD) expect(left.length).toBeLessThan(spelt.length / 2);
  });
  test.each([
    ['of the pair of Basic authentication', `Basic ${Buffer.from(`client-1:${SECRET}`).toString('base64')}`],
    ['of an earlier token', `Bearer ${TOKEN}`],
    ['that is cut off', `Bearer ${TOKEN.slice(0, 30)}…`],
    [
      'in the middle of base64',
      Buffer.from(`{"client_id":"x","client_secret":${JSON.stringify(SECRET)}}`).toString('base64'),
    ],
    ['whose case was changed after it was encoded', Buffer.from(SECRET).toString('base64').toUpperCase()],
  ])('%s is found', (_, text) => {
    const shown = printedMessage(TenantText.theirs(`got ${text}`), door);
    expect(shown).toMatch(/\*\*\*|^The text of the tenant is not shown/);
  });
  test('with something else inside it does not come together when that is taken out', () => {
    const [start, end] = ['c4nary9xQ2mB', '-t0ken7zK1w'];
    expect(printedMessage(TenantText.theirs(`${start}${TOKEN}${end}`), door)).not.toMatch(/c4nary9x|ken7zK/);
  });
  test('that begins at the end of what is read does not show', () => {
    const text = printedMessage(TenantText.theirs(`${TOKEN.repeat(20)} c4nary9xQ2mB-t0ken7zK1w`), door);
    expect(text).not.toContain('c4nary');
  });
  test('of signs alone is found too', () => {
    const signs = doorOf('§$%&/()=?!+*');
    expect(printedMessage(TenantText.theirs('got §$%&/()=?!+* from you'), signs)).not.toContain('§$%');
  });
  test('whatever the secret is, no spelling of it comes through', () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 40 })
      .filter((text) => !/\s/.test(text) && text.replace(/[^a-z0-9]/gi, '').length >= 8);
    fc.assert(
      fc.property(secret, (text) => {
        for (const spelt of Object.values(spellingsOf(text))) {
          const shown = printedMessage(TenantText.theirs(`[${spelt}]`), doorOf(text));
          expect(shown, spelt).toMatch(/\*\*\*|^The text of the tenant is not shown/);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('words of ours stay as they are, even when a user or the secret has the same', () => {
    const own = say`The client secret of Anna: ${TenantText.theirs('Anna is taken')}`;
    const users = [{ row: 1, body: '{"given_name":"Anna"}' }];
    expect(printedMessage(own, doorOf('client-secret'), users)).toBe('The client secret of Anna: A*** is taken');
  });
  test('an ordinary message stays as it is', () => {
    for (const text of [
      'invalid email passed',
      'given_name is missing (code 507)',
      'The role ADMIN&USER is unknown; 100% of the requests fail, see https://docs.example.com/errors#e1001',
      'Attribut "family_name": Länge überschritten',
      'کاربر می‌خواهد',
    ])
      expect(printedMessage(TenantText.theirs(text), door)).toBe(text);
  });
  test('a message made to keep the search busy is not shown, and costs little', () => {
    for (const piece of ['%25', '&amp;', 'QUFB', '41', '\\u0041', '65 ', 'a']) {
      const startedAt = process.cpuUsage();
      for (let n = 0; n < 20; n++) printedMessage(TenantText.theirs(piece.repeat(1_000_000 / piece.length)), door);
      const { user } = process.cpuUsage(startedAt);
      expect(user / 20, piece).toBeLessThan(100_000);
    }
  });
});

describe('what a tenant calls a code', () => {
  const user: OutgoingUser = {
    row: 1,
    body: JSON.stringify({
      given_name: 'Quentin',
      family_name: 'Ly',
      email: 'q.canarsky@example.com',
      mobile_number: '+4915112345678',
      birthdate: '1990-01-02',
      customFields: { old: 'ca9a11ca9a11ca9a11ca9a11ca9a1101' },
      password_hash_info: {
        algorithmTypeId: 'MD5',
        passwordHash: '0b9a11ca9a11ca9a11ca9a11ca9a1102',
        hData: { salt: 'xK7p' },
      },
    }),
  };
  const codeOf = (code: string) =>
    doorOf('the-client-secret-4711', TOKEN).code(
      { ...errorCodes(code, 'tenant.failed'), message: say`x`, reference: null },
      [user],
    );
  test.each(['invalid_client', '507', '10301', 'email_exists', 'e-1001', 'user.duplicate', 'err42'])(
    '%s is one',
    (code) => {
      expect(codeOf(code)).toBe(`tenant.${code}`);
    },
  );
  test.each([
    ['a hash', 'ca9a11ca9a11ca9a11ca9a11ca9a1101'],
    ['half of one', 'ca9a11ca9a11'],
    ['a hash with separators', '0b9a-11ca-9a11-ca9a-11ca-9a11-ca9a-1102'],
    ['a salt', 'xk7p'],
    ['a name', 'quentin'],
    ['a short name', 'ly'],
    ['a name in a code', 'error_canarsky'],
    ['a part of a name', 'canars'],
    ['a phone number', '4915112345678'],
    ['the end of one', '345678'],
    ['a date of birth', '19900102'],
    ['a secret', 'the-client-secret'],
    ['a sentence', 'no such user'],
    ['too long', 'a-'.repeat(25)],
  ])('%s is none', (_, code) => {
    expect(codeOf(code)).toBe('tenant.failed');
  });

  const referenceOf = (reference: string) =>
    doorOf('the-client-secret-4711', TOKEN).describe(
      { code: 'tenant.failed', bodyCode: null, message: say`no`, reference: TenantText.theirs(reference) },
      [user],
    );
  test.each([
    '1767225600000-8d5b0a4e-1111-4222-8333-444455556666',
    'REF-20260301.4711',
    '7d0a1b2c3d4e5f60-FRA',
    '18.2d351ab8.1557333295.a4e16ab',
  ])('a reference number is kept: %s', (reference) => {
    expect(referenceOf(reference)).toBe(`no (reference ${reference})`);
  });
  test.each([
    ['a hash', 'ca9a11ca9a11ca9a11ca9a11ca9a1101'],
    ['a hash in the form of a UUID', 'CA9A11CA-9A11-CA9A-11CA-9A11CA9A1101'],
    ['a hash in pieces', 'ca:9a:11:ca:9a:11:ca:9a:11:ca:9a:11:ca:9a:11:01'],
    ['another hash in pieces', '00112233-44556677-8899aabb-ccddeeff'],
    ['a phone number', '+49-151-12345678'],
    ['a national number', '0151/12345678'],
    ['a name', 'REF-Quentin-17'],
    ['a secret', 'the-client-secret-4711'],
    ['a token', TOKEN],
    ['a sentence', 'ask Jane'],
  ])('but %s is none', (_, reference) => {
    expect(referenceOf(reference)).toBe('no');
  });

  const subOf = (sub: string) => doorOf('the-client-secret-4711', TOKEN).sub(TenantText.theirs(sub), user);
  test.each(['3f1c7a52-0000-4000-8000-000000000002', 'account-1', 'auth0|5f7c8ec7c33c6c004bbafe82'])(
    'a sub is kept: %s',
    (sub) => {
      expect(subOf(sub)).toBe(sub);
    },
  );
  test.each([
    ['a hash in the form of a UUID', 'ca9a11ca-9a11-ca9a-11ca-9a11ca9a1101'],
    ['a phone number in the form of a UUID', '00000049-1511-2345-6780-000000000000'],
    ['an address', 'q.canarsky@example.com'],
    ['a name', 'Quentin'],
    ['a token', TOKEN],
    ['a secret', 'the-client-secret-4711'],
    ['too long', 'a'.repeat(501)],
    ['two words', 'two words'],
  ])('but %s is none', (_, sub) => {
    expect(subOf(sub)).toBeNull();
  });

  const nameOf = (name: string) => doorOf('the-client-secret-4711', TOKEN).name(TenantText.theirs(name));
  test.each(['customer_no', 'Loyalty Tier 2', 'größe', 'given_name'])('a name is kept: %s', (name) => {
    expect(nameOf(name)).toBe(name);
  });
  test.each([
    ['a token', TOKEN],
    ['the secret', 'the-client-secret-4711'],
    ['the secret in another spelling', 'THE_CLIENT_SECRET_4711'],
    ['a hash', 'ca9a11ca9a11ca9a11ca9a11ca9a1101'],
    ['an address', 'jane@example.com'],
    ['a number', '4915112345678'],
  ])('but %s is not shown', (_, name) => {
    expect(nameOf(name)).toBeNull();
  });
});

test('a text of the tenant cannot become part of a message by mistake', () => {
  const text = say`ours and ${TenantText.theirs('canary')}`;
  expect(`${text}`).not.toContain('canary');
  expect(JSON.stringify({ text })).toBe('{}');
  expect(Object.keys(text)).toEqual([]);
});
