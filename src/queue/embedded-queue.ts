import type { DatabaseSync } from 'node:sqlite';
import type { Batch } from '../ledger/batches.ts';
import { prepareQuery } from '../ledger/query.ts';
import type { Queue } from './queue.ts';

/** Batches inserted in one transaction: limits the WAL, and memory when the batches come from a generator. */
const PUT_CHUNK = 1_000;

/** The queue in the ledger's database: it needs no installation and is as durable as the ledger. */
export function embeddedQueue(db: DatabaseSync): Queue {
  const insert = db.prepare("INSERT INTO batch (id, first, last, state) VALUES (?, ?, ?, 'waiting')");
  const take = prepareQuery<Batch>(
    db,
    `UPDATE batch SET state = 'leased', leased_until = ?2
     WHERE id = (
       SELECT id FROM batch WHERE state = 'waiting' OR (state = 'leased' AND leased_until <= ?1) ORDER BY id LIMIT 1
     )
     RETURNING id, first, last`,
  );
  const done = db.prepare('DELETE FROM batch WHERE id = ?');
  const giveBack = db.prepare("UPDATE batch SET state = 'waiting', leased_until = 0 WHERE id = ?");
  const open = prepareQuery<{ n: number }>(db, 'SELECT count(*) AS n FROM batch');

  return {
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
    async take(now, leaseMs) {
      return take.get(now, now + leaseMs) ?? null;
    },
    async done(id) {
      done.run(id);
    },
    async giveBack(id) {
      giveBack.run(id);
    },
    async open() {
      return open.get()?.n ?? 0;
    },
    async close() {},
  };
}
