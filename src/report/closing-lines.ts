import { comparisonStory } from './comparison-story.ts';
import type { FailureGroup } from './failure-tally.ts';
import { endings } from './log-lines.ts';
import { count, counted, duration } from './number-text.ts';
import type { ReportHead } from './report-data.ts';

/** Reasons that are told one by one at the end of a log; the report has them all. */
const REASONS = 10;

/** How a run ended, for the end of a log: totals, the commonest reasons, where the report lies. */
export function closingLines(head: ReportHead, groups: readonly FailureGroup[], reportPath: string): string[] {
  const lines = [
    `${head.mode} ${head.outcome} after ${duration(head.durationMs)}: ${counted(head.totals.rows, 'row')}${endings(head.totals)}`,
  ];
  for (const { code, outcome, count: rows } of groups.slice(0, REASONS))
    lines.push(`  ${count(rows)} ${outcome}${code === outcome ? '' : `: ${code}`}`);
  for (const [code, rows] of Object.entries(head.warnings)) lines.push(`  ${count(rows)} warned: ${code}`);
  if (head.comparison !== null) {
    const { headline, alerts } = comparisonStory(head.comparison);
    lines.push(headline, ...alerts.map((alert) => `  ${alert}`));
  }
  if (head.planDigest !== null) lines.push(`Plan digest: ${head.planDigest}`);
  lines.push(`Report: ${reportPath}`);
  return lines;
}
