import { OUTCOMES, type Totals } from '../plan/row.ts';
import type { ExportFile } from '../source/record.ts';
import { count, counted, size } from '../text/number-text.ts';
import { outcomeText } from './language/outcome-text.ts';
import { wordsOf } from './language/words-of.ts';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** What was detected about a file: `users.csv: csv (semicolon), windows-1252, 2.0 MB gzip`. */
export function fileLine({ name, format, delimiter, encoding, bytes, compression }: ExportFile): string {
  const cells = delimiter === null ? '' : ` (${DELIMITERS[delimiter]})`;
  const packed = compression === 'none' ? '' : ` ${compression}`;
  return `${name}: ${format}${cells}, ${encoding}, ${size(bytes)}${packed}`;
}

/** The result of a plan: `10,000 rows: 9,594 planned · 148 skipped · 178 invalid · 80 duplicate`. */
export function planLine(totals: Totals, rehearsed = false): string {
  return `${counted(totals.rows, 'row')}${outcomeCounts(totals, rehearsed)}`;
}

/** A colon and the outcomes that occur; empty for an export without rows. */
function outcomeCounts(totals: Totals, rehearsed: boolean): string {
  const words = wordsOf('en');
  const parts = OUTCOMES.filter((outcome) => totals[outcome] > 0).map(
    (outcome) => `${count(totals[outcome])} ${outcomeText(outcome, rehearsed, words)}`,
  );
  return parts.length === 0 ? '' : `: ${parts.join(' · ')}`;
}
