import type { KeyObject } from 'node:crypto';
import type { WrittenMapping } from '../mapping/mapping.ts';
import type { ChunkDecision } from '../plan/decide-chunk.ts';
import type { ExportFile, SourceRecord } from '../source/record.ts';

/** What main.ts is started with to decide rows in a thread. */
export const PLAN_THREAD = 'plan-thread';

/** What a thread decides rows by. Its only secret is the key of the fingerprints. */
export interface PlanThreadSetup {
  /** Null when the columns have cidaas names. */
  readonly mapping: WrittenMapping | null;
  readonly files: readonly Pick<ExportFile, 'columns' | 'format'>[];
  /** Milliseconds since 1970: the present of all threads. */
  readonly now: number;
  /** Null when no state is kept. */
  readonly fingerprintKey: KeyObject | null;
}

/** Rows to decide; a thread answers in the order of the questions. */
export type PlanThreadQuestion = readonly SourceRecord[];

/** That rows can be decided, the decisions about some, or why there are none. */
export type PlanThreadReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'decided'; readonly decision: ChunkDecision }
  | { readonly kind: 'failed'; readonly error: unknown };
