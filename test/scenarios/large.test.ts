import { createWriteStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { measuredMemory } from '../support/measured-memory.ts';
import { expectClosedAccounts, openScenario, type Scenario } from '../support/scenario.ts';
import { expectedOutcomes, generateExport } from '../support/shop-export/generate-export.ts';

const options = { seed: 3, users: 30_000 };

async function open(): Promise<Scenario> {
  const scenario = await openScenario({ store: 'index' });
  await pipeline(
    Readable.from(generateExport({ ...options, encoding: 'windows-1252' })),
    createWriteStream(join(scenario.workspace, 'customers.csv')),
  );
  await copyFile(
    resolve(import.meta.dirname, '../../examples/demo/mapping.yml'),
    join(scenario.workspace, 'mapping.yml'),
  );
  return scenario;
}

it('30,000 users of a messy export are planned and sent in bounded memory, and every one ends as he must', {
  timeout: 180_000,
}, async () => {
  await using scenario = await open();
  // A heap this small ends a run that holds an export of this size.
  const memory = measuredMemory(scenario.folder, 80);
  const inputs = { export: 'customers.csv', mapping: 'mapping.yml', 'fail-above': '5%' };
  const { outcomes } = expectedOutcomes(options);

  const plan = await scenario.run({ ...inputs, mode: 'plan' }, memory.env);
  expectClosedAccounts(plan);
  const { created, failed, ...decided } = outcomes;
  expect(plan.report.totals).toMatchObject({ rows: 30_000, ...decided, planned: created + failed });
  expect(await memory.read()).toBeLessThan(400);

  const apply = await scenario.run({ ...inputs, 'batch-size': '500' }, memory.env);
  expectClosedAccounts(apply);
  expect(apply.exitCode).toBe(0);
  expect(apply.report.totals).toMatchObject({ rows: 30_000, ...outcomes });
  expect(apply.report.planDigest).toBe(plan.report.planDigest);
  expect(scenario.sandbox.userCount).toBe(created);
  expect(await memory.read()).toBeLessThan(400);
});
