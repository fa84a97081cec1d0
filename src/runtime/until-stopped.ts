/**
 * The result of work that no signal ends, such as reading from a slow disk; rejects with the signal's reason as soon as that
 * aborts. The work itself goes on and is no longer waited for.
 */
export async function untilStopped<T>(work: Promise<T>, stop: AbortSignal | undefined): Promise<T> {
  if (stop === undefined) return work;
  const stopped = Promise.withResolvers<never>();
  const onAbort = (): void => stopped.reject(stop.reason);
  if (stop.aborted) onAbort();
  stop.addEventListener('abort', onAbort, { once: true });
  // Nobody may be left to handle them.
  work.catch(() => {});
  try {
    return await Promise.race([stopped.promise, work]);
  } finally {
    stop.removeEventListener('abort', onAbort);
    stopped.promise.catch(() => {});
  }
}

/** The same values, until the signal aborts: then it throws the reason. */
export async function* stoppable<T>(values: AsyncIterable<T>, stop: AbortSignal): AsyncGenerator<T> {
  for await (const value of values) {
    stop.throwIfAborted();
    yield value;
  }
}
