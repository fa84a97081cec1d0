import { describe, expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';
import { importCase } from './import-case.ts';

/** Plans nothing by halves: what became of each row of accounts of SAP CDC. */
async function importAccounts(accounts: readonly object[], preset = 'sap-cdc', list = 'results') {
  const content = JSON.stringify({ [list]: accounts });
  return importUsers({ files: [{ name: 'users.json', content }], inputs: { preset } });
}

const ACCOUNT = { isRegistered: true, isActive: true, isVerified: true };
const account = (n: number, rest: object) => ({
  UID: `u${n}`,
  loginIDs: { emails: [`u${n}@example.com`] },
  ...ACCOUNT,
  ...rest,
});
const HASH_LOST = 'hash-lost/sap-cdc.json';
const NO_HASHES = 'fusionauth-without-passwords/users.json';
const BCRYPT = '$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K';
const MD5 = 'Ftek/KdELdo62TyacmWX5A==';

describe('hash-lost: a password in another shape is read or refused, never left out in silence', () => {
  test('both accounts of the case are read alike', async () => {
    const { report, users } = await importCase(HASH_LOST, 'sap-cdc', 'password: { verifier: CUSTOM_SAP }\n');
    expect(report.totals).toMatchObject({ rows: 2, created: 2, invalid: 0 });
    const hash = {
      algorithmTypeId: 'CUSTOM_SAP',
      passwordHash: '$digest-md5$salt=none,pw=utf8$$Ftek/KdELdo62TyacmWX5A',
    };
    expect(users.map(({ sub, password_hash_info: info }) => [sub, info])).toEqual([
      ['u2', hash],
      ['u1', hash],
    ]);
  });

  test('without a verifier both are refused, with the line that names one', async () => {
    const { report, invalid } = await importCase(HASH_LOST, 'sap-cdc');
    expect(invalid).toEqual({ 1: 'hash.no_verifier password_hash_info', 2: 'hash.no_verifier password_hash_info' });
    expect(report.failures[0]?.hint).toContain('`password: { verifier: CUSTOM_… }`');
  });

  test('the names of an import of SAP, in the password or beside it', async () => {
    const { users, invalid } = await importAccounts([
      account(1, { password: { compoundHashedPassword: BCRYPT } }),
      account(2, { password: { hashedPassword: BCRYPT, hashSettings: { algorithm: 'bcrypt' } } }),
      account(3, { hashedPassword: BCRYPT, pwHashAlgorithm: 'bcrypt', pwHashRounds: 10 }),
      account(4, { compoundHashedPassword: BCRYPT }),
      account(5, {
        hashedPassword: MD5,
        pwHashAlgorithm: 'md5',
        pwHashSalt: 'c2FsdA==',
        pwHashFormat: '$password$salt',
      }),
      account(6, { password: { hashedPassword: MD5 } }),
      account(7, {
        password: { hashedPassword: 'a1b2', hashSettings: { algorithm: 'custom', url: 'https://example.com' } },
      }),
      account(8, { password: { secret: BCRYPT } }),
      account(9, { password: { hash: { value: BCRYPT } } }),
      account(10, { password: [BCRYPT, BCRYPT] }),
    ]);
    expect(users.map(({ sub, password_hash_info: info }) => `${sub} ${info?.algorithmTypeId}`)).toEqual([
      'u1 BCRYPT_10',
      'u2 BCRYPT_10',
      'u3 BCRYPT_10',
      'u4 BCRYPT_10',
    ]);
    expect(invalid).toEqual({
      5: 'hash.no_verifier password_hash_info',
      ...Object.fromEntries([6, 7, 8, 9, 10].map((row) => [row, 'hash.unrecognised password_hash_info'])),
    });
  });

  test('an account that only logs in through another provider needs no password, but keeps one that it has', async () => {
    const social = { loginProvider: 'google', socialProviders: 'google' };
    const { users, invalid } = await importAccounts([
      account(1, social),
      account(2, { ...social, password: {} }),
      account(3, { ...social, password: { hash: BCRYPT, hashSettings: { algorithm: 'bcrypt' } } }),
      account(4, { loginProvider: 'site' }),
    ]);
    expect(users.map(({ sub, password_hash_info: info }) => [sub, info?.algorithmTypeId])).toEqual([
      ['u1', undefined],
      ['u2', undefined],
      ['u3', 'BCRYPT_10'],
    ]);
    expect(invalid).toEqual({ 4: 'hash.missing password_hash_info' });
  });

  test("bcrypt under another system's name of a pepper or an extension is refused", async () => {
    const named = (algorithm: string) => ({ password: { hash: BCRYPT, hashSettings: { algorithm } } });
    const sap = await importAccounts([account(1, named('custom')), account(2, named('bcrypt'))]);
    expect(sap.invalid).toEqual({ 1: 'hash.unrecognised password_hash_info' });
    const user = { id: '1', email: 'a@example.com', active: true, password: BCRYPT };
    const fusionauth = await importAccounts([{ ...user, encryptionScheme: 'example-peppered' }], 'fusionauth', 'users');
    expect(fusionauth.invalid).toEqual({ 1: 'hash.unrecognised password_hash_info' });
    const clerk = await importUsers({
      files: [
        {
          name: 'users.csv',
          content: `id,primary_email_address,password_digest,password_hasher\n1,a@example.com,${BCRYPT},bcrypt_peppered\n2,b@example.com,${BCRYPT},bcrypt\n`,
        },
      ],
      inputs: { preset: 'clerk' },
    });
    expect(clerk.invalid).toEqual({ 1: 'hash.unrecognised password_hash_info' });
    expect(clerk.users).toHaveLength(1);
  });

  const user = { id: 'a', username: 'a', email: 'a@example.com', enabled: true };
  const link = { federatedIdentities: [{ identityProvider: 'google', userId: '1' }] };
  const secret = { value: 'x'.repeat(24), salt: 'c2FsdHNhbHQ=' };
  test.each([
    [
      'one object',
      { secretData: JSON.stringify(secret), credentialData: '{}' },
      'hash.unrecognised password_hash_info',
    ],
    ['a list of texts', ['$2b$10$cut'], 'hash.unrecognised password_hash_info'],
    ['another spelling of the type', [{ type: 'PASSWORD', hash: 'abc' }], 'hash.unrecognised password_hash_info'],
    ['only a one-time password', [{ type: 'otp', secretData: '{}' }], undefined],
  ])('keycloak, a user with a link to another provider: %s', async (_, credentials, code) => {
    const { invalid } = await importAccounts([{ ...user, ...link, credentials }], 'keycloak', 'users');
    expect(invalid[1]).toBe(code);
  });
});

describe('a condition of the mapping that leaves a password out is counted', () => {
  const content = JSON.stringify([
    { email: 'a@example.com', pw: { hash: BCRYPT } },
    { email: 'b@example.com', pw: { digest: BCRYPT } },
    { email: 'c@example.com' },
  ]);
  const run = (rules: string) =>
    importUsers({
      files: [{ name: 'users.json', content }],
      mapping: `fields: { email: email }\n${rules}password: { from: pw, when: { from: pw.hash, empty: false }, unproven: accept }\n`,
    });

  test('for each user who has one', async () => {
    const { users, report } = await run('source: { columns: optional }\n');
    expect(users.map(({ email, password_hash_info: info }) => [email, info?.algorithmTypeId])).toEqual([
      ['a@example.com', 'BCRYPT_10'],
      ['b@example.com', undefined],
      ['c@example.com', undefined],
    ]);
    expect(report.warnings['hash.left_out']).toBe(1);
  });

  test('or makes the row invalid, or is not counted, as the mapping says', async () => {
    const strict = await run('source: { columns: optional }\nrules: { hash.left_out: error }\n');
    expect(strict.invalid).toEqual({ 2: 'hash.left_out password_hash_info' });
    const quiet = await run('source: { columns: optional }\nrules: { hash.left_out: off }\n');
    expect(quiet.report.warnings).not.toHaveProperty('hash.left_out');
  });
});

describe('fusionauth-without-passwords', () => {
  test('says that the API gives out none, and the line that decides it', async () => {
    const { invalid, report } = await importCase(NO_HASHES, 'fusionauth');
    expect(invalid).toEqual({ 1: 'hash.missing password_hash_info' });
    expect(report.failures[0]?.hint).toContain('If the system gives out no hashes at all, write `password: null`');
  });

  test('that line imports the users', async () => {
    const { users, report } = await importCase(NO_HASHES, 'fusionauth', 'password: null\n');
    expect(report.totals.created).toBe(1);
    expect(users[0]).not.toHaveProperty('password_hash_info');
  });

  test.each([
    ['no scheme', { password: BCRYPT }],
    ['no hash', { encryptionScheme: 'bcrypt', salt: 'x', factor: 10 }],
    ['another key', { hashedPassword: { bcrypt: BCRYPT } }],
  ])('a user of the database with %s is not one without a password', async (_, keys) => {
    const user = { id: '1', email: 'a@example.com', active: true, passwordChangeRequired: false, ...keys };
    const { invalid } = await importAccounts([user], 'fusionauth', 'users');
    expect(invalid).toEqual({ 1: 'hash.unrecognised password_hash_info' });
  });
});

test('ldif-latin1: {ARGON2} and {BCRYPT} with a text in base64 are what the text says', async () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const argon2 = '$argon2i$v=19$m=7168,t=5,p=1$nHfg/bAe4rlKMY/trOV4gg$boZh/pomT2rGWOWJMEZx+9FkGIY5Un8pMY4K+z/o+0M';
  const entry = (name: string, hash: string) =>
    `dn: uid=${name},o=jans\nobjectClass: inetOrgPerson\nuid: ${name}\nmail: ${name}@example.com\nuserPassword: ${hash}\n\n`;
  const content = [
    entry('jans', `{ARGON2}${base64(argon2)}`),
    entry('bea', `{BCRYPT}${base64(BCRYPT)}`),
    entry('cora', `{CRYPT}${base64(BCRYPT)}`),
    entry('dora', `{ARGON2}${base64('$argon2i$cut')}`),
  ].join('');
  const { users, invalid } = await importUsers({
    files: [{ name: 'users.ldif', content: `version: 1\n\n${content}` }],
    inputs: { preset: 'ldif' },
  });
  expect(users.map(({ username, password_hash_info: info }) => [username, info])).toEqual([
    ['jans', { algorithmTypeId: 'ARGON', passwordHash: argon2 }],
    ['bea', { algorithmTypeId: 'BCRYPT_10', passwordHash: BCRYPT }],
    ['cora', { algorithmTypeId: 'BCRYPT_10', passwordHash: BCRYPT }],
  ]);
  expect(invalid).toEqual({ 4: 'hash.unrecognised password_hash_info' });
});

test('keycloak: the text of an extension counts under the name of an algorithm that Keycloak has too', async () => {
  const phc = '$argon2id$v=19$m=7168,t=5,p=1$nHfg/bAe4rlKMY/trOV4gg$boZh/pomT2rGWOWJMEZx+9FkGIY5Un8pMY4K+z/o+0M';
  const credential = (value: string, algorithm: string) => [
    {
      type: 'password',
      secretData: JSON.stringify({ value, salt: '' }),
      credentialData: JSON.stringify({ algorithm }),
    },
  ];
  const user = (n: number, credentials: object) => ({
    id: `${n}`,
    email: `u${n}@example.com`,
    enabled: true,
    credentials,
  });
  const { users, invalid } = await importAccounts(
    [
      user(1, credential(phc, 'argon2')),
      user(2, credential(phc, 'argon2id')),
      user(3, credential(BCRYPT, 'bcrypt')),
      user(4, credential(BCRYPT, 'bcrypt-with-pepper')),
    ],
    'keycloak',
    'users',
  );
  expect(users.map(({ password_hash_info: info }) => info?.passwordHash)).toEqual([phc, phc, BCRYPT]);
  expect(invalid).toEqual({ 4: 'hash.unrecognised password_hash_info' });
});
