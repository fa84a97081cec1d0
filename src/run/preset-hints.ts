import type { Mapping } from '../mapping/mapping.ts';
import { presetText } from '../mapping/presets/preset.ts';
import { PRESETS, type PresetName } from '../mapping/presets/preset-name.ts';
import {
  type RecognisedPreset,
  recognisedAs,
  recognisePreset,
  suggestion,
} from '../mapping/presets/recognise-preset.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Delimiter, Export, ExportFile } from '../source/record.ts';

/** Names enough to tell a system by; a record may have a million. */
const KEYS_LOOKED_AT = 1_000;

/**
 * Says which preset an export seems to fit that came without mapping and preset; it is never taken unasked, since a column may
 * bear cidaas's name and mean something else.
 *
 * @returns the sentence, for errors about columns that nobody knows; null when nothing was recognised.
 */
export async function suggestPreset(exported: Export, log: Log): Promise<string | null> {
  const [file] = exported.files;
  if (file === undefined) return null;
  const { columns } = file;
  const found = recognisePreset(columns === null ? { keys: await firstKeys(exported) } : { columns });
  if (found === null) return null;
  const sentence = `${file.name}: ${suggestion(found)}`;
  log.notice(sentence);
  return sentence;
}

/**
 * Says which preset a CSV file seems to fit whose first line is no header that is known: those whose files have other lines
 * before it, or no header at all, are tried.
 *
 * @param open the export as a mapping describes it
 */
export async function suggestLayout(open: (mapping: Mapping) => Promise<Export | null>): Promise<string | null> {
  const { parseMapping } = await import('../mapping/file/mapping-file.ts');
  for (const preset of PRESETS) {
    const text = await presetText(preset);
    const mapping = parseMapping('', text.name, text);
    if (mapping.layout.header.kind === 'first') continue;
    const file = await open(mapping).then(
      (opened) => opened?.files[0],
      () => undefined,
    );
    const found = file === undefined ? null : recogniseColumns(file.columns ?? [], mapping, preset);
    if (file !== undefined && found !== null) return `${file.name}: ${suggestion(found)}`;
  }
  return null;
}

/** What columns tell that were found as a preset says: names of its own fit every file without header, so their number counts. */
function recogniseColumns(
  columns: readonly string[],
  { layout: { header } }: Mapping,
  preset: PresetName,
): RecognisedPreset | null {
  if (header.kind === 'named') return columns.length > header.columns.length / 2 ? recognisedAs(preset) : null;
  return recognisePreset({ columns });
}

const DELIMITER_NAMES: { readonly [delimiter in Delimiter]: string } = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** Says that a CSV file was cut at the wrong sign, when its only column has another one in its name; else null. */
export function suggestDelimiter({ name, columns, delimiter }: ExportFile): string | null {
  const [only, ...more] = columns ?? [];
  if (only === undefined || delimiter === null || more.length > 0) return null;
  const others = (Object.keys(DELIMITER_NAMES) as Delimiter[]).filter((each) => each !== delimiter);
  const times = (each: string): number => only.split(each).length - 1;
  const [found] = others.filter((each) => times(each) > 0).sort((a, b) => times(b) - times(a));
  if (found === undefined) return null;
  const [used, other] = [DELIMITER_NAMES[delimiter], DELIMITER_NAMES[found]];
  return `${name}: only one column was found, and its name holds a ${other}. The file was cut at each ${used}: \`delimiter\` may be wrong. Set it to ${other}.`;
}

async function firstKeys(exported: Export): Promise<string[]> {
  try {
    for await (const [first] of exported.records())
      return first?.body.kind === 'object' ? Object.keys(first.body.object).slice(0, KEYS_LOOKED_AT) : [];
  } catch (error) {
    // Whoever reads the whole export tells it.
    if (!(error instanceof InputError)) throw error;
  }
  return [];
}
