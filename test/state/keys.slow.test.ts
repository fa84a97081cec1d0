import { createHmac, hkdfSync, scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createKeys } from '../../src/state/keys.ts';

const SECRET = 'a secret of the tests';
const BINDING = { repository: 'acme/identity', workflow: 'migration', tenant: 'https://acme.example.com' };

/** Not as the source spells it: with the numbers that files of earlier releases were written with. */
function stretched(): Buffer {
  const salt = '["cidaas-migrate keys v2","acme/identity","migration","https://acme.example.com"]';
  return scryptSync(SECRET, salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
}

test('a secret is stretched with 32 MiB of scrypt, and every key is derived from the result', () => {
  const keys = createKeys(SECRET, BINDING);
  const ofFile = Buffer.from(hkdfSync('sha256', stretched(), Buffer.from('a salt'), 'sealed file', 32));
  expect(keys.ofFile(Buffer.from('a salt')).export()).toEqual(ofFile);
  const forFingerprints = Buffer.from(hkdfSync('sha256', stretched(), '', 'fingerprint', 32));
  const fingerprint = createHmac('sha256', forFingerprints).update('a text').digest('base64url').slice(0, 22);
  expect(keys.fingerprint('a text')).toBe(fingerprint);
});
