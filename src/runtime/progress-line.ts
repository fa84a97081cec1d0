import { count, duration } from '../text/number-text.ts';

/** The progress of a run. `msLeft` is null and `perSecond` 0 as long as they are unknown. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly perSecond: number;
  readonly failed: number;
  readonly msLeft: number | null;
}

/** `18,450 of 1,000,000 users · 1,230/s · 3 failed · 13 min left` */
export function progressLine({ done, total, perSecond, failed, msLeft }: Progress): string {
  const rate = perSecond > 0 && perSecond < 9.95 ? perSecond.toFixed(1) : count(perSecond);
  const parts = [`${count(done)} of ${count(total)} users`];
  if (perSecond > 0) parts.push(`${rate}/s`);
  parts.push(`${count(failed)} failed`);
  // Milliseconds would flicker at the end of a run.
  if (msLeft !== null) parts.push(`${duration(Math.max(1000, msLeft))} left`);
  return parts.join(' · ');
}
