import { InputError } from '../runtime/input-error.ts';
import { csvRecords } from './csv.ts';
import { decode } from './encoding.ts';
import type { ExportKey } from './export-key.ts';
import { diskBytes, openFile, plainBytes } from './file-bytes.ts';
import { listFiles } from './file-list.ts';
import type { InspectedFile } from './inspect-file.ts';
import { inspectFile } from './inspect-file.ts';
import { jsonRecords } from './json.ts';
import { ldifRecords } from './ldif.ts';
import { ndjsonRecords } from './ndjson.ts';
import type { Export, SourceRecord } from './record.ts';
import type { SourceSettings } from './source-settings.ts';

/** What names an export and how it is to be read. */
export interface ExportOptions extends SourceSettings {
  /** Absolute path of the folder that `patterns` are relative to: the workspace, or an unpacked artifact. */
  readonly cwd: string;
  /** Path or glob; several, one a line. */
  readonly patterns: string;
  /** Paths and globs of files that are no part of the export, although `patterns` may match them. */
  readonly leaveOut?: readonly string[];
}

/**
 * Opens an export: finds its files and inspects each of them from end to end.
 * @throws InputError with everything that is wrong with any of them. While the records are read it may be thrown too: for
 * JSON that is not valid, and a file that changed since.
 */
export async function openExport(options: ExportOptions): Promise<Export> {
  const inspected: InspectedFile[] = [];
  const problems: string[] = [];
  const found = await listFiles(options.cwd, options.patterns);
  const leftOut = await pathsOf(options.cwd, options.leaveOut ?? []);
  for (const file of found.filter(({ path }) => !leftOut.has(path))) {
    try {
      inspected.push(await inspectFile(file, options));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (inspected.length === 0 && problems.length === 0)
    problems.push('No export file is left: all files of `export` belong to joins of the mapping.');
  if (problems.length > 0) throw new InputError(problems);
  return { files: inspected.map(({ file }) => file), records: () => readAll(inspected, options.exportKey) };
}

/** Whoever opens these files says what is wrong with them. */
async function pathsOf(cwd: string, patterns: readonly string[]): Promise<ReadonlySet<string>> {
  const lists = await Promise.allSettled(patterns.map((pattern) => listFiles(cwd, pattern)));
  return new Set(lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.map(({ path }) => path) : [])));
}

async function* readAll(inspected: readonly InspectedFile[], key: ExportKey | null): AsyncGenerator<SourceRecord[]> {
  let row = 1;
  for (const [index, file] of inspected.entries()) {
    for await (const records of readFile(file, key, index, row)) {
      row += records.length;
      yield records;
    }
  }
}

async function* readFile(
  inspected: InspectedFile,
  key: ExportKey | null,
  index: number,
  row: number,
): AsyncGenerator<SourceRecord[]> {
  const { file } = inspected;
  const handle = await openFile(file);
  try {
    const refuseChanged = async () => {
      const { size, mtimeMs } = await handle.stat();
      if (size === file.bytes && mtimeMs === inspected.modifiedMs) return;
      throw new InputError([`${file.name} changed after it was inspected. Start again when the file is complete.`]);
    };
    await refuseChanged();
    const { bytes } = await plainBytes(diskBytes(handle), key, file.name);
    yield* parse(decode(bytes, file.encoding), inspected, index, row);
    await refuseChanged();
  } finally {
    await handle.close();
  }
}

function parse(
  texts: AsyncIterable<string>,
  { file, skip, list }: InspectedFile,
  index: number,
  row: number,
): AsyncIterable<SourceRecord[]> {
  const { name, delimiter, columns } = file;
  switch (file.format) {
    case 'csv':
      return csvRecords(texts, { name, index, delimiter: delimiter ?? ',', columns: columns ?? [], skip }, row);
    case 'ndjson':
      return ndjsonRecords(texts, { name, index }, row);
    case 'ldif':
      return ldifRecords(texts, { name, index }, row);
    case 'json':
      return jsonRecords(texts, { name, index }, row, list);
  }
}
