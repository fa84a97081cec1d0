import { InputError } from '../runtime/input-error.ts';
import { guessFormat } from './format.ts';
import { outlineJson } from './json-outline.ts';
import type { Format } from './record.ts';
import type { ListPath, SourceLayout } from './source-layout.ts';
import type { SourceSettings } from './source-settings.ts';

/** The format of a file and the position of its records. */
export interface DetectedFormat {
  readonly format: Format;
  /** Path of the records in a JSON document; null: the document is the list, or the format is not JSON. */
  readonly list: ListPath | null;
}

/**
 * Detects the format from the beginning of the text. If the records may be inside a JSON document, reads on until their
 * position is certain.
 *
 * @param text the first part of the file.
 * @param again reads the file from its beginning.
 * @throws InputError when the file cannot be read, or has none of the lists that the mapping expects.
 */
export async function detectFormat(
  text: string,
  name: string,
  wanted: 'auto' | Format,
  { layout, recognise }: SourceSettings & { readonly layout: SourceLayout },
  again: () => AsyncIterable<string>,
): Promise<DetectedFormat> {
  const guess = guessFormat(text, name, wanted);
  if (guess.kind === 'problem') throw new InputError([`${name} ${guess.problem}`]);
  const format = guess.kind === 'object' ? 'json' : guess.format;
  const isDocument = format === 'json' || (wanted === 'auto' && text.trimStart().startsWith('{'));
  if (!isDocument || (layout.records.length === 0 && guess.kind !== 'object')) return { format, list: null };

  const outline = await outlineJson(again(), layout.records);
  if (outline.list !== null) return { format: 'json', list: outline.list };
  if (outline.kind === 'objects' && wanted === 'auto') return { format: 'ndjson', list: null };
  // A document on one line looks like one record of ndjson; the file name decides.
  const isOne = guess.kind === 'object' || (outline.kind === 'object' && /\.json(?:\.|$)/i.test(name));
  if (!isOne) return { format, list: null };
  const what =
    layout.records.length === 0
      ? 'is one JSON object, not a list of records.'
      : `has none of the lists that the mapping expects (${layout.records.map(listText).join(', ')}).`;
  const [inside] = outline.lists;
  const advice =
    inside === undefined
      ? 'Export an array of objects, or one object per line (ndjson).'
      : `Its list ${listText(inside)} contains objects. If these are the records, add to the mapping: source: { records: ${listText(inside)} }.`;
  const known = recognise?.({ document: outline.keys, keys: outline.elementKeys, lists: outline.lists });
  throw new InputError([[`${name} ${what}`, known ?? advice].join(' ')]);
}

/** `orgs[].users`, as in a mapping. */
function listText(list: ListPath): string {
  return list.join('.').replaceAll('.[]', '[]');
}
