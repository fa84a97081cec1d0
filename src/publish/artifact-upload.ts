import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type { Log } from '../runtime/log.ts';
import {
  type ArtifactClient,
  isNameTaken,
  loadArtifactClient,
  type RunnerEnv,
  reasonFor,
  whyNoRuntime,
  withTimeout,
} from './artifact-service.ts';
import { endlessPatience, type GitHubPatience, retrying } from './github-retry.ts';

/** The result of an upload. Nothing is thrown: a failed upload must not fail a run that has imported its users. */
export type Upload =
  /** `name` may have a counter; `url` opens in a browser. */
  | { readonly kind: 'uploaded'; readonly id: number; readonly url: string; readonly name: string }
  /** There is no artifact service: a local run, GitHub Enterprise Server. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The service refused, failed or did not answer in time. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface UploadOptions {
  /** 0 or absent: the repository's default. */
  readonly retentionDays?: number;
  /** One file, un-zipped, so that a click opens it in the browser. */
  readonly skipArchive?: boolean;
  /** The run's artifact of that name is deleted first; it gets a counter only when that fails. */
  readonly replaces?: boolean;
  /** The first counter to try; default 1, which is the name alone. */
  readonly firstCounter?: number;
}

export interface UploadPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** For the whole upload, counters included. */
  readonly timeoutMs: number;
  /** Ends the upload and every wait in it; default: nothing does. */
  readonly patience?: GitHubPatience;
  /** Holds the copy of a file that needs another name; the caller removes the folder, even when this process was killed. */
  readonly folder?: string;
}

/** How often one run can use the same artifact name, and how many names are tried for one upload. */
export const MAX_COUNTER = 50;
/** A cancelled run has seconds left, and its report is stored after them. */
const DELETIONS_AT_A_TIME = 8;

/**
 * Uploads files of one folder as the artifact `name`. When the run already has an artifact of that name, a counter is
 * appended (`-2`, `-3` …) and a notice logged.
 */
export async function uploadArtifact(
  name: string,
  files: readonly string[],
  options: UploadOptions,
  { env, log, timeoutMs, patience = endlessPatience(), folder = env.RUNNER_TEMP ?? tmpdir() }: UploadPorts,
): Promise<Upload> {
  const unavailable = whyNoRuntime(env);
  if (unavailable !== null) return { kind: 'unavailable', reason: unavailable };
  try {
    const what = `Uploading the artifact ${name}`;
    const { id, name: given } = await withTimeout(
      what,
      timeoutMs,
      async (signal) => {
        const client = await loadArtifactClient();
        const upload = () => firstFreeName(client, name, files, options, folder, signal);
        return retrying(what, upload, { patience, log, isRepeatable: isNameFree });
      },
      patience.stop,
    );
    if (given !== name) log.notice(`This run already has an artifact ${name}: uploaded as ${given}.`);
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const url = `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/artifacts/${id}`;
    return { kind: 'uploaded', id, url, name: given };
  } catch (error) {
    return { kind: 'failed', reason: patience.stop.aborted ? 'the run was cancelled' : reasonFor(error) };
  }
}

/** Deletes artifacts of this run that a newer one replaces. A failure changes nothing that counts. */
export async function deleteArtifacts(
  names: readonly string[],
  { env, timeoutMs, patience = endlessPatience() }: Pick<UploadPorts, 'env' | 'timeoutMs' | 'patience'>,
): Promise<void> {
  if (names.length === 0 || whyNoRuntime(env) !== null) return;
  const removeAll = async (signal: AbortSignal): Promise<void> => {
    const client = await loadArtifactClient();
    const left = [...names];
    const remove = async (): Promise<void> => {
      for (let name = left.shift(); name !== undefined && !signal.aborted; name = left.shift())
        await isDeleted(client, name);
    };
    await Promise.all(Array.from({ length: DELETIONS_AT_A_TIME }, remove));
  };
  // An older artifact is then only kept longer.
  await withTimeout('Deleting artifacts', timeoutMs, removeAll, patience.stop).catch(() => undefined);
}

async function firstFreeName(
  client: ArtifactClient,
  name: string,
  files: readonly string[],
  options: UploadOptions,
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly id: number; readonly name: string }> {
  const { firstCounter = 1 } = options;
  for (let counter = firstCounter; ; counter++) {
    const candidate = numbered(name, counter, options.skipArchive === true);
    try {
      return { id: await uploadAs(client, candidate, files, options, folder), name: candidate };
    } catch (error) {
      if (!isNameTaken(error) || counter === firstCounter + MAX_COUNTER - 1 || signal.aborted) throw error;
      if (options.replaces === true && counter === 1 && (await isDeleted(client, name))) {
        try {
          return { id: await uploadAs(client, name, files, options, folder), name };
        } catch (again) {
          if (!isNameTaken(again)) throw again;
        }
      }
    }
  }
}

/** False when there is no such artifact: a name is also taken by an upload that broke off. */
async function isDeleted(client: ArtifactClient, name: string): Promise<boolean> {
  return client.deleteArtifact(name).then(
    () => true,
    () => false,
  );
}

async function uploadAs(
  client: ArtifactClient,
  name: string,
  files: readonly string[],
  { retentionDays = 0, skipArchive = false }: UploadOptions,
  folder: string,
): Promise<number> {
  const [first = ''] = files;
  if (!skipArchive) return upload(client, name, files, { retentionDays });
  // The client names an un-zipped artifact after its file, so a copy gets that name; a slash would change its folder.
  if (/[/\\]/.test(name)) throw new Error('an artifact name cannot contain a slash');
  const staging = await mkdtemp(join(folder, 'cidaas-migrate-upload-'));
  try {
    const named = join(staging, name);
    await copyFile(first, named);
    return await upload(client, name, [named], { retentionDays, skipArchive });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function upload(
  client: ArtifactClient,
  name: string,
  files: readonly string[],
  options: { retentionDays: number; skipArchive?: boolean },
): Promise<number> {
  const { id } = await client.uploadArtifact(name, [...files], dirname(files[0] ?? ''), options);
  if (id === undefined) throw new Error('the artifact service returned no artifact id');
  return id;
}

/**
 * Whether an upload failed before its name was taken. Later, each try would use up a name, and readers look at few; the client
 * repeats the transfer itself.
 */
function isNameFree(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Failed to CreateArtifact: ');
}

/** `report` becomes `report-2`; a file name keeps its extension: `report.html` becomes `report-2.html`. */
function numbered(name: string, counter: number, isFile: boolean): string {
  if (counter === 1) return name;
  const extension = isFile ? extname(name) : '';
  return `${basename(name, extension)}-${counter}${extension}`;
}
