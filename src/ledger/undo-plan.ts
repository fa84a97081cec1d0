import type { Ledger } from './ledger.ts';

/** A user that a run created. */
export interface CreatedUser {
  /** Null when the run never learnt it. */
  readonly sub: string | null;
}

/** Rows written in one transaction. */
const CHUNK = 1_000;

/** Plans that these users are deleted, in the table `account_change`. */
export async function planUndo(ledger: Ledger, users: AsyncIterable<CreatedUser>): Promise<void> {
  const insert = ledger.db.prepare("INSERT INTO account_change (sub, action, state) VALUES (?, 'undo', 'planned')");
  let waiting: CreatedUser[] = [];
  const write = (): void => {
    ledger.transaction(() => {
      for (const { sub } of waiting) insert.run(sub);
    });
    waiting = [];
  };
  for await (const user of users) {
    waiting.push(user);
    if (waiting.length === CHUNK) write();
  }
  write();
}
