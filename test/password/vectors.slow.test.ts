import { describe, expect, test } from 'vitest';
import { algorithmOf } from '../../src/password/algorithm.ts';
import { ALGORITHMS } from '../../src/password/algorithm-table.ts';
import { type CarryOptions, carryHash } from '../../src/password/carry.ts';
import { readHashInfo } from '../../src/password/hash-info.ts';
import { packHash } from '../../src/password/pack.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import { FIREBASE_SIGNER_KEY } from '../../src/password/secret-id.ts';
import { UncheckableHash } from '../../src/password/uncheckable-hash.ts';
import { verifyHash } from '../../src/password/verify.ts';
import { validateUser } from '../../src/plan/rules.ts';
import { looksLikeHash } from '../../src/user/hash-shape.ts';
import { hashVectors } from './hash-vectors.ts';

const WITH_VERIFIER: CarryOptions = { verifier: 'CUSTOM_LEGACY', ids: {}, optional: false };
const vectors = hashVectors();

describe.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
  const recognised = recogniseHash(vector.input);
  const hash = recognised.kind === 'hash' ? recognised.hash : null;
  const carried = carryHash(recognised, WITH_VERIFIER);

  test('is recognised', () => {
    expect(hash === null ? recognised : algorithmOf(hash)).toBe(vector.algorithm);
  });

  test('is the hash of its password and of no other', async () => {
    if (hash === null) throw new Error('not recognised');
    if (vector.uncheckable) {
      await expect(verifyHash(hash, vector.password)).rejects.toThrow(UncheckableHash);
      return;
    }
    expect(await verifyHash(hash, vector.password, vector.secrets)).toBe(true);
    expect(await verifyHash(hash, `.${vector.password}`, vector.secrets)).toBe(false);
    expect(await verifyHash(hash, '', vector.secrets)).toBe(false);
  });

  test('is carried in a form that the rules let pass and that still says everything', async () => {
    if (carried.kind !== 'sent') throw new Error('not sent');
    expect(carried).toMatchObject({ algorithm: vector.algorithm, route: vector.route });
    const user = { sub: '1', email: 'user@example.com', password_hash_info: carried.info };
    expect(validateUser(user, '2026-01-01').errors).toEqual([]);
    // The packed text is the one that the tests before and after this one check.
    if (vector.uncheckable || hash === null) return;
    if (carried.route === 'custom') return expect(carried.info.passwordHash).toBe(packHash(hash));
    const read = await Promise.all(
      readHashInfo(carried.info).map(({ hash: sent }) => verifyHash(sent, vector.password, vector.secrets)),
    );
    expect(read).toContain(true);
  });

  test('packed into one text it is the same hash, and looks like one to whoever masks', () => {
    if (hash === null) throw new Error('not recognised');
    const packed = packHash(hash);
    const again = recogniseHash(packed);
    if (again.kind !== 'hash') throw new Error(`the packed text ${again.kind}`);
    expect(packHash(again.hash)).toBe(packed);
    expect(algorithmOf(again.hash)).toBe(vector.algorithm);
    expect(looksLikeHash(packed)).toBe(true);
  });

  test('says nothing of a secret but its name', () => {
    for (const [name, key] of vector.secrets.named ?? []) {
      for (const text of [Buffer.from(key).toString('base64').slice(0, 20), Buffer.from(key).toString('utf8')])
        expect(JSON.stringify(carried)).not.toContain(text);
      if (name !== FIREBASE_SIGNER_KEY) expect(JSON.stringify(carried)).toContain(`secret=${name}`);
    }
  });
});

test('there is a vector for each algorithm that sources use', () => {
  const shown = new Set(vectors.map(({ algorithm }) => algorithm));
  // `systems.test.ts` makes hashes of these.
  const rare = [
    ...['argon2i', 'pbkdf2-md5', 'pbkdf2-sha384', 'hmac-md5', 'hmac-sha1', 'hmac-sha384', 'hmac-sha512'],
    ...['md2', 'md2-salted', 'md4', 'md4-salted'],
    ...['bcrypt-md5-hex', 'bcrypt-sha1-hex', 'bcrypt-sha256-hex', 'bcrypt-sha512-hex', 'bcrypt-long-sha512'],
    'bcrypt-hmac-sha256',
  ];
  expect(Object.keys(ALGORITHMS).filter((name) => !shown.has(name))).toEqual(rare);
});
