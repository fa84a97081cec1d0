import { expect, test } from 'vitest';
import { parseExportKey } from '../../src/source/export-key.ts';
import { cellsOf, readFile } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;

/** The age program makes the key of a passphrase expensive, and nobody may choose it cheaper. */
test('a file that the age program wrote with a passphrase is read', async () => {
  const parsed = parseExportKey('quiet harbour 17 lanterns');
  if ('problem' in parsed) throw new Error(parsed.problem);
  const { file, records } = await readFile(FIXTURES, 'encrypted-with-passphrase.csv.age', { exportKey: parsed.key });
  expect(file).toMatchObject({ encrypted: true, compression: 'none', format: 'csv', encoding: 'utf-8' });
  expect(cellsOf(records)).toEqual([
    ['ada@example.com', 'Ada'],
    ['bea@example.com', 'Béa'],
  ]);
});
