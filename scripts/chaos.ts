// `--world fleet` kills processes and the database of a fleet instead.
// The adversary: seeded schedules of faults and interruptions against dist/. `--seed 17` repeats one; `--seeds 1000 --from 1` plays many.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runSeed } from '../test/support/chaos/chaos.ts';
import { runFleetSeed } from '../test/support/fleet/fleet-chaos.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    from: { type: 'string' },
    parallel: { type: 'string' },
    world: { type: 'string', default: 'run' },
  },
});
const from = Number(values.seed ?? values.from ?? 1);
const until = from + Number(values.seed === undefined ? (values.seeds ?? 200) : 1);
const parallel = Number(values.parallel ?? availableParallelism() * 2);

let next = from;
let requests = 0;
let attempts = 0;
const failed: number[] = [];
const startedAt = Date.now();

async function worker(): Promise<void> {
  while (next < until) {
    const seed = next++;
    try {
      const result = await (values.world === 'fleet' ? runFleetSeed(seed) : runSeed(seed));
      requests += result.requests;
      attempts += result.attempts;
      if (values.seed !== undefined) console.log(result);
    } catch (error) {
      failed.push(seed);
      console.error(error instanceof Error ? error.message : error, '\n');
    }
    const done = next - from;
    if (done % 50 === 0)
      console.log(`${done} seeds begun, ${failed.length} failed, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }
}

await Promise.all(Array.from({ length: parallel }, worker));
console.log(
  `${until - from} seeds, ${attempts} attempts, ${requests} bulk requests, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
