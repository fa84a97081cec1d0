import { describe, expect, it } from 'vitest';
import { CircuitBreaker, type CircuitBreakerOptions, type Tripped } from '../../src/apply/circuit-breaker.ts';

function breaker(options: Partial<CircuitBreakerOptions> = {}) {
  const blown: Tripped[] = [];
  const made = new CircuitBreaker({
    maxFailedRows: 1_000,
    limitText: '1000',
    onTripped: (why) => blown.push(why),
    ...options,
  });
  return { breaker: made, blown };
}

/** How many single refusals in a row it takes. */
function refusalsUntilBlown(options: Partial<CircuitBreakerOptions>): number {
  const { breaker: under, blown } = breaker(options);
  let refusals = 0;
  while (blown.length === 0 && refusals < 1_000) {
    under.settled(0, 1);
    refusals++;
  }
  expect(blown[0]?.code).toBe('tenant.refuses_everything');
  return refusals;
}

describe('a tenant that refuses everything', () => {
  it('is recognised early when it never accepted anybody, later when it did', () => {
    expect(refusalsUntilBlown({})).toBe(10);
    expect(refusalsUntilBlown({ acceptedBefore: true })).toBe(100);
  });

  it('is not taken for one because it refuses again whom it refused in an earlier attempt', () => {
    expect(refusalsUntilBlown({ refusedBefore: 25 })).toBe(35);
    expect(refusalsUntilBlown({ acceptedBefore: true, refusedBefore: 250 })).toBe(350);
  });
});

describe('a tenant that answers and leaves users out', () => {
  /** How many users in a row it takes. */
  function leftOutUntilBlown(acceptedBefore: boolean): number {
    const { breaker: under, blown } = breaker({ acceptedBefore });
    let users = 0;
    for (; blown.length === 0 && users < 1_000; users++) under.unanswered(1, 'nothing about these users', true);
    return users;
  }

  it('is given up early when it never accepted anybody, later when it did: some of its users may be at fault', () => {
    expect(leftOutUntilBlown(false)).toBe(3);
    expect(leftOutUntilBlown(true)).toBe(100);
  });
});

it('blows once, and counts unknown rows with the failed ones', () => {
  const { breaker: under, blown } = breaker({ maxFailedRows: 3 });
  under.settled(1, 2);
  under.unanswered(1, 'away', false);
  expect(blown).toEqual([]);
  under.settled(0, 1);
  under.settled(0, 9);
  expect(blown.map(({ code }) => code)).toEqual(['abort-above']);
});
