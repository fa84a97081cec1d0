import { expect, it } from 'vitest';
import type { FleetMember, FleetStop } from '../../src/queue/fleet.ts';
import { Claims } from '../../src/queue/postgres/claims.ts';
import { createThrottle } from '../../src/queue/throttle.ts';
import { type WorkOptions, work } from '../../src/run/work-step.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { ORDER } from '../support/fleet/open-test-fleet.ts';
import { manualClock } from '../support/manual-clock.ts';
import { plainDoor } from '../support/printed.ts';

const never = new AbortController().signal;

/** A member of a run with nothing left to take. Its heartbeats show `lastBeat` only when the sending has ended. */
function idleMember(lastBeat: FleetStop | null): FleetMember {
  const clock = manualClock(0);
  return {
    queue: {
      outcomes: new Claims(),
      ...{ take: async () => null, mayGetMore: async () => false, open: async () => 0 },
      ...{ done: async () => undefined, giveBack: async () => undefined },
    },
    throttle: createThrottle({ ...clock, maxRequestsPerSecond: 0 }),
    stop: async () => undefined,
    async follow(onStop, until) {
      if (!until.aborted) await new Promise((resolve) => until.addEventListener('abort', resolve));
      else if (lastBeat !== null) onStop(lastBeat);
    },
  };
}

const OPTIONS: Omit<WorkOptions, 'member'> = {
  ...{ order: ORDER, door: plainDoor, concurrency: { mode: 'fixed', max: 2 }, onRetry: () => undefined },
  tenant: { send: () => Promise.reject(new Error('nothing is sent')) },
  ...{ clock: manualClock(0), progress: NO_PROGRESS, log: SILENT_LOG, stop: never, abortInFlight: never },
};

it('a queue that cannot be read ends the worker with its error', async () => {
  const member = idleMember(null);
  const queue = { ...member.queue, take: () => Promise.reject(new Error('the disk cannot be read')) };
  await expect(work({ ...OPTIONS, member: { ...member, queue } })).rejects.toThrow('the disk cannot be read');
});

it.each([
  ['queue.taken-over', true],
  ['queue.closed', false],
  [null, false],
])('an idle worker that finds the queue empty looks why: %s means taken over: %s', async (code, isTakenOver) => {
  const member = idleMember(code === null ? null : { code, message: 'The run has ended.' });
  const result = await work({ ...OPTIONS, member });
  expect(result).toEqual({ users: 0, end: null, stopped: null, isTakenOver });
});
