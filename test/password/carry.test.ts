import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type CarryOptions, carryHash } from '../../src/password/carry.ts';
import { carryOptionProblems } from '../../src/password/carry-options.ts';
import { describeAlgorithm } from '../../src/password/describe.ts';
import type { HashParts } from '../../src/password/hash-parts.ts';
import { recogniseHash } from '../../src/password/recognise.ts';

const NONE: CarryOptions = { verifier: null, ids: {}, optional: false };
const carry = (input: string | HashParts, options: Partial<CarryOptions> = {}) =>
  carryHash(recogniseHash(input), { ...NONE, ...options });
const infoOf = (input: string | HashParts, options: Partial<CarryOptions> = {}) => {
  const carried = carry(input, options);
  if (carried.kind !== 'sent') throw new Error(`${carried.kind}`);
  return carried.info;
};
const rest = 'Qw3rTyUiOpAsDfGhJkLzXuVbNm1234567890.abcdefghijklmnop';
const digest = (name: string) => createHash(name).update('x').digest();
const phpass = `$P$B${'a'.repeat(30)}`;

test('bcrypt: the cost in the id, and PHP’s $2y$ in the form that cidaas shows', () => {
  expect(infoOf(`$2a$04$${rest}`)).toEqual({ algorithmTypeId: 'BCRYPT_4', passwordHash: `$2a$04$${rest}` });
  expect(infoOf(`$2b$12$${rest}`)).toEqual({ algorithmTypeId: 'BCRYPT_12', passwordHash: `$2b$12$${rest}` });
  expect(infoOf(`$2y$10$${rest}`)).toEqual({ algorithmTypeId: 'BCRYPT_10', passwordHash: `$2b$10$${rest}` });
  expect(carry(`$2b$21$${rest}`)).toMatchObject({ kind: 'refused', problem: { code: 'hash.no_verifier' } });
});

test('Argon2: the PHC string without padding, under an id that can be replaced', () => {
  const passwordHash =
    '$argon2id$v=19$m=7168,t=5,p=1$LRScGShC7shkdoU5B1UgUQ$xKjWvB9+0sSP6wTqI1JoEI7w+iA0x9VDhPgmrOHRG80';
  const padded = `${passwordHash.replace('UgUQ$', 'UgUQ==$')}=`;
  expect(infoOf(padded)).toEqual({ algorithmTypeId: 'ARGON', passwordHash });
  expect(infoOf(padded, { ids: { argon2id: 'ARGON2ID' } }).algorithmTypeId).toBe('ARGON2ID');
});

test('PBKDF2: salt, iterations and keylen as texts, for salts that are texts', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  expect(infoOf(`pbkdf2_sha256$600000$Meersalz$${key}`)).toEqual({
    algorithmTypeId: 'PBKDF2',
    passwordHash: key,
    hData: { salt: 'Meersalz', iterations: '600000', keylen: '32' },
  });
  expect(carry(`$pbkdf2-sha256$600000$TWVlcnNhbHo$${key}`)).toMatchObject({ kind: 'refused' });
  expect(carry(`pbkdf2_sha1$600000$Meersalz$${key}`)).toMatchObject({ kind: 'refused' });
  expect(infoOf(`pbkdf2_sha1$600000$Meersalz$${key}`, { ids: { 'pbkdf2-sha1': 'PBKDF2' } }).hData?.salt).toBe(
    'Meersalz',
  );
});

test('SHA-1 and SHA-256: hexadecimal in lower case', () => {
  for (const [name, id] of [
    ['sha1', 'SHA1'],
    ['sha256', 'SHA256'],
  ] as const) {
    const value = digest(name);
    const info = { algorithmTypeId: id, passwordHash: value.toString('hex') };
    expect(infoOf({ value: value.toString('hex').toUpperCase(), algorithm: name })).toEqual(info);
    expect(infoOf({ value: value.toString('base64'), algorithm: name })).toEqual(info);
  }
});

test('HMAC-SHA-256: hexadecimal, with the salt', () => {
  const passwordHash = digest('sha256').toString('hex');
  expect(infoOf({ value: passwordHash, algorithm: 'hmac-sha256', salt: 'Pfeffer' })).toEqual({
    algorithmTypeId: 'HMAC-SHA-256',
    passwordHash,
    hData: { salt: 'Pfeffer' },
  });
});

test('salted SHA-256 only for a tenant that is set up for it, and only with a text as salt', () => {
  const salted: HashParts = {
    value: digest('sha256').toString('hex'),
    algorithm: 'sha256',
    salt: 'Prise',
    saltPosition: 'prefix',
  };
  const ids = { 'sha256-salted': 'SHA256' } as const;
  expect(carry(salted)).toMatchObject({ kind: 'refused', problem: { code: 'hash.no_verifier' } });
  expect(infoOf(salted, { ids })).toMatchObject({ algorithmTypeId: 'SHA256', hData: { salt: 'Prise' } });
  const bytes: HashParts = { ...salted, salt: '00ff00ff', saltEncoding: 'hex' };
  expect(carry(bytes, { ids })).toMatchObject({ kind: 'refused', problem: { code: 'hash.no_verifier' } });
  expect(infoOf(bytes, { ids, verifier: 'CUSTOM_X' }).algorithmTypeId).toBe('CUSTOM_X');
});

const brace = (name: string, salt: string) =>
  `{S${name.toUpperCase()}}${Buffer.concat([digest(name === 'sha' ? 'sha1' : name), Buffer.from(salt)]).toString('base64')}`;

test.each([
  ['sha', 'sha1-salted'],
  ['sha256', 'sha256-salted'],
  ['sha512', 'sha512-salted'],
  ['md5', 'md5-salted'],
] as const)(
  '{S…} of LDAP servers has a salt of bytes: no id of the tenant helps, only a verifier (%s)',
  (name, algorithm) => {
    const value = brace(name, 'Meersalz');
    const carried = carry(value, { ids: { [algorithm]: 'SSHA' } });
    if (carried.kind !== 'refused') throw new Error(carried.kind);
    expect(carried.problem.code).toBe('hash.no_verifier');
    expect(carried.problem.message).toContain(
      `${algorithm} in a form that cidaas does not check: it has a salt of bytes`,
    );
    expect(carried.problem.hint).toMatch(/`password: \{ verifier: CUSTOM_… \}`, leave/);
    expect(infoOf(value, { verifier: 'CUSTOM_LDAP' })).toMatchObject({ algorithmTypeId: 'CUSTOM_LDAP' });
    expect(infoOf(value, { ids: { [algorithm]: 'CUSTOM_LDAP' } })).toMatchObject({ algorithmTypeId: 'CUSTOM_LDAP' });
  },
);

test('a refusal names the one cause that the row has', () => {
  const hex = digest('sha1').toString('hex');
  const messageOf = (input: string | HashParts, options: Partial<CarryOptions> = {}) => {
    const carried = carry(input, options);
    return carried.kind === 'refused' ? `${carried.problem.message} ${carried.problem.hint}` : carried.kind;
  };
  const messages = [
    messageOf(brace('sha', 'Meersalz')),
    messageOf(`$2b$21$${rest}`),
    messageOf({ value: hex, algorithm: 'sha1', passwordEncoding: 'utf16le' }),
    messageOf({ value: hex, algorithm: 'sha1', salt: 'Prise', saltPosition: 'prefix' }),
    messageOf(phpass),
  ];
  const causes = [
    /salt of bytes/,
    /cost above 20/,
    /not hashed as UTF-8/,
    /ids: \{ sha1-salted: … \}/,
    /phpass, which cidaas/,
  ];
  for (const [at, message] of messages.entries())
    expect(causes.map((cause) => cause.test(message))).toEqual(causes.map((_, index) => index === at));
});

test('a verifier gets what cidaas does not check, and what ids give to it', () => {
  expect(infoOf(phpass, { verifier: 'CUSTOM_X' })).toEqual({ algorithmTypeId: 'CUSTOM_X', passwordHash: phpass });
  expect(infoOf(phpass, { ids: { phpass: 'CUSTOM_WP' } }).algorithmTypeId).toBe('CUSTOM_WP');
  expect(infoOf(`$2y$10$${rest}`, { ids: { bcrypt: 'CUSTOM_B' } })).toEqual({
    algorithmTypeId: 'CUSTOM_B',
    passwordHash: `$2y$10$${rest}`,
  });
  expect(infoOf(`$2b$10$${rest}`, { verifier: 'CUSTOM_X' }).algorithmTypeId).toBe('BCRYPT_10');
});

test('what cannot be sent is refused with a code, or left out with a warning', () => {
  const cases = [
    ['hash.no_verifier', phpass],
    ['hash.unrecognised', digest('md5').toString('hex')],
    ['hash.unrecognised', 'Sommer-2019!'],
  ] as const;
  for (const [code, input] of cases) {
    expect(carry(input)).toMatchObject({ kind: 'refused', problem: { code, field: 'password_hash_info' } });
    expect(carry(input, { optional: true })).toMatchObject({ kind: 'without', warning: { code } });
  }
  expect(carry('')).toMatchObject({ kind: 'refused', problem: { code: 'hash.missing' } });
  expect(carry('!', { optional: true })).toEqual({ kind: 'without', warning: null });
});

test('problems are whole sentences', () => {
  const inputs = ['', '!', '{SASL}x', 'x y', digest('md5').toString('hex'), '$2b$10$', '{noop}x', '***', phpass];
  for (const input of inputs) {
    const carried = carry(input);
    if (carried.kind !== 'refused') throw new Error('not refused');
    expect(carried.problem.message).toMatch(/^The .*\.$/);
    expect(carried.problem.hint).toMatch(/^[A-Z].*\.$/);
  }
});

test('ids that cannot be meant are found before any row', () => {
  expect(carryOptionProblems('CUSTOM_X', { bcrypt: 'CUSTOM_B', argon2id: 'ARGON2ID' })).toEqual([]);
  const problems = carryOptionProblems('LEGACY', {
    phpass: 'PHPASS',
    bcript: 'BCRYPT_10',
    sha1: 'SHA 1',
    constructor: 'X',
  });
  expect(problems.map(({ path }) => path.join('.'))).toEqual([
    'verifier',
    'ids.phpass',
    'ids.bcript',
    'ids.sha1',
    'ids.constructor',
  ]);
});

test('each way to carry a hash says what it means for the login', () => {
  const described = (input: string, options: Partial<CarryOptions> = {}) => {
    const carried = carry(input, options);
    if (carried.kind !== 'sent') throw new Error('not sent');
    return describeAlgorithm(carried);
  };
  const argon2 = '$argon2id$v=19$m=7168,t=5,p=1$LRScGShC7shkdoU5B1UgUQ$xKjWvB9+0sSP6wTqI1JoEI7w';
  expect(described(`$2b$10$${rest}`)).toEqual({
    algorithm: 'bcrypt',
    sentAs: 'BCRYPT_10',
    firstLogin: expect.stringContaining('cidaas checks the password itself'),
    sureness: 'Documented by cidaas.',
  });
  expect(described(argon2).sureness).toContain('log in as one such user');
  expect(described(argon2, { ids: { argon2id: 'ARGON2ID' } }).sureness).toContain('As configured in the mapping');
  expect(described(phpass, { verifier: 'CUSTOM_X' }).firstLogin).toContain('your verifier');
});
