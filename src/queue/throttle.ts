import type { Sleep } from '../runtime/sleep.ts';

/** Decides when a request may start: one rate limit and one pause for everybody who sends to the tenant. */
export interface Throttle {
  /**
   * Waits for the end of the pause and then for a turn under the rate limit. `mayStart` is asked in between; false as soon as
   * it says no. Rejects when the signal aborts.
   */
  enter(signal: AbortSignal, mayStart: () => boolean): Promise<boolean>;
  /** Nobody starts a request for `ms`. `asked`: the tenant named the time, so an answer does not end the pause. */
  pause(ms: number, asked: boolean): void;
  /** The tenant answers again: only what it asked for is waited for. */
  resume(): void;
  /** Milliseconds until the pause ends, as far as this process knows. */
  readonly pauseMs: number;
}

/** The throttle of a single process. `maxRequestsPerSecond`: 0 = no limit. */
export function createThrottle(options: {
  readonly maxRequestsPerSecond: number;
  readonly now: () => number;
  readonly sleep: Sleep;
}): Throttle {
  const { maxRequestsPerSecond, now, sleep } = options;
  let pausedUntil = 0;
  let askedUntil = 0;
  let nextSlot = 0;
  return {
    async enter(signal, mayStart) {
      for (;;) {
        while (pausedUntil > now()) await sleep(pausedUntil - now(), signal);
        if (!mayStart()) return false;
        if (maxRequestsPerSecond === 0) return true;
        const slot = Math.max(nextSlot, now());
        nextSlot = slot + 1_000 / maxRequestsPerSecond;
        if (slot > now()) await sleep(slot - now(), signal);
        // The tenant may have asked another request to wait while this one was waiting.
        if (pausedUntil <= now() && mayStart()) return true;
      }
    },
    pause(ms, asked) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
      if (asked) askedUntil = Math.max(askedUntil, now() + ms);
    },
    resume() {
      pausedUntil = askedUntil;
    },
    get pauseMs() {
      return Math.max(0, pausedUntil - now());
    },
  };
}
