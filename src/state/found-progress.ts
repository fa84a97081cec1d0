import { type KeptFile, NotFetched } from './kept-file.ts';
import type { Keys } from './keys.ts';
import { RESUME_VERSION, type ResumeEntry, resumeEntries } from './resume-file.ts';
import type { ResumeFiles } from './resume-files.ts';
import {
  type FileSeal,
  type OpenedFile,
  openSealed,
  readSeal,
  refuseForeign,
  type Seal,
  SealedFileError,
  type SealOwner,
  WrongKeyError,
} from './sealed-file.ts';

/** A resume file that was found. */
interface FoundFile {
  readonly path: string;
  readonly name: string;
  /** Not authenticated yet. */
  readonly seal: FileSeal;
  readonly kept: KeptFile;
}

/** The progress of an attempt: the file that was written last, the one that it continues, and so on to the first. */
export type FoundProgress = readonly [FoundFile, ...FoundFile[]];

/** What looking for progress needs. */
export interface ProgressFinder {
  readonly files: ResumeFiles;
  readonly owner: SealOwner;
  readonly warn: (message: string) => void;
  /** Hears of each file before it is used, for the error that may follow. */
  readonly onTried: (name: string) => void;
}

/**
 * Finds the file that was written last, which its seal says, and those that it continues; the order of the uploads may differ.
 * A file that cannot be used is passed over only when a usable one was stored after it: otherwise it may be the last one. Null
 * when there is none.
 *
 * @throws SealedFileError when the newest one, or one that it continues, cannot be used; NotFetched when one cannot be reached.
 */
export async function findProgress(finder: ProgressFinder): Promise<FoundProgress | null> {
  const { files, owner, warn, onTried } = finder;
  const candidates = (await files.find()) ?? [];
  const others = new Map<string, KeptFile>();
  const leave = async ({ seal, kept }: FoundFile): Promise<void> => {
    others.set(seal.salt, kept);
    await kept.discard();
  };
  let found: FoundFile[] = [];
  for (const kept of candidates) {
    onTried(kept.name);
    const [newest] = found;
    try {
      const file = await fetchFile(kept, owner);
      if (file === null) continue;
      if (newest === undefined || isLater(file.seal, newest.seal)) {
        for (const older of found) await leave(older);
        found = [file];
      } else if (file.seal.salt === found.at(-1)?.seal.previous) found.push(file);
      else await leave(file);
    } catch (error) {
      if (newest === undefined || !(error instanceof SealedFileError)) throw error;
      warn(`${kept.name} is older than ${newest.name} and is not used: ${error.message}.`);
    }
  }
  const [newest, ...earlier] = found;
  if (newest !== undefined) return withPrevious([newest, ...earlier], others, finder);
  if (candidates.length === 0) return null;
  throw new NotFetched(`${candidates[0]?.name} has been deleted or has expired.`);
}

/** Adds the files that were stored in another order than they were written. */
async function withPrevious(
  found: [FoundFile, ...FoundFile[]],
  others: Map<string, KeptFile>,
  { owner, onTried }: ProgressFinder,
): Promise<FoundProgress> {
  for (;;) {
    const { name, seal } = found.at(-1) ?? found[0];
    const { previous } = seal;
    if (previous === undefined) return found;
    const kept = others.get(previous);
    // Headers that anyone wrote may name each other.
    others.delete(previous);
    onTried(kept?.name ?? name);
    const file = kept === undefined ? null : await fetchFile(kept, owner);
    if (file === null || file.seal.salt !== previous) {
      onTried(name);
      throw new SealedFileError('the file that it continues was deleted, has expired or cannot be used');
    }
    found.push(file);
  }
}

/** Null when it has been deleted since it was listed. @throws SealedFileError when it is not of this owner. */
async function fetchFile(kept: KeptFile, owner: SealOwner): Promise<FoundFile | null> {
  const path = await kept.fetch();
  if (path === null) return null;
  const seal = await readSeal(path);
  // The header is authenticated with the rest; checking it first only makes the message more specific.
  refuseForeign(seal, { ...owner, kind: 'resume', version: RESUME_VERSION }, kept.storedBy ?? '');
  return { path, name: kept.name, seal, kept };
}

function isLater(a: Seal, b: Seal): boolean {
  return a.attempt === b.attempt ? a.writtenAt > b.writtenAt : a.attempt > b.attempt;
}

/**
 * The entries of all files, after all of them have been authenticated.
 *
 * @throws SealedFileError when one was not sealed with these keys, or was changed.
 */
export async function openProgress(
  [newest, ...earlier]: FoundProgress,
  keys: Keys,
  onTried: ProgressFinder['onTried'],
): Promise<AsyncGenerator<ResumeEntry>> {
  onTried(newest.name);
  const opened = [await openSealed(newest.path, keys)];
  for (const { name, path } of earlier) {
    onTried(name);
    opened.unshift(
      await openSealed(path, keys).catch((cause: unknown) => {
        // The key is right: it has opened the newest one.
        throw cause instanceof WrongKeyError ? new SealedFileError('it was damaged or changed', { cause }) : cause;
      }),
    );
  }
  return entriesOf(opened);
}

async function* entriesOf(opened: readonly OpenedFile[]): AsyncGenerator<ResumeEntry> {
  for (const file of opened) yield* resumeEntries(file);
}
