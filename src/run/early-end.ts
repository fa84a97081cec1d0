import { dirname } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { isDiskFull } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Ports } from './ports.ts';
import { hasSendingStarted } from './run-notes.ts';
import type { StepResult } from './run-record.ts';

/** A step that works in the background ended the run; the reason of the signal that the other steps get. */
export class EndedByStep extends Error {
  readonly result: StepResult;

  constructor(result: StepResult) {
    super(result.earlyEnd?.message ?? 'ended');
    this.name = 'EndedByStep';
    this.result = result;
  }
}

/**
 * Turns what a step threw into the end of the run.
 *
 * @throws the error itself when it is neither the stop signal, an end of a step, bad input nor a full disk: then it is a bug.
 */
export function earlyEndFor(error: unknown, { ledger, stop }: Pick<Ports, 'ledger' | 'stop'>): StepResult {
  // Only the reason of the signal itself: an error that merely occurs while the run stops is still an error.
  if (stop.aborted && error === stop.reason) return { section: {}, earlyEnd: stop.reason as EarlyEnd };
  if (error instanceof EndedByStep) return error.result;
  if (error instanceof InputError)
    return { section: {}, earlyEnd: { outcome: 'error', message: error.problems.join('\n') } };
  if (isDiskFull(error)) return endForFullDisk(ledger);
  throw error;
}

/**
 * Frees the space that was reserved for closing the run. When nothing was sent, the plan is dropped too: the next run makes it
 * again in any case, and its rows are what fills the disk.
 */
function endForFullDisk(ledger: Ledger): StepResult {
  ledger.releaseSpace();
  const where = `The disk is full: there is not enough space in ${dirname(ledger.path)} or in the system's temporary folder.`;
  const next = 'Free some space or use a machine with a larger disk';
  if (hasSendingStarted(ledger)) {
    const message = `${where} Everything that the tenant answered is saved. ${next}, then run again: the run continues.`;
    return { section: {}, earlyEnd: { outcome: 'error', message } };
  }
  ledger.discardPlan();
  const message = `${where} Nothing was sent. The plan needs about as much space as the unpacked export, and the report the same again. ${next}, then run again.`;
  return { section: { rowsRead: null }, earlyEnd: { outcome: 'error', message } };
}
