import type { Ledger } from '../ledger/ledger.ts';
import { prepareQuery } from '../ledger/query.ts';
import type { Fingerprint, Keys } from './keys.ts';
import type { RowSet } from './row-set.ts';
import { type OpenedFile, type Seal, writeSealed } from './sealed-file.ts';

/** The outcome of a user that was sent; readable only by who can compute the fingerprint of the same user. */
export interface ResumeEntry {
  readonly row: number;
  /** Fingerprint of the user's JSON text. */
  readonly fingerprint: string;
  /** Resume files have no `unknown` users, but only how many there are. */
  readonly outcome: 'created' | 'updated' | 'failed' | 'unknown';
  /** The sub that the tenant answered, or that was sent; null when there is neither. */
  readonly sub: string | null;
  readonly code: string | null;
  /** The run that settled the row, if it is not the one that wrote the file. */
  readonly run: string | null;
}

/** Version of the line format below, and of what the header has. */
export const RESUME_VERSION = 4;
const OUTCOMES = ['created', 'updated', 'failed'] as const;
const IS_SETTLED = `state IN (${OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')})`;
/** Rows read at once; sending may continue in between. */
const CHUNK = 1_000;

/**
 * Writes the outcome of every settled user whose row is not among `rows`, and adds these rows: outcomes and fingerprints, and of
 * personal data only the sub. Returns the salt of the file.
 */
export async function writeResumeFile(
  path: string,
  seal: Seal,
  keys: Keys,
  ledger: Ledger,
  rows: RowSet,
): Promise<string> {
  return writeSealed(path, seal, keys, lines(ledger, keys.fingerprint, rows));
}

/** How many users may have been applied: a row that is being sent is like one that was never answered. */
export function uncertainRows({ db }: Ledger): number {
  const query = prepareQuery<{ n: number }>(db, "SELECT count(*) AS n FROM row WHERE state IN ('unknown', 'sending')");
  return query.get()?.n ?? 0;
}

interface SettledRow {
  readonly row: number;
  readonly state: (typeof OUTCOMES)[number];
  readonly sub: string | null;
  readonly code: string | null;
  readonly run: string | null;
  readonly body: string;
}

async function* lines({ db }: Ledger, fingerprint: Fingerprint, written: RowSet): AsyncGenerator<string> {
  // What is written already is only looked at: unpacking a user is what takes the time.
  const settled = prepareQuery<{ row: number }>(
    db,
    `SELECT row FROM row WHERE row > ? AND ${IS_SETTLED} ORDER BY row LIMIT ${CHUNK}`,
  );
  const select = prepareQuery<SettledRow>(
    db,
    `SELECT row, state, coalesce(sub, user_identifiers(row) ->> '$.sub') AS sub, code, run, user_body(row) AS body FROM row
     WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row`,
  );
  for (let last = 0; ; ) {
    const found = settled.all(last).map(({ row }) => row);
    if (found.length === 0) return;
    last = found.at(-1) ?? last;
    let text = '';
    for (const { row, state, sub, code, run, body } of select.all(
      JSON.stringify(found.filter((row) => !written.has(row))),
    )) {
      text += `${JSON.stringify([row, fingerprint(body), state, sub, code, run])}\n`;
      written.add(row);
    }
    if (text !== '') yield text;
    // Sending continues between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The entries of a resume file. */
export async function* resumeEntries(file: OpenedFile): AsyncGenerator<ResumeEntry> {
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
