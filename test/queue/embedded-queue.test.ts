import { afterEach, describe } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { plannedRows, queueConformance } from './conformance.ts';

describe('embedded queue', () => {
  const cleanUp: (() => void)[] = [];
  afterEach(() => {
    for (const undo of cleanUp.splice(0).reverse()) undo();
  });

  queueConformance(async (rows) => {
    const folder = tempFolder();
    cleanUp.push(() => folder[Symbol.dispose]());
    const open = () => {
      const ledger = new Ledger(folder.file('ledger.db'));
      cleanUp.push(() => ledger.close());
      return { ledger, queue: embeddedQueue(ledger) };
    };
    const first = open();
    first.ledger.add(plannedRows(rows));
    return { ...first, afterKill: async () => open().queue };
  }, 2_500);
});
