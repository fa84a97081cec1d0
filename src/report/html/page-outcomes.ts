import { OUTCOMES, type Outcome } from '../../plan/row.ts';
import { count } from '../../text/number-text.ts';
import { outcomeWords } from '../outcome-words.ts';
import { isRehearsal } from '../rehearsal.ts';
import { FAILURE_OUTCOMES, type ReportHead } from '../report-data.ts';

/** So that ten rows of a million are still visible. */
const MIN_WIDTH = 5;
const BAR = 1000;

/** The outcomes as a bar and as counts; the counts of failures link to the table of failures. */
export function outcomeTotals(head: ReportHead): string {
  const { totals } = head;
  const rehearsed = isRehearsal(head);
  const ended = OUTCOMES.filter((outcome) => totals[outcome] > 0);
  const widths = barWidths(ended.map((outcome) => totals[outcome]));
  let at = 0;
  const bars = ended.map((outcome, index) => {
    const width = widths[index] ?? 0;
    const bar = `<rect class="${outcome}" x="${at.toFixed(1)}" width="${width.toFixed(1)}" height="10"/>`;
    at += width;
    return bar;
  });
  const tiles = ended.map((outcome) => tile(outcome, outcomeWords(outcome, rehearsed), totals[outcome], totals.rows));
  return `<section aria-labelledby="outcomes">
<h2 id="outcomes" class="hidden">Outcomes</h2>
<svg class="bar" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>
<ul class="tiles"><li><b>${count(totals.rows)}</b> ${totals.rows === 1 ? 'row' : 'rows'}</li>${tiles.join('')}</ul>
</section>
`;
}

function tile(outcome: Outcome, words: string, rows: number, all: number): string {
  const isFailure = FAILURE_OUTCOMES.some((failure) => failure === outcome);
  const name = isFailure ? `<a href="#outcome=${outcome}">${words}</a>` : words;
  return `<li class="${outcome}"><b>${count(rows)}</b> ${name} <span class="dim">${share(rows, all)}</span></li>`;
}

function share(rows: number, all: number): string {
  const percent = (rows / Math.max(1, all)) * 100;
  if (percent < 0.1) return '&lt; 0.1%';
  // Rounding must not turn "nearly all" into "all".
  return percent > 99.9 && rows < all ? '&gt; 99.9%' : `${Number(percent.toFixed(1))}%`;
}

/** Widths that add up to the bar's; what the narrow ones gain is taken from the widest. */
function barWidths(counts: readonly number[]): number[] {
  const all = Math.max(
    1,
    counts.reduce((sum, rows) => sum + rows, 0),
  );
  const widths = counts.map((rows) => Math.max(MIN_WIDTH, (rows / all) * BAR));
  const excess = widths.reduce((sum, width) => sum + width, 0) - BAR;
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, index) => (index === widest ? Math.max(MIN_WIDTH, width - excess) : width));
}
