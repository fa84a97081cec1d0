import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import {
  expectDiscreet,
  type Files,
  type Given,
  MAPPING,
  onlyAction,
  openWorld,
  resultsOf,
  sentSince,
  type World,
} from '../support/example-world.ts';
import { csvText } from '../support/export-text.ts';
import { rejecting } from '../support/faults/faults.ts';
import type { Report } from '../support/report.ts';
import { expectStored, someUsers } from '../support/scenario.ts';
import { asShown, errorsOf } from '../support/shown.ts';

const users = someUsers(60);
/** What the legacy system let in and cidaas would not. */
const withoutAddress = (user: CidaasUser): CidaasUser => ({ ...user, email: 'none' });

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
    const { sandbox, webhooks } = world;
    const repository = (today: Buffer): Files => ({
      'migration/mapping.yml': MAPPING,
      'migration/export-users.sh': 'cp "$(dirname "$0")/today" "$1"\n',
      'migration/today': today,
    });
    const sync = async (exported: readonly CidaasUser[], given: Given = { event: 'schedule' }) => {
      const today = await world.encrypted(exported);
      const jobs = await world.run(given, () => repository(today));
      expectDiscreet(jobs, sandbox.client.secret);
      expect(jobs.sync?.posts.map(({ exitCode }) => exitCode)).toEqual([0]);
      return { jobs, ...onlyAction(jobs.sync) };
    };

    const tooEarly = await sync(everybody);
    expect(resultsOf(tooEarly.jobs)).toEqual({ export: 'success', sync: 'failure', notify: 'success' });
    expect(errorsOf(tooEarly).join()).toContain('There is no valid state to compare with, so nothing was sent');
    expect(webhooks.slack).toHaveLength(1);

    const tonight = await world.encrypted(everybody);
    const refusedFull = await world.run({ inputs: { sync: 'full' }, rejectedBy: ['cidaas-full-sync'] }, () =>
      repository(tonight),
    );
    expect(resultsOf(refusedFull)).toEqual({ export: 'success', sync: 'failure', notify: 'success' });
    expect(refusedFull.sync?.steps).toEqual([]);
    expect(webhooks.slack.at(-1)?.text).toMatch(/^Delta sync of users to cidaas: did not run\nhttps:/);
    expect(sandbox.userCount).toBe(0);

    const full = await sync(everybody, { inputs: { sync: 'full' } });
    expect(resultsOf(full.jobs)).toEqual({ export: 'success', sync: 'success', notify: 'skipped' });
    expectStored(sandbox, everybody);

    let before = sandbox.requests.length;
    const quiet = await sync(everybody, { event: 'schedule', rejectedBy: ['cidaas-full-sync'] });
    expect(quiet.outputs).toMatchObject({ outcome: 'succeeded', unchanged: '120', updated: '0', created: '0' });
    expect(sentSince(sandbox, before)).toEqual([]);

    // One changed, one is new, one vanished, and one changed whom the tenant refuses tonight: not worth a red night.
    const tomorrow = someUsers(121)
      .map((user, at) => (at === 4 || at === 7 ? { ...user, family_name: 'Neumann' } : user))
      .filter((_, at) => at !== 10);
    isRefused = true;
    const busy = await sync(tomorrow);
    expect(resultsOf(busy.jobs)).toEqual({ export: 'success', sync: 'success', notify: 'skipped' });
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
    expect(sentSince(sandbox, before)).toEqual([]);

    const meant = await sync(renamed, { inputs: { 'max-changed': '100%' } });
    expect(resultsOf(meant.jobs)).toEqual({ export: 'success', sync: 'success', notify: 'skipped' });
    expect(sentSince(sandbox, before)).toHaveLength(120);

    // Four nights failed. Each was told to both, with counts and the address of the run, and without users.
    const told = webhooks.slack.map(({ text }) => text.split('\n'));
    expect(told).toHaveLength(4);
    for (const [, run] of told) expect(run).toMatch(/^https:\/\/github\.com\/acme\/identity\/actions\/runs\/\d+$/);
    expect(told.at(-1)?.[0]).toBe(
      'Delta sync of users to cidaas: aborted (rows 120, created 0, updated 0, unchanged 0, invalid 0, failed 0, unknown 0, unsent 120)',
    );
    expect(
      webhooks.teams.flatMap(({ attachments }) => attachments.map(({ content }) => content.body[0]?.text)),
    ).toEqual(told.map(([text]) => text));
  });
});

describe('examples/go-live.yml', () => {
  const files = () => ({ 'migration/mapping.yml': MAPPING });
  const EXPORT_RUN = '4000';

  const upload = (world: World, exported: readonly CidaasUser[], runId = EXPORT_RUN) => world.upload(exported, runId);
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
    expect(sentSince(sandbox, before)).toEqual([]);
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
    await world.upload(everybody, '4001');

    const planned = await world.run({ inputs: { 'export-run': '4001' } }, files);
    expect(resultsOf(planned)).toEqual({ plan: 'success', send: 'skipped', notify: 'skipped' });
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
    expect(jobs.send?.outputs).toMatchObject({ outcome: 'succeeded', rows: '600' });
    const [told, ...again] = world.webhooks.slack;
    expect(again).toEqual([]);
    expect(told?.text).toMatch(
      /^Go-live of users in cidaas: succeeded \(rows 600, created \d+, updated \d+, invalid 0, /,
    );
    const kept = service.artifacts.filter(
      ({ runId, name }) => runId === '6000' && name.startsWith('cidaas-migrate-resume-'),
    );
    expect(kept).toHaveLength(1);
    expectDiscreet(jobs, sandbox.client.secret);
  });
});
