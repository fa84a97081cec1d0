import { InputError } from '../runtime/input-error.ts';
import { csvRecords } from './csv.ts';
import { decode } from './encoding.ts';
import { closeFile, diskBytes, openFile, plainBytes } from './file-bytes.ts';
import { listFiles } from './file-list.ts';
import { impexRecords } from './impex.ts';
import type { InspectedFile } from './inspect-file.ts';
import { inspectFile } from './inspect-file.ts';
import { jsonRecords } from './json.ts';
import { ldifRecords } from './ldif.ts';
import { ndjsonRecords } from './ndjson.ts';
import type { Export, SourceRecord } from './record.ts';
import type { SourceSettings } from './source-settings.ts';
import { UnpackBudget, UnpacksToTooMuch } from './unpack-limit.ts';
import { xmlRecords } from './xml.ts';

/** The files of an export and the settings to read them. */
export interface ExportOptions extends SourceSettings {
  /** Absolute path of the folder that `patterns` are relative to: the workspace, or an unpacked artifact. */
  readonly cwd: string;
  /** Paths or globs, one per line. */
  readonly patterns: string;
  /** The files must be in one of these folders, links followed; absent: they may be anywhere. */
  readonly within?: readonly string[];
  /** Paths and globs of files that do not belong to the export, even if `patterns` matches them. */
  readonly leaveOut?: readonly string[];
  /** The folders of these files. */
  readonly leaveOutWithin?: readonly string[];
}

/**
 * Opens an export: finds its files and inspects each of them completely.
 * @throws InputError with all problems of all files; UnpacksToTooMuch at the first file that does. Reading the records can throw
 * them as well: for invalid JSON, and for a file that changed after the inspection.
 */
export async function openExport(options: ExportOptions): Promise<Export> {
  const inspected: InspectedFile[] = [];
  const problems: string[] = [];
  const found = await listFiles(options.cwd, options.patterns, options.stop, options.within);
  const leftOut = await pathsOf(options);
  const budget = new UnpackBudget(options.maxUnpacked ?? null, options.artifactBytes ?? null);
  for (const file of found.filter(({ path }) => !leftOut.has(path))) {
    try {
      inspected.push(await inspectFile(file, options, budget));
    } catch (error) {
      if (!(error instanceof InputError) || error instanceof UnpacksToTooMuch) throw error;
      problems.push(...error.problems);
    }
  }
  if (inspected.length === 0 && problems.length === 0)
    problems.push('No export file is left: all files of `export` belong to joins of the mapping.');
  if (problems.length > 0) throw new InputError(problems);
  return {
    files: inspected.map(({ file }) => file),
    records: (onPage) => readAll(inspected, options, onPage),
  };
}

/** Ignores errors: they are reported when the files of the joins are opened. @throws the reason of `stop`. */
async function pathsOf({ cwd, leaveOut = [], leaveOutWithin, stop }: ExportOptions): Promise<ReadonlySet<string>> {
  const lists = await Promise.allSettled(leaveOut.map((pattern) => listFiles(cwd, pattern, stop, leaveOutWithin)));
  stop?.throwIfAborted();
  return new Set(lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.map(({ path }) => path) : [])));
}

type OnPage = Parameters<Export['records']>[0];

async function* readAll(
  inspected: readonly InspectedFile[],
  reading: Pick<SourceSettings, 'exportKey' | 'stop'>,
  onPage: OnPage,
): AsyncGenerator<SourceRecord[]> {
  let row = 1;
  for (const [index, file] of inspected.entries()) {
    for await (const records of readFile(file, reading, { index, row, onPage })) {
      row += records.length;
      yield records;
    }
  }
}

interface FileBegin {
  /** Of the file in the export. */
  readonly index: number;
  /** Of the first record. */
  readonly row: number;
  readonly onPage: OnPage;
}

async function* readFile(
  inspected: InspectedFile,
  { exportKey, stop }: Pick<SourceSettings, 'exportKey' | 'stop'>,
  begin: FileBegin,
): AsyncGenerator<SourceRecord[]> {
  const { file, allowance } = inspected;
  const handle = await openFile(file, stop);
  try {
    const refuseChanged = async () => {
      const { size, mtimeMs } = await handle.stat();
      if (size === file.bytes && mtimeMs === inspected.modifiedMs) return;
      throw new InputError([`${file.name} changed after it was inspected. Start again when the file is complete.`]);
    };
    await refuseChanged();
    const { bytes } = await plainBytes(diskBytes(handle, stop), file.name, { exportKey, allowance, stop });
    yield* parse(decode(bytes, file.encoding), inspected, begin);
    await refuseChanged();
  } finally {
    await closeFile(handle, stop);
  }
}

function parse(
  texts: AsyncIterable<string>,
  { file, skip, recordPath }: InspectedFile,
  { index, row, onPage }: FileBegin,
): AsyncIterable<SourceRecord[]> {
  const { name, delimiter, columns } = file;
  switch (file.format) {
    case 'csv':
      return csvRecords(texts, { name, index, delimiter: delimiter ?? ',', columns: columns ?? [], skip }, row);
    case 'ndjson':
      return ndjsonRecords(texts, { name, index }, row);
    case 'ldif':
      return ldifRecords(texts, { name, index }, row, onPage);
    case 'impex':
      return impexRecords(texts, { name, index }, row);
    case 'xml':
      return xmlRecords(texts, { name, index }, row, recordPath, onPage);
    case 'json':
      return jsonRecords(texts, { name, index }, row, recordPath, onPage);
  }
}
