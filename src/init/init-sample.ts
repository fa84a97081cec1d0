import { sourceWords } from '../mapping/file/source-words.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { InputError } from '../runtime/input-error.ts';
import { type Random, randomInteger } from '../runtime/random.ts';
import type { Export, ExportFile, RecordBody } from '../source/record.ts';
import type { SourceLayout } from '../source/source-layout.ts';
import type { DetectedExport } from './init-export.ts';
import { type Anonymizer, createAnonymizer } from './proposal/anonymizer.ts';

/** Shorter texts identify nobody, and an invented one would often equal a real one by chance. */
const MIN_COMPARED_LENGTH = 4;
/** After this many attempts, invented texts that still occur in the export are left out of the sample. */
const MAX_ROUNDS = 5;

/**
 * Draws a random sample of an export in which every value is replaced by an invented one of the same shape, for reviews in
 * places where the export itself must not be stored. Common words, and words that the mapping compares with, stay unchanged.
 * The whole export is read again to make sure that no other text of four or more characters occurs in it.
 */
export async function sampleText(
  { exported, layout }: Pick<DetectedExport, 'exported' | 'layout'>,
  rows: number,
  mapping: Mapping | null,
  random: Random,
): Promise<{ readonly text: string; readonly rows: number }> {
  const drawn = await draw(exported, rows, random);
  const words = mapping === null ? new Set<string>() : sourceWords(mapping);
  const real = new Set<string>();
  for (const body of drawn) eachText(body, (text) => void real.add(text));
  for (let round = 1; ; round += 1) {
    const anonymizer = createAnonymizer({
      random,
      words,
      isReal: (text) => text.length >= MIN_COMPARED_LENGTH && real.has(text),
    });
    const disguised = drawn.map((body) => anonymizer.value(body, exported.files[0]?.columns ?? []));
    const survivors = await findRealTexts(exported, disguised, anonymizer);
    const [file] = exported.files;
    if (file !== undefined && survivors.size === 0)
      return { text: written(file, layout, disguised), rows: drawn.length };
    if (file === undefined || round === MAX_ROUNDS) {
      const blanked = disguised.map((body) => without(body, survivors));
      return { text: file === undefined ? '' : written(file, layout, blanked), rows: drawn.length };
    }
    for (const text of survivors) real.add(text);
  }
}

/** The cells of a record, or its object. */
type RecordContent = readonly string[] | Readonly<Record<string, unknown>>;

/** Draws records of the first file, each with the same chance, and keeps their order (reservoir sampling). */
async function draw(exported: Export, rows: number, random: Random): Promise<RecordContent[]> {
  const drawn: { readonly row: number; readonly body: RecordContent }[] = [];
  let seen = 0;
  for await (const [file, body] of bodies(exported)) {
    // The files may have different headers; the sample has that of the first file.
    if (file > 0) break;
    seen += 1;
    const at = seen <= rows ? drawn.length : randomInteger(random, 0, seen - 1);
    if (at < rows) drawn[at] = { row: seen, body };
  }
  return drawn.sort((a, b) => a.row - b.row).map(({ body }) => body);
}

async function* bodies(exported: Export): AsyncGenerator<readonly [file: number, body: RecordContent]> {
  for await (const chunk of exported.records()) {
    for (const { file, body } of chunk) {
      const content = contentOf(body);
      if (content !== null) yield [file, content];
    }
  }
}

function contentOf(body: RecordBody): RecordContent | null {
  switch (body.kind) {
    case 'cells':
      return body.cells;
    case 'object':
      return body.object;
    case 'broken':
      return null;
  }
}

/** The invented texts that happen to occur in the export. */
async function findRealTexts(
  exported: Export,
  disguised: readonly unknown[],
  { isWord }: Anonymizer,
): Promise<Set<string>> {
  const invented = new Set<string>();
  for (const body of disguised) {
    eachText(body, (text) => {
      if (text.length >= MIN_COMPARED_LENGTH && !isWord(text)) invented.add(text);
    });
  }
  const found = new Set<string>();
  for await (const [, body] of bodies(exported)) {
    eachText(body, (text) => {
      if (invented.has(text)) found.add(text);
    });
  }
  return found;
}

function eachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string' || typeof value === 'number') visit(String(value).trim());
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) eachText(inner, visit);
}

function without(value: unknown, texts: ReadonlySet<string>): unknown {
  if (typeof value === 'string' || typeof value === 'number')
    return texts.has(String(value).trim()) ? (typeof value === 'number' ? null : '') : value;
  if (Array.isArray(value)) return value.map((inner) => without(inner, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner, texts)]));
}

function written(
  { format, columns, delimiter }: ExportFile,
  { header }: SourceLayout,
  records: readonly unknown[],
): string {
  switch (format) {
    case 'csv': {
      // A file without a header must not get one, which would be read as a record.
      const first = header.kind === 'named' ? [] : [columns ?? []];
      const lines = [...first, ...(records as (readonly string[])[])];
      return lines
        .map((cells) => `${cells.map((cell) => quoted(cell, delimiter ?? ',')).join(delimiter ?? ',')}\n`)
        .join('');
    }
    case 'ndjson':
      return records.map((record) => `${JSON.stringify(record)}\n`).join('');
    case 'json':
      return `${JSON.stringify(records, null, 2)}\n`;
    case 'ldif':
    case 'xml':
    case 'impex':
      throw new InputError([
        `A sample can be written as CSV, NDJSON or JSON, but not as ${format}. Export the users in one of these formats first.`,
      ]);
  }
}

function quoted(cell: string, delimiter: string): string {
  const mustBe = cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
  return mustBe ? `"${cell.replaceAll('"', '""')}"` : cell;
}
