import { messageOf } from '../runtime/disk-full.ts';
import type { Log } from '../runtime/log.ts';
import type { KeepResult } from '../state/kept-file.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import type { RunState } from '../state/run-state.ts';
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
  /** Why the next delta lacks what this run sent, and what to do, as sentences; null when it does not. */
  readonly lostState: string | null;
}

/**
 * Keeps what later attempts and the next delta need. A copy of the state goes with the progress first, so that the next delta
 * finds it when storing the state itself fails. Never throws.
 */
export async function keepRun({ resumeStore, state }: SentRun, log: Log): Promise<KeptRun> {
  let written: string | null = null;
  let problem: string | null = null;
  try {
    written = (await state?.write()) ?? null;
  } catch (cause) {
    problem = messageOf(cause);
  }
  const isResumeSaved = resumeStore === null || (await saveResume(resumeStore, written, log));
  if (state !== null && written !== null) {
    const stored = await state.store(written).catch((cause: unknown): KeepResult => {
      return { kind: 'failed', reason: messageOf(cause) };
    });
    switch (stored.kind) {
      case 'kept':
        break;
      case 'unavailable':
        log.notice(`The state was not stored: ${stored.reason}. A later delta cannot use it.`);
        break;
      case 'failed':
        problem = stored.reason;
        break;
    }
  }
  const hasCopy = written !== null && resumeStore !== null && isResumeSaved;
  return { isResumeSaved, lostState: problem === null ? null : lostText(problem, hasCopy) };
}

function lostText(problem: string, hasCopy: boolean): string {
  const lost = `The state could not be stored: ${problem.replace(/\.$/, '')}.`;
  const next = 'Run the same export again (re-run this job) before the next delta: it stores the state.';
  return hasCopy
    ? `${lost} The users were imported as the report shows. A copy of the state is kept with the progress of this run, where the next delta looks too. ${next}`
    : `${lost} The users were imported as the report shows, but the next delta compares with the state before this run: what the source changes back until then stays as it is in cidaas. ${next}`;
}
