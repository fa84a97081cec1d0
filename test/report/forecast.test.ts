import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withPart } from '../../scripts/marked-part.ts';
import {
  durationTable,
  forecastLines,
  legsNeeded,
  type Pace,
  resumeUploadBytes,
  sendingMs,
  sizingTable,
} from '../../src/report/forecast.ts';

const pace: Pace = { batchSize: 50, concurrency: 8, latencyMs: 1_000, requestsPerSecond: null };

test('sending takes requests × latency ÷ concurrency, or longer when the tenant limits the requests', () => {
  expect(sendingMs(4_000, pace)).toBe(10_000);
  expect(sendingMs(4_001, pace)).toBe(11_000);
  expect(sendingMs(4_000, { ...pace, requestsPerSecond: 2 })).toBe(40_000);
  expect(sendingMs(4_000, { ...pace, requestsPerSecond: 100 })).toBe(10_000);
  expect(sendingMs(0, pace)).toBe(0);
});

test('each job has 330 minutes, of which it plans first; six are the most', () => {
  const minutes = (n: number): number => n * 60_000;
  expect(legsNeeded(minutes(30), minutes(300))).toBe(1);
  expect(legsNeeded(minutes(30), minutes(301))).toBe(2);
  expect(legsNeeded(minutes(30), minutes(1_800))).toBe(6);
  expect(legsNeeded(minutes(30), minutes(1_801))).toBeNull();
  expect(legsNeeded(minutes(400), minutes(1))).toBeNull();
});

test('a run uploads each user once at its end, and once more while it sends for longer than ten minutes, in each of its jobs', () => {
  const minutes = (n: number): number => n * 60_000;
  expect(resumeUploadBytes(1_000, minutes(10), 1)).toBe(31_000);
  expect(resumeUploadBytes(1_000, minutes(11), 1)).toBe(62_000);
  // Half of the users twice, then all of them twice.
  expect(resumeUploadBytes(1_000, minutes(400), 2)).toBe(93_000);
});

test('the tables of docs/how-long.md are what the formulas give (node scripts/sizing-table.ts)', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/how-long.md'), 'utf8');
  expect(withPart(page, 'durations', durationTable())).toBe(page);
  expect(withPart(page, 'sizes', sizingTable())).toBe(page);
  // 100,000 users are 2,000 requests: 500 rounds of 4 requests of 200 ms, after 20 s of planning.
  expect(durationTable()).toContain('| 100,000 | 2 min |');
});

test('the forecast of an export names time, disk and artifacts, and the example for what one job cannot send', () => {
  const facts = {
    planMs: 90_000,
    ledgerBytes: 2e9,
    batchSize: 50,
    concurrency: { mode: 'fixed', max: 4 },
    requestsPerSecond: 0.5,
  } as const;
  expect(forecastLines({ ...facts, users: 1_000_000 })).toEqual([
    'Forecast for 1,000,000 users in 20,000 requests of up to 50:',
    '  Planning: 1 min 30 s, as measured now.',
    '  Sending with concurrency 4: 11 h 7 min at 200 ms a request, 11 h 7 min at 1 s a request, 11 h 7 min at 5 s a request.',
    '  Sending with concurrency 8: 11 h 7 min at 200 ms a request, 11 h 7 min at 1 s a request, 11 h 7 min at 5 s a request.',
    '  Sending with concurrency 16: 11 h 7 min at 200 ms a request, 11 h 7 min at 1 s a request, 11 h 7 min at 5 s a request.',
    '  None is faster than max-requests-per-second: 0.5 allows.',
    '  Disk of the runner: 2.0 GB. Artifacts: report 36 MB, resume 31 MB, state 119 MB.',
    '  At 1 s a request, that is more than one job of GitHub: use examples/large.yml.',
  ]);
  expect(forecastLines({ ...facts, requestsPerSecond: null, users: 60 }).at(-2)).toBe(
    '  Sending with concurrency 16: 200 ms at 200 ms a request, 1 s at 1 s a request, 5 s at 5 s a request.',
  );
});

test('with concurrency auto, the forecast shows what a run takes if the tenant takes few, some or the most requests at a time', () => {
  const facts = { planMs: 90_000, ledgerBytes: 2e9, batchSize: 50, requestsPerSecond: null };
  const lines = (max: number): string[] =>
    forecastLines({ ...facts, concurrency: { mode: 'auto', max }, users: 1_000_000 }).filter((line) =>
      /Sending|At 1 s/.test(line),
    );
  expect(lines(32)).toEqual([
    '  Sending finds how many requests at a time the tenant takes, up to max-concurrency: 32.',
    '  Sending if it takes 2: 33 min at 200 ms a request, 2 h 47 min at 1 s a request, 13 h 53 min at 5 s a request.',
    '  Sending if it takes 8: 8 min 20 s at 200 ms a request, 42 min at 1 s a request, 3 h 28 min at 5 s a request.',
    '  Sending if it takes 32: 2 min 5 s at 200 ms a request, 10 min at 1 s a request, 52 min at 5 s a request.',
  ]);
  expect(lines(1)).toEqual([
    '  Sending finds how many requests at a time the tenant takes, up to max-concurrency: 1.',
    '  Sending if it takes 1: 1 h 7 min at 200 ms a request, 5 h 33 min at 1 s a request, 27 h 47 min at 5 s a request.',
    '  At 1 s a request and 1 at a time, that is more than one job of GitHub: use examples/large.yml.',
  ]);
});
