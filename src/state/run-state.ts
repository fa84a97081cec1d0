import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import type { Binding, Fingerprint, Keys } from './keys.ts';
import { KnownUsers } from './known-users.ts';
import { BrokenSeal, type OpenedFile, openSealed, readSeal, type Seal } from './sealed-file.ts';
import { STATE_VERSION, stateEntries, writeStateFile } from './state-file.ts';

/** Where states lie between runs: artifacts of earlier runs, or a folder. */
export interface StateStore {
  /** Files that may be the last state, newest first, fetched as they are asked for. */
  candidates(): AsyncIterable<{ readonly path: string; readonly name: string }>;
  /** Keeps a new state. False when it could not be kept: that was said. */
  put(path: string): Promise<boolean>;
}

export interface RunStateOptions {
  readonly ledger: Ledger;
  readonly folder: string;
  /** Made of `state-key`. */
  readonly keys: Keys;
  readonly branch: string;
  readonly runId: string;
  readonly store: StateStore;
  readonly now: () => number;
  readonly warn: (message: string) => void;
}

/** What a delta compares with, and what it leaves to the next one. */
export interface RunState {
  readonly fingerprint: Fingerprint;
  /** The users of this run and of the last state, which stay empty without one. */
  readonly known: KnownUsers;
  /** Takes in the last valid state; null when there is none. */
  recall(): Promise<{ readonly from: string; readonly users: number } | null>;
  /** Writes the state after this run, unless another run wrote a newer one meanwhile. False when it could not be kept. */
  keep(): Promise<boolean>;
}

/** Candidates that are looked at: a state that somebody put there again has a later one beside it. */
const LOOKED_AT = 2;

/** A state that was authenticated. */
interface FoundState {
  readonly path: string;
  readonly name: string;
  readonly sequence: number;
  readonly file: OpenedFile;
}

export function createRunState(options: RunStateOptions): RunState {
  const { ledger, folder, keys, branch, runId, store, now, warn } = options;
  const known = new KnownUsers(ledger);
  let last: FoundState | null = null;
  // By the clock, so that a state of a run that could not fetch the last one comes after it all the same.
  const startedAt = Math.floor(now() / 1_000);

  /** The last state whose sequence is above this one: what says of itself that it is not need not be authenticated. */
  const newest = async (above: number): Promise<FoundState | null> => {
    const valid: FoundState[] = [];
    let looked = 0;
    for await (const candidate of store.candidates()) {
      try {
        const seal = await readSeal(candidate.path);
        checkSeal(seal, keys.binding, branch);
        const sequence = seal.sequence ?? 0;
        if (sequence > above) valid.push({ ...candidate, sequence, file: await openSealed(candidate.path, keys) });
        looked++;
      } catch (error) {
        if (!(error instanceof BrokenSeal)) throw error;
        warn(`The state ${candidate.name} is not used: ${error.message}.`);
      }
      if (looked === LOOKED_AT) break;
    }
    const [first, second] = valid;
    if (first !== undefined && second !== undefined && second.sequence > first.sequence) {
      warn(
        `The state ${first.name} is older than ${second.name}, though it was stored later; the later state is used.`,
      );
      return second;
    }
    return first ?? null;
  };

  return {
    fingerprint: keys.fingerprint,
    known,
    async recall() {
      last = await newest(-1);
      return last === null ? null : { from: last.name, users: await known.load(stateEntries(last.file)) };
    },
    async keep() {
      const meanwhile = await newest(last?.sequence ?? startedAt);
      if (meanwhile !== null) {
        warn(
          `Another run stored a newer state (${meanwhile.name}) meanwhile: this run does not store its own. Let only one run at a time (\`concurrency:\` in the workflow).`,
        );
        return true;
      }
      // Put there anew all the same: an artifact lives on, and counts as the newest.
      if (last !== null && !known.haveChanged()) return store.put(last.path);
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
      return store.put(path);
    },
  };
}

function checkSeal(seal: Seal, binding: Binding, branch: string): void {
  if (seal.kind !== 'state') throw new BrokenSeal(`it is a ${seal.kind} file`);
  if (seal.version !== STATE_VERSION)
    throw new BrokenSeal(`it has version ${seal.version}, this release reads version ${STATE_VERSION}`);
  for (const part of ['repository', 'workflow', 'tenant'] as const) {
    if (seal[part] !== binding[part]) throw new BrokenSeal(`it belongs to another ${part}`);
  }
  if (seal.branch !== branch) throw new BrokenSeal('it belongs to another branch');
}
