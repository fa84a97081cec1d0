import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { hashSync } from 'bcryptjs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { accountingError } from '../../src/report/run-outcome.ts';
import { askBeforeSending } from '../../src/run/confirm-step.ts';
import { type Fault, type FaultPlan, faultOn, type UserTest } from '../../src/sandbox/fault.ts';
import { jsonReply } from '../../src/sandbox/reply.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startCommand } from '../support/command.ts';
import { encryptFor, keyPair } from '../support/encrypted.ts';
import * as fault from '../support/faults/faults.ts';
import { DIST, ndjson, openScenario, type ScenarioResult, someUsers, until } from '../support/in-process.ts';
import { startLoadBalancer } from '../support/load-balancer.ts';
import { openLedger } from '../support/open-ledger.ts';
import { startResultsService } from '../support/results-service.ts';

import { CAN_MOUNT, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { HIDDEN_HOST, startProxy, startTlsFront } from '../support/tls-front.ts';

/** How a run ended, as its operator sees it. */
interface Seen {
  /** Null when there is none: nobody was left to say it. */
  readonly outcome: string | null;
  readonly said: string;
}
type Texts = { readonly [name: string]: string };

const users = someUsers(40);
const inputs = {
  ...{ export: 'users.ndjson', 'batch-size': '5', concurrency: '1' },
  ...{ 'max-attempts': '1', 'outage-patience': '0' },
};
const patient = { ...inputs, 'abort-above': '100%' };
/** A tenant without the custom field of these users. */
const NO_FIELDS = { fields: [], roles: [], groups: [], groupTypes: [] };
const always = (each: Parameters<typeof faultOn>[2]): FaultPlan => faultOn('bulk', 'every', each);

function seen({ outputs, report, stdout, stderr, summary }: ScenarioResult): Seen {
  const reasons = (report?.failures ?? []).map(({ code }) => code);
  return {
    outcome: outputs.outcome ?? report?.outcome ?? null,
    said: [report?.reason, ...reasons, stdout, stderr, summary].join('\n'),
  };
}

/** One run of these users with these inputs; `files` lie in the workspace besides. */
async function run(given: Texts = inputs, options: SandboxOptions = {}, env: Texts = {}, files: Texts = {}) {
  await using scenario = await openScenario(options);
  await scenario.write('users.ndjson', ndjson(users));
  for (const [name, content] of Object.entries(files)) await scenario.write(name, content);
  return seen(await scenario.run(given, env));
}

/** The same as a process of its own: one that finds its disk full. */
async function runBundle(given: Texts, env: Texts): Promise<Seen> {
  await using scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  return seen(await scenario.runBundle(given, env));
}

/** A run that `act` ends in the middle, and the post step after it, if there is one. */
async function interrupted(act: 'SIGHUP' | 'SIGKILL', hasPost: boolean): Promise<Seen> {
  await using scenario = await openScenario({ latencyMs: 50 });
  await scenario.write('users.ndjson', ndjson(users));
  const { child, ended } = await scenario.start(inputs);
  await until(() => scenario.sandbox.counters.bulkRequests >= 2);
  child.kill(act);
  const main = await ended;
  return seen(hasPost ? await scenario.post(main, inputs) : main);
}

/** A second attempt of a run that could not finish; `spoil` changes what the first one left. */
async function secondAttempt(
  spoil: (service: Awaited<ReturnType<typeof startResultsService>>) => void,
  given: Texts = {},
): Promise<Seen> {
  await using service = await startResultsService();
  await using scenario = await openScenario({ faults: faultOn('bulk', (n) => n > 3, fault.gatewayError(503, false)) });
  await scenario.write('users.ndjson', ndjson(users));
  await scenario.run(patient, service.env());
  spoil(service);
  return seen(await scenario.run({ ...patient, ...given }, { ...service.env(), GITHUB_RUN_ATTEMPT: '2' }));
}

/** A delta after a full sync with a state; `spoil` changes what it finds, `given` its inputs. */
async function secondNight(
  spoil: (service: Awaited<ReturnType<typeof startResultsService>>) => void = () => undefined,
  given: Texts = {},
): Promise<Seen> {
  await using service = await startResultsService();
  await using scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  const sync = { ...inputs, 'state-key': 'a state key of sixteen', 'github-token': service.token };
  service.beginRun('1');
  await scenario.run(sync, service.env());
  service.beginRun('2');
  spoil(service);
  return seen(await scenario.run({ ...sync, sync: 'delta', ...given }, service.env()));
}

/** A delta that deletes missing users, whose deletions the tenant refuses; `spoil` changes what it finds. */
async function departures(
  given: Texts,
  spoil: (service: Awaited<ReturnType<typeof startResultsService>>) => void = () => undefined,
): Promise<Seen> {
  await using service = await startResultsService();
  const refused = fault.replying('no', jsonReply(400, { success: false, status: 400, error: { error: 'no' } }));
  await using scenario = await openScenario({ faults: faultOn('purge', 'every', refused) });
  await scenario.write('users.ndjson', ndjson(users));
  const sync = { ...inputs, 'state-key': 'a state key of sixteen', 'github-token': service.token };
  service.beginRun('1');
  await scenario.run(sync, service.env());
  service.beginRun('2');
  spoil(service);
  await scenario.write('users.ndjson', ndjson(users.slice(1)));
  const missing = { sync: 'delta', 'missing-users': 'delete', 'max-missing': '1' };
  return seen(await scenario.run({ ...sync, ...missing, ...given }, service.env()));
}

/** Mode undo for a run, after run 1 created these users. */
async function takenBack(runId: string, given: Texts): Promise<Seen> {
  await using service = await startResultsService();
  await using scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  const sync = { ...inputs, 'state-key': 'a state key of sixteen', 'github-token': service.token };
  service.beginRun('1');
  await scenario.run(sync, service.env());
  // Run 2 sends nothing.
  for (const id of ['2', '3']) service.beginRun(id);
  const undo = { mode: 'undo', 'undo-run-id': runId, export: '' };
  return seen(await scenario.run({ ...sync, ...undo, ...given }, service.env()));
}

function stateOf({ artifacts }: Awaited<ReturnType<typeof startResultsService>>) {
  const found = artifacts.find(({ name }) => name.startsWith('cidaas-migrate-state-'));
  if (found === undefined) throw new Error('there is no state');
  return found;
}

/** Each row of the table, brought about. */
const ENDS: { readonly [what: string]: () => Promise<Seen> } = {
  'all users are imported': () => run(),
  'a pilot is imported': () => run({ ...inputs, pilot: '3' }),
  'more rows failed than `fail-above` allows': () => run(patient, { faults: always(poison()) }),
  'too many invalid rows in the plan': () => run(inputs, {}, {}, { 'users.ndjson': '{"email":"x"}\n' }),
  'a plan that differs from the approved one': () => run({ ...inputs, 'expected-plan': 'v1.another' }),
  'a question in a shell is not answered with yes': async () => {
    const settings = {
      tenant: { kind: 'origin', origin: 'https://acme.example.com' },
      missingUsers: 'report',
    } as const;
    using folder = tempFolder();
    using ledger = openLedger(folder.file('ledger.db'));
    const ports = { ledger, stop: new AbortController().signal, confirm: async () => false };
    const end = await askBeforeSending(settings, ports, null);
    return { outcome: end?.outcome ?? null, said: end?.message ?? '' };
  },
  'a change of the mapping does what `fail-on` or `max-newly-invalid` forbids': () => {
    const mapping = (sub: string) => `fields: { email: email, sub: ${sub}, userStatus: { value: VERIFIED } }\n`;
    const files = { 'mapping.yml': mapping('email'), 'base.yml': mapping('sub') };
    const compared = { 'compare-mapping': 'base.yml', 'fail-on': 'sub' };
    return run({ ...inputs, mode: 'plan', mapping: 'mapping.yml', ...compared }, {}, {}, files);
  },
  'missing users could not be blocked or deleted': () => departures({ 'abort-above': '100%' }),
  'the state cannot be stored before missing users are changed': () =>
    departures({}, (service) => service.fail({ on: 'CreateArtifact', kind: 'status', status: 400 })),
  'the tenant refuses the login of a test account': () => {
    const [user] = users;
    const password = { algorithmTypeId: 'BCRYPT_4', passwordHash: hashSync('right', 4) };
    const one = ndjson([{ ...user, password_hash_info: password }]);
    const wrong = fault.replying('wrong', jsonReply(400, { error: 'invalid_grant', error_description: 'wrong' }));
    const canary = { 'password-canary': `${user?.email},right` };
    return run({ ...inputs, ...canary }, { faults: faultOn('login', 'every', wrong) }, {}, { 'users.ndjson': one });
  },
  'a run that left no progress cannot be taken back': () => takenBack('2', {}),
  'mode undo names another mapping than the run': () => takenBack('1', { preset: 'auth0' }),
  'a known password does not match': async () => {
    const [user] = users;
    const password = { algorithmTypeId: 'BCRYPT_5', passwordHash: hashSync('right', 5) };
    const one = ndjson([{ ...user, password_hash_info: password }]);
    const canary = { 'password-canary': `${user?.email},wrong` };
    return run({ ...inputs, ...canary }, {}, {}, { 'users.ndjson': one });
  },
  'nothing proves how the hashes were made': async () => {
    const hashed = `email,hash\nada@example.com,${hashSync('right', 5)}\n`;
    const mapping = 'fields: { email: email, userStatus: { value: VERIFIED } }\npassword: { from: hash }\n';
    const files = { 'users.csv': hashed, 'mapping.yml': mapping };
    return run({ ...inputs, export: 'users.csv', mapping: 'mapping.yml' }, {}, {}, files);
  },
  'nothing says who is blocked': () => {
    const files = { 'users.csv': 'email,blocked\nada@example.com,yes\n', 'mapping.yml': 'fields: { email: email }\n' };
    return run({ ...inputs, export: 'users.csv', mapping: 'mapping.yml' }, {}, {}, files);
  },
  'an export says that it is incomplete': () => {
    const page = JSON.stringify({ users: [{ email: 'ada@example.com' }], total: 40 });
    const mapping = 'source: { records: users }\nfields: { email: email, userStatus: { value: VERIFIED } }\n';
    const files = { 'users.json': page, 'mapping.yml': mapping };
    return run({ ...inputs, export: 'users.json', mapping: 'mapping.yml' }, {}, {}, files);
  },
  'a plan with nobody in it': () => {
    const mapping =
      'skip: [{ reason: left, when: { from: email, empty: false } }]\nfields: { email: email, userStatus: { value: VERIFIED } }\n';
    const files = { 'users.csv': 'email\nada@example.com\n', 'mapping.yml': mapping };
    return run({ ...inputs, export: 'users.csv', mapping: 'mapping.yml' }, {}, {}, files);
  },
  'a delta that changes or misses too much': async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    const sync = { ...inputs, 'state-key': 'a state key of sixteen', 'github-token': service.token };
    service.beginRun('1');
    await scenario.write('users.ndjson', ndjson(users));
    await scenario.run(sync, service.env());
    service.beginRun('2');
    await scenario.write('users.ndjson', ndjson(users.map((user) => ({ ...user, given_name: 'Another' }))));
    return seen(await scenario.run({ ...sync, sync: 'delta', 'max-changed': '30%' }, service.env()));
  },
  'a delta without a state': () => secondNight(() => undefined, { mapping: '', 'tenant-url': 'http://127.0.0.1:9' }),
  'a delta whose last state has expired': () => secondNight((service) => service.expire()),
  'a delta that cannot reach GitHub': () => secondNight((service) => service.fail({ on: 'list', kind: 'reset' })),
  "a delta that GitHub's rate limit stops": () =>
    secondNight((service) =>
      service.fail({ on: 'list', kind: 'status', status: 429, headers: { 'retry-after': '86400' } }),
    ),
  'a delta that may not read artifacts': () => secondNight((service) => service.grant({ contents: 'read' })),
  'a delta whose last state is gone': () =>
    secondNight((service) => {
      const { name, bytes } = stateOf(service);
      service.seed({ name, bytes, expired: true });
    }),
  'a delta that finds only copies of a state': () =>
    secondNight((service) => {
      const { name, bytes } = stateOf(service);
      service.remove(() => true);
      service.seed({ name, bytes, runId: '9' });
    }),
  'a delta with another `state-key`': () => secondNight(() => undefined, { 'state-key': 'another key of sixteen' }),
  'the state of an apply is lost': () =>
    secondNight((service) => service.fail({ on: 'CreateArtifact', kind: 'status', status: 400 })),
  'another run stored a newer state meanwhile': async () => {
    await using service = await startResultsService();
    let gate = Promise.resolve();
    let before = Number.POSITIVE_INFINITY;
    const sending = () => scenario.sandbox.counters.bulkRequests > before;
    await using scenario = await openScenario({ latencyMs: 1, sleep: () => (sending() ? gate : Promise.resolve()) });
    await using other = await openScenario();
    const sync = { ...inputs, 'state-key': 'a state key of sixteen', 'github-token': service.token };
    const night = { ...sync, sync: 'delta', 'tenant-url': scenario.sandbox.url, 'batch-size': '1' };
    const named = (given_name: string) => ndjson(users.map((user, at) => (at < 10 ? { ...user, given_name } : user)));
    service.beginRun('1');
    await scenario.write('users.ndjson', ndjson(users));
    await scenario.run(sync, service.env());
    service.beginRun('2');
    await scenario.write('users.ndjson', named('First'));
    // The first of the two waits for the tenant until the other one has ended.
    before = scenario.sandbox.counters.bulkRequests;
    const { promise, resolve: open } = Promise.withResolvers<void>();
    gate = promise;
    const { ended } = await scenario.start(night, service.env());
    await until(sending);
    gate = Promise.resolve();
    service.beginRun('3');
    await other.write('users.ndjson', named('Second'));
    await other.run(night, service.env());
    open();
    return seen(await ended);
  },
  'the tenant would lose what is sent': () => run(inputs, { setup: NO_FIELDS }),
  '`mode: check` found errors': () => run({ ...inputs, mode: 'check' }, { setup: NO_FIELDS }),
  'too many rows failed while sending': () => run(inputs, { faults: always(poison()) }),
  'the tenant rejects all users': () => run(patient, { faults: always(fault.failing(417)) }),
  'the tenant is away longer than `outage-patience`': () =>
    run(patient, { faults: faultOn('bulk', (n) => n > 1, fault.gatewayError(503, false)) }),
  'the tenant answers HTTP 500 to everything': () =>
    run(patient, { faults: faultOn('bulk', (n) => n > 1, fault.failing(500, 'flat', 500)) }),
  'a firewall refuses one user': () =>
    run(inputs, { faults: always(firewall(({ email }) => email === 'user7@example.com')) }),
  'a firewall refuses this client': () => run(inputs, { faults: always(firewall(() => true)) }),
  'nothing answers at `tenant-url`': () => run({ ...inputs, 'tenant-url': 'http://127.0.0.1:9' }),
  'wrong secret or missing rights': () => run({ ...inputs, 'client-secret': 'another secret' }),
  'the token lacks the scope': () => run(inputs, { grant: { scopes: ['cidaas:field_setup_read'] } }),
  'certificate not trusted': async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    await using front = await startTlsFront(scenario.sandbox.url, join(scenario.folder, 'ca.pem'));
    return seen(await scenario.run({ ...inputs, 'tenant-url': `https://localhost:${front.port}` }));
  },
  'a proxy inspects TLS, and its certificate authority is unknown': async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    await using front = await startTlsFront(scenario.sandbox.url, join(scenario.folder, 'ca.pem'));
    await using proxy = await startProxy(front.port, 'user:password');
    return seen(await scenario.run({ ...inputs, 'tenant-url': `https://${HIDDEN_HOST}` }, { HTTPS_PROXY: proxy.url }));
  },
  'a proxy does not connect to the tenant': async () => {
    await using proxy = await startProxy(1, 'user:password', 407);
    return await run({ ...inputs, 'tenant-url': `https://${HIDDEN_HOST}` }, {}, { HTTPS_PROXY: proxy.url });
  },
  'the check of certificates is turned off': () =>
    run({ ...inputs, 'tenant-url': 'https://acme.example.com' }, {}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
  'something other than HTTP answers': async () => {
    await using front = await startLoadBalancer('http://127.0.0.1:9', { speakGarbage: true });
    return await run({ ...inputs, 'tenant-url': front.url });
  },
  'large requests are reset without an answer': async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    await using front = await startLoadBalancer(scenario.sandbox.url, { maxBytes: 5_000 });
    return seen(await scenario.run({ ...inputs, 'batch-size': '40', 'tenant-url': front.url }));
  },
  'the tenant answers without a result for some users': () =>
    run(patient, { faults: always(fault.answering({ kind: 'missing', count: 1 })) }),
  'a proxy answers with a page': () => run(patient, { faults: always(fault.htmlPage()) }),
  'cancelled in the web page, SIGINT, SIGTERM, SIGHUP': () => interrupted('SIGHUP', false),
  '`time-limit` reached': () => run({ ...inputs, 'time-limit': '0.01' }, { latencyMs: 300 }),
  'the process was killed': () => interrupted('SIGKILL', true),
  'the process was killed in a shell': async () => {
    await using scenario = await openScenario({ latencyMs: 50 });
    await scenario.write('users.ndjson', ndjson(users));
    const { client, url, counters } = scenario.sandbox;
    const env = { CIDAAS_CLIENT_ID: client.id, CIDAAS_CLIENT_SECRET: client.secret };
    const args = ['--export', 'users.ndjson', '--tenant-url', url, '--batch-size', '5', '--concurrency', '1'];
    const killed = startCommand(DIST, args, { cwd: scenario.workspace, env });
    await until(() => counters.bulkRequests >= 2);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(join(scenario.workspace, '.cidaas-migrate/run/ledger.db'))).toBe(true);
    expect(existsSync(join(scenario.workspace, 'migration-report/report.json'))).toBe(false);
    const { stdout, stderr } = await startCommand(DIST, args, { cwd: scenario.workspace, env }).ended;
    expect(existsSync(join(scenario.workspace, '.cidaas-migrate/run'))).toBe(false);
    return { outcome: null, said: stdout + stderr };
  },
  'the runner disappeared': () => interrupted('SIGKILL', false),
  'no resume artifact is found': () =>
    secondAttempt((service) => service.fail({ on: 'ListArtifacts', kind: 'status', status: 404 })),
  'a resume artifact cannot be fetched': () =>
    secondAttempt((service) => service.fail({ on: 'GetSignedArtifactURL', kind: 'status', status: 404 })),
  'the run named by `resume-run-id` has no progress': async () => {
    await using service = await startResultsService();
    service.seed({ name: 'other', bytes: Buffer.from('x'), runId: '7' });
    return await run({ ...inputs, 'resume-run-id': '7', 'github-token': service.token }, {}, service.env());
  },
  '`client-secret` or `state-key` is not that of the earlier run': () =>
    secondAttempt(() => undefined, { 'state-key': 'another key of sixteen' }),
  'a resume artifact is damaged, forged or foreign': () =>
    secondAttempt((service) => {
      const { name = '' } = service.artifacts.find(({ name }) => name.startsWith('cidaas-migrate-resume-')) ?? {};
      service.seed({ name, bytes: Buffer.from(zipSync({ 'resume.bin': Buffer.from('forged') })) });
    }),
  'one of several resume artifacts was deleted or has expired': () =>
    secondAttempt((service) => {
      const last = service.artifacts.find(({ name }) => name.startsWith('cidaas-migrate-resume-'));
      if (last === undefined) throw new Error('there is no resume artifact');
      const text = Buffer.from(unzipSync(last.bytes)['resume.bin'] ?? []).toString('latin1');
      const piece = Buffer.from(text.replace('"attempt":', '"previous":"one that is gone","attempt":'), 'latin1');
      service.remove(({ id }) => id === last.id);
      service.seed({ name: last.name, bytes: Buffer.from(zipSync({ 'resume.bin': piece })) });
    }),
  'the export is broken, stale or too small': () => run({ ...inputs, 'min-rows': '41' }),
  'a compressed export is damaged or cut off': async () => {
    await using scenario = await openScenario();
    const whole = gzipSync(ndjson(users));
    writeFileSync(join(scenario.workspace, 'users.gz'), Buffer.concat([whole, Buffer.alloc(9), whole.subarray(0, 99)]));
    return seen(await scenario.run({ ...inputs, export: 'users.gz' }));
  },
  'a compressed export or an artifact unpacks to too much': async () => {
    await using scenario = await openScenario();
    const bomb = Buffer.concat([zstdCompressSync('email\n'), zstdCompressSync(Buffer.alloc(65_000_000, 'a'))]);
    await scenario.write('users.zst', bomb);
    return seen(await scenario.run({ ...inputs, export: 'users.zst' }));
  },
  'an encrypted export without its key': async () => {
    await using scenario = await openScenario();
    const { recipient } = await keyPair();
    await scenario.write('users.age', await encryptFor(ndjson(users), recipient));
    return seen(await scenario.run({ ...inputs, export: 'users.age' }));
  },
  'an unencrypted export in a public repository': async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    service.seed({ name: 'export', bytes: Buffer.from(zipSync({ 'users.ndjson': Buffer.from(ndjson(users)) })) });
    const event = join(scenario.folder, 'event.json');
    const repository = { full_name: 'acme/identity', private: false, visibility: 'public' };
    writeFileSync(event, JSON.stringify({ repository }));
    const env = { ...service.env(), GITHUB_EVENT_PATH: event };
    return seen(await scenario.run({ 'export-artifact': 'export' }, env));
  },
  'the export artifact has expired': async () => {
    await using service = await startResultsService();
    service.seed({ name: 'export', bytes: Buffer.from('x'), runId: '7', expired: true });
    const from = { 'export-artifact': 'export', 'export-run-id': '7', 'github-token': service.token };
    return await run({ ...from }, {}, service.env());
  },
  'the export artifact was deleted, or has another name': async () => {
    await using service = await startResultsService();
    service.seed({ name: 'other', bytes: Buffer.from('x') });
    return await run({ 'export-artifact': 'export' }, {}, service.env());
  },
  'an export artifact holds links, or names that lead elsewhere': async () => {
    await using service = await startResultsService();
    service.seed({ name: 'export', bytes: Buffer.from(zipSync({ '../users.csv': Buffer.from('email\n') })) });
    return await run({ 'export-artifact': 'export' }, {}, service.env());
  },
  'the export is of a run that anybody can cause': async () => {
    await using service = await startResultsService();
    const runId = String(service.seedRun({ isFork: true, event: 'pull_request' }));
    service.seed({ name: 'export', bytes: Buffer.from(zipSync({ 'a.csv': Buffer.from('email\n') })), runId });
    const from = { 'export-artifact': 'export', 'export-run-id': runId, 'github-token': service.token };
    return await run({ ...from }, {}, service.env());
  },
  'an unknown input': () => run({ ...inputs, 'dry-run': 'true' }),
  'a delta, `resume-run-id` or `export-artifact` on GitHub Enterprise Server': () =>
    run({ ...inputs, 'resume-run-id': '7' }, {}, { GITHUB_SERVER_URL: 'https://github.example.com' }),
  'an option or the mapping is wrong': () => run({ ...inputs, 'batch-size': 'many', concurrency: '-1' }),
  'another run works in `--state-dir`': async () => {
    await using scenario = await openScenario();
    await scenario.write('users.ndjson', ndjson(users));
    const home = join(scenario.workspace, '.cidaas-migrate');
    mkdirSync(home);
    using lock = new DatabaseSync(join(home, 'lock.db'));
    lock.exec('BEGIN EXCLUSIVE');
    const { client, url } = scenario.sandbox;
    const env = { CIDAAS_CLIENT_ID: client.id, CIDAAS_CLIENT_SECRET: client.secret };
    const args = ['--export', 'users.ndjson', '--tenant-url', url];
    const { stderr } = await startCommand(DIST, args, { cwd: scenario.workspace, env }).ended;
    return { outcome: null, said: stderr };
  },
  'the artifact service is unavailable': async () => {
    await using service = await startResultsService();
    service.fail({ on: 'CreateArtifact', kind: 'status', status: 400 });
    return await run(inputs, {}, service.env());
  },
  'the disk is full before anything was sent': async () => {
    using disk = smallDisk(4);
    return await runBundle(inputs, { RUNNER_TEMP: disk.path });
  },
  'the disk is full while users are sent': async () => {
    using disk = smallDisk(20);
    await using scenario = await openScenario({ latencyMs: 20 });
    await scenario.write('users.ndjson', ndjson(someUsers(2_000)));
    const { ended } = await scenario.start(inputs, { RUNNER_TEMP: disk.path });
    await until(() => scenario.sandbox.counters.bulkRequests >= 2);
    disk.fill();
    return seen(await ended);
  },
  'the report cannot be written': async () => {
    using disk = smallDisk(1);
    disk.fill();
    return await runBundle({ ...inputs, 'report-dir': disk.path }, {});
  },
  'a bug': async () => {
    const none = { unchanged: 0, skipped: 0, invalid: 0, duplicate: 0, failed: 0, unknown: 0, unsent: 0, planned: 0 };
    return { outcome: 'error', said: accountingError({ rows: 2, created: 1, updated: 0, ...none }, 2) ?? '' };
  },
};
const NEED_A_DISK = [
  'the disk is full before anything was sent',
  'the disk is full while users are sent',
  'the report cannot be written',
];

/** One user in twenty is never taken. */
function poison() {
  return fault.poisoned(({ email }) => email === 'user7@example.com' || /user[23]\d@/.test(email ?? ''));
}

/** A firewall before the tenant that refuses requests with such users. */
function firewall(hits: UserTest): Fault {
  const body = '<html><title>Blocked</title>Incident ID: 4711-17</html>';
  const reply = { status: 403, headers: { 'content-type': 'text/html' }, body };
  return { name: 'firewall', kind: 'poison', hits, reply };
}

interface Row {
  readonly what: string;
  readonly outcome: string | null;
  readonly quotes: readonly string[];
}

function rowsOfTable(): Row[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const table = text.slice(text.indexOf('| what happened |'), text.indexOf('## In an emergency'));
  return [...table.matchAll(/^\| (.+?) \| (.+?) \| .+ \|$/gm)].slice(2).map(([, what = '', see = '']) => ({
    what,
    outcome: see.match(/^`(succeeded|failed|aborted|cancelled|error)`/)?.[1] ?? null,
    quotes: [...see.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote),
  }));
}

describe('the table in docs/operations.md', () => {
  const rows = rowsOfTable();

  it('has a row for every end that is brought about here, and no other', () => {
    expect(rows.map(({ what }) => what)).toEqual(Object.keys(ENDS));
    expect(rows.flatMap(({ quotes }) => quotes).length).toBeGreaterThan(25);
  });

  it('knows every place of the program that ends a run: a new one needs a row', () => {
    const src = resolve(import.meta.dirname, '../../src');
    const made = /outcome: '(aborted|cancelled|failed|error)'(, message|,\n\s+message)/;
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(files.filter((name) => made.test(readFileSync(join(src, name), 'utf8'))).sort()).toEqual([
      ...['entry/interrupt.ts', 'entry/post.ts'],
      ...['canary-step', 'check-step', 'close-run', 'comparison-gate', 'confirm-step', 'delta-step', 'early-end'].map(
        (name) => `run/${name}.ts`,
      ),
      ...['login-step', 'missing-step', 'password-proof', 'plan-approval', 'sending', 'unread-step', 'work-step'].map(
        (name) => `run/${name}.ts`,
      ),
    ]);
  });

  it.for(rows)('$what', async ({ what, outcome, quotes }, { skip }) => {
    skip(NEED_A_DISK.includes(what) && !CAN_MOUNT, 'this user may not mount a disk to fill');
    const end = await ENDS[what]?.();
    if (outcome !== null) expect(end?.outcome).toBe(outcome);
    for (const quote of quotes) expect(end?.said).toContain(quote);
  });
});
