import type { PlanSink } from '../plan/plan-export.ts';
import { claimsIn, duplicateCandidates } from './duplicate-candidates.ts';
import type { Ledger } from './ledger.ts';
import { plannedRowChanges } from './planned-row-changes.ts';

/** Writes a plan into the ledger. */
export function planSink(ledger: Ledger): PlanSink {
  const { exclude } = plannedRowChanges(ledger);
  return {
    add: (rows) => ledger.add(rows),
    duplicateCandidates: (order) => duplicateCandidates(ledger, order),
    claims: claimsIn(ledger),
    exclude,
    transaction: (work) => ledger.transaction(work),
  };
}
