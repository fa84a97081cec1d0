// Builds script and style of report.html from src/report/html/browser/ into the text of a module.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

const page = resolve(import.meta.dirname, '../src/report/html/browser');

/** The text of `src/generated/page-assets.ts`. */
export async function pageAssets(): Promise<string> {
  return [
    '// Written by `npm run build:page` from src/report/html/browser/: do not change it by hand.',
    ...asset('SCRIPT', 'script', await bundle()),
    ...asset('STYLE', 'style sheet', plain(readFileSync(resolve(page, 'report-page.css'), 'utf8'))),
  ].join('\n');
}

async function bundle(): Promise<string> {
  const built = await rolldown({
    input: resolve(page, 'report-page.ts'),
    platform: 'browser',
    treeshake: { moduleSideEffects: [{ test: /report-page\.ts$/, sideEffects: true }] },
  });
  const { output } = await built.generate({ format: 'iife', minify: 'dce-only', comments: false });
  await built.close();
  return plain(output[0].code);
}

/** Readable for people who look at the page's source, without what only fills it. */
function plain(source: string): string {
  const lines = source.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
  return `\n${lines.join('\n')}\n`;
}

function asset(name: string, what: string, source: string): string[] {
  const hash = createHash('sha256').update(source).digest('base64');
  const lines = source.split('\n').map((line) => `  ${JSON.stringify(line)},`);
  return [
    '',
    `/** The ${what} of report.html. */`,
    `export const PAGE_${name} = [`,
    ...lines,
    "].join('\\n');",
    '',
    `/** SHA-256 of the ${what} in base64: the page's policy lets nothing else run or apply. */`,
    `export const PAGE_${name}_HASH = '${hash}';`,
    '',
  ];
}
