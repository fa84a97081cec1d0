import type { KeptFile } from './kept-file.ts';
import type { Keys } from './keys.ts';
import { RESUME_VERSION } from './resume-file.ts';
import {
  type OpenedFile,
  openSealed,
  readSeal,
  refuseForeign,
  SealedFileError,
  type SealOwner,
} from './sealed-file.ts';
import { STATE_VERSION } from './state-file.ts';
import type { StateCandidates, StateFiles } from './state-files.ts';

/** A state that was authenticated. */
export interface FoundState {
  readonly kind: 'state';
  readonly name: string;
  readonly sequence: number;
  readonly runId: string;
  readonly attempt: number;
  readonly storedAt: number;
  readonly file: OpenedFile;
}

/** A resume file without a state, which knows how far the states had come. */
interface FoundMark {
  readonly kind: 'mark';
  readonly name: string;
  readonly sequence: number;
}

/** What came of the search for the newest state. */
export interface StateSearch {
  /** The state with the highest sequence; null when there is none that can be used. */
  readonly newest: FoundState | null;
  /** The highest sequence that is known of; the newest state may be older. */
  readonly highest: number;
  /** What knows of a state after the newest one, as part of a sentence; null when nothing does. */
  readonly laterKnownBy: string | null;
  /** Files that cannot be used, and why: sentences. */
  readonly problems: readonly string[];
  /** The name of the last state that has expired; null for none. */
  readonly expired: string | null;
  /** Ids of all files that were there. */
  readonly seen: readonly string[];
}

/** Whose states are looked for, and with which keys they are opened. */
export interface StateOpener {
  readonly keys: Keys;
  readonly owner: SealOwner;
  readonly warn: (message: string) => void;
}

/** Files to open. More are not the work of this tool, and they must not fill the disk or the time of a run. */
const MAX_OPENED = 50;

/**
 * Finds the state with the highest authenticated sequence. A file counts only when the run that its seal names has stored it.
 *
 * @throws NotFetched when there may be a state that cannot be reached.
 */
export async function findNewestState(files: StateFiles, opener: StateOpener): Promise<StateSearch> {
  const search = new OpenedFiles(files, opener);
  let listing = await files.candidates('all', Number.POSITIVE_INFINITY);
  for (;;) {
    const isCertain = await search.openAll(listing.files);
    const { since } = search;
    if (!isCertain || listing.listedSince <= since) break;
    listing = await files.candidates('all', since);
    if (listing.listedSince > since) {
      search.giveUp();
      break;
    }
  }
  const { newest } = search;
  search.warnOfReplays();
  return {
    newest,
    highest: Math.max(newest?.sequence ?? 0, search.mark?.sequence ?? 0, listing.remembered),
    laterKnownBy: newest === null ? null : whoKnowsLater(newest, search, listing),
    problems: search.problems,
    expired: listing.expired[0]?.name ?? null,
    seen: listing.files.map(({ id }) => id),
  };
}

/** The newest of these files that can be used and is newer than `above`; null when none is. */
export async function findNewerState(
  candidates: readonly KeptFile[],
  above: number,
  opener: StateOpener,
): Promise<FoundState | null> {
  let newest: FoundState | null = null;
  for (const candidate of candidates.slice(0, MAX_OPENED)) {
    try {
      const found = await openCandidate(candidate, opener);
      if (found?.kind === 'state' && found.sequence > (newest?.sequence ?? above)) newest = found;
    } catch (error) {
      if (!(error instanceof SealedFileError)) throw error;
    } finally {
      await candidate.discard();
    }
  }
  return newest;
}

type Stored = Pick<KeptFile, 'storedBy' | 'storedAt'>;

/**
 * What was opened so far. Files are opened, newest first, until no other can be newer: what was stored before the attempt began
 * that wrote the state was there to be read by that attempt. Both times are GitHub's, so no clock of a runner decides.
 */
class OpenedFiles {
  newest: FoundState | null = null;
  mark: FoundMark | null = null;
  /** What was stored since then may be newer than the newest state, in milliseconds since 1970. */
  since = 0;
  readonly problems: string[] = [];
  readonly #files: StateFiles;
  readonly #opener: StateOpener;
  readonly #ids = new Set<string>();
  readonly #older: FoundState[] = [];
  /** The newest state was written by the last attempt of its run. */
  #isOfLastAttempt = false;

  constructor(files: StateFiles, opener: StateOpener) {
    this.#files = files;
    this.#opener = opener;
  }

  /** Whether a file may hold a state that is newer than the newest one. What an attempt stores last is its newest. */
  mayBeNewer({ storedBy, storedAt }: Stored): boolean {
    const { newest } = this;
    if (newest === null) return true;
    return (
      storedAt >= this.since && !(this.#isOfLastAttempt && storedBy === newest.runId && storedAt < newest.storedAt)
    );
  }

  /** Opens what may be newer; false when that is too much. */
  async openAll(candidates: readonly KeptFile[]): Promise<boolean> {
    for (const candidate of candidates) {
      if (this.#ids.has(candidate.id) || !this.mayBeNewer(candidate)) continue;
      if (this.#ids.size === MAX_OPENED) {
        this.giveUp();
        return false;
      }
      this.#ids.add(candidate.id);
      const isNewest = await this.#open(candidate);
      if (!isNewest) await candidate.discard();
    }
    return true;
  }

  giveUp(): void {
    this.newest = null;
    this.problems.push(
      `More than ${MAX_OPENED} files may be the last state. Delete those that no run of this sync has stored.`,
    );
  }

  /** For each state that was stored after the newest one was, and is older. */
  warnOfReplays(): void {
    const { newest } = this;
    if (newest === null) return;
    for (const { name, storedAt } of this.#older)
      if (storedAt > newest.storedAt)
        this.#opener.warn(
          `The state ${name} is older than ${newest.name}, although it was stored later; ${newest.name} is used.`,
        );
  }

  /** Whether it is the newest state so far. */
  async #open(candidate: KeptFile): Promise<boolean> {
    try {
      const found = await openCandidate(candidate, this.#opener);
      if (found?.kind === 'mark' && found.sequence > (this.mark?.sequence ?? 0)) this.mark = found;
      if (found?.kind !== 'state') return false;
      const { newest } = this;
      if (newest !== null && newest.sequence >= found.sequence) {
        this.#older.push(found);
        return false;
      }
      if (newest !== null) this.#older.push(newest);
      await this.#setNewest(found);
      return true;
    } catch (error) {
      if (!(error instanceof SealedFileError)) throw error;
      this.problems.push(`The state ${candidate.name} is not used: ${error.message}.`);
      return false;
    }
  }

  async #setNewest(found: FoundState): Promise<void> {
    this.newest = found;
    const run = await this.#files.runOf(found.runId);
    this.#isOfLastAttempt = run !== null && run.attempt === found.attempt;
    // Of an earlier attempt only the beginning of the run is known.
    this.since = (this.#isOfLastAttempt ? run?.attemptStartedAt : run?.createdAt) ?? 0;
  }
}

/** What knows of a state after the newest one, as part of a sentence; null when nothing does. */
function whoKnowsLater(
  { sequence }: FoundState,
  search: OpenedFiles,
  { expired, remembered }: StateCandidates,
): string | null {
  const { mark } = search;
  if (mark !== null && mark.sequence > sequence) return `${mark.name} names a later one`;
  if (remembered > sequence) return 'the folder held a later one';
  const later = expired.find((one) => search.mayBeNewer(one));
  return later === undefined ? null : `${later.name} was stored later and has expired`;
}

/**
 * Opens a file; null when it has been deleted since it was listed.
 *
 * @throws SealedFileError when it cannot be used.
 */
async function openCandidate(
  candidate: KeptFile,
  { keys, owner }: StateOpener,
): Promise<FoundState | FoundMark | null> {
  const path = await candidate.fetch();
  if (path === null) return null;
  const seal = await readSeal(path);
  const { kind } = seal;
  const version = kind === 'state' ? STATE_VERSION : RESUME_VERSION;
  refuseForeign(seal, { ...owner, kind, version }, candidate.storedBy ?? '');
  if (seal.branch !== owner.branch) throw new SealedFileError('it belongs to another branch');
  // A job has the same name for the progress of all its syncs.
  if (kind === 'resume' && seal.sync !== owner.sync) return null;
  if (seal.sync !== owner.sync)
    throw new SealedFileError('it belongs to another sync: another mapping or workflow file');
  const file = await openSealed(path, keys);
  const { sequence, runId, attempt } = seal;
  const { name, storedAt } = candidate;
  return kind === 'resume'
    ? { kind: 'mark', name, sequence }
    : { kind, name, sequence, runId, attempt, storedAt, file };
}
