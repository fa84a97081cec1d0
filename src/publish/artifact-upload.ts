import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type { Log } from '../runtime/log.ts';
import {
  type ArtifactClient,
  inTime,
  loadArtifactClient,
  noRuntime,
  type RunnerEnv,
  reasonFor,
} from './artifact-service.ts';

/** What became of an upload. Publishing must not fail a run whose users are in, so nothing is thrown. */
export type Upload =
  /** `name` may bear a counter; `url` opens in a browser. */
  | { readonly kind: 'uploaded'; readonly id: number; readonly url: string; readonly name: string }
  /** There is no artifact service here: a local run, GitHub Enterprise Server. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The service refused, failed or did not answer in time. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface UploadOptions {
  /** 0 or absent: the repository's default. */
  readonly retentionDays?: number;
  /** One file, un-zipped, so that a click opens it in the browser. */
  readonly skipArchive?: boolean;
}

export interface UploadPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** For the whole upload, counters included. */
  readonly timeoutMs: number;
  /** Where a file is put that needs another name; the caller removes it, also after the end of this process. */
  readonly folder?: string;
}

/** Enough for anybody who runs the action several times in one job. */
const MAX_COUNTER = 50;

/**
 * Uploads files of one folder as the artifact `name`. A name that is taken in this run gets a counter (`-2`, `-3` …), with a
 * notice.
 */
export async function uploadArtifact(
  name: string,
  files: readonly string[],
  options: UploadOptions,
  { env, log, timeoutMs, folder = env.RUNNER_TEMP ?? tmpdir() }: UploadPorts,
): Promise<Upload> {
  const unavailable = noRuntime(env);
  if (unavailable !== null) return { kind: 'unavailable', reason: unavailable };
  try {
    const { id, name: given } = await inTime(`Uploading the artifact ${name}`, timeoutMs, async (gone) =>
      firstFreeName(await loadArtifactClient(), name, files, options, folder, gone),
    );
    if (given !== name) log.notice(`The artifact name ${name} is taken in this run: uploaded as ${given}.`);
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const url = `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/artifacts/${id}`;
    return { kind: 'uploaded', id, url, name: given };
  } catch (error) {
    return { kind: 'failed', reason: reasonFor(error) };
  }
}

async function firstFreeName(
  client: ArtifactClient,
  name: string,
  files: readonly string[],
  options: UploadOptions,
  folder: string,
  gone: AbortSignal,
): Promise<{ readonly id: number; readonly name: string }> {
  for (let counter = 1; ; counter++) {
    const candidate = counted(name, counter, options.skipArchive === true);
    try {
      return { id: await uploadAs(client, candidate, files, options, folder), name: candidate };
    } catch (error) {
      const taken = error instanceof Error && error.message.includes('(409)');
      if (!taken || counter === MAX_COUNTER || gone.aborted) throw error;
    }
  }
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
  // The client names an un-zipped artifact after its file, so the file is given that name; it must not lead elsewhere.
  if (/[/\\]/.test(name)) throw new Error('the name of an artifact cannot hold a slash');
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
  if (id === undefined) throw new Error('the artifact service gave the artifact no id');
  return id;
}

/** `report` as `report-2`; `report.html`, whose ending says what it is, as `report-2.html`. */
function counted(name: string, counter: number, isFile: boolean): string {
  if (counter === 1) return name;
  const ending = isFile ? extname(name) : '';
  return `${basename(name, ending)}-${counter}${ending}`;
}
