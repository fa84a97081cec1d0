import { createHash } from 'node:crypto';
import type { Mapping } from '../mapping/mapping.ts';
import { presetText } from '../mapping/presets/preset.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';

/** The mapping of a run: a file, a preset, or a preset with the changes of a file. */
export interface ChosenMapping {
  /** For people: `mapping.yml`, `preset keycloak`, `preset keycloak, mapping.yml`. */
  readonly name: string;
  /** Lower-case hex, over the text of the preset and of the file. */
  readonly sha256: string;
  /** The text of the preset, if there is one, then of the file, if there is one. */
  readonly texts: readonly string[];
  readonly mapping: Mapping;
}

/**
 * Reads and checks the mapping that the settings name: a file, a preset or both. Null when they name neither.
 *
 * @throws InputError with every problem of the mapping file.
 */
export async function chooseMapping(
  { preset: wanted }: Settings,
  ports: Pick<Ports, 'readMappingFile'>,
): Promise<ChosenMapping | null> {
  const own = await ports.readMappingFile();
  const preset = wanted === null ? null : await presetText(wanted);
  if (own === null && preset === null) return null;
  const { parseMapping } = await import('../mapping/file/mapping-file.ts');
  const parts = [preset, own].filter((part) => part !== null);
  const hash = createHash('sha256');
  for (const { text } of parts) hash.update(text);
  const { name, text } = own ?? { name: preset?.name ?? '', text: '' };
  return {
    name: parts.map((part) => part.name).join(', '),
    sha256: hash.digest('hex'),
    texts: parts.map((part) => part.text),
    mapping: parseMapping(text, name, preset),
  };
}
