import { createHash } from 'node:crypto';
import type { Mapping } from '../mapping/mapping.ts';
import { presetText } from '../mapping/presets/preset.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';

/** The mapping of a run: a file, a preset, or a preset that a file changes. */
export interface ChosenMapping {
  /** As people know it: `mapping.yml`, `preset keycloak`, `preset keycloak, mapping.yml`. */
  readonly name: string;
  /** Lower-case hex, over the preset's text and the file's. */
  readonly sha256: string;
  /** The preset's text and the file's, as far as there are. */
  readonly texts: readonly string[];
  readonly mapping: Mapping;
}

/** @throws InputError with every problem of the mapping file. */
export async function readMapping({ preset: wanted }: Settings, ports: Ports): Promise<ChosenMapping | null> {
  const own = await ports.readMapping();
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
