import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { expectClosedAccounts, openScenario, type Scenario } from '../support/in-process.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/presets');

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario();
  return () => scenario[Symbol.asyncDispose]();
});

async function place(preset: string, name: string): Promise<void> {
  await scenario.write(name, await readFile(join(FIXTURES, preset, name)));
}

test('the bundle has its presets: a realm of Keycloak, with a mapping beside', async () => {
  await place('keycloak', 'realm-object.json');
  await scenario.write(
    'mapping.yml',
    'password: { verifier: CUSTOM_KEYCLOAK, optional: true }\nunverified-email: skip\n',
  );
  const result = await scenario.runBundle({
    export: 'realm-object.json',
    preset: 'keycloak',
    mapping: 'mapping.yml',
    'abort-above': '50%',
    'fail-above': '1',
  });
  expect(result.exitCode).toBe(0);
  expect(result.report.totals).toMatchObject({ rows: 7, created: 4, skipped: 2, invalid: 1 });
  expect(result.report.skippedBy).toEqual({ 'e-mail address not verified': 1, 'service account': 1 });
  const blocked = scenario.sandbox.users().get('6f1d2c3b-4a5e-4f60-8a7b-000000000003');
  expect(blocked?.userStatus).toBe('DECLINED');
  expectClosedAccounts(result);
});

test('a plan of a German list without mapping or preset names the preset', async () => {
  await place('german-csv', 'windows-1252.csv');
  const result = await scenario.runBundle({ export: 'windows-1252.csv', mode: 'plan' });
  expect(result.outputs.outcome).toBe('error');
  expect(result.report.reason).toMatch(
    /^windows-1252\.csv: It looks like a list with German column names: set `preset: german-csv`\.\n/,
  );
  const planned = await scenario.run({
    export: 'windows-1252.csv',
    mode: 'plan',
    preset: 'german-csv',
    'abort-above': '50%',
  });
  expect(planned.report.totals).toMatchObject({ planned: 3, invalid: 1 });
});

test('joined hashes are a part of the plan: another hash file is another plan', async () => {
  await place('shopware6', 'default-customer.csv');
  await place('shopware6', 'hashes-of-the-database.csv');
  await scenario.write(
    'mapping.yml',
    'join: { hashes: { file: hashes.csv, source: { empty: "NULL" } } }\npassword: { optional: true }\n',
  );
  const hashes = await readFile(join(FIXTURES, 'shopware6/hashes-of-the-database.csv'), 'utf8');
  const inputs = { export: 'default-customer.csv', mode: 'plan', preset: 'shopware6', mapping: 'mapping.yml' };
  await scenario.write('hashes.csv', hashes);
  const first = await scenario.run(inputs);
  const again = await scenario.run(inputs);
  await scenario.write('hashes.csv', hashes.replace('92IXUNpk', '92IXUNpX'));
  const other = await scenario.run(inputs);
  expect(first.report.totals).toMatchObject({ planned: 3 });
  expect(again.report.planDigest).toBe(first.report.planDigest);
  expect(other.report.planDigest).not.toBe(first.report.planDigest);
  expect(first.everything).not.toContain('92IXUNpk');
});

test('a preset that there is not is told with the one that was meant', async () => {
  const result = await scenario.run({ export: 'a.csv', preset: 'keyclok' });
  expect(result.everything).toContain('Expected one of german-csv, keycloak,');
  expect(result.everything).toContain('Did you mean `keycloak`?');
});
