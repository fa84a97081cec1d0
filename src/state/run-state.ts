import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import type { Binding, Fingerprint, Keys } from './keys.ts';
import { KnownUsers } from './known-users.ts';
import { type OpenedFile, openSealed, readSeal, type Seal, SealedFileError } from './sealed-file.ts';
import { STATE_VERSION, stateEntries, writeStateFile } from './state-file.ts';

/** Where states are stored between runs: as artifacts of earlier runs, or in a folder. */
export interface StateFiles {
  /** Files that may be the last state, newest first; each is fetched when it is requested. */
  candidates(): AsyncIterable<{ readonly path: string; readonly name: string }>;
  /** Stores a new state. False, after a warning, when that failed. */
  put(path: string): Promise<boolean>;
}

export interface RunStateOptions {
  readonly ledger: Ledger;
  readonly folder: string;
  /** Derived from `state-key`. */
  readonly keys: Keys;
  readonly branch: string;
  readonly runId: string;
  readonly files: StateFiles;
  readonly now: () => number;
  readonly warn: (message: string) => void;
}

/** The state that a delta compares with, and the one that it stores for the next delta. */
export interface RunState {
  readonly fingerprint: Fingerprint;
  /** The users of this run and of the last state; empty until `load` finds one. */
  readonly known: KnownUsers;
  /** Loads the last valid state; null when there is none. */
  load(): Promise<{ readonly from: string; readonly users: number } | null>;
  /** Stores the state after this run, unless another run stored a newer one meanwhile. False when that failed. */
  save(): Promise<boolean>;
}

/** Valid candidates to read: when an older state was stored again, the later one is the next candidate. */
const MAX_CANDIDATES = 2;

/** A state that was authenticated. */
interface FoundState {
  readonly path: string;
  readonly name: string;
  readonly sequence: number;
  readonly file: OpenedFile;
}

export function createRunState(options: RunStateOptions): RunState {
  const { ledger, folder, keys, branch, runId, files, now, warn } = options;
  const known = new KnownUsers(ledger);
  let last: FoundState | null = null;
  // From the clock, so that the state of a run that could not fetch the last one still gets a higher sequence.
  const startedAt = Math.floor(now() / 1_000);

  /** The last state with a higher sequence; a file whose header names a lower one is not authenticated. */
  const newest = async (above: number): Promise<FoundState | null> => {
    const valid: FoundState[] = [];
    let read = 0;
    for await (const candidate of files.candidates()) {
      try {
        const seal = await readSeal(candidate.path);
        checkSeal(seal, keys.binding, branch);
        const sequence = seal.sequence ?? 0;
        if (sequence > above) valid.push({ ...candidate, sequence, file: await openSealed(candidate.path, keys) });
        read++;
      } catch (error) {
        if (!(error instanceof SealedFileError)) throw error;
        warn(`The state ${candidate.name} is not used: ${error.message}.`);
      }
      if (read === MAX_CANDIDATES) break;
    }
    const [first, second] = valid;
    if (first !== undefined && second !== undefined && second.sequence > first.sequence) {
      warn(
        `The state ${first.name} is older than ${second.name}, although it was stored later; ${second.name} is used.`,
      );
      return second;
    }
    return first ?? null;
  };

  return {
    fingerprint: keys.fingerprint,
    known,
    async load() {
      last = await newest(-1);
      return last === null ? null : { from: last.name, users: await known.load(stateEntries(last.file)) };
    },
    async save() {
      const meanwhile = await newest(last?.sequence ?? startedAt);
      if (meanwhile !== null) {
        warn(
          `Another run stored a newer state (${meanwhile.name}) in the meantime, so this run does not store its own. Allow only one run at a time (\`concurrency:\` in the workflow).`,
        );
        return true;
      }
      // Stored again, because an artifact expires and the newest one counts.
      if (last !== null && !known.haveChanged()) return files.put(last.path);
      const path = join(folder, 'state.bin');
      const seal: Seal = {
        kind: 'state',
        version: STATE_VERSION,
        ...keys.binding,
        branch,
        sequence: Math.max(startedAt, (last?.sequence ?? 0) + 1),
        runId,
        writtenAt: new Date(now()).toISOString(),
      };
      await writeStateFile(path, seal, keys, known.entries());
      return files.put(path);
    },
  };
}

function checkSeal(seal: Seal, binding: Binding, branch: string): void {
  if (seal.kind !== 'state') throw new SealedFileError(`it is a ${seal.kind} file`);
  if (seal.version !== STATE_VERSION)
    throw new SealedFileError(`it has version ${seal.version}, this release reads version ${STATE_VERSION}`);
  for (const part of ['repository', 'workflow', 'tenant'] as const) {
    if (seal[part] !== binding[part]) throw new SealedFileError(`it belongs to another ${part}`);
  }
  if (seal.branch !== branch) throw new SealedFileError('it belongs to another branch');
}
