import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DECLARED_ALGORITHMS, type HashParts } from '../../src/password/hash-parts.ts';
import { recogniseHash } from '../../src/password/recognise.ts';

const BCRYPT = `$2b$10$${'a'.repeat(53)}`;
const hex = (digest: string, text = 'x') => createHash(digest).update(text).digest('hex');
const base64 = (length: number, first = 0) => Buffer.alloc(length, 7).fill(first, 0, 1).toString('base64');

describe('users without a password', () => {
  test.each([
    ['empty', ''],
    ['empty', '   '],
    ['empty', 'NULL'],
    ['empty', '\\N'],
    ['empty', { value: null }],
    ['empty', { value: undefined }],
    ['empty', { value: {} }],
    ['empty', { value: [] }],
    ['empty', '{}'],
    ['empty', '[]'],
    ['empty', { value: [{ type: 'otp', secretData: '{}', credentialData: '{}' }] }],
    ['empty', { value: { passwordHash: '', salt: '' } }],
    ['empty', { value: { hash: '', hashSettings: {} } }],
    ['unusable', '!'],
    ['unusable', `!${'q'.repeat(40)}`],
    ['unusable', '!$6$saltstring$whatever'],
    ['unusable', '*'],
    ['unusable', '{CRYPT}*'],
    ['unusable', '{CRYPT}!!'],
    ['elsewhere', '{SASL}somebody@EXAMPLE.COM'],
  ] as const)('%s: %j', (why, input) => {
    expect(recogniseHash(input as string | HashParts)).toEqual({ kind: 'none', why });
  });
});

describe('what is no hash to send', () => {
  test.each([
    ['unknown', 'Sommer-2019!'],
    ['unknown', '$y$j9T$saltsalt$abcdefghijklmnopqrstuvwxyz'],
    ['unknown', '{UNHEARD-OF}abcdefgh'],
    ['unknown', '{"a":'],
    ['unknown', { value: 42 }],
    ['unknown', { value: { nothing: 'known' } }],
    ['bare', hex('md5')],
    ['bare', hex('sha1').toUpperCase()],
    ['bare', `0x${hex('sha256')}`],
    ['bare', createHash('sha256').update('x').digest('base64')],
    ['bare', `${hex('md5')}:salz`],
    ['damaged', BCRYPT.slice(0, 50)],
    ['damaged', `${BCRYPT}a`],
    ['damaged', BCRYPT.replace('$10$', '$03$')],
    ['damaged', '$wp$2y$10$tooShort'],
    ['damaged', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0'],
    ['damaged', '$argon2id$v=19$m=65536,t=3$c2FsdHNhbHRzYWx0$aGFzaGhhc2g'],
    ['damaged', '$argon2id$v=19$m=4,t=3,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2g'],
    ['damaged', '$pbkdf2-sha256$i=1000,l=32$c2FsdHNhbHQ$aGFzaA'],
    ['damaged', 'pbkdf2_sha256$1000$salt'],
    ['damaged', 'pbkdf2_sha256$$salt$aGFzaA=='],
    ['damaged', '{SSHA}c2FsdA=='],
    ['damaged', `{SHA}${base64(19)}`],
    ['damaged', '$P$Babcdefg'],
    ['damaged', '$6$salt$tooShort'],
    ['damaged', `${hex('md5')}:Rs:1`],
    ['damaged', { value: { secretData: 'no JSON', credentialData: '{}' } }],
    ['damaged', { value: hex('md5'), algorithm: 'sha1' }],
    ['damaged', { value: hex('md5'), algorithm: 'md5', salt: '\u200bsalt', saltPosition: 'suffix' }],
    ['damaged', { value: { type: 'password-md5-salted-right-hex', value: hex('md5'), salt: 'salt\u200b' } }],
    ['unsupported', `$2x$10$${'a'.repeat(53)}`],
    ['unsupported', `$argon2id$v=19$m=65536,t=3,p=4,keyid=Zm9v$c2FsdHNhbHRzYWx0$aGFzaGhhc2g`],
    ['unsupported', '$pbkdf2-sha3-256$1000$c2FsdHNhbHQ$aGFzaGhhc2g'],
    ['unsupported', { value: hex('sha1'), algorithm: 'rot13' }],
    ['unsupported', { value: [BCRYPT, BCRYPT] }],
    ['unsupported', { value: { hash: base64(32), hashSettings: { algorithm: 'sha256', rounds: 10 } } }],
    ['unsupported', { value: { algorithm: 'md4', hash: { value: hex('md5'), encoding: 'hex' } } }],
    ['incomplete', { value: hex('sha1'), algorithm: 'sha1', salt: 'x' }],
    ['incomplete', { value: hex('sha1'), algorithm: 'sha1', salt: 'x', saltEncoding: 'hex', saltPosition: 'prefix' }],
    ['incomplete', { value: hex('sha256'), algorithm: 'hmac-sha256' }],
    ['incomplete', { value: hex('sha256'), algorithm: 'pbkdf2-sha256', salt: 'x' }],
    ['incomplete', { value: hex('sha256'), algorithm: 'pbkdf2-sha256', iterations: 1000 }],
    ['incomplete', { value: base64(64), algorithm: 'firebase-scrypt', salt: 'c2FsdA==' }],
    ['incomplete', { value: { hash: base64(32), hashSettings: { algorithm: 'sha256', salt: 'x' } } }],
    ['incomplete', { value: { hash: base64(16), hashSettings: { algorithm: 'pbkdf2', salt: base64(16) } } }],
    ['clear-text', '{noop}Sommer-2019!'],
    ['clear-text', '{CLEARTEXT}Sommer-2019!'],
    ['placeholder', '**********'],
    ['placeholder', 'UkVEQUNURUQ9PT0='],
  ] as const)('%s: %j', (reason, input) => {
    expect(recogniseHash(input as string | HashParts)).toMatchObject({ kind: 'unrecognised', reason });
  });
});

test('a mark in the value counts more than what is declared, unless a system or a pepper gives it another meaning', () => {
  const others = /^(?:bcrypt-.*|typo3|woltlab|clear-text|encrypted)$/;
  for (const algorithm of DECLARED_ALGORITHMS.filter((name) => !others.test(name)))
    expect(recogniseHash({ value: BCRYPT, algorithm })).toMatchObject({
      kind: 'hash',
      hash: { kind: 'bcrypt', cost: 10 },
    });
});

test('pre-hashed bcrypt is never bcrypt', () => {
  const inner = `$2y$10$${'a'.repeat(53)}`;
  for (const text of [`$wp${inner}`, `bcrypt_sha256$${inner}`])
    expect(recogniseHash(text)).toMatchObject({
      kind: 'hash',
      hash: { kind: 'prehashed-bcrypt', text, bcrypt: inner },
    });
});

test('the length of a key is that of the value, not of the label', () => {
  const credential = (bytes: number) => ({
    value: {
      secretData: JSON.stringify({ value: base64(bytes), salt: base64(16) }),
      credentialData: JSON.stringify({ hashIterations: 27500, algorithm: 'pbkdf2-sha256' }),
    },
  });
  for (const length of [32, 64])
    expect(recogniseHash(credential(length))).toMatchObject({ hash: { kind: 'pbkdf2', key: { length } } });
});

test('a base64 of 49 bytes is only ASP.NET with the zero in front', () => {
  expect(recogniseHash(base64(49))).toMatchObject({
    kind: 'hash',
    hash: { kind: 'pbkdf2', digest: 'sha1', iterations: 1000 },
  });
  expect(recogniseHash(base64(49, 2))).toMatchObject({ kind: 'unrecognised' });
  expect(recogniseHash(base64(48))).toMatchObject({ kind: 'unrecognised' });
});

test('names of object properties are no algorithms', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    expect(recogniseHash({ value: hex('md5'), algorithm: name })).toMatchObject({ kind: 'unrecognised' });
    expect(recogniseHash(`{${name}}abcdefgh`)).toMatchObject({ kind: 'unrecognised' });
    expect(recogniseHash(`$pbkdf2-${name}$1$c2FsdA$c2FsdA`)).toMatchObject({ kind: 'unrecognised' });
    const object = { encryptionScheme: name, password: 'x', hashSettings: { algorithm: name }, hash: 'x' };
    expect(recogniseHash({ value: object })).toMatchObject({ kind: 'unrecognised' });
  }
});
