import { expect, test } from 'vitest';
import { askedWaitMs } from '../../src/tenant/rate-limit.ts';

const NOW = Date.UTC(2026, 0, 1);
const SECONDS = NOW / 1000;

test.each<[string, Readonly<Record<string, string>>, number | null]>([
  ['Retry-After in seconds', { 'retry-after': '7' }, 7_000],
  ['Retry-After as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT' }, 20_000],
  ['Retry-After before anything else', { 'retry-after': '7', 'ratelimit-reset': '90' }, 7_000],
  [
    'RateLimit-Reset in seconds',
    { 'ratelimit-limit': '10', 'ratelimit-remaining': '0', 'ratelimit-reset': '17' },
    17_000,
  ],
  ['RateLimit-Reset alone', { 'ratelimit-reset': '17' }, 17_000],
  ['RateLimit of drafts 6 and 7', { ratelimit: 'limit=10, remaining=0, reset=17' }, 17_000],
  ['RateLimit since draft 8', { ratelimit: '"default";r=0;t=17' }, 17_000],
  ['RateLimit with a day that is not used up', { ratelimit: '"minute";r=0;t=17, "day";r=90;t=4000' }, 17_000],
  ['RateLimit with two that are used up', { ratelimit: '"second";r=0;t=1, "minute";r=0;t=17' }, 17_000],
  ['X-RateLimit-Reset in seconds', { 'x-ratelimit-reset': '17' }, 17_000],
  ['X-RateLimit-Reset as a time', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(SECONDS + 17) }, 17_000],
  ['X-RateLimit-Reset in milliseconds', { 'x-ratelimit-reset': String(NOW + 17_000) }, 17_000],
  ['X-RateLimit-Reset as a date', { 'x-ratelimit-reset': 'Thu, 01 Jan 2026 00:00:17 GMT' }, 17_000],
  ['X-Rate-Limit-Reset', { 'x-rate-limit-reset': String(SECONDS + 17) }, 17_000],
  ['a time that has passed', { 'x-ratelimit-reset': String(SECONDS - 17) }, 0],
  ['an hour: asking again after 10 minutes is cheap', { 'x-ratelimit-reset': String(SECONDS + 3_600) }, 600_000],
  ['a window that is not used up', { 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': '17' }, null],
  ['RateLimit that is not used up', { ratelimit: '"default";r=3;t=17' }, null],
  ['a name', { 'x-ratelimit-reset': 'soon' }, null],
  ['nothing', {}, null],
])('%s', (_, headers, ms) => {
  expect(askedWaitMs(429, headers, NOW)).toBe(ms);
  expect(askedWaitMs(503, headers, NOW)).toBe(ms);
});

test('the end of a window means nothing for a request that no limit refused', () => {
  expect(askedWaitMs(502, { 'ratelimit-reset': '17' }, NOW)).toBeNull();
  expect(askedWaitMs(502, { 'retry-after': '17' }, NOW)).toBe(17_000);
});
