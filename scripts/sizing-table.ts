// Writes the tables of docs/how-long.md: `node scripts/sizing-table.ts`. A test compares them with the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { durationTable, sizingTable } from '../src/report/forecast.ts';
import { withPart } from './marked-part.ts';

const page = new URL('../docs/how-long.md', import.meta.url);
const text = withPart(readFileSync(page, 'utf8'), 'durations', durationTable());
writeFileSync(page, withPart(text, 'sizes', sizingTable()));
