import { dirname } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Draft } from './run-record.ts';
import { hasSent } from './send-step.ts';

/**
 * Ends a run whose disk is full, with the room that was kept for that. A plan of which nothing was sent is given up: it is
 * made anew in any case, and its rows are what the disk is full of.
 */
export function stopForFullDisk(ledger: Ledger, draft: Draft): EarlyEnd {
  ledger.releaseSpace();
  const where = `The disk is full: there is not enough room in ${dirname(ledger.path)}, or in the system's temporary folder.`;
  if (hasSent(ledger)) {
    const message = `${where} What the tenant answered is written down. Make room or take a machine with a larger disk, and re-run: it continues.`;
    return { outcome: 'error', message };
  }
  ledger.discardPlan();
  draft.rowsRead = null;
  const message = `${where} Nothing was sent. The plan takes about as much room as the unpacked export, the report as much again: make room or take a machine with a larger disk, and run again.`;
  return { outcome: 'error', message };
}
