import { count, duration } from '../text/number-text.ts';
import { comparisonStory } from './comparison-story.ts';
import type { FailureGroup } from './failure-tally.ts';
import { planLine } from './log-lines.ts';
import type { ReportHead } from './report-data.ts';

/** Reasons that are told one by one at the end of a log; the report has them all. */
const REASONS = 10;

/**
 * How a run ended, for the end of a log: totals, the commonest reasons, where the report lies. `more` is what is told of a
 * reason besides, where no annotation tells it.
 */
export function closingLines(
  head: ReportHead,
  groups: readonly FailureGroup[],
  reportPath: string,
  more: ((group: FailureGroup) => string) | null = null,
): string[] {
  const lines = [ending(head)];
  for (const group of groups.slice(0, REASONS)) {
    const { code, outcome, count: rows } = group;
    lines.push(`  ${count(rows)} ${outcome}${code === outcome ? '' : `: ${code}`}`);
    if (more !== null) lines.push(`    ${more(group)}`);
  }
  for (const [code, rows] of Object.entries(head.warnings)) lines.push(`  ${count(rows)} warned: ${code}`);
  if (head.comparison !== null) {
    const { headline, alerts } = comparisonStory(head.comparison);
    lines.push(headline, ...alerts.map((alert) => `  ${alert}`));
  }
  if (head.planDigest !== null) lines.push(`Plan digest: ${head.planDigest}`);
  lines.push(`Report: ${reportPath}`);
  return lines;
}

function ending({ mode, outcome, durationMs, totals }: ReportHead): string {
  const took = `${mode} ${outcome} after ${duration(durationMs)}`;
  // "0 rows" would read as if the export were empty.
  return outcome === 'error' && totals.rows === 0 ? `${took}, before any row was read` : `${took}: ${planLine(totals)}`;
}
