import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { escapeControlChars, shorten } from '../text/escape.ts';
import { size } from '../text/number-text.ts';
import {
  ArtifactProblem,
  type ArtifactRun,
  type DownloadPorts,
  downloadArtifact,
  listArtifacts,
  type StoredArtifact,
} from './artifact-download.ts';
import type { RunnerEnv } from './artifact-service.ts';

/** The artifact that holds the export, and its run. */
export interface WantedExport extends ArtifactRun {
  readonly name: string;
}

export interface FetchPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** For the download; an export of gigabytes takes minutes. */
  readonly timeoutMs?: number;
}

/** An export on disk. */
export interface FetchedExport {
  readonly folder: string;
  /** Null when the service does not return it. */
  readonly uploadedAt: Date | null;
}

const HALF_AN_HOUR = 30 * 60 * 1000;
const MAX_NAMES = 20;

/**
 * Downloads the artifact that holds the export into `folder`.
 *
 * @throws InputError when it does not exist, cannot be read, or is damaged.
 */
export async function fetchExport(wanted: WantedExport, folder: string, ports: FetchPorts): Promise<FetchedExport> {
  const download: DownloadPorts = { env: ports.env, timeoutMs: ports.timeoutMs ?? HALF_AN_HOUR };
  try {
    const artifact = await find(wanted, download);
    ports.log.info(`Downloading the export from the artifact ${artifact.name} (${size(artifact.size)}).`);
    await downloadArtifact(artifact, folder, download);
    return { folder, uploadedAt: artifact.createdAt };
  } catch (cause) {
    if (!(cause instanceof ArtifactProblem)) throw cause;
    throw new InputError([`\`export-artifact\`: ${cause.message}`], { cause });
  }
}

async function find(wanted: WantedExport, ports: DownloadPorts): Promise<StoredArtifact> {
  const artifacts = await listArtifacts(wanted, ports);
  const found = artifacts.find(({ name }) => name === wanted.name) ?? (await findInEarlierAttempt(wanted, ports));
  if (found !== null) return found;
  const names = artifacts.slice(0, MAX_NAMES).map(({ name }) => escapeControlChars(shorten(name, 100)));
  const others = artifacts.length > MAX_NAMES ? ` and ${artifacts.length - MAX_NAMES} more` : '';
  const available =
    names.length === 0 ? 'The run has no artifacts (yet).' : `The run has: ${names.join(', ')}${others}.`;
  throw new ArtifactProblem(`There is no artifact ${escapeControlChars(wanted.name)} in that run. ${available}`);
}

/** The runtime service may not list what an earlier attempt of this run uploaded; REST does, if the token has the permission. */
async function findInEarlierAttempt(wanted: WantedExport, ports: DownloadPorts): Promise<StoredArtifact | null> {
  if (wanted.token === '') return null;
  try {
    const artifacts = await listArtifacts(wanted, ports, 'rest');
    return artifacts.find(({ name }) => name === wanted.name) ?? null;
  } catch (error) {
    // Usually the permission is missing. The caller's message, that the artifact is not in the run, is more useful.
    if (error instanceof ArtifactProblem) return null;
    throw error;
  }
}
