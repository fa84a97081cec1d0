import type { DatabaseSync } from 'node:sqlite';
import type { Batch } from '../ledger/batches.ts';
import type { Queue } from './queue.ts';

/** Batches put in one transaction: bounds the WAL, and memory when the batches come from a generator. */
const PUT_CHUNK = 1_000;

/** The queue in the run's own database: nothing to install, and as durable as the ledger beside it. */
export function embeddedQueue(db: DatabaseSync): Queue {
  const insert = db.prepare("INSERT INTO batch (id, first, last, state) VALUES (?, ?, ?, 'waiting')");
  const take = db.prepare(`
    UPDATE batch SET state = 'leased', leased_until = :until
    WHERE id = (
      SELECT id FROM batch WHERE state = 'waiting' OR (state = 'leased' AND leased_until <= :now) ORDER BY id LIMIT 1
    )
    RETURNING id, first, last
  `);
  const done = db.prepare('DELETE FROM batch WHERE id = ?');
  const giveBack = db.prepare("UPDATE batch SET state = 'waiting', leased_until = 0 WHERE id = ?");
  const open = db.prepare('SELECT count(*) AS n FROM batch');

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
        // SQLite ends it by itself when the disk is full.
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    async take(now, leaseMs) {
      return (take.get({ now, until: now + leaseMs }) as Batch | undefined) ?? null;
    },
    async done(id) {
      done.run(id);
    },
    async giveBack(id) {
      giveBack.run(id);
    },
    async open() {
      return open.get()?.n as number;
    },
    async close() {},
  };
}
