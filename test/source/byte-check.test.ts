import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ByteFindings } from '../../src/source/byte-check.ts';
import { byteCheck } from '../../src/source/byte-check.ts';
import type { Encoding } from '../../src/source/record.ts';

function check(bytes: Buffer, encoding: Encoding | 'open', cuts: readonly number[] = []): ByteFindings {
  const looked = byteCheck(encoding);
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    looked.push(bytes.subarray(from, cut));
    from = cut;
  }
  return looked.finish();
}

const SOUND = { invalidAt: null, nulAt: null, multiByte: false, undefinedAt: null };

test.each<[string, Buffer, Partial<ByteFindings>]>([
  ['ASCII', Buffer.from('id,name\n'), {}],
  ['two, three and four bytes', Buffer.from('ü€😀'), { multiByte: true }],
  ['Windows-1252', Buffer.from('M\xfcller', 'latin1'), { invalidAt: 1 }],
  ['Windows-1252 at the very end', Buffer.from('Andr\xe9', 'latin1'), { invalidAt: 4 }],
  ['Windows-1252 before what looks like a lead byte', Buffer.from('\xfc\xe4', 'latin1'), { invalidAt: 0 }],
  ['both', Buffer.from('ü \xc3\xbc \xfc', 'latin1'), { invalidAt: 0, multiByte: true }],
  ['an overlong form', Buffer.from([0x61, 0xc0, 0xaf]), { invalidAt: 1 }],
  ['a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), { invalidAt: 1 }],
  ['beyond Unicode', Buffer.from([0x61, 0xf5, 0x80, 0x80, 0x80]), { invalidAt: 1 }],
  ['a stray continuation byte', Buffer.from([0x61, 0x62, 0x80]), { invalidAt: 2 }],
  ['a character cut off', Buffer.from([0x61, 0xe2, 0x82]), { invalidAt: 1 }],
  ['NUL', Buffer.from('ab\0\0'), { nulAt: 2 }],
])('%s, wherever the bytes are split', (_name, bytes, expected) => {
  for (let first = 0; first <= bytes.length; first++) {
    for (let second = first; second <= bytes.length; second++) {
      expect(check(bytes, 'open', [first, second])).toEqual({ ...SOUND, ...expected });
    }
  }
});

function utf16(text: string, encoding: Encoding): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

test.each<[string, string, Partial<ByteFindings>]>([
  ['sound', 'a€😀b', {}],
  ['a high surrogate alone', 'ab\ud83dc', { invalidAt: 4 }],
  ['a low surrogate alone', 'ab\ude00c', { invalidAt: 4 }],
  ['a high surrogate at the end', 'ab\ud83d', { invalidAt: 4 }],
  ['NUL', 'ab\0', { nulAt: 4 }],
])('UTF-16, %s, wherever the bytes are split', (_name, text, expected) => {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const bytes = utf16(text, encoding);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(check(bytes, encoding, [cut])).toEqual({ ...SOUND, ...expected });
    }
  }
});

test('UTF-16 with an odd number of bytes', () => {
  expect(check(Buffer.from('ab\0', 'utf16le').subarray(0, 3), 'utf-16le')).toEqual({ ...SOUND, invalidAt: 2 });
});

test('any bytes: valid for us is valid for the decoder, however they are split', () => {
  const byte = fc.oneof(fc.constantFrom(0x41, 0xc3, 0xbc, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed), fc.nat(255));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), fc.array(fc.nat(12), { maxLength: 4 }), (values, cuts) => {
      const bytes = Buffer.from(values);
      const within = cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b);
      const findings = check(bytes, 'utf-8', within);
      const isValid = (part: Buffer) => !new TextDecoder().decode(part).includes('\ufffd');
      expect(findings.invalidAt === null).toBe(isValid(bytes));
      expect(isValid(bytes.subarray(0, findings.invalidAt ?? 0))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
