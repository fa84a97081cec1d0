import { copyFile, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ndjson, openScenario, runCommand, type Scenario, someUsers } from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import type { StoredArtifact } from '../support/stored-artifact.ts';

type Texts = { readonly [name: string]: string };
type Status = 'DECLINED' | 'VERIFIED';

const KEY = 'a state key for these tests';
const DELTA = { sync: 'delta' };
/** The source decides who is blocked. */
const MAPPING = `create-only: [roles]
fields: { sub: sub, email: email, given_name: given_name, family_name: family_name, userStatus: userStatus }
`;
const users = someUsers(5);
const somebody = users[2]?.sub ?? '';
/** The export of a night, in which one user is blocked or not. */
const exported = (userStatus: Status) =>
  users.map((user) => ({ ...user, userStatus: user.sub === somebody ? userStatus : 'VERIFIED' }));

function statusOf({ sandbox }: Scenario): string | undefined {
  return sandbox.users().get(somebody)?.userStatus;
}

/** Nights of one sync, each a run of its own; the first is run 5000. */
async function openNights() {
  const service = await startResultsService();
  const scenario = await openScenario({ log: 'users' });
  for (const name of ['mapping.yml', 'other.yml']) await scenario.write(name, MAPPING);
  let run = 5000;
  const step = async (way: 'run' | 'runBundle', status: Status, given: Texts, env: Texts = {}) => {
    await scenario.write('users.ndjson', ndjson(exported(status)));
    const standard = { 'state-key': KEY, 'github-token': service.token, 'abort-above': '100%', mapping: 'mapping.yml' };
    return scenario[way]({ export: 'users.ndjson', ...standard, ...given }, { ...service.env(), ...env });
  };
  const begin = async (way: 'run' | 'runBundle', status: Status, given: Texts = {}) => {
    service.beginRun(String(run++));
    return step(way, status, given);
  };
  return {
    ...{ service, scenario, begin, step },
    night: (status: Status, given: Texts = {}) => begin('run', status, given),
    [Symbol.asyncDispose]: async () => {
      await scenario[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

const isState = ({ name }: StoredArtifact) => name.startsWith('cidaas-migrate-state-');
const isResume = ({ name }: StoredArtifact) => name.startsWith('cidaas-migrate-resume-');

function keptBy(service: ResultsService, runId: string, which: (artifact: StoredArtifact) => boolean): StoredArtifact {
  const found = service.artifacts.find((one) => one.runId === runId && which(one));
  if (found === undefined) throw new Error(`run ${runId} has kept nothing of that kind`);
  return found;
}

/** Somebody stores copies of an artifact in these runs, the last one last; under its name unless another is given. */
function replay(service: ResultsService, { name, bytes }: StoredArtifact, runs: readonly string[], as = name): void {
  for (const runId of runs) service.seed({ name: as, bytes, runId });
}

const others = (count: number) => Array.from({ length: count }, (_, n) => String(9001 + n));
const again = (count: number) => Array.from({ length: count }, () => '5000');
const said = (result: { readonly annotations: readonly { readonly message: string }[] }) =>
  result.annotations.map(({ message }) => message).join('\n');

type Nights = Awaited<ReturnType<typeof openNights>>;

/** The user was blocked in run 5000, and is not any more since run 5001; each test finds what these two have stored. */
let own: Nights;
let stored: readonly StoredArtifact[];
beforeAll(async () => {
  own = await openNights();
  await own.night('DECLINED');
  await own.night('VERIFIED', DELTA);
  expect(statusOf(own.scenario)).toBe('VERIFIED');
  stored = [...own.service.artifacts];
});
beforeEach(() => {
  own.service.remove(() => true);
  for (const artifact of stored) own.service.seed(artifact);
});
afterAll(() => own[Symbol.asyncDispose]());

/** The night in which the user is blocked again: it must reach the tenant. */
async function blocksAgain(way: 'run' | 'runBundle' = 'run') {
  const { sandbox } = own.scenario;
  const before = sandbox.requests.length;
  const result = await own.begin(way, 'DECLINED', DELTA);
  expect(result.outputs.outcome).toBe('succeeded');
  const sent = sandbox.requests.slice(before).flatMap(({ kind, sent: users }) => (kind === 'bulk' ? users : []));
  expect(sent).toMatchObject([{ sub: somebody, userStatus: 'DECLINED' }]);
  expect(statusOf(own.scenario)).toBe('DECLINED');
  return result;
}

describe('a user who is blocked again stays blocked', () => {
  it.each([1, 2, 20])('when %i copies of an old state are stored by other runs', async (count) => {
    replay(own.service, keptBy(own.service, '5000', isState), others(count));
    const result = await blocksAgain();
    expect(said(result)).toContain('it belongs to another run: somebody stored a copy of an older file');
  });

  it.each([1, 2, 20])('when %i copies of an old state are stored by a re-run of its own run', async (count) => {
    own.service.beginRun('5000');
    replay(own.service, keptBy(own.service, '5000', isState), again(count));
    const result = await blocksAgain();
    expect(said(result)).toMatch(/of run 5000 is older than \S+ of run 5001, although it was stored later/);
  });

  it.each([
    ['other runs', others(20)],
    ['a re-run of its own run', again(20)],
  ])('when 20 copies of an old state that travelled with progress are stored by %s', async (_, runs) => {
    if (runs[0] === '5000') own.service.beginRun('5000');
    const old = keptBy(own.service, '5000', isResume);
    replay(own.service, old, runs);
    await blocksAgain();
  });

  it('when copies are stored under every name that the state may have', async () => {
    own.service.beginRun('5000');
    const old = keptBy(own.service, '5000', isState);
    for (const base of [old.name, keptBy(own.service, '5000', isResume).name])
      for (const name of [base, `${base}-2`, `${base}-3`]) replay(own.service, old, ['5000', '9001'], name);
    await blocksAgain();
  });

  it('when runs of another branch hide the last state behind a page of their own', async () => {
    const old = keptBy(own.service, '5000', isState);
    own.service.beginRun('8000', { branch: 'feature' });
    replay(own.service, old, Array(120).fill('8000'));
    own.service.beginRun('5000');
    replay(own.service, old, again(1));
    await blocksAgain();
  });

  it('when the last state is deleted, since a copy travels with the progress', async () => {
    own.service.remove((one) => isState(one) && one.runId === '5001');
    own.service.beginRun('5000');
    replay(own.service, keptBy(own.service, '5000', isState), again(2));
    await blocksAgain();
  });

  it('when the state was sealed anew by a night in which nothing changed, and all before it is stored again', async () => {
    const quiet = await own.night('VERIFIED', DELTA);
    expect(quiet.report.totals).toMatchObject({ unchanged: 5 });
    const last = keptBy(own.service, '5001', isState);
    for (const old of [keptBy(own.service, '5000', isState), last]) replay(own.service, old, ['5000', '5001', '9001']);
    await blocksAgain();
  });

  it('in the bundle, which opens no more than the copies, the last state and what travelled with it', async () => {
    own.service.beginRun('5000');
    const old = keptBy(own.service, '5000', isState);
    replay(own.service, old, again(10));
    replay(own.service, old, others(10));
    const before = own.service.requests.length;
    await blocksAgain('runBundle');
    const asked = own.service.requests.slice(before).filter((request) => request.startsWith('GET /repos/'));
    expect(asked.filter((request) => request.endsWith('/zip')).length).toBeLessThanOrEqual(22);
    expect(asked.length).toBeLessThanOrEqual(32);
  });

  it('when progress of an earlier attempt is stored again, once or twenty times', async () => {
    await using other = await openNights();
    const { service } = other;
    const attempt = (n: number, status: Status) => {
      service.beginRun('5000');
      return other.step('run', status, { 'state-key': '' }, { GITHUB_RUN_ATTEMPT: String(n) });
    };
    await attempt(1, 'DECLINED');
    const old = keptBy(service, '5000', isResume);
    for (const [n, count] of [1, 20].entries()) {
      await attempt(2 + 2 * n, 'VERIFIED');
      replay(service, old, again(count));
      const result = await attempt(3 + 2 * n, 'DECLINED');
      expect(result.report.resumed).toMatchObject({ rows: 4 });
      expect(statusOf(other.scenario)).toBe('DECLINED');
    }
  });
});

describe('a delta sends nothing and says what to do', () => {
  /** The night after it, which must neither send anything nor succeed. */
  async function refused(of: Nights = own): Promise<string> {
    const sent = of.scenario.sandbox.counters.bulkRequests;
    const result = await of.night('DECLINED', DELTA);
    expect(result.outputs.outcome).toBe('error');
    expect(of.scenario.sandbox.counters.bulkRequests).toBe(sent);
    return result.report.reason ?? '';
  }

  it('when only copies of a state are left', async () => {
    const old = keptBy(own.service, '5000', isState);
    own.service.remove((one) => isState(one) || isResume(one));
    replay(own.service, old, others(20));
    const reason = await refused();
    expect(reason).toContain('none can be used');
    expect(reason).toContain('somebody stored a copy of an older file');
    expect(reason).toContain('docs/delta.md');
  });

  it('when the last state has expired and an older one has not', async () => {
    own.service.expire((one) => one.runId === '5001');
    const reason = await refused();
    expect(reason).toMatch(/\(\S+ of run 5000\) is not the last one: \S+ of run 5001 was stored later and has expired/);
    expect(reason).toContain('run `sync: full` once');
  });

  it('when progress names a later state than the one that is left, until a full sync made a new one', async () => {
    const { name, bytes } = keptBy(own.service, '5001', isResume);
    const { 'resume.bin': progress = new Uint8Array() } = unzipSync(bytes);
    own.service.remove((one) => one.runId === '5001');
    own.service.seed({ name, runId: '5001', bytes: Buffer.from(zipSync({ 'resume.bin': progress })) });
    const reason = await refused();
    expect(reason).toMatch(/\(\S+ of run 5000\) is not the last one: \S+ of run 5001 names a later one/);
    const full = await own.night('DECLINED');
    expect(full.outputs.outcome).toBe('succeeded');
    expect(said(full)).toContain('It is not used; a full sync works without it.');
    const next = await own.night('DECLINED', DELTA);
    expect(next.report.totals).toMatchObject({ unchanged: 5 });
  });

  it('when the progress that a re-run continues names a later state', async () => {
    const { bytes } = keptBy(own.service, '5001', isResume);
    const progress = unzipSync(bytes)['resume.bin'] ?? new Uint8Array();
    const interim = `${keptBy(own.service, '5001', isResume).name}-interim`;
    own.service.remove((one) => one.runId === '5001');
    own.service.seed({ name: interim, runId: '5001', bytes: Buffer.from(zipSync({ 'resume.bin': progress })) });
    own.service.beginRun('5001');
    const sent = own.scenario.sandbox.counters.bulkRequests;
    const result = await own.step('run', 'DECLINED', DELTA, { GITHUB_RUN_ATTEMPT: '2' });
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('names a later one, which was deleted or has expired');
    expect(own.scenario.sandbox.counters.bulkRequests).toBe(sent);
  });

  it('when more files than it opens may be the last state', async () => {
    own.service.beginRun('5000');
    replay(own.service, keptBy(own.service, '5000', isState), again(60));
    expect(await refused()).toContain('More than 50 files may be the last state');
  });

  it('when a run has more progress than it opens', async () => {
    own.service.beginRun('5000');
    replay(own.service, keptBy(own.service, '5000', isResume), again(210));
    const result = await own.step('run', 'DECLINED', {}, { GITHUB_RUN_ATTEMPT: '2' });
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('Run 5000 has 211 resume artifacts, more than 200');
  });

  it('when the state of another sync of the same run is stored under its name', async () => {
    const { name } = keptBy(own.service, '5000', isState);
    await own.night('DECLINED', { mapping: 'other.yml' });
    const other = own.service.artifacts.find((one) => isState(one) && one.name !== name);
    if (other === undefined) throw new Error('the other sync has no state');
    own.service.remove((one) => one.name === name || isResume(one));
    replay(own.service, other, [other.runId], name);
    expect(await refused()).toContain('it belongs to another sync');
  });
});

describe('the command', () => {
  it('refuses an older copy of its state, and takes the last one again', async () => {
    await using scenario = await openScenario({ log: 'users' });
    await scenario.write('mapping.yml', MAPPING);
    const { folder, sandbox } = scenario;
    const sync = async (status: Status, ...args: readonly string[]) => {
      await scenario.write('users.ndjson', ndjson(exported(status)));
      const where = ['--tenant-url', sandbox.url, '--state-dir', 'kept', '--report-dir', 'report'];
      const env = {
        ...{ CIDAAS_CLIENT_ID: sandbox.client.id, CIDAAS_CLIENT_SECRET: sandbox.client.secret },
        CIDAAS_STATE_KEY: KEY,
      };
      const given = ['--export', 'users.ndjson', '--mapping', 'mapping.yml', ...where, ...args];
      const { exitCode, stdout, stderr } = await runCommand(given, { cwd: scenario.workspace, env });
      return { exitCode, said: `${stdout}${stderr}` };
    };
    const kept = join(scenario.workspace, 'kept/state.bin');
    await sync('DECLINED');
    await copyFile(kept, join(folder, 'old.bin'));
    await sync('VERIFIED', '--sync', 'delta');
    await rename(kept, join(folder, 'last.bin'));
    await rename(join(folder, 'old.bin'), kept);
    const sent = sandbox.counters.bulkRequests;
    const replayed = await sync('DECLINED', '--sync', 'delta');
    expect(replayed.exitCode).toBe(3);
    expect(replayed.said).toContain('is not the last one: the folder held a later one');
    expect(sandbox.counters.bulkRequests).toBe(sent);
    await rename(join(folder, 'last.bin'), kept);
    expect((await sync('DECLINED', '--sync', 'delta')).exitCode).toBe(0);
    expect(statusOf(scenario)).toBe('DECLINED');
    expect(Number(await readFile(join(scenario.workspace, 'kept/state.sequence'), 'utf8'))).toBeGreaterThan(1.7e9);
    await rm(join(scenario.workspace, 'kept'), { recursive: true });
  });
});
