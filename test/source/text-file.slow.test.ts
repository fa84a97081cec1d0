import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTextFile } from '../../src/source/text-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const forever = new AbortController().signal;

test('a small file is read, a missing one is an error of the input', async () => {
  using folder = tempFolder();
  writeFileSync(folder.file('mapping.yml'), 'a: ü');
  const read = (name: string) =>
    readTextFile(
      { path: folder.file(name), name, given: name, within: [folder.path], advice: 'Check the path.' },
      forever,
    );
  expect(await read('mapping.yml')).toBe('a: ü');
  await expect(read('none.yml')).rejects.toThrow('none.yml does not exist. Check the path.');
});

test('a mapping that is no regular file of 1 MB is neither waited for nor read', async () => {
  using folder = tempFolder();
  execFileSync('mkfifo', [folder.file('pipe')]);
  mkdirSync(folder.file('dir'));
  writeFileSync(folder.file('long'), Buffer.alloc(1024 * 1024 + 1, '#'));
  const read = (path: string) =>
    readTextFile({ path, name: 'mapping.yml', given: 'mapping.yml', within: null, advice: 'Check the path.' }, forever);
  await expect(read(folder.file('pipe'))).rejects.toThrow('mapping.yml is a named pipe, not a file');
  await expect(read('/dev/zero')).rejects.toThrow('is a device, not a file');
  await expect(read(folder.file('dir'))).rejects.toThrow('mapping.yml is a folder');
  await expect(read(folder.file('long'))).rejects.toThrow('mapping.yml has more than 1 MB');
  await expect(read(folder.file('gone'))).rejects.toThrow(
    'mapping.yml does not exist. Did you mean long? Check the path.',
  );
});

test('a link leads to a file in the workspace only', async () => {
  using outside = tempFolder();
  using folder = tempFolder();
  writeFileSync(outside.file('secret'), 'a: 1');
  writeFileSync(folder.file('real.yml'), 'a: 2');
  symlinkSync(outside.file('secret'), folder.file('link.yml'));
  symlinkSync(outside.path, folder.file('linked'));
  symlinkSync('real.yml', folder.file('inside.yml'));
  const read = (name: string) =>
    readTextFile({ path: folder.file(name), name, given: name, within: [folder.path], advice: '' }, forever);
  expect(await read('inside.yml')).toBe('a: 2');
  for (const name of ['link.yml', 'linked/secret', '../../../../etc/hostname'])
    await expect(read(name), name).rejects.toThrow(`leads out of ${folder.path}, also by a link`);
});
