import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { type ExportKey, parseExportKey } from '../../src/source/export-key.ts';
import { encryptFor, encryptWith, keyPair } from '../support/encrypted.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { cellsOf, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;
const TEST_KEY = readFileSync(`${FIXTURES}/age-test-key.txt`, 'utf8');
const PASSPHRASE = 'quiet harbour 17 lanterns';
const CSV = 'email,given_name\nada@example.com,Ada\n';
const CELLS = [['ada@example.com', 'Ada']];

const ours = await keyPair();
const theirs = await keyPair();

function key(text: string): ExportKey {
  const parsed = parseExportKey(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.key;
}

describe('the key', () => {
  const forUs = encryptFor(CSV, ours.recipient);
  const withPassphrase = encryptWith(CSV, PASSPHRASE);
  const mistyped = `${ours.identity.slice(0, -1)}${ours.identity.endsWith('Q') ? 'P' : 'Q'}`;

  test.each<[string, Promise<Buffer>, string | null, string]>([
    [
      'is missing',
      forUs,
      null,
      'is encrypted with age. Pass its identity or passphrase in the secret input `export-key` (not available to forks) or, on the command line, in CIDAAS_EXPORT_KEY.',
    ],
    [
      'is another',
      forUs,
      theirs.identity,
      'was encrypted for a recipient that does not match `export-key`, or its header is damaged. Set `export-key` to the identity of the recipient (age1…) that it was encrypted for.',
    ],
    [
      'is mistyped',
      forUs,
      `${theirs.identity}\n${mistyped}`,
      'cannot be decrypted: identity 2 of `export-key` has a wrong checksum. Copy it again from its key file.',
    ],
    [
      'is a passphrase, the file has a recipient',
      forUs,
      PASSPHRASE,
      'was encrypted for a recipient (age1…), but `export-key` is a passphrase. Set `export-key` to the identity (AGE-SECRET-KEY-1…) that belongs to it.',
    ],
    [
      'is an identity, the file has a passphrase',
      withPassphrase,
      ours.identity,
      'was encrypted with a passphrase, but `export-key` is an identity. Set `export-key` to the passphrase.',
    ],
    [
      'is another passphrase',
      withPassphrase,
      'loud harbour',
      'was encrypted with a passphrase other than `export-key`, or its header is damaged. Set `export-key` to the right passphrase.',
    ],
  ])('that %s is said, and not shown', async (_, file, text, says) => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'users.csv.age': await file });
    const exportKey = text === null ? null : key(text);
    const problems = await problemsOf(readExport(folder.path, '*', { exportKey }));
    expect(problems).toEqual([`users.csv.age ${says}`]);
    for (const line of text?.split('\n') ?? []) expect(problems.join()).not.toContain(line);
  });

  test('that is right opens a file with a passphrase', async () => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'users.csv.age': await withPassphrase });
    const { records } = await readFile(folder.path, '*', { exportKey: key(PASSPHRASE) });
    expect(cellsOf(records)).toEqual(CELLS);
  });

  test('of SSH cannot be used, and that is said', async () => {
    const read = readExport(FIXTURES, 'encrypted-for-ssh.csv.age', { exportKey: key(TEST_KEY) });
    expect(await problemsOf(read)).toEqual([
      'encrypted-for-ssh.csv.age was encrypted only for an SSH key or a plugin, which is not supported. Encrypt it for an age-keygen recipient (age1…).',
    ]);
  });

  test('stands in no error, however deep one looks', async () => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'users.csv.age': await forUs });
    const exportKey: ExportKey = { kind: 'identities', identities: [mistyped] };
    const error: unknown = await readExport(folder.path, '*', { exportKey }).catch((reason: unknown) => reason);
    for (let at = error; at instanceof Error; at = at.cause)
      expect(String(at.stack)).not.toContain(mistyped.slice(20, 60));
    expect(error).toBeInstanceOf(InputError);
  });
});
