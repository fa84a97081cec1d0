import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endlessPatience } from '../../src/publish/github-retry.ts';
import { publishComment } from '../../src/publish/sticky-comment.ts';
import type { ReviewComment } from '../../src/report/markdown/review-comment.ts';
import { logLines } from '../support/log-lines.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { tempFolder } from '../support/temp-folder.ts';

let service: ResultsService;
beforeEach(async () => {
  service = await startResultsService();
});
afterEach(() => service[Symbol.asyncDispose]());

const SHA = '0123456789abcdef0123456789abcdef01234567';
const OF_PULL = { pull_request: { number: 7, head: { repo: { full_name: 'acme/identity' } } } };
const OF_FORK = { pull_request: { number: 7, head: { repo: { full_name: 'stranger/identity' } } } };

function comment(text: string, name = 'report'): ReviewComment {
  const marker = `<!-- cidaas-migrate ${name} `;
  return { marker, digest: text, body: `${marker}${text} -->\n${text}\n` };
}

interface Step {
  readonly when?: 'auto' | 'always' | 'never';
  readonly event?: object;
  readonly token?: string;
  readonly timeoutMs?: number;
  /** Gets every wait, none of which takes time. */
  readonly slept?: number[];
}

/** Comments as a step of that event does; returns what the log says. */
async function say(given: ReviewComment, step: Step = {}): Promise<readonly string[]> {
  const { when = 'auto', event = OF_PULL, token = service.token, timeoutMs = 20_000, slept = [] } = step;
  using folder = tempFolder();
  const path = folder.file('event.json');
  writeFileSync(path, JSON.stringify(event));
  const { log, lines } = logLines();
  const env = { ...service.env(), GITHUB_EVENT_PATH: path, GITHUB_SHA: SHA };
  const patience = { ...endlessPatience(), sleep: async (ms: number) => void slept.push(ms) };
  await publishComment(given, when, { env, log, token, timeoutMs, patience });
  return lines;
}

const bodies = (): string[] => service.comments.map(({ body }) => body);
const writes = (): string[] => service.requests.filter((request) => !request.startsWith('GET'));

describe('one comment', () => {
  test('is made once, edited in place, and left alone when there is nothing new', async () => {
    expect(await say(comment('one'))).toEqual([
      'info: Commented on the pull request: https://github.com/acme/identity/pull/7#issuecomment-9001',
    ]);
    expect(await say(comment('two'))).toEqual([
      'info: Updated the comment on the pull request: https://github.com/acme/identity/pull/7#issuecomment-9001',
    ]);
    expect(await say(comment('two'))).toEqual([
      'info: The comment on the pull request is already up to date: https://github.com/acme/identity/pull/7#issuecomment-9001',
    ]);
    expect(bodies()).toEqual([comment('two').body]);
    expect(writes()).toEqual([
      'POST /repos/acme/identity/issues/7/comments',
      'PATCH /repos/acme/identity/issues/comments/9001',
    ]);
  });

  test('is found behind pages of talk', async () => {
    for (let at = 0; at < 250; at++) service.seedComment(7, `Comment ${at}`, { author_association: 'COLLABORATOR' });
    await say(comment('one'));
    for (let at = 0; at < 120; at++) service.seedComment(7, `Comment ${at}`);
    await say(comment('two'));
    expect(service.comments).toHaveLength(371);
    expect(bodies()[250]).toBe(comment('two').body);
  });

  test('for each migration of a pull request, and for each pull request', async () => {
    service.seedComment(8, comment('other pull request').body);
    await say(comment('shop', 'shop'));
    await say(comment('portal', 'portal'));
    await say(comment('shop, again', 'shop'));
    expect(bodies()).toEqual([
      comment('other pull request').body,
      comment('shop, again', 'shop').body,
      comment('portal', 'portal').body,
    ]);
  });

  test('of a stranger who forged the marker is left alone; of a member it is ours to edit', async () => {
    const by = (type: 'Bot' | 'User', author_association: 'NONE' | 'COLLABORATOR') => ({
      user: { login: 'somebody', type },
      author_association,
    });
    const forged = comment('one').body;
    service.seedComment(7, forged, by('User', 'NONE'));
    service.seedComment(7, `> ${forged}`, by('User', 'COLLABORATOR'));
    await say(comment('two'));
    expect(bodies()).toEqual([forged, `> ${forged}`, comment('two').body]);
    service.seedComment(8, forged, by('User', 'COLLABORATOR'));
    await say(comment('two'), { event: { pull_request: { ...OF_PULL.pull_request, number: 8 } } });
    expect(bodies()[3]).toBe(comment('two').body);
  });
});

describe('when to comment', () => {
  test('never and in other events nothing is asked', async () => {
    expect(await say(comment('one'), { when: 'never' })).toEqual([]);
    expect(await say(comment('one'), { event: { repository: {} } })).toEqual([]);
    expect(service.requests).toEqual([]);
  });

  test('always looks for the open pull request of the commit', async () => {
    service.seedPull({ number: 3, sha: SHA, state: 'closed', from: 'acme/identity' });
    service.seedPull({ number: 4, sha: SHA, state: 'open', from: 'acme/identity' });
    service.seedPull({ number: 5, sha: 'another', state: 'open', from: 'acme/identity' });
    await say(comment('one'), { when: 'always', event: {} });
    expect(service.comments).toMatchObject([{ pull: 4, body: comment('one').body }]);
  });

  test('always without a pull request is a notice', async () => {
    expect(await say(comment('one'), { when: 'always', event: {} })).toEqual([
      'notice: No comment: no open pull request contains this commit.',
    ]);
    expect(writes()).toEqual([]);
  });
});

describe('what goes wrong fails nothing', () => {
  test.each([403, 404])('a token that may not write (%i) is a notice that names the permission', async (status) => {
    service.fail({ on: 'comment', kind: 'status', status });
    expect(await say(comment('one'))).toEqual([
      'notice: No comment on the pull request: `github-token` cannot write there: give the job `permissions: pull-requests: write`. The job summary has the same content.',
    ]);
  });

  test('of a fork it is the way it is', async () => {
    service.fail({ on: 'comment', kind: 'status', status: 403 });
    expect(await say(comment('one'), { event: OF_FORK })).toEqual([
      'notice: No comment on the pull request: workflows of a pull request from a fork get a read-only token. The job summary has the same content.',
    ]);
  });

  test('without a token nothing is asked', async () => {
    expect(await say(comment('one'), { token: '' })).toEqual([
      'notice: No comment on the pull request: there is no `github-token`.',
    ]);
    expect(service.requests).toEqual([]);
  });

  test.each([
    ['a bad gateway', { kind: 'status', status: 502 }],
    ['a reset', { kind: 'reset' }],
  ] as const)('%s is asked again, and the comment is made once', async (_, fault) => {
    service.fail({ on: 'rest', times: 2, ...fault });
    const slept: number[] = [];
    const lines = await say(comment('one'), { slept });
    expect(slept).toEqual([1_000, 4_000]);
    expect(lines.at(-1)).toMatch(/^info: Commented on the pull request: /);
    expect(bodies()).toEqual([comment('one').body]);
  });

  test('a locked conversation and a rate limit are called by their names', async () => {
    const locked = { message: 'Unable to create comment because issue is locked.' };
    service.fail({ on: 'comment', kind: 'status', status: 403, body: locked, times: 1 });
    expect(await say(comment('one'))).toEqual([
      'notice: No comment on the pull request: its conversation is locked. The job summary has the same content.',
    ]);
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 3_000),
    };
    service.fail({ on: 'rest', kind: 'status', status: 403, headers });
    const slept: number[] = [];
    const [limited] = await say(comment('one'), { slept });
    expect(limited).toMatch(/^warning: .* GitHub's rate limit for this token is used up.* Run again after .* UTC\./);
    expect(slept).toEqual([]);
  });

  test('a server that keeps failing, or never answers, is a warning', async () => {
    service.fail({ on: 'rest', kind: 'status', status: 500, times: 4 });
    const failed = await say(comment('one'));
    expect(failed.at(-1)).toMatch(/^warning: The pull request could not be commented on: /);
    service.heal();
    service.fail({ on: 'rest', kind: 'hang' });
    const [hung] = await say(comment('one'), { timeoutMs: 300 });
    expect(hung).toMatch(/^warning: The pull request could not be commented on: .* took longer than 300 ms/);
  });
});
