import type { PgBoss } from 'pg-boss';
import type { Sleep } from '../../runtime/sleep.ts';
import { type FleetStop, TAKEN_OVER } from '../fleet.ts';
import type { PayloadSeal } from '../payload-seal.ts';
import { affectedJobs } from './affected-jobs.ts';
import type { Claims, JobAttempt } from './claims.ts';
import type { Database } from './database.ts';
import { SCHEMA } from './schema.ts';

export type RunState = 'filling' | 'probing' | 'open' | 'stopping' | 'frozen' | 'closed';

/** One process in one run. */
export interface MembershipOptions {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly run: string;
  readonly seal: PayloadSeal;
  readonly isLead: boolean;
  /** The name in the report. */
  readonly worker: string;
  /** As `abort-above` is written. */
  readonly limitText: string;
  readonly claims: Claims;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly leaseMs?: number;
}

/** Without a heartbeat for so long, a claim has lapsed. */
export const LEASE_MS = 10_000;
const MAX_BEAT_MS = 1_000;

interface RunRow {
  readonly state: RunState;
  readonly stop_code: string | null;
  readonly sealed_stop: Buffer | null;
  readonly failed: number;
}

/** Keeps the claims of this process alive, takes those of dead processes away, and notices when the run stops. */
export class Membership {
  readonly options: MembershipOptions;
  readonly queueName: string;
  readonly leaseMs: number;
  /** As of the last heartbeat. */
  state: RunState = 'filling';
  /** Since when the heartbeats of this process came in time: after an outage of the database, those of all others are late. */
  #healthySince: number;
  #lastBeat: number;

  constructor(options: MembershipOptions) {
    this.options = options;
    this.queueName = queueNameOf(options.run);
    this.leaseMs = options.leaseMs ?? LEASE_MS;
    this.#healthySince = options.now();
    this.#lastBeat = options.now();
  }

  async stop({ code, message }: FleetStop): Promise<void> {
    const { database, run, seal } = this.options;
    await database.query(
      `UPDATE ${SCHEMA}.run SET state = 'stopping', stop_code = $2, sealed_stop = $3
       WHERE id = $1 AND state IN ('filling', 'probing', 'open')`,
      [run, code, seal.seal('stop', code, message)],
    );
  }

  async follow(onStop: (reason: FleetStop) => void, until: AbortSignal): Promise<void> {
    let isStopped = false;
    const beatMs = Math.min(MAX_BEAT_MS, this.leaseMs / 4);
    do {
      const reason = await this.beat().catch((error: unknown): FleetStop => {
        return { code: 'queue.lost', message: error instanceof Error ? error.message : String(error) };
      });
      if (reason !== null && !isStopped) onStop(reason);
      isStopped ||= reason !== null;
      await this.options.sleep(beatMs, until).catch(() => undefined);
    } while (!until.aborted);
  }

  /** One heartbeat; returns why the run stops, or null. */
  async beat(): Promise<FleetStop | null> {
    const { now, claims, boss } = this.options;
    const row = await this.#look();
    const held = claims.all;
    if (held.length > 0) {
      const touched = await boss.touch(
        this.queueName,
        held.map(({ job }) => job),
      );
      // Another process has them now. Those that were settled meanwhile are no longer held.
      const alive = new Set(affectedJobs(touched));
      for (const claim of held) if (!alive.has(claim.job.id)) claims.remove(claim);
    }
    const at = now();
    if (at - this.#lastBeat > this.leaseMs / 2) this.#healthySince = at;
    this.#lastBeat = at;
    if (at - this.#healthySince >= this.leaseMs) await this.#takeLapsedAway();
    return row === null
      ? { code: 'queue.closed', message: 'The run was ended by its lead, or by a new one.' }
      : this.#stopOf(row);
  }

  async #look(): Promise<RunRow | null> {
    const { database, run, isLead } = this.options;
    const columns = 'state, stop_code, sealed_stop, failed::int AS failed';
    const [row] = await database.query<RunRow>(
      isLead
        ? `UPDATE ${SCHEMA}.run SET lead_seen = clock_timestamp() WHERE id = $1 RETURNING ${columns}`
        : `SELECT ${columns} FROM ${SCHEMA}.run WHERE id = $1`,
      [run],
    );
    this.state = row?.state ?? 'closed';
    return row ?? null;
  }

  async #takeLapsedAway(): Promise<void> {
    const { database, boss } = this.options;
    const lapsed = await database.query<JobAttempt>(
      `SELECT id, retry_count AS "retryCount" FROM ${SCHEMA}.job
       WHERE name = $1 AND state = 'active' AND heartbeat_on < clock_timestamp() - $2 * interval '1 millisecond'`,
      [this.queueName, this.leaseMs],
    );
    if (lapsed.length > 0) await boss.fail(this.queueName, lapsed);
  }

  #stopOf({ state, stop_code: code, sealed_stop: sealed, failed }: RunRow): FleetStop | null {
    switch (state) {
      case 'filling':
      case 'probing':
      case 'open':
        return null;
      case 'frozen':
      case 'closed':
        return code === TAKEN_OVER
          ? { code, message: 'Another lead took this run over.' }
          : { code: 'queue.closed', message: 'This run has ended.' };
      case 'stopping': {
        if (code === null || code === 'abort-above')
          return {
            code: 'abort-above',
            message: `${failed} rows are failed or unknown, more than abort-above (${this.options.limitText}) allows.`,
          };
        const message = sealed === null ? null : this.options.seal.open('stop', code, sealed);
        return { code, message: message ?? 'The run was stopped, with a reason that cannot be read.' };
      }
    }
  }
}

export function queueNameOf(run: string): string {
  return `run-${run}`;
}
