import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import type { ReportHead } from '../report/report-data.ts';
import { keepState } from '../run/delta-step.ts';
import { loadDraft } from '../run/run-record.ts';
import { hasSent, saveResume } from '../run/send-step.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { ResumeFiles, ResumeStore } from '../state/resume-store.ts';
import type { RunState, StateFiles } from '../state/run-state.ts';
import { readSeal } from '../state/sealed-file.ts';
import { stateFolder } from '../state/state-folder.ts';
import { openResumeStore } from './open-stores.ts';

/** Where a run of the command lives: its private folder, and what it keeps for the next one. */
export interface RunHome extends AsyncDisposable {
  readonly folder: string;
  readonly store: ResumeFiles;
  readonly stateStore: StateFiles;
  /** After the report is written: keeps what the next run needs, or forgets it all when nothing is left to do. */
  remember(head: ReportHead, memory: ResumeStore | null, state: RunState | null): Promise<void>;
}

/**
 * Opens the home of a run. An apply lives in `state-dir`, one at a time, and first takes in what a run that was killed there
 * left in its ledger; everything else lives in the system's temporary folder.
 *
 * @throws InputError when another run lives there, or what lies there is of another tenant.
 */
export async function openRunHome(settings: Settings, stateDir: string, log: Log): Promise<RunHome> {
  if (settings.mode !== 'apply' || settings.tenant?.kind !== 'origin') return temporaryHome(stateDir);
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const unlock = lock(join(stateDir, 'lock.db'));
  const folder = join(stateDir, 'run');
  const store = stateFolder(stateDir);
  try {
    await refuseStateOfOthers(settings, store.state);
    if (existsSync(ledgerPath(folder))) await takeIn(settings, folder, store.resume, log);
    await removeFolder(folder);
    await mkdir(folder, { mode: 0o700 });
    // The command runs in people's repositories: what a killed run leaves there must not be committed.
    await writeFile(join(folder, '.gitignore'), '*\n');
  } catch (error) {
    unlock();
    throw error;
  }
  let isOver = false;
  return {
    folder,
    store: store.resume,
    stateStore: store.state,
    async remember({ outcome, totals }, memory, state) {
      const isKept = await keepState(state, log);
      // Of a run that was stopped nobody knows what it would have done: a mistyped path must not cost the memory. Nor must a
      // state that lacks the users of this run.
      const cameToItsEnd = isKept && (outcome === 'succeeded' || outcome === 'failed');
      const isDone = cameToItsEnd && totals.failed + totals.unknown + totals.unsent === 0;
      if (isDone) await store.deleteResume();
      isOver = isDone || memory === null || (await saveResume(memory, log));
    },
    async [Symbol.asyncDispose]() {
      // A run that broke, or could not be remembered, leaves its ledger: the next one takes in what it had settled.
      if (isOver) await removeFolder(folder);
      unlock();
    },
  };
}

async function temporaryHome(stateDir: string): Promise<RunHome> {
  const folder = await mkdtemp(join(tmpdir(), 'cidaas-migrate-'));
  return {
    folder,
    store: { fetch: async () => null, put: async () => true },
    stateStore: stateFolder(stateDir).state,
    remember: async () => undefined,
    [Symbol.asyncDispose]: () => removeFolder(folder),
  };
}

/** A run that keeps a state would put it in the place of this one, and the next delta of that tenant had nothing to compare with. */
async function refuseStateOfOthers({ tenant, stateKey }: Settings, store: StateFiles): Promise<void> {
  if (tenant?.kind !== 'origin' || stateKey === null) return;
  for await (const { path } of store.candidates()) {
    const seal = await readSeal(path).catch(() => null);
    if (seal === null || seal.tenant === tenant.origin) continue;
    throw new InputError([
      `--state-dir: the state there belongs to ${seal.tenant}. Give the runs against ${tenant.origin} a --state-dir of their own.`,
    ]);
  }
}

/** Makes a resume file of the ledger that a killed run left. */
async function takeIn(settings: Settings, folder: string, store: ResumeFiles, log: Log): Promise<void> {
  const ledger = new Ledger(ledgerPath(folder));
  try {
    const draft = loadDraft(ledger);
    if (draft === undefined || !hasSent(ledger)) return;
    if (settings.tenant?.kind === 'origin' && draft.tenant !== settings.tenant.origin) {
      throw new InputError([
        `--state-dir: a run against ${draft.tenant} ended in the middle there. Finish that one first, or give this one a --state-dir of its own.`,
      ]);
    }
    await openResumeStore(settings, { folder, workflow: '', run: null, store }, ledger)?.save();
    log.notice('An earlier run ended in the middle; what it had settled was found in its ledger.');
  } finally {
    ledger.close();
  }
}

/** One run at a time: the lock is the system's, which frees it when the process ends, however it ends. */
function lock(path: string): () => void {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (!isBusy(cause)) throw cause;
    throw new InputError(
      ['--state-dir: another run works there. Wait for it, or give this one a --state-dir of its own.'],
      { cause },
    );
  }
  return () => db.close();
}

/** SQLITE_BUSY; source: https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
