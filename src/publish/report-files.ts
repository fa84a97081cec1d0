import type { Stats } from 'node:fs';
import { access, constants, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerRow, Outcome } from '../plan/row.ts';
import { type FailureTally, failureTally, tallied } from '../report/failure-tally.ts';
import { failuresCsv } from '../report/failures-csv.ts';
import { FAILURE_OUTCOMES, type IdentifierLevel, type ReportHead, successOutcomes } from '../report/report-data.ts';
import { reportJson } from '../report/report-json.ts';
import { InputError } from '../runtime/input-error.ts';

const [JSON_NAME, CSV_NAME, HTML_NAME] = ['report.json', 'failures.csv', 'report.html'] as const;
const FILE_NAMES = [JSON_NAME, CSV_NAME, HTML_NAME];

/** The content of a report. */
export interface ReportSource {
  /** Absolute path of the folder; created when it is missing. */
  readonly dir: string;
  readonly head: ReportHead;
  /** The rows with these outcomes, in row order, read as they are consumed. Called several times. */
  readonly rows: (outcomes: readonly Outcome[]) => Iterable<LedgerRow>;
  readonly level: IdentifierLevel;
  /** Sentences for people: why the run ended as it did. */
  readonly notes?: readonly string[];
}

/** Absolute paths of the files of a report and of the folder they are in. */
export interface ReportPaths {
  readonly dir: string;
  readonly json: string;
  readonly csv: string;
  readonly html: string;
}

/** A report on disk, and its failures for the summary. */
export interface WrittenReport extends ReportPaths {
  readonly failures: FailureTally;
}

/**
 * Writes `report.json`, `failures.csv` and `report.html`, each under a temporary name first, so that a file with its final
 * name is always complete. They hold users' data, so only the current user can read them.
 *
 * @throws Error that names the folder; the file system's error is its cause.
 */
export async function writeReport({ dir, head, rows, level, notes = [] }: ReportSource): Promise<WrittenReport> {
  const fileNames = head.export.files.map(({ name }) => name);
  const failures = failureTally();
  const paths = { json: join(dir, JSON_NAME), csv: join(dir, CSV_NAME), html: join(dir, HTML_NAME) };
  try {
    await mkdir(dir, { recursive: true });
    const failed = tallied(rows(FAILURE_OUTCOMES), failures);
    const successes = rows(successOutcomes(head.mode));
    await write(paths.json, reportJson(head, { failures: failed, successes }, level, fileNames));
    await write(paths.csv, failuresCsv(rows(FAILURE_OUTCOMES), level, fileNames));
    const page = { head, failures: rows(FAILURE_OUTCOMES), groups: failures.groups(), level, fileNames, notes };
    // Loaded here so that other runs do not load its script and style.
    const { reportHtml } = await import('../report/html/report-html.ts');
    await write(paths.html, reportHtml(page));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new Error(`The report cannot be written to ${dir} (${code}). Set \`report-dir\` to a writable folder.`, {
      cause,
    });
  }
  return { dir, ...paths, failures };
}

/**
 * Creates the folder of the report and checks that it is writable. Runs before anything is sent, so that no import ends
 * without a report.
 *
 * @throws InputError when it cannot be created or written.
 */
export async function openReportDir(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
  } catch (cause) {
    if (await isThere(dir, (found) => !found.isDirectory()))
      throw new InputError([`\`report-dir\`: ${dir} is not a folder. Set it to a folder.`], { cause });
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new InputError([`\`report-dir\`: ${dir} is not writable (${code}). Set it to a writable folder.`], { cause });
  }
  await refuseFolders(dir);
}

/** A folder of such a name would only be found once the users have been sent. */
async function refuseFolders(dir: string): Promise<void> {
  for (const name of FILE_NAMES.flatMap((one) => [one, `${one}.part`])) {
    if (await isThere(join(dir, name), (found) => found.isDirectory()))
      throw new InputError([`\`report-dir\`: ${join(dir, name)} is a folder. Remove it, or set another folder.`]);
  }
}

async function isThere(path: string, asExpected: (found: Stats) => boolean): Promise<boolean> {
  return lstat(path).then(asExpected, () => false);
}

/** Removes the files of a report from a folder, and nothing else. */
export async function removeReport(dir: string): Promise<void> {
  for (const name of FILE_NAMES) await rm(join(dir, name), { force: true });
}

async function write(path: string, chunks: Iterable<string>): Promise<void> {
  const part = `${path}.part`;
  // A symbolic link that another user put into a shared folder is removed, not followed.
  await rm(part, { force: true });
  const file = await open(part, 'wx', 0o600);
  try {
    for (const chunk of chunks) await file.writeFile(chunk);
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
  await file.close();
  await rename(part, path);
}
