import { OUTCOMES, type Outcome } from '../../plan/row.ts';
import { outcomeText } from '../language/outcome-text.ts';
import type { Words } from '../language/words.ts';
import { isRehearsal } from '../rehearsal.ts';
import { FAILURE_OUTCOMES, type ReportHead, successOutcomes } from '../report-data.ts';
import { flowPicture } from './page-flow.ts';

/** The way of the rows as a picture and as counts; the counts link to the lists of their rows. */
export function outcomeTotals(head: ReportHead, words: Words): string {
  const { totals } = head;
  const rehearsed = isRehearsal(head);
  const ended = OUTCOMES.filter((outcome) => totals[outcome] > 0);
  const listed = successOutcomes(head.mode);
  const tiles = ended.map((outcome) => {
    const name = outcomeText(outcome, rehearsed, words);
    const share = shareOf(totals[outcome], totals.rows, words);
    return `<li class="${outcome}"><b>${words.count(totals[outcome])}</b> ${linked(outcome, name, listed)} <span class="dim">${share}</span></li>`;
  });
  const rows = words.text('outcomes.rows', { n: totals.rows });
  return `<section>
<h2 id="outcomes">${words.text('flow.title')}</h2>
<ul class="tiles"><li><b>${words.count(totals.rows)}</b> ${rows}</li>${tiles.join('')}</ul>
${flowPicture(head, words)}</section>
`;
}

function linked(outcome: Outcome, name: string, listed: readonly Outcome[]): string {
  if (FAILURE_OUTCOMES.some((failure) => failure === outcome)) return `<a href="#outcome=${outcome}">${name}</a>`;
  if (listed.includes(outcome)) return `<a href="#list=successes&#38;outcome=${outcome}">${name}</a>`;
  return name;
}

function shareOf(rows: number, all: number, words: Words): string {
  const percent = (rows / Math.max(1, all)) * 100;
  if (percent < 0.1) return `&lt; ${percentText(0.1, words)}`;
  // Rounding must not turn "nearly all" into "all".
  return percent > 99.9 && rows < all ? `&gt; ${percentText(99.9, words)}` : percentText(percent, words);
}

function percentText(percent: number, words: Words): string {
  return words.text('share.percent', { percent: words.decimal(percent, 1) });
}
