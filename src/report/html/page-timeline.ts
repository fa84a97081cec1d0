import { count, counted, duration } from '../../text/number-text.ts';
import type { ReportHead, ReportTimeline } from '../report-data.ts';
import { columnsOf, latencyPlot, limitAt, limitPlot, throughputPlot } from './chart.ts';
import { TABLE_END, tableRow, tableStart, text } from './page-table.ts';

/** Fewer buckets than this are no course of anything. */
const FEWEST = 3;
const PARTS = 4;

/**
 * How sending went: users a second, latency and the limit on requests over time, as pictures and as a table. Nothing when
 * the run sent nothing, or was over at once.
 */
export function* timelineSection({ requests }: ReportHead): Generator<string> {
  const { timeline, limits } = requests;
  const spanMs = timeline === null ? 0 : spanOf(timeline);
  if (timeline === null || spanMs < timeline.bucketMs * FEWEST) return;
  const columns = columnsOf(timeline, spanMs);
  const ticks = Array.from({ length: PARTS + 1 }, (_, part) => since((spanMs / PARTS) * part));
  yield `<section class="charts" aria-labelledby="sending" data-span="${spanMs}" data-bucket="${timeline.bucketMs}">
<h2 id="sending">How sending went</h2>
<p>${summary(timeline, spanMs, requests)}</p>
<div class="plots" aria-hidden="true">
${figure('Users a second', [key('created', 'created or updated'), key('failed', 'refused or given up')], throughputPlot(columns))}
${figure('Time to answer', [key('p95', '95 % of requests'), key('p50', 'half of them'), 'logarithmic'], latencyPlot(timeline, spanMs))}
${figure('Requests allowed in flight', [], limitPlot(limits, spanMs), 'low')}
<ol class="ticks">${ticks.map((tick) => `<li>${tick}</li>`).join('')}</ol>
<p class="readout dim">Since sending began. Point at a picture for its numbers.</p>
</div>
<details>
<summary>The numbers as a table</summary>
`;
  yield* numbers(timeline, limits);
  yield '</details>\n</section>\n';
}

function spanOf({ buckets, bucketMs }: ReportTimeline): number {
  return (buckets.at(-1)?.ms ?? 0) + bucketMs;
}

function summary(
  { startedAt, buckets }: ReportTimeline,
  spanMs: number,
  { latencyMs }: ReportHead['requests'],
): string {
  const users = buckets.reduce((sum, { settled, failed }) => sum + settled + failed, 0);
  const rate = users / (spanMs / 1000);
  const began = text(startedAt.slice(11, 19), 8);
  return `Sending began at ${began} UTC and took ${duration(spanMs)}: ${counted(users, 'user')}, ${rateText(rate)} a second on average. Half of the requests were answered within ${duration(latencyMs.p50)}, 95 % within ${duration(latencyMs.p95)}, the slowest after ${duration(latencyMs.max)}.`;
}

/** Quarters of a short run are no whole seconds. */
function since(ms: number): string {
  if (ms === 0) return '0';
  return ms < 60_000 ? `${Number((ms / 1000).toFixed(1))} s` : duration(ms);
}

function rateText(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : count(rate);
}

function key(tone: string, name: string): string {
  return `<span class="key ${tone}">${name}</span>`;
}

function figure(
  title: string,
  keys: readonly string[],
  { scale, picture }: { readonly scale: readonly string[]; readonly picture: string },
  size = '',
): string {
  const marks = scale.map((mark) => `<li>${mark}</li>`).join('');
  return `<figure${size === '' ? '' : ` class="${size}"`}>
<figcaption><strong>${title}</strong> ${keys.join(' ')}</figcaption>
<ol class="scale">${marks}</ol>
<svg viewBox="0 0 1000 100" preserveAspectRatio="none">${picture}<line class="cursor" y1="0" y2="100"/></svg>
</figure>`;
}

const COLUMNS = ['#Since', '#Users', '#Refused', '#Requests', '#Half within', '#95 % within', '#Allowed in flight'];

function* numbers({ buckets, bucketMs }: ReportTimeline, limits: ReportHead['requests']['limits']): Generator<string> {
  const caption = `Each line is ${duration(bucketMs)} long; those in which nothing ended are left out.`;
  yield tableStart('Sending over time', COLUMNS, { caption, heading: false });
  for (const { ms, settled, failed, requests, p50, p95 } of buckets) {
    const latencies = [p50, p95].map((latency) => (latency === null ? '' : duration(latency)));
    const cells = [duration(ms), count(settled), count(failed), count(requests), ...latencies];
    yield tableRow(COLUMNS, [...cells, count(limitAt(limits, ms))], ms);
  }
  yield TABLE_END;
}
