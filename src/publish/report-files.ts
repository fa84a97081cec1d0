import type { Stats } from 'node:fs';
import { access, constants, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerRow, Outcome, WarningList } from '../plan/row.ts';
import { failurePlaces } from '../report/failure-places.ts';
import { type FailureTally, failureTally } from '../report/failure-tally.ts';
import { failuresCsv } from '../report/failures-csv.ts';
import { collectedRows, outcomeCounts, streamedRows } from '../report/html/listed-rows.ts';
import type { Language } from '../report/language/language.ts';
import { wordsOf } from '../report/language/words-of.ts';
import { FAILURE_OUTCOMES, type IdentifierLevel, type ReportHead, successOutcomes } from '../report/report-data.ts';
import { reportJson } from '../report/report-json.ts';
import { shownRows, shownWarnings } from '../report/shown-row.ts';
import { NO_LINKS, type SourceLinks } from '../report/source-links.ts';
import type { UsedLimit } from '../report/used-limit.ts';
import { warningsCsv } from '../report/warnings-csv.ts';
import { InputError } from '../runtime/input-error.ts';

const NAMES = {
  json: 'report.json',
  failuresCsv: 'failures.csv',
  warningsCsv: 'warnings.csv',
  html: 'report.html',
} as const;

/** The content of a report. */
export interface ReportSource {
  /** Absolute path of the folder; created when it is missing. */
  readonly dir: string;
  readonly head: ReportHead;
  /** The rows with these outcomes, in row order, read as they are consumed. Called several times. */
  readonly rows: (outcomes: readonly Outcome[]) => Iterable<LedgerRow>;
  readonly warnings: WarningList;
  readonly level: IdentifierLevel;
  /** Sentences for people: why the run ended as it did. */
  readonly notes?: readonly string[];
  /** Of the page. */
  readonly language?: Language;
  readonly limits?: readonly UsedLimit[];
  readonly links?: SourceLinks;
}

/** Absolute paths of the files of a report and of the folder they are in. */
export interface ReportPaths {
  readonly dir: string;
  readonly json: string;
  readonly failuresCsv: string;
  readonly warningsCsv: string;
  readonly html: string;
}

/** A report on disk, and its failures for the summary. */
export interface WrittenReport extends ReportPaths {
  readonly failures: FailureTally;
}

/**
 * Writes `report.json`, `failures.csv`, `warnings.csv` and `report.html`, each under a temporary name first, so that a file with its final
 * name is always complete. They hold users' data, so only the current user can read them.
 *
 * @throws Error that names the folder; the file system's error is its cause.
 */
export async function writeReport({
  dir,
  head,
  rows,
  warnings,
  level,
  notes = [],
  language = 'en',
  limits = [],
  links = NO_LINKS,
}: ReportSource): Promise<WrittenReport> {
  const fileNames = head.export.files.map(({ name }) => name);
  const failures = failureTally();
  const places = failurePlaces();
  const successes = successOutcomes(head.mode);
  const listed = {
    warnings: collectedRows({ name: 'warnings', totals: warnings.byCode, language }),
    successes: collectedRows({ name: 'successes', totals: outcomeCounts(head.totals, successes), language }),
  };
  const shown = (outcomes: readonly Outcome[], look: (row: LedgerRow) => void = () => undefined) =>
    shownRows(seen(rows(outcomes), look), level, fileNames);
  const paths = {
    json: join(dir, NAMES.json),
    failuresCsv: join(dir, NAMES.failuresCsv),
    warningsCsv: join(dir, NAMES.warningsCsv),
    html: join(dir, NAMES.html),
  };
  try {
    await mkdir(dir, { recursive: true });
    const failed = shown(FAILURE_OUTCOMES, (row) => {
      failures.add(row);
      places.add(row);
    });
    // The page holds some of the rows that are in other files: they are collected while those are written.
    const succeeded = seen(shown(successes, places.reach), listed.successes.add);
    await write(paths.json, reportJson(head, { failures: failed, successes: succeeded }, level));
    await write(paths.failuresCsv, failuresCsv(shown(FAILURE_OUTCOMES)));
    const warned = seen(shownWarnings(warnings.rows(), level, fileNames), listed.warnings.add);
    await write(paths.warningsCsv, warningsCsv(warned));
    const failuresOnPage = {
      name: 'failures',
      totals: outcomeCounts(head.totals, FAILURE_OUTCOMES),
      language,
    } as const;
    const lists = { ...listed, failures: streamedRows(shown(FAILURE_OUTCOMES), failuresOnPage) };
    const counted = { groups: failures.groups(), places: places.files(), limits };
    // Loaded here so that other runs do not load its script and style.
    const { reportHtml } = await import('../report/html/report-html.ts');
    await write(
      paths.html,
      reportHtml({ head, lists, ...counted, level, fileNames, notes, links, words: wordsOf(language) }),
    );
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new Error(`The report cannot be written to ${dir} (${code}). Set \`report-dir\` to a writable folder.`, {
      cause,
    });
  }
  return { dir, ...paths, failures };
}

/** Hands on each row after `look` has seen it. */
function* seen<Row>(rows: Iterable<Row>, look: (row: Row) => void): Generator<Row> {
  for (const row of rows) {
    look(row);
    yield row;
  }
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
  for (const name of Object.values(NAMES).flatMap((one: string) => [one, `${one}.part`])) {
    if (await isThere(join(dir, name), (found) => found.isDirectory()))
      throw new InputError([`\`report-dir\`: ${join(dir, name)} is a folder. Remove it, or set another folder.`]);
  }
}

async function isThere(path: string, asExpected: (found: Stats) => boolean): Promise<boolean> {
  return lstat(path).then(asExpected, () => false);
}

/** Removes the files of a report from a folder, and nothing else. */
export async function removeReport(dir: string): Promise<void> {
  for (const name of Object.values(NAMES)) await rm(join(dir, name), { force: true });
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
