import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { openFile } from '../../src/source/file-bytes.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function problemOf(path: string): Promise<string> {
  const error = await openFile({ name: 'users.csv', path }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error('it did not end with an InputError', { cause: error });
  return error.message;
}

test.skipIf(process.platform === 'win32')(
  'only a regular file is opened, and everything else is named without waiting for it',
  async () => {
    using folder = tempFolder();
    mkdirSync(folder.file('folder'));
    execFileSync('mkfifo', [folder.file('pipe')]);
    symlinkSync('pipe', folder.file('link'));
    const server = createServer().listen(folder.file('socket'));
    await new Promise((listening) => server.once('listening', listening));
    const advice = ', not a file. Give the path of a regular file.';
    expect(await problemOf(folder.file('folder'))).toBe(`users.csv is a folder${advice}`);
    expect(await problemOf(folder.file('pipe'))).toBe(`users.csv is a named pipe${advice}`);
    expect(await problemOf(folder.file('link'))).toBe(`users.csv is a named pipe${advice}`);
    expect(await problemOf(folder.file('socket'))).toBe(`users.csv is a socket${advice}`);
    expect(await problemOf('/dev/zero')).toBe(`users.csv is a device${advice}`);
    expect(await problemOf(folder.file('missing'))).toMatch(/^users\.csv cannot be opened \(ENOENT\)\. /);
    server.close();
  },
);

test('a regular file is opened, also through a link', async () => {
  using folder = tempFolder();
  writeFileSync(folder.file('users.csv'), 'email\n');
  symlinkSync('users.csv', folder.file('link'));
  await using file = await openFile({ name: 'link', path: folder.file('link') });
  expect(await file.readFile('utf8')).toBe('email\n');
});
