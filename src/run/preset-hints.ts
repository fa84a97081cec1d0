import type { Mapping } from '../mapping/mapping.ts';
import { presetText } from '../mapping/presets/preset.ts';
import { PRESETS, type PresetName } from '../mapping/presets/preset-name.ts';
import {
  type RecognisedPreset,
  recognisedAs,
  recognisePreset,
  suggestion,
  tableExportHint,
} from '../mapping/presets/recognise-preset.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Delimiter, Export, ExportFile } from '../source/record.ts';

/** Keys of a record that are compared with the presets; a record may have a million. */
const MAX_COMPARED_KEYS = 1_000;

/**
 * Logs which preset seems to fit an export that came without a mapping. The preset is never used automatically: a column may
 * have the name of a cidaas field and mean something else.
 *
 * @returns the sentence, to be added to errors about unknown columns; null when no preset was recognised.
 */
export async function suggestPreset(exported: Export, log: Log): Promise<string | null> {
  const [file] = exported.files;
  if (file === undefined) return null;
  const { columns } = file;
  const keys = columns === null ? await firstKeys(exported) : [];
  const found = recognisePreset(columns === null ? { keys } : { columns });
  const hint = found === null ? tableExportHint(keys) : suggestion(found);
  if (hint === null) return null;
  const sentence = `${file.name}: ${hint}`;
  log.notice(sentence);
  return sentence;
}

/**
 * Finds a preset for a CSV file whose first line is not a known header: tries the presets of systems that write other lines
 * above the header, or no header at all.
 *
 * @param open opens the export as a mapping describes it
 * @returns the sentence that suggests the preset; null when none fits.
 */
export async function suggestLayout(open: (mapping: Mapping) => Promise<Export | null>): Promise<string | null> {
  const { parseMapping } = await import('../mapping/file/mapping-file.ts');
  for (const preset of PRESETS) {
    const text = await presetText(preset);
    const mapping = parseMapping('', text.name, text);
    if (mapping.layout.header.kind === 'first') continue;
    const file = await open(mapping).then(
      (opened) => opened?.files[0],
      (error: unknown) => {
        if (!(error instanceof InputError)) throw error;
        return undefined;
      },
    );
    const found = file === undefined ? null : recogniseColumns(file.columns ?? [], mapping, preset);
    if (file !== undefined && found !== null) return `${file.name}: ${suggestion(found)}`;
  }
  return null;
}

/**
 * Checks a preset against columns that were found with its layout. Where the preset itself names the columns of files without
 * a header, these names always fit, so the number of columns decides.
 */
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

/** Suggests another delimiter when the only column of a CSV file has one in its name; else null. */
export function suggestDelimiter({ name, columns, delimiter }: ExportFile): string | null {
  const [only, ...more] = columns ?? [];
  if (only === undefined || delimiter === null || more.length > 0) return null;
  const others = (Object.keys(DELIMITER_NAMES) as Delimiter[]).filter((each) => each !== delimiter);
  const times = (each: string): number => only.split(each).length - 1;
  const [found] = others.filter((each) => times(each) > 0).sort((a, b) => times(b) - times(a));
  if (found === undefined) return null;
  const [used, other] = [DELIMITER_NAMES[delimiter], DELIMITER_NAMES[found]];
  return `${name}: only one column was found, and its name contains a ${other}. The file was split at each ${used}: \`delimiter\` may be wrong. Set it to ${other}.`;
}

async function firstKeys(exported: Export): Promise<string[]> {
  try {
    for await (const [first] of exported.records())
      return first?.body.kind === 'object' ? Object.keys(first.body.object).slice(0, MAX_COMPARED_KEYS) : [];
  } catch (error) {
    // Reading the whole export reports the same error.
    if (!(error instanceof InputError)) throw error;
  }
  return [];
}
