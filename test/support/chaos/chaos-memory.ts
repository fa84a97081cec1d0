import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { createKeys } from '../../../src/state/keys.ts';
import { readResumeFile } from '../../../src/state/resume-file.ts';
import { readSeal } from '../../../src/state/sealed-file.ts';
import type { ReplayedArtifacts } from './chaos-replays.ts';

/** The rows that are settled according to what is kept between runs, with their outcome. */
export interface KeptRows {
  /** Tells this memory from the one before it. */
  readonly id: string;
  readonly rows: ReadonlyMap<number, 'created' | 'updated'>;
}

/** What the newest resume artifact holds; null when there is none. */
export async function keptInArtifact(kept: ReplayedArtifacts, secret: string): Promise<KeptRows | null> {
  const newest = kept.originals('cidaas-migrate-resume-').at(-1);
  const file = newest === undefined ? undefined : unzipSync(newest.bytes)['resume.bin'];
  if (newest === undefined || file === undefined) return null;
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'resume.bin'), file);
    return { id: `artifact ${newest.id}`, rows: await keptInFile(join(folder, 'resume.bin'), secret) };
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
  for await (const { row, outcome } of readResumeFile(path, createKeys(secret, await readSeal(path))))
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
