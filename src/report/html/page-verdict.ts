import type { TextKey, Words } from '../language/words.ts';
import { isRehearsal } from '../rehearsal.ts';
import type { ReportHead, RunOutcome } from '../report-data.ts';
import type { SourceLinks } from '../source-links.ts';
import type { UsedLimit } from '../used-limit.ts';
import { englishMark } from './page-message.ts';
import { placedText } from './page-place.ts';
import { text } from './page-table.ts';

const TONES: { readonly [outcome in RunOutcome]: string } = {
  succeeded: 'good',
  failed: 'bad',
  aborted: 'bad',
  cancelled: 'warn',
  error: 'bad',
};
/** From these shares of rows with problems on, even a run that succeeded is not shown as good. */
const [WARN_ABOVE, BAD_ABOVE] = [0.05, 0.5];

/** The tone of a run: a plan of which most rows are invalid is not green, whatever `fail-above` allows. */
export function runTone({ outcome, totals }: ReportHead): string {
  const share = problemsOf(totals) / Math.max(1, totals.rows);
  if (outcome !== 'succeeded' || share <= WARN_ABOVE) return TONES[outcome];
  return share > BAD_ABOVE ? 'bad' : 'warn';
}

function problemsOf({ invalid, failed, unknown }: ReportHead['totals']): number {
  return invalid + failed + unknown;
}

/** What happened, why, what to do next, and how much of the limits was used. */
export function verdict(
  head: ReportHead,
  notes: readonly string[],
  limits: readonly UsedLimit[],
  links: SourceLinks,
  words: Words,
): string {
  const reasons = notes.map((note) => `<p${englishMark(words)}>${placedText(note, links, 1000)}</p>\n`).join('');
  return `<section id="result" class="verdict ${runTone(head)}" aria-labelledby="result-title">
<h2 id="result-title" class="hidden">${words.text('verdict.title')}</h2>
<p class="headline">${sentences(head, words).join(' ')}</p>
${reasons}<h3>${words.text('verdict.next')}</h3>
<p>${words.text(nextStep(head))}</p>
${limitList(limits, words)}</section>
`;
}

function sentences(head: ReportHead, words: Words): string[] {
  const { mode, outcome, totals, check, undo } = head;
  if (mode === 'check' && totals.rows === 0) {
    const n = (check?.findings ?? []).filter(({ severity }) => severity === 'error').length;
    return [words.text('verdict.findings', { n })];
  }
  if (mode === 'undo')
    return undo === undefined ? [] : [words.text('verdict.undone', { n: undo.undone, all: undo.total })];
  if (totals.rows === 0) return [words.text(outcome === 'error' ? 'verdict.unread' : 'page.no-rows')];
  const problems = problemsOf(totals);
  return [
    arrived(head, words),
    problems === 0
      ? words.text('verdict.fine')
      : words.text(mode === 'plan' ? 'verdict.invalid' : 'verdict.problems', { n: problems }),
    ...(totals.unsent === 0 ? [] : [words.text('verdict.unsent', { n: totals.unsent })]),
    ...(totals.unchanged === 0 ? [] : [words.text('verdict.unchanged', { n: totals.unchanged })]),
  ];
}

function arrived(head: ReportHead, words: Words): string {
  const { mode, totals } = head;
  const rows = words.text('rows', { n: totals.rows });
  if (mode !== 'apply') return words.text('verdict.planned', { n: totals.planned, rows });
  const n = totals.created + totals.updated;
  if (n === 0) return words.text('verdict.nothing');
  return words.text(isRehearsal(head) ? 'verdict.rehearsed' : 'verdict.imported', { n, rows });
}

function nextStep(head: ReportHead): Extract<TextKey, `next.${string}`> {
  const { mode, outcome, totals, undo } = head;
  const hasProblems = problemsOf(totals) > 0;
  switch (outcome) {
    case 'error':
      return 'next.error';
    case 'cancelled':
      return mode === 'apply' ? 'next.cancelled' : 'next.error';
    case 'aborted':
      return head.requests.sent === 0 ? 'next.aborted-before' : 'next.aborted';
    case 'failed':
      if (mode === 'check') return 'next.check';
      if (mode === 'undo') return 'next.undo';
      if (!hasProblems) return 'next.error';
      return mode === 'plan' ? 'next.failed-plan' : 'next.failed';
    case 'succeeded':
      if (mode === 'undo') return (undo?.planned ?? 0) > 0 ? 'next.undo-planned' : 'next.done';
      if (mode === 'plan') return plannedStep(totals, hasProblems);
      if (mode === 'check') return 'next.done';
      if (isRehearsal(head) && !hasProblems) return 'next.rehearsed';
      if (totals.unsent > 0) return 'next.pilot';
      return hasProblems ? 'next.imported-some' : 'next.done';
  }
}

function plannedStep({ planned }: ReportHead['totals'], hasProblems: boolean): Extract<TextKey, `next.${string}`> {
  if (hasProblems) return 'next.planned-some';
  return planned === 0 ? 'next.nothing-planned' : 'next.planned';
}

function limitList(limits: readonly UsedLimit[], words: Words): string {
  if (limits.length === 0) return '';
  const items = limits.map(({ kind, limit, used, allowed }) => {
    const width = Math.min(100, (used / Math.max(1, allowed)) * 100).toFixed(1);
    const tone = used > allowed ? 'bad' : used > allowed * 0.8 && used > 0 ? 'warn' : 'good';
    const bar = `<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="${tone}" width="${width}" height="4"/></svg>`;
    const name = words.text(`limit.${kind}`, { limit: text(limit, 20) });
    return `<div><dt>${name}</dt><dd>${words.text('limit.used', { used, allowed })}${bar}</dd></div>\n`;
  });
  return `<h3>${words.text('limit.title')}</h3>\n<dl class="limits">\n${items.join('')}</dl>\n`;
}
