import { expect, test } from 'vitest';
import { singleFlight } from '../../src/tenant/single-flight.ts';

const forever = () => new AbortController().signal;

/** Work that ends when the test says so, and remembers how often it began. */
function work() {
  const runs: { signal: AbortSignal; done: (value: string) => void; fail: (error: Error) => void }[] = [];
  const run = singleFlight<string>((signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    runs.push({ signal, done: resolve, fail: reject });
    return promise;
  });
  return { run, runs };
}

test('callers at the same time share one run, the next caller starts another', async () => {
  const { run, runs } = work();
  const both = Promise.all([run(forever()), run(forever())]);
  expect(runs).toHaveLength(1);
  runs[0]?.done('a');
  expect(await both).toEqual(['a', 'a']);
  const next = run(forever());
  runs[1]?.done('b');
  expect(await next).toBe('b');
});

test('all of them share its failure, and the next caller tries anew', async () => {
  const { run, runs } = work();
  const both = Promise.allSettled([run(forever()), run(forever())]);
  runs[0]?.fail(new Error('broken'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = run(forever());
  runs[1]?.done('b');
  expect(await next).toBe('b');
});

test('a caller that leaves does not take the run from the others', async () => {
  const { run, runs } = work();
  const controller = new AbortController();
  const leaving = run(controller.signal);
  const staying = run(forever());
  controller.abort(new Error('stop'));
  await expect(leaving).rejects.toThrow('stop');
  expect(runs[0]?.signal.aborted).toBe(false);
  runs[0]?.done('a');
  expect(await staying).toBe('a');
});

test('the run is aborted when the last caller left, and who comes then starts anew', async () => {
  const { run, runs } = work();
  const controller = new AbortController();
  const leaving = run(controller.signal);
  controller.abort(new Error('stop'));
  await expect(leaving).rejects.toThrow('stop');
  expect(runs[0]?.signal.aborted).toBe(true);
  const next = run(forever());
  expect(runs).toHaveLength(2);
  runs[0]?.fail(new Error('aborted'));
  runs[1]?.done('b');
  expect(await next).toBe('b');
});

test('a caller that comes too late starts nothing', async () => {
  const { run, runs } = work();
  await expect(run(AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  expect(runs).toHaveLength(0);
});
