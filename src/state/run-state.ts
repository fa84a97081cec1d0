import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { stoppable } from '../runtime/until-stopped.ts';
import { type KeepResult, NotFetched } from './kept-file.ts';
import type { Fingerprint, Keys } from './keys.ts';
import { KnownUsers } from './known-users.ts';
import { type FoundState, findNewerState, findNewestState } from './newest-state.ts';
import { readSeal, type Seal, type SealOwner } from './sealed-file.ts';
import { noteSequence, seenSequence } from './seen-sequence.ts';
import { STATE_VERSION, stateEntries, writeStateFile } from './state-file.ts';
import type { StateFiles } from './state-files.ts';

/** What came of looking for the last state. */
export type LoadedState =
  | { readonly kind: 'loaded'; readonly from: string; readonly users: number }
  /** There is none, or only one that has expired. */
  | { readonly kind: 'none'; readonly expired: string | null }
  /** There are some, and none can be used; each problem is a sentence. */
  | { readonly kind: 'unusable'; readonly problems: readonly string[] }
  /** The newest one that can be used, `from`, is not the last one: `known` says how that is known, as part of a sentence. */
  | { readonly kind: 'outdated'; readonly from: string; readonly known: string };

export interface RunStateOptions {
  readonly ledger: Ledger;
  readonly folder: string;
  /** Derived from `state-key`. */
  readonly keys: Keys;
  readonly owner: SealOwner;
  readonly files: StateFiles;
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly wallNow: () => number;
  readonly warn: (message: string) => void;
}

/** The state that a delta compares with, and the one that it stores for the next delta. */
export interface RunState {
  readonly fingerprint: Fingerprint;
  /** The key of `fingerprint`, for another thread. */
  readonly fingerprintKey: Keys['fingerprintKey'];
  /** The users of this run and of the last state; empty until `load` finds one. */
  readonly known: KnownUsers;
  /** Loads the last valid state. @throws NotFetched when there may be one that cannot be reached. */
  load(stop: AbortSignal): Promise<LoadedState>;
  /** Writes the state after this run. */
  write(): Promise<WrittenState>;
  /** Stores the file that `write` wrote. */
  store(path: string): Promise<KeepResult>;
  /** Stores the state as it is while the run goes on, for the case that it cannot store another one. */
  storeInterim(): Promise<KeepResult>;
}

/** The state after a run, before it is stored. `hasChanged`: it differs from the state that the run started from. */
export type WrittenState =
  | { readonly kind: 'written'; readonly path: string; readonly hasChanged: boolean }
  /** Another run has stored a newer state meanwhile: `by` is its name. */
  | { readonly kind: 'overtaken'; readonly by: string; readonly hasChanged: boolean };

/** Problems of states that are not used, each a warning: many have the same reason. */
const MAX_WARNINGS = 3;

export function createRunState(options: RunStateOptions): RunState {
  const { ledger, folder, keys, owner, files, wallNow, warn } = options;
  const opener = { keys, owner, warn };
  const known = new KnownUsers(ledger);
  let last: FoundState | null = null;
  // From the clock, so that the state of a run that could not fetch the last one still gets a higher sequence.
  const startedAt = Math.floor(options.startedAt / 1_000);
  let seen = new Set<string>();
  let isReachable = true;

  /** A state that another run stored since this one looked for the last one; null when that cannot be found out. */
  const storedMeanwhile = async (own: number): Promise<FoundState | null> => {
    // That was said when the last state was looked for.
    if (!isReachable) return null;
    try {
      const { files: candidates } = await files.candidates('latest', Number.POSITIVE_INFINITY);
      const unseen = candidates.filter(({ id }) => !seen.has(id));
      const newer = await findNewerState(unseen, seenSequence(ledger) || startedAt, opener);
      // The post step finds what its main step stored.
      const isOwn = newer?.runId === owner.runId && newer.attempt === owner.attempt && newer.sequence === own;
      return isOwn ? null : newer;
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error;
      warn(`Whether another run stored a newer state in the meantime could not be looked up. ${error.message}`);
      return null;
    }
  };

  const write = async (): Promise<WrittenState> => {
    const hasChanged = last === null || known.haveChanged();
    const sequence = Math.max(startedAt, seenSequence(ledger) + 1);
    const meanwhile = await storedMeanwhile(sequence);
    if (meanwhile !== null) {
      noteSequence(ledger, meanwhile.sequence);
      return { kind: 'overtaken', by: meanwhile.name, hasChanged };
    }
    const path = join(folder, 'state.bin');
    const writtenAt = new Date(wallNow()).toISOString();
    const seal: Seal = { kind: 'state', version: STATE_VERSION, ...owner, sequence, writtenAt };
    // Also when nothing has changed: an artifact expires, and a state counts only where the run that wrote it has stored it.
    await writeStateFile(path, seal, keys, known.entries());
    return { kind: 'written', path, hasChanged };
  };

  return {
    fingerprint: keys.fingerprint,
    fingerprintKey: keys.fingerprintKey,
    known,
    async load(stop) {
      isReachable = false;
      const found = await findNewestState(files, opener);
      isReachable = true;
      seen = new Set(found.seen);
      noteSequence(ledger, found.highest);
      const { newest, problems, laterKnownBy, expired } = found;
      if (newest === null) return problems.length > 0 ? { kind: 'unusable', problems } : { kind: 'none', expired };
      for (const problem of problems.slice(0, MAX_WARNINGS)) warn(problem);
      if (problems.length > MAX_WARNINGS) warn(`${problems.length - MAX_WARNINGS} more states are not used.`);
      if (laterKnownBy !== null) return { kind: 'outdated', from: newest.name, known: laterKnownBy };
      last = newest;
      const users = await known.load(stoppable(stateEntries(newest.file), stop));
      return { kind: 'loaded', from: newest.name, users };
    },
    write,
    store: (path) => files.put(path),
    async storeInterim() {
      const written = await write();
      if (written.kind === 'overtaken')
        return { kind: 'failed', reason: `another run stored a newer state (${written.by})` };
      const result = await files.put(written.path);
      // The state at the end of the run comes after it.
      if (result.kind === 'kept') noteSequence(ledger, (await readSeal(written.path)).sequence);
      return result;
    },
  };
}
