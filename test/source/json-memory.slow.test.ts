import { open } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openExport } from '../../src/source/open-export.ts';
import { heapInUse } from '../support/heap-in-use.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { AUTO } from './read-export.ts';

test('memory does not grow with the array', async () => {
  using folder = tempFolder();
  const file = await open(folder.file('large.json'), 'w');
  const user = { email: 'ada@example.com', note: 'x'.repeat(200), address: { city: 'Köln' }, roles: ['a', 'b'] };
  const block = `,${JSON.stringify(user)}`.repeat(1000);
  await file.write('[{}');
  for (let written = 0; written < 60_000_000; written += block.length) await file.write(block);
  await file.write(']');
  await file.close();
  const opened = await openExport({ cwd: folder.path, patterns: '*', ...AUTO });
  const held: number[] = [];
  let rows = 0;
  for await (const chunk of opened.records()) {
    const before = Math.floor(rows / 50_000);
    rows += chunk.length;
    if (Math.floor(rows / 50_000) === before) continue;
    held.push(heapInUse());
  }
  expect(rows).toBeGreaterThan(200_000);
  expect((held.at(-1) ?? 0) - (held[0] ?? 0)).toBeLessThan(10_000_000);
});
