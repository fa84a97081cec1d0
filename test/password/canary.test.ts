import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { hashSync } from 'bcryptjs';
import { expect, test } from 'vitest';
import { type CanaryFinding, checkCanary } from '../../src/password/canary.ts';
import { parseCanary } from '../../src/password/canary-lines.ts';
import { CanaryWatch } from '../../src/password/canary-watch.ts';
import { type CarryOptions, carryHash } from '../../src/password/carry.ts';
import type { HashParts } from '../../src/password/hash-parts.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import type { SourceSecrets } from '../../src/password/verify.ts';
import type { CidaasUser, PasswordHashInfo } from '../../src/user/cidaas-user.ts';
import { hashVectors } from './hash-vectors.ts';

const PASSWORD = 'Grüner Tee';
const OPTIONS: CarryOptions = { verifier: 'CUSTOM_LEGACY', ids: {}, optional: false };

function infoOf(input: string | HashParts, options: Partial<CarryOptions> = {}): PasswordHashInfo {
  const carried = carryHash(recogniseHash(input), { ...OPTIONS, ...options });
  if (carried.kind !== 'sent') throw new Error(carried.kind);
  return carried.info;
}

async function check(
  canary: string,
  users: readonly CidaasUser[],
  secrets: SourceSecrets = {},
): Promise<readonly CanaryFinding[]> {
  const watch = new CanaryWatch(parseCanary(canary));
  for (const [index, user] of users.entries()) watch.observe(index + 1, user);
  return checkCanary(watch, secrets);
}

/** The finding for one account whose hash is sent as `info`. */
async function checkOne(info: PasswordHashInfo | undefined, plaintext = PASSWORD): Promise<CanaryFinding> {
  const user: CidaasUser = { sub: 'ada', ...(info === undefined ? {} : { password_hash_info: info }) };
  const [finding, ...more] = await check(`ada,"${plaintext.replaceAll('"', '""')}"`, [user]);
  if (finding === undefined || more.length > 0) throw new Error('one finding expected');
  const shown = JSON.stringify(finding);
  expect(shown).not.toContain(plaintext);
  if (info !== undefined) expect(shown).not.toContain(info.passwordHash);
  if (info?.hData?.salt !== undefined) expect(shown).not.toContain(info.hData.salt);
  return finding;
}

const bytes = (text: string) => Buffer.from(text);
const hex = (digest: string, ...parts: Uint8Array[]) => createHash(digest).update(Buffer.concat(parts)).digest('hex');
const md5Hex = hex('md5', bytes(PASSWORD));

test.each(
  hashVectors()
    .filter(({ uncheckable }) => !uncheckable)
    .map((vector) => [vector.name, vector] as const),
)('passwords are proved against what is sent: %s', async (_name, { input, password, secrets }) => {
  const [finding] = await check(`ada,"${password}"`, [{ sub: 'ada', password_hash_info: infoOf(input) }], secrets);
  expect(finding).toMatchObject({ line: 1, row: 1, outcome: 'matches', severity: 'ok' });
});

test('accounts are found by each identifier, in any case, and in identities', async () => {
  const info = infoOf({ value: hex('sha1', bytes('x')), algorithm: 'sha1' });
  const users: CidaasUser[] = [
    { sub: 'S1', email: 'Ada@Example.com', password_hash_info: info },
    { username: 'Bea', mobile_number: '+491712345678', password_hash_info: info },
    { sub: 's3', identities: [{ provider: 'self', email: 'cleo@example.com' }], password_hash_info: info },
    { email: 'dora@example.com' },
  ];
  const canary = ['ada@example.com', 's1', 'bea', '+491712345678', 'cleo@example.com', 'dora@example.com', 'nobody'];
  const findings = await check(canary.map((identifier) => `${identifier},x`).join('\n'), users);
  expect(findings.map(({ line, row, outcome, severity }) => [line, row, outcome, severity])).toEqual([
    [1, 1, 'matches', 'ok'],
    [2, 1, 'matches', 'ok'],
    [3, 2, 'matches', 'ok'],
    [4, 2, 'matches', 'ok'],
    [5, 3, 'matches', 'ok'],
    [6, 4, 'no-password', 'error'],
    [7, null, 'no-user', 'error'],
  ]);
});

test('two rows of one identifier are both checked', async () => {
  const info = (text: string) => infoOf({ value: hex('sha1', bytes(text)), algorithm: 'sha1' });
  const users = [
    { username: 'ada', password_hash_info: info('x') },
    { email: 'ada', password_hash_info: info('y') },
  ];
  expect((await check('ada,x', users)).map(({ row, outcome }) => [row, outcome])).toEqual([
    [1, 'matches'],
    [2, 'mismatch'],
  ]);
});

const salted = (salt: Uint8Array, ...parts: Uint8Array[]): HashParts => ({
  value: hex('sha256', ...parts),
  algorithm: 'sha256',
  salt: Buffer.from(salt).toString('latin1'),
  saltPosition: 'suffix',
});
const binary = Buffer.from('f00dfacedeadbeef0102030405060708', 'hex');
const pbkdf2 = (salt: Uint8Array, iterations: number, digest: string, password: Uint8Array = bytes(PASSWORD)) =>
  pbkdf2Sync(password, salt, iterations, 32, digest).toString('base64');
const declared = (value: string, more: Partial<HashParts> = {}): HashParts => ({
  value,
  algorithm: 'pbkdf2-sha256',
  salt: binary.toString('hex'),
  saltEncoding: 'hex',
  iterations: 10,
  ...more,
});
/** Made with crypt(3), out of the MD5 of the password and out of what WordPress makes of it. */
const BCRYPT_OF_MD5 = '$2b$04$AbCdEfGhIjKlMnOpQrStUucXmKuN4EENiksEmun2Q.f8Vnssjm4vC';
const BCRYPT_OF_WORDPRESS = '$2y$04$AbCdEfGhIjKlMnOpQrStUuJZZVnYs93hYRAB8LgEAo02rJyWj7ami';

test.each<[string, HashParts | string, RegExp]>([
  ['salt order', salted(bytes('Prise'), bytes('Prise'), bytes(PASSWORD)), /the salt were before the password/],
  ['salt in hexadecimal', salted(bytes(binary.toString('hex')), bytes(PASSWORD), binary), /decoded from hexadecimal/],
  ['salt in base64', salted(bytes(binary.toString('base64')), bytes(PASSWORD), binary), /decoded from base64/],
  [
    'salt decoded for nothing',
    {
      ...salted(bytes(''), bytes(PASSWORD), bytes(binary.toString('hex'))),
      salt: binary.toString('hex'),
      saltEncoding: 'hex',
    },
    /hexadecimal text itself/,
  ],
  [
    'order and encoding of the salt',
    salted(bytes(binary.toString('hex')), binary, bytes(PASSWORD)),
    /before the password and the salt were decoded from hexadecimal/,
  ],
  ['a salt that is not used', salted(bytes('Prise'), bytes(PASSWORD)), /without the salt/],
  [
    'HMAC',
    { ...salted(bytes('Prise'), bytes('')), value: createHmac('sha256', 'Prise').update(PASSWORD).digest('hex') },
    /HMAC with the salt as its key/,
  ],
  [
    'MD5 before, and salt order',
    salted(bytes('Prise'), bytes('Prise'), bytes(md5Hex)),
    /before the password and the source hashed the password with MD5 first/,
  ],
  ['UTF-16', { value: hex('sha1', Buffer.from(PASSWORD, 'utf16le')), algorithm: 'sha1' }, /UTF-16 \(little endian\)/],
  ['Latin-1', { value: hex('sha1', Buffer.from(PASSWORD, 'latin1')), algorithm: 'sha1' }, /Latin-1/],
  ['accents apart', { value: hex('sha1', bytes(PASSWORD.normalize('NFD'))), algorithm: 'sha1' }, /NFD/],
  ['a line break after it', { value: hex('sha1', bytes(`${PASSWORD}\n`)), algorithm: 'sha1' }, /line break after it/],
  ['SHA-1 of MD5', { value: hex('sha1', bytes(md5Hex)), algorithm: 'sha1' }, /MD5 first \(hexadecimal, lower case\)/],
  ['PBKDF2: iterations one too few', declared(pbkdf2(binary, 11, 'sha256')), /iterations were 11/],
  ['PBKDF2: a default', declared(pbkdf2(binary, 27_500, 'sha256')), /iterations were 27500/],
  ['PBKDF2: digest', declared(pbkdf2(binary, 10, 'sha1')), /digest were sha1/],
  ['PBKDF2: salt as text', declared(pbkdf2(bytes(binary.toString('base64')), 10, 'sha256')), /base64 text itself/],
  ['PBKDF2: UTF-16', declared(pbkdf2(binary, 10, 'sha256', Buffer.from(PASSWORD, 'utf16le'))), /UTF-16/],
  [
    'PBKDF2 in the form of Shopware',
    `10:Prise:${pbkdf2Sync(PASSWORD, 'Prise', 10, 32, 'sha256').toString('hex')}`,
    /PBKDF2 with SHA-256/,
  ],
  ['bcrypt of MD5', BCRYPT_OF_MD5, /MD5 first/],
  ['bcrypt of WordPress without its $wp', BCRYPT_OF_WORDPRESS, /\$wp was cut off/],
])('a mismatch is explained: %s', async (_name, input, cause) => {
  const finding = await checkOne(infoOf(input));
  expect(finding).toMatchObject({ outcome: 'mismatch', severity: 'error' });
  expect(finding.message).toMatch(cause);
});

const PEPPER = 'Pfeffer der Anwendung';
const saltedBy = (digest: string, ...parts: string[]): HashParts => ({
  value: hex(digest, ...parts.map(bytes)),
  algorithm: digest,
  salt: 'Prise',
  saltPosition: 'suffix',
});
const symfony = (): string => {
  const first = `${PASSWORD}{Prise}`;
  let sum = createHash('sha512').update(first).digest();
  for (let round = 1; round < 5000; round++) sum = createHash('sha512').update(sum).update(first).digest();
  return sum.toString('base64');
};

test.each<[string, HashParts, RegExp]>([
  ['Spring', saltedBy('sha256', PASSWORD, '{Prise}'), /in braces after the password/],
  ['Symfony', { ...saltedBy('sha512', ''), value: symfony() }, /5,000 rounds of Symfony/],
  [
    'fewer rounds of Symfony',
    { value: symfony(), algorithm: 'symfony-sha512', salt: 'Prise', iterations: 1000 },
    /rounds were 5000/,
  ],
  [
    'Burning Board',
    saltedBy('sha1', `Prise${hex('sha1', bytes(`Prise${hex('sha1', bytes(PASSWORD))}`))}`),
    /three digests of Burning Board 3/,
  ],
  [
    'a pepper before',
    { value: hex('sha1', bytes(PEPPER + PASSWORD)), algorithm: 'sha1' },
    /secret `pepper` were before everything/,
  ],
  [
    'a pepper on the other side',
    {
      ...saltedBy('sha256', 'Prise', PASSWORD, PEPPER),
      secret: 'pepper',
      secretPosition: 'prefix',
      saltPosition: 'prefix',
    },
    /secret `pepper` were after everything/,
  ],
  [
    'a pepper after the salt',
    declared(pbkdf2(Buffer.concat([binary, bytes(PEPPER)]), 10, 'sha256')),
    /`pepper` came after the salt/,
  ],
  ['no pepper', declared(pbkdf2(binary, 10, 'sha256'), { secret: 'pepper' }), /no secret after the salt/],
  ['Devise', { value: hashSync(PASSWORD + PEPPER, 4) }, /with the secret `pepper` after it, as Devise does/],
  [
    'HMAC before bcrypt',
    {
      value: hashSync(createHmac('sha256', PEPPER).update(PASSWORD).digest('hex'), 4),
      algorithm: 'bcrypt-pepper',
      secret: 'pepper',
    },
    /HMAC-SHA-256 under the secret `pepper`/,
  ],
  [
    'plain bcrypt under TYPO3',
    { value: hashSync(PASSWORD, 4).replace('$2b$', '$2y$'), algorithm: 'typo3' },
    /plain bcrypt of the password itself/,
  ],
  ['bcrypt twice', { value: woltlab() }, /bcrypt twice, as WoltLab does/],
  [
    'SHA-1 that was declared as JTL',
    { value: hex('sha1', bytes(PASSWORD)), algorithm: 'jtl' },
    /plain SHA-1 and not the scheme of JTL/,
  ],
  [
    'JTL that was declared as SHA-1',
    { value: 'c573bcab2f0e1d1600a602706a09ee84850a84b0', algorithm: 'sha1' },
    /scheme of JTL-Shop/,
  ],
])('a mismatch of a system or a secret is explained: %s', async (name, input, cause) => {
  const plaintext = name.startsWith('JTL') ? 'geheim123' : PASSWORD;
  const secrets = { named: new Map([['pepper', bytes(PEPPER)]]) };
  const [finding] = await check(`ada,"${plaintext}"`, [{ sub: 'ada', password_hash_info: infoOf(input) }], secrets);
  expect(finding).toMatchObject({ outcome: 'mismatch', severity: 'error', message: expect.stringMatching(cause) });
  expect(finding?.message).not.toContain(PEPPER);
});

function woltlab(): string {
  const once = hashSync(PASSWORD, '$2a$04$abcdefghijklmnopqrstuu');
  return hashSync(once, '$2a$04$abcdefghijklmnopqrstuu');
}

test('white space in the canary is found', async () => {
  const finding = await checkOne(infoOf({ value: hex('sha1', bytes(PASSWORD)), algorithm: 'sha1' }), `${PASSWORD} `);
  expect(finding.message).toContain('the canary has some');
});

test('a mismatch without a known cause says so', async () => {
  const finding = await checkOne(infoOf({ value: hex('sha256', bytes('another')), algorithm: 'sha256' }));
  expect(finding).toMatchObject({ outcome: 'mismatch', severity: 'error' });
  expect(finding.hint).toContain('no other reading that was tried');
});

test('what cidaas leaves open is named when it matters', async () => {
  const key = pbkdf2Sync(PASSWORD, 'Meersalz', 10, 32, 'sha512').toString('base64');
  const hData = { salt: 'Meersalz', iterations: '10', keylen: '32' };
  const finding = await checkOne({ algorithmTypeId: 'PBKDF2', passwordHash: key, hData });
  expect(finding).toMatchObject({ outcome: 'matches' });
  expect(finding.message).toContain("provided that the tenant's PBKDF2 uses SHA-512");
  const sha = hex('sha256', bytes(PASSWORD), bytes('Prise'));
  const ordered = await checkOne({ algorithmTypeId: 'SHA256', passwordHash: sha, hData: { salt: 'Prise' } });
  expect(ordered.message).toContain('puts the salt after the password');
});

test('hashes that only the tenant can check are a warning', async () => {
  const infos: PasswordHashInfo[] = [
    { algorithmTypeId: 'CUSTOM_OWN', passwordHash: 'something of our own' },
    { algorithmTypeId: 'HMACSHA3', passwordHash: 'abcdef012345', hData: { salt: 'Pfeffer' } },
    { algorithmTypeId: 'CUSTOM_OWN', passwordHash: `$bcrypt$pre=pepper,secret=unknown$2b$04$${'a'.repeat(53)}` },
    { algorithmTypeId: 'ARGON', passwordHash: '$argon2id$v=16$m=64,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2g' },
  ];
  for (const info of infos) expect(await checkOne(info)).toMatchObject({ outcome: 'uncheckable', severity: 'warning' });
});

test('a hash that does not fit its id is not taken for another one', async () => {
  const text = `$2b$10$${'a'.repeat(53)}`;
  for (const id of ['BCRYPT_12', 'ARGON', 'SHA256', 'PBKDF2'])
    expect(await checkOne({ algorithmTypeId: id, passwordHash: text })).toMatchObject({ outcome: 'uncheckable' });
});
