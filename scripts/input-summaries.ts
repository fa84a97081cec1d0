// Writes src/generated/input-summaries.ts, so that `--help` has the words of action.yml: `node scripts/input-summaries.ts`. A
// test compares it with the file.
import { readFileSync, writeFileSync } from 'node:fs';
import { actionInputs } from './action-inputs.ts';

const root = new URL('../', import.meta.url);
if (import.meta.main) writeFileSync(new URL('src/generated/input-summaries.ts', root), summaryModule());

/**
 * The module with the first sentence of each input, without the marks of markdown, in the groups that the comments of the file
 * make.
 */
export function summaryModule(): string {
  const groups: { readonly title: string; readonly lines: string[] }[] = [];
  for (const { name, group, summary } of actionInputs(readFileSync(new URL('action.yml', root), 'utf8'))) {
    if (group !== null) groups.push({ title: group, lines: [] });
    groups.at(-1)?.lines.push(`    ${JSON.stringify(name)}: ${JSON.stringify(summary.replaceAll('`', ''))},`);
  }
  return [
    '// Written by scripts/input-summaries.ts from action.yml: do not change it by hand.',
    '// biome-ignore format: every input is one line.',
    'export const INPUT_SUMMARIES = {',
    ...groups.flatMap(({ title, lines }) => [`  ${JSON.stringify(title)}: {`, ...lines, '  },']),
    '} as const;',
    '',
  ].join('\n');
}
