import { afterEach, describe } from 'vitest';
import { openLedgerFile } from '../../src/ledger/ledger-file.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { queueConformance } from './conformance.ts';

describe('embedded queue', () => {
  const cleanUp: (() => void)[] = [];
  afterEach(() => {
    for (const undo of cleanUp.splice(0).reverse()) undo();
  });

  queueConformance(async () => {
    const folder = tempFolder();
    cleanUp.push(() => folder[Symbol.dispose]());
    const open = () => {
      const db = openLedgerFile(folder.file('ledger.db'));
      cleanUp.push(() => db.close());
      return embeddedQueue(db);
    };
    return { queue: open(), reopen: async () => open() };
  });
});
