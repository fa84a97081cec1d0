// Writes the table of sizes into docs/operations.md: `node scripts/sizing-table.ts`. A test compares it with the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { sizingTable } from '../src/report/forecast.ts';
import { withPart } from './marked-part.ts';

const page = new URL('../docs/operations.md', import.meta.url);
writeFileSync(page, withPart(readFileSync(page, 'utf8'), 'sizes', sizingTable()));
