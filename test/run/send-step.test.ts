import { copyFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RequestStats } from '../../src/apply/request-stats.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import type { Fleet } from '../../src/queue/fleet.ts';
import { sendPlanned } from '../../src/run/send-step.ts';
import { openSending } from '../../src/run/sending.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { createKeys } from '../../src/state/keys.ts';
import type { ResumeFiles } from '../../src/state/resume-files.ts';
import { createResumeStore } from '../../src/state/resume-store.ts';
import type { BulkReply } from '../../src/tenant/bulk-answer.ts';
import { ownError } from '../../src/tenant/tenant-error.ts';
import { TenantText } from '../../src/tenant/tenant-text.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { manualClock } from '../support/manual-clock.ts';
import { plainDoor } from '../support/printed.ts';
import { tempFolder } from '../support/temp-folder.ts';

const MINUTE = 60_000;
const SECRET = 'a state key of sixteen';
const settings = readSettings(
  inputsOf({
    ...{
      export: 'users.ndjson',
      'tenant-url': 'https://acme.example.com',
      'client-id': 'a',
      'client-secret': 'a-client-secret',
    },
    ...{ 'batch-size': '1', concurrency: '1', 'report-dir': 'report' },
  }),
);

function ledgerOf(users: number, path: string): Ledger {
  const ledger = new Ledger(path);
  ledger.add(
    Array.from({ length: users }, (_, n) => ({
      ...{ row: n + 1, file: 0, line: n + 2, outcome: 'planned' as const },
      body: JSON.stringify({ sub: `s${n}` }),
    })),
  );
  return ledger;
}

interface Pace {
  readonly startMs: number;
  readonly concurrency: number;
  /** How long the tenant takes for the user of a row, in ms. */
  readonly takes: (row: number) => number;
}

/** A run of that many users, each of whom takes the tenant a minute unless told otherwise; `put` sees every resume file. */
async function send(
  users: number,
  folder: ReturnType<typeof tempFolder>,
  put: (path: string, at: number) => void,
  { startMs = 0, concurrency = 1, takes = () => MINUTE }: Partial<Pace> = {},
) {
  const clock = manualClock(startMs);
  const stats = new RequestStats();
  const sentRows: number[] = [];
  const ledger = ledgerOf(users, folder.file('ledger.db'));
  const warnings: string[] = [];
  const signal = new AbortController().signal;
  const files: ResumeFiles = {
    keepsPieces: true,
    find: async () => null,
    put: async ([path = '']) => {
      put(path, clock.now());
      return { kind: 'kept', paths: [path], name: `at ${clock.now()}` };
    },
  };
  const resumeStore = resumeStoreOf(ledger, folder.path, files);
  // The clock of the test must not run on while a file is written.
  let written: Promise<unknown> = Promise.resolve();
  const saveInterim = () => {
    const saved = resumeStore.saveInterim();
    written = saved.catch(() => undefined);
    return saved;
  };
  const ports = {
    ...{ ledger, queue: embeddedQueue(ledger), fleet: null, resumeStore: { ...resumeStore, saveInterim } },
    clock,
    log: { ...SILENT_LOG, warning: (message: string) => void warnings.push(message) },
    progress: { planned: () => undefined, sent: () => undefined, waiting: () => undefined },
    ...{ stop: signal, abortInFlight: signal },
  };
  const tenant = {
    send: async (sent: readonly { readonly row: number }[]) => {
      sentRows.push(...sent.map(({ row }) => row));
      await clock.sleep(Math.max(...sent.map(({ row }) => takes(row))));
      await written;
      const answers = sent.map(({ row }) => ({ row, state: 'created' as const, sub: `s${row - 1}` }));
      return { kind: 'answered' as const, status: 200, answers };
    },
  };
  const paced = { ...settings, concurrency: { mode: 'fixed', max: concurrency } } as const;
  const sending = openSending(paced, clock, { stats, door: plainDoor });
  const options = { tenant, sending, first: null, refusedBefore: 0 };
  const { earlyEnd: stop } = await clock.run(sendPlanned(paced, ports, options));
  const totals = ledger.totals();
  ledger.close();
  return { stop, totals, warnings, sentRows, startedAt: stats.summary([], null).timeline?.startedAt };
}

function resumeStoreOf(ledger: Ledger, folder: string, files: ResumeFiles) {
  const binding = { repository: 'acme/identity', workflow: 'migration', tenant: 'https://acme.example.com' };
  const owner = { ...binding, branch: 'main', sync: '', runId: '1', attempt: 1 };
  const clock = { startedAt: 0, wallNow: () => 0, warn: () => undefined };
  const keys = createKeys(SECRET, binding);
  return createResumeStore({
    ledger,
    folder,
    keys,
    keySource: 'state-key',
    owner,
    comparesWithState: false,
    files,
    ...clock,
  });
}

it('a machine that vanishes costs at most ten minutes of knowledge: the resume file is renewed', async () => {
  using folder = tempFolder();
  const kept: { at: number; path: string }[] = [];
  const { stop, totals } = await send(35, folder, (path, at) => {
    const copy = folder.file(`kept-${kept.length}.bin`);
    copyFileSync(path, copy);
    kept.push({ at, path: copy });
  });
  expect(stop).toBeNull();
  expect(totals).toMatchObject({ created: 35 });
  expect(kept.map(({ at }) => at / MINUTE)).toEqual([10, 20, 30]);
  for (const [n, { at }] of kept.entries()) {
    const next = ledgerOf(35, folder.file(`next-${n}.db`));
    const discard = async () => undefined;
    const stored = kept.slice(0, n + 1).map(({ path }) => ({
      ...{ id: path, name: path, storedBy: '1', storedAt: 0, fetch: async () => path, discard },
    }));
    const put = async () => ({ kind: 'kept', paths: [] }) as const;
    const files: ResumeFiles = { keepsPieces: true, find: async () => stored.toReversed(), put };
    const loaded = await resumeStoreOf(next, folder.path, files).load(new AbortController().signal);
    // What the tenant answered in that very minute may be in the file or not.
    expect(loaded?.rows).toBeGreaterThanOrEqual(at / MINUTE - 1);
    next.close();
  }
});

it('a resume file that cannot be renewed is a warning, and the run goes on', async () => {
  using folder = tempFolder();
  const { stop, totals, warnings } = await send(25, folder, () => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
  expect(stop).toBeNull();
  expect(totals).toMatchObject({ created: 25 });
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toContain('no space left');
});

it('a delivery that takes the tenant hours is nobody else’s to send', async () => {
  using folder = tempFolder();
  const hours = (row: number) => (row === 1 ? 9 : 3) * 60 * MINUTE;
  const { sentRows, totals } = await send(4, folder, () => undefined, { concurrency: 2, takes: hours });
  expect(sentRows).toEqual([1, 2, 3, 4]);
  expect(totals).toMatchObject({ created: 4 });
});

it.each([-3_600_000, 3_600_000])(
  'a clock that is set by %i ms during a Retry-After changes no wait and no limit',
  async (ms) => {
    using folder = tempFolder();
    const ledger = ledgerOf(3, folder.file('ledger.db'));
    const clock = manualClock(Date.parse('2026-03-01T10:00:00Z'));
    const sentAt: number[] = [];
    const stats = new RequestStats();
    const tenant = {
      send: async (sent: readonly { readonly row: number }[]): Promise<BulkReply> => {
        sentAt.push(clock.now());
        await clock.sleep(1_000);
        clock.stepWall(ms);
        if (sentAt.length === 1) {
          const error = ownError('tenant.http_429', TenantText.theirs('slow down'));
          return { kind: 'unavailable', status: 429, error, retryAfterMs: 30_000, mayHaveBeenApplied: false };
        }
        return {
          kind: 'answered',
          status: 200,
          answers: sent.map(({ row }) => ({ row, state: 'created', sub: null })),
        };
      },
    };
    const never = new AbortController().signal;
    const ports = { ledger, queue: embeddedQueue(ledger), fleet: null, resumeStore: null, clock, log: SILENT_LOG };
    const others = { progress: NO_PROGRESS, stop: never, abortInFlight: never };
    const sending = openSending(settings, clock, { stats, door: plainDoor });
    const options = { tenant, sending, first: null, refusedBefore: 0 };
    const { earlyEnd: stop } = await clock.run(sendPlanned(settings, { ...ports, ...others }, options));
    expect(stop).toBeNull();
    expect(sentAt).toEqual([0, 31_000, 32_000, 33_000]);
    expect(stats.summary([], null).timeline).toMatchObject({
      startedAt: '2026-03-01T10:00:00.000Z',
      buckets: [{ ms: 32_000 }, { ms: 33_000 }, { ms: 34_000 }],
    });
  },
);

it('its timeline begins when it does', async () => {
  using folder = tempFolder();
  const startMs = Date.parse('2026-03-01T10:00:00Z');
  expect(await send(1, folder, () => true, { startMs })).toMatchObject({ startedAt: '2026-03-01T10:00:00.000Z' });
});

it.each([true, false])('a fleet begins only when the first rows are proved by a login (%s)', async (isProved) => {
  using folder = tempFolder();
  const ledger = ledgerOf(5, folder.file('ledger.db'));
  const clock = manualClock(0);
  const events: string[] = [];
  const tenant = {
    send: async (sent: readonly { readonly row: number }[]): Promise<BulkReply> => {
      events.push(`row ${sent.map(({ row }) => row)}`);
      const answers = sent.map(({ row }) => ({ row, state: 'created' as const, sub: null }));
      return { kind: 'answered', status: 200, answers };
    },
  };
  const fleet: Fleet = {
    takeOver: async () => null,
    start: async (_order, maxFailed) => {
      events.push(`fleet with ${ledger.totals().planned} rows, ${maxFailed} may fail`);
      throw new InputError(['the end of this test']);
    },
    forget: async () => undefined,
  };
  const refused = { outcome: 'aborted', message: 'login.refused' } as const;
  const prove = async () => {
    events.push('proof');
    return isProved ? null : refused;
  };
  const never = new AbortController().signal;
  const ports = {
    ...{ ledger, queue: embeddedQueue(ledger), fleet, resumeStore: null, clock, log: SILENT_LOG },
    ...{ progress: NO_PROGRESS, stop: never, abortInFlight: never },
  };
  const sending = openSending(settings, clock, { stats: new RequestStats(), door: plainDoor });
  const options = { tenant, sending, first: { rows: [4, 2], prove }, refusedBefore: 0 };
  const sent = clock.run(sendPlanned(settings, ports, options));
  if (isProved) await expect(sent).rejects.toThrow('the end of this test');
  else expect((await sent).earlyEnd).toBe(refused);
  const begun = ['row 4', 'row 2', 'proof'];
  expect(events).toEqual(isProved ? [...begun, 'fleet with 3 rows, 1 may fail'] : begun);
  ledger.close();
});
