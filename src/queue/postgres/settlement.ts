import type { CollectedSettlement } from '../../ledger/queued-rows.ts';
import type { Problem } from '../../source/record.ts';
import type { OutgoingUser } from '../../tenant/bulk-answer.ts';
import type { RecalledUser, RequestRecord } from '../fleet.ts';
import type { PayloadSeal } from '../payload-seal.ts';
import type { Claim } from './claims.ts';

/** One line of a sealed settlement. */
type Line = readonly [
  row: number,
  fingerprint: string,
  outcome: CollectedSettlement['outcome'],
  attempts: number,
  sub: string | null,
  reason: Problem | null,
];

/** What a process did besides settling users. */
export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  readonly retried: number;
}

/** The outcomes of a claim as text. */
export function settlementText({ users, settlements, attempts }: Claim, { fingerprint }: PayloadSeal): string {
  const bodies = new Map(users.map(({ row, body }) => [row, body]));
  const lines = settlements.map(({ row, outcome, sub = null, reason = null }): Line => {
    return [row, fingerprint(bodies.get(row) ?? ''), outcome, attempts.get(row) ?? 0, sub, reason];
  });
  return JSON.stringify(lines);
}

export function readSettlements(text: string): CollectedSettlement[] {
  return (JSON.parse(text) as Line[]).map(([row, , outcome, attempts, sub, reason]) => {
    return { row, outcome, attempts, sub, ...(reason != null && { reason }) };
  });
}

export function readRecalled(text: string): RecalledUser[] {
  return (JSON.parse(text) as Line[]).flatMap(([row, fingerprint, outcome, , sub, reason]) =>
    outcome === 'unsent' ? [] : [{ row, fingerprint, outcome, sub, code: reason?.code ?? null }],
  );
}

/** The users of a batch as text. */
export function batchText(users: readonly OutgoingUser[]): string {
  return JSON.stringify(users.map(({ row, sub = null, body }) => [row, sub, body]));
}

export function readBatch(text: string): OutgoingUser[] {
  return (JSON.parse(text) as [number, string | null, string][]).map(([row, sub, body]) => ({ row, sub, body }));
}
