import type { CollectedSettlement } from '../ledger/queued-rows.ts';
import type { FillableQueue, Queue } from './queue.ts';
import type { Throttle } from './throttle.ts';

/** The code of a run that a new lead ended: its workers go on with the next one. */
export const TAKEN_OVER = 'queue.taken-over';

/** Why nobody of the fleet sends any more. */
export interface FleetStop {
  readonly code: string;
  /** Full sentences without users' data. */
  readonly message: string;
}

/** What every process of a fleet sends with. */
export interface FleetMember {
  readonly queue: Queue;
  readonly throttle: Throttle;
  /** Stops the run for everybody; the first reason counts. */
  stop(reason: FleetStop): Promise<void>;
  /** Keeps the claims of this process alive until the signal aborts; `onStop` is called once when the run stops. */
  follow(onStop: (reason: FleetStop) => void, until: AbortSignal): Promise<void>;
}

/** What the lead sends to its workers; they need neither export nor mapping. */
export interface FleetOrder {
  readonly maxRequestsPerSecond: number;
  readonly maxAttempts: number;
  readonly outagePatienceMs: number;
  readonly requestTimeoutMs: number;
  /** How the lead's report shows identifiers: it contains reasons that workers write. */
  readonly identifiers: 'full' | 'masked' | 'none';
  /** As `abort-above` is written. */
  readonly limitText: string;
  /** Users that the tenant refused before: their refusals are expected. */
  readonly refusedBefore: number;
}

/** The outcomes of one claim, from whichever process. */
export interface CollectedClaim {
  readonly worker: string;
  /** By the server's clock, in ms since 1970. */
  readonly settledAt: number;
  readonly settlements: readonly CollectedSettlement[];
  readonly requests: readonly RequestRecord[];
  readonly retried: number;
}

/** Status (null: no answer), duration in ms and users of a request. */
export type RequestRecord = readonly [status: number | null, ms: number, users: number];

/** The lead's part in a run of a fleet. */
export interface FleetLead extends FleetMember {
  readonly queue: FillableQueue;
  /** Lets the workers begin: all batches are in the queue. `isProbing`: not before the tenant accepted somebody. */
  open(isProbing: boolean): Promise<void>;
  /** What was settled since the last call; call `collected` with it once it is in the ledger. */
  collect(): Promise<readonly CollectedClaim[]>;
  collected(claims: readonly CollectedClaim[]): Promise<void>;
  /**
   * Waits some seconds for claims of other processes, then ends the run: nothing is settled after it. In the ledger, rows of
   * batches that were never claimed are planned again; collect what was settled last.
   */
  close(): Promise<void>;
}

export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** What an earlier lead left, by the fingerprints of users. */
interface FleetRecall {
  readonly fingerprint: (text: string) => string;
  readonly settled: AsyncIterable<RecalledUser>;
}

export interface RecalledUser {
  /** The owner that settled it; 0 is this run itself, 1 the one that it continues. */
  readonly owner: number;
  readonly row: number;
  readonly fingerprint: string;
  readonly outcome: 'created' | 'updated' | 'failed' | 'unknown';
  readonly sub: string | null;
  readonly code: string | null;
}

/** The fleet as the lead's steps use it. */
export interface Fleet {
  /**
   * Ends what an earlier lead of this tenant left; null when there is nothing of the same owner.
   *
   * @throws InputError when the earlier lead lives.
   */
  takeOver(isRecalled: boolean, stop: AbortSignal): Promise<FleetRecall | null>;
  /** Starts a new run with an empty queue. @throws InputError when another lead was faster. */
  start(order: FleetOrder, maxFailed: number): Promise<FleetLead>;
  /** Deletes what is left of ended runs; call it when the outcomes are kept elsewhere. */
  forget(): Promise<void>;
}
