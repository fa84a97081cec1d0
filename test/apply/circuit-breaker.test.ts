import { describe, expect, it } from 'vitest';
import { CircuitBreaker, type CircuitBreakerOptions, type TripReason } from '../../src/apply/circuit-breaker.ts';

function breaker(options: Partial<CircuitBreakerOptions> = {}) {
  const tripped: TripReason[] = [];
  const made = new CircuitBreaker({
    maxFailedRows: 1_000,
    limitText: '1000',
    onTripped: (why) => tripped.push(why),
    ...options,
  });
  return { breaker: made, tripped };
}

/** How many single refusals in a row it takes. */
function refusalsUntilTripped(options: Partial<CircuitBreakerOptions>): number {
  const { breaker: under, tripped } = breaker(options);
  let refusals = 0;
  while (tripped.length === 0 && refusals < 1_000) {
    under.settled(0, 1);
    refusals++;
  }
  expect(tripped[0]?.code).toBe('tenant.refuses_everything');
  return refusals;
}

describe('a tenant that refuses everything', () => {
  it('is detected early when it never accepted anyone, later when it did', () => {
    expect(refusalsUntilTripped({})).toBe(10);
    expect(refusalsUntilTripped({ acceptedBefore: true })).toBe(100);
  });

  it('is not taken for one because it refuses again whom it refused in an earlier attempt', () => {
    expect(refusalsUntilTripped({ refusedBefore: 25 })).toBe(35);
    expect(refusalsUntilTripped({ acceptedBefore: true, refusedBefore: 250 })).toBe(350);
  });
});

describe('a tenant that answers and leaves users out', () => {
  /** How many users in a row it takes. */
  function leftOutUntilTripped(acceptedBefore: boolean): number {
    const { breaker: under, tripped } = breaker({ acceptedBefore });
    let users = 0;
    for (; tripped.length === 0 && users < 1_000; users++) under.unanswered(1, 'nothing about these users', true);
    return users;
  }

  it('stops the run early when it never accepted anyone, later when it did: some users may be the cause', () => {
    expect(leftOutUntilTripped(false)).toBe(3);
    expect(leftOutUntilTripped(true)).toBe(100);
  });
});

it('trips once, and counts unknown rows with the failed ones', () => {
  const { breaker: under, tripped } = breaker({ maxFailedRows: 3 });
  under.settled(1, 2);
  under.unanswered(1, 'away', false);
  expect(tripped).toEqual([]);
  under.settled(0, 1);
  under.settled(0, 9);
  expect(tripped.map(({ code }) => code)).toEqual(['abort-above']);
});
