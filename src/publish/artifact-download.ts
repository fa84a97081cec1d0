import { lstat, mkdir, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArtifactClient,
  loadArtifactClient,
  type RunnerEnv,
  reasonFor,
  whyNoArtifacts,
  whyNoRuntime,
  withTimeout,
} from './artifact-service.ts';
import { httpStatusOf } from './github-client.ts';

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
  /** Where to request it; null: from the runtime service of this run. */
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

/** Artifacts cannot be listed or downloaded; the message is a sentence for people. */
export class ArtifactProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArtifactProblem';
  }
}

/** The artifact was downloaded but is damaged or has disallowed content; downloading it again does not help. */
export class DamagedArtifact extends ArtifactProblem {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DamagedArtifact';
  }
}

/**
 * The artifacts of a run, newest first, each name once. Those of this run come from the runtime service, which needs no
 * permission, unless `through` is `rest`: after "Re-run all jobs" only REST still lists those of earlier attempts.
 *
 * @throws ArtifactProblem when they cannot be listed.
 */
export async function listArtifacts(
  run: ArtifactRun,
  { env, timeoutMs }: DownloadPorts,
  through: 'any' | 'rest' = 'any',
): Promise<readonly StoredArtifact[]> {
  const own = isOwnRun(run, env) && through === 'any';
  const impossible = own ? whyNoRuntime(env) : whyNoArtifacts(env);
  if (impossible !== null) throw new ArtifactProblem(`Artifacts cannot be downloaded: ${impossible}.`);
  const findBy = own ? null : findByOf(run, env);
  const list = async (client: ArtifactClient) =>
    client.listArtifacts({ latest: true, ...(findBy === null ? {} : { findBy }) });
  try {
    const { artifacts } = await withTimeout('Listing artifacts', timeoutMs, async () =>
      list(await loadArtifactClient()),
    );
    return artifacts.map(({ id, name, size, createdAt, digest }) => {
      return { id, name, size, createdAt: createdAt ?? null, digest: digest ?? null, findBy };
    });
  } catch (cause) {
    throw problem('listed', findBy, cause);
  }
}

/**
 * Downloads an artifact into an empty folder (created when missing). The bytes are checked against the digest, and the
 * content may only be plain files and folders.
 *
 * @throws ArtifactProblem when it cannot be downloaded; DamagedArtifact when it is damaged or holds anything else.
 */
export async function downloadArtifact(
  { id, digest, findBy }: StoredArtifact,
  folder: string,
  { timeoutMs }: DownloadPorts,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let damaged: boolean | undefined;
  try {
    ({ digestMismatch: damaged } = await withTimeout('Downloading the artifact', timeoutMs, async () => {
      const client = await loadArtifactClient();
      return client.downloadArtifact(id, {
        path: folder,
        ...(digest === null ? {} : { expectedHash: digest }),
        ...(findBy === null ? {} : { findBy }),
      });
    }));
  } catch (cause) {
    throw problem('downloaded', findBy, cause);
  }
  if (damaged === true)
    throw new DamagedArtifact(
      'The artifact is damaged: its bytes do not match the digest recorded when it was uploaded.',
    );
  await rejectUnusualEntries(folder);
}

function isOwnRun({ runId, repository }: ArtifactRun, env: RunnerEnv): boolean {
  return ownsRepository(repository, env) && (runId === null || String(runId) === env.GITHUB_RUN_ID);
}

/** Whether `repository` is the repository of this run; null is. */
export function ownsRepository(repository: string | null, env: RunnerEnv): boolean {
  return repository === null || repository.toLowerCase() === env.GITHUB_REPOSITORY?.toLowerCase();
}

function findByOf({ runId, repository, token }: ArtifactRun, env: RunnerEnv): FindBy {
  const [repositoryOwner = '', repositoryName = ''] = (repository ?? env.GITHUB_REPOSITORY ?? '').split('/');
  const workflowRunId = runId ?? Number(env.GITHUB_RUN_ID ?? 0);
  if (repositoryOwner === '' || repositoryName === '' || workflowRunId === 0)
    throw new ArtifactProblem('Outside GitHub Actions, an artifact needs `export-repository` and `export-run-id`.');
  if (token === '') throw new ArtifactProblem('Artifacts of another run need `github-token`.');
  return { token, workflowRunId, repositoryOwner, repositoryName };
}

/** Explains a status of GitHub's API; the client's own message would only name endpoints. */
function problem(action: 'listed' | 'downloaded', findBy: FindBy | null, cause: unknown): ArtifactProblem {
  const status = httpStatusOf(cause);
  const run =
    findBy === null ? 'this run' : `run ${findBy.workflowRunId} of ${findBy.repositoryOwner}/${findBy.repositoryName}`;
  const permission =
    'give the job `permissions: actions: read`, and for another repository a `github-token` that can read it';
  switch (status) {
    case 401:
      return new ArtifactProblem('`github-token` is invalid or has expired.', { cause });
    case 403:
      return new ArtifactProblem(`\`github-token\` is not allowed to read the artifacts of ${run}: ${permission}.`, {
        cause,
      });
    case 404:
      return new ArtifactProblem(`Either ${run} does not exist, or \`github-token\` cannot see it: ${permission}.`, {
        cause,
      });
    case 410:
      return new ArtifactProblem(`The artifact of ${run} has expired.`, { cause });
    default:
      return new ArtifactProblem(`The artifacts of ${run} cannot be ${action}: ${reasonFor(cause)}.`, { cause });
  }
}

/**
 * The client's unzip turns `..` into `.` and writes links as files (unzip-stream 0.3.4), so nothing is written outside the
 * folder. This check holds if a later version changes that.
 */
async function rejectUnusualEntries(folder: string): Promise<void> {
  for await (const entry of await opendir(folder, { recursive: true })) {
    const found = await lstat(join(entry.parentPath, entry.name));
    if (found.isFile() || found.isDirectory()) continue;
    throw new DamagedArtifact(
      'The artifact contains something other than files and folders, such as a link, and is not used.',
    );
  }
}
