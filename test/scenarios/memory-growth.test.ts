import { createWriteStream } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { openScenario } from '../support/scenario.ts';
import { generateExport } from '../support/shop-export/generate-export.ts';

const MAPPING = resolve(import.meta.dirname, '../../examples/demo/mapping.yml');

/** The most memory, in MB, that the plan of an export of this size ever holds. */
async function peakOfPlan(users: number): Promise<number> {
  await using scenario = await openScenario();
  await pipeline(
    Readable.from(generateExport({ seed: 5, users, clean: true })),
    createWriteStream(join(scenario.workspace, 'users.csv')),
  );
  await copyFile(MAPPING, join(scenario.workspace, 'mapping.yml'));
  const file = join(scenario.folder, 'memory');
  const script = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS / 1024)));`;
  // V8 lets its heap grow before it collects: kept small, what grows is what is held.
  const heap = '--max-old-space-size=80 --max-semi-space-size=4';
  const env = { NODE_OPTIONS: `${heap} --import=data:text/javascript,${encodeURIComponent(script)}` };
  const inputs = { mode: 'plan', export: 'users.csv', mapping: 'mapping.yml' };
  const { exitCode, report, stderr } = await scenario.run(inputs, env);
  // A heap this small ends a run that holds its rows.
  expect(exitCode, stderr.slice(-500)).toBe(0);
  expect(report.totals).toMatchObject({ rows: users, planned: users });
  return Number(await readFile(file, 'utf8'));
}

it('four times the rows do not take more than 1.3 times the memory', { timeout: 240_000 }, async () => {
  const few = await peakOfPlan(10_000);
  const many = await peakOfPlan(40_000);
  expect(many).toBeLessThan(1.3 * few);
});
