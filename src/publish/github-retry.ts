import { type Clock, systemClock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { duration } from '../text/number-text.ts';
import { gitHubFailure } from './github-failure.ts';

/** How long a run waits for GitHub, and what ends the wait. */
export interface GitHubPatience extends Pick<Clock, 'now' | 'wallNow' | 'sleep'> {
  /** Ends every call and every wait at once, with its reason. */
  readonly stop: AbortSignal;
  /** When the run must be over, on the clock `now`; a longer wait is not begun. */
  readonly until: number;
}

/** GitHub's limits end within an hour; a longer one is not waited for. */
const LONGEST_WAIT_MS = 61 * 60 * 1_000;
/** Waits before the 2nd, 3rd and 4th try, as `@octokit/plugin-retry` does it. */
const WAITS_MS = [1_000, 4_000, 9_000] as const;

/** Patience on the real clock until `stop` aborts; `limitMs`: how long the run may last from now on (0: no limit). */
export function gitHubPatience(stop: AbortSignal, limitMs: number): GitHubPatience {
  const until = limitMs === 0 ? Number.POSITIVE_INFINITY : systemClock.now() + limitMs;
  return { ...systemClock, stop, until };
}

/** Patience on the real clock that no signal ends. */
export function endlessPatience(): GitHubPatience {
  return gitHubPatience(new AbortController().signal, 0);
}

export interface RetryPorts {
  readonly patience: GitHubPatience;
  readonly log: Pick<Log, 'info' | 'notice'>;
  /** Whether the call may be made again after this error; default: after any. */
  readonly isRepeatable?: (error: unknown) => boolean;
}

/**
 * Repeats a call while GitHub is in trouble (5xx, no answer) or limits the rate; a limit is waited for until the time that
 * GitHub names, if the run lasts that long.
 *
 * @throws the last error, or the reason of `patience.stop`.
 */
export async function retrying<T>(
  what: string,
  call: () => Promise<T>,
  { patience, log, isRepeatable = () => true }: RetryPorts,
): Promise<T> {
  const { stop } = patience;
  for (let failures = 0; ; failures++) {
    stop.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      stop.throwIfAborted();
      // The time until a date that GitHub names is taken once: from here on, only the other clock counts.
      const date = patience.wallNow();
      const failure = gitHubFailure(error, date);
      const now = patience.now();
      const standard = WAITS_MS[failures];
      if (standard === undefined || !isRepeatable(error)) throw error;
      let ms: number;
      switch (failure.kind) {
        case 'rate-limited':
          ms = failure.until === null ? standard : Math.max(0, failure.until.getTime() - date);
          if (ms > LONGEST_WAIT_MS || now + ms > patience.until) throw error;
          if (ms > 5_000) log.notice(`${what}: GitHub limits the rate of calls. Trying again in ${duration(ms)}.`);
          break;
        case 'unreachable':
          if (isExhausted(error) || now + standard > patience.until) throw error;
          ms = standard;
          log.info(`${what}: GitHub did not answer usably. Trying again in ${duration(ms)}.`);
          break;
        default:
          throw error;
      }
      await patience.sleep(ms, stop);
    }
  }
}

/** The client has already repeated the call for half a minute. */
function isExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /\bafter \d+ (?:attempts|retries)\b/.test(error.message);
}
