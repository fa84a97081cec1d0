import type { Ledger } from '../ledger/ledger.ts';

const NOTE = 'state-sequence';

/** The highest sequence of a state that this run has seen, also when another process continues with its ledger; 0 for none. */
export function seenSequence(ledger: Ledger): number {
  return (ledger.readNote(NOTE) as number | undefined) ?? 0;
}

/** Notes that there is, or was, a state with this sequence. */
export function noteSequence(ledger: Ledger, sequence: number): void {
  if (sequence > seenSequence(ledger)) ledger.writeNote(NOTE, sequence);
}
