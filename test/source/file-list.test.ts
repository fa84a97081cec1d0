import { mkdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/source/file-list.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { problemsOf, writeFiles } from './read-export.ts';

async function names(cwd: string, patterns: string): Promise<string[]> {
  return (await listFiles(cwd, patterns)).map(({ name }) => name);
}

test('a glob finds files in name order, folders left out', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'in/users-2.csv': '', 'in/users-10.csv': '', 'in/users-1.csv': '', 'in/notes.txt': '' });
  mkdirSync(folder.file('in/users-3.csv'));
  expect(await names(folder.path, 'in/*.csv')).toEqual(['in/users-1.csv', 'in/users-10.csv', 'in/users-2.csv']);
});

test('several lines name several files, each read once', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'b.csv': '', 'a.csv': '', 'in/c.csv': '' });
  expect(await names(folder.path, 'b.csv\r\n*.csv\n\n  ./b.csv  \nin/../in/**/*.csv')).toEqual([
    'a.csv',
    'b.csv',
    'in/c.csv',
  ]);
});

test('a file whose name looks like a glob is found by its name', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'users[1].csv': '', 'users1.csv': '' });
  expect(await names(folder.path, 'users[1].csv')).toEqual(['users[1].csv']);
});

test('a file outside the workspace keeps its absolute name', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'work/a.csv': '', 'elsewhere/b.csv': '' });
  const outside = folder.file('elsewhere/b.csv');
  expect(await listFiles(folder.file('work'), outside)).toEqual([{ name: outside, path: outside }]);
});

// Windows has no /dev/null.
test.skipIf(process.platform === 'win32')('everything that is wrong is said at once', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'in/a.csv': '' });
  const problems = await problemsOf(listFiles(folder.path, 'in/\nmissing.csv\n*.json\nin/a.csv\n/dev/null'));
  expect(problems).toEqual([
    'in/ is a folder. Name the files in it, for example in/*.csv.',
    `missing.csv: file not found in ${folder.path}. Check the path; it is relative to the workspace.`,
    `*.json: no matching file in ${folder.path}. Check the pattern; it is relative to the workspace.`,
    '/dev/null is not a regular file. Name a file that can be read more than once.',
  ]);
});

test('nothing named is an error', async () => {
  expect(await problemsOf(listFiles('/', ' \n '))).toEqual([
    'No export file is set. Set the path of a file, or a glob.',
  ]);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file behind a folder that is closed is not said to be missing',
  async () => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'closed/a.csv': '' });
    await chmod(folder.file('closed'), 0);
    const problems = await problemsOf(listFiles(folder.path, 'closed/a.csv'));
    await chmod(folder.file('closed'), 0o700);
    expect(problems).toEqual([
      'closed/a.csv cannot be reached (EACCES). Allow the current user to read the folders on its path.',
    ]);
  },
);
