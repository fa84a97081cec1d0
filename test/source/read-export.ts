import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../src/runtime/input-error.ts';
import { openExport } from '../../src/source/open-export.ts';
import type { ExportFile, SourceRecord } from '../../src/source/record.ts';
import type { SourceSettings } from '../../src/source/source-settings.ts';

export const AUTO: SourceSettings = { format: 'auto', encoding: 'auto', delimiter: 'auto', exportKey: null };

/** Writes files into a folder: the name of each with its content. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Opens an export and reads all of it. */
export async function readExport(
  cwd: string,
  patterns: string,
  settings: Partial<SourceSettings> = {},
): Promise<{ files: readonly ExportFile[]; records: SourceRecord[] }> {
  const opened = await openExport({ cwd, patterns, ...AUTO, ...settings });
  return { files: opened.files, records: await collect(opened.records()) };
}

/** The one file and the records of an export of one file. */
export async function readFile(
  cwd: string,
  name: string,
  settings: Partial<SourceSettings> = {},
): Promise<{ file: ExportFile; records: SourceRecord[] }> {
  const { files, records } = await readExport(cwd, name, settings);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error('not exactly one file');
  return { file, records };
}

export async function collect(chunks: AsyncIterable<readonly SourceRecord[]>): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  for await (const chunk of chunks) records.push(...chunk);
  return records;
}

/** The cells of records that have some, the code of those that are broken. */
export function cellsOf(records: readonly SourceRecord[]): (readonly string[] | string)[] {
  return records.map(({ body }) => {
    if (body.kind === 'cells') return body.cells;
    return body.kind === 'broken' ? body.problem.code : 'object';
  });
}

/** The objects of records that have some, the code of those that are broken. */
export function objectsOf(records: readonly SourceRecord[]): unknown[] {
  return records.map(({ body }) => {
    if (body.kind === 'object') return body.object;
    return body.kind === 'broken' ? body.problem.code : 'cells';
  });
}

/** The problems of the InputError that must come. */
export async function problemsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error.problems;
  throw new Error('it did not end with an InputError', { cause: error });
}

/** The pieces of a text or of bytes, cut every `size`. */
export async function* pieces<Whole extends string | Buffer>(whole: Whole, size: number): AsyncGenerator<Whole> {
  for (let at = 0; at < whole.length; at += size) {
    yield (typeof whole === 'string' ? whole.slice(at, at + size) : whole.subarray(at, at + size)) as Whole;
  }
}
