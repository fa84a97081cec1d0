import type { ReportLink } from '../report/markdown/job-summary.ts';
import type { Log } from '../runtime/log.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { type Upload, uploadArtifact } from './artifact-upload.ts';
import type { GitHubPatience } from './github-retry.ts';
import type { ReportPaths } from './report-files.ts';

/** The name of the report's artifact, and how long it is kept. */
export interface ReportArtifact {
  readonly name: string;
  /** 0: the repository's default. */
  readonly retentionDays: number;
}

/** Where an uploaded report is; null and empty when it was not uploaded. */
export interface Published {
  /** False when the upload failed and should be tried again. */
  readonly isDone: boolean;
  readonly artifactId: number | null;
  readonly url: string | null;
  /** For the summary; addresses relative to the run's page. */
  readonly links: readonly ReportLink[];
  /** Sentences for people about uploads that did not happen. */
  readonly notes: readonly string[];
}

export interface PublishPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** A private folder for temporary files of the upload. */
  readonly folder?: string;
  /** For each of the two uploads. */
  readonly uploadTimeoutMs?: number;
  readonly patience?: GitHubPatience;
}

const TEN_MINUTES = 10 * 60 * 1000;

/**
 * Uploads the report: all files zipped as `name`, and the page alone un-zipped as `name.html`, so that a click opens it.
 * Failures are logged and noted but never thrown: the files on disk are the report.
 */
export async function publishReport(
  { name, retentionDays }: ReportArtifact,
  report: ReportPaths,
  { env, log, folder, patience, uploadTimeoutMs = TEN_MINUTES }: PublishPorts,
): Promise<Published> {
  const to = {
    ...{ env, log, timeoutMs: uploadTimeoutMs },
    ...(folder === undefined ? {} : { folder }),
    ...(patience === undefined ? {} : { patience }),
  };
  const notes: string[] = [];
  const files = [report.json, report.failuresCsv, report.warningsCsv, report.html];
  const all = await uploadArtifact(name, files, { retentionDays }, to);
  logUpload(all, name, report.dir, log, notes);
  // A service that is unavailable or hangs is not tried a second time.
  if (all.kind !== 'uploaded')
    return { isDone: all.kind === 'unavailable', artifactId: null, url: null, links: [], notes };

  const page = await uploadArtifact(`${name}.html`, [report.html], { retentionDays, skipArchive: true }, to);
  logUpload(page, `${name}.html`, report.dir, log, notes);
  const links = [...link('summary.page', page, env), ...link('summary.zip', all, env)];
  return { isDone: true, artifactId: all.id, url: all.url, links, notes };
}

function logUpload(upload: Upload, name: string, dir: string, log: Log, notes: string[]): void {
  switch (upload.kind) {
    case 'uploaded':
      log.info(`Artifact ${upload.name}: ${upload.url}`);
      break;
    case 'unavailable':
      notes.push(`The report was not uploaded: ${upload.reason}. Its files are in ${dir}.`);
      log.notice(notes.at(-1) ?? '');
      break;
    case 'failed':
      notes.push(`The artifact ${name} could not be uploaded: ${upload.reason}. The files are in ${dir}.`);
      log.warning(notes.at(-1) ?? '');
      break;
  }
}

/**
 * An address relative to the run's page: an absolute one contains owner and repository, which the runner masks in the summary
 * when one of them is also the value of a secret.
 */
function link(name: ReportLink['name'], upload: Upload, env: RunnerEnv): readonly ReportLink[] {
  return upload.kind === 'uploaded' ? [{ name, url: `./${env.GITHUB_RUN_ID}/artifacts/${upload.id}` }] : [];
}
