import { createHash, randomUUID } from 'node:crypto';
import type { JobInsert } from 'pg-boss';
import type { OutgoingUser } from '../../tenant/bulk-answer.ts';
import type { RowRange } from '../fleet.ts';
import type { PayloadSeal } from '../payload-seal.ts';
import { batchText } from './settlement.ts';

/** What a job of pg-boss carries: the users are sealed, and bound to the job. */
export interface BatchData {
  readonly batch: number;
  readonly ranges: readonly RowRange[];
  /** An earlier claim may have sent them. */
  readonly wasSent: boolean;
  /** Base64. */
  readonly sealed: string;
}

/** The most that pg-boss takes; a batch is taken as often as its processes die. */
const RETRIES = 1_000_000;
/** Nothing deletes a batch but its settlement. */
const FOR_EVER_SECONDS = 10 * 365 * 24 * 60 * 60;

/** The job of a batch. Lower numbers come first, also when a batch is put back. */
export function batchJob(
  { id, batch, users, wasSent }: { id: string; batch: number; users: readonly OutgoingUser[]; wasSent: boolean },
  seal: PayloadSeal,
): JobInsert {
  const sealed = seal.seal('batch', id, batchText(users)).toString('base64');
  const data: BatchData = { batch, ranges: rangesOf(users), wasSent, sealed };
  return { id, data, priority: -batch, retryLimit: RETRIES, retryDelay: 0, retentionSeconds: FOR_EVER_SECONDS };
}

/** The same for the same batch: an insert that is repeated changes nothing. */
export function jobIdOf(run: string, batch: number): string {
  const hex = createHash('sha256').update(`${run} ${batch}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Of users that are put back. */
export function newJobId(): string {
  return randomUUID();
}

function rangesOf(users: readonly OutgoingUser[]): RowRange[] {
  const ranges: { first: number; last: number }[] = [];
  for (const { row } of users) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last.last + 1) last.last = row;
    else ranges.push({ first: row, last: row });
  }
  return ranges;
}
