import { execFileSync, spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { readTextFile } from '../../src/source/text-file.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from './read-export.ts';

const forever = new AbortController().signal;

test('a file is read, a missing one is an error of the system', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'mapping.yml': Buffer.from('a: ü') });
  expect(await readTextFile(folder.file('mapping.yml'), forever)).toBe('a: ü');
  await expect(readTextFile(folder.file('none.yml'), forever)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a pipe is read to the end of its writer, who may come late and be slow', async () => {
  using folder = tempFolder();
  const pipe = folder.file('pipe');
  execFileSync('mkfifo', [pipe]);
  let polls = 0;
  const text = await readTextFile(pipe, forever, async () => {
    // Only once the reader waits.
    if (++polls === 2)
      spawn('sh', ['-c', `exec > ${pipe}; printf one; sleep 0.1; head -c 200000 /dev/zero | tr '\\0' x`]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  expect(text).toBe(`one${'x'.repeat(200_000)}`);
});

test('a pipe that nobody writes to is left when the run stops, and is empty after some time', async () => {
  using folder = tempFolder();
  const pipe = folder.file('pipe');
  execFileSync('mkfifo', [pipe]);
  const stop = new AbortController();
  const reading = readTextFile(pipe, stop.signal);
  stop.abort('cancelled');
  await expect(reading).rejects.toBe('cancelled');
  expect(await readTextFile(pipe, forever, async () => undefined)).toBe('');
});
