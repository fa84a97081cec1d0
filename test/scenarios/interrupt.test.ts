import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startCommand } from '../support/command.ts';
import * as fault from '../support/faults/faults.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import {
  DIST,
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Report,
  type Scenario,
  someUsers,
  until,
} from '../support/scenario.ts';

const users = someUsers(100);
const inputs = { export: 'users.ndjson', 'batch-size': '5', concurrency: '2', 'abort-above': '100%' };

async function open(options: SandboxOptions = {}): Promise<Scenario> {
  const scenario = await openScenario({ latencyMs: 100, log: 'users', ...options });
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

const bulkRequests = ({ sandbox }: Scenario) => sandbox.counters.bulkRequests;
/** What of users' data is left in the runner's temporary folder. */
const leftIn = ({ folder }: Scenario) => readdirSync(join(folder, 'temp'));
const artifactsOf = (service: ResultsService) =>
  service.artifacts.map(({ name }) => name.replace(/(cidaas-migrate-resume).*/, '$1'));
const end = (child: ChildProcess) => new Promise<void>((resolve) => child.once('close', () => resolve()));

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', (signal) => {
  it('ends the run with what is in flight settled, the rest unsent, and a report', async () => {
    await using scenario = await open();
    const { child, ended } = await scenario.start(inputs);
    await until(() => bulkRequests(scenario) >= 4);
    child.kill(signal);
    const result = await ended;
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(1);
    expect(result.outputs.outcome).toBe('cancelled');
    expect(result.report.totals).toMatchObject({ unknown: 0, created: scenario.sandbox.userCount });
    expect(result.report.totals.unsent).toBeGreaterThan(0);
    expect(leftIn(scenario)).toEqual([]);
  });
});

it('a second signal changes nothing', async () => {
  await using scenario = await open();
  const { child, ended } = await scenario.start(inputs);
  await until(() => bulkRequests(scenario) >= 4);
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) child.kill(signal);
  const result = await ended;
  expectClosedAccounts(result);
  expect(result.outputs.outcome).toBe('cancelled');
  expect(result.report.totals).toMatchObject({ unknown: 0, created: scenario.sandbox.userCount });
});

it('requests that hang when the run is cancelled end unknown, in time for the report', async () => {
  await using scenario = await open({ faults: faultOn('bulk', (n) => n > 4, fault.hanging(true)) });
  const { child, ended } = await scenario.start(inputs);
  await until(() => bulkRequests(scenario) >= 6);
  child.kill('SIGINT');
  const result = await ended;
  expectClosedAccounts(result);
  expect(result.report.totals).toMatchObject({ created: 20, unknown: 10, unsent: 70 });
  expect(result.outputs.outcome).toBe('cancelled');
});

it('a cancel while the export is being planned sends nothing, and says what was read', async () => {
  await using scenario = await open();
  await scenario.write('users.ndjson', ndjson(someUsers(60_000)));
  const { child, ended } = await scenario.start(inputs);
  child.stdout?.once('data', () => child.kill('SIGINT'));
  const result = await ended;
  expect(result.outputs.outcome).toBe('cancelled');
  expect(bulkRequests(scenario)).toBe(0);
  expectClosedAccounts(result);
});

it('time-limit stops cleanly: requests in flight end, the rest is unsent', async () => {
  await using scenario = await open();
  const result = await scenario.run({ ...inputs, 'time-limit': '0.01' });
  expectClosedAccounts(result);
  expect(result.outputs.outcome).toBe('aborted');
  expect(result.report.reason).toContain('time-limit');
  expect(result.report.totals).toMatchObject({ unknown: 0, created: scenario.sandbox.userCount });
  expect(result.report.totals.unsent).toBeGreaterThan(0);
});

describe('a main step that is killed', () => {
  it('is closed by the post step: report, resume artifact, no data left; the next attempt finishes the job', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    const { child, ended } = await scenario.start(inputs, service.env());
    await until(() => bulkRequests(scenario) >= 5);
    child.kill('SIGKILL');
    const main = await ended;
    expect(leftIn(scenario)).toHaveLength(1);

    const post = await scenario.post(main, inputs, service.env());
    expect(post.exitCode).toBe(0);
    const { report } = post;
    const { rows, created, unknown, unsent } = report.totals;
    expect(rows).toBe(100);
    expect((created ?? 0) + (unknown ?? 0) + (unsent ?? 0)).toBe(100);
    expect(report.outcome).toBe('cancelled');
    expect(service.artifacts.map(({ name }) => name)).toContain('cidaas-migration-report');
    expect(post.summary).toContain('cancelled');
    expect(leftIn(scenario)).toEqual([]);

    const second = await scenario.run(inputs, { ...service.env(), GITHUB_RUN_ATTEMPT: '2' });
    expectClosedAccounts(second);
    expect(second.report.resumed?.rows).toBe(created);
    expect(second.report.totals.created ?? 0).toBeGreaterThanOrEqual(created ?? 0);
    expect((second.report.totals.created ?? 0) + (second.report.totals.updated ?? 0)).toBe(100);
    expectStored(scenario.sandbox, users);
  });

  it('before it could send anything leaves a report too, and no data', async () => {
    await using scenario = await open();
    await scenario.write('users.ndjson', ndjson(someUsers(60_000)));
    const { child, ended } = await scenario.start(inputs);
    child.stdout?.once('data', () => child.kill('SIGKILL'));
    const main = await ended;
    const post = await scenario.post(main, inputs);
    expect(post.exitCode).toBe(0);
    expect(leftIn(scenario)).toEqual([]);
    expect(bulkRequests(scenario)).toBe(0);
  });
});

describe('the post step', () => {
  it('does nothing after a main step that published', async () => {
    await using scenario = await open({ latencyMs: 0 });
    const main = await scenario.run(inputs);
    const sent = bulkRequests(scenario);
    const post = await scenario.post(main, inputs);
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(bulkRequests(scenario)).toBe(sent);
  });

  it('never runs a migration by itself when the main step saved nothing', async () => {
    await using scenario = await open();
    const post = await scenario.post({ state: {} }, inputs);
    expect(post.exitCode).toBe(0);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('ends a main step that still runs and lets it publish', async () => {
    await using service = await startResultsService();
    // Long enough that it still runs when the post step has started.
    await using scenario = await open({ latencyMs: 400 });
    const { ended } = await scenario.start(inputs, service.env());
    await until(() => bulkRequests(scenario) >= 3);
    const state = await readState(scenario);
    // In a container job the runner's signals may not reach the process: it goes on while the post step begins.
    const post = await scenario.post({ state }, inputs, service.env());
    const main = await ended;
    expect(post.exitCode).toBe(0);
    expectClosedAccounts(main);
    expect(main.outputs.outcome).toBe('cancelled');
    expect(
      service.artifacts.filter(({ name }) => name.startsWith('cidaas-migration-report')).map(({ name }) => name),
    ).toEqual(['cidaas-migration-report', 'cidaas-migration-report.html']);
    expect(leftIn(scenario)).toEqual([]);
  });

  it('tries again what the main step could not upload', async () => {
    await using service = await startResultsService();
    await using scenario = await open({ latencyMs: 0 });
    service.fail({ on: 'CreateArtifact', kind: 'status', status: 400 });
    const main = await scenario.run(inputs, service.env());
    expect(leftIn(scenario)).toHaveLength(1);
    // By the time of the post step another process may have its number.
    expect((await readState(scenario)).pid).toBe('');
    service.heal();
    const post = await scenario.post(main, inputs, service.env());
    expect(artifactsOf(service)).toEqual([
      'cidaas-migrate-resume',
      'cidaas-migration-report',
      'cidaas-migration-report.html',
    ]);
    expect(leftIn(scenario)).toEqual([]);
    // A run that came to its end is not cancelled because its report is published later.
    expect(post.report).toEqual(main.report);
    expect(post.report.outcome).toBe('succeeded');
  });

  it('uploads a report only once when nothing but the resume artifact is missing', async () => {
    await using service = await startResultsService();
    await using scenario = await open({ latencyMs: 0 });
    service.fail({ on: 'FinalizeArtifact', name: 'cidaas-migrate-resume', kind: 'status', status: 400 });
    const main = await scenario.run(inputs, service.env());
    expect(artifactsOf(service)).toEqual(['cidaas-migration-report', 'cidaas-migration-report.html']);
    service.heal();
    const post = await scenario.post(main, inputs, service.env());
    expect(artifactsOf(service)).toEqual([
      'cidaas-migration-report',
      'cidaas-migration-report.html',
      'cidaas-migrate-resume',
    ]);
    expect(post.summary).toBe('');
    expect(leftIn(scenario)).toEqual([]);
  });

  it('says of a main step that broke why it did', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    const state = { folder: join(scenario.folder, 'temp', 'cidaas-migrate-broken'), broke: 'the disk went away' };
    const { child, ended } = await scenario.start(inputs, service.env());
    await until(() => bulkRequests(scenario) >= 3);
    child.kill('SIGKILL');
    const main = await ended;
    const post = await scenario.post({ state: { ...state, ...main.state } }, inputs, service.env());
    expect(post.report).toMatchObject({ outcome: 'error', reason: 'the disk went away' });
  });
});

it('time-limit ends a wait for a token, whatever Retry-After asks for', async () => {
  await using scenario = await open({ faults: faultOn('token', 'every', fault.gatewayError(503, false, 600)) });
  const result = await scenario.run({ ...inputs, 'time-limit': '0.02' });
  expectClosedAccounts(result);
  expect(result.outputs.outcome).toBe('aborted');
  expect(result.report.reason).toContain('time-limit');
  expect(result.report.totals).toMatchObject({ unsent: 100, unknown: 0 });
});

describe('the command', () => {
  const start = (scenario: Scenario, more: { readonly [name: string]: string } = {}): ChildProcess => {
    const { url, client } = scenario.sandbox;
    const flags = Object.entries({ ...inputs, 'tenant-url': url, ...more }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]);
    const env = { PATH: process.env.PATH, CIDAAS_CLIENT_ID: client.id, CIDAAS_CLIENT_SECRET: client.secret };
    return spawn(process.execPath, [DIST, ...flags], { cwd: scenario.workspace, env, stdio: 'ignore' });
  };
  const readReport = async (scenario: Scenario) =>
    JSON.parse(await readFile(join(scenario.workspace, 'migration-report/report.json'), 'utf8')) as Report;

  it('continues after a SIGKILL with what its ledger holds', async () => {
    await using scenario = await open();
    const first = start(scenario);
    await until(() => bulkRequests(scenario) >= 6);
    first.kill('SIGKILL');
    await end(first);
    const settledAtLeast = 5;
    await end(start(scenario));
    const report = await readReport(scenario);
    expect(report.outcome).toBe('succeeded');
    expect(report.resumed?.rows).toBeGreaterThanOrEqual(settledAtLeast);
    expect(report.totals).toMatchObject({ rows: 100, failed: 0, unknown: 0, unsent: 0 });
    expectStored(scenario.sandbox, users);
    // Empty, and never removed: whoever waits for it must not hold another one than the next.
    expect(readdirSync(join(scenario.workspace, '.cidaas-migrate'))).toEqual(['lock.db', 'undo.bin']);
  });

  it('continues after a cancel, and begins anew after a success', async () => {
    await using scenario = await open();
    const first = start(scenario);
    await until(() => bulkRequests(scenario) >= 6);
    first.kill('SIGINT');
    await end(first);
    const cancelled = await readReport(scenario);
    expect(cancelled.outcome).toBe('cancelled');
    await end(start(scenario));
    const finished = await readReport(scenario);
    expect(finished.resumed?.rows).toBe(cancelled.totals.created);
    expect(finished.totals).toMatchObject({ created: 100 });
    await end(start(scenario));
    expect((await readReport(scenario)).totals).toMatchObject({ updated: 100 });
  });

  it.each([
    ['a mistyped export', { export: 'usres.ndjson' }],
    ['a broken mapping', { mapping: 'users.ndjson' }],
  ])('keeps what it knows when %s ends a run before it began', async (_, mistake) => {
    await using scenario = await open();
    const first = start(scenario);
    await until(() => bulkRequests(scenario) >= 6);
    first.kill('SIGINT');
    await end(first);
    const cancelled = await readReport(scenario);
    await end(start(scenario, mistake));
    expect((await readReport(scenario)).outcome).toBe('error');
    await end(start(scenario));
    const finished = await readReport(scenario);
    expect(finished.resumed?.rows).toBe(cancelled.totals.created);
    expect(finished.totals).toMatchObject({ created: 100 });
  });

  it('refuses to work where another run does, and leaves that one alone', async () => {
    await using scenario = await open();
    const first = start(scenario);
    await until(() => bulkRequests(scenario) >= 2);
    const second = startCommand(DIST, ['--export', 'users.ndjson', '--tenant-url', scenario.sandbox.url], {
      cwd: scenario.workspace,
      env: { CIDAAS_CLIENT_ID: scenario.sandbox.client.id, CIDAAS_CLIENT_SECRET: scenario.sandbox.client.secret },
    });
    const { exitCode, stderr } = await second.ended;
    expect(exitCode).toBe(3);
    expect(stderr).toContain('--state-dir: another run is using this folder.');
    await end(first);
    expect((await readReport(scenario)).totals).toMatchObject({ created: 100 });
  });

  it('is not stopped by what a run left that was killed at its very beginning', async () => {
    await using scenario = await open({ latencyMs: 0 });
    const home = join(scenario.workspace, '.cidaas-migrate');
    mkdirSync(join(home, 'run'), { recursive: true });
    writeFileSync(join(home, 'run', 'ledger.db'), '');
    await end(start(scenario));
    expect((await readReport(scenario)).totals).toMatchObject({ created: 100 });
  });
});

async function readState({ folder }: Scenario): Promise<{ [name: string]: string }> {
  const text = await readFile(join(folder, 'runner/state'), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}
