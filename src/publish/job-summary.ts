import * as core from '@actions/core';
import type { Log } from '../runtime/log.ts';

/** Appends to the step's summary. A failure, such as a runner without summaries or a full disk, is only a notice. */
export async function writeJobSummary(markdown: string, log: Log): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (cause) {
    core.summary.emptyBuffer();
    log.notice(`The job summary could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
