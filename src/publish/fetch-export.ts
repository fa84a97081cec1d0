import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { shownName } from '../text/escape.ts';
import { size } from '../text/number-text.ts';
import { downloadArtifact } from './artifact-download.ts';
import {
  type ArtifactPorts,
  type ArtifactRun,
  isOwnRun,
  listOwnArtifacts,
  listRunArtifacts,
  restPlaceOf,
  runName,
  type StoredArtifact,
} from './artifact-list.ts';
import { ArtifactProblem } from './artifact-problem.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { refuseUntrustedRun } from './export-run.ts';
import { endlessPatience, type GitHubPatience } from './github-retry.ts';

/** The artifact that holds the export, and its run. */
export interface WantedExport extends ArtifactRun {
  readonly name: string;
}

export interface FetchPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** The input `allow-fork-export`; default: false. */
  readonly allowFork?: boolean;
  /** The input `max-unpacked`; default: null, which is the default limit. */
  readonly maxUnpacked?: number | null;
  /** For the download; an export of gigabytes takes minutes. */
  readonly timeoutMs?: number;
  readonly patience?: GitHubPatience;
}

/** An export on disk. */
export interface FetchedExport {
  readonly folder: string;
  /** Null when the service does not return it. */
  readonly uploadedAt: Date | null;
  /** Bytes of the artifact. */
  readonly packedBytes: number;
}

/** What the calls about artifacts need, and the rules for this one. */
interface ExportPorts extends ArtifactPorts {
  readonly allowFork: boolean;
  readonly maxUnpacked: number | null;
}

const HALF_AN_HOUR = 30 * 60 * 1000;
const MAX_NAMES = 20;

/**
 * Downloads the artifact that holds the export into `folder`.
 *
 * @throws InputError when it does not exist, cannot be read, is damaged or hostile, or its run is not trusted.
 */
export async function fetchExport(wanted: WantedExport, folder: string, ports: FetchPorts): Promise<FetchedExport> {
  const { env, log, timeoutMs = HALF_AN_HOUR, patience = endlessPatience() } = ports;
  const { allowFork = false, maxUnpacked = null } = ports;
  const all: ExportPorts = { env, log, timeoutMs, patience, allowFork, maxUnpacked };
  try {
    const { createdAt, size } = isOwnRun(wanted, env)
      ? await fetchFromOwnRun(wanted, folder, all)
      : await fetchThroughRest(wanted, folder, all);
    return { folder, uploadedAt: createdAt, packedBytes: size };
  } catch (cause) {
    if (!(cause instanceof ArtifactProblem)) throw cause;
    throw new InputError([`\`export-artifact\`: ${cause.message}`], { cause });
  }
}

/**
 * From the runtime service, which needs no permission. It may name an artifact of another job or attempt that it cannot give,
 * or not name it at all: then REST is asked.
 */
async function fetchFromOwnRun(wanted: WantedExport, folder: string, ports: ExportPorts): Promise<StoredArtifact> {
  let problem: ArtifactProblem;
  try {
    const artifacts = await listOwnArtifacts(ports);
    const found = artifacts.find(({ name }) => name === wanted.name);
    if (found !== undefined) return await fetch(found, folder, ports);
    problem = notThere(wanted.name, 'that run', artifacts);
  } catch (error) {
    if (!(error instanceof ArtifactProblem) || error.kind === 'damaged') throw error;
    problem = error;
  }
  if (wanted.token === '') throw problem;
  try {
    return await fetchThroughRest(wanted, folder, ports);
  } catch (error) {
    if (!(error instanceof ArtifactProblem) || error.kind === 'damaged' || error.kind === 'expired') throw error;
    // REST knows no run without artifacts, and the first message names those that there are.
    if (error.kind === 'unsupported' || (problem.kind === 'absent' && error.kind === 'absent')) throw problem;
    throw new ArtifactProblem(error.kind, `${problem.message} It was also looked up through REST: ${error.message}`, {
      cause: error,
    });
  }
}

async function fetchThroughRest(wanted: WantedExport, folder: string, ports: ExportPorts): Promise<StoredArtifact> {
  const where = runName(restPlaceOf(wanted, ports.env));
  const named = await listRunArtifacts(wanted, ports, wanted.name);
  const found = named.find(({ name, expired }) => name === wanted.name && !expired);
  if (found !== undefined) {
    if (!ports.allowFork) await refuseUntrustedRun(wanted, ports);
    return fetch(found, folder, ports);
  }
  if (named.some(({ name }) => name === wanted.name))
    throw new ArtifactProblem(
      'expired',
      `The artifact ${shownName(wanted.name)} of ${where} has expired: GitHub deleted it when its retention ended. Run the workflow that uploads the export again, and set \`export-run-id\` to that run; \`retention-days\` of its upload step decides how long an artifact is kept.`,
    );
  throw notThere(wanted.name, where, await listRunArtifacts(wanted, ports));
}

async function fetch(artifact: StoredArtifact, folder: string, ports: ExportPorts): Promise<StoredArtifact> {
  ports.log.info(`Downloading the export from the artifact ${shownName(artifact.name)} (${size(artifact.size)}).`);
  await downloadArtifact(artifact, folder, ports, ports.maxUnpacked);
  return artifact;
}

const NEXT =
  'Upload the export before this step (with `needs:` on the job that uploads it), or set `export-run-id` to the run that has it.';

function notThere(name: string, where: string, artifacts: readonly StoredArtifact[]): ArtifactProblem {
  const names = [...new Set(artifacts.filter(({ expired }) => !expired).map((one) => one.name))];
  const shown = names.slice(0, MAX_NAMES).map(shownName);
  const others = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  const available =
    names.length === 0 ? 'The run has no artifacts (yet).' : `The run has: ${shown.join(', ')}${others}.`;
  return new ArtifactProblem(
    'absent',
    `There is no artifact ${shownName(name)} in ${where}: it was never uploaded, or it was deleted. ${available} ${NEXT}`,
  );
}
