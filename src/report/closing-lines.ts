import { count, counted, duration } from '../text/number-text.ts';
import { summarizeComparison } from './comparison-summary.ts';
import type { FailureGroup } from './failure-tally.ts';
import type { Words } from './language/words.ts';
import { wordsOf } from './language/words-of.ts';
import { planLine } from './log-lines.ts';
import { isRehearsal } from './rehearsal.ts';
import type { MissingReport, ReportHead } from './report-data.ts';
import { countsText } from './sections/changed-users.ts';
import { undoCounts } from './sections/undo-section.ts';

/** Reasons that the end of a log lists; the report has all of them. */
const MAX_REASONS = 10;

/**
 * What became of the rows, for the end of a log: the most frequent reasons, the plan digest, the path of the report. `more`
 * returns details of a reason, for logs without annotations. `verdictLine` comes after these.
 */
export function closingLines(
  head: ReportHead,
  groups: readonly FailureGroup[],
  reportPath: string,
  more: ((group: FailureGroup) => string) | null = null,
): string[] {
  const words = wordsOf('en');
  const lines: string[] = [];
  for (const group of groups.slice(0, MAX_REASONS)) {
    const { code, outcome, count: rows } = group;
    lines.push(`  ${count(rows)} ${outcome}${code === outcome ? '' : `: ${code}`}`);
    if (more !== null) lines.push(`    ${more(group)}`);
  }
  for (const [code, rows] of Object.entries(head.warnings)) lines.push(`  ${counted(rows, 'warning')}: ${code}`);
  if (head.missing !== undefined) lines.push(`Missing users: ${countsOfMissing(head.missing, words)}`);
  if (head.undo !== undefined) lines.push(`Users of the run: ${countsText(undoCounts(head.undo), words)}`);
  if (head.comparison !== null) {
    const { headline, alerts } = summarizeComparison(head.comparison, words);
    lines.push(headline, ...alerts.map((alert) => `  ${alert}`));
  }
  if (head.planDigest !== null) lines.push(`Plan digest: ${head.planDigest}`);
  lines.push(`Report: ${reportPath}`);
  return lines;
}

/** How the run ended, with the totals. */
export function verdictLine(head: ReportHead): string {
  const { mode, outcome, durationMs, totals } = head;
  const rehearsed = isRehearsal(head);
  const took = `${rehearsed ? 'rehearsal' : mode} ${outcome} after ${duration(durationMs)}`;
  if (mode === 'undo') return took;
  // "0 rows" would suggest an empty export.
  return outcome === 'error' && totals.rows === 0
    ? `${took}, before any row was read`
    : `${took}: ${planLine(totals, rehearsed)}`;
}

function countsOfMissing({ users: _, ...counts }: MissingReport, words: Words): string {
  return countsText(counts, words);
}
