import { setImmediate } from 'node:timers/promises';
import { systemClock } from './clock.ts';

const EVERY_MS = 200;

/**
 * Lets signals and timers in during work that never waits. Call it often; it waits only when that was long ago.
 *
 * @throws the reason of `stop` once that aborts.
 */
export function breath(stop: AbortSignal): () => Promise<void> | undefined {
  let last = systemClock.now();
  return () => {
    if (systemClock.now() - last < EVERY_MS) return undefined;
    return setImmediate().then(() => {
      last = systemClock.now();
      stop.throwIfAborted();
    });
  };
}
