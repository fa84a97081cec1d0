// Writes src/generated/input-summaries.ts, so that `--help` has the words of action.yml: `node scripts/input-summaries.ts`. A
// test compares it with the file.
import { readFileSync, writeFileSync } from 'node:fs';
import { isPair, isScalar, parseDocument, type YAMLMap } from 'yaml';

const root = new URL('../', import.meta.url);
if (import.meta.main) writeFileSync(new URL('src/generated/input-summaries.ts', root), summaryModule());

/**
 * The module with the first sentence of each input, without the marks of markdown, in the groups that the comments of the file
 * make.
 */
export function summaryModule(): string {
  const inputs = parseDocument(readFileSync(new URL('action.yml', root), 'utf8')).get('inputs') as YAMLMap;
  const groups: { readonly title: string; readonly lines: string[] }[] = [];
  inputs.items.forEach((pair, at) => {
    if (!isPair(pair) || !isScalar(pair.key)) return;
    // A comment in front of the first key belongs to the map.
    const comment = at === 0 ? inputs.commentBefore : pair.key.commentBefore;
    if (comment != null) groups.push({ title: comment.trim(), lines: [] });
    const { description } = (pair.value as YAMLMap).toJSON() as { readonly description: string };
    const [first = ''] = description.split(/(?<=\.) (?=[A-Z0-9`])/);
    const text = first.replace(/\.$/, '').replaceAll('`', '');
    groups.at(-1)?.lines.push(`    ${JSON.stringify(String(pair.key.value))}: ${JSON.stringify(text)},`);
  });
  return [
    '// Written by scripts/input-summaries.ts from action.yml: do not change it by hand.',
    '// biome-ignore format: every input is one line.',
    'export const INPUT_SUMMARIES = {',
    ...groups.flatMap(({ title, lines }) => [`  ${JSON.stringify(title)}: {`, ...lines, '  },']),
    '} as const;',
    '',
  ].join('\n');
}
