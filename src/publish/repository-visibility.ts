import { type Log, SILENT_LOG } from '../runtime/log.ts';
import { type ArtifactRun, ownsRepository } from './artifact-list.ts';
import { rateLimitText } from './artifact-problem.ts';
import { type RunnerEnv, reasonFor, withTimeout } from './artifact-service.ts';
import { connectGitHub } from './github-client.ts';
import { gitHubFailure } from './github-failure.ts';
import { endlessPatience, type GitHubPatience, retrying } from './github-retry.ts';
import { property, readWorkflowEvent } from './workflow-event.ts';

/** Who can see a repository and so its artifacts; `closed` is private or internal. */
export type Visibility =
  | { readonly kind: 'public' | 'closed' }
  /** `why` is the reason, as part of a sentence. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface VisibilityPorts {
  readonly env: RunnerEnv;
  /** For each request to GitHub. */
  readonly timeoutMs: number;
  readonly log?: Log;
  readonly patience?: GitHubPatience;
}

/**
 * Finds out whether a repository is public: this one from the event that started the workflow, any other from GitHub's API.
 * The API is also used when the event does not name the repository, as those of schedules sometimes do not.
 */
export async function repositoryVisibility(
  { repository, token }: Pick<ArtifactRun, 'repository' | 'token'>,
  { env, timeoutMs, log = SILENT_LOG, patience = endlessPatience() }: VisibilityPorts,
): Promise<Visibility> {
  const fromEvent = ownsRepository(repository, env) ? await visibilityFromEvent(env) : null;
  if (fromEvent !== null) return fromEvent;
  const [owner = '', repo = ''] = (repository ?? env.GITHUB_REPOSITORY ?? '').split('/');
  if (owner === '' || repo === '') return { kind: 'unknown', why: 'no repository is given' };
  if (token === '') return { kind: 'unknown', why: 'there is no `github-token` to look it up with' };
  try {
    const client = await connectGitHub(token, env);
    const what = 'Looking up the repository';
    const get = (signal: AbortSignal) => client.rest.repos.get({ owner, repo, request: { signal } });
    const answer = await retrying(what, () => withTimeout(what, timeoutMs, get, patience.stop), { patience, log });
    return visibilityOf(answer.data) ?? { kind: 'unknown', why: 'GitHub did not return its visibility' };
  } catch (error) {
    patience.stop.throwIfAborted();
    const failure = gitHubFailure(error, patience.wallNow());
    switch (failure.kind) {
      case 'unauthorized':
        return { kind: 'unknown', why: '`github-token` is invalid or has expired' };
      case 'forbidden':
      case 'absent':
        return { kind: 'unknown', why: '`github-token` cannot see it' };
      case 'rate-limited':
        return { kind: 'unknown', why: rateLimitText(failure).replace(/\.$/, '') };
      case 'locked':
      case 'expired':
      case 'unreachable':
      case 'other':
        return { kind: 'unknown', why: reasonFor(error) };
    }
  }
}

async function visibilityFromEvent(env: RunnerEnv): Promise<Visibility | null> {
  const repository = property(await readWorkflowEvent(env), 'repository');
  const name = property(repository, 'full_name');
  return typeof name === 'string' && ownsRepository(name, env) ? visibilityOf(repository) : null;
}

/** Events and REST have two fields for it; older servers only the second one. */
function visibilityOf(repository: unknown): Visibility | null {
  const visibility = property(repository, 'visibility');
  if (visibility === 'public') return { kind: 'public' };
  if (visibility === 'private' || visibility === 'internal') return { kind: 'closed' };
  const isPrivate = property(repository, 'private');
  return typeof isPrivate === 'boolean' ? { kind: isPrivate ? 'closed' : 'public' } : null;
}
