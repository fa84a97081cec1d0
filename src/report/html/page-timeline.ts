import type { LimitHistory } from '../../apply/concurrency-limiter.ts';
import type { TimelineSummary } from '../../apply/timeline.ts';
import { count, counted, duration } from '../../text/number-text.ts';
import type { ReportHead } from '../report-data.ts';
import { latencyPlot, limitAt, limitPlot, throughputBars, throughputPlot } from './chart.ts';
import { TABLE_END, tableRow, tableStart, text } from './page-table.ts';

/** A chart of fewer buckets shows no development. */
const MIN_BUCKETS = 3;
const TICK_INTERVALS = 4;

/**
 * How sending went over time: users per second, response times and the limit on concurrent requests, as charts and as a
 * table. Empty when the run sent nothing or was too short for a chart.
 */
export function* timelineSection({ requests }: ReportHead): Generator<string> {
  const { timeline, limits } = requests;
  const spanMs = timeline === null ? 0 : spanOf(timeline);
  if (timeline === null || spanMs < timeline.bucketMs * MIN_BUCKETS) return;
  const bars = throughputBars(timeline, spanMs);
  const ticks = Array.from({ length: TICK_INTERVALS + 1 }, (_, part) => since((spanMs / TICK_INTERVALS) * part));
  yield `<section class="charts" aria-labelledby="sending" data-span="${spanMs}" data-bucket="${timeline.bucketMs}">
<h2 id="sending">Sending over time</h2>
<p>${summary(timeline, spanMs, requests)}</p>
<div class="plots" aria-hidden="true">
${figure('Users per second', [key('created', 'created or updated'), key('failed', 'failed or unanswered')], throughputPlot(bars))}
${figure('Response time', [key('p95', '95th percentile'), key('p50', 'median'), 'logarithmic scale'], latencyPlot(timeline, spanMs))}
${figure('Limit on concurrent requests', [], limitPlot(limits, spanMs), 'low')}
<ol class="ticks">${ticks.map((tick) => `<li>${tick}</li>`).join('')}</ol>
<p class="readout dim">Time since sending began. Point at a chart to see its values.</p>
</div>
<details>
<summary>Show the values as a table</summary>
`;
  yield* numbers(timeline, limits);
  yield '</details>\n</section>\n';
}

function spanOf({ buckets, bucketMs }: TimelineSummary): number {
  return (buckets.at(-1)?.ms ?? 0) + bucketMs;
}

function summary(
  { startedAt, buckets }: TimelineSummary,
  spanMs: number,
  { latencyMs }: ReportHead['requests'],
): string {
  const users = buckets.reduce((sum, { settled, failed }) => sum + settled + failed, 0);
  const rate = users / (spanMs / 1000);
  const began = text(startedAt.slice(11, 19), 8);
  return `Sending began at ${began} UTC and took ${duration(spanMs)}: ${counted(users, 'user')}, ${rateText(rate)} per second on average. Half of the requests were answered within ${duration(latencyMs.p50)}, 95% within ${duration(latencyMs.p95)}, the slowest after ${duration(latencyMs.max)}.`;
}

/** The quarters of a short run are often fractions of a second. */
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

const COLUMNS = ['#Time', '#Settled', '#Failed', '#Requests', '#Median', '#95th percentile', '#Request limit'];

function* numbers({ buckets, bucketMs }: TimelineSummary, limits: LimitHistory): Generator<string> {
  const caption = `Each row covers ${duration(bucketMs)}; rows without activity are left out.`;
  yield tableStart('Values of the charts', COLUMNS, { caption, heading: false });
  for (const { ms, settled, failed, requests, p50, p95 } of buckets) {
    const latencies = [p50, p95].map((latency) => (latency === null ? '' : duration(latency)));
    const cells = [duration(ms), count(settled), count(failed), count(requests), ...latencies];
    yield tableRow(COLUMNS, [...cells, count(limitAt(limits, ms))], ms);
  }
  yield TABLE_END;
}
