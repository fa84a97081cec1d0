import type { Log } from '../runtime/log.ts';
import { count } from '../text/number-text.ts';
import { ArtifactProblem, artifactProblem } from './artifact-problem.ts';
import { loadArtifactClient, type RunnerEnv, whyNoArtifacts, whyNoRuntime, withTimeout } from './artifact-service.ts';
import { connectGitHub } from './github-client.ts';
import { type GitHubPatience, retrying } from './github-retry.ts';

/** The run whose artifacts are meant. */
export interface ArtifactRun {
  /** Null: this run. */
  readonly runId: number | null;
  /** `owner/name`; null: this repository. */
  readonly repository: string | null;
  /** For other runs and repositories, with `actions: read`; empty when there is none. */
  readonly token: string;
}

/** An artifact that can be downloaded. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes as stored, usually zipped. */
  readonly size: number;
  readonly createdAt: Date | null;
  /** `sha256:…` of the bytes as stored; null when the service has none. */
  readonly digest: string | null;
  /** GitHub has deleted its bytes. */
  readonly expired: boolean;
  /** Where to request it; null: from the runtime service of this run. */
  readonly place: RestPlace | null;
}

/** A run as GitHub's REST API names it. */
export interface RestPlace {
  readonly token: string;
  readonly runId: number;
  readonly owner: string;
  readonly repo: string;
}

/** What calls about artifacts need from outside. */
export interface ArtifactPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  readonly patience: GitHubPatience;
  /** For each call. */
  readonly timeoutMs: number;
}

export const PAGE_SIZE = 100;
/** A list is short. What takes longer hangs, and is asked for again. */
const LIST_TIMEOUT_MS = 60_000;
/** A run may have tens of thousands of artifacts; those of one name are few. */
const MAX_PAGES = 10;
/** Where nothing may be missed. */
const MAX_PAGES_OF_ALL = 100;

/**
 * The artifacts of this run, newest first, as the runtime service knows them. It needs no permission, but no longer shows
 * those of earlier attempts after "Re-run all jobs".
 *
 * @throws ArtifactProblem when they cannot be listed.
 */
export async function listOwnArtifacts(ports: ArtifactPorts): Promise<readonly StoredArtifact[]> {
  const { env, patience, timeoutMs } = ports;
  const impossible = whyNoRuntime(env);
  if (impossible !== null) throw new ArtifactProblem('unsupported', `Artifacts cannot be downloaded: ${impossible}.`);
  const list = async () => (await loadArtifactClient()).listArtifacts();
  try {
    const { artifacts } = await retrying(
      'Listing artifacts',
      () => withTimeout('Listing artifacts', Math.min(timeoutMs, LIST_TIMEOUT_MS), list, patience.stop),
      ports,
    );
    return newestFirst(
      artifacts.map(({ id, name, size, createdAt, digest }) => {
        return { id, name, size, createdAt: createdAt ?? null, digest: digest ?? null, expired: false, place: null };
      }),
    );
  } catch (cause) {
    patience.stop.throwIfAborted();
    throw artifactProblem('listed', 'this run', cause, patience.wallNow());
  }
}

/**
 * The artifacts of a run, newest first, through GitHub's REST API; with a name only those of exactly that name.
 *
 * @throws ArtifactProblem when they cannot be listed.
 */
export async function listRunArtifacts(
  run: ArtifactRun,
  ports: ArtifactPorts,
  name?: string,
): Promise<readonly StoredArtifact[]> {
  return (await listPages(run, ports, name, MAX_PAGES)).found;
}

/**
 * All artifacts of a run, newest first, through GitHub's REST API.
 *
 * @throws ArtifactProblem when they cannot be listed, or are too many.
 */
export async function listAllRunArtifacts(run: ArtifactRun, ports: ArtifactPorts): Promise<readonly StoredArtifact[]> {
  const { found, isComplete } = await listPages(run, ports, undefined, MAX_PAGES_OF_ALL);
  if (isComplete) return found;
  const where = runName(restPlaceOf(run, ports.env));
  throw new ArtifactProblem(
    'unreachable',
    `There are more than ${count(MAX_PAGES_OF_ALL * PAGE_SIZE)} artifacts in ${where}, more than are searched. Delete some.`,
  );
}

async function listPages(run: ArtifactRun, ports: ArtifactPorts, name: string | undefined, maxPages: number) {
  const place = restPlaceOf(run, ports.env);
  const { owner, repo, runId } = place;
  const found: StoredArtifact[] = [];
  let isComplete = false;
  for (let page = 1; page <= maxPages && !isComplete; page++) {
    const artifacts = await restCall(runName(place), run.token, ports, async (client, request) => {
      const query = { owner, repo, run_id: runId, per_page: PAGE_SIZE, page, ...(name === undefined ? {} : { name }) };
      const { data } = await client.rest.actions.listWorkflowRunArtifacts({ ...query, request });
      return data.artifacts;
    });
    found.push(...artifacts.map((one) => toStored(one, place)));
    isComplete = artifacts.length < PAGE_SIZE;
  }
  return { found: newestFirst(found), isComplete };
}

/** What GitHub's REST API returns about an artifact, as far as it is used here. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly created_at: string | null;
  readonly digest?: string | null;
  readonly expired: boolean;
}

export function toStored(listed: ListedArtifact, place: RestPlace): StoredArtifact {
  const { id, name, size_in_bytes: size, created_at: created, digest, expired } = listed;
  const createdAt = created === null || Number.isNaN(Date.parse(created)) ? null : new Date(created);
  return { id, name, size, createdAt, digest: digest ?? null, expired, place };
}

/** By the time of the upload. Ids say nothing about the order: GitHub numbers artifacts of all repositories together. */
export function newestFirst<T extends Pick<StoredArtifact, 'createdAt'>>(artifacts: readonly T[]): T[] {
  return [...artifacts].sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
}

/**
 * One REST call, repeated while GitHub is in trouble. `where` names what it is about.
 *
 * @throws ArtifactProblem when it fails for good; the reason of `patience.stop`.
 */
export async function restCall<T>(
  where: string,
  token: string,
  ports: ArtifactPorts,
  call: (client: Awaited<ReturnType<typeof connectGitHub>>, request: { signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const { env, patience, timeoutMs } = ports;
  const what = 'Listing artifacts';
  try {
    const client = await connectGitHub(token, env);
    return await retrying(
      what,
      () =>
        withTimeout(what, Math.min(timeoutMs, LIST_TIMEOUT_MS), (signal) => call(client, { signal }), patience.stop),
      ports,
    );
  } catch (cause) {
    patience.stop.throwIfAborted();
    throw artifactProblem('listed', where, cause, patience.wallNow());
  }
}

/** Whether a run is the one that this step belongs to. */
export function isOwnRun({ runId, repository }: ArtifactRun, env: RunnerEnv): boolean {
  return ownsRepository(repository, env) && (runId === null || String(runId) === env.GITHUB_RUN_ID);
}

/** Whether `repository` is the repository of this run; null is. */
export function ownsRepository(repository: string | null, env: RunnerEnv): boolean {
  return repository === null || repository.toLowerCase() === env.GITHUB_REPOSITORY?.toLowerCase();
}

/** @throws ArtifactProblem when REST cannot be asked for this run. */
export function restPlaceOf({ runId, repository, token }: ArtifactRun, env: RunnerEnv): RestPlace {
  const impossible = whyNoArtifacts(env);
  if (impossible !== null) throw new ArtifactProblem('unsupported', `Artifacts cannot be downloaded: ${impossible}.`);
  const [owner = '', repo = ''] = (repository ?? env.GITHUB_REPOSITORY ?? '').split('/');
  const id = runId ?? Number(env.GITHUB_RUN_ID ?? 0);
  if (owner === '' || repo === '' || id === 0)
    throw new ArtifactProblem(
      'absent',
      'Outside GitHub Actions, an artifact needs `export-repository` and `export-run-id`.',
    );
  if (token === '') throw new ArtifactProblem('forbidden', 'Artifacts of another run or attempt need `github-token`.');
  return { token, runId: id, owner, repo };
}

/** As messages name a run. */
export function runName({ runId, owner, repo }: RestPlace): string {
  return `run ${runId} of ${owner}/${repo}`;
}
