import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FaultPlan, faultOn } from '../../src/sandbox/fault.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { startCommand } from '../support/command.ts';
import * as fault from '../support/faults/faults.ts';
import {
  DIST,
  expectClosedAccounts,
  ndjson,
  openScenario,
  type Scenario,
  someUsers,
  until,
} from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { asShown } from '../support/shown.ts';
import { HIDDEN_HOST, startProxy, startTlsFront } from '../support/tls-front.ts';

const users = someUsers(20).map((user) => ({ ...user, userStatus: 'VERIFIED' }));
const KEY = 'a state key for these tests';

/** A sync workflow that runs again and again: each call is a new run with the export as it is then. */
async function openSync(service: ResultsService, faults: FaultPlan = () => null, options: SandboxOptions = {}) {
  const scenario = await openScenario({ faults, log: 'users', ...options });
  let run = 4711;
  const begin =
    <T>(step: (...of: Parameters<Scenario['run']>) => Promise<T>) =>
    async (exported: readonly object[], inputs: Texts = {}, env: Texts = {}): Promise<T> => {
      service.beginRun(String(run++));
      await scenario.write('users.ndjson', ndjson(exported));
      const standard = { 'state-key': KEY, 'github-token': service.token, 'abort-above': '100%' };
      return step({ export: 'users.ndjson', ...standard, ...inputs }, { ...service.env(), ...env });
    };
  const [start, sync, syncBundle] = [begin(scenario.start), begin(scenario.run), begin(scenario.runBundle)];
  return { scenario, start, sync, syncBundle, [Symbol.asyncDispose]: () => scenario[Symbol.asyncDispose]() };
}

type Texts = { readonly [name: string]: string };

const delta = { sync: 'delta' };
/** The users of the bulk requests of the last run. */
function sentSince({ sandbox }: Scenario, before: number): readonly CidaasUser[] {
  return sandbox.requests.slice(before).flatMap(({ kind, sent }) => (kind === 'bulk' ? sent : []));
}
/** What the tenant has for the given name of a user now. */
function nameOf({ sandbox }: Scenario, user: CidaasUser | undefined): string | null | undefined {
  return sandbox.users().get(user?.sub ?? '')?.identities[0]?.given_name;
}
const changed = (row: number, change: object) =>
  users.map((user, at) => (at === row - 1 ? { ...user, ...change } : user));

describe('a delta', () => {
  it('sends nobody when nothing changed, and says so', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    const result = await own.sync(users, delta);
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('succeeded');
    expect(result.report.totals).toMatchObject({ rows: 20, unchanged: 20 });
    expect(sentSince(own.scenario, before)).toEqual([]);
  });

  it('sends exactly the users that changed or are new, again and again', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.syncBundle(users.slice(0, 19));
    let before = own.scenario.sandbox.requests.length;
    const second = await own.syncBundle(changed(3, { given_name: 'Changed' }), delta);
    expect(second.report.totals).toMatchObject({ unchanged: 18, updated: 1, created: 1 });
    expect(sentSince(own.scenario, before).map(({ sub }) => sub)).toEqual([users[2]?.sub, users[19]?.sub]);
    before = own.scenario.sandbox.requests.length;
    const third = await own.sync(changed(3, { given_name: 'Changed' }), delta);
    expect(third.report.totals).toMatchObject({ unchanged: 20 });
    expect(sentSince(own.scenario, before)).toEqual([]);
  });

  it('sends exactly the users that a changed mapping changes', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    const rows = users.map(({ sub, email }, at) => ({ sub, email, city: at < 5 ? 'Koeln' : 'Bonn' }));
    const mapping = (table: string) =>
      own.scenario.write(
        'mapping.yml',
        `fields:\n  sub: sub\n  email: email\n  address.locality: { from: city${table} }\n`,
      );
    await mapping('');
    await own.sync(rows, { mapping: 'mapping.yml' });
    await mapping(', table: { Koeln: Köln }, else: Bonn');
    const result = await own.sync(rows, { ...delta, mapping: 'mapping.yml' });
    expect(result.report.totals).toMatchObject({ updated: 5, unchanged: 15 });
  });

  it('never undoes what happened in cidaas meanwhile: no status, roles or password of a known user is sent', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    await own.sync(changed(2, { given_name: 'Changed', userStatus: 'DECLINED', roles: ['editor'] }), delta);
    const [sent] = sentSince(own.scenario, before);
    expect(sent).toMatchObject({ sub: users[1]?.sub, given_name: 'Changed' });
    for (const field of ['userStatus', 'roles', 'password_hash_info']) expect(sent).not.toHaveProperty(field);
  });

  it('sends a password that changed in the source, and only then', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    const password = { algorithmTypeId: 'BCRYPT_10', passwordHash: `$2b$10$${'b'.repeat(53)}` };
    const result = await own.sync(changed(2, { password_hash_info: password }), delta);
    expect(result.report.totals).toMatchObject({ updated: 1, unchanged: 19 });
    expect(sentSince(own.scenario, before)).toMatchObject([{ sub: users[1]?.sub, password_hash_info: password }]);
  });

  it('leaves out the fields that the mapping calls create-only', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.scenario.write(
      'mapping.yml',
      'create-only: [given_name]\nfields:\n  sub: sub\n  email: email\n  given_name: given_name\n  family_name: family_name\n  userStatus: userStatus\n',
    );
    const mapped = { mapping: 'mapping.yml' };
    await own.sync(users, mapped);
    const before = own.scenario.sandbox.requests.length;
    const result = await own.sync(changed(2, { given_name: 'Left out', family_name: 'Sent', userStatus: 'DECLINED' }), {
      ...delta,
      ...mapped,
    });
    expect(result.report.totals).toMatchObject({ updated: 1 });
    expect(sentSince(own.scenario, before)).toEqual([
      { sub: users[1]?.sub, email: users[1]?.email, family_name: 'Sent', userStatus: 'DECLINED' },
    ]);
  });

  it('tries a failed user again, though the state went on', async () => {
    await using service = await startResultsService();
    let bad = true;
    await using own = await openSync(service, (request) =>
      bad
        ? faultOn(
            'bulk',
            'every',
            fault.rejecting(({ email }) => email === users[4]?.email),
          )(request)
        : null,
    );
    const first = await own.sync(users);
    expect(first.outputs.outcome).toBe('failed');
    bad = false;
    const second = await own.sync(users, delta);
    expect(second.report.totals).toMatchObject({ created: 1, unchanged: 19 });
  });

  it('sends a user again of whom no answer came, also when the source has gone back since', async () => {
    await using service = await startResultsService();
    let drops = false;
    const lost = faultOn('bulk', 'every', fault.droppedAfter());
    await using own = await openSync(service, (request) => (drops ? lost(request) : null));
    await own.sync(users);
    drops = true;
    const during = await own.sync(changed(3, { given_name: 'Lost' }), {
      ...{ ...delta, 'max-attempts': '1', 'outage-patience': '0' },
    });
    expect(during.report.totals).toMatchObject({ unknown: 1, unchanged: 19 });
    drops = false;
    const after = await own.sync(users, delta);
    expect(after.report.totals).toMatchObject({ updated: 1, unchanged: 19 });
    expect(nameOf(own.scenario, users[2])).toBe(users[2]?.given_name);
  });

  it('compares with what a cancelled run sent', async () => {
    await using service = await startResultsService();
    let open: () => void = () => undefined;
    let gate: Promise<void> = Promise.resolve();
    await using own = await openSync(service, () => null, { latencyMs: 1, sleep: () => gate });
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const all = users.map((user) => ({ ...user, given_name: 'Changed' }));
    const few = { ...delta, 'batch-size': '5', concurrency: '1', check: 'off' };
    const { child, ended } = await own.start(all, few);
    // The token, then the first batch, whose answer may still come.
    await until(() => own.scenario.sandbox.requests.length > before);
    gate = Promise.resolve();
    open();
    await until(() => own.scenario.sandbox.requests.length > before + 1);
    child.kill('SIGINT');
    const cancelled = await ended;
    expect(cancelled.outputs.outcome).toBe('cancelled');
    const { updated = 0 } = cancelled.report.totals;
    const back = await own.sync(users, delta);
    expect(back.report.totals).toMatchObject({ updated, unchanged: 20 - updated });
    for (const user of users) expect(nameOf(own.scenario, user)).toBe(user.given_name);
  });

  it('knows a user once whom two rows claim, one of which is always refused', async () => {
    await using service = await startResultsService();
    const refused = faultOn(
      'bulk',
      'every',
      fault.rejecting(({ email }) => email === 'z@example.com'),
    );
    await using own = await openSync(service, refused);
    await own.sync([{ email: 'x@example.com', username: 'user-a' }]);
    const claimed = [
      { email: 'x@example.com', username: 'user-b' },
      { email: 'z@example.com', username: 'user-a' },
    ];
    await own.sync(claimed, delta);
    for (const again of [await own.sync(claimed, delta), await own.sync(claimed, delta)])
      expect(again.report.delta).toMatchObject({ known: 1, missing: { total: 0, new: 0 } });
  });

  it('tells people without subs apart by their password when an address passed from one to the other', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    const hash = (letter: string) => ({
      algorithmTypeId: 'BCRYPT_10',
      passwordHash: `$2b$10$${letter.repeat(53)}`,
    });
    await own.sync([
      { email: 'x@example.com', username: 'user-a', password_hash_info: hash('a') },
      { email: 'y@example.com', username: 'user-b', password_hash_info: hash('b') },
    ]);
    const before = own.scenario.sandbox.requests.length;
    const moved = [
      { email: 'y@example.com', username: 'user-a', password_hash_info: hash('a') },
      { email: 'z@example.com', username: 'user-b', password_hash_info: hash('b') },
    ];
    const result = await own.sync(moved, delta);
    expect(result.report.delta).toMatchObject({ changed: 2, missing: { total: 0 } });
    for (const user of sentSince(own.scenario, before)) expect(user).not.toHaveProperty('password_hash_info');
    // Both rows are left out now, and everybody stands in one of them.
    const conflict = moved.map((user) => ({ ...user, email: 'y@example.com' }));
    const left = await own.sync(conflict, { ...delta, 'fail-above': '2' });
    expect(left.report.delta).toMatchObject({ missing: { total: 0 } });
  });

  it('lists who vanished, once, and counts every row as present whatever became of it', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const exported = users.slice(2).map((user, at) => (at === 0 ? { ...user, birthdate: 'no date' } : user));
    const second = await own.sync(exported, { ...delta, 'fail-above': '1' });
    expect(second.report.totals).toMatchObject({ invalid: 1, unchanged: 17 });
    expect(second.report.delta?.missing).toEqual({ total: 2, new: 2, subs: [users[0]?.sub, users[1]?.sub] });
    const third = await own.sync(exported, { ...delta, 'fail-above': '1' });
    expect(third.report.delta?.missing).toEqual({ total: 2, new: 0, subs: [] });
    const back = await own.sync(users, delta);
    expect(back.report.totals).toMatchObject({ unchanged: 20 });
    expect(own.scenario.sandbox.userCount).toBe(20);
  });

  it('takes nobody for missing who stands in a copy, or in two rows that contradict each other', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    // Row 1 changed and stands there twice; rows 2 and 3 now claim one address.
    const [first, second, third, ...others] = changed(1, { given_name: 'Changed' });
    const exported = [first, second, { ...third, email: second?.email }, ...others, first].map((user) => ({ ...user }));
    const result = await own.sync(exported, { ...delta, 'fail-above': '2' });
    expect(result.report.totals).toMatchObject({ updated: 1, duplicate: 1 });
    expect(result.report.totals.invalid).toBeGreaterThan(0);
    expect(result.report.delta?.missing).toEqual({ total: 0, new: 0, subs: [] });
    const healed = await own.sync(users, delta);
    expect(healed.report.delta).toMatchObject({ known: 20, missing: { total: 0 } });
    expect(healed.report.totals).toMatchObject({ updated: 1, unchanged: 19 });
  });

  it.each([
    [
      'max-changed',
      '4',
      changed(1, {}).map((user) => ({ ...user, given_name: 'Slipped' })),
      'would send 20 of 20 rows',
    ],
    ['max-changed', '25%', changed(1, {}).map((user) => ({ ...user, given_name: 'Slipped' })), 'max-changed (25%)'],
    ['max-missing', '10%', users.slice(0, 15), '5 of 20 known users are newly missing'],
  ])('whose export slipped sends nothing: %s %s', async (input, limit, exported, says) => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    const result = await own.sync(exported, { ...delta, [input]: limit });
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.reason).toContain(says);
    expect(sentSince(own.scenario, before)).toEqual([]);
    expect((await own.sync(users, delta)).report.totals).toMatchObject({ unchanged: 20 });
  });

  it('reports a user whom the state knows under another sub', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const result = await own.sync(changed(1, { sub: '11111111-0000-4000-8000-000000000001' }), {
      ...delta,
      'fail-above': '1',
    });
    const planned = await own.sync(changed(1, { sub: '11111111-0000-4000-8000-000000000002' }), {
      ...delta,
      mode: 'plan',
    });
    expect(planned.report.warnings).toMatchObject({ 'sub.changed': 1 });
    expect(result.report.delta).toMatchObject({ subChanged: [1], missing: { total: 0 } });
    expect(result.report.warnings).toMatchObject({ 'sub.changed': 1 });
    expect(asShown(result.summary)).toContain('| Different sub | row 1 |');
  });

  it('keeps two people apart of whom one took the address that the other gave up', async () => {
    await using service = await startResultsService();
    const heir = { ...users[19], email: users[0]?.email };
    const refused = faultOn(
      'bulk',
      'every',
      fault.rejecting(({ sub }) => sub === heir.sub),
    );
    await using own = await openSync(service, refused);
    await own.sync(users.slice(0, 19));
    const moved = [...changed(1, { email: 'moved@example.com' }).slice(0, 19), heir];
    const second = await own.sync(moved, delta);
    expect(second.report.totals).toMatchObject({ updated: 1, failed: 1, unchanged: 18 });
    expect(second.report.delta).toMatchObject({ changed: 1, new: 1, subChanged: [] });
    const third = await own.sync(moved, delta);
    expect(third.report.totals).toMatchObject({ failed: 1, unchanged: 19 });
    expect(third.report.delta).toMatchObject({ known: 19, missing: { total: 0 } });
  });

  it('that a re-run continues does not take the users of the first attempt for lost ones', async () => {
    await using service = await startResultsService();
    let bad = true;
    await using own = await openSync(service, (request) =>
      bad
        ? faultOn(
            'bulk',
            'every',
            fault.rejecting(({ sub }) => sub === users[4]?.sub),
          )(request)
        : null,
    );
    await own.sync(users, { 'resume-run-id': '' });
    bad = false;
    const again = await own.sync(users, { 'resume-run-id': '4711' });
    expect(again.report.resumed).toMatchObject({ rows: 19 });
    expect(again.report.totals).toMatchObject({ created: 20 });
    expect(again.report.delta).toMatchObject({ known: 19, recreated: [] });
    expect(again.report.warnings).not.toHaveProperty('recreated');
  });

  it('reports a known user whom the tenant had lost', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const { sandbox } = own.scenario;
    await sandbox.close();
    await using emptied = await startSandbox({ port: Number(new URL(sandbox.url).port) });
    const result = await own.sync(changed(2, { given_name: 'Lost' }), delta);
    expect(result.report.delta?.recreated).toEqual([2]);
    expect(result.report.warnings).toMatchObject({ recreated: 1 });
    expect(emptied.userCount).toBe(1);
  });

  it('plans with the state, and sends nothing', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    const result = await own.sync(changed(3, { given_name: 'Changed' }), { ...delta, mode: 'plan' });
    expect(result.report.totals).toMatchObject({ planned: 1, unchanged: 19 });
    expect(own.scenario.sandbox.requests).toHaveLength(before);
    const applied = await own.sync(changed(3, { given_name: 'Changed' }), {
      ...delta,
      'expected-plan': result.outputs['plan-digest'] ?? '',
    });
    expect(applied.report.totals).toMatchObject({ updated: 1 });
  });
});

describe('the state', () => {
  const stored = (service: ResultsService) =>
    service.artifacts.filter(({ name }) => name.startsWith('cidaas-migrate-state-'));

  it('is required: without a valid one a delta fails and sends nothing', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    const result = await own.sync(users, delta);
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('sync: full');
    expect(own.scenario.sandbox.counters.bulkRequests).toBe(0);
  });

  it.each([
    ['another key', {}, { 'state-key': 'another key of these tests' }],
    ['another workflow', { GITHUB_WORKFLOW: 'another' }, {}],
    ['another branch', { GITHUB_REF: 'refs/heads/other' }, {}],
  ])('of %s is not taken', async (_, env, inputs) => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const result = await own.sync(users, { ...delta, ...inputs }, env);
    expect(result.outputs.outcome).toBe('error');
  });

  it.each([
    ['a pull request', { event: 'pull_request', branch: 'feature' }, { GITHUB_REF: 'refs/pull/7/merge' }],
    ['a fork', { isFork: true }, {}],
    ['another branch, under the name of this one', { branch: 'feature' }, {}],
    [
      'another workflow file',
      { path: '.github/workflows/other.yml' },
      { GITHUB_WORKFLOW_REF: 'acme/identity/.github/workflows/other.yml@refs/heads/main' },
    ],
  ])('of %s is never taken, though it has the same key', async (_, details, env) => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users, {}, env);
    service.beginRun('4711', details);
    const result = await own.sync(users, delta);
    expect(result.outputs.outcome).toBe('error');
    expect(result.report.reason).toContain('There is no valid state to compare with');
  });

  it('is found behind many artifacts of others', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    for (let n = 0; n < 150; n++) service.seed({ name: `other-${n}`, bytes: Buffer.from('x'), runId: '9000' });
    const result = await own.sync(users, delta);
    expect(result.report.totals).toMatchObject({ unchanged: 20 });
  });

  it('is found through the proxy that leads to GitHub', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const ca = join(own.scenario.folder, 'ca.pem');
    await using front = await startTlsFront(service.env().GITHUB_API_URL ?? '', ca);
    await using proxy = await startProxy(front.port, 'anybody:anything');
    const env = { GITHUB_API_URL: `https://${HIDDEN_HOST}`, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: ca };
    const result = await own.syncBundle(users, delta, env);
    expect(result.report.totals).toMatchObject({ unchanged: 20 });
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  it('that is damaged is passed over with a warning, for the one before it', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const [artifact] = stored(service);
    const file = Buffer.from(unzipSync(artifact?.bytes ?? new Uint8Array())['state.bin'] ?? []);
    service.seed({
      name: artifact?.name ?? '',
      bytes: Buffer.from(zipSync({ 'state.bin': file.with(file.length - 30, (file.at(-30) ?? 0) ^ 1) })),
    });
    const result = await own.sync(users, delta);
    expect(result.report.totals).toMatchObject({ unchanged: 20 });
    expect(result.annotations.map(({ message }) => message).join()).toContain('damaged or changed');
  });

  it('whose bytes are not those of its upload is passed over with a warning, for the one before it', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const [{ name, bytes } = { name: '', bytes: Buffer.alloc(0) }] = stored(service);
    service.seed({ name, bytes, digest: `sha256:${'0'.repeat(64)}` });
    const result = await own.sync(users, delta);
    expect(result.report.totals).toMatchObject({ unchanged: 20 });
    expect(result.annotations.map(({ message }) => message).join()).toContain('of run 4711 is not used');
  });

  it('of a run that was overtaken is not stored', async () => {
    await using service = await startResultsService();
    let open: () => void = () => undefined;
    let gate: Promise<void> = Promise.resolve();
    await using own = await openSync(service, () => null, { latencyMs: 1, sleep: () => gate });
    await using other = await openSync(service);
    await own.sync(users);
    const before = own.scenario.sandbox.requests.length;
    // The first run waits for the tenant until the second one has come and gone.
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const first = own.sync(changed(3, { given_name: 'First' }), delta);
    await until(() => own.scenario.sandbox.requests.length > before);
    gate = Promise.resolve();
    const later = changed(5, { given_name: 'Second' });
    const second = await other.sync(later, { ...delta, 'tenant-url': own.scenario.sandbox.url });
    open();
    expect(second.report.totals).toMatchObject({ updated: 1, unchanged: 19 });
    const states = stored(service).length;
    const { annotations, report, outputs } = await first;
    expect(outputs.outcome).toBe('failed');
    expect(report.reason).toContain('as a new run and not as a re-run');
    expect(report.totals).toMatchObject({ updated: 1 });
    expect(annotations.map(({ message }) => message).join()).toContain('Another run stored a newer state');
    expect(stored(service)).toHaveLength(states);
  });

  it('is sealed anew by every delta, also when nothing changed', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    await own.sync(users, delta);
    await own.sync(users.toReversed(), delta);
    const seals = stored(service).map(({ bytes }) => {
      const [, header = '{}'] = Buffer.from(unzipSync(bytes)['state.bin'] ?? [])
        .toString('latin1')
        .split('\n');
      return JSON.parse(header) as { readonly runId: string; readonly sequence: number };
    });
    expect(seals.map(({ runId }) => runId)).toEqual(['4711', '4712', '4713']);
    const sequences = seals.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    const gone = await own.sync(users.slice(1), delta);
    expect(gone.report.delta?.missing).toMatchObject({ total: 1, new: 1 });
  });

  it('holds nothing of the users in the clear', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    await own.sync(users);
    const text = Buffer.from(unzipSync(stored(service)[0]?.bytes ?? new Uint8Array())['state.bin'] ?? []).toString(
      'latin1',
    );
    for (const secret of [users[0]?.sub, users[0]?.email, '$2b$', KEY]) expect(text).not.toContain(secret);
  });

  it('needs no state-key for a full sync, and then keeps none', async () => {
    await using service = await startResultsService();
    await using own = await openSync(service);
    const result = await own.sync(users, { 'state-key': '' });
    expect(result.outputs.outcome).toBe('succeeded');
    expect(stored(service)).toEqual([]);
  });
});

describe('the command', () => {
  /** What a run of the command that keeps its state in `kept` came to. */
  async function sync({ folder, sandbox }: Scenario, exported: readonly object[], ...args: readonly string[]) {
    await writeFile(join(folder, 'users.ndjson'), ndjson(exported));
    const where = ['--tenant-url', sandbox.url, '--state-dir', 'kept', '--report-dir', 'report'];
    const env = {
      CIDAAS_CLIENT_ID: sandbox.client.id,
      CIDAAS_CLIENT_SECRET: sandbox.client.secret,
      CIDAAS_STATE_KEY: KEY,
    };
    const run = startCommand(DIST, ['--export', 'users.ndjson', ...where, ...args], { cwd: folder, env });
    const { exitCode, stdout, stderr } = await run.ended;
    return { exitCode, said: `${stdout}${stderr}` };
  }

  it('that cannot keep its state has imported everybody, and fails', async () => {
    let home = '';
    const spoil = (): null => {
      // While users are sent: before that, the command would refuse to begin.
      if (home !== '') mkdirSync(join(home, 'kept/state.bin.part'), { recursive: true });
      return null;
    };
    await using scenario = await openScenario({ faults: spoil });
    home = scenario.folder;
    const { exitCode, said } = await sync(scenario, users);
    home = '';
    expect(exitCode).toBe(1);
    expect(said).toContain('error: The state could not be stored: ');
    expect(said).toContain('apply failed');
    expect(said).toContain('20 created');
    // What was sent is remembered in the other file, so that nobody is sent again whole.
    await rm(join(scenario.folder, 'kept/state.bin.part'), { recursive: true });
    const again = await sync(scenario, users);
    expect(again.said).toContain('20 rows are settled already');
    expect((await sync(scenario, users, '--sync', 'delta')).said).toContain('20 unchanged');
  });

  it('remembers of the users whom it sent without an answer nothing that was before', async () => {
    let drops = false;
    const [one, two] = users;
    const refusing = faultOn(
      'bulk',
      'every',
      fault.rejecting(({ sub }) => sub === two?.sub),
    );
    const lost = faultOn('bulk', 'every', fault.droppedAfter());
    await using scenario = await openScenario({
      faults: (request) => (drops ? lost : refusing)(request),
      log: 'users',
    });
    const once = ['--max-attempts', '1', '--outage-patience', '0', '--abort-above', '100%', '--batch-size', '1'];
    await sync(scenario, [one ?? {}, two ?? {}], ...once);
    drops = true;
    await sync(scenario, [{ ...one, given_name: 'Lost' }, two ?? {}], ...once);
    drops = false;
    await sync(scenario, [one ?? {}, two ?? {}], ...once);
    expect(nameOf(scenario, one)).toBe(one?.given_name);
  });

  it('does not put its state in the place of another tenant', async () => {
    await using scenario = await openScenario();
    await using other = await openScenario();
    await sync(scenario, users);
    const { exitCode, said } = await sync({ ...scenario, sandbox: other.sandbox }, users);
    expect(exitCode).toBe(3);
    expect(said).toContain(`--state-dir: the state in this folder belongs to ${scenario.sandbox.url}`);
    expect(other.sandbox.userCount).toBe(0);
  });

  it('keeps the state in --state-dir, and a delta without one there sends nothing', async () => {
    await using scenario = await openScenario({ log: 'users' });
    const { sandbox } = scenario;
    const tooEarly = await sync(scenario, users, '--sync', 'delta');
    expect(tooEarly.exitCode).toBe(3);
    expect(tooEarly.said).toContain('There is no valid state to compare with');
    expect(sandbox.userCount).toBe(0);

    expect((await sync(scenario, users)).exitCode).toBe(0);
    expect((await sync(scenario, users, '--sync', 'delta')).said).toContain('0 new, 0 changed, 20 unchanged');
    const before = sandbox.requests.length;
    const next = await sync(scenario, changed(3, { given_name: 'Changed' }), '--sync', 'delta');
    expect(next.said).toContain('0 new, 1 changed, 19 unchanged, 0 newly missing');
    expect(sentSince(scenario, before).map(({ sub }) => sub)).toEqual([users[2]?.sub]);
  });
});
