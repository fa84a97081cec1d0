// Writes src/mapping/presets/preset-texts.ts, so that the presets are inside the bundle: `node scripts/preset-texts.ts`. A test
// compares it with the files.
import { readFileSync, writeFileSync } from 'node:fs';
import { PRESETS } from '../src/mapping/preset-name.ts';

const folder = new URL('../src/mapping/presets/', import.meta.url);
if (import.meta.main) writeFileSync(new URL('preset-texts.ts', folder), presetModule());

/** The module that holds the texts of all presets. */
export function presetModule(): string {
  const texts = PRESETS.map((name) => {
    const text = readFileSync(new URL(`${name}.yml`, folder), 'utf8');
    return `  ${JSON.stringify(name)}: ${JSON.stringify(text)},`;
  });
  return [
    '// Written by scripts/preset-texts.ts from the YAML files beside it.',
    "import type { PresetName } from '../preset-name.ts';",
    '',
    '// biome-ignore format: every preset is one line.',
    'export const PRESET_TEXTS: { readonly [name in PresetName]: string } = {',
    ...texts,
    '};',
    '',
  ].join('\n');
}
