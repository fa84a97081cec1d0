import type { Log } from '../runtime/log.ts';
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
}: Pick<Ports, 'resumeStore' | 'log'>): Promise<LoadedResume | null> {
  const loaded = (await resumeStore?.load()) ?? null;
  if (loaded === null) return null;
  log.notice(
    `Continuing from ${loaded.from}: ${loaded.rows} rows are settled already and are not sent again. \`resume: none\` starts over.`,
  );
  return loaded;
}

/** Saves what later attempts need. False, with a warning, when that fails: a later attempt only takes longer then. */
export async function saveResume(resumeStore: ResumeStore, log: Log): Promise<boolean> {
  try {
    return await resumeStore.save();
  } catch (error) {
    log.warning(
      `The resume file could not be written (${error instanceof Error ? error.message : String(error)}). A later attempt would send every planned user again, which is safe.`,
    );
    return false;
  }
}
