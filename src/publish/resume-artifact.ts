import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../runtime/log.ts';
import type { ResumeFiles } from '../state/resume-store.ts';
import { SealedFileError } from '../state/sealed-file.ts';
import {
  ArtifactProblem,
  type ArtifactRun,
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
  /** Values that distinguish several migrations in one run, such as tenant and step. */
  readonly parts: readonly string[];
  /** The export as the inputs name it; jobs of a matrix may differ only in this. */
  readonly export: string;
  /** A private folder for downloaded files. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const PREFIX = 'cidaas-migrate-resume-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** Long enough for a long weekend; after the go-live the file has no use. */
const RETENTION_DAYS = 14;

/** Resume files as artifacts of the run. Each contains all earlier progress, so only the newest is read. */
export function resumeArtifacts(options: ResumeArtifactOptions): ResumeFiles {
  const { env, log, token, runId } = options;
  const scope = `${PREFIX}${short(options.parts.join('\n'), 12)}`;
  const own = `${scope}-${short(options.export, 8)}`;
  const attempt = env.GITHUB_RUN_ATTEMPT ?? '1';

  return {
    async fetch() {
      // The progress of this run includes that of the run it resumed, so it comes first.
      const runs: ArtifactRun[] = [];
      if (Number(attempt) > 1) runs.push({ runId: null, repository: null, token });
      if (runId !== null) runs.push({ runId, repository: null, token });
      for (const run of runs) {
        const found = await fetchNewest([own, scope], run, options);
        if (found !== null) return { ...found, runId: String(run.runId ?? env.GITHUB_RUN_ID ?? '') };
      }
      if (runs.length > 0)
        log.warning(
          'No resume artifact was found: all planned users are sent again, including those already settled. This is safe but takes as long as a full run.',
        );
      return null;
    },
    async put(path) {
      // Uploaded every ten minutes, each time with a new name.
      const written = new Date(options.now()).toISOString().replace(/\D/g, '').slice(0, 14);
      const uploaded = await uploadArtifact(
        `${own}-${attempt}-${written}`,
        [path],
        { retentionDays: RETENTION_DAYS },
        { env, log: { ...log, notice: () => undefined }, timeoutMs: TIMEOUT_MS },
      );
      if (uploaded.kind === 'uploaded') return true;
      const write = uploaded.kind === 'unavailable' ? log.info : log.warning;
      write(
        `The resume artifact was not saved: ${uploaded.reason}. A later attempt would send all planned users again, which is safe.`,
      );
      return uploaded.kind === 'unavailable';
    },
  };
}

function short(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/**
 * Looks in the runtime service first, which needs no permission, then in REST, which still lists the artifacts of earlier
 * attempts. Failures are only logged: sending everything again is slow but safe.
 *
 * @throws SealedFileError when the artifact is damaged.
 */
async function fetchNewest(
  prefixes: readonly string[],
  run: ArtifactRun,
  { env, log, folder }: ResumeArtifactOptions,
): Promise<{ readonly path: string; readonly name: string } | null> {
  const ports: DownloadPorts = { env, timeoutMs: TIMEOUT_MS };
  const routes = run.token === '' ? (['any'] as const) : (['any', 'rest'] as const);
  for (const route of routes) {
    try {
      const newest = newestOf(prefixes, await listArtifacts(run, ports, route));
      if (newest === null) continue;
      const to = join(folder, `resume-artifact-${route}-${newest.id}`);
      await downloadArtifact(newest, to, ports);
      const [file] = (await readdir(to)).filter((name) => name.endsWith('.bin'));
      if (file === undefined) throw new DamagedArtifact('it contains no resume file');
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

/** The newest artifact with the first prefix that matches any: this export's, else one of the same migration. */
function newestOf(prefixes: readonly string[], artifacts: readonly StoredArtifact[]): StoredArtifact | null {
  for (const prefix of prefixes) {
    const matching = artifacts.filter(({ name }) => name.startsWith(`${prefix}-`)).sort((a, b) => b.id - a.id);
    if (matching[0] !== undefined) return matching[0];
  }
  return null;
}
