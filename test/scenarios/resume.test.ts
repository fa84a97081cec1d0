import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { combineFaults, type FaultPlan, faultOn } from '../../src/sandbox/fault.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import * as fault from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  someUsers,
} from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';

const users = someUsers(60);
const inputs = {
  export: 'users.ndjson',
  'batch-size': '10',
  concurrency: '1',
  'max-attempts': '1',
  'outage-patience': '0',
  'abort-above': '100%',
};

/** Of the six batches the first two pass; then the tenant is away until the run has given up. */
const awayInTheMiddle: FaultPlan = faultOn('bulk', 3, fault.gatewayError(502, false));

async function open(faults: FaultPlan = () => null): Promise<Scenario> {
  const scenario = await openScenario({ faults, log: 'users' });
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

function attempt(n: number, service: ResultsService): { [name: string]: string } {
  return { ...service.env(), GITHUB_RUN_ATTEMPT: String(n) };
}

/** How often each user was part of a bulk request that was applied. */
function timesSent(sandbox: Sandbox): Map<string, number> {
  const times = new Map<string, number>();
  for (const request of sandbox.requests) {
    if (request.kind !== 'bulk' || request.status !== 200) continue;
    for (const { sub } of request.sent ?? []) times.set(sub ?? '', (times.get(sub ?? '') ?? 0) + 1);
  }
  return times;
}

function expectSentOnce(sandbox: Sandbox): void {
  expect([...timesSent(sandbox).values()].filter((times) => times !== 1)).toEqual([]);
}

function resumeArtifact(service: ResultsService): { name: string; file: Buffer } {
  const stored = service.artifacts.filter(({ name }) => name.startsWith('cidaas-migrate-resume-')).at(-1);
  if (stored === undefined) throw new Error('there is no resume artifact');
  return { name: stored.name, file: Buffer.from(unzipSync(stored.bytes)['resume.bin'] ?? []) };
}

/** Somebody puts another file into the run under the name of a resume artifact. */
function forge(service: ResultsService, name: string, file: Uint8Array): void {
  service.seed({ name, bytes: Buffer.from(zipSync({ 'resume.bin': file })) });
}

describe('a later attempt of the same run', () => {
  it('finishes the job: settled users keep their outcome and are not sent again', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    const first = await scenario.runBundle(inputs, attempt(1, service));
    expect(first.report.totals).toMatchObject({ created: 20, unknown: 10, unsent: 30 });
    expect(first.outputs.outcome).toBe('aborted');

    const second = await scenario.runBundle(inputs, attempt(2, service));
    expectClosedAccounts(second);
    expect(second.report.totals).toMatchObject({ rows: 60, created: 60 });
    expect(second.outputs.outcome).toBe('succeeded');
    expect(second.report.resumed).toMatchObject({ rows: 20 });
    expectStored(scenario.sandbox, users);
    expectSentOnce(scenario.sandbox);
  });

  it('finds through REST what the runtime service no longer shows', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    service.fail({ on: 'ListArtifacts', kind: 'status', status: 404 });
    const second = await scenario.run({ ...inputs, 'github-token': service.token }, attempt(2, service));
    expect(second.report.resumed).toMatchObject({ rows: 20 });
    expectSentOnce(scenario.sandbox);
  });

  it('sends everything again, and says so, when nothing is found', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    const result = await scenario.run(inputs, attempt(2, service));
    expect(result.report.totals).toMatchObject({ created: 60 });
    expect(result.annotations.map(({ message }) => message).join()).toContain('all planned users are sent again');
  });

  it('starts over with resume: none', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    await scenario.run(inputs, attempt(1, service));
    const second = await scenario.run({ ...inputs, resume: 'none' }, attempt(2, service));
    expect(second.report.totals).toMatchObject({ updated: 60 });
    expect(second.report.resumed).toBeNull();
  });

  it('is cumulative: a third attempt knows what the first one settled', async () => {
    await using service = await startResultsService();
    await using scenario = await open(faultOn('bulk', (n) => [3, 5].includes(n), fault.gatewayError(502, false)));
    await scenario.run(inputs, attempt(1, service));
    const second = await scenario.run(inputs, attempt(2, service));
    expect(second.report.totals).toMatchObject({ created: 30 });
    const third = await scenario.run(inputs, attempt(3, service));
    expect(third.report.resumed).toMatchObject({ rows: 30 });
    expect(third.report.totals).toMatchObject({ created: 60 });
    expectSentOnce(scenario.sandbox);
    expectStored(scenario.sandbox, users);
  });

  it('matches rows by what they hold, never by their number', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    const [first, second, ...others] = users;
    const changed = [...others.slice(20), { ...first, given_name: 'Changed' }, second, ...others.slice(0, 20)];
    await scenario.write('users.ndjson', ndjson(changed as object[]));
    const result = await scenario.run(inputs, attempt(2, service));
    expectClosedAccounts(result);
    // 20 were settled; one of them has changed and is sent again.
    expect(result.report.resumed).toMatchObject({ rows: 19 });
    expect(result.report.totals).toMatchObject({ rows: 60, created: 59, updated: 1 });
    expect(scenario.sandbox.users().get(first?.sub ?? '')?.identities[0]?.given_name).toBe('Changed');
  });

  it('is not stopped by users who were refused before: it comes to whoever stands behind them', async () => {
    await using service = await startResultsService();
    let isAway = true;
    const poison = new Set(users.slice(20, 34).map(({ sub }) => sub));
    const faults = combineFaults(
      faultOn(
        'bulk',
        'every',
        fault.poisoned(({ sub }) => poison.has(sub ?? '')),
      ),
      ({ users: sent }) => (isAway && sent.some(({ sub }) => sub === users[50]?.sub) ? fault.droppedBefore() : null),
    );
    await using scenario = await open(faults);
    const limits = { ...inputs, 'abort-above': '50%', 'fail-above': '14' };
    const first = await scenario.run(limits, attempt(1, service));
    expect(first.report.totals).toMatchObject({ created: 36, failed: 14, unknown: 10 });
    // Of the 24 that are left 14 are refused again: more than half of them, and in a row.
    isAway = false;
    const second = await scenario.run(limits, attempt(2, service));
    expectClosedAccounts(second);
    expect(second.report.totals).toMatchObject({ created: 46, failed: 14, unknown: 0, unsent: 0 });
    expect(second.outputs.outcome).toBe('succeeded');
  });

  it('continues another run with resume-run-id', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    const other = { ...service.env(), GITHUB_RUN_ID: '5000' };
    const result = await scenario.run(
      { ...inputs, 'resume-run-id': service.env().GITHUB_RUN_ID ?? '', 'github-token': service.token },
      other,
    );
    expect(result.report.resumed).toMatchObject({ rows: 20 });
    expectSentOnce(scenario.sandbox);
  });

  it('is a leg of the same run: the first one finds nothing and says nothing, the next ones continue it and leave one file', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    const leg = { ...inputs, 'resume-run-id': service.env().GITHUB_RUN_ID ?? '', 'github-token': service.token };
    const kept = () => service.artifacts.filter(({ name }) => name.startsWith('cidaas-migrate-resume-'));
    const first = await scenario.run(leg, service.env());
    expect(first.report.resumed).toBeNull();
    expect(first.everything).not.toMatch(/resume artifact/i);
    expect(kept()).toHaveLength(1);
    const second = await scenario.run(leg, service.env());
    expect(second.report.resumed).toMatchObject({ rows: 20 });
    expect(second.report.totals).toMatchObject({ created: 60 });
    expect(kept()).toHaveLength(1);
    expectSentOnce(scenario.sandbox);
    const third = await scenario.run(leg, service.env());
    expect(third.report.resumed).toMatchObject({ rows: 60 });
    expect(kept()).toHaveLength(1);
    expectSentOnce(scenario.sandbox);
  });

  it('keeps the file of another export of the same run, which its own does not contain', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    const leg = { ...inputs, 'resume-run-id': service.env().GITHUB_RUN_ID ?? '' };
    await scenario.run(leg, service.env());
    await scenario.write('others.ndjson', ndjson(someUsers(90).slice(60)));
    const other = await scenario.run({ ...leg, export: 'others.ndjson' }, service.env());
    expect(other.report.resumed).toMatchObject({ rows: 0 });
    expect(service.artifacts.filter(({ name }) => name.startsWith('cidaas-migrate-resume-'))).toHaveLength(2);
  });

  it('of a run with resume-run-id continues its own attempts: they know what they took over and more', async () => {
    await using service = await startResultsService();
    await using elsewhere = await startResultsService();
    await using scenario = await open(faultOn('bulk', (n) => [3, 5].includes(n), fault.gatewayError(502, false)));
    await scenario.run(inputs, attempt(1, service));
    const another = { 'resume-run-id': '4711', 'github-token': service.token };
    const other = { ...elsewhere.env(), GITHUB_API_URL: service.url, GITHUB_RUN_ID: '5000' };
    const begun = await scenario.run({ ...inputs, ...another }, other);
    expect(begun.report.resumed).toMatchObject({ rows: 20 });
    expect(begun.report.totals).toMatchObject({ created: 30 });
    const again = await scenario.run({ ...inputs, ...another }, { ...other, GITHUB_RUN_ATTEMPT: '2' });
    expect(again.report.resumed).toMatchObject({ rows: 30 });
    expect(again.report.totals).toMatchObject({ created: 60 });
    expectSentOnce(scenario.sandbox);
  });

  it('in a leg of a matrix continues that leg, not the one that uploaded last', async () => {
    await using service = await startResultsService();
    await using scenario = await open(faultOn('bulk', 3, fault.gatewayError(502, false)));
    const [north, south] = [users.slice(0, 40), users.slice(40)];
    await scenario.write('north.ndjson', ndjson(north));
    await scenario.write('south.ndjson', ndjson(south));
    const leg = (name: string) => ({ ...inputs, export: `${name}.ndjson` });
    await scenario.run(leg('north'), attempt(1, service));
    await scenario.run(leg('south'), attempt(1, service));
    const second = await scenario.run(leg('north'), attempt(2, service));
    expect(second.report.resumed).toMatchObject({ rows: 20 });
    expect(second.report.totals).toMatchObject({ rows: 40, created: 40 });
    expectSentOnce(scenario.sandbox);
  });

  it('sends nothing when there is an artifact that cannot be fetched: it may hold what is settled', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    service.fail({ on: 'GetSignedArtifactURL', kind: 'status', status: 404 });
    const sentBefore = scenario.sandbox.counters.bulkRequests;
    const second = await scenario.run(inputs, attempt(2, service));
    expectClosedAccounts(second);
    expect(second.outputs.outcome).toBe('error');
    expect(second.report.reason).toContain('The progress of the earlier run or attempt cannot be fetched.');
    expect(scenario.sandbox.counters.bulkRequests).toBe(sentBefore);
    // REST gives what the runtime service only names.
    const third = await scenario.run({ ...inputs, 'github-token': service.token }, attempt(2, service));
    expect(third.report.resumed).toMatchObject({ rows: 20 });
    expectSentOnce(scenario.sandbox);
  });
});

describe('a resume artifact', () => {
  it('holds no personal data, no secret and no hash in the clear', async () => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    const text = resumeArtifact(service).file.toString('latin1');
    expect(text).toMatch(/^cidaas-migrate sealed file 1\n/);
    for (const secret of [users[0]?.sub, users[0]?.email, '$2b$', scenario.sandbox.client.secret])
      expect(text).not.toContain(secret);
  });

  it.each([
    ['another tenant', {}, {}, 'tenant'],
    ['another workflow', {}, { GITHUB_WORKFLOW: 'another' }, 'workflow'],
    ['another repository', {}, { GITHUB_REPOSITORY: 'acme/another' }, 'repository'],
    ['another state-key', { 'state-key': 'another key of sixteen' }, {}, 'not sealed with this key'],
  ])('of %s is refused, and nothing is sent', async (what, moreInputs, moreEnv, says) => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await using other = await open();
    await scenario.run(inputs, attempt(1, service));
    const run = what === 'another tenant' ? other : scenario;
    if (run === other) {
      const { file } = resumeArtifact(service);
      await other.run(inputs, attempt(1, service));
      forge(service, resumeArtifact(service).name, file);
    }
    const sentBefore = run.sandbox.counters.bulkRequests;
    const result = await run.run({ ...inputs, ...moreInputs }, { ...attempt(2, service), ...moreEnv });
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain(says);
    expect(result.report.reason).toContain('resume: none');
    expect(run.sandbox.counters.bulkRequests).toBe(sentBefore);
  });

  it.each([
    ['a flipped bit', (file: Buffer) => file.with(file.length - 40, (file.at(-40) ?? 0) ^ 1)],
    [
      'a forged header',
      (file: Buffer) => Buffer.from(file.toString('latin1').replace(/"version":\d+/, '$& '), 'latin1'),
    ],
    ['a cut end', (file: Buffer) => file.subarray(0, file.length - 5)],
    ['no file of ours', () => Buffer.from('not sealed at all')],
  ])('with %s stops the run with a clear message', async (_, damage) => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    const { name, file } = resumeArtifact(service);
    forge(service, name, damage(file));
    const sentBefore = scenario.sandbox.counters.bulkRequests;
    const result = await scenario.run(inputs, attempt(2, service));
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('cannot be used to continue');
    expect(result.stdout).not.toMatch(/\n\s+at /);
    expect(scenario.sandbox.counters.bulkRequests).toBe(sentBefore);
  });

  it.each([
    ['whose bytes are not those that were uploaded', { digest: `sha256:${'0'.repeat(64)}` }, 'damaged'],
    [
      'without a resume file in it',
      { bytes: Buffer.from(zipSync({ 'notes.txt': new Uint8Array() })) },
      'no resume file',
    ],
  ])('%s stops the run with a clear message', async (_, change, says) => {
    await using service = await startResultsService();
    await using scenario = await open(awayInTheMiddle);
    await scenario.run(inputs, attempt(1, service));
    const { name, file } = resumeArtifact(service);
    service.seed({ name, bytes: Buffer.from(zipSync({ 'resume.bin': file })), ...change });
    const sentBefore = scenario.sandbox.counters.bulkRequests;
    const result = await scenario.run(inputs, attempt(2, service));
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain(says);
    expect(result.report.reason).toContain('resume: none');
    expect(scenario.sandbox.counters.bulkRequests).toBe(sentBefore);
  });
});
