import { seedFor } from '../../../src/runtime/random.ts';
import type { ChaosPlan } from './chaos-plan.ts';

/** Waits of 50 ms and more pass in an eighth of their time: what is shown here are orders of events, not durations. */
const HURRY =
  'const { setTimeout: wait } = globalThis; globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms >= 50 ? ms / 8 : ms, ...rest);';

/** Sets the clock of the machine, as a process sees it, again and again: at random moments, by up to a day, back and forth. */
const STEPS = (seed: number): string => `
let state = ${seed};
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const STEPS = [-86400e3, -3600e3, -3600e3, -1e3, 1e3, 3600e3, 3600e3, 86400e3];
const RealDate = Date;
let ahead = 0;
const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as === globalThis.Date ? target : as),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
const { setTimeout: later } = globalThis;
const step = () => {
  ahead += STEPS[Math.floor(random() * STEPS.length)];
  later(step, 20 + random() * 400).unref();
};
step();
`;

/** The options for Node that play with the time of one process; `number` makes every attempt another one. */
export function clockOptions({ seed, clock }: Pick<ChaosPlan, 'seed' | 'clock'>, number: number): string {
  const scripts = clock === 'steps' ? [STEPS(seedFor(seed, 'clock', number) >>> 0), HURRY] : [HURRY];
  return scripts.map((script) => `--import=data:text/javascript,${encodeURIComponent(script)}`).join(' ');
}
