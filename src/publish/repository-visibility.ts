import { readFile } from 'node:fs/promises';
import { type ArtifactPlace, ownsRepository } from './artifact-download.ts';
import { inTime, type RunnerEnv, reasonFor } from './artifact-service.ts';
import { connectGitHub } from './github-client.ts';

/** Who can see a repository, and with it its artifacts; `closed` is private or internal. */
export type Visibility =
  | { readonly kind: 'public' | 'closed' }
  /** Ends a sentence that says why it is not known. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface VisibilityPorts {
  readonly env: RunnerEnv;
  /** For the question to GitHub. */
  readonly timeoutMs: number;
}

/**
 * Finds out whether a repository is public: this one by the event that started the workflow, any other by asking GitHub.
 * Events of schedules did not always name the repository: where one is silent, GitHub is asked too.
 */
export async function repositoryVisibility(
  { repository, token }: Pick<ArtifactPlace, 'repository' | 'token'>,
  { env, timeoutMs }: VisibilityPorts,
): Promise<Visibility> {
  const told = ownsRepository(repository, env) ? await byEvent(env) : null;
  if (told !== null) return told;
  const [owner = '', repo = ''] = (repository ?? env.GITHUB_REPOSITORY ?? '').split('/');
  if (owner === '' || repo === '') return { kind: 'unknown', why: 'no repository is named' };
  if (token === '') return { kind: 'unknown', why: 'there is no `github-token` to ask with' };
  try {
    const answer = await inTime('Asking GitHub', timeoutMs, async (signal) => {
      const client = await connectGitHub(token, env);
      return client.rest.repos.get({ owner, repo, request: { signal } });
    });
    return judge(answer.data) ?? { kind: 'unknown', why: 'GitHub did not say' };
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? error.status : null;
    if (status === 401) return { kind: 'unknown', why: '`github-token` is not valid (any more)' };
    if (status === 403 || status === 404) return { kind: 'unknown', why: '`github-token` may not see it' };
    return { kind: 'unknown', why: reasonFor(error) };
  }
}

async function byEvent({ GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: own }: RunnerEnv): Promise<Visibility | null> {
  if (path === undefined || own === undefined) return null;
  try {
    const event: unknown = JSON.parse(await readFile(path, 'utf8'));
    const repository = property(event, 'repository');
    const name = property(repository, 'full_name');
    return typeof name === 'string' && name.toLowerCase() === own.toLowerCase() ? judge(repository) : null;
  } catch {
    // Not there or no JSON: GitHub can still be asked.
    return null;
  }
}

/** The two fields that a repository has in events and in REST; older servers know the second only. */
function judge(repository: unknown): Visibility | null {
  const visibility = property(repository, 'visibility');
  if (visibility === 'public') return { kind: 'public' };
  if (visibility === 'private' || visibility === 'internal') return { kind: 'closed' };
  const isPrivate = property(repository, 'private');
  return typeof isPrivate === 'boolean' ? { kind: isPrivate ? 'closed' : 'public' } : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
