import type { MappingText } from '../mapping.ts';
import type { PresetName } from './preset-name.ts';

/** The text of a built-in mapping. Loaded only when one is asked for. */
export async function presetText(name: PresetName): Promise<MappingText> {
  const { PRESET_TEXTS } = await import('../../generated/preset-texts.ts');
  return { name: `preset ${name}`, text: PRESET_TEXTS[name] };
}
