import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { stoppable } from '../runtime/until-stopped.ts';
import { type KeepResult, type KeptFile, NotFetched } from './kept-file.ts';
import type { Binding, Fingerprint, Keys } from './keys.ts';
import { KnownUsers } from './known-users.ts';
import { type OpenedFile, openSealed, readSeal, refuseForeign, type Seal, SealedFileError } from './sealed-file.ts';
import { STATE_VERSION, stateEntries, writeStateFile } from './state-file.ts';

/** Where states are stored between runs: as artifacts of earlier runs, or in a folder. */
export interface StateFiles {
  /**
   * Files that may be the last state, newest first. `latest` asks only for what other runs stored under the usual name.
   *
   * @throws NotFetched when there may be some that cannot be reached.
   */
  candidates(which: 'all' | 'latest'): Promise<StateCandidates>;
  /** Stores a new state. */
  put(path: string): Promise<KeepResult>;
}

interface StateCandidates {
  readonly files: readonly KeptFile[];
  /** The name of the last state whose bytes were deleted when its retention ended; null when there is none. */
  readonly expired: string | null;
}

/** What came of looking for the last state. */
export type LoadedState =
  | { readonly kind: 'loaded'; readonly from: string; readonly users: number }
  /** There is none, or only one that has expired. */
  | { readonly kind: 'none'; readonly expired: string | null }
  /** There are some, and none can be used; each problem is a sentence. */
  | { readonly kind: 'unusable'; readonly problems: readonly string[] };

export interface RunStateOptions {
  readonly ledger: Ledger;
  readonly folder: string;
  /** Derived from `state-key`. */
  readonly keys: Keys;
  readonly branch: string;
  readonly runId: string;
  readonly files: StateFiles;
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly wallNow: () => number;
  readonly warn: (message: string) => void;
}

/** The state that a delta compares with, and the one that it stores for the next delta. */
export interface RunState {
  readonly fingerprint: Fingerprint;
  /** The users of this run and of the last state; empty until `load` finds one. */
  readonly known: KnownUsers;
  /** Loads the last valid state. @throws NotFetched when there may be one that cannot be reached. */
  load(stop: AbortSignal): Promise<LoadedState>;
  /** Writes the state after this run. */
  write(): Promise<WrittenState>;
  /** Stores the file that `write` wrote. */
  store(path: string): Promise<KeepResult>;
}

/** The state after a run, before it is stored. `hasChanged`: it differs from the state that the run started from. */
export type WrittenState =
  | { readonly kind: 'written'; readonly path: string; readonly hasChanged: boolean }
  /** Another run has stored a newer state meanwhile: `by` is its name. */
  | { readonly kind: 'overtaken'; readonly by: string; readonly hasChanged: boolean };

/** Valid candidates to read: when an older state was stored again, the later one is the next candidate. */
const MAX_CANDIDATES = 2;
/** Of candidates that cannot be used; many of them only mean that the key is another one. */
const MAX_UNUSABLE = 10;

/** A state that was authenticated. */
interface FoundState {
  readonly path: string;
  readonly name: string;
  readonly sequence: number;
  readonly storedAt: number;
  readonly file: OpenedFile;
}

export function createRunState(options: RunStateOptions): RunState {
  const { ledger, folder, keys, branch, runId, files, wallNow, warn } = options;
  const known = new KnownUsers(ledger);
  let last: FoundState | null = null;
  // From the clock, so that the state of a run that could not fetch the last one still gets a higher sequence.
  const startedAt = Math.floor(options.startedAt / 1_000);
  const seen = new Set<string>();
  let isReachable = true;

  /** Opens the candidates until the state with the highest sequence is certain; a sequence only counts when authenticated. */
  const newest = async (
    candidates: readonly KeptFile[],
    above: number,
  ): Promise<{ readonly found: FoundState | null; readonly problems: readonly string[] }> => {
    const valid: FoundState[] = [];
    const problems: string[] = [];
    for (const candidate of candidates) {
      const { name, storedAt, storedBy } = candidate;
      // Those that were stored in the same second have no order but their sequence.
      if (valid.length >= MAX_CANDIDATES && storedAt !== valid.at(-1)?.storedAt) break;
      if (problems.length >= MAX_UNUSABLE) break;
      seen.add(candidate.id);
      try {
        const path = await candidate.fetch();
        if (path === null) continue;
        const seal = await readSeal(path);
        checkSeal(seal, keys.binding, branch);
        valid.push({ path, name, storedAt, sequence: seal.sequence ?? 0, file: await openSealed(path, keys) });
        // Stored last, by the run that wrote it: no older state was stored again.
        const isLast = candidates.every((other) => other.storedAt < storedAt || other.storedBy === storedBy);
        if (valid.length === 1 && isLast && seal.runId === storedBy) break;
      } catch (error) {
        if (!(error instanceof SealedFileError)) throw error;
        problems.push(`The state ${name} is not used: ${error.message}.`);
      }
    }
    const [first] = valid;
    if (first === undefined) return { found: null, problems };
    const highest = valid.reduce((best, one) => (one.sequence > best.sequence ? one : best), first);
    if (highest.storedAt < first.storedAt)
      warn(
        `The state ${first.name} is older than ${highest.name}, although it was stored later; ${highest.name} is used.`,
      );
    return { found: highest.sequence > above ? highest : null, problems };
  };

  /** A state that another run stored since this one looked for the last one; null when that cannot be found out. */
  const storedMeanwhile = async (): Promise<FoundState | null> => {
    // That was said when the last state was looked for.
    if (!isReachable) return null;
    try {
      const { files: candidates } = await files.candidates('latest');
      const unseen = candidates.filter(({ id }) => !seen.has(id));
      return (await newest(unseen, last?.sequence ?? startedAt)).found;
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error;
      warn(`Whether another run stored a newer state in the meantime could not be looked up. ${error.message}`);
      return null;
    }
  };

  return {
    fingerprint: keys.fingerprint,
    known,
    async load(stop) {
      isReachable = false;
      const { files: candidates, expired } = await files.candidates('all');
      const { found, problems } = await newest(candidates, -1);
      isReachable = true;
      for (const problem of found === null ? [] : problems) warn(problem);
      for (const { id } of candidates) seen.add(id);
      last = found;
      if (found !== null)
        return { kind: 'loaded', from: found.name, users: await known.load(stoppable(stateEntries(found.file), stop)) };
      return problems.length > 0 ? { kind: 'unusable', problems } : { kind: 'none', expired };
    },
    async write() {
      const meanwhile = await storedMeanwhile();
      const hasChanged = last === null || known.haveChanged();
      if (meanwhile !== null) return { kind: 'overtaken', by: meanwhile.name, hasChanged };
      // Stored again, because an artifact expires and the newest one counts.
      if (last !== null && !hasChanged) return { kind: 'written', path: last.path, hasChanged };
      const path = join(folder, 'state.bin');
      const seal: Seal = {
        kind: 'state',
        version: STATE_VERSION,
        ...keys.binding,
        branch,
        sequence: Math.max(startedAt, (last?.sequence ?? 0) + 1),
        runId,
        writtenAt: new Date(wallNow()).toISOString(),
      };
      await writeStateFile(path, seal, keys, known.entries());
      return { kind: 'written', path, hasChanged };
    },
    store: (path) => files.put(path),
  };
}

function checkSeal(seal: Seal, binding: Binding, branch: string): void {
  refuseForeign(seal, { kind: 'state', version: STATE_VERSION, ...binding });
  if (seal.branch !== branch) throw new SealedFileError('it belongs to another branch');
}
