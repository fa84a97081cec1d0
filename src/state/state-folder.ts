import { copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeepResult, KeptFile } from './kept-file.ts';
import type { ResumeFiles } from './resume-files.ts';
import { readSeal } from './sealed-file.ts';
import type { StateFiles } from './state-files.ts';

/** Where the command stores what the next run needs: a private folder with one file of each kind. */
export interface StateFolder {
  readonly resume: ResumeFiles;
  /** The progress of the last run, finished or not, for taking it back. */
  readonly undo: ResumeFiles;
  readonly state: StateFiles;
  /** Call it when there is nothing to continue: later runs start over, and the last one can still be taken back. */
  retireResume(): Promise<void>;
}

export function stateFolder(dir: string): StateFolder {
  const resume = join(dir, 'resume.bin');
  const undo = join(dir, 'undo.bin');
  const state = join(dir, 'state.bin');
  // An older copy of the state, from a backup or of somebody else, has a lower one.
  const sequence = join(dir, 'state.sequence');
  const retireResume = async (): Promise<void> => {
    if (await isFile(resume)) await rename(resume, undo);
  };
  return {
    resume: {
      keepsPieces: false,
      find: async () => ((await isFile(resume)) ? [keptFile(resume)] : null),
      // The state has a file of its own, in the same folder.
      put: ([written = '']) => replace(resume, written),
    },
    undo: {
      keepsPieces: false,
      async find() {
        const path = (await isFile(resume)) ? resume : undo;
        return (await isFile(path)) ? [keptFile(path)] : null;
      },
      put: async () => ({ kind: 'kept', paths: [] }),
      retire: retireResume,
    },
    state: {
      candidates: async () => ({
        ...{ files: (await isFile(state)) ? [keptFile(state)] : [], expired: [], listedSince: 0 },
        remembered: await readNumber(sequence),
      }),
      runOf: async () => null,
      async put(written) {
        const result = await replace(state, written);
        // After the state: a run that is killed in between must not leave a number without its state.
        await writeFile(`${sequence}.part`, String((await readSeal(written)).sequence), { mode: 0o600 });
        await rename(`${sequence}.part`, sequence);
        return result;
      },
    },
    retireResume,
  };
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** The whole number in a file; 0 when there is none. */
async function readNumber(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

function keptFile(path: string): KeptFile {
  const discard = async (): Promise<void> => undefined;
  return { id: path, name: path, storedBy: null, storedAt: 0, fetch: async () => path, discard };
}

async function replace(path: string, written: string): Promise<KeepResult> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.part`;
  await copyFile(written, part);
  await rename(part, path);
  return { kind: 'kept', paths: [written] };
}
