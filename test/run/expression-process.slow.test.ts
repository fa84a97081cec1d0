import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { ExpressionProcess } from '../../src/run/expression-process.ts';

const never = new AbortController().signal;
/** Long enough for a machine that does other work. */
const SILENCE_MS = 1_200;
const expressions = new ExpressionProcess(never, SILENCE_MS);
afterAll(() => expressions[Symbol.dispose]());

const inputs = (count: number) => Array.from({ length: count }, (_, n) => ({ n, text: `t${n}` }));

test('expressions give the values that JSONata gives, in order, and symbols fail', async () => {
  const results = await expressions.evaluate(['n + 1', 'text & "!"', '$number(text)', 'none'], inputs(300));
  expect(results).toHaveLength(300);
  expect(results[299]).toEqual([{ value: 300 }, { value: 't299!' }, { code: 'D3030' }, { value: undefined }]);
  const [unread] = await expressions.evaluate(
    ['a', 'b', 'c'],
    [{ a: Symbol('other'), b: [Number.POSITIVE_INFINITY, { d: 1 }], c: 2 ** 60 }],
  );
  expect(unread).toEqual([{ code: 'error' }, { value: [null, { d: 1 }] }, { value: 2 ** 60 }]);
});

test('an expression that cannot be ended from inside costs its record alone; the others get their values', async () => {
  const endless = 'n = 2 ? $match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /(a+)+$/) : text';
  const results = await expressions.evaluate([endless, 'n'], inputs(5));
  expect(results.map(([first]) => first)).toEqual([
    { value: 't0' },
    { value: 't1' },
    { code: 'time' },
    { value: 't3' },
    { value: 't4' },
  ]);
  expect(results.map(([, second]) => second)).toEqual(inputs(5).map(({ n }) => ({ value: n })));
});

test('an expression that fills the memory ends its process, not the run', async () => {
  const results = await expressions.evaluate(['n = 1 ? $split($pad("x", 50000000), "") : n'], inputs(3));
  // On a slow machine the time is up first.
  expect(results).toEqual([[{ value: 0 }], [{ code: expect.stringMatching(/^(?:memory|time)$/) }], [{ value: 2 }]]);
});

test('an endless loop ends after a second, and a long result has no value', async () => {
  const results = await expressions.evaluate(
    ['($f := function($x) { $f($x + 1) }; $f(1))', '$pad("x", 1048577)'],
    inputs(1),
  );
  expect(results).toEqual([[{ code: 'time' }, { code: 'length' }]]);
});

test('a run that is stopped does not wait for an expression', async () => {
  const stop = new AbortController();
  using stopped = new ExpressionProcess(stop.signal);
  await stopped.evaluate(['1'], inputs(1));
  const endless = stopped.evaluate(['$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /(a+)+$/)'], inputs(1));
  const reason = new Error('stopped');
  stop.abort(reason);
  await expect(endless).rejects.toBe(reason);
});

test.runIf(process.platform === 'linux')(
  'the process has no environment and no right to write or to start others',
  async () => {
    const [child] = childrenOf(process.pid);
    const names = readFileSync(`/proc/${child}/environ`, 'utf8')
      .split('\0')
      .map((entry) => entry.split('=')[0]);
    expect(names.filter((name) => !/^(?:NODE_CHANNEL_.*)?$/.test(name ?? ''))).toEqual([]);
    const command = readFileSync(`/proc/${child}/cmdline`, 'utf8');
    expect(command).toContain('--permission');
    expect(command).not.toMatch(/--allow-(?:fs-write|child-process|addons|wasi)/);
  },
);

test.runIf(process.platform === 'linux')('no process is left when the evaluation is closed', async () => {
  expressions[Symbol.dispose]();
  for (let tries = 0; tries < 200 && childrenOf(process.pid).length > 0; tries += 1) await setTimeout(20);
  expect(childrenOf(process.pid)).toEqual([]);
});

/** Processes that this one started to evaluate expressions. */
function childrenOf(pid: number): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return Number(parent) === pid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--permission');
    } catch {
      return false;
    }
  });
}
