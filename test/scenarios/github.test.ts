import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mulberry32 } from '../../src/runtime/random.ts';
import { faultOn } from '../../src/sandbox/fault.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { startCommand } from '../support/command.ts';
import * as fault from '../support/faults/faults.ts';
import { DIST, ndjson, openScenario, type Scenario, someUsers } from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';

type Texts = { readonly [name: string]: string };

const users = someUsers(10).map((user) => ({ ...user, userStatus: 'VERIFIED' }));
const changed = (given_name: string) => users.map((user, at) => (at === 2 ? { ...user, given_name } : user));
const DELTA = { sync: 'delta' };

/** Nights of a sync with the committed bundle, each a run of its own. */
/** Nights of one repository, with the committed bundle, or its steps in this process. */
async function openNights(way: 'run' | 'runBundle' = 'run') {
  const service = await startResultsService();
  const scenario = await openScenario();
  let run = 5000;
  const inputs = { export: 'users.ndjson', 'state-key': 'a state key for these tests', 'abort-above': '100%' };
  const night = async (exported: readonly object[], given: Texts = {}, env: Texts = {}) => {
    service.beginRun(String(run++));
    await scenario.write('users.ndjson', ndjson(exported));
    const all = { ...inputs, 'github-token': service.token, ...given };
    const step = { ...service.env(), ...env };
    return { ...(await scenario[way](all, step)), inputs: all, step };
  };
  return {
    service,
    scenario,
    night,
    [Symbol.asyncDispose]: async () => {
      await scenario[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

function nameOf({ sandbox }: Scenario, user: CidaasUser | undefined): string | null | undefined {
  return sandbox.users().get(user?.sub ?? '')?.identities[0]?.given_name;
}

const asked = ({ requests }: ResultsService) => requests.filter((request) => request.startsWith('GET /repos/'));

describe('a state that cannot be fetched is not a missing one', () => {
  it.each([
    ['a bad gateway', { kind: 'status', status: 502 }],
    ['a reset', { kind: 'reset' }],
    ['a rate limit', { kind: 'status', status: 403, headers: { 'retry-after': '1' } }],
  ] as const)('%s is waited for', async (_, what) => {
    await using own = await openNights();
    await own.night(users);
    own.service.fail({ on: 'list', times: 1, ...what });
    const result = await own.night(users, DELTA);
    expect(result.outputs.outcome).toBe('succeeded');
    expect(result.report.totals).toMatchObject({ unchanged: 10 });
  });

  const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 3_000) };
  it.each([
    ['GitHub that keeps failing', { kind: 'status', status: 502 }, 'GitHub or the way to it is in trouble'],
    ['a token without the permission', { kind: 'status', status: 403 }, '`permissions: actions: read`'],
    ['a token that cannot see the repository', { kind: 'status', status: 404 }, '`github-token` cannot see it'],
    [
      'a limit beyond time-limit',
      { kind: 'status', status: 403, headers: limit },
      "GitHub's rate limit for this token",
    ],
  ] as const)('%s is called by its name, and nobody is told to start over', async (_, what, says) => {
    await using own = await openNights();
    await own.night(users);
    own.service.fail({ on: 'list', ...what });
    const sent = own.scenario.sandbox.counters.bulkRequests;
    const result = await own.night(users, { ...DELTA, 'time-limit': '30' });
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('The last state could not be fetched, so nothing was sent');
    expect(result.report.reason).toContain(says);
    expect(result.report.reason).not.toContain('sync: full');
    expect(own.scenario.sandbox.counters.bulkRequests).toBe(sent);
  });

  it('another key is called another key, and an expired state expired', async () => {
    await using own = await openNights();
    await own.night(users);
    const another = await own.night(users, { ...DELTA, 'state-key': 'another key of these tests' });
    expect(another.report.reason).toContain('none can be used');
    expect(another.report.reason).toContain('not sealed with this key');
    expect(another.report.reason).not.toContain('sync: full');
    own.service.expire();
    const expired = await own.night(users, DELTA);
    expect(expired.report.reason).toMatch(
      /There is no valid state to compare with any more: cidaas-migrate-state-\S+ of run 5000 has expired/,
    );
    expect(expired.report.reason).toContain('sync: full');
  });

  it('a cancel ends the wait for a rate limit', async () => {
    await using own = await openNights();
    const { inputs, step } = await own.night(users);
    own.service.fail({ on: 'list', kind: 'status', status: 403, headers: { 'retry-after': '1800' } });
    const { child, ended } = await own.scenario.start({ ...inputs, ...DELTA }, step);
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('limits the rate')) child.kill('SIGINT');
    });
    const result = await ended;
    expect(result.outputs.outcome).toBe('cancelled');
  });

  it('a full sync works without it', async () => {
    await using own = await openNights();
    own.service.fail({ on: 'list', kind: 'status', status: 403 });
    const result = await own.night(users);
    expect(result.outputs.outcome).toBe('succeeded');
    expect(result.annotations.map(({ message }) => message).join()).toContain('a full sync works without it');
  });
});

describe('a lost state', () => {
  it('fails the night, and the next one brings cidaas to what the source says', async () => {
    await using own = await openNights('runBundle');
    await own.night(changed('First'));
    own.service.fail({ on: 'CreateArtifact', kind: 'status', status: 400, name: 'cidaas-migrate-state-' });
    const second = await own.night(changed('Second'), DELTA);
    expect(second.report.totals).toMatchObject({ updated: 1, unchanged: 9 });
    expect(second.outputs.outcome).toBe('failed');
    expect(second.report.outcome).toBe('failed');
    expect(second.report.reason).toContain('The state could not be stored');
    expect(second.summary).toContain('The state could not be stored');
    expect(second.exitCode).toBe(1);
    own.service.heal();
    const third = await own.night(changed('First'), DELTA);
    expect(third.report.totals).toMatchObject({ updated: 1, unchanged: 9 });
    expect(nameOf(own.scenario, users[2])).toBe('First');
  });

  it('is stored by the post step when the artifact service works again', async () => {
    await using own = await openNights();
    await own.night(changed('First'));
    own.service.fail({ on: 'CreateArtifact', kind: 'status', status: 400, name: 'cidaas-migrate-' });
    const second = await own.night(changed('Second'), DELTA);
    expect(second.report.reason).toContain('the next delta compares with the state before this run');
    own.service.heal();
    const post = await own.scenario.post(second, second.inputs, second.step);
    expect(post.annotations.map(({ message }) => message).join()).toContain('The state of this run was stored');
    const third = await own.night(changed('First'), DELTA);
    expect(third.report.totals).toMatchObject({ updated: 1, unchanged: 9 });
    expect(nameOf(own.scenario, users[2])).toBe('First');
  });

  it('of an upload that broke off after its name was taken is found under the next name', async () => {
    await using own = await openNights();
    await own.night(changed('First'));
    own.service.fail({ on: 'blob', kind: 'status', status: 400, name: 'cidaas-migrate-' });
    const second = await own.night(changed('Second'), DELTA);
    expect(second.outputs.outcome).toBe('failed');
    own.service.heal();
    await own.scenario.post(second, second.inputs, second.step);
    expect(own.service.artifacts.map(({ name }) => name).join()).toMatch(/cidaas-migrate-state-[0-9a-f]+-2/);
    await own.night(changed('First'), DELTA);
    expect(nameOf(own.scenario, users[2])).toBe('First');
  });
});

describe('the newest state', () => {
  it.each([
    ['fall', (count: number) => 9_000_000 - count],
    ['are random', (count: number) => Math.floor(mulberry32(count)() * 1e9)],
  ])('is the last one written, though ids %s', async (_, idOf) => {
    await using own = await openNights();
    own.service.numberWith(idOf);
    for (const name of ['First', 'Second', 'Third']) await own.night(changed(name), name === 'First' ? {} : DELTA);
    const result = await own.night(changed('Third'), DELTA);
    expect(result.report.totals).toMatchObject({ unchanged: 10 });
  });

  it('is found with seven calls among 100,000 artifacts of others', async () => {
    await using own = await openNights();
    await own.night(changed('First'));
    await own.night(changed('Second'), DELTA);
    for (let n = 0; n < 100_000; n++)
      own.service.seed({ name: `other-${n}`, bytes: Buffer.from('x'), digest: 'sha256:0', runId: '9000' });
    const before = asked(own.service).length;
    const result = await own.night(changed('Third'), DELTA);
    expect(result.report.totals).toMatchObject({ updated: 1, unchanged: 9 });
    expect(asked(own.service).slice(before).length).toBeLessThanOrEqual(7);
  });
});

describe('resume-run-id', () => {
  const gone = faultOn('bulk', (n) => n >= 2, fault.gatewayError(502, false));

  async function begun(env: Texts = {}) {
    const service = await startResultsService();
    const scenario = await openScenario({ faults: gone, log: 'users' });
    await scenario.write('users.ndjson', ndjson(users));
    const inputs = {
      export: 'users.ndjson',
      'batch-size': '5',
      concurrency: '1',
      'max-attempts': '1',
      'outage-patience': '0',
    };
    const first = { ...service.env(), GITHUB_JOB: 'import', ...env };
    const all = { ...inputs, 'abort-above': '100%', 'github-token': service.token };
    const result = await scenario.run(all, first);
    expect(result.report.totals).toMatchObject({ created: 5 });
    const sent = scenario.sandbox.counters.bulkRequests;
    const resume = async (runId: string, more: Texts = {}) => {
      service.beginRun('6000');
      return scenario.run({ ...all, 'resume-run-id': runId }, { ...first, ...service.env(), ...more });
    };
    return {
      ...{ service, scenario, sent, resume, all, first },
      [Symbol.asyncDispose]: async () => {
        await scenario[Symbol.asyncDispose]();
        await service[Symbol.asyncDispose]();
      },
    };
  }

  it('that names a run without progress sends nothing', async () => {
    await using own = await begun();
    own.service.seed({ name: 'other', bytes: Buffer.from('x'), runId: '4000' });
    for (const [runId, says] of [
      ['4000', 'Run 4000 has no resume artifact'],
      ['1', 'Either run 1 of acme/identity does not exist'],
    ] as const) {
      const result = await own.resume(runId);
      expect(result.outputs.outcome).toBe('error');
      expect(result.report.reason).toContain(says);
    }
    expect(own.scenario.sandbox.counters.bulkRequests).toBe(own.sent);
  });

  it('continues the run though its job has another name now', async () => {
    await using own = await begun();
    const result = await own.resume('4711', { GITHUB_JOB: 'renamed' });
    expect(result.report.resumed).toMatchObject({ rows: 5 });
  });

  it('that could be one of several other jobs is refused', async () => {
    await using own = await begun();
    await own.scenario.run(own.all, { ...own.first, GITHUB_JOB: 'second' });
    const sent = own.scenario.sandbox.counters.bulkRequests;
    const result = await own.resume('4711', { GITHUB_JOB: 'renamed' });
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('of 2 other jobs or steps');
    expect(own.scenario.sandbox.counters.bulkRequests).toBe(sent);
  });

  it('sends nothing while GitHub does not answer', async () => {
    await using own = await begun();
    own.service.fail({ on: 'list', kind: 'status', status: 403, headers: { 'retry-after': '86400' } });
    const result = await own.resume('4711');
    expect(result.report.reason).toContain('The progress of the earlier run or attempt cannot be fetched');
    expect(own.scenario.sandbox.counters.bulkRequests).toBe(own.sent);
  });
});

describe('the export of another job', () => {
  it('is fetched through REST when the runtime service names it and cannot give it', async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    const bytes = Buffer.from(zipSync({ 'users.ndjson': Buffer.from(ndjson(users)) }));
    service.seed({ name: 'export', bytes, ofAnotherJob: true });
    const result = await scenario.run({ 'export-artifact': 'export', 'github-token': service.token }, service.env());
    expect(result.report.totals).toMatchObject({ created: 10 });
    service.grant({});
    const refused = await scenario.run({ 'export-artifact': 'export', 'github-token': service.token }, service.env());
    expect(refused.outputs.outcome).toBe('error');
    expect(refused.report.reason).toContain('`permissions: actions: read`');
  });
});

describe('the report folder', () => {
  it('is one of each step, unless an input says where it is', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    const one = await scenario.run({ export: 'users.ndjson', 'report-dir': '' });
    const two = await scenario.run({ export: 'users.ndjson', 'report-dir': '' });
    const paths = [one, two].map(({ outputs }) => outputs['report-path'] ?? '');
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) {
      expect(path.startsWith(join(scenario.folder, 'temp'))).toBe(true);
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ outcome: 'succeeded' });
    }
  });

  it('holds no report of an earlier step after one that failed at its inputs', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    await scenario.run({ export: 'users.ndjson' });
    await writeFile(join(scenario.folder, 'report/notes.txt'), 'mine');
    const failed = await scenario.run({ export: 'users.ndjson', 'batch-size': 'many' });
    expect(failed.outputs.outcome).toBe('error');
    expect(failed.report).toBeNull();
    expect(await readFile(join(scenario.folder, 'report/notes.txt'), 'utf8')).toBe('mine');
  });

  it('holds no report of an earlier step after one that could not begin', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    await scenario.run({ export: 'users.ndjson' });
    const failed = await scenario.run({ export: 'users.ndjson' }, { RUNNER_TEMP: join(scenario.folder, 'missing') });
    expect(failed.outputs.outcome).toBe('error');
    expect(failed.report).toBeNull();
  });

  it('is not even made by a step with an unknown input', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    const { outputs, annotations } = await scenario.run({ export: 'users.ndjson', Tenant_Url: 'x', 'dry-run': 'true' });
    expect(outputs.outcome).toBe('error');
    expect(annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^`dry-run`: unknown input\./),
      expect.stringMatching(/^`tenant_url`: unknown input\. Did you mean `tenant-url`\?/),
    ]);
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
  });
});

describe('on GitHub Enterprise Server', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.example.com' };

  it.each([
    ['a delta', { sync: 'delta', 'state-key': 'a state key of sixteen' }, '`sync: delta`'],
    ['resume-run-id', { 'resume-run-id': '7' }, '`resume-run-id`'],
    ['export-artifact', { export: '', 'export-artifact': 'export' }, '`export-artifact`'],
  ])('%s is refused at once, with what works there', async (_, inputs, says) => {
    await using scenario = await openScenario();
    const { outputs, annotations } = await scenario.run({ export: 'users.ndjson', ...inputs }, env);
    expect(outputs.outcome).toBe('error');
    const [{ message = '' } = {}] = annotations;
    expect(message).toContain(says);
    expect(message).toContain('--state-dir');
  });

  it('a full run says before it sends that it keeps no state', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    const given = { export: 'users.ndjson', 'state-key': 'a state key of sixteen' };
    const { outputs, annotations } = await scenario.run(given, env);
    expect(outputs.outcome).toBe('succeeded');
    expect(annotations.map(({ message }) => message).join()).toMatch(
      /`state-key`: .* keeps no state for a later delta/,
    );
  });

  it('the recipe of docs/enterprise-server.md syncs night after night', async () => {
    await using scenario = await openScenario();
    const page = await readFile(resolve(import.meta.dirname, '../../docs/enterprise-server.md'), 'utf8');
    const [, yaml = ''] = /# GitHub Enterprise Server[\s\S]*?```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { jobs } = parse(yaml) as { jobs: { nightly: { env: Texts; steps: { run: string }[] } } };
    const { client, url } = scenario.sandbox;
    const given: Texts = {
      ...{
        CIDAAS_MIGRATE: DIST,
        STATE_DIR: join(scenario.folder, 'state'),
        TENANT_URL: url,
        PATH: process.env.PATH ?? '',
      },
      ...{
        CIDAAS_CLIENT_ID: client.id,
        CIDAAS_CLIENT_SECRET: client.secret,
        CIDAAS_STATE_KEY: 'a state key of sixteen',
      },
    };
    await mkdir(join(scenario.folder, 'state'), { recursive: true });
    const script = join(scenario.folder, 'night.cjs');
    const command = jobs.nightly.steps.map(({ run }) => run).join('\n');
    await writeFile(
      script,
      `const { status } = require('node:child_process').spawnSync('bash', ['-ec', ${JSON.stringify(command)}], { stdio: 'inherit' }); process.exit(status ?? 1);`,
    );
    const night = async (exported: readonly object[], SYNC: string) => {
      await scenario.write('users.ndjson', ndjson(exported));
      const all = { ...given, ...env, GITHUB_ACTIONS: 'true', SYNC };
      expect(Object.keys(all)).toEqual(expect.arrayContaining(Object.keys(jobs.nightly.env)));
      return startCommand(script, [], { cwd: scenario.workspace, env: all }).ended;
    };
    const early = await night(users, 'delta');
    expect(early.stderr).toContain('There is no valid state to compare with');
    expect((await night(users, 'full')).exitCode).toBe(0);
    const second = await night(changed('Second'), 'delta');
    expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 changed, 9 unchanged') });
    expect(nameOf(scenario, users[2])).toBe('Second');
  });
});
