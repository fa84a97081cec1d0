import type { Random } from './random.ts';
import { type Sleep, sleep } from './sleep.ts';

/**
 * Time and chance, as a run needs them. The two readings are never compared with each other: somebody, or NTP, may set the
 * machine's clock while a run waits.
 */
export interface Clock {
  /** Milliseconds since some moment; they only grow, at the pace of time. For waits, limits, rates and durations. */
  readonly now: () => number;
  /** Milliseconds since 1970 by the machine's clock, which may step. For dates that are shown, stored or received. */
  readonly wallNow: () => number;
  readonly sleep: Sleep;
  readonly random: Random;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  // Whole milliseconds, as reports have them.
  now: () => Math.floor(performance.now()),
  // Not the function itself: a test may replace it later.
  wallNow: () => Date.now(),
  sleep,
  random: Math.random,
};
