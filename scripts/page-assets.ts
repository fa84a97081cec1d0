// Writes src/report/page-assets.ts: script and style of report.html with their hashes. A test compares it with src/report/page/.
import { writeFileSync } from 'node:fs';
import { pageAssets } from './page-bundle.ts';

writeFileSync(new URL('../src/report/page-assets.ts', import.meta.url), await pageAssets());
