import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backoffMs,
  isOutage,
  isRetryableStatus,
  parseRetryAfter,
  probeWaitMs,
  retryPolicy,
} from '../../src/tenant/retry-policy.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0.5', 500],
    ['600', 600_000],
    ['601', 600_000],
    ['99999999999999999999', 600_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:48:00 GMT', 0],
    ['Sun, 06 Nov 2094 08:48:00 GMT', 600_000],
  ])('%j is %i ms', (value, ms) => {
    expect(parseRetryAfter(value, NOW)).toBe(ms);
  });

  test.each([
    [''],
    ['-5'],
    ['soon'],
    ['soon 5'],
    ['5s'],
    ['1e3'],
    ['0x10'],
    ['Infinity'],
    ['2026'.repeat(3).concat('-01-01')],
    ['Sun, 06 Xyz 1994 08:49:37 GMT'],
  ])('%j says nothing', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeNull();
  });

  test('a header that is not there says nothing', () => {
    expect(parseRetryAfter(undefined, NOW)).toBeNull();
    expect(parseRetryAfter(null, NOW)).toBeNull();
  });

  test('whatever it holds, the wait is a whole number between 0 and 10 minutes, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (value) => {
          const ms = parseRetryAfter(value, NOW);
          expect(ms === null || (Number.isInteger(ms) && ms >= 0 && ms <= 600_000)).toBe(true);
        },
      ),
    );
  });
});

describe('backoff', () => {
  const policy = retryPolicy(6, 0);

  test('doubles its bound from 500 ms to 30 s', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 7, 8, 60].map((attempt) => backoffMs(policy, attempt, () => 1));
    expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('has full jitter: anything from nothing to the bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, share) => {
          const bound = backoffMs(policy, attempt, () => 1);
          expect(backoffMs(policy, attempt, () => share)).toBe(Math.floor(share * bound));
        },
      ),
    );
  });

  test('of probes never gets shorter, and is at most 30 s', () => {
    const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(jitter, { minLength: 2, maxLength: 30 }), (jitters) => {
        const waits = jitters.map((random, at) => probeWaitMs(policy, at + 1, () => random));
        for (const [at, wait] of waits.slice(0, 6).entries()) expect(wait).toBeGreaterThanOrEqual(waits[at - 1] ?? 250);
        for (const wait of waits.slice(6)) expect(wait >= 15_000 && wait <= 30_000).toBe(true);
      }),
    );
  });

  test('the attempts are those of the setting', () => {
    expect(retryPolicy(3, 0).maxAttempts).toBe(3);
  });
});

test('only what may pass by itself is tried again', () => {
  const retryable = Array.from({ length: 500 }, (_, at) => at + 100).filter(isRetryableStatus);
  expect(retryable.filter((status) => status < 500)).toEqual([408, 425, 429]);
  const notRetryable = Array.from({ length: 100 }, (_, at) => at + 500).filter((status) => !isRetryableStatus(status));
  expect(notRetryable).toEqual([501, 505, 507]);
});

test('an outage is about the whole tenant: too many requests, a gateway without its service, no connection', () => {
  const statuses = Array.from({ length: 500 }, (_, at) => at + 100).filter((status) =>
    isOutage(status, 'tenant.refused'),
  );
  expect(statuses.filter((status) => status < 510)).toEqual([429, 502, 503, 504, 506, 508, 509]);
  expect([500, 501, 505, 507].some((status) => isOutage(status, 'tenant.refused'))).toBe(false);
  const codes = [
    'tenant.unreachable',
    'tenant.connection_lost',
    'tenant.timeout',
    'tenant.tls',
    'tenant.proxy',
  ] as const;
  expect(codes.every((code) => isOutage(null, code))).toBe(true);
  expect(isOutage(null, 'tenant.cancelled') || isOutage(200, 'tenant.answer_unusable')).toBe(false);
});
