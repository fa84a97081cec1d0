import { lstat, mkdir, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArtifactClient,
  inTime,
  loadArtifactClient,
  noArtifacts,
  noRuntime,
  type RunnerEnv,
  reasonFor,
} from './artifact-service.ts';

/** The run that holds artifacts. */
export interface ArtifactPlace {
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
  /** Bytes as stored, zipped as a rule. */
  readonly size: number;
  readonly createdAt: Date | null;
  /** `sha256:…` of the bytes as stored; null when the service knows none. */
  readonly digest: string | null;
  /** Where it has to be asked for; null: the runtime service of this run. */
  readonly findBy: FindBy | null;
}

interface FindBy {
  readonly token: string;
  readonly workflowRunId: number;
  readonly repositoryOwner: string;
  readonly repositoryName: string;
}

export interface DownloadPorts {
  readonly env: RunnerEnv;
  /** For each call. */
  readonly timeoutMs: number;
}

/** Why artifacts cannot be listed or fetched, in a sentence for people. */
export class ArtifactProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArtifactProblem';
  }
}

/** The artifact came, and is not what its upload recorded, or not what it may be: not to be used, however often it is fetched. */
export class DamagedArtifact extends ArtifactProblem {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DamagedArtifact';
  }
}

/**
 * The artifacts of a run, newest first, each name once. This run's are asked of the runtime service, which needs no
 * permission, unless `through` is `rest`: after "Re-run all jobs" only REST still knows those of earlier attempts.
 *
 * @throws ArtifactProblem when they cannot be listed.
 */
export async function listArtifacts(
  place: ArtifactPlace,
  { env, timeoutMs }: DownloadPorts,
  through: 'any' | 'rest' = 'any',
): Promise<readonly StoredArtifact[]> {
  const own = isOwnRun(place, env) && through === 'any';
  const impossible = own ? noRuntime(env) : noArtifacts(env);
  if (impossible !== null) throw new ArtifactProblem(`Artifacts cannot be fetched: ${impossible}.`);
  const findBy = own ? null : findByOf(place, env);
  const list = async (client: ArtifactClient) =>
    client.listArtifacts({ latest: true, ...(findBy === null ? {} : { findBy }) });
  try {
    const { artifacts } = await inTime('Listing artifacts', timeoutMs, async () => list(await loadArtifactClient()));
    return artifacts.map(({ id, name, size, createdAt, digest }) => {
      return { id, name, size, createdAt: createdAt ?? null, digest: digest ?? null, findBy };
    });
  } catch (cause) {
    throw problem('listed', findBy, cause);
  }
}

/**
 * Fetches an artifact into an empty folder of its own (made when missing). The bytes are checked against the digest, and
 * only plain files and folders inside that folder are let through.
 *
 * @throws ArtifactProblem when it cannot be fetched; DamagedArtifact when it is damaged or holds something else.
 */
export async function downloadArtifact(
  { id, digest, findBy }: StoredArtifact,
  folder: string,
  { timeoutMs }: DownloadPorts,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let damaged: boolean | undefined;
  try {
    ({ digestMismatch: damaged } = await inTime('Fetching the artifact', timeoutMs, async () => {
      const client = await loadArtifactClient();
      return client.downloadArtifact(id, {
        path: folder,
        ...(digest === null ? {} : { expectedHash: digest }),
        ...(findBy === null ? {} : { findBy }),
      });
    }));
  } catch (cause) {
    throw problem('fetched', findBy, cause);
  }
  if (damaged === true)
    throw new DamagedArtifact('The artifact is damaged: its bytes do not have the digest that its upload recorded.');
  await refuseOddEntries(folder);
}

function isOwnRun({ runId, repository }: ArtifactPlace, env: RunnerEnv): boolean {
  return ownsRepository(repository, env) && (runId === null || String(runId) === env.GITHUB_RUN_ID);
}

/** Whether that is the repository of this run. */
export function ownsRepository(repository: string | null, env: RunnerEnv): boolean {
  return repository === null || repository.toLowerCase() === env.GITHUB_REPOSITORY?.toLowerCase();
}

function findByOf({ runId, repository, token }: ArtifactPlace, env: RunnerEnv): FindBy {
  const [repositoryOwner = '', repositoryName = ''] = (repository ?? env.GITHUB_REPOSITORY ?? '').split('/');
  const workflowRunId = runId ?? Number(env.GITHUB_RUN_ID ?? 0);
  if (repositoryOwner === '' || repositoryName === '' || workflowRunId === 0)
    throw new ArtifactProblem('Outside of GitHub Actions an artifact needs `export-repository` and `export-run-id`.');
  if (token === '') throw new ArtifactProblem('Artifacts of another run need `github-token`.');
  return { token, workflowRunId, repositoryOwner, repositoryName };
}

/** Says what a status of GitHub's means here; the client's own words would name endpoints. */
function problem(done: 'listed' | 'fetched', findBy: FindBy | null, cause: unknown): ArtifactProblem {
  const status = cause instanceof Error && 'status' in cause ? cause.status : null;
  const run =
    findBy === null ? 'this run' : `run ${findBy.workflowRunId} of ${findBy.repositoryOwner}/${findBy.repositoryName}`;
  const permission =
    'give the job `permissions: actions: read`, and for another repository a `github-token` that may read it';
  switch (status) {
    case 401:
      return new ArtifactProblem('`github-token` is not valid (any more).', { cause });
    case 403:
      return new ArtifactProblem(`\`github-token\` may not read the artifacts of ${run}: ${permission}.`, { cause });
    case 404:
      return new ArtifactProblem(`There is no ${run}, or \`github-token\` may not see it: ${permission}.`, { cause });
    case 410:
      return new ArtifactProblem(`The artifact of ${run} has expired.`, { cause });
    default:
      return new ArtifactProblem(`The artifacts of ${run} cannot be ${done}: ${reasonFor(cause)}.`, { cause });
  }
}

/**
 * The client's unzip turns `..` into `.` and writes links as files (unzip-stream 0.3.4), so nothing can stand outside. This
 * is the check that it stays so.
 */
async function refuseOddEntries(folder: string): Promise<void> {
  for await (const entry of await opendir(folder, { recursive: true })) {
    const found = await lstat(join(entry.parentPath, entry.name));
    if (found.isFile() || found.isDirectory()) continue;
    throw new DamagedArtifact('The artifact holds something other than files and folders (a link?): it is not used.');
  }
}
