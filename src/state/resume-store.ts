import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { InputError } from '../runtime/input-error.ts';
import { type KeepResult, type KeptFile, NotFetched } from './kept-file.ts';
import type { Keys } from './keys.ts';
import { type RestoredRows, restoreOutcomes } from './resume.ts';
import { RESUME_VERSION, type ResumeEntry, readResumeFile, writeResumeFile } from './resume-file.ts';
import {
  openSealed,
  readSeal,
  refuseForeign,
  type Seal,
  SealedFileError,
  type SealOwner,
  WrongKeyError,
} from './sealed-file.ts';
import { noteSequence, seenSequence } from './seen-sequence.ts';

/** Where resume files are stored between runs: as artifacts of the run, or in a folder. */
export interface ResumeFiles {
  /**
   * The files to continue from, newest first; null when there is none.
   *
   * @throws NotFetched when there may be one that cannot be reached, or the run that was named has none.
   */
  find(): Promise<readonly KeptFile[] | null>;
  /**
   * Stores new files, which contain everything of the files before them. `isFinal`: the run has ended; otherwise it is still
   * sending and will store others. `contained`: the file of `find` that they contain, if any.
   */
  put(paths: readonly string[], isFinal: boolean, contained: KeptFile | null): Promise<KeepResult>;
  /** The run is taken back now: where that can be prevented, no later run continues it. */
  retire?(): Promise<void>;
}

export interface ResumeStoreOptions {
  readonly ledger: Ledger;
  /** A private folder for a file until it is stored. */
  readonly folder: string;
  readonly keys: Keys;
  /** The input that the keys are derived from. */
  readonly keySource: 'state-key' | 'client-secret';
  readonly owner: SealOwner;
  /** When this attempt began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** True when the plan was compared with a state, which must not be older than the one that the progress knows of. */
  readonly comparesWithState: boolean;
  readonly files: ResumeFiles;
  readonly wallNow: () => number;
  readonly warn: (message: string) => void;
}

/** The rows that an earlier attempt settled. */
export interface LoadedResume extends RestoredRows {
  /** Name of the file or artifact. */
  readonly from: string;
}

/** The users that a run created. */
export interface CreatedUsers {
  /** Name of the file or artifact. */
  readonly from: string;
  /** When the run began and when it last stored its progress; ISO 8601. */
  readonly startedAt: string;
  readonly writtenAt: string;
  /** True when the run knew or stored a state that is not the one of this run: it had another mapping, preset or branch. */
  readonly hasOtherState: boolean;
  /** Every user that was sent; those that another run settled have its id in `run`. */
  readonly entries: AsyncIterable<ResumeEntry>;
}

/** Hands the outcomes of one attempt to the next. */
export interface ResumeStore {
  /** Gives planned rows the outcome that an earlier attempt reached; null when there is nothing to continue from. */
  load(stop: AbortSignal): Promise<LoadedResume | null>;
  /** What the run created that is to be taken back; null when there is no such run. @throws InputError as `load` does. */
  created(): Promise<CreatedUsers | null>;
  /** Call it before a user of the run is deleted: a run that continued it would take these users for settled. */
  retire(): Promise<void>;
  /** Stores what is settled while the run is still sending. */
  saveInterim(): Promise<KeepResult>;
  /** Stores what is settled at the end of the run, with a copy of its state (null: without). */
  save(statePath: string | null): Promise<KeepResult>;
}

/**
 * @throws InputError from `load` when the file cannot be reached, is damaged, forged, encrypted with another key, or belongs to
 * another run.
 */
export function createResumeStore(options: ResumeStoreOptions): ResumeStore {
  const { ledger, folder, keys, keySource, owner, comparesWithState, files, wallNow } = options;
  let contained: KeptFile | null = null;
  /** When the file was written from which this run continues, perhaps by a machine whose clock is ahead. */
  let continuedAt = 0;
  /** How many rows had each outcome when the run last stored its progress while it was sending. */
  let storedInterim = '';
  const store = async (statePath: string | null, isFinal: boolean): Promise<KeepResult> => {
    const { created, updated, unknown, failed } = ledger.totals();
    // A file without a row is of no use and would block a later run that has the right secret. Unknown rows count: the
    // tenant may have applied them, and an older file would have their earlier outcome.
    if (created + updated + unknown === 0) return { kind: 'kept', paths: [] };
    // During an outage nothing is settled, and the file that is stored has all of it.
    const settled = [created, updated, unknown, failed].join();
    if (!isFinal && settled === storedInterim) return { kind: 'kept', paths: [] };
    const path = join(folder, 'resume.bin');
    // Of a state that travels along, its own. One that is neither stored nor travels along must not be known of.
    const sequence = statePath === null ? seenSequence(ledger) : (await readSeal(statePath)).sequence;
    const writtenAt = new Date(Math.max(wallNow(), continuedAt + 1)).toISOString();
    const startedAt =
      (ledger.readNote(STARTED_BEFORE) as string | undefined) ?? new Date(options.startedAt).toISOString();
    const seal: Seal = { kind: 'resume', version: RESUME_VERSION, ...owner, sequence, writtenAt, startedAt };
    await writeResumeFile(path, seal, keys, ledger);
    const result = await files.put(statePath === null ? [path] : [path, statePath], isFinal, contained);
    if (result.kind === 'kept') storedInterim = settled;
    return result;
  };
  /** Null when there is no file. @throws InputError that names the file. */
  const useNewest = async <T>(use: FileUse, work: (file: NewestFile) => Promise<T>): Promise<T | null> => {
    let name = 'The resume artifact';
    try {
      const file = await newestFile(options, (tried) => {
        name = tried;
      });
      if (file === null) return null;
      name = file.name;
      return await work(file);
    } catch (cause) {
      throw problemOf(cause, name, keySource, use);
    }
  };
  return {
    load: (stop) =>
      useNewest(CONTINUE, async ({ path, name, kept, seal }) => {
        const { sync, branch, sequence, runId, startedAt, writtenAt } = seal;
        const knowsLater = sync === owner.sync && branch === owner.branch && sequence > seenSequence(ledger);
        if (knowsLater && comparesWithState) {
          // Only authenticated files know anything.
          await openSealed(path, keys);
          throw new InputError([outdatedText(name)]);
        }
        const isOwn = runId === owner.runId;
        const entries = settledBy(readResumeFile(path, keys), isOwn ? null : runId);
        const restored = await restoreOutcomes(ledger, entries, keys.fingerprint, stop);
        continuedAt = Date.parse(writtenAt);
        contained = restored.isComplete ? kept : null;
        if (knowsLater) noteSequence(ledger, sequence);
        if (isOwn && startedAt !== undefined) ledger.writeNote(STARTED_BEFORE, startedAt);
        return { from: name, ...restored };
      }),
    created: () =>
      useNewest(TAKE_BACK, async ({ path, name, seal }) => {
        // All of it is authenticated before it names anybody.
        await openSealed(path, keys);
        const { startedAt, writtenAt, sequence, sync, branch } = seal;
        const hasOtherState = sequence > 0 && (sync !== owner.sync || branch !== owner.branch);
        const entries = readResumeFile(path, keys);
        return { from: name, startedAt: startedAt ?? writtenAt, writtenAt, hasOtherState, entries };
      }),
    retire: async () => files.retire?.(),
    saveInterim: () => store(null, false),
    save: (statePath) => store(statePath, true),
  };
}

/** What a file is read for, as words of an error. `purpose` completes "cannot be used …", `advice` is sentences. */
interface FileUse {
  readonly purpose: string;
  readonly advice: string;
}

const CONTINUE: FileUse = {
  purpose: 'to continue',
  advice:
    'Nothing was sent. `resume: none` starts over and sends every planned user again, which sets back what people changed in cidaas since.',
};
const TAKE_BACK: FileUse = {
  purpose: 'to take the run back',
  advice: 'Nothing was deleted: without it, nothing shows whom that run created.',
};

/** The error for a file that cannot be reached or used; the cause itself when it is another one. */
function problemOf(cause: unknown, name: string, keySource: string, { purpose, advice }: FileUse): unknown {
  if (cause instanceof NotFetched) {
    const problem = `The progress of the earlier run or attempt cannot be fetched. ${cause.message} ${advice}`;
    return new InputError([problem], { cause });
  }
  if (!(cause instanceof SealedFileError)) return cause;
  const problem = `${name} cannot be used ${purpose}: ${cause.message}.`;
  if (!(cause instanceof WrongKeyError)) return new InputError([`${problem} ${advice}`], { cause });
  const text = `\`${keySource}\` is probably not the one with which an earlier run stored its progress. ${problem} Check \`${keySource}\` first. ${advice}`;
  return new InputError([text], { cause });
}

/** The note with the time when the first attempt of this run began. */
const STARTED_BEFORE = 'started-before';

/** `run`: the run that wrote the entries, null when it is this one. */
async function* settledBy(entries: AsyncIterable<ResumeEntry>, run: string | null): AsyncGenerator<ResumeEntry> {
  for await (const entry of entries) yield { ...entry, run: entry.run ?? run };
}

/**
 * The file that was written last, which its seal says; the order of the uploads may differ. A file that cannot be used is
 * passed over only when a usable one was stored after it: otherwise it may be the last one.
 *
 * @throws SealedFileError when the newest one cannot be used; NotFetched when one cannot be reached.
 */
async function newestFile(
  { files, owner, warn }: ResumeStoreOptions,
  onTried: (name: string) => void,
): Promise<NewestFile | null> {
  let newest: NewestFile | null = null;
  const candidates = (await files.find()) ?? [];
  for (const file of candidates) {
    onTried(file.name);
    try {
      const path = await file.fetch();
      if (path === null) continue;
      const seal = await readSeal(path);
      // The header is authenticated with the rest; checking it first only makes the message more specific.
      refuseForeign(seal, { ...owner, kind: 'resume', version: RESUME_VERSION }, file.storedBy ?? '');
      if (newest === null || isLater(seal, newest.seal)) {
        await newest?.kept.discard();
        newest = { path, name: file.name, seal, kept: file };
      } else await file.discard();
    } catch (error) {
      if (newest === null || !(error instanceof SealedFileError)) throw error;
      warn(`${file.name} is older than ${newest.name} and is not used: ${error.message}.`);
    }
  }
  if (newest === null && candidates.length > 0)
    throw new NotFetched(`${candidates[0]?.name} has been deleted or has expired.`);
  return newest;
}

interface NewestFile {
  readonly path: string;
  readonly name: string;
  readonly seal: Seal;
  readonly kept: KeptFile;
}

function isLater(a: Seal, b: Seal): boolean {
  return a.attempt === b.attempt ? a.writtenAt > b.writtenAt : a.attempt > b.attempt;
}

function outdatedText(name: string): string {
  return `The state that this delta was compared with is not the last one: ${name} names a later one, which was deleted or has expired. Nothing was sent. Find out who deleted it, then run \`sync: full\` once: see docs/delta.md.`;
}
