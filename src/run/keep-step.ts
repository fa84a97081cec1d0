import { messageOf } from '../runtime/disk-full.ts';
import type { Log } from '../runtime/log.ts';
import type { KeepResult } from '../state/kept-file.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import type { RunState, WrittenState } from '../state/run-state.ts';
import { saveResume } from './resume-step.ts';

/** What a run leaves for later ones. */
export interface SentRun {
  /** Null when nothing was sent, or nothing can be resumed. */
  readonly resumeStore: ResumeStore | null;
  /** Null when nothing was sent, or no state is kept. */
  readonly state: RunState | null;
}

/** What was kept of it. */
export interface KeptRun {
  /** False when it should be tried again. */
  readonly isResumeSaved: boolean;
  /**
   * `none`: none is kept, or there is nowhere to keep it. `overtaken`: a newer one of another run is kept. `lost`: it could not
   * be stored and should be tried again.
   */
  readonly state: 'none' | 'stored' | 'overtaken' | 'lost';
  /** Why the next delta lacks what this run sent, and what to do, as sentences; null when it does not. */
  readonly lostState: string | null;
}

/**
 * Keeps what later attempts and the next delta need. A copy of the state goes with the progress first, so that the next delta
 * finds it when storing the state itself fails. Never throws.
 */
export async function keepRun({ resumeStore, state }: SentRun, log: Log): Promise<KeptRun> {
  const written = await writeState(state);
  const path = written?.kind === 'written' ? written.path : null;
  const progress: KeepResult =
    resumeStore === null ? { kind: 'kept', paths: [] } : await saveResume(resumeStore, path, log);
  const hasCopy = path !== null && progress.kind === 'kept' && progress.paths.includes(path);
  return { isResumeSaved: progress.kind !== 'failed', ...(await storeState(state, written, hasCopy, log)) };
}

type WriteResult = WrittenState | { readonly kind: 'failed'; readonly reason: string };

async function writeState(state: RunState | null): Promise<WriteResult | null> {
  try {
    return (await state?.write()) ?? null;
  } catch (cause) {
    return { kind: 'failed', reason: messageOf(cause) };
  }
}

async function storeState(
  state: RunState | null,
  written: WriteResult | null,
  hasCopy: boolean,
  log: Log,
): Promise<Pick<KeptRun, 'state' | 'lostState'>> {
  if (state === null || written === null) return { state: 'none', lostState: null };
  switch (written.kind) {
    case 'failed':
      return { state: 'lost', lostState: lostText(written.reason, true, hasCopy) };
    case 'overtaken':
      if (written.hasChanged) return { state: 'overtaken', lostState: overtakenText(written.by) };
      log.notice(
        `Another run stored a newer state (${written.by}) in the meantime; this run has nothing to add to it.`,
      );
      return { state: 'overtaken', lostState: null };
    case 'written':
      break;
  }
  const stored = await state.store(written.path).catch((cause: unknown): KeepResult => {
    return { kind: 'failed', reason: messageOf(cause) };
  });
  switch (stored.kind) {
    case 'kept':
      return { state: 'stored', lostState: null };
    case 'unavailable':
      log.notice(`The state was not stored: ${stored.reason}. A later delta cannot use it.`);
      return { state: 'none', lostState: null };
    case 'failed':
      return { state: 'lost', lostState: lostText(stored.reason, written.hasChanged, hasCopy) };
  }
}

function lostText(problem: string, hasChanged: boolean, hasCopy: boolean): string {
  const lost = `The state could not be stored: ${problem.replace(/\.$/, '')}.`;
  const next = 'Run the same export again (re-run this job) before the next delta: it stores the state.';
  if (!hasChanged)
    return `${lost} This run changed nothing that the state contains, so the next delta compares with the state before this run, which is still right until it expires.`;
  return hasCopy
    ? `${lost} The users were imported as the report shows. A copy of the state is kept with the progress of this run, where the next delta looks too. ${next}`
    : `${lost} The users were imported as the report shows, but the next delta compares with the state before this run: what the source changes back until then stays as it is in cidaas. ${next}`;
}

/** A re-run would take what the other run has overwritten for settled. */
function overtakenText(by: string): string {
  return `Another run stored a newer state (${by}) in the meantime, so this run does not store its own: the next delta does not know what this run sent. Run the same export again before the source changes, as a new run and not as a re-run. Allow only one run at a time (\`concurrency:\` in the workflow).`;
}
