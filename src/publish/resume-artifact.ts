import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResumeStore } from '../ledger/memory.ts';
import {
  ArtifactProblem,
  type DownloadEdges,
  downloadArtifact,
  listArtifacts,
  type StoredArtifact,
} from './artifact-download.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { uploadArtifact } from './artifact-upload.ts';
import type { Log } from './log.ts';

export interface ResumeArtifactOptions {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** For REST, with `actions: read`; empty when there is none. */
  readonly token: string;
  /** Another run to continue; null: the earlier attempts of this one. */
  readonly runId: number | null;
  /** What tells several migrations of one run apart, such as tenant and step. */
  readonly parts: readonly string[];
  /** Where a fetched file is put; private. */
  readonly folder: string;
}

const PREFIX = 'cidaas-migrate-resume-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** Long enough to come back after a holiday weekend; the file is of no use after the go-live. */
const RETENTION_DAYS = 14;

/** Resume files as artifacts of the run: cumulative, so that the newest is the one that counts. */
export function resumeArtifacts(options: ResumeArtifactOptions): ResumeStore {
  const { env, log, token, runId, parts, folder } = options;
  const scope = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
  const prefix = `${PREFIX}${scope}`;
  const edges: DownloadEdges = { env, timeoutMs: TIMEOUT_MS };
  const isLaterAttempt = Number(env.GITHUB_RUN_ATTEMPT ?? '1') > 1;

  return {
    async fetch() {
      if (runId === null && !isLaterAttempt) return null;
      const found = await findNewest(prefix, { runId, repository: null, token }, edges, log);
      if (found === null) {
        log.warning(
          'No resume artifact of the run to continue was found: every planned user is sent again, settled ones too. That is safe, and takes the whole time.',
        );
        return null;
      }
      const to = join(folder, 'resume-artifact');
      await downloadArtifact(found, to, edges);
      const [file] = (await readdir(to)).filter((name) => name.endsWith('.bin'));
      return file === undefined ? null : { path: join(to, file), name: found.name };
    },
    async put(path) {
      const uploaded = await uploadArtifact(
        `${prefix}-${env.GITHUB_RUN_ATTEMPT ?? '1'}`,
        [path],
        { retentionDays: RETENTION_DAYS },
        { env, log: { ...log, notice: () => undefined }, timeoutMs: TIMEOUT_MS },
      );
      if (uploaded.kind === 'uploaded') return true;
      const say = uploaded.kind === 'unavailable' ? log.info : log.warning;
      say(
        `The resume artifact is not kept: ${uploaded.reason}. A later attempt would send every planned user again, which is safe.`,
      );
      return uploaded.kind === 'unavailable';
    },
  };
}

/** The runtime service first, which needs no permission; then REST, which still knows what earlier attempts uploaded. */
async function findNewest(
  prefix: string,
  place: Parameters<typeof listArtifacts>[0],
  edges: DownloadEdges,
  log: Log,
): Promise<StoredArtifact | null> {
  const ways = place.token === '' ? (['any'] as const) : (['any', 'rest'] as const);
  for (const way of ways) {
    try {
      const artifacts = await listArtifacts(place, edges, way);
      const ours = artifacts.filter(({ name }) => name.startsWith(`${prefix}-`)).sort((a, b) => b.id - a.id);
      if (ours[0] !== undefined) return ours[0];
    } catch (error) {
      if (!(error instanceof ArtifactProblem)) throw error;
      log.warning(`Looking for a resume artifact: ${error.message}`);
    }
  }
  return null;
}
