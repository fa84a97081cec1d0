import type { Log } from '../runtime/log.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { type Upload, uploadArtifact } from './artifact-upload.ts';
import type { ReportPaths } from './report-files.ts';

/** What the report's artifact is called, and how long it is kept. */
export interface ReportArtifact {
  readonly name: string;
  /** 0: the repository's default. */
  readonly retentionDays: number;
}

/** Where a report can be had; null and empty when it was not uploaded. */
export interface Published {
  /** False when it should have been uploaded and was not: it is worth another try. */
  readonly isDone: boolean;
  readonly artifactId: number | null;
  readonly url: string | null;
  /** For the summary; addresses relative to the run's page. */
  readonly links: readonly { readonly name: string; readonly url: string }[];
  /** Sentences for people: what became of the upload where it is not as expected. */
  readonly notes: readonly string[];
}

export interface PublishPorts {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** A private folder for what the upload needs on disk. */
  readonly folder?: string;
  /** For each of the two uploads. */
  readonly uploadTimeoutMs?: number;
}

const TEN_MINUTES = 10 * 60 * 1000;

/**
 * Uploads the report: all files zipped as `name`, and the page alone un-zipped as `name.html`, so that a click opens it.
 * What goes wrong is said in the log and the notes, never thrown: the files on disk are the report.
 */
export async function publishReport(
  { name, retentionDays }: ReportArtifact,
  report: ReportPaths,
  { env, log, folder, uploadTimeoutMs = TEN_MINUTES }: PublishPorts,
): Promise<Published> {
  const to = { env, log, timeoutMs: uploadTimeoutMs, ...(folder === undefined ? {} : { folder }) };
  const notes: string[] = [];
  const all = await uploadArtifact(name, [report.json, report.csv, report.html], { retentionDays }, to);
  tell(all, name, report.dir, log, notes);
  // A service that is not there, or hangs, need not be asked twice.
  if (all.kind !== 'uploaded')
    return { isDone: all.kind === 'unavailable', artifactId: null, url: null, links: [], notes };

  const page = await uploadArtifact(`${name}.html`, [report.html], { retentionDays, skipArchive: true }, to);
  tell(page, `${name}.html`, report.dir, log, notes);
  const links = [...link('Open the report', page, env), ...link('all files (zip)', all, env)];
  return { isDone: true, artifactId: all.id, url: all.url, links, notes };
}

function tell(upload: Upload, name: string, dir: string, log: Log, notes: string[]): void {
  switch (upload.kind) {
    case 'uploaded':
      log.info(`Artifact ${upload.name}: ${upload.url}`);
      break;
    case 'unavailable':
      notes.push(`The report is not uploaded: ${upload.reason}. Its files are in ${dir}.`);
      log.notice(notes.at(-1) ?? '');
      break;
    case 'failed':
      notes.push(`The artifact ${name} could not be uploaded: ${upload.reason}. The files are in ${dir}.`);
      log.warning(notes.at(-1) ?? '');
      break;
  }
}

/**
 * The last parts of the address relative to the run's page: the whole one would hold owner and repository, and breaks where
 * one of them is also the value of a secret and so is masked in the summary.
 */
function link(name: string, upload: Upload, env: RunnerEnv): readonly { name: string; url: string }[] {
  return upload.kind === 'uploaded' ? [{ name, url: `./${env.GITHUB_RUN_ID}/artifacts/${upload.id}` }] : [];
}
