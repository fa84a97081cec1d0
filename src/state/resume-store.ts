import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { InputError } from '../runtime/input-error.ts';
import { type FoundProgress, findProgress, openProgress } from './found-progress.ts';
import { type KeepResult, type KeptFile, NotFetched } from './kept-file.ts';
import type { Keys } from './keys.ts';
import { type RestoredRows, restoreOutcomes } from './resume.ts';
import { RESUME_VERSION, type ResumeEntry, uncertainRows, writeResumeFile } from './resume-file.ts';
import type { ResumeFiles } from './resume-files.ts';
import { RowSet } from './row-set.ts';
import { readSeal, type Seal, SealedFileError, type SealOwner, WrongKeyError } from './sealed-file.ts';
import { noteSequence, seenSequence } from './seen-sequence.ts';

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
  /** Every user that was settled; those that another run settled have its id in `run`. */
  readonly entries: AsyncIterable<ResumeEntry>;
  /** How many more were sent and may have been created. */
  readonly uncertain: number;
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
  let found: readonly KeptFile[] = [];
  const stored = storedProgress(ledger);
  /** The rows in what this process has stored while it is sending, and the salt of the last file; null: nothing is stored. */
  let rows = new RowSet();
  let previous: string | null = null;
  const store = async (statePath: string | null, isFinal: boolean): Promise<KeepResult> => {
    const { created, updated, unknown, failed } = ledger.totals();
    // A file without a row is of no use and would block a later run that has the right secret. Unknown rows count: the
    // tenant may have applied them, and an older file would have their earlier outcome.
    if (created + updated + unknown === 0) return { kind: 'kept', paths: [] };
    // During an outage nothing is settled, and what is stored has all of it.
    if (!isFinal && created + updated + failed === rows.size) return { kind: 'kept', paths: [] };
    const isPiece = !isFinal && files.keepsPieces && previous !== null && stored.names.length < MAX_PIECES;
    const path = join(folder, 'resume.bin');
    // Of a state that travels along, its own. One that is neither stored nor travels along must not be known of.
    const sequence = statePath === null ? seenSequence(ledger) : (await readSeal(statePath)).sequence;
    stored.writtenAt = Math.max(wallNow(), stored.writtenAt + 1);
    const writtenAt = new Date(stored.writtenAt).toISOString();
    const startedAt =
      (ledger.readNote(STARTED_BEFORE) as string | undefined) ?? new Date(options.startedAt).toISOString();
    const seal: Seal = {
      ...{ kind: 'resume', version: RESUME_VERSION, ...owner, sequence, writtenAt, startedAt },
      ...{ uncertain: uncertainRows(ledger), ...(isPiece && previous !== null ? { previous } : {}) },
    };
    const written = new RowSet(isPiece ? rows : undefined);
    const salt = await writeResumeFile(path, seal, keys, ledger, written);
    const contained = isPiece ? { found: [], own: [] } : { found, own: stored.names };
    const result = await files.put(statePath === null ? [path] : [path, statePath], isFinal, contained);
    if (result.kind !== 'kept') return result;
    if (isFinal) return result;
    rows = written;
    previous = salt;
    stored.names = [...(isPiece ? stored.names : []), ...(result.name === undefined ? [] : [result.name])];
    ledger.writeNote(STORED, stored);
    return result;
  };
  /** Null when there is no file. @throws InputError that names the file. */
  const useNewest = async <T>(use: FileUse, work: (progress: FoundProgress, tried: OnTried) => Promise<T>) => {
    let name = 'The resume artifact';
    const onTried = (tried: string): void => {
      name = tried;
    };
    try {
      const progress = await findProgress({ ...options, onTried });
      return progress === null ? null : await work(progress, onTried);
    } catch (cause) {
      throw problemOf(cause, name, keySource, use);
    }
  };
  return {
    load: (stop) =>
      useNewest(CONTINUE, async (progress, onTried) => {
        const [{ name, seal }] = progress;
        const { sync, branch, sequence, runId, startedAt, writtenAt } = seal;
        const knowsLater = sync === owner.sync && branch === owner.branch && sequence > seenSequence(ledger);
        // Only authenticated files know anything.
        const entries = await openProgress(progress, keys, onTried);
        if (knowsLater && comparesWithState) throw new InputError([outdatedText(name)]);
        const isOwn = runId === owner.runId;
        const restored = await restoreOutcomes(
          ledger,
          settledBy(entries, isOwn ? null : runId),
          keys.fingerprint,
          stop,
        );
        stored.writtenAt = Date.parse(writtenAt);
        ledger.writeNote(STORED, stored);
        found = restored.isComplete ? progress.map(({ kept }) => kept) : [];
        if (knowsLater) noteSequence(ledger, sequence);
        if (isOwn && startedAt !== undefined) ledger.writeNote(STARTED_BEFORE, startedAt);
        return { from: name, ...restored };
      }),
    created: () =>
      useNewest(TAKE_BACK, async (progress, onTried) => {
        // All of it is authenticated before it names anybody.
        const entries = await openProgress(progress, keys, onTried);
        const [{ name, seal }] = progress;
        const { startedAt, writtenAt, sequence, sync, branch, uncertain = 0 } = seal;
        const hasOtherState = sequence > 0 && (sync !== owner.sync || branch !== owner.branch);
        return { from: name, startedAt: startedAt ?? writtenAt, writtenAt, hasOtherState, entries, uncertain };
      }),
    retire: async () => files.retire?.(),
    saveInterim: () => store(null, false),
    save: (statePath) => store(statePath, true),
  };
}

type OnTried = (name: string) => void;

/** More pieces make looking for progress slow, and a later attempt depends on each of them. */
const MAX_PIECES = 40;

/** What this run has stored while it was sending, or an earlier process of it, as a note in the ledger. */
interface StoredProgress {
  /** As `put` named it; empty where files have no names. */
  names: string[];
  /**
   * When the last file was written, in milliseconds since 1970; also of that from which this run continues, perhaps by a machine
   * whose clock is ahead.
   */
  writtenAt: number;
}
const STORED = 'stored-progress';

function storedProgress(ledger: Ledger): StoredProgress {
  return (ledger.readNote(STORED) as StoredProgress | undefined) ?? { names: [], writtenAt: 0 };
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

function outdatedText(name: string): string {
  return `The state that this delta was compared with is not the last one: ${name} names a later one, which was deleted or has expired. Nothing was sent. Find out who deleted it, then run \`sync: full\` once: see docs/delta.md.`;
}
