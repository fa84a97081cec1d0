import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Binding, Keys } from './keys.ts';
import { type Restored, restore } from './resume.ts';
import { RESUME_VERSION, readResumeFile, writeResumeFile } from './resume-file.ts';
import { BrokenSeal, readSeal, type Seal } from './sealed-file.ts';

/** Where resume files lie between runs: artifacts of the run, or a folder. */
export interface ResumeFiles {
  /**
   * The newest file to continue from, on disk, with the run that must have written it (empty for the command); null when
   * there is none. @throws BrokenSeal when there is one that is damaged.
   */
  fetch(): Promise<{ readonly path: string; readonly name: string; readonly runId: string } | null>;
  /** Keeps a new file, which holds all that the ones before it held. False when it could not be kept: that was said. */
  put(path: string): Promise<boolean>;
}

export interface ResumeStoreOptions {
  readonly ledger: Ledger;
  /** A private folder for files on their way. */
  readonly folder: string;
  readonly keys: Keys;
  /** The run that writes; empty for the command. */
  readonly runId: string;
  readonly store: ResumeFiles;
  readonly now: () => number;
}

/** What came back from an earlier attempt. */
export interface LoadedResume extends Restored {
  /** Where it lay. */
  readonly from: string;
}

/** What a run remembers of the attempts before it, and leaves to those after it. */
export interface ResumeStore {
  /** Gives planned rows the outcome that an earlier attempt reached; null when there is nothing to continue from. */
  recall(): Promise<LoadedResume | null>;
  /** Writes down what is settled so far, if anything is. False when it could not be kept. */
  keep(): Promise<boolean>;
}

/** @throws InputError from `recall` when the file is damaged, forged, sealed with another key, or of somebody else. */
export function createResumeStore(options: ResumeStoreOptions): ResumeStore {
  const { ledger, folder, keys, runId, store, now } = options;
  return {
    async recall() {
      let name = 'The resume artifact';
      try {
        const file = await store.fetch();
        if (file === null) return null;
        name = file.name;
        checkSeal(await readSeal(file.path), keys.binding, file.runId);
        const restored = await restore(ledger, readResumeFile(file.path, keys), keys.fingerprint);
        return { from: name, ...restored };
      } catch (cause) {
        if (!(cause instanceof BrokenSeal)) throw cause;
        const why = `${name} cannot be used to continue: ${cause.message}.`;
        throw new InputError(
          [`${why} Nothing was sent. \`resume: none\` starts over and sends every planned user again, which is safe.`],
          { cause },
        );
      }
    },
    async keep() {
      const { created, updated, unknown } = ledger.totals();
      // A file without a row helps nobody, and would stand in the way of the run that comes with the right secret. What may
      // have been carried out counts: an older file would take these users for what they were before.
      if (created + updated + unknown === 0) return true;
      const path = join(folder, 'resume.bin');
      const seal: Seal = {
        kind: 'resume',
        version: RESUME_VERSION,
        ...keys.binding,
        runId,
        writtenAt: new Date(now()).toISOString(),
      };
      await writeResumeFile(path, seal, keys, ledger);
      return store.put(path);
    },
  };
}

/** The header is authenticated with the rest; looking at it first only makes the message say what is wrong. */
function checkSeal(seal: Seal, binding: Binding, continues: string): void {
  if (seal.kind !== 'resume') throw new BrokenSeal(`it is a ${seal.kind} file`);
  if (seal.version !== RESUME_VERSION)
    throw new BrokenSeal(`it has version ${seal.version}, this release reads version ${RESUME_VERSION}`);
  for (const part of ['repository', 'workflow', 'tenant'] as const) {
    if (seal[part] !== binding[part]) throw new BrokenSeal(`it belongs to another ${part}`);
  }
  if (seal.runId !== continues) throw new BrokenSeal('it belongs to another run');
}
