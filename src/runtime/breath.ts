import { setImmediate } from 'node:timers/promises';
import { preciseNow } from './clock.ts';

const EVERY_MS = 200;

/**
 * Lets signals and timers in during work that never waits. Call it often; it waits only when that was long ago.
 *
 * @throws the reason of `stop` once that aborts.
 */
export function breath(stop: AbortSignal): () => Promise<void> | undefined {
  let last = preciseNow();
  return () => {
    if (preciseNow() - last < EVERY_MS) return undefined;
    return setImmediate().then(() => {
      last = preciseNow();
      stop.throwIfAborted();
    });
  };
}
