import { armor } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeArmor, isArmored } from '../../src/source/age-armor.ts';
import { pieces } from './read-export.ts';

const BYTES = Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7) % 251));
const TEXT = armor.encode(BYTES);
const [BEGIN = '', FIRST = ''] = TEXT.split('\n');

async function decoded(text: string, size = 1000): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of decodeArmor(pieces(Buffer.from(text, 'latin1'), size))) parts.push(part);
  return Buffer.concat(parts);
}

test('any bytes come back, however the text is split', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 100 }), async (raw, size) => {
      expect(await decoded(armor.encode(raw), size)).toEqual(Buffer.from(raw));
    }),
  );
});

test.each([
  ['lines that end with CRLF', TEXT.replaceAll('\n', '\r\n')],
  ['blank lines and blanks around it', `\r\n\n  ${TEXT}  \n\n\t\n`],
  ['a byte-order mark before it', `\xef\xbb\xbf${TEXT}`],
  ['no line end after it', TEXT.trimEnd()],
])('%s are no damage', async (_, text) => {
  expect(isArmored(Buffer.from(text, 'latin1'))).toBe(true);
  for (const size of [1, 7, 64, 1000]) expect(await decoded(text, size)).toEqual(BYTES);
});

describe('refuses', () => {
  test.each([
    ['a cut anywhere', TEXT.slice(0, -2)],
    ['a line that is missing characters', TEXT.replace(FIRST, FIRST.slice(4))],
    ['a line that is too long', TEXT.replace(FIRST, `${FIRST}AAAA`)],
    ['a blank line within', TEXT.replace(FIRST, `${FIRST}\n`)],
    ['what is no base64', TEXT.replace(FIRST, `-_${FIRST.slice(2)}`)],
    ['headers as in PEM', TEXT.replace(BEGIN, `${BEGIN}\nVersion: 1\n`)],
    ['something after it', `${TEXT}email\n`],
    ['a second file after it', TEXT + TEXT],
    ['a line that never ends', `${BEGIN}\n${'A'.repeat(100_000)}`],
  ])('%s', async (_, text) => {
    await expect(decoded(text)).rejects.toThrow();
  });
});

test('any character changed, put in or left out: it judges as the library does', async () => {
  const text = armor.encode(BYTES.subarray(0, 130));
  for (let at = 0; at < text.length; at++) {
    for (const put of ['', 'A', '=', '-', '\n', '\r', ' ', '/']) {
      for (const changed of [text.slice(0, at) + put + text.slice(at), text.slice(0, at) + put + text.slice(at + 1)]) {
        const judged = await decoded(changed, 13).then(
          (bytes) => bytes.toString('hex'),
          () => 'refused',
        );
        expect(judged, `${JSON.stringify(put)} at ${at}`).toBe(byLibrary(changed));
      }
    }
  }
});

function byLibrary(text: string): string {
  try {
    return Buffer.from(armor.decode(text)).toString('hex');
  } catch {
    return 'refused';
  }
}
