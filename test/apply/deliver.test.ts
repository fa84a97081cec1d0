import { describe, expect, it } from 'vitest';
import { type Delivery, deliver } from '../../src/apply/deliver.ts';
import { FirstSplit } from '../../src/apply/first-split.ts';
import { type Blown, Fuse } from '../../src/apply/fuse.ts';
import { createPressure } from '../../src/apply/pressure.ts';
import type { Settlement } from '../../src/ledger/ledger.ts';
import type { BulkReply, OutgoingUser, RowAnswer, TenantError } from '../../src/tenant/bulk-answer.ts';
import { manualClock } from '../support/manual-clock.ts';

const users = (n: number): OutgoingUser[] =>
  Array.from({ length: n }, (_, at) => ({ row: at + 1, body: `{"email":"user${at + 1}@example.com"}` }));
const error = (code: string): TenantError => ({ code, message: `the tenant said ${code}`, reference: null });
const accept = (sent: readonly OutgoingUser[]): BulkReply => ({
  kind: 'answered',
  status: 200,
  answers: sent.map(({ row }) => ({ row, state: 'created', sub: `sub-${row}` })),
});
const refused: BulkReply = { kind: 'refused', status: 417, error: error('tenant.refused') };
const unavailable = (more: Partial<BulkReply & { kind: 'unavailable' }> = {}): BulkReply => ({
  kind: 'unavailable',
  status: 503,
  error: error('tenant.http_503'),
  retryAfterMs: null,
  mayHaveBeenApplied: true,
  ...more,
});

/** Delivers against a scripted tenant and tells what it was sent and what became of each row. */
async function play(
  count: number,
  answer: (sent: readonly OutgoingUser[], n: number) => BulkReply,
  options: { maxAttempts?: number; maxFailedRows?: number; stopAfter?: number } = {},
) {
  const clock = manualClock();
  const stop = new AbortController();
  const requests: number[][] = [];
  const states = new Map<number, string>(users(count).map(({ row }) => [row, 'planned']));
  const subs = new Map<number, string | null | undefined>();
  let blown: Blown | null = null;
  const delivery: Delivery = {
    send: async (sent) => {
      requests.push(sent.map(({ row }) => row));
      const reply = answer(sent, requests.length);
      if (requests.length === options.stopAfter) stop.abort(new Error('cancelled'));
      return reply;
    },
    ledger: {
      markSending: (sent) => {
        for (const { row } of sent) states.set(row, 'sending');
      },
      markWaiting: (sent) => {
        for (const { row } of sent) states.set(row, 'planned');
      },
      settle: (settlements: readonly Settlement[]) => {
        for (const { row, outcome, sub } of settlements) {
          expect(states.get(row), `row ${row} is settled once`).toMatch(/sending|planned/);
          states.set(row, outcome);
          subs.set(row, sub);
        }
      },
    },
    pressure: createPressure({ concurrency: 4, maxRequestsPerSecond: 0, now: clock.now, sleep: clock.sleep }),
    fuse: new Fuse({
      maxFailedRows: options.maxFailedRows ?? 1_000,
      limitText: '1000',
      onBlown: (why) => {
        blown = why;
        stop.abort(why);
      },
    }),
    firstSplit: new FirstSplit(),
    policy: { maxAttempts: options.maxAttempts ?? 4, baseMs: 100, capMs: 1_000 },
    random: () => 0.5,
    now: clock.now,
    sleep: clock.sleep,
    stop: stop.signal,
    cut: new AbortController().signal,
    mask: (message) => message,
    onSettled: () => undefined,
    onRetry: () => undefined,
  };
  await clock.run(deliver(users(count), delivery));
  return { requests, states: [...states.values()], subs, slept: clock.slept, blown: blown as Blown | null };
}

describe('a batch that is refused as a whole', () => {
  it('comes down to the one bad user, and costs nobody else', async () => {
    const { states, requests } = await play(50, (sent) =>
      sent.some(({ row }) => row === 17) ? refused : accept(sent),
    );
    expect(states.filter((state) => state === 'created')).toHaveLength(49);
    expect(states[16]).toBe('failed');
    expect(requests.length).toBeLessThanOrEqual(13);
  });

  it('goes depth first: the first bad user stands alone after as many requests as the batch can be halved', async () => {
    const { requests } = await play(32, (sent) => (sent.some(({ row }) => row === 1) ? refused : accept(sent)));
    expect(requests.slice(0, 6).map((rows) => rows.length)).toEqual([32, 16, 8, 4, 2, 1]);
  });

  it.each([1, 2, 3, 7])('finds every bad user when each %ith is one', async (nth) => {
    const { states, blown } = await play(8, (sent) =>
      sent.some(({ row }) => row % nth === 0) ? refused : accept(sent),
    );
    expect(states).toEqual(users(8).map(({ row }) => (row % nth === 0 ? 'failed' : 'created')));
    expect(blown).toBeNull();
  });

  it('halves a request that is too large, down to the one user that is', async () => {
    const { states } = await play(8, (sent) =>
      sent.length > 2 || sent.some(({ row }) => row === 5)
        ? { kind: 'too-large', status: 413, error: error('tenant.too_large') }
        : accept(sent),
    );
    expect(states).toEqual(users(8).map(({ row }) => (row === 5 ? 'failed' : 'created')));
  });

  it('stops after a handful of requests when the tenant refuses everything', async () => {
    const { blown, requests, states } = await play(50, () => refused);
    expect(blown?.code).toBe('tenant.refuses_everything');
    expect(requests.length).toBeLessThan(30);
    expect(states.filter((state) => state === 'failed').length).toBe(10);
  });
});

describe('an answer that leaves rows open', () => {
  const answerOnly =
    (known: (row: number, size: number) => boolean) =>
    (sent: readonly OutgoingUser[]): BulkReply => ({
      kind: 'answered',
      status: 200,
      answers: sent.map(
        ({ row }): RowAnswer =>
          known(row, sent.length) ? { row, state: 'updated', sub: null } : { row, state: 'uncertain' },
      ),
    });

  it('is asked again in smaller requests until each row is certain', async () => {
    const { states, requests } = await play(
      8,
      answerOnly((row, size) => size <= 2 || row > 6),
    );
    expect(states).toEqual(Array(8).fill('updated'));
    expect(requests[1]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('never sends a settled row again', async () => {
    const { requests } = await play(
      8,
      answerOnly((row, size) => size === 1 || row % 2 === 0),
    );
    for (const row of [2, 4, 6, 8]) expect(requests.filter((rows) => rows.includes(row))).toHaveLength(1);
  });

  it('ends unknown for the row that no attempt answers', async () => {
    const { states } = await play(
      4,
      answerOnly((row) => row !== 3),
    );
    expect(states).toEqual(['updated', 'updated', 'unknown', 'updated']);
  });
});

describe('a tenant that cannot answer now', () => {
  it('is asked again after growing waits, and the rows end as it says then', async () => {
    const { states, slept } = await play(3, (sent, n) => (n < 4 ? unavailable() : accept(sent)));
    expect(states).toEqual(['created', 'created', 'created']);
    expect(slept).toEqual([50, 100, 200]);
  });

  it('ends unknown when all attempts are used up', async () => {
    const { states, requests } = await play(3, () => unavailable());
    expect(requests).toHaveLength(4);
    expect(states).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('ends unsent when no attempt can have reached it', async () => {
    const { states } = await play(2, () => unavailable({ status: null, mayHaveBeenApplied: false }));
    expect(states).toEqual(['unsent', 'unsent']);
  });

  it('ends unknown when one of many attempts may have reached it', async () => {
    const { states } = await play(2, (_, n) => unavailable({ status: null, mayHaveBeenApplied: n === 2 }));
    expect(states).toEqual(['unknown', 'unknown']);
  });

  it('waits as long as a Retry-After asks', async () => {
    const { slept } = await play(1, (sent, n) =>
      n === 1 ? unavailable({ status: 429, retryAfterMs: 7_000 }) : accept(sent),
    );
    expect(slept).toEqual([7_000]);
  });

  it.each([1, 2, 8, 11, 16])(
    'looks for the user whose data makes it answer 500, wherever it stands: row %i',
    async (bad) => {
      const { states, blown } = await play(16, (sent) =>
        sent.some(({ row }) => row === bad) ? unavailable({ status: 500 }) : accept(sent),
      );
      expect(states).toEqual(users(16).map(({ row }) => (row === bad ? 'unknown' : 'created')));
      expect(blown).toBeNull();
    },
  );

  it('is recognised when it answers 500 to everybody', async () => {
    const { states, blown, requests } = await play(32, () => unavailable({ status: 500 }));
    expect(blown?.code).toBe('tenant.unreachable');
    expect(states.filter((state) => state === 'unknown')).toHaveLength(3);
    expect(requests.length).toBeLessThan(25);
  });
});

describe('the end of a run', () => {
  it('leaves rows on their way when it is cancelled between two attempts', async () => {
    const { states, requests } = await play(2, () => unavailable(), { stopAfter: 1 });
    expect(requests).toHaveLength(1);
    expect(states).toEqual(['sending', 'sending']);
  });

  it('leaves rows waiting that never reached the tenant', async () => {
    const { states } = await play(2, () => unavailable({ mayHaveBeenApplied: false }), { stopAfter: 1 });
    expect(states).toEqual(['planned', 'planned']);
  });

  it('stops at once when the tenant does not let the client in, and blames no user', async () => {
    const { states, blown, requests } = await play(4, () => ({
      kind: 'forbidden',
      status: 403,
      error: error('tenant.forbidden'),
    }));
    expect(blown?.code).toBe('tenant.forbidden');
    expect(requests).toHaveLength(1);
    expect(states).toEqual(Array(4).fill('planned'));
  });

  it('stops when more rows failed than abort-above allows', async () => {
    const { blown, states } = await play(8, (sent) => (sent.some(({ row }) => row <= 4) ? refused : accept(sent)), {
      maxFailedRows: 1,
    });
    expect(blown?.code).toBe('abort-above');
    expect(states.slice(0, 3)).toEqual(
      ['failed', 'failed', 'planned'].map((state, at) => (at === 2 ? 'sending' : state)),
    );
  });
});
