import type { Sleep } from '../../runtime/sleep.ts';
import type { Throttle } from '../throttle.ts';
import type { Database } from './database.ts';
import { SCHEMA } from './schema.ts';

export interface PostgresThrottleOptions {
  readonly database: Database;
  readonly run: string;
  /** 0 = no limit. */
  readonly maxRequestsPerSecond: number;
  readonly sleep: Sleep;
}

/** The pause is looked at again after so long: it may have ended early. */
const MAX_SLEEP_MS = 30_000;

const MS_UNTIL = (time: string): string =>
  `greatest(0, extract(epoch FROM ${time} - clock_timestamp()) * 1000)::float8`;

/**
 * The throttle that all processes of a run share. Times are the server's, and a process only learns how long to wait, so its
 * own clock does not matter. The pause is looked up before each request: none starts into a pause later than a round trip.
 */
export function postgresThrottle({ database, run, maxRequestsPerSecond, sleep }: PostgresThrottleOptions): Throttle {
  let knownPauseMs = 0;
  /** A pause that this process caused is in the database before its next request. */
  let writing: Promise<unknown> = Promise.resolve();
  let failure: unknown = null;
  const write = (assignments: string, values: unknown[] = []): void => {
    writing = writing
      .then(() => database.query(`UPDATE ${SCHEMA}.run SET ${assignments} WHERE id = $1`, [run, ...values]))
      .catch((error: unknown) => {
        failure ??= error;
      });
  };
  const lookUp = async (): Promise<number> => {
    await writing;
    if (failure !== null) throw failure;
    const [found] = await database.query<{ ms: number }>(
      `SELECT ${MS_UNTIL('greatest(paused_until, asked_until)')} AS ms FROM ${SCHEMA}.run WHERE id = $1`,
      [run],
    );
    knownPauseMs = found?.ms ?? 0;
    return knownPauseMs;
  };
  const takeSlot = async (): Promise<number> => {
    const [taken] = await database.query<{ ms: number }>(
      `UPDATE ${SCHEMA}.run SET next_slot = greatest(next_slot, clock_timestamp()) + $2 * interval '1 millisecond'
       WHERE id = $1 RETURNING ${MS_UNTIL("next_slot - $2 * interval '1 millisecond'")} AS ms`,
      [run, 1_000 / maxRequestsPerSecond],
    );
    return taken?.ms ?? 0;
  };
  return {
    async enter(signal, mayStart) {
      for (;;) {
        for (let ms = await lookUp(); ms > 0; ms = await lookUp())
          await sleep(Math.min(Math.ceil(ms), MAX_SLEEP_MS), signal);
        if (!mayStart()) return false;
        if (maxRequestsPerSecond === 0) return true;
        const ms = await takeSlot();
        if (ms > 0) await sleep(Math.ceil(ms), signal);
        // The tenant may have asked any process to wait while this one was waiting.
        if ((await lookUp()) === 0 && mayStart()) return true;
      }
    },
    pause(ms, asked) {
      knownPauseMs = Math.max(knownPauseMs, ms);
      const column = asked ? 'asked_until' : 'paused_until';
      write(`${column} = greatest(${column}, clock_timestamp() + $2 * interval '1 millisecond')`, [ms]);
    },
    resume() {
      write("paused_until = '-infinity'");
    },
    get pauseMs() {
      return knownPauseMs;
    },
  };
}
