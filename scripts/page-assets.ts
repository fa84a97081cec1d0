// Writes src/generated/page-assets.ts: script and style of report.html with their hashes. A test compares it with src/report/html/browser/.
import { writeFileSync } from 'node:fs';
import { pageAssets } from './page-bundle.ts';

writeFileSync(new URL('../src/generated/page-assets.ts', import.meta.url), await pageAssets());
