import type { RequestSummary } from '../../apply/request-stats.ts';
import type { TimelineSummary } from '../../apply/timeline.ts';
import type { Words } from '../language/words.ts';
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
export function* timelineSection({ requests }: ReportHead, words: Words): Generator<string> {
  const { timeline, limits } = requests;
  const spanMs = timeline === null ? 0 : spanOf(timeline);
  if (timeline === null || spanMs < timeline.bucketMs * MIN_BUCKETS) return;
  const bars = throughputBars(timeline, spanMs);
  const ticks = Array.from({ length: TICK_INTERVALS + 1 }, (_, part) => since((spanMs / TICK_INTERVALS) * part, words));
  const users = [key('created', words.text('sending.settled')), key('failed', words.text('sending.failed'))];
  const latencies = [
    key('p95', words.text('sending.p95')),
    key('p50', words.text('sending.p50')),
    words.text('sending.log'),
  ];
  yield `<section class="charts" aria-labelledby="sending-title" data-span="${spanMs}" data-bucket="${timeline.bucketMs}">
<h2 id="sending-title">${words.text('sending.title')}</h2>
<p>${summary(timeline, spanMs, requests, words)}</p>
<div class="plots" aria-hidden="true">
${figure(words.text('sending.users'), users, throughputPlot(bars, words))}
${figure(words.text('sending.latency'), latencies, latencyPlot(timeline, spanMs, words))}
${figure(words.text('sending.limit'), [], limitPlot(limits, spanMs, words), 'low')}
<ol class="ticks">${ticks.map((tick) => `<li>${tick}</li>`).join('')}</ol>
<p class="readout dim">${words.text('sending.point')}</p>
</div>
<details>
<summary>${words.text('sending.show')}</summary>
`;
  yield* numbers(timeline, limits, words);
  yield '</details>\n</section>\n';
}

function spanOf({ buckets, bucketMs }: TimelineSummary): number {
  return (buckets.at(-1)?.ms ?? 0) + bucketMs;
}

function summary(
  { startedAt, buckets }: TimelineSummary,
  spanMs: number,
  { latencyMs }: ReportHead['requests'],
  words: Words,
): string {
  const users = buckets.reduce((sum, { settled, failed }) => sum + settled + failed, 0);
  const rate = users / (spanMs / 1000);
  return words.text('sending.summary', {
    n: users,
    at: text(startedAt.slice(11, 19), 8),
    took: words.duration(spanMs),
    rate: rateText(rate, words),
    p50: words.duration(latencyMs.p50),
    p95: words.duration(latencyMs.p95),
    max: words.duration(latencyMs.max),
  });
}

/** The quarters of a short run are often fractions of a second. */
function since(ms: number, words: Words): string {
  if (ms === 0) return '0';
  return ms < 60_000 ? `${words.decimal(ms / 1000, 1)} s` : words.duration(ms);
}

function rateText(rate: number, words: Words): string {
  return rate < 10 ? words.decimal(rate, 1, 1) : words.count(rate);
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

const COLUMNS = [
  'sending.column.time',
  'sending.column.settled',
  'sending.column.failed',
  'sending.column.requests',
  'sending.column.p50',
  'sending.p95',
  'sending.column.limit',
] as const;

function* numbers(
  { buckets, bucketMs }: TimelineSummary,
  limits: RequestSummary['limits'],
  words: Words,
): Generator<string> {
  const columns = COLUMNS.map((key) => `#${words.text(key)}`);
  const caption = words.text('sending.each', { span: words.duration(bucketMs) });
  yield tableStart(words.text('sending.values'), columns, { caption, heading: false });
  for (const { ms, settled, failed, requests, p50, p95 } of buckets) {
    const latencies = [p50, p95].map((latency) => (latency === null ? '' : words.duration(latency)));
    const cells = [words.duration(ms), ...[settled, failed, requests].map(words.count), ...latencies];
    yield tableRow(columns, [...cells, words.count(limitAt(limits, ms))], ms);
  }
  yield TABLE_END;
}
