import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import type { ReportHead } from '../report/report-data.ts';
import type { KeptRun } from '../run/keep-step.ts';
import { hasSendingStarted, loadRunRecord } from '../run/run-notes.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { ResumeFiles } from '../state/resume-files.ts';
import { readSeal } from '../state/sealed-file.ts';
import type { StateFiles } from '../state/state-files.ts';
import { stateFolder } from '../state/state-folder.ts';
import { openResumeStore } from './open-stores.ts';

/** The storage of one run of the command: its private folder, and what is kept for the next run. */
export interface RunStorage extends AsyncDisposable {
  readonly folder: string;
  readonly resumeFiles: ResumeFiles;
  readonly stateStore: StateFiles;
  /** Call it after the report is written: removes what is left to continue from when nothing is left to do. */
  finish(head: ReportHead, kept: KeptRun): Promise<void>;
}

/**
 * Opens the storage of a run. An apply works in `state-dir`, one at a time, and first recovers what a run that was killed there
 * left in its ledger. All other runs use the system's temporary folder.
 *
 * @throws InputError when another run uses `state-dir`, or its files belong to another tenant.
 */
export async function openRunStorage(settings: Settings, stateDir: string, log: Log): Promise<RunStorage> {
  const { mode, role } = settings;
  const isKept = (mode === 'apply' && role === 'lead') || mode === 'undo';
  if (!isKept || settings.tenant?.kind !== 'origin') return temporaryStorage(stateDir);
  await makeStateDir(stateDir);
  const unlock = lock(join(stateDir, 'lock.db'));
  const folder = join(stateDir, 'run');
  const kept = stateFolder(stateDir);
  try {
    await refuseForeignState(settings, kept.state);
    if (existsSync(ledgerPath(folder))) await recoverKilledRun(settings, folder, kept.resume, log);
    await removeFolder(folder);
    await mkdir(folder, { mode: 0o700 });
    // The command often runs in a repository, where the files of a killed run must not be committed.
    await writeFile(join(folder, '.gitignore'), '*\n');
  } catch (error) {
    unlock();
    throw error;
  }
  let isRemovable = false;
  return {
    folder,
    resumeFiles: mode === 'undo' ? kept.undo : kept.resume,
    stateStore: kept.state,
    async finish({ outcome, totals }, { isResumeSaved, state }) {
      // The resume file stays when the run was stopped, so that a mistyped path does not cost it, and when the state could not
      // be stored, since it then lacks the users of this run.
      const isFinished = state !== 'lost' && (outcome === 'succeeded' || outcome === 'failed');
      const isDone = isFinished && totals.failed + totals.unknown + totals.unsent === 0;
      if (isDone && mode === 'apply') await kept.retireResume();
      isRemovable = isDone || isResumeSaved;
    },
    async [Symbol.asyncDispose]() {
      // Otherwise the ledger stays, and the next run recovers what this one had settled.
      if (isRemovable) await removeFolder(folder);
      unlock();
    },
  };
}

/** What is in the place of a file that this run replaces would only be found once the users have been sent. */
async function makeStateDir(stateDir: string): Promise<void> {
  const found = await stat(stateDir).catch(() => null);
  if (found?.isDirectory() === false) throw new InputError([`--state-dir: ${stateDir} is not a folder.`]);
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const replaced = ['state.bin', 'state.sequence', 'resume.bin'].flatMap((name) => [name, `${name}.part`]);
  for (const name of ['lock.db', ...replaced]) {
    const path = join(stateDir, name);
    const file = await stat(path).catch(() => null);
    if (file?.isFile() === false)
      throw new InputError([
        `--state-dir: ${path} is a folder or a device, not a file. Remove it, or use another folder.`,
      ]);
  }
}

async function temporaryStorage(stateDir: string): Promise<RunStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'cidaas-migrate-'));
  return {
    folder,
    resumeFiles: { keepsPieces: false, find: async () => null, put: async () => ({ kind: 'kept', paths: [] }) },
    stateStore: stateFolder(stateDir).state,
    finish: async () => undefined,
    [Symbol.asyncDispose]: () => removeFolder(folder),
  };
}

/** This run would overwrite the state of the other tenant, whose next delta would then have nothing to compare with. */
async function refuseForeignState({ tenant, stateKey }: Settings, store: StateFiles): Promise<void> {
  if (tenant?.kind !== 'origin' || stateKey === null) return;
  for (const { name: path } of (await store.candidates('all', 0)).files) {
    const seal = await readSeal(path).catch(() => null);
    if (seal === null || seal.tenant === tenant.origin) continue;
    throw new InputError([
      `--state-dir: the state in this folder belongs to ${seal.tenant}. Use another --state-dir for runs against ${tenant.origin}.`,
    ]);
  }
}

/** Writes a resume file from the ledger that a killed run left. */
async function recoverKilledRun(settings: Settings, folder: string, resumeFiles: ResumeFiles, log: Log): Promise<void> {
  const ledger = new Ledger(ledgerPath(folder));
  try {
    const record = loadRunRecord(ledger);
    if (record === undefined || !hasSendingStarted(ledger)) return;
    if (settings.tenant?.kind === 'origin' && record.tenant !== settings.tenant.origin) {
      throw new InputError([
        `--state-dir: a run against ${record.tenant} was interrupted in this folder. Finish that run first, or use another --state-dir for this one.`,
      ]);
    }
    const owner = { folder, workflow: '', run: null, branch: '', sync: '', resumeFiles, log };
    await openResumeStore(settings, owner, ledger, undefined, record.startedAt)?.save(null);
    log.notice('An earlier run was interrupted; the rows that it had settled were recovered from its ledger.');
  } finally {
    ledger.close();
  }
}

/** Lets only one run in at a time. The operating system releases the lock when the process ends, whatever the reason. */
function lock(path: string): () => void {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (!isBusy(cause)) throw cause;
    throw new InputError(
      ['--state-dir: another run is using this folder. Wait until it has finished, or use another --state-dir.'],
      { cause },
    );
  }
  return () => db.close();
}

/** SQLITE_BUSY; source: https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
