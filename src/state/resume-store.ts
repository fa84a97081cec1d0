import { join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Binding, Keys } from './keys.ts';
import { type RestoredRows, restoreOutcomes } from './resume.ts';
import { RESUME_VERSION, readResumeFile, writeResumeFile } from './resume-file.ts';
import { readSeal, type Seal, SealedFileError } from './sealed-file.ts';

/** Where resume files are stored between runs: as artifacts of the run, or in a folder. */
export interface ResumeFiles {
  /**
   * Fetches the newest file to continue from, with the run that must have written it (empty for the command); null when there
   * is none. @throws SealedFileError when the newest one is damaged.
   */
  fetch(): Promise<{ readonly path: string; readonly name: string; readonly runId: string } | null>;
  /** Stores a new file, which contains everything of the files before it. False, after a warning, when that failed. */
  put(path: string): Promise<boolean>;
}

export interface ResumeStoreOptions {
  readonly ledger: Ledger;
  /** A private folder for a file until it is stored. */
  readonly folder: string;
  readonly keys: Keys;
  /** The run that writes; empty for the command. */
  readonly runId: string;
  readonly files: ResumeFiles;
  readonly now: () => number;
}

/** The rows that an earlier attempt settled. */
export interface LoadedResume extends RestoredRows {
  /** Name of the file or artifact. */
  readonly from: string;
}

/** Hands the outcomes of one attempt to the next. */
export interface ResumeStore {
  /** Gives planned rows the outcome that an earlier attempt reached; null when there is nothing to continue from. */
  load(): Promise<LoadedResume | null>;
  /** Stores what is settled so far, if anything is. False when that failed. */
  save(): Promise<boolean>;
}

/** @throws InputError from `load` when the file is damaged, forged, encrypted with another key, or belongs to another run. */
export function createResumeStore(options: ResumeStoreOptions): ResumeStore {
  const { ledger, folder, keys, runId, files, now } = options;
  return {
    async load() {
      let name = 'The resume artifact';
      try {
        const file = await files.fetch();
        if (file === null) return null;
        name = file.name;
        checkSeal(await readSeal(file.path), keys.binding, file.runId);
        const restored = await restoreOutcomes(ledger, readResumeFile(file.path, keys), keys.fingerprint);
        return { from: name, ...restored };
      } catch (cause) {
        if (!(cause instanceof SealedFileError)) throw cause;
        const why = `${name} cannot be used to continue: ${cause.message}.`;
        throw new InputError(
          [`${why} Nothing was sent. \`resume: none\` starts over and sends every planned user again, which is safe.`],
          { cause },
        );
      }
    },
    async save() {
      const { created, updated, unknown } = ledger.totals();
      // A file without a row is of no use and would block a later run that has the right secret. Unknown rows count: the
      // tenant may have applied them, and an older file would have their earlier outcome.
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
      return files.put(path);
    },
  };
}

/** The header is authenticated with the rest; checking it first only makes the message more specific. */
function checkSeal(seal: Seal, binding: Binding, continues: string): void {
  if (seal.kind !== 'resume') throw new SealedFileError(`it is a ${seal.kind} file`);
  if (seal.version !== RESUME_VERSION)
    throw new SealedFileError(`it has version ${seal.version}, this release reads version ${RESUME_VERSION}`);
  for (const part of ['repository', 'workflow', 'tenant'] as const) {
    if (seal[part] !== binding[part]) throw new SealedFileError(`it belongs to another ${part}`);
  }
  if (seal.runId !== continues) throw new SealedFileError('it belongs to another run');
}
