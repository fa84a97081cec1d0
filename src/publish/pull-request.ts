import { ownsRepository } from './artifact-list.ts';
import type { RunnerEnv } from './artifact-service.ts';
import type { GitHubClient } from './github-client.ts';
import { property, readWorkflowEvent } from './workflow-event.ts';

/** A pull request of this repository. */
export interface PullRequest {
  readonly number: number;
  /** Whether its branch is in another repository: then its runs get a read-only token. */
  readonly fromFork: boolean;
}

/** The pull request whose event started this run; null for other events. */
export async function pullRequestOfEvent(env: RunnerEnv): Promise<PullRequest | null> {
  const pull = property(await readWorkflowEvent(env), 'pull_request');
  const number = property(pull, 'number');
  if (typeof number !== 'number') return null;
  const from = property(property(property(pull, 'head'), 'repo'), 'full_name');
  return { number, fromFork: typeof from !== 'string' || !ownsRepository(from, env) };
}

/** The newest open pull request that this run's commit belongs to; null when there is none. */
export async function pullRequestOfCommit(
  client: GitHubClient,
  { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit_sha = '' }: RunnerEnv,
  signal: AbortSignal,
): Promise<PullRequest | null> {
  const [owner = '', repo = ''] = repository.split('/');
  const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha,
    request: { signal },
  });
  const open = data.filter(({ state }) => state === 'open').sort((a, b) => b.number - a.number)[0];
  if (open === undefined) return null;
  return { number: open.number, fromFork: open.head.repo?.full_name.toLowerCase() !== repository.toLowerCase() };
}
