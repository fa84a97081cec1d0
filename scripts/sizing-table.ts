// Writes the table of sizes into docs/operations.md: `node scripts/sizing-table.ts`. A test compares it with the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { sizingTable } from '../src/report/forecast.ts';

const page = new URL('../docs/operations.md', import.meta.url);
const MARKS = ['<!-- scripts/sizing-table.ts writes from here -->\n', '\n<!-- to here -->'] as const;

if (import.meta.main) {
  const [before, rest = ''] = readFileSync(page, 'utf8').split(MARKS[0]);
  const after = rest.slice(rest.indexOf(MARKS[1]));
  writeFileSync(page, `${before}${MARKS[0]}${sizingTable()}${after}`);
}

/** The table as the page has it. */
export function writtenTable(): string {
  const rest = readFileSync(page, 'utf8').split(MARKS[0])[1] ?? '';
  return rest.slice(0, rest.indexOf(MARKS[1]));
}
