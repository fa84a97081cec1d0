// Writes src/generated/preset-texts.ts, so that the presets are inside the bundle: `node scripts/preset-texts.ts`. A test
// compares it with the files.
import { readFileSync, writeFileSync } from 'node:fs';
import { PRESETS } from '../src/mapping/presets/preset-name.ts';

const folder = new URL('../src/mapping/presets/', import.meta.url);
if (import.meta.main) writeFileSync(new URL('../src/generated/preset-texts.ts', import.meta.url), presetModule());

/** The module that holds the texts of all presets. */
export function presetModule(): string {
  const texts = PRESETS.map((name) => {
    const text = readFileSync(new URL(`${name}.yml`, folder), 'utf8');
    return `  ${JSON.stringify(name)}: ${JSON.stringify(text)},`;
  });
  return [
    '// Written by scripts/preset-texts.ts from src/mapping/presets/*.yml: do not change it by hand.',
    '// biome-ignore format: every preset is one line.',
    'export const PRESET_TEXTS = {',
    ...texts,
    '} as const;',
    '',
  ].join('\n');
}
