import type { Resumed } from '../report/report-data.ts';
import { messageOf } from '../runtime/disk-full.ts';
import type { Log } from '../runtime/log.ts';
import type { KeepResult } from '../state/kept-file.ts';
import type { RestoredRows } from '../state/resume.ts';
import type { LoadedResume, ResumeStore } from '../state/resume-store.ts';
import type { Ports } from './ports.ts';

/**
 * Marks the rows that an earlier attempt settled, so that they are not sent again. Null when there is nothing to continue.
 *
 * @throws InputError when the resume file is damaged or belongs to another run or key.
 */
export async function loadResume({
  resumeStore,
  log,
  stop,
}: Pick<Ports, 'resumeStore' | 'log' | 'stop'>): Promise<LoadedResume | null> {
  const loaded = (await resumeStore?.load(stop)) ?? null;
  if (loaded === null) return null;
  log.notice(
    `Continuing from ${loaded.from}: ${loaded.rows} rows are settled already and are not sent again. \`resume: none\` starts over.`,
  );
  return loaded;
}

/** What the report says of both: a resume file, and what an earlier lead left in the database of a fleet. */
export function resumedFrom(file: LoadedResume | null, database: RestoredRows | null): Resumed | null {
  if (file === null && database === null) return null;
  const from = [...(file === null ? [] : [file.from]), ...(database === null ? [] : ['the database of `queue-url`'])];
  return { from: from.join(', '), rows: (file?.rows ?? 0) + (database?.rows ?? 0) };
}

/** Saves what later attempts need while the run is still sending. A failure is only a warning: the run goes on. */
export async function saveInterimResume(resumeStore: ResumeStore, log: Log): Promise<void> {
  await loggedSave(() => resumeStore.saveInterim(), log);
}

/**
 * Saves what later attempts need, with a copy of the state (null: without). A failure is only a warning: a later attempt would
 * send settled users again.
 */
export async function saveResume(resumeStore: ResumeStore, statePath: string | null, log: Log): Promise<KeepResult> {
  return loggedSave(() => resumeStore.save(statePath), log);
}

async function loggedSave(save: () => Promise<KeepResult>, log: Log): Promise<KeepResult> {
  const then = 'A later attempt would send all planned users again.';
  try {
    const result = await save();
    switch (result.kind) {
      case 'kept':
        return result;
      case 'unavailable':
        log.info(`The resume artifact was not saved: ${result.reason}. ${then}`);
        return result;
      case 'failed':
        log.warning(`The resume artifact was not saved: ${result.reason}. ${then}`);
        return result;
    }
  } catch (error) {
    log.warning(`The resume file could not be written: ${messageOf(error)}. ${then}`);
    return { kind: 'failed', reason: messageOf(error) };
  }
}
