import type { Ledger } from '../ledger/ledger.ts';
import type { Fingerprint, Keys } from './keys.ts';
import { openSealed, type Seal, writeSealed } from './sealed-file.ts';

/** What a run knows of a user that was sent, in a form that tells nobody else anything about the user. */
export interface Remembered {
  readonly row: number;
  /** Of the user's JSON text. */
  readonly fingerprint: string;
  readonly outcome: 'created' | 'updated' | 'failed' | 'unknown';
  /** Null when the tenant named none, or the one that was sent. */
  readonly sub: string | null;
  readonly code: string | null;
}

/** Of the lines below. */
export const RESUME_VERSION = 2;
const OUTCOMES = ['created', 'updated', 'failed', 'unknown'] as const;
/** Rows read in one go while sending may go on. */
const CHUNK = 1_000;

/** Writes what became of every user that was sent: outcomes and fingerprints, no personal data but the sub. */
export async function writeResumeFile(path: string, seal: Seal, keys: Keys, ledger: Ledger): Promise<void> {
  await writeSealed(path, seal, keys, lines(ledger, keys.fingerprint));
}

async function* lines(ledger: Ledger, fingerprint: Fingerprint): AsyncGenerator<string> {
  const select = ledger.db.prepare(`
    SELECT row.row, state, sub, code, body FROM row JOIN user USING (row)
    WHERE row.row > ? AND state IN ('created', 'updated', 'failed', 'unknown', 'sending') ORDER BY row.row LIMIT ${CHUNK}
  `);
  for (let last = 0; ; ) {
    const rows = select.all(last) as {
      row: number;
      state: string;
      sub: string | null;
      code: string | null;
      body: string;
    }[];
    if (rows.length === 0) return;
    let text = '';
    for (const { row, state, sub, code, body } of rows) {
      // Of a row that is on its way nobody knows more than of one that was never answered.
      const outcome = state === 'sending' ? 'unknown' : state;
      text += `${JSON.stringify([row, fingerprint(body), outcome, sub, code])}\n`;
      last = row;
    }
    yield text;
    // Sending goes on between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Reads a resume file. @throws BrokenSeal when it cannot be trusted. */
export async function* readResumeFile(path: string, keys: Keys): AsyncGenerator<Remembered> {
  const file = await openSealed(path, keys);
  for await (const lines of file.lines()) yield* lines.flatMap(toRemembered);
}

function toRemembered(line: string): Remembered[] {
  const [row, fingerprint, outcome, sub, code] = JSON.parse(line) as [
    number,
    string,
    string,
    string | null,
    string | null,
  ];
  const known = OUTCOMES.find((one) => one === outcome);
  return known === undefined ? [] : [{ row, fingerprint, outcome: known, sub, code }];
}
