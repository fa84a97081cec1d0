import { readFile } from 'node:fs/promises';
import type { RunnerEnv } from './artifact-service.ts';
import type { GitHubClient } from './github-client.ts';

/** A pull request of this repository. */
export interface PullRequest {
  readonly number: number;
  /** Whether its branch lies in another repository: its runs get a token that only reads. */
  readonly fromFork: boolean;
}

/** The pull request whose event started this run; null for other events. */
export async function pullRequestOfEvent({
  GITHUB_EVENT_PATH: path,
  GITHUB_REPOSITORY: own,
}: RunnerEnv): Promise<PullRequest | null> {
  const event = await readEvent(path);
  const pull = property(event, 'pull_request');
  const number = property(pull, 'number');
  if (typeof number !== 'number') return null;
  const from = property(property(property(pull, 'head'), 'repo'), 'full_name');
  return { number, fromFork: typeof from !== 'string' || from.toLowerCase() !== own?.toLowerCase() };
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

async function readEvent(path: string | undefined): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path ?? '', 'utf8'));
  } catch {
    // Not there or no JSON: then this is no event of a pull request either.
    return null;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
