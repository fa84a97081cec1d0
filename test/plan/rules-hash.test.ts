import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import { rulePolicy } from '../../src/plan/rule-policy.ts';
import { validateUser } from '../../src/plan/rules.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

function found(info: unknown): string[] {
  const user = { username: 'ada', password_hash_info: info } as CidaasUser;
  return validateUser(user, '2026-01-01').errors.map(
    ({ code, field }) => `${code} ${field?.replace('password_hash_info.', '')}`,
  );
}

function judged(algorithmTypeId: string, passwordHash: string, hData?: object): string[] {
  return found({ algorithmTypeId, passwordHash, ...(hData === undefined ? {} : { hData }) });
}

const body = 'N9.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';
const sha1 = createHash('sha1').update('x').digest('hex');
const sha256 = createHash('sha256').update('x').digest('hex');
const PHC = '$argon2id$v=19$m=7168,t=5,p=1$c2FsdHNhbHQ$aGFzaGhhc2g';

describe('sound', () => {
  test.each([
    ['BCRYPT_10', `$2b$10$${body}`, undefined],
    ['BCRYPT_4', `$2y$04$${body}`, undefined],
    ['BCRYPT_12', `$2a$12$${body}`, undefined],
    ['ARGON', PHC, undefined],
    ['ARGON2ID', PHC, undefined],
    ['SHA1', sha1, undefined],
    ['SHA1', sha1.toUpperCase(), { salt: 's' }],
    ['SHA256', sha256, undefined],
    ['PBKDF2', 'aGFzaA==', { salt: 's', iterations: '27500', keylen: '64' }],
    ['HMAC-SHA-256', sha256, { salt: 's' }],
    ['HMAC-SHA-512', 'x', { salt: 's' }],
    ['CUSTOM_PHPASS', '$P$Babc', undefined],
  ])('%s', (algorithm, hash, hData) => {
    expect(judged(algorithm, hash, hData)).toEqual([]);
  });
});

describe('incomplete', () => {
  test.each([
    [{ algorithmTypeId: 'BCRYPT_10' }, 'hash.incomplete passwordHash'],
    [{ passwordHash: 'x' }, 'hash.incomplete algorithmTypeId'],
    [{ hData: { salt: 's' } }, 'hash.incomplete algorithmTypeId'],
    [{ algorithmTypeId: 'PBKDF2', passwordHash: 'x', hData: { salt: 's' } }, 'hash.incomplete hData.iterations'],
    [{ algorithmTypeId: 'PBKDF2', passwordHash: 'x' }, 'hash.incomplete hData.salt'],
    [{ algorithmTypeId: 'HMAC-SHA-256', passwordHash: sha256 }, 'hash.incomplete hData.salt'],
  ])('%j', (info, expected) => {
    expect(found(info)).toEqual([expected]);
  });
});

describe('not of its algorithm', () => {
  test.each([
    ['BCRYPT_10', `$2b$12$${body}`, 'hash.mismatch algorithmTypeId'],
    ['BCRYPT_10', `$2b$10$${body.slice(1)}`, 'hash.mismatch passwordHash'],
    ['BCRYPT_10', `$wp$2y$10$${body}`, 'hash.mismatch passwordHash'],
    ['BCRYPT_10', `bcrypt_sha256$$2b$10$${body}`, 'hash.mismatch passwordHash'],
    ['BCRYPT_10', `$2x$10$${body}`, 'hash.mismatch passwordHash'],
    ['BCRYPT_10', sha1, 'hash.mismatch passwordHash'],
    ['BCRYPT_21', `$2b$21$${body}`, 'hash.algorithm algorithmTypeId'],
    ['BCRYPT', `$2b$10$${body}`, 'hash.algorithm algorithmTypeId'],
    ['bcrypt_10', `$2b$10$${body}`, 'hash.algorithm algorithmTypeId'],
    ['MD5', 'a'.repeat(32), 'hash.algorithm algorithmTypeId'],
    ['ARGON', `$argon2id$${body}`, 'hash.mismatch passwordHash'],
    ['SHA1', sha256, 'hash.mismatch passwordHash'],
    ['SHA256', sha1, 'hash.mismatch passwordHash'],
    ['SHA256', createHash('sha256').update('x').digest('base64'), 'hash.mismatch passwordHash'],
  ])('%s', (algorithm, hash, expected) => {
    expect(judged(algorithm, hash)).toEqual([expected]);
  });

  test('counts are whole numbers, as text', () => {
    expect(judged('PBKDF2', 'x', { salt: 's', iterations: '0', keylen: '3.5' })).toEqual([
      'hash.mismatch hData.iterations',
      'hash.mismatch hData.keylen',
    ]);
    expect(judged('PBKDF2', 'x', { salt: 's', iterations: 1000, keylen: '32' })).toEqual([
      'type.invalid hData.iterations',
    ]);
  });
});

test('what is no hash info at all', () => {
  expect(found('x')).toEqual(['type.invalid password_hash_info']);
  expect(found(null)).toEqual(['type.invalid password_hash_info']);
  expect(found({ algorithmTypeId: 10, passwordHash: 'x' })).toEqual(['type.invalid algorithmTypeId']);
});

test('a hash that is refused does not stand in the message', () => {
  const user: CidaasUser = { username: 'ada', password_hash_info: { algorithmTypeId: 'SHA1', passwordHash: sha256 } };
  expect(JSON.stringify(validateUser(user, '2026-01-01'))).not.toContain(sha256);
});

describe('ids of the tenant', async () => {
  const ids = 'password: { from: pw, ids: { pbkdf2-sha256: PBKDF2_SHA256, bcrypt: TENANT_BCRYPT_n } }\n';
  const policy = await rulePolicy(parseMapping(`fields: { username: u }\n${ids}`, 'mapping.yml'));
  const codes = (algorithmTypeId: string) => {
    const user = { username: 'ada', password_hash_info: { algorithmTypeId, passwordHash: 'x' } };
    return validateUser(user, '2026-01-01', policy).errors.map(({ code }) => code);
  };

  test.each(['PBKDF2_SHA256', 'TENANT_BCRYPT_12'])('%s is sound when the mapping names it', (id) => {
    expect(codes(id)).toEqual([]);
  });

  test.each(['PBKDF2_SHA512', 'TENANT_BCRYPT_x', 'BCRYPT'])('%s is none', (id) => {
    expect(codes(id)).toEqual(['hash.algorithm']);
  });
});
