import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JoinedRecordStore } from '../../src/ledger/joined-record-store.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import { migrate } from '../../src/run/migrate.ts';
import { type Log, SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { INPUTS } from '../../src/settings/inputs.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { openExport } from '../../src/source/open-export.ts';
import { createAccountChanger } from '../../src/tenant/account-changer.ts';
import { createBulkClient } from '../../src/tenant/bulk.ts';
import { MAX_SETUP_MS } from '../../src/tenant/connect.ts';
import { TransportError } from '../../src/tenant/failure.ts';
import type { Http, HttpReply } from '../../src/tenant/http.ts';
import { KnownSecrets } from '../../src/tenant/known-secrets.ts';
import { retryPolicy } from '../../src/tenant/retry-policy.ts';
import { createSetupReader } from '../../src/tenant/setup.ts';
import { MAX_LOST_CALLS, ReadingPatience } from '../../src/tenant/setup-request.ts';
import { createTokenSource } from '../../src/tenant/token.ts';
import { createUserReader } from '../../src/tenant/user-reader.ts';
import { AUTO } from '../source/read-export.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { localEvaluator } from '../support/local-evaluator.ts';
import { manualClock } from '../support/manual-clock.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const MINUTE = 60_000;
const USERS = 200;
const TIMEOUT_MS = Number(INPUTS['request-timeout']) * 1_000;
const PATIENCE_MS = Number.parseInt(INPUTS['outage-patience'], 10) * MINUTE;
const TOKENS = '/token-srv/token';
const BULK = '/users-srv/user/bulk';

type Code = 'tenant.timeout' | 'tenant.connection_lost' | 'tenant.unreachable' | 'tenant.proxy';
/** Each group is looked up. */
const GROUPS = Array.from({ length: 50 }, (_, n) => ({ groupId: `team${n}` }));

/** What the tenant does with a request: an answer, or none after a time. */
type Answer =
  | {
      readonly status: number;
      readonly body: object;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterMs?: number;
    }
  | { readonly lost: Code; readonly afterMs: number };
/** `nth`: of this path, from 1. */
type Tenant = (path: string, nth: number, body: string) => Answer;

const silent: Answer = { lost: 'tenant.timeout', afterMs: TIMEOUT_MS };
const TOKEN = { status: 200, body: { access_token: 'an-access-token', expires_in: 86_400 } };
const SHORT_TOKEN = { status: 200, body: { access_token: 'an-access-token', expires_in: 70 } };

/** A run with the defaults, on a clock that only waiting moves. */
async function run(tenant: Tenant, inputs: { readonly [name: string]: string } = {}) {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const rows = Array.from({ length: USERS }, (_, n) =>
    JSON.stringify({ sub: `s${n}`, email: `u${n}@example.com`, roles: ['USER'], groups: GROUPS }),
  );
  writeFileSync(folder.file('users.ndjson'), rows.join('\n'));
  const settings = readSettings(
    inputsOf({
      ...{ export: 'users.ndjson', 'tenant-url': 'https://acme.example.com', 'client-id': 'a', ...inputs },
      'client-secret': 'a-secret-of-the-app',
    }),
  );
  const clock = manualClock();
  const requests: string[] = [];
  const counts = new Map<string, number>();
  const planned = Promise.withResolvers<void>();
  const log: Log = { ...SILENT_LOG, info: (line) => line.startsWith(`${USERS} rows: `) && planned.resolve() };
  const send = async (path: string, body: string, signal: AbortSignal): Promise<HttpReply> => {
    // On this clock the plan takes no time, however long the tenant is read meanwhile.
    await planned.promise;
    const nth = (counts.get(path) ?? 0) + 1;
    counts.set(path, nth);
    requests.push(path);
    const answer = tenant(path, nth, body);
    if ('status' in answer) {
      if (answer.afterMs !== undefined) await clock.sleep(answer.afterMs, signal);
      return { status: answer.status, headers: answer.headers ?? {}, text: JSON.stringify(answer.body) };
    }
    const { lost: code, afterMs } = answer;
    await clock.sleep(afterMs, signal);
    const mayHaveArrived = code === 'tenant.timeout' || code === 'tenant.connection_lost';
    throw new TransportError({ code, message: 'no answer', mayHaveArrived, permanent: false });
  };
  const http: Http = {
    post: (path, _headers, body, { signal }) => send(path, body, signal),
    get: (path, _headers, { signal }) => send(path, '', signal),
    patch: (path, _headers, body, { signal }) => send(path, body, signal),
    delete: (path, _headers, { signal }) => send(path, '', signal),
    close: async () => undefined,
  };
  const policy = retryPolicy(settings.maxAttempts, settings.outagePatienceMs);
  const tokens = createTokenSource({
    ...{ http, policy, clock, clientId: 'a', clientSecret: 'a-secret-of-the-app', onSecret: () => undefined },
  });
  const reading = () => ({ http, tokens, policy, clock, patience: new ReadingPatience(clock, MAX_SETUP_MS) });
  const stop = new AbortController().signal;
  const head = await clock.run(
    migrate(settings, {
      ...{ ledger, queue: embeddedQueue(ledger), fleet: null, resumeStore: null, state: null, base: null },
      ...{ run: null, confirm: null },
      ...{ toolVersion: '0', log, progress: NO_PROGRESS, clock, stop, abortInFlight: stop },
      openExport: () => openExport({ cwd: folder.path, patterns: 'users.ndjson', ...AUTO }),
      openJoin: () => Promise.reject(new Error('no joins')),
      joinStore: (target) => new JoinedRecordStore(target),
      evaluator: localEvaluator(),
      readMappingFile: async () => null,
      lookUpDomain: async () => 'unknown',
      connect: async (onRequest) => ({
        ...createBulkClient({ http, tokens, clock, onRequest }),
        secrets: new KnownSecrets(),
        openSetup: () => createSetupReader(reading()),
        users: createUserReader(reading()),
        logins: { login: () => Promise.reject(new Error('no logins')) },
        accounts: createAccountChanger({ http, tokens, clock, onRequest }, reading()),
      }),
    }),
  );
  return { head, minutes: clock.now() / MINUTE, requests };
}

const lost = (code: Code, afterMs: number) => (): Answer => ({ lost: code, afterMs });
/** Gives tokens, and never answers anything else. */
const onlyTokens = (code: Code, afterMs: number) => (path: string) =>
  path === TOKENS ? TOKEN : { lost: code, afterMs };

/** Two requests about the set-up, the patience, and a last token and a last request with users. */
const WORST_MINUTES = (MAX_LOST_CALLS * TIMEOUT_MS + PATIENCE_MS + 2 * TIMEOUT_MS) / MINUTE;

test.each<[string, Tenant]>([
  ['never answers', lost('tenant.timeout', TIMEOUT_MS)],
  ['only gives tokens', onlyTokens('tenant.timeout', TIMEOUT_MS)],
  ['gives short tokens, and then none', (path, nth) => (path === TOKENS && nth < 4 ? SHORT_TOKEN : silent)],
  ['resets every connection', onlyTokens('tenant.connection_lost', 0)],
  ['ends no TLS handshake any more', onlyTokens('tenant.unreachable', 10_000)],
])('a tenant that accepts requests and %s is given up within the worst case of the defaults', async (_, tenant) => {
  for (const check of ['error', 'off']) {
    const { head, minutes } = await run(tenant, { check });
    expect(head).toMatchObject({ outcome: 'aborted', totals: { planned: 0 } });
    expect(head.totals.unknown + head.totals.unsent).toBe(USERS);
    expect(minutes).toBeGreaterThanOrEqual(PATIENCE_MS / MINUTE);
    expect(minutes).toBeLessThanOrEqual(WORST_MINUTES);
  }
});

test('a tenant that answers for some requests and not for others, at random, is given up: each answer begins a new patience', async () => {
  const seeds = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 30, max: 400 }), async (answers, lifetime) => {
      let asked = 0;
      const { minutes, head } = await run((path) => {
        const isAnswered = path !== BULK && answers[asked++ % answers.length] === true;
        if (!isAnswered) return silent;
        return path === TOKENS
          ? { ...TOKEN, body: { access_token: 'an-access-token', expires_in: lifetime } }
          : { status: 404, body: {} };
      });
      expect(head.outcome).toBe('aborted');
      expect(minutes).toBeLessThanOrEqual(((MAX_LOST_CALLS + 2) * (PATIENCE_MS + 2 * TIMEOUT_MS)) / MINUTE);
    }),
    { numRuns: 4 },
  );
});

test('without patience, a tenant that never answers is given up after max-attempts requests', async () => {
  const { minutes, requests } = await run(onlyTokens('tenant.timeout', TIMEOUT_MS), { 'outage-patience': '0' });
  const attempts = Number(INPUTS['max-attempts']);
  expect(minutes).toBeLessThan(((MAX_LOST_CALLS + attempts + 1) * TIMEOUT_MS) / MINUTE);
  expect(requests.filter((path) => path === BULK).length).toBeGreaterThanOrEqual(attempts);
});

test.each(['error', 'off'])(
  'an address at which nothing ever answers is given up after max-attempts (check: %s)',
  async (check) => {
    const { head, requests, minutes } = await run(lost('tenant.unreachable', 10_000), { check });
    expect(head).toMatchObject({
      outcome: 'aborted',
      reason: expect.stringContaining('Check tenant-url, firewall and proxy'),
    });
    expect(requests).toHaveLength(Number(INPUTS['max-attempts']));
    expect(minutes).toBeLessThan(2);
  },
);

test('times that the tenant names add at most ten minutes for each of max-attempts requests', async () => {
  const busy: Answer = { status: 429, body: {}, headers: { 'retry-after': '86400' } };
  for (const tenant of [() => busy, (path: string) => (path === TOKENS ? TOKEN : busy)]) {
    const { head, minutes } = await run(tenant);
    expect(head.outcome).toBe('aborted');
    expect(minutes).toBeLessThanOrEqual(WORST_MINUTES + 10 * Number(INPUTS['max-attempts']));
  }
});

test('a set-up that is answered slowly, part by part, is read for ten minutes at most', async () => {
  const slow = (data: object): Answer => ({ status: 200, body: { data }, afterMs: 59_000 });
  const list = [{ fieldKey: 'x', role: 'r', groupType: 't' }];
  const accepts = (body: string) =>
    (JSON.parse(body) as { sub: string }[]).map(({ sub }) => ({ sub, state: 'CREATED' }));
  const { head, minutes, requests } = await run(
    (path, _, body) => {
      if (path === TOKENS) return TOKEN;
      return path === BULK
        ? { status: 200, body: accepts(body) }
        : slow(path.includes('/usergroups/') ? { groupId: 'g' } : list);
    },
    { check: 'warn' },
  );
  expect(head).toMatchObject({ outcome: 'succeeded', totals: { created: USERS } });
  expect(requests.length).toBeGreaterThan(10);
  expect(minutes * MINUTE).toBeLessThanOrEqual(MAX_SETUP_MS + TIMEOUT_MS);
});

test('docs/operations.md names the worst case of the defaults', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  expect(page).toContain(`at most ${WORST_MINUTES} minutes with the defaults`);
});
