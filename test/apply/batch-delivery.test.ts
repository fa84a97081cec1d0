import { describe, expect, it } from 'vitest';
import { RequestSizes } from '../../src/apply/request-sizes.ts';
import type { BulkReply, OutgoingUser, RowAnswer } from '../../src/tenant/bulk-answer.ts';
import { ownError } from '../../src/tenant/tenant-error.ts';
import { TenantText } from '../../src/tenant/tenant-text.ts';
import { accept, error, play, refused, unavailable, users } from './play.ts';

describe('what to do about a row', () => {
  const refusedWith = (message: string): BulkReply => ({
    kind: 'refused',
    status: 417,
    error: ownError('tenant.507', TenantText.theirs(message)),
  });

  it('speaks of the e-mail domain only when the tenant does: 507 is the code of every failed validation', async () => {
    const { hints } = await play(2, ([user]) =>
      refusedWith(user?.row === 1 ? 'invalid email passed' : 'given_name null'),
    );
    expect(hints.get(1)).toContain('e-mail domain');
    expect(hints.get(2)).toContain('Correct the user');
  });

  it('does not blame a user for a connection that broke', async () => {
    const { hints, states } = await play(2, () =>
      unavailable({ status: null, error: error('tenant.connection_lost') }),
    );
    expect(states).toEqual(['unknown', 'unknown']);
    for (const hint of hints.values()) expect(hint).toMatch(/when the tenant is available/);
  });
});

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
    const { states, tripped } = await play(8, (sent) =>
      sent.some(({ row }) => row % nth === 0) ? refused : accept(sent),
    );
    expect(states).toEqual(users(8).map(({ row }) => (row % nth === 0 ? 'failed' : 'created')));
    expect(tripped).toBeNull();
  });

  it('halves a request that is too large, down to the one user that is', async () => {
    const { states } = await play(8, (sent) =>
      sent.length > 2 || sent.some(({ row }) => row === 5)
        ? { kind: 'too-large', status: 413, error: error('tenant.too_large') }
        : accept(sent),
    );
    expect(states).toEqual(users(8).map(({ row }) => (row === 5 ? 'failed' : 'created')));
  });

  it('leaves the users of a request that was too large unsent when the run stops just then', async () => {
    const tooLarge: BulkReply = { kind: 'too-large', status: 413, error: error('tenant.too_large') };
    expect((await play(4, () => tooLarge, { stopAfter: 1 })).states).toEqual(Array(4).fill('planned'));
    // The larger request before it may have been carried out.
    const { states } = await play(4, (_, n) => (n === 1 ? refused : tooLarge), { stopAfter: 2 });
    expect(states.slice(0, 2)).toEqual(['sending', 'sending']);
  });

  it('stops after a handful of requests when the tenant refuses everything', async () => {
    const { tripped, requests, states } = await play(50, () => refused);
    expect(tripped?.code).toBe('tenant.refuses_everything');
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

  it('does not stop the run when a tenant that is well leaves several users of one batch out of every answer', async () => {
    const isLeftOut = (row: number) => row % 8 === 0;
    const { states, tripped } = await play(50, (sent) =>
      sent.every(({ row }) => isLeftOut(row))
        ? unavailable({ status: 200, error: error('tenant.answer_uncertain') })
        : answerOnly((row) => !isLeftOut(row))(sent),
    );
    expect(states).toEqual(users(50).map(({ row }) => (isLeftOut(row) ? 'unknown' : 'updated')));
    expect(tripped).toBeNull();
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
    expect(slept).toEqual([75, 150, 300]);
  });

  it.each([
    ['unknown', null],
    ['unknown', 502],
    ['unsent', 503],
    ['unsent', 429],
  ])('ends %s when every request gets %s', async (outcome, status) => {
    const { states, requests } = await play(3, () => unavailable({ status }));
    expect(requests).toHaveLength(4);
    expect(states).toEqual(Array(3).fill(outcome));
  });

  it('ends unsent when no attempt can have reached it', async () => {
    const { states } = await play(2, () => unavailable({ status: null, mayHaveBeenApplied: false }));
    expect(states).toEqual(['unsent', 'unsent']);
  });

  it('ends unknown when one of many attempts may have reached it', async () => {
    const { states } = await play(2, (_, n) => unavailable({ status: null, mayHaveBeenApplied: n === 2 }));
    expect(states).toEqual(['unknown', 'unknown']);
  });

  it.each<[string, BulkReply]>([
    [
      'an answer that left them open',
      { kind: 'answered', status: 200, answers: [1, 2].map((row) => ({ row, state: 'uncertain' })) },
    ],
    ['a refusal, before which the tenant may have stored some', refused],
    ['a 500', unavailable({ status: 500 })],
  ])('ends unknown when only the parts of %s never arrived', async (_, first) => {
    const never = unavailable({ status: null, mayHaveBeenApplied: false });
    const { states } = await play(2, (_sent, n) => (n === 1 ? first : never), { maxAttempts: 1 });
    // The run is over before the second part is sent.
    expect(states).toEqual(['unknown', 'sending']);
  });

  it('ends unsent when a request was too large and its parts never arrived', async () => {
    const { states } = await play(2, (_, n) =>
      n === 1
        ? { kind: 'too-large', status: 413, error: error('tenant.too_large') }
        : unavailable({ status: null, mayHaveBeenApplied: false }),
    );
    expect(states).toEqual(['unsent', 'planned']);
  });

  it('backs off although a Retry-After asks for no wait: a tenant away for seconds must not use up all attempts', async () => {
    const { slept, states } = await play(1, (sent, n) =>
      n < 4 ? unavailable({ status: 429, retryAfterMs: 0 }) : accept(sent),
    );
    expect(slept).toEqual([75, 150, 300]);
    expect(states).toEqual(['created']);
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
      const { states, tripped } = await play(16, (sent) =>
        sent.some(({ row }) => row === bad) ? unavailable({ status: 500 }) : accept(sent),
      );
      expect(states).toEqual(users(16).map(({ row }) => (row === bad ? 'unknown' : 'created')));
      expect(tripped).toBeNull();
    },
  );

  it('is recognised when it answers 500 to everybody', async () => {
    const { states, tripped, requests } = await play(32, () => unavailable({ status: 500 }));
    expect(tripped?.code).toBe('tenant.unreachable');
    expect(states.filter((state) => state === 'unknown')).toHaveLength(3);
    expect(requests.length).toBeLessThan(25);
  });
});

describe('the end of a run', () => {
  it('leaves rows on their way when it is cancelled between two attempts', async () => {
    const { states, requests } = await play(2, () => unavailable({ status: 504 }), { stopAfter: 1 });
    expect(requests).toHaveLength(1);
    expect(states).toEqual(['sending', 'sending']);
  });

  it('leaves rows waiting that never reached the tenant', async () => {
    const { states } = await play(2, () => unavailable({ mayHaveBeenApplied: false }), { stopAfter: 1 });
    expect(states).toEqual(['planned', 'planned']);
  });

  it('stops at once when the tenant does not let the client in, and blames no user', async () => {
    const { states, tripped, requests } = await play(4, () => ({
      kind: 'forbidden',
      status: 403,
      error: error('tenant.forbidden'),
    }));
    expect(tripped?.code).toBe('tenant.forbidden');
    expect(requests).toHaveLength(1);
    expect(states).toEqual(Array(4).fill('planned'));
  });

  it('stops when more rows failed than abort-above allows', async () => {
    const { tripped, states } = await play(8, (sent) => (sent.some(({ row }) => row <= 4) ? refused : accept(sent)), {
      maxFailedRows: 1,
    });
    expect(tripped?.code).toBe('abort-above');
    expect(states.slice(0, 3)).toEqual(
      ['failed', 'failed', 'planned'].map((state, at) => (at === 2 ? 'sending' : state)),
    );
  });
});

describe('a connection that breaks off without an answer', () => {
  const reset = unavailable({ status: null, error: error('tenant.connection_lost') });
  const atMost = (max: number) => (sent: readonly OutgoingUser[]) => (sent.length > max ? reset : accept(sent));

  it('is tried with one user; when that works and the rest breaks off again, the size is the cause', async () => {
    const sizes = new RequestSizes();
    const { states, requests, tripped } = await play(50, atMost(20), { sizes });
    expect(states).toEqual(users(50).map(() => 'created'));
    expect(requests.map((rows) => rows.length)).toEqual([50, 50, 1, 49, 25, 13, 12, 24, 12, 12]);
    expect(tripped).toBeNull();
    expect(sizes.advice()).toContain('Set `batch-size: 13`');
    // Later batches are not broken off any more.
    const next = await play(50, atMost(20), { sizes });
    expect(next.requests.map((rows) => rows.length)).toEqual([13, 12, 13, 12]);
  });

  it('is tried smaller with a single attempt too', async () => {
    const { states, requests } = await play(4, atMost(2), { maxAttempts: 1 });
    expect(states).toEqual(users(4).map(() => 'created'));
    expect(requests.map((rows) => rows.length)).toEqual([4, 1, 3, 2, 1]);
  });

  it('is tried smaller only once when the tenant is away', async () => {
    const sizes = new RequestSizes();
    const { states, requests } = await play(50, () => reset, { sizes });
    expect(states).toEqual(users(50).map(() => 'unknown'));
    expect(requests.map((rows) => rows.length)).toEqual([50, 50, 1, 50]);
    expect(sizes.advice()).toBeNull();
  });

  it('does not blame the size for an accident', async () => {
    const sizes = new RequestSizes();
    const { states, requests } = await play(50, (sent, n) => (n <= 2 ? reset : accept(sent)), { sizes });
    expect(states).toEqual(users(50).map(() => 'created'));
    expect(requests.map((rows) => rows.length)).toEqual([50, 50, 1, 49]);
    expect(sizes.advice()).toBeNull();
  });

  it('because of what one user contains is found, and the size is not blamed', async () => {
    const sizes = new RequestSizes();
    const { states } = await play(16, (sent) => (sent.some(({ row }) => row === 12) ? reset : accept(sent)), { sizes });
    expect(states).toEqual(users(16).map(({ row }) => (row === 12 ? 'unknown' : 'created')));
    expect(sizes.advice()).toBeNull();
  });
});
