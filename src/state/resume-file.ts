import type { Ledger } from '../ledger/ledger.ts';
import { prepareQuery } from '../ledger/query.ts';
import type { Fingerprint, Keys } from './keys.ts';
import { openSealed, type Seal, writeSealed } from './sealed-file.ts';

/** The outcome of a user that was sent; readable only by who can compute the fingerprint of the same user. */
export interface ResumeEntry {
  readonly row: number;
  /** Fingerprint of the user's JSON text. */
  readonly fingerprint: string;
  readonly outcome: 'created' | 'updated' | 'failed' | 'unknown';
  /** The sub that the tenant answered, or that was sent; null when there is neither. */
  readonly sub: string | null;
  readonly code: string | null;
  /** The run that settled the row, if it is not the one that wrote the file. */
  readonly run: string | null;
}

/** Version of the line format below. */
export const RESUME_VERSION = 3;
const OUTCOMES = ['created', 'updated', 'failed', 'unknown'] as const;
/** Rows read at once; sending may continue in between. */
const CHUNK = 1_000;

/** Writes the outcome of every user that was sent: outcomes and fingerprints, and of personal data only the sub. */
export async function writeResumeFile(path: string, seal: Seal, keys: Keys, ledger: Ledger): Promise<void> {
  await writeSealed(path, seal, keys, lines(ledger, keys.fingerprint));
}

interface SentRow {
  readonly row: number;
  readonly state: ResumeEntry['outcome'] | 'sending';
  readonly sub: string | null;
  readonly code: string | null;
  readonly run: string | null;
  readonly body: string;
}

async function* lines(ledger: Ledger, fingerprint: Fingerprint): AsyncGenerator<string> {
  const select = prepareQuery<SentRow>(
    ledger.db,
    `SELECT row, state, coalesce(sub, user_identifiers(row) ->> '$.sub') AS sub, code, run, user_body(row) AS body FROM row
     WHERE row > ? AND state IN ('created', 'updated', 'failed', 'unknown', 'sending') ORDER BY row LIMIT ${CHUNK}`,
  );
  for (let last = 0; ; ) {
    const rows = select.all(last);
    if (rows.length === 0) return;
    let text = '';
    for (const { row, state, sub, code, run, body } of rows) {
      // A row that is being sent may have been applied, like one that was never answered.
      const outcome = state === 'sending' ? 'unknown' : state;
      text += `${JSON.stringify([row, fingerprint(body), outcome, sub, code, run])}\n`;
      last = row;
    }
    yield text;
    // Sending continues between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Reads a resume file. @throws SealedFileError when it cannot be trusted. */
export async function* readResumeFile(path: string, keys: Keys): AsyncGenerator<ResumeEntry> {
  const file = await openSealed(path, keys);
  for await (const lines of file.lines()) yield* lines.flatMap(toEntry);
}

function toEntry(line: string): ResumeEntry[] {
  const [row, fingerprint, outcome, sub, code, run = null] = JSON.parse(line) as [
    number,
    string,
    string,
    string | null,
    string | null,
    (string | null)?,
  ];
  const known = OUTCOMES.find((one) => one === outcome);
  return known === undefined ? [] : [{ row, fingerprint, outcome: known, sub, code, run }];
}
