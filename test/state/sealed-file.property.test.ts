import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeys } from '../../src/state/keys.ts';
import { openSealed, readSeal, type Seal, SealedFileError, writeSealed } from '../../src/state/sealed-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SEAL: Seal = {
  kind: 'resume',
  version: 1,
  repository: 'acme/identity',
  workflow: 'migration',
  tenant: 'https://acme.example.com',
  branch: 'main',
  sync: 'cidaas-migrate-state-1',
  runId: '4711',
  attempt: 1,
  sequence: 7,
  writtenAt: '2026-03-01T10:00:00.000Z',
};

const KEYS = createKeys('a secret of the tests', SEAL);

async function linesOf(path: string, keys = KEYS): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of (await openSealed(path, keys)).lines()) lines.push(...some);
  return lines;
}

/** What reading a file comes to: its lines, or the refusal that it must be. */
async function judge(path: string): Promise<string[] | 'refused'> {
  try {
    await readSeal(path);
    return await linesOf(path);
  } catch (error) {
    expect(error).toBeInstanceOf(SealedFileError);
    return 'refused';
  }
}

test('whatever lines are written are read again, with what the file says of itself', async () => {
  using folder = tempFolder();
  const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r', '\u2028', '\u2029', '\u0085')));
  const texts = text.map((parts) => parts.join('').replaceAll('\n', ' '));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { maxLength: 50 }), fc.string({ minLength: 1 }), async (lines, secret) => {
      const path = folder.file('sealed.bin');
      const keys = createKeys(secret, SEAL);
      await writeSealed(
        path,
        SEAL,
        keys,
        lines.map((line) => `${line}\n`),
      );
      expect(await linesOf(path, keys)).toEqual(lines);
      expect(await readSeal(path)).toEqual({ ...SEAL, salt: expect.any(String) });
    }),
    { numRuns: 15, seed: 3 },
  );
});

describe('a file of which anything was changed', () => {
  test('in any one bit is refused', async () => {
    using folder = tempFolder();
    const path = folder.file('sealed.bin');
    await writeSealed(path, SEAL, KEYS, ['["one"]\n', '["two"]\n']);
    const whole = readFileSync(path);
    const cutHeader = whole.indexOf(0x0a, 40);
    const at = fc.oneof(fc.nat({ max: whole.length - 1 }), fc.nat({ max: cutHeader }));
    await fc.assert(
      fc.asyncProperty(at, fc.nat({ max: 7 }), async (byte, bit) => {
        writeFileSync(folder.file('changed.bin'), whole.with(byte, (whole[byte] ?? 0) ^ (1 << bit)));
        expect(await judge(folder.file('changed.bin'))).toBe('refused');
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('by cutting, doubling or exchanging pieces is refused', async () => {
    using folder = tempFolder();
    const path = folder.file('sealed.bin');
    await writeSealed(path, SEAL, KEYS, ['["one"]\n', '["two"]\n']);
    const whole = readFileSync(path);
    const place = fc.nat({ max: whole.length });
    await fc.assert(
      fc.asyncProperty(place, place, place, async (a, b, c) => {
        const changed = Buffer.concat([whole.subarray(0, a), whole.subarray(Math.min(b, c), Math.max(b, c))]);
        fc.pre(!changed.equals(whole));
        writeFileSync(folder.file('changed.bin'), changed);
        expect(await judge(folder.file('changed.bin'))).toBe('refused');
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test.each([
    ['null', 'null'],
    ['a text', '"resume"'],
    ['an empty object', '{}'],
    ['no salt', JSON.stringify(SEAL)],
    ['a salt that is a number', JSON.stringify({ ...SEAL, salt: 7 })],
    ['a previous file that is a number', JSON.stringify({ ...SEAL, previous: 7, salt: '' })],
    ['uncertain users that are a text', JSON.stringify({ ...SEAL, uncertain: 'two', salt: '' })],
    ['a version that is a text', JSON.stringify({ ...SEAL, version: 'one', salt: '' })],
    ['without a sequence', JSON.stringify({ ...SEAL, sequence: undefined, salt: '' })],
    ['a sequence beyond all others', JSON.stringify({ ...SEAL, salt: '' }).replace('"sequence":7', '"sequence":1e999')],
    ['nothing that ends', '{'.repeat(10_000)],
  ])('to a header that is %s is refused', async (_, header) => {
    using folder = tempFolder();
    writeFileSync(folder.file('forged.bin'), `cidaas-migrate sealed file 1\n${header}\n${'x'.repeat(100)}`);
    expect(await judge(folder.file('forged.bin'))).toBe('refused');
  });

  test('to random bytes is refused', async () => {
    using folder = tempFolder();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        writeFileSync(folder.file('random.bin'), bytes);
        expect(await judge(folder.file('random.bin'))).toBe('refused');
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});

test.each([
  ['another secret', createKeys('a secret of the tests ', SEAL)],
  [
    'the same secret for another tenant',
    createKeys('a secret of the tests', { ...SEAL, tenant: 'https://b.example.com' }),
  ],
])('%s is refused', async (_, keys) => {
  using folder = tempFolder();
  const path = folder.file('sealed.bin');
  await writeSealed(path, SEAL, KEYS, ['one\n']);
  await expect(linesOf(path, keys)).rejects.toThrow(SealedFileError);
});

test('a file that is being written never bears its name half', async () => {
  using folder = tempFolder();
  const path = folder.file('sealed.bin');
  await writeSealed(path, SEAL, KEYS, ['old\n']);
  const broken = async function* (): AsyncGenerator<string> {
    yield 'new\n';
    throw new Error('the ledger went away');
  };
  await expect(writeSealed(path, SEAL, KEYS, broken())).rejects.toThrow('the ledger went away');
  expect(await linesOf(path)).toEqual(['old']);
});
