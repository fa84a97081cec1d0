import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../runtime/log.ts';
import type { ResumeFiles } from '../state/resume-store.ts';
import { SealedFileError } from '../state/sealed-file.ts';
import {
  type ArtifactPlace,
  ArtifactProblem,
  DamagedArtifact,
  type DownloadPorts,
  downloadArtifact,
  listArtifacts,
  type StoredArtifact,
} from './artifact-download.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { uploadArtifact } from './artifact-upload.ts';

export interface ResumeArtifactOptions {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** For REST, with `actions: read`; empty when there is none. */
  readonly token: string;
  /** Another run to continue; null: the earlier attempts of this one. */
  readonly runId: number | null;
  /** What tells several migrations of one run apart, such as tenant and step. */
  readonly parts: readonly string[];
  /** The export as the inputs name it: the legs of a matrix differ in nothing else. */
  readonly export: string;
  /** Where a fetched file is put; private. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const PREFIX = 'cidaas-migrate-resume-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** Long enough to come back after a holiday weekend; the file is of no use after the go-live. */
const RETENTION_DAYS = 14;

/** Resume files as artifacts of the run: cumulative, so that the newest is the one that counts. */
export function resumeArtifacts(options: ResumeArtifactOptions): ResumeFiles {
  const { env, log, token, runId } = options;
  const scope = `${PREFIX}${short(options.parts.join('\n'), 12)}`;
  const own = `${scope}-${short(options.export, 8)}`;
  const attempt = env.GITHUB_RUN_ATTEMPT ?? '1';

  return {
    async fetch() {
      // What this run has settled includes what it took over from another one, so it comes first.
      const places: ArtifactPlace[] = [];
      if (Number(attempt) > 1) places.push({ runId: null, repository: null, token });
      if (runId !== null) places.push({ runId, repository: null, token });
      for (const place of places) {
        const found = await fetchNewest([own, scope], place, options);
        if (found !== null) return { ...found, runId: String(place.runId ?? env.GITHUB_RUN_ID ?? '') };
      }
      if (places.length > 0)
        log.warning(
          'No resume artifact of the run to continue was found: every planned user is sent again, settled ones too. That is safe, and takes the whole time.',
        );
      return null;
    },
    async put(path) {
      // Renewed every ten minutes: each has a name of its own, so that none is ever taken.
      const written = new Date(options.now()).toISOString().replace(/\D/g, '').slice(0, 14);
      const uploaded = await uploadArtifact(
        `${own}-${attempt}-${written}`,
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

function short(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/**
 * The runtime service first, which needs no permission; then REST, which still knows what earlier attempts uploaded. What
 * cannot be had is said and passed over: sending everything again is slow, and safe.
 *
 * @throws SealedFileError when there is one that is damaged.
 */
async function fetchNewest(
  prefixes: readonly string[],
  place: ArtifactPlace,
  { env, log, folder }: ResumeArtifactOptions,
): Promise<{ readonly path: string; readonly name: string } | null> {
  const ports: DownloadPorts = { env, timeoutMs: TIMEOUT_MS };
  const ways = place.token === '' ? (['any'] as const) : (['any', 'rest'] as const);
  for (const way of ways) {
    try {
      const newest = newestOf(prefixes, await listArtifacts(place, ports, way));
      if (newest === null) continue;
      const to = join(folder, `resume-artifact-${way}-${newest.id}`);
      await downloadArtifact(newest, to, ports);
      const [file] = (await readdir(to)).filter((name) => name.endsWith('.bin'));
      if (file === undefined) throw new DamagedArtifact('it holds no resume file');
      return { path: join(to, file), name: newest.name };
    } catch (error) {
      if (error instanceof DamagedArtifact)
        throw new SealedFileError(error.message.replace(/\.$/, ''), { cause: error });
      if (!(error instanceof ArtifactProblem)) throw error;
      log.warning(`Looking for a resume artifact: ${error.message}`);
    }
  }
  return null;
}

/** The newest with the first prefix that any has; of the same migration under another name of the export if need be. */
function newestOf(prefixes: readonly string[], artifacts: readonly StoredArtifact[]): StoredArtifact | null {
  for (const prefix of prefixes) {
    const ours = artifacts.filter(({ name }) => name.startsWith(`${prefix}-`)).sort((a, b) => b.id - a.id);
    if (ours[0] !== undefined) return ours[0];
  }
  return null;
}
