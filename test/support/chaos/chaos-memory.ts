import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { createKeys } from '../../../src/state/keys.ts';
import { resumeEntries } from '../../../src/state/resume-file.ts';
import { openSealed, readSeal } from '../../../src/state/sealed-file.ts';
import type { ReplayedArtifacts } from './chaos-replays.ts';

/** The rows that are settled according to what is kept between runs, with their outcome. */
export interface KeptRows {
  /** Tells this memory from the one before it. */
  readonly id: string;
  readonly rows: ReadonlyMap<number, 'created' | 'updated'>;
}

/** What the newest resume artifact holds, with those that it continues; null when there is none. */
export async function keptInArtifact(kept: ReplayedArtifacts, secret: string): Promise<KeptRows | null> {
  const stored = kept.originals('cidaas-migrate-resume-').toReversed();
  const [newest] = stored;
  if (newest === undefined) return null;
  return inFolder(async (folder) => {
    const rows = new Map<number, 'created' | 'updated'>();
    let wanted: string | undefined;
    for (const { id, bytes } of stored) {
      const file = unzipSync(bytes)['resume.bin'];
      if (file === undefined) return null;
      const path = join(folder, `${id}.bin`);
      writeFileSync(path, file);
      const { salt, previous } = await readSeal(path);
      if (id !== newest.id && salt !== wanted) continue;
      wanted = previous;
      for (const [row, outcome] of await keptInFile(path, secret)) rows.set(row, outcome);
      if (wanted === undefined) break;
    }
    return { id: `artifact ${newest.id}`, rows };
  });
}

/** What the command's `--state-dir` holds: the ledger of a run that was killed, else its resume file. */
export async function keptInStateDir(dir: string, secret: string): Promise<KeptRows | null> {
  const ledger = await inFolder(async (folder) => {
    // Opening a ledger changes it: the next run must find it as the killed one left it.
    cpSync(join(dir, 'run'), folder, { recursive: true });
    return keptInLedger(join(folder, 'ledger.db'));
  }).catch(() => null);
  if (ledger !== null) return { id: `ledger of ${statSync(join(dir, 'run')).mtimeMs}`, rows: ledger };
  const path = join(dir, 'resume.bin');
  if (!existsSync(path)) return null;
  return { id: `file ${statSync(path).mtimeMs}`, rows: await keptInFile(path, secret) };
}

async function keptInFile(path: string, secret: string): Promise<KeptRows['rows']> {
  const kept = new Map<number, 'created' | 'updated'>();
  const file = await openSealed(path, createKeys(secret, await readSeal(path)));
  for await (const { row, outcome } of resumeEntries(file))
    if (outcome === 'created' || outcome === 'updated') kept.set(row, outcome);
  return kept;
}

function keptInLedger(path: string): KeptRows['rows'] | null {
  if (!existsSync(path)) return null;
  const db = new DatabaseSync(path);
  try {
    const isThere = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('row', 'note')").get()?.n === 2;
    if (!isThere || db.prepare("SELECT json FROM note WHERE name = 'sending'").get() === undefined) return null;
    const rows = db.prepare("SELECT row, state FROM row WHERE state IN ('created', 'updated')").all();
    return new Map(rows.map(({ row, state }) => [row as number, state as 'created' | 'updated']));
  } finally {
    db.close();
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cidaas-migrate-chaos-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
