import type { PlanSink } from '../plan/plan-export.ts';
import { claimsIn, duplicateCandidates, takeOut } from './duplicate-candidates.ts';
import type { Ledger } from './ledger.ts';

/** The ledger as the place where a plan is written. */
export function planSink(ledger: Ledger): PlanSink {
  return {
    add: (rows) => ledger.add(rows),
    duplicateCandidates: (order) => duplicateCandidates(ledger, order),
    claims: claimsIn(ledger),
    exclude: takeOut(ledger),
    transaction: (work) => ledger.transaction(work),
  };
}
