import { expect, test } from 'vitest';
import { gitHubFailure } from '../../src/publish/github-failure.ts';
import { type GitHubPatience, retrying } from '../../src/publish/github-retry.ts';
import { logLines } from '../support/log-lines.ts';
import { manualClock } from '../support/manual-clock.ts';

/** An error as Octokit throws it. */
function answer(status: number, headers: { readonly [name: string]: string } = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

/** A call that fails with each of these errors in turn, and then succeeds. */
async function call(errors: readonly Error[], given: Partial<GitHubPatience> = {}) {
  const clock = manualClock();
  const { log, lines } = logLines();
  const stop = new AbortController().signal;
  const patience = { stop, until: Number.POSITIVE_INFINITY, ...clock, ...given };
  let calls = 0;
  const work = retrying(
    'Asking',
    async () => {
      const error = errors[calls++];
      if (error !== undefined) throw error;
      return 'done';
    },
    { patience, log },
  );
  const end = await clock.run(work.catch((error: unknown) => error));
  return { end, calls, slept: clock.slept, lines };
}

test.each([
  ['5xx', answer(502), [1_000]],
  ['no answer', answer(500, {}, 'fetch failed'), [1_000]],
  ['a reset of the runtime service', new Error('Failed to ListArtifacts: Unable to make request: ECONNRESET'), [1_000]],
  ['retry-after', answer(403, { 'retry-after': '7' }), [7_000]],
  ['retry-after with 429', answer(429, { 'retry-after': '120' }), [120_000]],
  ['the reset of the limit', answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800' }), [1_801_000]],
  ['a secondary limit without a time', answer(403, {}, 'You have exceeded a secondary rate limit'), [60_000]],
  ['429 without a time', answer(429), [1_000]],
])('%s is waited for and asked again', async (_, error, waits) => {
  expect(await call([error])).toMatchObject({ end: 'done', calls: 2, slept: waits });
});

test.each([
  ['a missing permission', answer(403, { 'x-ratelimit-remaining': '4999' }, 'Resource not accessible by integration')],
  ['a bad token', answer(401)],
  ['what is not there', answer(404)],
  ['what has expired', answer(410)],
  ['what the client has repeated itself', new Error('Failed to make request after 5 attempts: Failed request: (503)')],
])('%s is not asked again', async (_, error) => {
  expect(await call([error])).toMatchObject({ end: error, calls: 1, slept: [] });
});

test('trouble that lasts is told after four calls', async () => {
  const error = answer(503);
  expect(await call([error, error, error, error])).toMatchObject({
    end: error,
    calls: 4,
    slept: [1_000, 4_000, 9_000],
  });
});

test('a limit that lasts longer than the run, or than any limit of GitHub, is not waited for', async () => {
  const error = answer(403, { 'retry-after': '600' });
  expect(await call([error], { until: 599_000 })).toMatchObject({ end: error, slept: [] });
  expect(await call([error], { until: 601_000 })).toMatchObject({ end: 'done', slept: [600_000] });
  const days = answer(403, { 'retry-after': '86400' });
  expect(await call([days])).toMatchObject({ end: days, slept: [] });
});

test.each([-3_600_000, 3_600_000])(
  'a clock that is set by %i ms changes no wait for GitHub, and no limit of the run',
  async (ms) => {
    const clock = manualClock();
    const stepping = { ...clock, until: 601_000 };
    const sleep: GitHubPatience['sleep'] = async (wait, signal) => {
      clock.stepWall(ms);
      await clock.sleep(wait, signal);
    };
    const { log } = logLines();
    const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '299' };
    const errors = [answer(403, { 'retry-after': '200' }), answer(403, reset)];
    const patience = { ...stepping, sleep, stop: new AbortController().signal };
    const work = async () => {
      const error = errors.shift();
      // GitHub names the end of the limit by its own clock.
      if (error !== undefined && errors.length === 0) clock.stepWall(-ms);
      if (error !== undefined) throw error;
      return 'done';
    };
    expect(await clock.run(retrying('Asking', work, { patience, log }))).toBe('done');
    expect(clock.slept).toEqual([200_000, 100_000]);
    expect(clock.now()).toBe(300_000);
  },
);

test('the stop signal ends a wait at once, with its own reason', async () => {
  const stopping = new AbortController();
  const reason = { outcome: 'cancelled', message: 'The run was cancelled.' };
  const sleep: GitHubPatience['sleep'] = (_, signal) => {
    stopping.abort(reason);
    return Promise.reject(signal.reason);
  };
  expect(await call([answer(502)], { stop: stopping.signal, sleep })).toMatchObject({ end: reason, calls: 1 });
});

test.each([
  ['locked', answer(403, {}, 'Unable to create comment because issue is locked.')],
  ['forbidden', answer(403, {}, 'Resource not accessible by integration')],
  [
    'forbidden',
    new Error('Failed to ListArtifacts: Received non-retryable error: Failed request: (403) Forbidden: no'),
  ],
  ['unauthorized', answer(401)],
  ['absent', answer(404)],
  ['expired', answer(410)],
  ['unreachable', new Error('Artifact download failed after 5 retries.')],
  ['other', new Error('anything else')],
])('%s is told apart', (kind, error) => {
  expect(gitHubFailure(error, 0)).toEqual({ kind });
});
