import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BulkReply, OutgoingUser, RowAnswer } from '../../src/tenant/bulk-answer.ts';
import { blocked, error, play, refused, unavailable } from './play.ts';

/** What a tenant may do with a request: carry it out or not, and answer this or that. */
type Move =
  | { readonly kind: 'answers'; readonly open: number }
  | { readonly kind: 'refuses'; readonly storedBefore: boolean }
  | { readonly kind: 'too large' | 'never arrives' | 'forbids' | 'blocks' }
  | {
      readonly kind: 'is away';
      readonly applied: boolean;
      readonly status: 429 | 500 | 502 | 503;
      readonly asks: number | null;
    };

const away: fc.Arbitrary<Move> = fc.record({
  kind: fc.constant('is away'),
  applied: fc.boolean(),
  status: fc.constantFrom(429, 500, 502, 503),
  asks: fc.constantFrom(null, null, 0, 40, 5_000),
});
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('answers'), open: fc.nat({ max: 255 }) }) },
  { weight: 3, arbitrary: away },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refuses'), storedBefore: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('too large', 'never arrives', 'blocks') }) },
  { weight: 1, arbitrary: fc.constant<Move>({ kind: 'forbids' }) },
);

interface Played {
  readonly rows: readonly number[];
  readonly move: Move;
}

/** Plays moves one after the other, the last one for ever. */
function tenantOf(script: readonly Move[], applied: Set<number>, told: Map<number, string>, log: Played[]) {
  return (sent: readonly OutgoingUser[], n: number): BulkReply => {
    const move = script[Math.min(n, script.length) - 1] ?? { kind: 'answers', open: 0 };
    log.push({ rows: sent.map(({ row }) => row), move });
    switch (move.kind) {
      case 'answers':
        for (const { row } of sent) applied.add(row);
        return { kind: 'answered', status: 200, answers: sent.map(({ row }) => answer(row, move.open, told)) };
      case 'refuses':
        if (move.storedBefore) for (const { row } of sent.slice(0, -1)) applied.add(row);
        return refused;
      case 'too large':
        return { kind: 'too-large', status: 413, error: error('tenant.too_large') };
      case 'never arrives':
        return unavailable({ status: null, mayHaveBeenApplied: false });
      case 'forbids':
        return { kind: 'forbidden', status: 403, error: error('tenant.forbidden') };
      case 'blocks':
        return blocked;
      case 'is away':
        // 429 and 503 refuse the request.
        if (move.applied && move.status !== 429 && move.status !== 503) for (const { row } of sent) applied.add(row);
        return unavailable({ status: move.status, retryAfterMs: move.asks });
    }
  };
}

/** Bits of `open` say which rows an answer leaves open. */
function answer(row: number, open: number, told: Map<number, string>): RowAnswer {
  if (((open >> (row % 8)) & 1) === 1) return { row, state: 'uncertain' };
  told.set(row, 'created');
  return { row, state: 'created', sub: null };
}

test('whatever a tenant does, every outcome is true, nothing settled is sent again, and it ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.array(moves, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      async (count, script, maxAttempts, stopAfter) => {
        const applied = new Set<number>();
        const told = new Map<number, string>();
        const log: Played[] = [];
        const stop = stopAfter === undefined ? {} : { stopAfter };
        const { states, requests, tripped } = await play(count, tenantOf(script, applied, told, log), {
          maxAttempts,
          ...stop,
        });
        const isStopped = tripped !== null || (stopAfter !== undefined && requests.length >= stopAfter);
        states.forEach((state, at) => {
          const row = at + 1;
          const mine = log.filter(({ rows }) => rows.includes(row));
          if (state === 'planned' || state === 'sending') expect(isStopped, `row ${row} was left behind`).toBe(true);
          if (state === 'planned' || state === 'unsent') expect(applied.has(row), `row ${row} is ${state}`).toBe(false);
          if (state === 'created') expect(told.get(row)).toBe('created');
          if (state === 'failed') expect(mine.at(-1)?.rows).toEqual([row]);
          const settledAt = log.findIndex(({ rows, move }) => rows.includes(row) && says(move, row));
          if (settledAt >= 0) expect(log.slice(settledAt + 1).some(({ rows }) => rows.includes(row))).toBe(false);
        });
        // Failures in outages do not count as attempts; the last move of the script is the only one without end.
        const most = (2 * count - 1) * Math.max(maxAttempts, 2) + script.length + maxAttempts;
        expect(requests.length).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 2_000, seed: 3 },
  );
});

function says(move: Move, row: number): boolean {
  return move.kind === 'answers' && ((move.open >> (row % 8)) & 1) === 0;
}

test('a request is repeated after no less than its Retry-After, and with a growing bound', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(null, 0, 40, 700, 5_000), { minLength: 1, maxLength: 6 }),
      async (asked) => {
        const { slept, states } = await play(
          1,
          ([user], n) => {
            const asks = asked[n - 1];
            if (asks !== undefined) return unavailable({ status: 429, retryAfterMs: asks });
            return { kind: 'answered', status: 200, answers: [{ row: user?.row ?? 0, state: 'created', sub: null }] };
          },
          { maxAttempts: 10, patienceMs: 600_000 },
        );
        expect(states).toEqual(['created']);
        const waited = asked.map((asks, at) => Math.max(asks ?? 0, Math.min(1_000, 100 * 2 ** at) * 0.75));
        expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(waited.reduce((sum, ms) => sum + ms, 0));
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});
