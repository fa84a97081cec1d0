import { describe, expect, it } from 'vitest';
import { type Blown, Fuse, type FuseOptions } from '../../src/apply/circuit-breaker.ts';

function fuse(options: Partial<FuseOptions> = {}) {
  const blown: Blown[] = [];
  const made = new Fuse({ maxFailedRows: 1_000, limitText: '1000', onBlown: (why) => blown.push(why), ...options });
  return { fuse: made, blown };
}

/** How many single refusals in a row it takes. */
function refusalsUntilBlown(options: Partial<FuseOptions>): number {
  const { fuse: under, blown } = fuse(options);
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
    const { fuse: under, blown } = fuse({ acceptedBefore });
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
  const { fuse: under, blown } = fuse({ maxFailedRows: 3 });
  under.settled(1, 2);
  under.unanswered(1, 'away', false);
  expect(blown).toEqual([]);
  under.settled(0, 1);
  under.settled(0, 9);
  expect(blown.map(({ code }) => code)).toEqual(['abort-above']);
});
