import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvText } from '../support/export-text.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { errorsOf } from '../support/shown.ts';

const users = someUsers(12);
const files = {
  'eu/part-1.csv': csvText(users.slice(0, 4)),
  'eu/part-2.csv': csvText(users.slice(4, 8)),
  'us/part-3.ndjson': ndjson(users.slice(8)),
};
const bytes = Buffer.from(
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
);
const ELSEWHERE = { repository: 'acme/exports', runId: '815' };
const elsewhere = { 'export-artifact': 'users', 'export-repository': 'acme/exports', 'export-run-id': '815' };

async function withService(work: (scenario: Scenario, service: ResultsService) => Promise<void>): Promise<void> {
  await using service = await startResultsService();
  await using scenario = await openScenario();
  service.setRepository('acme/identity', 'private');
  service.setRepository('acme/exports', 'private');
  await work(scenario, service);
}

function expectRefused(scenario: Scenario, result: ScenarioResult, why: RegExp): void {
  expectClosedAccounts(result);
  expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
  expect(errorsOf(result)).toEqual([expect.stringMatching(why)]);
  expect(result.stdout).not.toMatch(/\n\s+at /);
  expect(scenario.sandbox.requests).toHaveLength(0);
}

describe('the export comes from an artifact', () => {
  it('of this run: all its files, in name order, as one export', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes });
      const inputs = { 'export-artifact': 'users', 'github-token': service.token };
      const result = await scenario.runBundle(inputs, service.env());
      expectClosedAccounts(result);
      expect(result.exitCode).toBe(0);
      expectStored(scenario.sandbox, users);
      expect(result.report.export.files.map(({ name }) => name)).toEqual(Object.keys(files));
      expect(result.everything).not.toContain(service.token);
      expect(await readdir(join(scenario.folder, 'temp')), 'the export is removed').toEqual([]);
    }));

  it('of this run, a glob inside it', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes });
      const inputs = { 'export-artifact': 'users', export: 'eu/*.csv', 'github-token': service.token };
      const result = await scenario.run(inputs, service.env());
      expect(result.exitCode).toBe(0);
      expectStored(scenario.sandbox, users.slice(0, 8));
    }));

  it('of another run', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes, runId: '815' });
      const inputs = { 'export-artifact': 'users', 'export-run-id': '815', 'github-token': service.token };
      expect((await scenario.run(inputs, service.env())).exitCode).toBe(0);
      expectStored(scenario.sandbox, users);
    }));

  it('of another repository', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes, ...ELSEWHERE });
      const inputs = { ...elsewhere, export: 'us/part-3.ndjson', 'github-token': service.token };
      const result = await scenario.run(inputs, service.env());
      expect(result.exitCode).toBe(0);
      expectStored(scenario.sandbox, users.slice(8));
      expect(result.everything).not.toContain(service.token);
    }));
});

describe('an artifact is refused before anything is sent', () => {
  it('when there is none of that name, and the others are named', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes });
      const inputs = { 'export-artifact': 'user', 'github-token': service.token };
      const result = await scenario.run(inputs, service.env());
      expectRefused(
        scenario,
        result,
        /^`export-artifact`: There is no artifact user in that run: .* The run has: users\. Upload the export before this step .*$/,
      );
    }));

  it('when nothing in it matches', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes });
      const inputs = { 'export-artifact': 'users', export: '*.json', 'github-token': service.token };
      expectRefused(scenario, await scenario.run(inputs, service.env()), /^\*\.json: no matching file in /);
    }));

  it('when its bytes are not those that were uploaded', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes, digest: `sha256:${'0'.repeat(64)}` });
      const inputs = { 'export-artifact': 'users', 'github-token': service.token };
      expectRefused(scenario, await scenario.run(inputs, service.env()), /^`export-artifact`: The artifact is damaged/);
    }));

  it('when the token may not read it', () =>
    withService(async (scenario, service) => {
      service.seed({ name: 'users', bytes, ...ELSEWHERE });
      service.fail({ on: 'rest', kind: 'status', status: 403, body: { message: 'Resource not accessible' } });
      const result = await scenario.run({ ...elsewhere, 'github-token': service.token }, service.env());
      expectRefused(
        scenario,
        result,
        /^`export-artifact`: `github-token` is not allowed to read .* `permissions: actions: read`/,
      );
    }));

  it('when no token is given for another run, or another repository has no run named', () =>
    withService(async (scenario, service) => {
      const noToken = await scenario.run({ 'export-artifact': 'users', 'export-run-id': '815' }, service.env());
      expectRefused(scenario, noToken, /^`export-artifact`: Artifacts of another run or attempt need `github-token`/);
      const noRun = await scenario.run({ ...elsewhere, 'export-run-id': '' }, service.env());
      expect(noRun.outputs.outcome).toBe('error');
      expect(errorsOf(noRun)).toEqual([expect.stringMatching(/^`export-run-id`: required with `export-repository`/)]);
    }));

  it('when there is no artifact service', async () => {
    await using scenario = await openScenario();
    expectRefused(
      scenario,
      await scenario.run({ 'export-artifact': 'users' }),
      /^`export-artifact`: Artifacts cannot be downloaded: there is no artifact service outside GitHub Actions/,
    );
  });
});
