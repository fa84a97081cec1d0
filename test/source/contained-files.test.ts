import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/source/file-list.ts';
import { globProblem } from '../../src/source/glob-problem.ts';
import { openExport } from '../../src/source/open-export.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { AUTO } from './read-export.ts';

/** A folder with files and links, and one outside of it with a secret. */
function folders() {
  const outside = tempFolder();
  const inside = tempFolder();
  writeFileSync(outside.file('secret.csv'), 'id,hash\n1,x\n');
  writeFileSync(inside.file('a.csv'), 'id,hash\n1,x\n');
  mkdirSync(inside.file('sub'));
  symlinkSync(outside.file('secret.csv'), inside.file('link.csv'));
  symlinkSync(outside.path, inside.file('sub/out'));
  symlinkSync('a.csv', inside.file('same.csv'));
  const close = () => [outside, inside].forEach((folder) => void folder[Symbol.dispose]());
  return { outside, inside, [Symbol.dispose]: close };
}

test('files of a mapping are read only inside of the given folders, whatever leads out of them', async () => {
  using folder = folders();
  const { inside, outside } = folder;
  const open = (patterns: string) => openExport({ ...AUTO, cwd: inside.path, within: [inside.path], patterns });
  for (const name of ['a.csv', 'same.csv', inside.file('a.csv'), 'sub/../a.csv', '[ab].csv'])
    expect((await open(name)).files, name).toHaveLength(1);
  for (const name of ['link.csv', 'sub/out/secret.csv', 'sub/out/*.csv', '*.csv'])
    await expect(open(name), name).rejects.toThrow(/leads out of .*, also by a link/);
  const out = [
    outside.file('secret.csv'),
    '../*.csv',
    `${outside.path}/*.csv`,
    '*/../../x.csv',
    '{..,.}/x.csv',
    '/proc/self/environ',
  ];
  for (const name of out) await expect(open(name), name).rejects.toThrow('leads out of');
});

test('without such folders, a path of the user may lead anywhere', async () => {
  using folder = folders();
  expect(await listFiles(folder.inside.path, folder.outside.file('secret.csv'))).toHaveLength(1);
});

test.each([
  '*.csv',
  '**/*.csv',
  'users-{2024,2025}-{01..12}.csv',
  'a/**/b/*_*_*.ndjson.gz',
  '{a,b,c}/*.{csv,json}',
  'x?[0-9]*',
  '../up/*.csv',
])('a usual glob is one: %s', (pattern) => expect(globProblem(pattern)).toBeNull());

test.each([
  ['{a,b}'.repeat(20), 'the braces make more than 1000 names'],
  ['x{1..9999999}', 'the braces make more than 1000 names'],
  ['{{1..999},{1..999}}', 'the braces make more than 1000 names'],
  ['*a*b*c*d*e*', 'at most 4 times *'],
  ['**/'.repeat(9), 'at most 4 times **'],
  ['+(a|aa)', 'not supported'],
  ['x'.repeat(1_001), 'at most 1000 characters'],
])('a glob that takes too long to match is refused: %s', async (pattern, message) => {
  expect(globProblem(pattern)).toContain(message);
  using folder = tempFolder();
  if (pattern.includes('*')) await expect(listFiles(folder.path, pattern)).rejects.toThrow(message);
});
