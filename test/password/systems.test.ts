import { createHash, createHmac, pbkdf2Sync, scryptSync } from 'node:crypto';
import { hashSync } from 'bcryptjs';
import { describe, expect, test } from 'vitest';
import { algorithmOf } from '../../src/password/algorithm.ts';
import { carryHash } from '../../src/password/carry.ts';
import type { HashParts } from '../../src/password/hash-parts.ts';
import { packHash } from '../../src/password/pack.ts';
import type { PasswordHash } from '../../src/password/password-hash.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import { MissingSecret } from '../../src/password/uncheckable-hash.ts';
import { verifyHash } from '../../src/password/verify.ts';
import { hashVectors } from './hash-vectors.ts';
import { systemVectors } from './system-vectors.ts';

const PASSWORD = 'Grüner Tee';
const own = Buffer.from(PASSWORD);
const PEPPER = 'Pfeffer-aus-der-Anwendung';
const secrets = { named: new Map([['pepper', Buffer.from(PEPPER)]]) };

const sum = (digest: string, ...parts: (string | Uint8Array)[]) =>
  createHash(digest)
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest();
const hex = (digest: string, ...parts: (string | Uint8Array)[]) => sum(digest, ...parts).toString('hex');
const base64 = (...parts: Uint8Array[]) => Buffer.concat(parts).toString('base64');
const bytes = (length: number, first = 1) => Buffer.from(Array.from({ length }, (_, at) => (first + 7 * at) & 255));
const u32 = (number: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(number);
  return buffer;
};
const bcrypt = (input: string, mark = '$2y$') => hashSync(input, 4).replace('$2b$', mark);
const pbkdf2 = (salt: Uint8Array, rounds: number, length: number, digest: string) =>
  pbkdf2Sync(own, salt, rounds, length, digest);
const utf16 = Buffer.from(PASSWORD, 'utf16le');
const md5Hex = hex('md5', own);

function read(input: string | HashParts): PasswordHash {
  const recognised = recogniseHash(input);
  if (recognised.kind !== 'hash') throw new Error(JSON.stringify(recognised));
  return recognised.hash;
}

/** Each with the name of its algorithm; all are hashes of `PASSWORD`. */
const MADE: readonly (readonly [string, string | HashParts, string])[] = [
  ['C$ of TYPO3', `C${bcrypt(PASSWORD, '$2a$')}`, 'bcrypt'],
  [
    'C$2y$ of TYPO3',
    { value: `C${bcrypt(sum('sha384', own).toString('base64'))}`, algorithm: 'typo3' },
    'bcrypt-sha384-base64',
  ],
  ['M$2a$ of TYPO3', { value: `M${bcrypt(md5Hex, '$2a$')}`, algorithm: 'typo3' }, 'upgraded-md5'],
  [
    'M$2y$ of TYPO3',
    { value: `M${bcrypt(sum('sha384', md5Hex).toString('base64'))}`, algorithm: 'typo3' },
    'upgraded-md5',
  ],
  ['bcrypt of MD5', { value: bcrypt(md5Hex), algorithm: 'bcrypt-md5-hex' }, 'bcrypt-md5-hex'],
  ['bcrypt of SHA-1', { value: bcrypt(hex('sha1', own)), algorithm: 'bcrypt-sha1-hex' }, 'bcrypt-sha1-hex'],
  ['bcrypt of SHA-256', { value: bcrypt(hex('sha256', own)), algorithm: 'bcrypt-sha256-hex' }, 'bcrypt-sha256-hex'],
  ['bcrypt of SHA-512', { value: bcrypt(hex('sha512', own)), algorithm: 'bcrypt-sha512-hex' }, 'bcrypt-sha512-hex'],
  ['bcrypt of a short password', { value: bcrypt(PASSWORD), algorithm: 'bcrypt-long-sha512' }, 'bcrypt-long-sha512'],
  [
    'modified eCommerce with PASSWORD_HMAC',
    { value: bcrypt(createHmac('sha256', PEPPER).update(own).digest('hex')), algorithm: 'modified', secret: 'pepper' },
    'bcrypt-hmac-sha256',
  ],
  ['modified eCommerce without', { value: bcrypt(PASSWORD), algorithm: 'modified' }, 'bcrypt'],
  ['modified eCommerce, MD5', { value: md5Hex, algorithm: 'modified' }, 'md5'],
  ['xt:Commerce 3', { value: `${hex('md5', 'xy', own)}:xy`, algorithm: 'modified' }, 'md5-salted'],
  [
    'PrestaShop',
    { value: hex('md5', PEPPER, own), algorithm: 'md5', secret: 'pepper', secretPosition: 'prefix' },
    'peppered-digest',
  ],
  [
    'salt and pepper',
    {
      ...{ value: hex('sha256', 'Salz', own, PEPPER), algorithm: 'sha256', salt: 'Salz', saltPosition: 'prefix' },
      ...{ secret: 'pepper', secretPosition: 'suffix' },
    },
    'peppered-digest',
  ],
  [
    'HMAC under a secret',
    { value: createHmac('sha256', PEPPER).update(own).digest('hex'), algorithm: 'hmac-sha256', secret: 'pepper' },
    'hmac-sha256',
  ],
  [
    'SAP Commerce in ImpEx',
    {
      value: `md5:${hex('md5', PEPPER, '::', own, '::ida')}`,
      algorithm: 'sap-commerce',
      salt: 'ida',
      secret: 'pepper',
    },
    'peppered-digest',
  ],
  [
    'SAP Commerce, PBKDF2',
    {
      value: `1000:${bytes(16).toString('hex')}:${pbkdf2(bytes(16), 1000, 64, 'sha1').toString('hex')}`,
      ...{ algorithm: 'sap-commerce', salt: 'ida', secret: 'pepper' },
    },
    'pbkdf2-sha1',
  ],
  [
    'Spring, StandardPasswordEncoder with a secret',
    {
      value: `{sha256}${Buffer.concat([bytes(8), rounds('sha256', 1024, Buffer.concat([bytes(8), Buffer.from(PEPPER), own]))]).toString('hex')}`,
      ...{ algorithm: 'spring', secret: 'pepper' },
    },
    'iterated-digest',
  ],
  [
    'Spring, PBKDF2 with a secret and other iterations',
    {
      value: `{pbkdf2}${base64(bytes(8), pbkdf2(Buffer.concat([bytes(8), Buffer.from(PEPPER)]), 50, 32, 'sha1'))}`,
      ...{ algorithm: 'spring', secret: 'pepper', iterations: 50 },
    },
    'pbkdf2-sha1',
  ],
  [
    'Spring 5.8, PBKDF2',
    `{pbkdf2@SpringSecurity_v5_8}${Buffer.concat([bytes(16), pbkdf2(bytes(16), 310_000, 32, 'sha256')]).toString('hex')}`,
    'pbkdf2-sha256',
  ],
  [
    'Spring 5.8, scrypt',
    `{scrypt@SpringSecurity_v5_8}$40801$${base64(bytes(16))}$${base64(scryptSync(own, bytes(16), 32, { N: 16, r: 8, p: 1 }))}`,
    'scrypt',
  ],
  [
    'Spring, salt in a column',
    { value: hex('sha256', own, '{ida}'), algorithm: 'spring-sha256', salt: 'ida' },
    'sha256-salted',
  ],
  [
    'Spring, LDAP',
    { value: `{ldap}{SSHA}${base64(sum('sha1', own, 'Salz'), Buffer.from('Salz'))}`, algorithm: 'spring' },
    'sha1-salted',
  ],
  ['Spring, SHA-1', `{SHA-1}{Salz}${hex('sha1', own, '{Salz}')}`, 'sha1-salted'],
  [
    'Liferay, newest',
    `{PBKDF2WithHmacSHA256}${base64(u32(256), u32(500), bytes(16), pbkdf2(bytes(16), 500, 32, 'sha256'))}`,
    'pbkdf2-sha256',
  ],
  ['Liferay, SHA-256', `{SHA-256}${sum('sha256', own).toString('base64')}`, 'sha256'],
  [
    'AEM, PBKDF2',
    `{PBKDF2WithHmacSHA512}${bytes(8).toString('hex')}-100-${pbkdf2(bytes(8), 100, 16, 'sha512').toString('hex')}`,
    'pbkdf2-sha512',
  ],
  ['AEM, one round', `{SHA-256}abcdef01-${hex('sha256', 'abcdef01', own)}`, 'iterated-digest'],
  [
    'Jakarta EE',
    `PBKDF2WithHmacSHA256:2048:${base64(bytes(32))}:${base64(pbkdf2(bytes(32), 2048, 32, 'sha256'))}`,
    'pbkdf2-sha256',
  ],
  ['SAP NetWeaver, SHA-256', `{x-isSHA256, 3}${base64(issha('sha256', 3, bytes(12)), bytes(12))}`, 'iterated-digest'],
  [
    'OpenLDAP, PBKDF2',
    `{PBKDF2-SHA256}10$${base64(bytes(16)).replace(/=+$/, '')}$${base64(pbkdf2(bytes(16), 10, 32, 'sha256')).replace(/=+$/, '')}`,
    'pbkdf2-sha256',
  ],
  ['WoltLab, Bcrypt:', `Bcrypt:${bcrypt(PASSWORD)}`, 'bcrypt'],
  ['WoltLab, phpbb3:', `phpbb3:$H$${phpass('md5', 8, 'saltsalt')}:`, 'phpass'],
  ['WoltLab, vb3:', `vb3:${hex('md5', md5Hex, 'a:b')}:a:b`, 'digest-chain'],
  [
    'vBulletin with a column',
    { value: hex('md5', md5Hex, 'abc'), algorithm: 'vbulletin', salt: 'abc' },
    'digest-chain',
  ],
  ['Drupal 6 in Drupal 7, U$S$', `U$S$${phpass('sha512', 8, 'saltsalt', md5Hex).slice(0, 52)}`, 'upgraded-md5'],
  ['Drupal 6 in Drupal 7, U$P$', `U$P$${phpass('md5', 8, 'saltsalt', md5Hex)}`, 'upgraded-md5'],
  [
    'Contao 2',
    {
      value: `${hex('sha1', 'a23-characters-of-salt!', own)}:a23-characters-of-salt!`,
      algorithm: 'sha1',
      saltPosition: 'prefix',
    },
    'sha1-salted',
  ],
  ['Contao 2 without a salt', { value: hex('sha1', own), algorithm: 'sha1', saltPosition: 'prefix' }, 'sha1'],
  [
    'Symfony, PBKDF2',
    {
      value: base64(pbkdf2(Buffer.from('Salz'), 1000, 40, 'sha512')),
      algorithm: 'pbkdf2-sha512',
      salt: 'Salz',
      iterations: 1000,
    },
    'pbkdf2-sha512',
  ],
  [
    'ASP.NET Membership, SHA-256',
    { value: base64(sum('sha256', bytes(16), utf16)), algorithm: 'aspnet-membership-sha256', salt: base64(bytes(16)) },
    'sha256-salted',
  ],
  [
    'ASP.NET Membership, HMAC',
    {
      value: base64(
        createHmac('sha256', Buffer.concat([bytes(16), bytes(16), bytes(16), bytes(16)]))
          .update(utf16)
          .digest(),
      ),
      ...{ algorithm: 'aspnet-membership-hmac-sha256', salt: base64(bytes(16)) },
    },
    'hmac-sha256',
  ],
  [
    'Umbraco, SHA-256',
    { value: base64(createHmac('sha256', utf16).update(utf16).digest()), algorithm: 'umbraco' },
    'self-hmac',
  ],
  [
    'Neos',
    {
      value: `pbkdf2=>${base64(bytes(8))},${base64(pbkdf2(Buffer.concat([bytes(8), Buffer.from(PEPPER)]), 10_000, 64, 'sha256'))}`,
      ...{ algorithm: 'neos', secret: 'pepper' },
    },
    'pbkdf2-sha256',
  ],
  ['Neos, bcrypt', `bcrypt=>${bcrypt(PASSWORD, '$2a$')}`, 'bcrypt'],
  [
    'better-auth',
    {
      value: `${bytes(16).toString('hex')}:${scryptSync(PASSWORD, bytes(16).toString('hex'), 64, { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 }).toString('hex')}`,
      algorithm: 'better-auth',
    },
    'scrypt',
  ],
];

function rounds(digest: string, count: number, first: Uint8Array): Buffer {
  let result = Buffer.from(first);
  for (let round = 0; round < count; round++) result = sum(digest, result);
  return result;
}

function issha(digest: string, count: number, salt: Uint8Array): Buffer {
  let result = sum(digest, own, salt);
  for (let round = 1; round < count; round++) result = sum(digest, own, result);
  return result;
}

/** phpass with 2^7 rounds, written here a second time: count, salt and digits. */
function phpass(digest: string, length: number, salt: string, password = PASSWORD): string {
  const digits = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let result = sum(digest, salt, password);
  for (let round = 0; round < 128; round++) result = sum(digest, result, password);
  const bits = [...result].map((byte) => [...byte.toString(2).padStart(length, '0')].reverse().join('')).join('');
  const groups = bits.match(/.{1,6}/g) ?? [];
  return `5${salt}${groups.map((group) => digits[Number.parseInt([...group].reverse().join(''), 2)]).join('')}`;
}

test.each(MADE)('%s: read, packed and checked', async (_name, input, algorithm) => {
  const hash = read(input);
  expect(algorithmOf(hash)).toBe(algorithm);
  const packed = packHash(hash);
  expect(packed).not.toContain(PEPPER);
  const again = read(packed);
  expect([algorithmOf(again), packHash(again)]).toEqual([algorithm, packed]);
  expect(await verifyHash(again, PASSWORD, secrets)).toBe(true);
  expect(await verifyHash(again, `${PASSWORD}!`, secrets)).toBe(false);
  if (!packed.includes('secret=')) return;
  expect(packed).toContain('secret=pepper');
  await expect(verifyHash(again, PASSWORD)).rejects.toThrow(MissingSecret);
  const other = { named: new Map([['pepper', Buffer.from('another')]]) };
  expect(await verifyHash(again, PASSWORD, other)).toBe(false);
});

describe('digests that only old systems have', () => {
  test.each([
    ['md2', 'da853b0d3f88d99b30283a69e6ded6bb', 'abc'],
    ['md2', '8350e5a3e24c153df2275c9f80692773', ''],
    ['md4', 'a448017aaf21d8525fc10ae87aa6729d', 'abc'],
    ['md4', '31d6cfe0d16ae931b73c59d7e0c089c0', ''],
    ['md4', 'e4720c787792df1ec36423b1f3fb0ee6', 'a'.repeat(200)],
  ])('%s %s', async (algorithm, value, password) => {
    const hash = read({ value, algorithm });
    expect(await verifyHash(hash, password)).toBe(true);
    expect(await verifyHash(read(packHash(hash)), `${password}.`)).toBe(false);
  });

  test('Liferay names MD2, Spring MD4', async () => {
    expect(await verifyHash(read('{MD2}8DiBqIxuORNfDsxg79YJuQ=='), 'password')).toBe(true);
    expect(algorithmOf(read(`{MD4}{Salz}${'a'.repeat(32)}`))).toBe('md4-salted');
  });
});

describe('passwords at the limits of an algorithm', () => {
  test.each([71, 72, 73, 100])('Symfony takes SHA-512 of more than 72 bytes: %i', async (length) => {
    const password = 'x'.repeat(length);
    const input = length > 72 ? sum('sha512', password).toString('base64') : password;
    const hash = read({ value: bcrypt(input), algorithm: 'bcrypt-long-sha512' });
    expect(await verifyHash(hash, password)).toBe(true);
    expect(await verifyHash(hash, `${'x'.repeat(length - 1)}y`)).toBe(false);
  });

  test('DES reads eight characters of a password and takes all of the salt', async () => {
    const hash = read('{UFC-CRYPT}2lrTlR/pWPUOQ');
    expect(await verifyHash(hash, 'password and more')).toBe(true);
    expect(await verifyHash(hash, 'passwort')).toBe(false);
    expect(await verifyHash(read('{CRYPT}zz6dpSdr.LHZw'), '')).toBe(true);
    expect(await verifyHash(read('{CRYPT}aZ6rTB2PEtCCg'), 'Übergröße')).toBe(true);
  });

  test.each([3, 9, 12, 35, 38, 60])('JTL-Shop moves its salt with the length of the password: %i', async (length) => {
    const password = 'p'.repeat(length);
    const [saltLength, at] = [Math.max(5, 10 - length), Math.min(length, 40 - Math.max(5, 10 - length))];
    const salt = '0123456789'.slice(0, saltLength);
    const inner = hex('sha1', password);
    const outer = hex('sha1', inner.slice(0, at) + salt + inner.slice(at)).slice(saltLength);
    const hash = read({ value: outer.slice(0, at) + salt + outer.slice(at), algorithm: 'jtl' });
    expect(await verifyHash(hash, password)).toBe(true);
    expect(await verifyHash(hash, `${password}p`)).toBe(false);
  });

  test('better-auth normalizes what was typed', async () => {
    const salt = 'ab'.repeat(16);
    const key = scryptSync('ﬁn é'.normalize('NFKC'), salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 });
    const hash = read({ value: `${salt}:${key.toString('hex')}`, algorithm: 'better-auth' });
    expect(await verifyHash(hash, 'ﬁn e\u0301')).toBe(true);
    expect(await verifyHash(hash, 'fin e')).toBe(false);
  });
});

/** Values whose form fixes their length: one that was cut off, or has something more, is not taken for a hash. */
const FIXED = systemVectors().filter(
  ({ name, algorithm }) =>
    !/^(?:argon2|scrypt$|sha512-crypt|md5-salted|sha256-salted|sha1-salted|digest-chain)/.test(algorithm) &&
    !/passlib|netiq|symfony pbkdf2|x-issha/.test(name),
);

function withValue(input: string | HashParts, change: (value: string) => string): HashParts {
  const parts: HashParts = typeof input === 'string' ? { value: input } : input;
  return { ...parts, value: change(String(parts.value)) };
}

test.each(FIXED.map((vector) => [vector.name, vector] as const))(
  'damaged, it is not a hash: %s',
  (_name, { input }) => {
    const changes: ((value: string) => string)[] = [
      (value) => value.replace(/=+$/, '').slice(0, -1),
      (value) => value.slice(0, -5),
      (value) => value.slice(0, Math.ceil(value.length / 3)),
      (value) => `${value}a`,
      (value) => `${value.replace(/=+$/, '')}===`,
      (value) => `${value.slice(0, -3)}ß${value.slice(-2)}`,
      (value) => `${value.slice(0, -3)} ${value.slice(-2)}`,
    ];
    for (const change of changes) {
      const damaged = withValue(input, change);
      if (damaged.value !== (typeof input === 'string' ? input : input.value))
        expect([damaged.value, recogniseHash(damaged).kind]).toEqual([damaged.value, 'unrecognised']);
    }
  },
);

test('SuperTokens keeps the hash of Firebase with its parameters', async () => {
  const vector = hashVectors().find(({ name }) => name === 'Firebase');
  if (vector === undefined || typeof vector.input === 'string') throw new Error('no vector');
  const text = `$f_scrypt$${vector.input.value}$${vector.input.salt}$m=14$r=8$s=Bw==`;
  expect(packHash(read(text))).toBe(packHash(read(vector.input)));
  expect(await verifyHash(read(text), vector.password, vector.secrets)).toBe(true);
  for (const damaged of [text.slice(0, -7), text.replace('m=14', 'm=99'), text.replace('$r=8', ''), `${text}$x=1`])
    expect(recogniseHash(damaged)).toMatchObject({ reason: 'damaged' });
});

test('hexadecimal in the other case is the same hash', () => {
  const inputs: HashParts[] = [
    { value: hex('sha1', own), algorithm: 'jtl' },
    { value: hex('md5', own), algorithm: 'oxid', salt: 'ab01' },
    { value: `1000:${bytes(16).toString('hex')}:${bytes(64).toString('hex')}`, algorithm: 'sap-commerce' },
    { value: `{sha256}${bytes(40).toString('hex')}` },
    { value: `{SHA256}${hex('sha256', own)}:salt`.replace('salt', '12') },
  ];
  for (const input of inputs) {
    const upper = withValue(input, (value) => value.replace(/[0-9a-f]{32,}/g, (digits) => digits.toUpperCase()));
    expect(upper.value).not.toBe(input.value);
    expect(packHash(read(upper))).toBe(packHash(read(input)));
  }
});

test("the ids of Spring are case-sensitive, and its forms are not those of LDAP's marks", () => {
  const standard = bytes(40).toString('hex');
  const unread = ['{SHA256}', '{Sha256}', '{md5}{salt}', '{PBKDF2@springsecurity_v5_8}'].map(
    (id) => `${id}${standard}`,
  );
  for (const value of unread) expect(recogniseHash(value).kind).toBe('unrecognised');
  const cut = standard.slice(0, 64);
  // As LDAP it would be SHA-256 without a salt.
  expect(recogniseHash({ value: `{sha256}${cut}`, algorithm: 'spring' })).toMatchObject({ reason: 'damaged' });
  expect(recogniseHash({ value: `{sha256}${cut}`, algorithm: 'ldap' })).toMatchObject({ hash: { kind: 'digest' } });
  expect(recogniseHash({ value: `{sha256}${standard}`, algorithm: 'ldap' })).toMatchObject({ reason: 'damaged' });
  expect(recogniseHash({ value: '{SSHA}c2FsdHNhbHRzYWx0c2FsdHNhbHRzYWx0', algorithm: 'spring' })).toMatchObject({
    reason: 'unknown',
  });
});

test('without a declaration nothing bare is guessed', () => {
  const values = [
    ...[hex('md5', own), hex('sha1', own), hex('sha512', own), base64(bytes(20)), base64(bytes(32)), base64(bytes(64))],
    ...[`${hex('md5', own)}:salt`, `${hex('sha1', own)}:${'s'.repeat(23)}`, `${hex('sha1', own)}:${hex('sha1', own)}`],
    `1000:${bytes(16).toString('hex')}:${bytes(64).toString('hex')}`,
    `${bytes(16).toString('hex')}:${bytes(64).toString('hex')}`,
    `pbkdf2=>${base64(bytes(8))},${base64(bytes(64))}`,
    bytes(40).toString('hex'),
    bytes(48).toString('hex'),
    `{THIS_IS_A_SALT}${base64(bytes(16))}`,
  ];
  for (const value of values) expect([value, recogniseHash(value).kind]).toEqual([value, 'unrecognised']);
});

test.each<[string, HashParts]>([
  ['a pepper without its name', { value: bcrypt('x'), algorithm: 'bcrypt-pepper' }],
  ['SAP Commerce without the uid', { value: md5Hex, algorithm: 'sap-commerce', secret: 'pepper' }],
  ['SAP Commerce without the system salt', { value: md5Hex, algorithm: 'sap-commerce', salt: 'ida' }],
  ['OXID without a salt', { value: md5Hex, algorithm: 'oxid' }],
  ['OXID whose salt is not hexadecimal', { value: md5Hex, algorithm: 'oxid', salt: 'xyz' }],
  ['Membership without a salt', { value: base64(bytes(20)), algorithm: 'aspnet-membership-sha1' }],
  ['Neos without the static salt', { value: `pbkdf2=>${base64(bytes(8))},${base64(bytes(64))}`, algorithm: 'neos' }],
  ['hash:salt without the position', { value: `${md5Hex}:salt`, algorithm: 'md5' }],
  ['a secret without its position', { value: md5Hex, algorithm: 'md5', secret: 'pepper' }],
])('what is missing is named: %s', (_name, input) => {
  expect(recogniseHash(input)).toMatchObject({ kind: 'unrecognised', reason: 'incomplete' });
});

test('clear text and encrypted passwords are never sent', () => {
  for (const value of ['Sommer-2019!', '*', '{noop}', bcrypt('x'), md5Hex, '!x'])
    for (const algorithm of ['clear-text', 'encrypted'])
      expect(recogniseHash({ value, algorithm }).kind).toBe('unrecognised');
  for (const value of ['*:Sommer', 'plain:Sommer', `plain:${md5Hex}`])
    expect(recogniseHash({ value, algorithm: 'sap-commerce', salt: 'ida', secret: 'pepper' })).toMatchObject({
      reason: 'clear-text',
    });
  for (const value of ['{noop}Sommer', '{NONE}Sommer', '{ldap}Sommer'])
    expect(recogniseHash(value)).toMatchObject({ reason: 'clear-text' });
});

test('what only the mapping explains is carried as such, and not under an id of cidaas', () => {
  const options = { verifier: 'CUSTOM_LEGACY', ids: {}, optional: false };
  const declared: HashParts[] = [
    { value: bcrypt('x'), algorithm: 'typo3' },
    { value: bcrypt('x'), algorithm: 'bcrypt-pepper', secret: 'pepper' },
    { value: `$2a$08$${'a'.repeat(53)}`, algorithm: 'woltlab' },
    { value: hex('sha1', own), algorithm: 'jtl' },
    { value: md5Hex, algorithm: 'sap-commerce', salt: 'ida', secret: 'pepper' },
    { value: md5Hex, algorithm: 'oxid', salt: 'ab' },
    { value: createHmac('sha256', 'x').digest('hex'), algorithm: 'hmac-sha256', secret: 'pepper' },
  ];
  for (const input of declared)
    expect(carryHash(recogniseHash(input), options)).toMatchObject({ route: 'custom', isOnlyDeclared: true });
  for (const input of [`wcf2:$2a$08$${'a'.repeat(53)}`, `$S$D${'a'.repeat(51)}`])
    expect(carryHash(recogniseHash(input), options)).not.toHaveProperty('isOnlyDeclared');
  const { ids, ...rest } = { ...options, ids: { 'hmac-sha256': 'HMAC-SHA-256' }, verifier: null };
  expect(carryHash(recogniseHash(declared[6] ?? ''), { ...rest, ids })).toMatchObject({
    problem: { code: 'hash.no_verifier', message: expect.stringContaining('a secret') },
  });
});

test('a packed text with a name of a secret that is none, or with one too many, is damaged', () => {
  const texts = [
    `$bcrypt$pre=pepper,secret=../x${bcrypt('x')}`,
    `$bcrypt$pre=pepper${bcrypt('x')}`,
    `$bcrypt$pre=md5-hex,secret=pepper${bcrypt('x')}`,
    `$bcrypt$pre=wordpress${bcrypt('x')}`,
    `$bcrypt$pre=toString${bcrypt('x')}`,
    `$peppered-md5$secret=a b,at=prefix,pw=utf8$$$${base64(bytes(16))}`,
    `$peppered-md5$secret=pepper,at=both,pw=utf8$$$${base64(bytes(16))}`,
    `$iterated-sha256$i=5,salt=prefix,round=never,pw=utf8$$${base64(bytes(32))}`,
    `$chain-md5$v=none:__proto__$$${base64(bytes(16))}`,
    `$chain-md5$v=${'none:'.repeat(9)}none$$${base64(bytes(16))}`,
    `$selfhmac-sha1$pw=utf16le$c2FsdA$${base64(bytes(20))}`,
    `$jtl$v=2$$${base64(bytes(20))}`,
    `$pbkdf2-sha256$i=1,l=32,secret=$$${base64(bytes(32))}`,
  ];
  for (const text of texts) expect([text, recogniseHash(text)]).toMatchObject([text, { reason: 'damaged' }]);
});
