import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pageAssets } from '../../scripts/page-bundle.ts';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from '../../src/generated/page-assets.ts';

const SRC = resolve(import.meta.dirname, '../../src');

test('script and style of the page are what src/report/html/browser/ builds: else run `npm run build:page`', async () => {
  expect(readFileSync(resolve(SRC, 'generated/page-assets.ts'), 'utf8')).toBe(await pageAssets());
});

test('the hashes are theirs', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
  expect([PAGE_SCRIPT_HASH, PAGE_STYLE_HASH]).toEqual([hash(PAGE_SCRIPT), hash(PAGE_STYLE)]);
});

test('they are small, load nothing, make no markup out of text and cannot end their elements', () => {
  expect(PAGE_SCRIPT.length).toBeLessThan(45_000);
  expect(PAGE_STYLE.length).toBeLessThan(20_000);
  expect(PAGE_SCRIPT).not.toMatch(
    /<\/|<!--|\b(eval|Function|import|fetch|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|outerHTML|insertAdjacentHTML|localStorage|https?:)\b/,
  );
  expect(PAGE_STYLE).not.toMatch(/<\/|@import|url\(/);
});

test('only a run that writes a report loads them', () => {
  const importers = [
    'publish/report-files.ts',
    'entry/job.ts',
    'main.ts',
    'report/markdown/job-summary.ts',
    'report/report-json.ts',
  ];
  for (const file of importers)
    expect(readFileSync(resolve(SRC, file), 'utf8')).not.toMatch(/^import .*(report-html|page-assets)/m);
  expect(readFileSync(resolve(SRC, 'publish/report-files.ts'), 'utf8')).toContain(
    "await import('../report/html/report-html.ts')",
  );
});
