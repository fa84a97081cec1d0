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

/** What a process did, apart from the outcomes of users. */
export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  readonly retried: number;
}

/** What a settlement carries, all of it sealed: who can write to the database cannot invent any of it. */
interface SettlementText extends RequestLog {
  readonly worker: string;
  readonly lines: readonly Line[];
}

/** The outcomes of a claim as text, with the process that settled it and what that did since its last one. */
export function settlementText(
  { users, settlements, attempts }: Claim,
  { fingerprint }: PayloadSeal,
  process: RequestLog & { readonly worker: string },
): string {
  const bodies = new Map(users.map(({ row, body }) => [row, body]));
  const lines = settlements.map(({ row, outcome, sub = null, reason = null }): Line => {
    return [row, fingerprint(bodies.get(row) ?? ''), outcome, attempts.get(row) ?? 0, sub, reason];
  });
  return JSON.stringify({ ...process, lines } satisfies SettlementText);
}

export function readSettlements(
  text: string,
): RequestLog & { readonly worker: string; readonly settlements: readonly CollectedSettlement[] } {
  const { lines, ...process } = JSON.parse(text) as SettlementText;
  const settlements = lines.map(([row, , outcome, attempts, sub, reason]): CollectedSettlement => {
    return { row, outcome, attempts, sub, ...(reason != null && { reason }) };
  });
  return { ...process, settlements };
}

export function readRecalled(text: string, owner: number): RecalledUser[] {
  return (JSON.parse(text) as SettlementText).lines.flatMap(([row, fingerprint, outcome, , sub, reason]) =>
    outcome === 'unsent' ? [] : [{ owner, row, fingerprint, outcome, sub, code: reason?.code ?? null }],
  );
}

/** The users of a batch as text. */
export function batchText(users: readonly OutgoingUser[]): string {
  return JSON.stringify(users.map(({ row, sub = null, body }) => [row, sub, body]));
}

export function readBatch(text: string): OutgoingUser[] {
  return (JSON.parse(text) as [number, string | null, string][]).map(([row, sub, body]) => ({ row, sub, body }));
}
