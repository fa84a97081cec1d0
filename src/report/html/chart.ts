import type { RequestSummary } from '../../apply/request-stats.ts';
import type { TimelineSummary } from '../../apply/timeline.ts';
import type { Words } from '../language/words.ts';
import { svgNumber } from './svg-number.ts';

/** A chart drawn in a box of 1000 × 100, and the labels of its vertical axis, from top to bottom in equal steps. */
export interface Plot {
  readonly scale: readonly string[];
  readonly picture: string;
}

/** Users per second in one part of the run; the bars cover the run from start to end. */
export interface ThroughputBar {
  readonly settled: number;
  readonly failed: number;
}

/** More bars than this are too narrow to read on a screen. */
const MAX_BARS = 120;

/** Sums the buckets up to at most `MAX_BARS` bars of equal width. */
export function throughputBars({ buckets, bucketMs }: TimelineSummary, spanMs: number): ThroughputBar[] {
  const all = Math.ceil(spanMs / bucketMs);
  const each = Math.ceil(all / MAX_BARS);
  const bars = Array.from({ length: Math.ceil(all / each) }, () => ({ settled: 0, failed: 0 }));
  for (const { ms, settled, failed } of buckets) {
    const bar = bars[Math.floor(ms / bucketMs / each)];
    if (bar === undefined) continue;
    const seconds = (each * bucketMs) / 1000;
    bar.settled += settled / seconds;
    bar.failed += failed / seconds;
  }
  return bars;
}

/** Settled users per second, with failed ones stacked on top. */
export function throughputPlot(bars: readonly ThroughputBar[], words: Words): Plot {
  const top = roundTop(Math.max(...bars.map(({ settled, failed }) => settled + failed)));
  const width = 1000 / bars.length;
  const area = (from: (bar: ThroughputBar) => number, to: (bar: ThroughputBar) => number): string =>
    bars
      .map((bar, index) => {
        const [low, high] = [100 - (from(bar) / top) * 100, 100 - (to(bar) / top) * 100];
        return low === high
          ? ''
          : `M${svgNumber(index * width)} ${svgNumber(low)}V${svgNumber(high)}H${svgNumber((index + 1) * width)}V${svgNumber(low)}Z`;
      })
      .join('');
  const settled = area(
    () => 0,
    (bar) => bar.settled,
  );
  const failed = area(
    (bar) => bar.settled,
    (bar) => bar.settled + bar.failed,
  );
  const picture = `${grid(2)}<path class="created" d="${settled}"/><path class="failed" d="${failed}"/>`;
  return { scale: [top, top / 2, 0].map((value) => short(value, words)), picture };
}

/** Latencies on a scale from their lowest to their highest power of ten, so that a time-out does not flatten the rest. */
export function latencyPlot({ buckets, bucketMs }: TimelineSummary, spanMs: number, words: Words): Plot {
  const answered = buckets.flatMap(({ ms, p50, p95 }) => (p50 === null || p95 === null ? [] : [{ ms, p50, p95 }]));
  const power = (latency: number): number => Math.log10(Math.max(1, latency));
  const lowest = Math.floor(power(Math.min(...answered.map(({ p50 }) => p50))));
  const highest = Math.max(lowest + 1, Math.ceil(power(Math.max(...answered.map(({ p95 }) => p95)))));
  const line = (of: 'p50' | 'p95'): string =>
    answered
      .map((bucket) => {
        const x = ((bucket.ms + bucketMs / 2) / spanMs) * 1000;
        return `${svgNumber(x)},${svgNumber(100 - ((power(bucket[of]) - lowest) / (highest - lowest)) * 100)}`;
      })
      .join(' ');
  const scale = Array.from({ length: highest - lowest + 1 }, (_, step) => latency(10 ** (highest - step), words));
  const lines = `<polyline class="p95" points="${line('p95')}"/><polyline class="p50" points="${line('p50')}"/>`;
  return { scale, picture: `${grid(highest - lowest)}${lines}` };
}

/** The limit on concurrent requests as a step line. */
export function limitPlot(limits: RequestSummary['limits'], spanMs: number, words: Words): Plot {
  const top = Math.max(1, ...limits.map(([, limit]) => limit));
  const y = (limit: number): string => svgNumber(100 - (limit / top) * 100);
  const steps = limits
    .filter(([ms]) => ms < spanMs)
    .map(([ms, limit], index) => (index === 0 ? `M0 ${y(limit)}` : `H${svgNumber((ms / spanMs) * 1000)}V${y(limit)}`));
  if (steps.length === 0) steps.push(`M0 ${y(top)}`);
  const line = `${steps.join('')}H1000`;
  return { scale: [words.count(top), '0'], picture: `${grid(1)}<path class="limit" d="${line}"/>` };
}

/** How many concurrent requests were allowed at `ms`; 0 when it is not known. */
export function limitAt(limits: RequestSummary['limits'], ms: number): number {
  return limits.findLast(([since]) => since <= ms)?.[1] ?? limits[0]?.[1] ?? 0;
}

function grid(steps: number): string {
  const lines = Array.from({ length: steps + 1 }, (_, step) => `M0 ${svgNumber((100 / steps) * step)}H1000`);
  return `<path class="grid" d="${lines.join('')}"/>`;
}

/** The next round number above `value` whose half is also round. */
function roundTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
  const step = [1, 2, 4, 6, 8].find((step) => value <= step * power) ?? 10;
  return step * power;
}

function short(value: number, words: Words): string {
  return value < 5 ? words.decimal(value, 2) : words.count(value);
}

function latency(ms: number, words: Words): string {
  return ms < 1000 ? `${ms} ms` : `${words.count(ms / 1000)} s`;
}
