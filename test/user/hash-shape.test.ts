import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { looksLikeHash, looksLikeTaggedHash } from '../../src/user/hash-shape.ts';

const hex = (algorithm: string) => createHash(algorithm).update('x').digest('hex');

describe('hashes', () => {
  test.each([
    `$2a$10$${'a'.repeat(53)}`,
    `$2y$12$${'.'.repeat(53)}`,
    `{bcrypt}$2b$10$${'a'.repeat(53)}`,
    `$wp$2y$10$${'a'.repeat(53)}`,
    '$argon2id$v=19$m=7168,t=5,p=1$c2FsdHNhbHQ$aGFzaGhhc2g',
    '$P$Babcdefghijklmnopqrstuvwxyz0123',
    '$1$saltsalt$abcdefghijklmnopqrstuv',
    '$6$saltsalt$abcdefghijklmnopqrstuv',
    '{SSHA}c2FsdHNhbHRzYWx0c2FsdHNhbHQ=',
    '{PBKDF2-HMAC-SHA256}10:c2FsdHNhbHRzYWx0',
    'pbkdf2_sha256$600000$salt$aGFzaGhhc2hoYXNo',
    'bcrypt_sha256$$2b$12$abcdefghijklmnop',
    hex('md5'),
    hex('sha1').toUpperCase(),
    hex('sha256'),
    hex('sha512'),
    `0x${hex('sha256')}`,
    `*${hex('sha1').toUpperCase()}`,
    `${hex('sha256')}:salt:1`,
    `1000:salt:${hex('sha256')}`,
    `${hex('md5')}:salt`,
    createHash('sha1').update('x').digest('base64'),
    createHash('sha256').update('x').digest('base64'),
    `{"value":"${createHash('sha256').update('x').digest('base64')}","salt":"x"}`,
    `see $2b$10$${'a'.repeat(53)} for more`,
  ])('%s', (value) => {
    expect(looksLikeHash(value)).toBe(true);
  });
});

describe('no hashes', () => {
  test.each([
    'ada@example.com',
    `${hex('md5')}@example.com`,
    '3f1c0d0a-6a0e-4a54-9f0c-5f7e2b8c9d10',
    '{3F1C0D0A-6A0E-4A54-9F0C-5F7E2B8C9D10}',
    'auth0|507f1f77bcf86cd799439020',
    '507f1f77bcf86cd799439020',
    'https://example.com/avatars/0123456789abcdef0123456789abcdef.png',
    'Dr. Maximiliane von und zu Beispielhausen-Musterstadt',
    '$100 and $200 in his pocket',
    '+491712345678901',
    'nU3sXWlZx8kqBHoBsvKpQnnsHeFpDEPkCQwGlLxQ3Oo',
    '',
  ])('%s', (value) => {
    expect(looksLikeHash(value)).toBe(false);
  });

  test('ids of other providers, in the narrower sense', () => {
    expect(looksLikeTaggedHash(hex('sha256'))).toBe(false);
    expect(looksLikeTaggedHash(createHash('sha256').update('x').digest('base64'))).toBe(false);
    expect(looksLikeTaggedHash(`$2a$10$${'a'.repeat(53)}`)).toBe(true);
  });
});

test('long texts are judged quickly', () => {
  const text = `${'a'.repeat(200_000)}:${randomBytes(50_000).toString('hex')}$`;
  expect(looksLikeHash(text)).toBe(false);
  expect(looksLikeHash(`{${text}`)).toBe(false);
  expect(looksLikeHash('$'.repeat(100_000))).toBe(true);
});
