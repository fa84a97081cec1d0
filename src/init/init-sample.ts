import { sourceWords } from '../mapping/file/source-words.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { InputError } from '../runtime/input-error.ts';
import { type Random, randomInteger } from '../runtime/random.ts';
import type { Export, ExportFile, RecordBody } from '../source/record.ts';
import type { SourceLayout } from '../source/source-layout.ts';
import type { LookedAt } from './init-export.ts';
import { type Anonymizer, createAnonymizer } from './proposal/anonymizer.ts';

/** A text of fewer characters identifies nobody, and could not help being somebody's. */
const SHORTEST = 4;
/** After so many attempts at inventing other texts, those that somebody has all the same are left out. */
const ROUNDS = 5;

/**
 * A sample of an export, drawn from all of it, in which every value is replaced by an invented one of the same shape: for
 * reviews where the export must not lie. Words that mean the same everywhere stay, and those that the mapping itself compares
 * with. The whole export is read again to make sure that no other text of four characters and more stands in it anywhere.
 */
export async function sampleText(
  { exported, layout }: Pick<LookedAt, 'exported' | 'layout'>,
  rows: number,
  mapping: Mapping | null,
  random: Random,
): Promise<{ readonly text: string; readonly rows: number }> {
  const drawn = await draw(exported, rows, random);
  const words = mapping === null ? new Set<string>() : sourceWords(mapping);
  const real = new Set<string>();
  for (const body of drawn) eachText(body, (text) => void real.add(text));
  for (let round = 1; ; round += 1) {
    const anonymizer = createAnonymizer({ random, words, isReal: (text) => text.length >= SHORTEST && real.has(text) });
    const disguised = drawn.map((body) => anonymizer.value(body, exported.files[0]?.columns ?? []));
    const survivors = await realOnes(exported, disguised, anonymizer);
    const [file] = exported.files;
    if (file !== undefined && survivors.size === 0)
      return { text: written(file, layout, disguised), rows: drawn.length };
    if (file === undefined || round === ROUNDS) {
      const blanked = disguised.map((body) => without(body, survivors));
      return { text: file === undefined ? '' : written(file, layout, blanked), rows: drawn.length };
    }
    for (const text of survivors) real.add(text);
  }
}

/** The cells of a record, or the object. */
type Body = readonly string[] | Readonly<Record<string, unknown>>;

/** So many records of the first file, each as likely as the others, in their order (reservoir sampling). */
async function draw(exported: Export, rows: number, random: Random): Promise<Body[]> {
  const drawn: { readonly row: number; readonly body: Body }[] = [];
  let seen = 0;
  for await (const [file, body] of bodies(exported)) {
    // Files may have headers of their own: the sample has that of the first.
    if (file > 0) break;
    seen += 1;
    const at = seen <= rows ? drawn.length : randomInteger(random, 0, seen - 1);
    if (at < rows) drawn[at] = { row: seen, body };
  }
  return drawn.sort((a, b) => a.row - b.row).map(({ body }) => body);
}

async function* bodies(exported: Export): AsyncGenerator<readonly [file: number, body: Body]> {
  for await (const chunk of exported.records()) {
    for (const { file, body } of chunk) {
      const content = contentOf(body);
      if (content !== null) yield [file, content];
    }
  }
}

function contentOf(body: RecordBody): Body | null {
  switch (body.kind) {
    case 'cells':
      return body.cells;
    case 'object':
      return body.object;
    case 'broken':
      return null;
  }
}

/** What was invented and is somebody's all the same. */
async function realOnes(exported: Export, disguised: readonly unknown[], { isWord }: Anonymizer): Promise<Set<string>> {
  const invented = new Set<string>();
  for (const body of disguised) {
    eachText(body, (text) => {
      if (text.length >= SHORTEST && !isWord(text)) invented.add(text);
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
      // A file without header must not get one: it would be read as a record.
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
    default:
      throw new InputError([
        `A sample can be written as CSV, NDJSON or JSON, not as ${format}: export the users in one of these first.`,
      ]);
  }
}

function quoted(cell: string, delimiter: string): string {
  const mustBe = cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
  return mustBe ? `"${cell.replaceAll('"', '""')}"` : cell;
}
