import { InputError } from '../runtime/input-error.ts';
import { guessFormat } from './format.ts';
import { outlineJson } from './json-outline.ts';
import type { Format } from './record.ts';
import { type ListPath, type RecordPath, type SourceLayout, TOP_LEVEL_ARRAY } from './source-layout.ts';
import type { SourceSettings } from './source-settings.ts';
import { outlineXml } from './xml-outline.ts';

/** The format of a file and, for JSON and XML, where its records are. */
export interface DetectedFormat {
  readonly format: Format;
  readonly recordPath: RecordPath;
}

/**
 * Detects the format from the beginning of the text. If the records may be inside a JSON or XML document, reads on until their
 * position is certain. An object that is no list of records is one record if its keys fit better than those of its lists.
 *
 * @param text the first part of the file.
 * @param again reads the file from its beginning.
 * @throws InputError when the file cannot be read, or has none of the records that the mapping expects.
 */
export async function detectFormat(
  text: string,
  name: string,
  wanted: 'auto' | Format,
  { layout, recognise, fits }: SourceSettings & { readonly layout: SourceLayout },
  again: () => AsyncIterable<string>,
): Promise<DetectedFormat> {
  const guess = guessFormat(text, name, wanted);
  if (guess.kind === 'problem') throw new InputError([`${name} ${guess.problem}`]);
  if (guess.kind === 'format' && guess.format === 'xml') return xmlFormat(name, layout, recognise, again);
  const format = guess.kind === 'object' ? 'json' : guess.format;
  const records = { format, recordPath: TOP_LEVEL_ARRAY };
  const isObject = guess.kind === 'object' || (wanted === 'auto' && text.trimStart().startsWith('{'));
  if (!isObject && (format !== 'json' || layout.records.length === 0)) return records;

  const outline = await outlineJson(again(), layout.records);
  if (outline.list !== null) return { format: 'json', recordPath: [...outline.list, '[]'] };
  if (outline.kind === 'objects' && wanted === 'auto')
    return PRETTY.test(text) ? { format: 'json', recordPath: [] } : { format: 'ndjson', recordPath: TOP_LEVEL_ARRAY };
  const isOne = guess.kind === 'object' || outline.kind === 'object';
  if (!isOne) return records;

  const known = recognise?.({ document: outline.keys, keys: outline.elementKeys, lists: outline.lists }) ?? null;
  const onOneLine = guess.kind === 'format';
  const keysFit = fits?.(outline.keys) ?? 0;
  const isRecord = known === null && keysFit > (fits?.(outline.elementKeys) ?? 0);
  if (isRecord) return onOneLine ? records : { format: 'json', recordPath: [] };
  // One line of ndjson that fits nothing is reported as a row, like any other.
  if (onOneLine && known === null && (outline.lists.length === 0 || !/\.json(?:\.|$)/i.test(name))) return records;
  const what =
    layout.records.length === 0
      ? 'is one JSON object, not a list of records.'
      : `has none of the lists that the mapping expects (${layout.records.map(listText).join(', ')}).`;
  const [inside] = outline.lists;
  const [only = '', ...others] = outline.keys.length === 1 ? outline.objects : [];
  const advice =
    inside === undefined
      ? others.length === 0 && /^(?!errors?$)[A-Za-z_][\w-]*$/.test(only)
        ? `Its only key is ${only}. If that is a user, export an array of such objects, or take it out: \`jq '[.${only}]'\`.`
        : 'Export an array of objects, or one object per line (ndjson).'
      : `Its list ${listText(inside)} contains objects. If these are the records, add to the mapping: source: { records: ${listText(inside)} }.`;
  throw new InputError([[`${name} ${what}`, known ?? advice].join(' ')]);
}

/** Repeated elements that a message names. */
const MAX_SHOWN = 3;

/** Where the records of an XML document are: only the mapping can say it. */
async function xmlFormat(
  name: string,
  layout: SourceLayout,
  recognise: SourceSettings['recognise'],
  again: () => AsyncIterable<string>,
): Promise<DetectedFormat> {
  const { records, root, lists, keys } = await outlineXml(again(), name, layout.records);
  if (records !== null) return { format: 'xml', recordPath: records };
  const known = recognise?.({ document: root === null ? [] : [root], keys, lists }) ?? null;
  const [first] = lists;
  const what =
    layout.records.length === 0
      ? 'is XML, and the mapping does not name the elements that are records.'
      : `has none of the elements that the mapping expects (${layout.records.map(elementText).join(', ')}).`;
  const advice =
    first === undefined
      ? 'It repeats no element that has elements or attributes. Name the path of the records in the mapping, such as source: { records: users/user }.'
      : `It repeats ${lists.slice(0, MAX_SHOWN).map(elementText).join(', ')}. If ${elementText(first)} are the records, add to the mapping: source: { records: ${elementText(first)} }.`;
  throw new InputError([[`${name} ${what}`, known ?? advice].join(' ')]);
}

/** `customers/customer`, as in a mapping. */
function elementText(path: ListPath): string {
  return path.join('/');
}

/** The first line has nothing but a brace: the objects are indented over several lines, as jq writes them. */
const PRETTY = /^\s*\{[ \t]*\r?\n/;

/** `orgs[].users`, as in a mapping. */
function listText(list: ListPath): string {
  return list.join('.').replaceAll('.[]', '[]');
}
