import { Ledger } from '../../src/ledger/ledger.ts';

/** A ledger that is closed at the end of the block. */
export function openLedger(path: string): Ledger & Disposable {
  const ledger = new Ledger(path);
  return Object.assign(ledger, { [Symbol.dispose]: () => ledger.close() });
}
