import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryHash } from '../../src/password/carry.ts';
import { readHashInfo } from '../../src/password/hash-info.ts';
import { DECLARED_ALGORITHMS, type HashParts } from '../../src/password/hash-parts.ts';
import type { PasswordHash } from '../../src/password/password-hash.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import { UncheckableHash } from '../../src/password/uncheckable-hash.ts';
import { verifyHash } from '../../src/password/verify.ts';
import { hashVectors } from './hash-vectors.ts';

const SEED = 20260101;
const OPTIONS = { verifier: null, ids: {}, optional: false };
const texts = hashVectors().flatMap(({ input }) => (typeof input === 'string' ? [input] : []));

/** Arbitrary text, text made of what encodings are made of, and encodings with something changed in them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'$$$::{}=,./+aAbB0129_-!* '), maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom(
        '$2b$',
        '$argon2id$',
        '$pbkdf2-sha256$',
        '{SSHA}',
        '{CRYPT}',
        'pbkdf2_sha256$',
        '$wp$',
        '$digest-md5$',
        ...[
          'M$',
          'U$S$',
          'C$2y$',
          '{sha256}',
          '{pbkdf2}',
          '{SHA-256}',
          '{x-issha, 9}',
          '{PBKDF2WithHmacSHA1}',
          '{MD5}{x}',
        ],
        ...['$S$', '$Q$', '$jtl$', '$bcrypt$', '$peppered-md5$', '$iterated-sha1$', '$chain-md5$', '$selfhmac-sha1$'],
        ...[
          'wcf1:',
          'wcf2:',
          'Bcrypt:',
          'bcrypt=>',
          'pbkdf2=>',
          'PBKDF2WithHmacSHA256:1:',
          '$e0801$',
          '$f_scrypt$',
          '1000:',
        ],
      ),
      fc.string({ maxLength: 60 }),
    )
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, change]) => {
    const index = at % text.length;
    return text.slice(0, index) + change + text.slice(index + 1);
  }),
  fc.json(),
);

const anyParts: fc.Arbitrary<HashParts> = fc.record(
  {
    value: fc.oneof(anyText, fc.jsonValue()),
    algorithm: fc.oneof(fc.constantFrom(...DECLARED_ALGORITHMS, 'auto', ''), fc.string()),
    salt: fc.oneof(fc.string(), fc.jsonValue()),
    saltEncoding: fc.constantFrom('text', 'hex', 'base64'),
    saltPosition: fc.constantFrom('prefix', 'suffix', 'none'),
    secret: fc.constantFrom('pepper', undefined),
    secretPosition: fc.constantFrom('prefix', 'suffix'),
    iterations: fc.oneof(fc.string(), fc.integer()),
    passwordEncoding: fc.constantFrom('utf8', 'utf16le', 'latin1'),
    firebase: fc.constant({ blockSize: 8, memCost: 14, separator: Buffer.of(7) }),
  },
  { requiredKeys: ['value'] },
);

/** Whether checking a password takes no time worth speaking of. */
function isQuick(hash: PasswordHash): boolean {
  if (hash.kind === 'pbkdf2') return hash.iterations < 500 && hash.secret === undefined;
  if (hash.kind === 'hmac') return hash.secret === undefined;
  return ['digest', 'digest-chain', 'self-hmac', 'jtl'].includes(hash.kind);
}

test('whatever stands in the source, nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyParts), (input) => {
      const recognised = recogniseHash(input);
      const carried = carryHash(recognised, { ...OPTIONS, verifier: 'CUSTOM_X' });
      if (carried.kind === 'sent') readHashInfo(carried.info);
      expect(carried.kind === 'sent').toBe(recognised.kind === 'hash');
    }),
    { numRuns: 5000, seed: SEED },
  );
});

test('what is recognised by mistake matches no password', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText, anyParts), fc.string({ minLength: 1 }), async (input, password) => {
      const recognised = recogniseHash(input);
      if (recognised.kind !== 'hash' || !isQuick(recognised.hash)) return;
      expect(await verifyHash(recognised.hash, `${password}\u{1F511}`)).toBe(false);
    }),
    { numRuns: 3000, seed: SEED },
  );
});

test('a hash that was made is recognised as what it was made with', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((array) => Buffer.from(array));
  const digests = fc.constantFrom('md5', 'sha1', 'sha256', 'sha384', 'sha512');
  const plainSalt = fc.string({ unit: fc.constantFrom(...'abcXYZ019./+-_'), minLength: 1, maxLength: 20 });
  const made = fc.record({
    password: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    digest: digests,
    salt: bytes,
    text: plainSalt,
    rounds: fc.integer({ min: 1, max: 40 }),
    keylen: fc.integer({ min: 16, max: 70 }),
  });
  await fc.assert(
    fc.asyncProperty(made, async ({ password, digest, salt, text, rounds, keylen }) => {
      const own = Buffer.from(password);
      const base64 = (buffer: Buffer) => buffer.toString('base64');
      const raw = (buffer: Buffer) => base64(buffer).replace(/=+$/, '');
      const sum = (...parts: Buffer[]) => createHash(digest).update(Buffer.concat(parts)).digest();
      const key = (value: Buffer | string, name = digest) => pbkdf2Sync(own, value, rounds, keylen, name);
      const ldap = digest === 'md5' ? 'SMD5' : `S${digest.toUpperCase().replace('SHA1', 'SHA')}`;
      const position = rounds % 2 === 0 ? 'prefix' : 'suffix';
      const inputs: (string | HashParts)[] = [
        `{${ldap}}${base64(Buffer.concat([sum(own, salt), salt]))}`,
        `pbkdf2_sha256$${rounds}$${text}$${base64(key(text, 'sha256'))}`,
        `$pbkdf2-${digest}$i=${rounds},l=${keylen}$${raw(salt)}$${raw(key(salt))}`,
        `$pbkdf2-${digest}$${rounds}$${raw(salt)}$${raw(key(salt))}`.replaceAll('+', '.'),
        {
          value:
            position === 'prefix' ? sum(Buffer.from(text), own).toString('hex') : base64(sum(own, Buffer.from(text))),
          algorithm: digest,
          salt: text,
          saltPosition: position,
        },
        {
          value: sum(salt, own).toString('hex'),
          algorithm: digest,
          salt: salt.toString('hex'),
          saltEncoding: 'hex',
          saltPosition: 'prefix',
        },
        { value: createHmac(digest, text).update(own).digest('hex'), algorithm: `hmac-${digest}`, salt: text },
        {
          value: base64(key(salt)),
          algorithm: `pbkdf2-${digest}`,
          salt: base64(salt),
          saltEncoding: 'base64',
          iterations: rounds,
        },
      ];
      for (const input of inputs) {
        const recognised = recogniseHash(input);
        if (recognised.kind !== 'hash') throw new Error(`${JSON.stringify(input)} is ${recognised.kind}`);
        expect(await verifyHash(recognised.hash, password)).toBe(true);
        expect(await verifyHash(recognised.hash, `${password} `)).toBe(false);
      }
    }),
    { numRuns: 150, seed: SEED },
  );
});

test('no message holds what stood in the source', () => {
  const secret = 'Zq7Canary';
  const withSecret = fc.tuple(anyText, anyText, fc.constantFrom(...DECLARED_ALGORITHMS, '')).map(
    ([before, after, algorithm]): HashParts => ({
      value: `${before}${secret}${after}`,
      algorithm,
      salt: secret,
      iterations: secret,
    }),
  );
  fc.assert(
    fc.property(withSecret, (parts) => {
      const recognised = recogniseHash(parts);
      if (recognised.kind !== 'hash') expect(JSON.stringify(recognised)).not.toContain(secret);
      for (const optional of [false, true]) {
        const carried = carryHash(recognised, { ...OPTIONS, optional });
        if (carried.kind !== 'sent') expect(JSON.stringify(carried)).not.toContain(secret);
      }
      const object: HashParts = {
        value: { algorithm: secret, value: secret, type: `password-${secret}`, hash: { value: secret } },
      };
      expect(JSON.stringify(recogniseHash(object))).not.toContain(secret);
    }),
    { numRuns: 2000, seed: SEED },
  );
});

test('work that would stop the run is refused at once', async () => {
  const salt = 'c2FsdHNhbHRzYWx0';
  const key = 'aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo';
  const inputs = [
    `$argon2id$v=19$m=4294967295,t=1,p=1$${salt}$${key}`,
    `$argon2id$v=19$m=1000000,t=4294967295,p=1$${salt}$${key}`,
    `$argon2id$v=16$m=7168,t=1,p=1$${salt}$${key}`,
    `$scrypt$ln=31,r=65535,p=65535$${salt}$${key}`,
    `$scrypt$ln=20,r=1,p=1$${salt}$${key}`,
    `$pbkdf2-sha256$4294967295$${salt}$${key}`,
    `$2b$31$${'a'.repeat(53)}`,
    `$wp$2y$31$${'a'.repeat(53)}`,
    `$P$S${'a'.repeat(30)}`,
    `$6$rounds=999999999$salt$${'a'.repeat(86)}`,
    `999999999:salz:${'a'.repeat(64)}`,
    `${'a'.repeat(64)}:salz:1:3_32_4000_4294967296`,
    `{x-issha, 4294967295}${'A'.repeat(40)}`,
    `{SHA-256}ab-999999999-${'a'.repeat(64)}`,
    `{PBKDF2WithHmacSHA1}AAAAoP////8${'A'.repeat(37)}`,
    `{PBKDF2_SHA256}/////w${'A'.repeat(426)}`,
    `U$S$S${'a'.repeat(51)}`,
    `M$2a$31$${'a'.repeat(53)}`,
    `wcf2:$2a$17$${'a'.repeat(53)}`,
  ];
  for (const input of inputs) {
    const recognised = recogniseHash(input);
    if (recognised.kind !== 'hash') throw new Error(`${input} is ${recognised.kind}`);
    await expect(verifyHash(recognised.hash, 'x'), input).rejects.toThrow(UncheckableHash);
  }
});
