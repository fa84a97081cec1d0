import type { Batch } from '../ledger/batches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { prepareQuery } from '../ledger/query.ts';
import type { FillableQueue } from './queue.ts';

/** Batches inserted in one transaction: limits the WAL, and memory when the batches come from a generator. */
const PUT_CHUNK = 1_000;

const ROWS_OF_BATCH = 'SELECT 1 FROM row WHERE row.row BETWEEN batch.first AND batch.last AND row.state';
const HAS_OPEN_ROWS = `EXISTS (${ROWS_OF_BATCH} IN ('planned', 'sending'))`;

/**
 * The queue in the ledger's database: it needs no installation and is as durable as the ledger. Only one process at a time has
 * the ledger, so what another one claimed is available again as soon as this queue opens.
 */
export function embeddedQueue(ledger: Ledger): FillableQueue {
  const { db } = ledger;
  db.exec("UPDATE batch SET state = 'waiting' WHERE state = 'taken'");
  const insert = db.prepare("INSERT INTO batch (id, first, last, state) VALUES (?, ?, ?, 'waiting')");
  const take = prepareQuery<Batch & { readonly wasSent: 0 | 1 }>(
    db,
    `UPDATE batch SET state = 'taken'
     WHERE id = (SELECT id FROM batch WHERE state = 'waiting' ORDER BY id LIMIT 1)
     RETURNING id, first, last, EXISTS (${ROWS_OF_BATCH} = 'sending') AS wasSent`,
  );
  const remove = db.prepare(`DELETE FROM batch WHERE id = ? AND NOT ${HAS_OPEN_ROWS}`);
  const removeSettled = db.prepare(`DELETE FROM batch WHERE state = 'taken' AND NOT ${HAS_OPEN_ROWS}`);
  const giveBack = db.prepare("UPDATE batch SET state = 'waiting' WHERE state = 'taken'");
  const open = prepareQuery<{ n: number }>(db, 'SELECT count(*) AS n FROM batch');

  return {
    outcomes: ledger,
    async put(batches) {
      let waiting = 0;
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const { id, first, last } of batches) {
          insert.run(id, first, last);
          if (++waiting % PUT_CHUNK === 0) db.exec('COMMIT; BEGIN IMMEDIATE');
        }
        db.exec('COMMIT');
      } catch (error) {
        // SQLite rolls back by itself when the disk is full.
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    async take() {
      const batch = take.get();
      if (batch === undefined) return null;
      const { id, first, last, wasSent } = batch;
      return { id, users: ledger.waiting(first, last), mayHaveBeenApplied: wasSent === 1 };
    },
    async mayGetMore() {
      return false;
    },
    async done({ id }) {
      remove.run(id);
    },
    async giveBack() {
      removeSettled.run();
      giveBack.run();
    },
    async open() {
      return open.get()?.n ?? 0;
    },
  };
}
