import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { encryptFor, keyPair } from '../support/encrypted.ts';
import { csvText } from '../support/export-text.ts';
import { rejecting } from '../support/faults/faults.ts';
import type { Report } from '../support/report.ts';
import { startResultsService } from '../support/results-service.ts';
import { expectStored, someUsers } from '../support/scenario.ts';
import { asShown, errorsOf } from '../support/shown.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type JobResult, runWorkflow, type WorkflowRun } from '../support/workflow.ts';

const example = (name: string): string => resolve(import.meta.dirname, `../../examples/${name}.yml`);
const MAPPING = `fields:
  sub: sub
  email: email
  given_name: given_name
  family_name: family_name
  address.locality: address.locality
  address.postal_code: address.postal_code
  customFields.customer_no: customFields.customer_no
  password_hash_info.algorithmTypeId: password_hash_info.algorithmTypeId
  password_hash_info.passwordHash: password_hash_info.passwordHash
password: { unproven: accept }
`;
const STATE_KEY = 'a state key that nobody else knows';
const users = someUsers(60);
/** What the legacy system let in and cidaas would not. */
const withoutAddress = (user: CidaasUser): CidaasUser => ({ ...user, email: 'none' });

type Files = { readonly [path: string]: string | Buffer };
type Given = Partial<
  Pick<
    WorkflowRun,
    'event' | 'inputs' | 'vars' | 'isFork' | 'payload' | 'rejectedBy' | 'cancel' | 'machineDies' | 'rerunOf' | 'runId'
  >
>;

/** A repository, a legacy system and a tenant; each `run` is a new run of the example. */
async function openWorld(name: string, tenant: SandboxOptions = {}) {
  const temp = tempFolder();
  const service = await startResultsService();
  const sandbox = await startSandbox({ log: 'users', ...tenant });
  const { identity, recipient } = await keyPair();
  const credentials = { CIDAAS_CLIENT_ID: sandbox.client.id, CIDAAS_CLIENT_SECRET: sandbox.client.secret };
  service.setRepository('acme/identity', 'private');
  let runs = 0;
  return {
    service,
    sandbox,
    /** The export as the legacy system writes it. */
    encrypted: (exported: readonly CidaasUser[]) => encryptFor(gzipSync(csvText(exported)), recipient),
    run: (given: Given, files: (ref: string) => Files): Promise<{ readonly [job: string]: JobResult }> => {
      const runId = given.runId ?? String(7001 + runs++);
      return runWorkflow({
        path: example(name),
        event: 'workflow_dispatch',
        service,
        folder: join(temp.path, runId),
        files,
        secrets: {
          CIDAAS_EXPORT_KEY: identity,
          CIDAAS_STATE_KEY: STATE_KEY,
          ...(name === 'go-live' || name === 'large' ? {} : credentials),
        },
        environments: { 'cidaas-go-live': credentials, 'cidaas-large': credentials },
        ...given,
        runId,
        vars: { CIDAAS_TENANT_URL: sandbox.url, ...given.vars },
      });
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      await service[Symbol.asyncDispose]();
      temp[Symbol.dispose]();
    },
  };
}

/** Nothing that a job wrote holds a secret or a hash. */
function expectDiscreet(jobs: { readonly [job: string]: JobResult }, ...secrets: readonly string[]): void {
  for (const { actions, posts } of Object.values(jobs)) {
    for (const { stdout, stderr, summary, outputs } of [...actions, ...posts]) {
      const said = `${stdout.replaceAll(/^::add-mask::.*$/gm, '')}${stderr}${summary}${JSON.stringify(outputs)}`;
      for (const secret of [...secrets, STATE_KEY, '$2b$10$']) expect(said).not.toContain(secret);
    }
  }
}

function resultsOf(jobs: { readonly [job: string]: JobResult }): { [job: string]: string } {
  return Object.fromEntries(Object.entries(jobs).map(([name, { result }]) => [name, result]));
}

function onlyAction(job: JobResult | undefined) {
  const [action] = job?.actions ?? [];
  if (action === undefined) throw new Error('the action did not run');
  return action;
}

/** The users of the bulk requests since the first `before` requests. */
function sentSince({ requests }: Sandbox, before: number): readonly CidaasUser[] {
  return requests.slice(before).flatMap(({ kind, sent }) => (kind === 'bulk' ? sent : []));
}

describe('examples/review.yml', () => {
  const SAMPLE = csvText(users.slice(0, 10));
  const BASE_SHA = 'ba5e000000000000000000000000000000000000';
  const payload = (from: string) => {
    return { pull_request: { number: 7, base: { sha: BASE_SHA }, head: { repo: { full_name: from } } } };
  };
  const own = { event: 'pull_request', payload: payload('acme/identity') } as const;
  const repository = (head: string, base: string | null) => (ref: string) => {
    if (ref === BASE_SHA) return base === null ? { 'README.md': '' } : { 'migration/mapping.yml': base };
    return { 'migration/mapping.yml': head, 'migration/sample-users.csv': SAMPLE };
  };
  const changed = MAPPING.replace('given_name: given_name', 'given_name: { from: given_name, case: upper }');

  it('reviews a pull request from its first push to its last, in one comment', async () => {
    await using world = await openWorld('review');
    const { comments } = world.service;
    const first = await world.run(own, repository(MAPPING, null));
    expect(resultsOf(first)).toEqual({ review: 'success' });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('base/migration/mapping.yml does not exist');

    const second = await world.run(own, repository(changed, MAPPING));
    expect(resultsOf(second)).toEqual({ review: 'success' });
    const said = asShown(comments[0]?.body ?? '');
    expect(said).toContain('Compared with base/migration/mapping.yml: 10 users are sent differently.');
    expect(said).toContain('10 changed (only upper and lower case)');
    expect(asShown(onlyAction(second.review).summary)).toContain('10 users are sent differently.');

    const broken = await world.run(own, repository(changed.replace('email: email', 'emial: email'), MAPPING));
    expect(resultsOf(broken)).toEqual({ review: 'failure' });
    expect(onlyAction(broken.review).annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'migration/mapping.yml', line: 3 }),
    );
    expect(asShown(comments[0]?.body ?? '')).toContain('"emial" is not a cidaas field');
    expect(comments).toHaveLength(1);
    expect(world.sandbox.requests).toHaveLength(0);
    for (const jobs of [first, second, broken]) expectDiscreet(jobs);
  });

  it('is green with a sample that has every trap', async () => {
    await using world = await openWorld('review');
    const traps = csvText(users.slice(0, 10).map((user, at) => (at < 8 ? withoutAddress(user) : user)));
    const jobs = await world.run(own, (ref) => ({
      ...repository(changed, MAPPING)(ref),
      ...(ref === BASE_SHA ? {} : { 'migration/sample-users.csv': traps }),
    }));
    expect(resultsOf(jobs)).toEqual({ review: 'success' });
    expect(onlyAction(jobs.review).outputs).toMatchObject({ outcome: 'succeeded', invalid: '8', planned: '2' });
    expect(asShown(world.service.comments[0]?.body ?? '')).toContain('2 users are sent differently');
  });

  it('works for a fork, which has no secret and must not write', async () => {
    await using world = await openWorld('review');
    const fork = { ...own, payload: payload('stranger/identity'), isFork: true };
    const jobs = await world.run(fork, repository(changed, MAPPING));
    expect(resultsOf(jobs)).toEqual({ review: 'success' });
    const action = onlyAction(jobs.review);
    expect(asShown(action.summary)).toContain('10 users are sent differently.');
    expect(action.annotations.map(({ level, message }) => `${level}: ${message}`)).toContainEqual(
      expect.stringMatching(/^notice: No comment on the pull request: .* a read-only token/),
    );
    expect(world.service.comments).toEqual([]);
  });
});

describe('examples/delta-sync.yml', () => {
  it('starts with a full sync, then brings over what changed night by night, and stops when the export slips', async () => {
    const everybody = someUsers(120);
    const refused = everybody[7]?.sub;
    let isRefused = false;
    await using world = await openWorld('delta-sync', {
      faults: (request) =>
        isRefused
          ? faultOn(
              'bulk',
              'every',
              rejecting(({ sub }) => sub === refused),
            )(request)
          : null,
    });
    const { sandbox } = world;
    const sync = async (exported: readonly CidaasUser[], given: Given = { event: 'schedule' }) => {
      const today = await world.encrypted(exported);
      const jobs = await world.run(given, () => ({
        'migration/mapping.yml': MAPPING,
        'migration/export-users.sh': 'cp "$(dirname "$0")/today" "$1"\n',
        'migration/today': today,
      }));
      expectDiscreet(jobs, sandbox.client.secret);
      expect(jobs.sync?.posts.map(({ exitCode }) => exitCode)).toEqual([0]);
      return { jobs, ...onlyAction(jobs.sync) };
    };

    const tooEarly = await sync(everybody);
    expect(resultsOf(tooEarly.jobs)).toEqual({ export: 'success', sync: 'failure' });
    expect(errorsOf(tooEarly).join()).toContain('There is no valid state to compare with, so nothing was sent');
    expect(sandbox.userCount).toBe(0);

    const full = await sync(everybody, { inputs: { sync: 'full' } });
    expect(resultsOf(full.jobs)).toEqual({ export: 'success', sync: 'success' });
    expectStored(sandbox, everybody);

    let before = sandbox.requests.length;
    const quiet = await sync(everybody);
    expect(quiet.outputs).toMatchObject({ outcome: 'succeeded', unchanged: '120', updated: '0', created: '0' });
    expect(sandbox.requests).toHaveLength(before);

    // One changed, one is new, one vanished, and one changed whom the tenant refuses tonight: not worth a red night.
    const tomorrow = someUsers(121)
      .map((user, at) => (at === 4 || at === 7 ? { ...user, family_name: 'Neumann' } : user))
      .filter((_, at) => at !== 10);
    isRefused = true;
    const busy = await sync(tomorrow);
    expect(resultsOf(busy.jobs)).toEqual({ export: 'success', sync: 'success' });
    expect(busy.outputs).toMatchObject({ unchanged: '117', updated: '1', created: '1', failed: '1' });
    expect(sentSince(sandbox, before).map(({ sub }) => sub)).toEqual(
      [everybody[4], everybody[7], tomorrow.at(-1)].map((user) => user?.sub),
    );
    expect(asShown(busy.summary)).toContain('| Missing | 1, 1 of them newly missing |');
    expect(sandbox.userCount).toBe(121);

    isRefused = false;
    before = sandbox.requests.length;
    const again = await sync(tomorrow);
    expect(again.outputs).toMatchObject({ outcome: 'succeeded', unchanged: '119', updated: '1' });
    expect(sentSince(sandbox, before).map(({ sub }) => sub)).toEqual([refused]);

    before = sandbox.requests.length;
    const cutOff = await sync(tomorrow.slice(0, 60));
    expect(errorsOf(cutOff).join()).toContain('60 of 121 known users are newly missing');
    const renamed = tomorrow.map((user) => ({ ...user, family_name: `von ${user.family_name}` }));
    const slipped = await sync(renamed);
    expect(errorsOf(slipped).join()).toContain(
      'would send 120 of 120 rows (0 new, 120 changed), more than max-changed (5%)',
    );
    expect(sandbox.requests).toHaveLength(before);

    const meant = await sync(renamed, { inputs: { 'max-changed': '100%' } });
    expect(resultsOf(meant.jobs)).toEqual({ export: 'success', sync: 'success' });
    expect(sentSince(sandbox, before)).toHaveLength(120);
  });
});

describe('examples/go-live.yml', () => {
  const files = () => ({ 'migration/mapping.yml': MAPPING });
  const EXPORT_RUN = '4000';

  /** The export, as another workflow uploaded it. */
  async function upload(
    world: Awaited<ReturnType<typeof openWorld>>,
    exported: readonly CidaasUser[],
    runId = EXPORT_RUN,
  ) {
    const bytes = Buffer.from(zipSync({ 'users.csv.gz.age': await world.encrypted(exported) }));
    world.service.seed({ name: 'users', bytes, runId, createdAt: new Date() });
  }
  const inputs = (step: string, more: { [name: string]: string } = {}) => {
    return { inputs: { step, 'export-run': EXPORT_RUN, ...more } };
  };

  it('without required reviewers: look at the plan, give its digest, pilot, then everybody', async () => {
    await using world = await openWorld('go-live');
    const { sandbox, service } = world;
    await upload(world, users);

    const plan = await world.run(inputs('plan'), files);
    expect(resultsOf(plan)).toEqual({ check: 'skipped', rehearsal: 'skipped', plan: 'success', apply: 'skipped' });
    const digest = plan.plan?.outputs.digest ?? '';
    expect(digest).toMatch(/^v1\./);
    expect(asShown(onlyAction(plan.plan).summary)).toContain(digest);

    const unapproved = await world.run(inputs('go-live'), files);
    expect(resultsOf(unapproved)).toMatchObject({ plan: 'failure', apply: 'skipped' });
    expect(unapproved.plan?.actions.flatMap(errorsOf).join()).toContain('Nobody has approved this plan');

    await upload(world, users.slice(1), '4001');
    const other = await world.run(inputs('go-live', { 'export-run': '4001', 'expected-plan': digest }), files);
    expect(resultsOf(other)).toMatchObject({ plan: 'success', apply: 'failure' });
    expect(errorsOf(onlyAction(other.apply)).join()).toContain('it differs in export, users (');
    expect(sandbox.userCount).toBe(0);

    const approved = { 'expected-plan': digest };
    const pilot = await world.run(inputs('go-live', { ...approved, pilot: '5' }), files);
    expect(resultsOf(pilot)).toMatchObject({ plan: 'success', apply: 'success' });
    expect(onlyAction(pilot.apply).outputs).toMatchObject({ created: '5', unsent: '55' });
    const pilotRun = service.artifacts.findLast(({ name }) => name.startsWith('cidaas-migrate-resume'))?.runId ?? '';

    const rest = await world.run(inputs('go-live', { ...approved, 'continue-run': pilotRun }), files);
    expect(resultsOf(rest)).toMatchObject({ plan: 'success', apply: 'success' });
    expectStored(sandbox, users);
    expect(sandbox.counters).toMatchObject({ created: 60, updated: 0 });
    for (const jobs of [plan, unapproved, other, pilot, rest]) expectDiscreet(jobs, sandbox.client.secret);
  });

  it('with required reviewers: one run plans, waits for the approval of the environment, and applies', async () => {
    await using world = await openWorld('go-live');
    await upload(world, users);
    const vars = { CIDAAS_APPROVAL: 'environment' };
    const jobs = await world.run({ ...inputs('go-live'), vars }, files);
    expect(resultsOf(jobs)).toMatchObject({ plan: 'success', apply: 'success' });
    expect(onlyAction(jobs.apply).outputs['plan-digest']).toBe(jobs.plan?.outputs.digest);
    expectStored(world.sandbox, users);
  });

  it('goes on without a row that is invalid, and stops when there are too many', async () => {
    await using world = await openWorld('go-live');
    const { sandbox } = world;
    const [first, ...others] = users;
    if (first === undefined) throw new Error('no users');
    await upload(world, [withoutAddress(first), ...others]);
    const rehearsal = await world.run(inputs('rehearsal'), files);
    expect(resultsOf(rehearsal)).toMatchObject({ rehearsal: 'success' });
    const plan = await world.run(inputs('plan'), files);
    expect(onlyAction(plan.plan).outputs).toMatchObject({ outcome: 'succeeded', invalid: '1', planned: '59' });

    const digest = plan.plan?.outputs.digest ?? '';
    const jobs = await world.run(inputs('go-live', { 'expected-plan': digest }), files);
    expect(resultsOf(jobs)).toMatchObject({ plan: 'success', apply: 'success' });
    expect(onlyAction(jobs.apply).outputs).toMatchObject({ outcome: 'succeeded', created: '59', invalid: '1' });
    expectStored(sandbox, others);

    const before = sandbox.requests.length;
    await upload(world, [...users.slice(0, 2).map(withoutAddress), ...users.slice(2)], '4002');
    const vars = { CIDAAS_APPROVAL: 'environment' };
    const tooMany = await world.run({ ...inputs('go-live', { 'export-run': '4002' }), vars }, files);
    expect(resultsOf(tooMany)).toMatchObject({ plan: 'failure', apply: 'skipped' });
    expect(sandbox.requests).toHaveLength(before);
  });

  it('refused by the reviewers, or for another plan, sends nobody', async () => {
    await using world = await openWorld('go-live');
    await upload(world, users);
    const vars = { CIDAAS_APPROVAL: 'environment' };
    const refused = await world.run({ ...inputs('go-live'), vars, rejectedBy: ['cidaas-go-live'] }, files);
    expect(resultsOf(refused)).toMatchObject({ plan: 'success', apply: 'failure' });
    expect(refused.apply?.steps).toEqual([]);

    const digest = refused.plan?.outputs.digest ?? '';
    const otherMapping = () => ({ 'migration/mapping.yml': MAPPING.replace('  given_name: given_name\n', '') });
    const other = await world.run(inputs('go-live', { 'expected-plan': digest }), otherMapping);
    expect(errorsOf(onlyAction(other.apply)).join()).toContain('it differs in mapping, users (');
    expect(world.sandbox.userCount).toBe(0);
  });

  it('cancelled in the middle, the re-run of the failed job sends the rest, and users are read back', async () => {
    const everybody = someUsers(600);
    let isSlow = true;
    await using world = await openWorld('go-live', {
      latencyMs: 400,
      sleep: (ms) => (isSlow ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()),
    });
    const { sandbox } = world;
    await upload(world, everybody);
    const given = { ...inputs('go-live'), vars: { CIDAAS_APPROVAL: 'environment' }, runId: '6000' };
    const cancel = { job: 'apply', when: () => sandbox.userCount > 0 };
    const first = await world.run({ ...given, cancel }, files);
    expect(resultsOf(first)).toMatchObject({ plan: 'success', apply: 'failure' });
    const stopped = onlyAction(first.apply);
    expect(stopped.outputs).toMatchObject({ outcome: 'cancelled', created: String(sandbox.userCount), unknown: '0' });
    expect(sandbox.userCount).toBeLessThan(600);

    isSlow = false;
    const second = await world.run({ ...given, rerunOf: first }, files);
    expect(resultsOf(second)).toMatchObject({ plan: 'success', apply: 'success' });
    expectStored(sandbox, everybody);
    expect(sandbox.counters).toMatchObject({ created: 600, updated: 0 });
    const done = onlyAction(second.apply);
    expect(done.outputs).toMatchObject({ outcome: 'succeeded', created: '600' });
    expect(asShown(done.summary)).toContain('200 users read back: 200 compared, 200 the same as sent, 0 not found.');
    for (const jobs of [first, second]) expectDiscreet(jobs, sandbox.client.secret);
  });

  it('the check compares the mapping with the set-up of the tenant before the night', async () => {
    await using world = await openWorld('go-live');
    const jobs = await world.run({ inputs: { step: 'check' } }, files);
    expect(resultsOf(jobs)).toMatchObject({ rehearsal: 'skipped', plan: 'skipped', apply: 'skipped' });
    const { outputs, summary } = onlyAction(jobs.check);
    expect(outputs.outcome).toBe('succeeded');
    expect(asShown(summary)).toContain('Tenant check');
    expect(world.sandbox.requests.filter(({ kind }) => kind === 'bulk')).toEqual([]);
  });

  it('the rehearsal sends the real export nowhere, and needs no credentials', async () => {
    await using world = await openWorld('go-live');
    await upload(world, users);
    const jobs = await world.run(inputs('rehearsal'), files);
    expect(resultsOf(jobs)).toEqual({ check: 'skipped', rehearsal: 'success', plan: 'skipped', apply: 'skipped' });
    expect(onlyAction(jobs.rehearsal).outputs).toMatchObject({ outcome: 'succeeded', created: '60' });
    expect(world.sandbox.requests).toHaveLength(0);
  });
});

describe('examples/large.yml', () => {
  const files = (): Files => ({ 'migration/mapping.yml': MAPPING });

  it('survives a machine that dies and a leg that is stopped, and the last leg reports everybody', async () => {
    const everybody = someUsers(600);
    await using world = await openWorld('large', { latencyMs: 300 });
    const { sandbox, service } = world;
    const bytes = Buffer.from(zipSync({ 'users.csv.gz.age': await world.encrypted(everybody) }));
    service.seed({ name: 'users', runId: '4001', bytes, createdAt: new Date() });

    const planned = await world.run({ inputs: { 'export-run': '4001' } }, files);
    expect(resultsOf(planned)).toEqual({ plan: 'success', send: 'skipped' });
    expect(sandbox.requests).toHaveLength(0);
    const digest = onlyAction(planned.plan).outputs['plan-digest'] ?? '';

    const jobs = await world.run(
      {
        inputs: { 'export-run': '4001', 'expected-plan': digest },
        runId: '6000',
        machineDies: { job: 'send (1)', when: () => sandbox.userCount > 0 },
        cancel: { job: 'send (2)', when: () => sandbox.counters.updated > 0 },
      },
      files,
    );
    const legs = [1, 2, 3, 4, 5, 6].map((leg) => jobs[`send (${leg})`]);
    expect(legs.map((leg) => leg?.result)).toEqual(['failure', 'failure', ...Array(4).fill('success')]);
    expect(jobs.send?.result).toBe('success');
    const actions = legs.slice(1).map(onlyAction);
    expect(actions.map(({ outputs }) => outputs.outcome)).toEqual(['cancelled', ...Array(4).fill('succeeded')]);
    expectStored(sandbox, everybody);
    // The machine that died took its progress with it: what it sent is sent again. After that, nobody is sent twice.
    expect(sandbox.counters.created).toBe(600);
    expect(sandbox.counters.updated).toBeLessThan(600);
    const reports = await Promise.all(
      actions.map(async ({ outputs }) => JSON.parse(await readFile(outputs['report-path'] ?? '', 'utf8')) as Report),
    );
    const sent = reports.map(
      ({ totals: { created = 0, updated = 0 }, resumed }) => created + updated - (resumed?.rows ?? 0),
    );
    const [byStopped = 0, byNext = 0, ...byOthers] = sent;
    expect(byStopped).toBeGreaterThan(0);
    expect(byStopped + byNext).toBe(600);
    expect(byOthers).toEqual([0, 0, 0]);
    expect(jobs.send?.outputs).toEqual({ outcome: 'succeeded' });
    const kept = service.artifacts.filter(
      ({ runId, name }) => runId === '6000' && name.startsWith('cidaas-migrate-resume-'),
    );
    expect(kept).toHaveLength(1);
    expectDiscreet(jobs, sandbox.client.secret);
  });
});
