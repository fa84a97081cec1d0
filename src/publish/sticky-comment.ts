import type { ReviewComment } from '../report/markdown/review-comment.ts';
import type { Log } from '../runtime/log.ts';
import { rateLimitText } from './artifact-problem.ts';
import { type RunnerEnv, reasonFor, withTimeout } from './artifact-service.ts';
import { connectGitHub, type GitHubClient } from './github-client.ts';
import { gitHubFailure } from './github-failure.ts';
import { endlessPatience, type GitHubPatience, retrying } from './github-retry.ts';
import { type PullRequest, pullRequestOfCommit, pullRequestOfEvent } from './pull-request.ts';

export interface CommentPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  readonly token: string;
  /** For the whole operation, including all pages of comments. */
  readonly timeoutMs?: number;
  readonly patience?: GitHubPatience;
}

const TWO_MINUTES = 2 * 60 * 1000;

/**
 * Keeps one comment on the pull request of this run up to date. `auto` only looks at the event; `always` also looks for an
 * open pull request that contains the commit. Failures are logged, never thrown: the job summary has the same content.
 */
export async function publishComment(
  comment: ReviewComment,
  when: 'auto' | 'always' | 'never',
  { env, log, token, timeoutMs = TWO_MINUTES, patience: given = endlessPatience() }: CommentPorts,
): Promise<void> {
  if (when === 'never') return;
  const ofEvent = await pullRequestOfEvent(env);
  if (ofEvent === null && when === 'auto') return;
  if (token === '') return log.notice('No comment on the pull request: there is no `github-token`.');
  let pull = ofEvent;
  const what = 'Commenting on the pull request';
  const patience = { ...given, until: Math.min(given.until, given.now() + timeoutMs) };
  try {
    const work = async (signal: AbortSignal): Promise<void> => {
      const client = await connectGitHub(token, env);
      pull ??= await pullRequestOfCommit(client, env, signal);
      if (pull === null) return log.notice('No comment: no open pull request contains this commit.');
      log.info(await upsert(client, env, pull, comment, signal));
    };
    // All of it is repeated: a comment that was written although its answer got lost is then found and up to date.
    await withTimeout(what, timeoutMs, (signal) => retrying(what, () => work(signal), { patience, log }), given.stop);
  } catch (error) {
    // The run was cancelled: nobody waits for a comment.
    if (given.stop.aborted) return;
    const failure = gitHubFailure(error, given.wallNow());
    switch (failure.kind) {
      case 'unauthorized':
      case 'forbidden':
      case 'absent':
        return log.notice(whyForbidden(pull));
      case 'locked':
        return log.notice(
          'No comment on the pull request: its conversation is locked. The job summary has the same content.',
        );
      case 'rate-limited':
        return log.warning(
          `The pull request could not be commented on: ${rateLimitText(failure)} The job summary has the same content.`,
        );
      case 'expired':
      case 'unreachable':
      case 'other':
        return log.warning(
          `The pull request could not be commented on: ${reasonFor(error)}. The job summary has the same content.`,
        );
    }
  }
}

async function upsert(
  client: GitHubClient,
  { GITHUB_REPOSITORY: repository = '' }: RunnerEnv,
  { number: issue_number }: PullRequest,
  { marker, digest, body }: ReviewComment,
  signal: AbortSignal,
): Promise<string> {
  const [owner = '', repo = ''] = repository.split('/');
  const request = { signal };
  const known = await find(client, { owner, repo, issue_number, request }, marker);
  if (known === null) {
    const { data } = await client.rest.issues.createComment({ owner, repo, issue_number, body, request });
    return `Commented on the pull request: ${data.html_url}`;
  }
  if (known.body.startsWith(`${marker}${digest} `))
    return `The comment on the pull request is already up to date: ${known.url}`;
  await client.rest.issues.updateComment({ owner, repo, comment_id: known.id, body, request });
  return `Updated the comment on the pull request: ${known.url}`;
}

/** Our comment is among the first ones; a list whose pages never end is not followed. */
const MAX_PAGES = 100;

/** Authors who can write to the repository; bots, such as the token of a workflow, are trusted too. */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * The oldest comment with the marker. Comments of other authors are ignored: a stranger must not be able to have our text
 * published under their name, or to suppress it.
 */
async function find(
  client: GitHubClient,
  where: { owner: string; repo: string; issue_number: number; request: { signal: AbortSignal } },
  marker: string,
): Promise<{ readonly id: number; readonly body: string; readonly url: string } | null> {
  let pages = 0;
  for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, { ...where, per_page: 100 })) {
    for (const { id, body, user, author_association: association, html_url: url } of data) {
      if (body?.startsWith(marker) !== true) continue;
      if (user?.type === 'Bot' || TRUSTED.includes(association ?? '')) return { id, body, url };
    }
    if (++pages >= MAX_PAGES) break;
  }
  return null;
}

function whyForbidden(pull: PullRequest | null): string {
  const why =
    pull?.fromFork === true
      ? 'workflows of a pull request from a fork get a read-only token'
      : '`github-token` cannot write there: give the job `permissions: pull-requests: write`';
  return `No comment on the pull request: ${why}. The job summary has the same content.`;
}
