// Makes the pictures of the README from the demo: its report page and its job summary, light and dark, in docs/pictures/.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import type { Page } from 'playwright-core';
import { openChromium } from '../test/support/chromium.ts';

const WIDTH = 1_000;
const PAGE_HEIGHT = 850;
const SUMMARY_HEIGHT = 620;
const MAX_BYTES = 150_000;
/** Not every machine has a font with ✅. */
const CHECK_MARK =
  '<svg width="26" height="26" viewBox="0 0 26 26" style="vertical-align:-4px"><rect width="26" height="26" rx="5" fill="#2da44e"/><path d="M6 13l5 5 9-10" fill="none" stroke="#fff" stroke-width="3.5"/></svg>';

const root = resolve(import.meta.dirname, '..');
const pictures = join(root, 'docs/pictures');
mkdirSync(pictures, { recursive: true });
await import('./demo.ts');

await using browser = await openChromium();
for (const colorScheme of ['light', 'dark'] as const) {
  const style = { colorScheme, timezoneId: 'UTC' };
  const report = await browser.newPage({ ...style, viewport: { width: WIDTH, height: PAGE_HEIGHT } });
  await report.goto(pathToFileURL(join(root, '.demo/report/report.html')).href);
  await report.getByRole('table', { name: 'Failures', exact: true }).waitFor();
  await save(report, `report-${colorScheme}.png`);
  const summary = await browser.newPage({ ...style, viewport: { width: WIDTH, height: SUMMARY_HEIGHT } });
  await summary.setContent(await summaryHtml());
  await save(summary, `summary-${colorScheme}.png`);
}

/** The job summary as GitHub renders it. Where the demo has stored its report matters on this machine alone. */
async function summaryHtml(): Promise<string> {
  const markdown = readFileSync(join(root, '.demo/summary.md'), 'utf8').replace(
    /^The report was not uploaded: .*\n\n/m,
    '',
  );
  const style = readFileSync(new URL(import.meta.resolve('github-markdown-css/github-markdown.css')), 'utf8');
  const body = (await marked.parse(markdown, { gfm: true })).replace('✅', CHECK_MARK);
  return `<!doctype html><style>${style} body { margin: 0; padding: 24px 32px; }</style><body class="markdown-body">${body}</body>`;
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(pictures, name);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > MAX_BYTES) throw new Error(`docs/pictures/${name} has ${size} bytes, more than ${MAX_BYTES}.`);
  console.log(`docs/pictures/${name}: ${Math.round(size / 1000)} kB`);
}
