import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startResultsService } from '../support/results-service.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Report,
  someUsers,
  until,
} from '../support/scenario.ts';
import { CAN_MOUNT, smallDisk } from '../support/small-disk.ts';

const inputs = { export: 'users.ndjson', 'batch-size': '10', concurrency: '2' };

async function open(rows: number, options: SandboxOptions = {}) {
  const users = someUsers(rows);
  const scenario = await openScenario({ log: 'users', ...options });
  await scenario.write('users.ndjson', ndjson(users));
  return { scenario, users };
}

/** Subs in bulk requests, one for each time. */
const sent = ({ requests }: Awaited<ReturnType<typeof openScenario>>['sandbox']) =>
  requests.flatMap((request) => (request.kind === 'bulk' ? (request.sent ?? []).map(({ sub }) => sub) : []));

const noStackTrace = /\n\s+at |\\n\s+at |%0A\s+at /;

describe.skipIf(!CAN_MOUNT)('a full disk', () => {
  it.each([
    ['at the very start', 4],
    ['while the export is planned', 7],
    ['when the plan just fits and its outcomes would not', 20],
  ])('%s: nothing is sent, and what to do is said', async (_, megabytes) => {
    const { scenario } = await open(20_000);
    await using _scenario = scenario;
    using disk = smallDisk(megabytes);
    const result = await scenario.run(inputs, { RUNNER_TEMP: disk.path });
    expect(result.exitCode).toBe(1);
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('The disk is full');
    expect(result.report.reason).toContain(disk.path);
    expect(result.report.reason).toContain('Nothing was sent');
    expect(result.stdout).not.toMatch(noStackTrace);
    expect(result.stderr).toBe('');
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
    expect(readdirSync(disk.path)).toEqual([]);
  });

  it('while users are sent: every answer counts, nothing more leaves, and the next attempt finishes the job', async () => {
    await using service = await startResultsService();
    const { scenario, users } = await open(3_000, { latencyMs: 20 });
    await using _scenario = scenario;
    using disk = smallDisk(40);
    const env = { ...service.env(), RUNNER_TEMP: disk.path };
    // As by default, the report lies on the same disk.
    const beside = { ...inputs, 'report-dir': join(disk.path, 'report') };
    const { ended } = await scenario.start(beside, env);
    await until(() => scenario.sandbox.counters.bulkRequests >= 4);
    disk.fill();
    const main = await ended;
    const report = JSON.parse(readFileSync(join(disk.path, 'report', 'report.json'), 'utf8')) as Report;
    const first = { ...main, report };
    expectClosedAccounts(first);
    expect(first.outputs.outcome).toBe('error');
    expect(first.report.reason).toContain('The disk is full');
    expect(first.stdout).not.toMatch(noStackTrace);
    expect(first.report.totals).toMatchObject({ unknown: 0, created: scenario.sandbox.userCount });
    expect(first.report.totals.unsent).toBeGreaterThan(0);
    expect(readdirSync(disk.path).sort()).toEqual(['filler', 'report']);

    disk.clear();
    const second = await scenario.run(inputs, { ...env, GITHUB_RUN_ATTEMPT: '2' });
    expectClosedAccounts(second);
    expect(second.outputs.outcome).toBe('succeeded');
    expect(second.report.resumed?.rows).toBe(first.report.totals.created);
    expectStored(scenario.sandbox, users);
    const subs = sent(scenario.sandbox);
    expect(subs).toHaveLength(new Set(subs).size);
  });

  it('that has no room for the report: the step says so and counts, and the next attempt sends nobody again', async () => {
    await using service = await startResultsService();
    const { scenario, users } = await open(200);
    await using _scenario = scenario;
    using disk = smallDisk(1);
    disk.fill();
    const reporting = { ...inputs, 'report-dir': disk.path };
    const first = await scenario.run(reporting, service.env());
    expect(first.outputs).toMatchObject({ outcome: 'error', rows: '200', created: '200', 'report-path': '' });
    const said = first.annotations.map(({ message }) => message).join('\n');
    expect(said).toContain(`The report cannot be written to ${disk.path} (ENOSPC)`);
    expect(first.summary).toContain('The report cannot be written');
    expect(first.stdout).not.toMatch(noStackTrace);
    const post = await scenario.post(first, reporting, service.env());
    expect(post.exitCode).toBe(0);
    expect(post.annotations.map(({ message }) => message).join()).toContain('ENOSPC');
    expect(readdirSync(join(scenario.folder, 'temp'))).toEqual([]);

    const second = await scenario.run(inputs, { ...service.env(), GITHUB_RUN_ATTEMPT: '2' });
    expectClosedAccounts(second);
    expect(second.report.totals).toMatchObject({ created: 200 });
    expectStored(scenario.sandbox, users);
    expect(sent(scenario.sandbox)).toHaveLength(200);
  });

  it('under everything that the runner hands a step is no crash either', async () => {
    const { scenario } = await open(200);
    await using _scenario = scenario;
    using disk = smallDisk(1);
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(disk.path, name)]),
    );
    for (const file of Object.values(files)) writeFileSync(file, '');
    disk.fill();
    const result = await scenario.run(inputs, { ...files, RUNNER_TEMP: disk.path });
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ message }) => message).join()).toContain('disk');
    expect(`${result.stdout}${result.stderr}`).not.toMatch(noStackTrace);
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
  });
});
