import { resolve } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { type WrittenReport, writeReport } from '../publish/report-files.ts';
import type { ReportHead } from '../report/report-data.ts';
import { saveResume } from '../run/resume-step.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { ResumeStore } from '../state/resume-store.ts';

/** The run is over, but its report could not be written. What is settled has been saved for a later attempt. */
export class ReportNotWritten extends Error {
  readonly head: ReportHead;

  constructor(head: ReportHead, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ReportNotWritten';
    this.head = head;
  }
}

/** A closed run, and what its report is written with. */
export interface ClosedRun {
  readonly settings: Settings;
  /** `report-dir` is relative to it. */
  readonly cwd: string;
  readonly head: ReportHead;
  readonly ledger: Ledger;
  /** Null when there is nothing to resume. */
  readonly resumeStore: ResumeStore | null;
  readonly log: Log;
}

/**
 * Writes the report files of a closed run. When that fails, the resume file is saved first, so that a later attempt does not
 * send settled users again.
 *
 * @throws ReportNotWritten with the error as its cause.
 */
export async function writeRunReport({
  settings: { report },
  cwd,
  head,
  ledger,
  resumeStore,
  log,
}: ClosedRun): Promise<WrittenReport> {
  try {
    return await writeReport({
      dir: resolve(cwd, report.dir),
      head,
      rows: (outcomes) => ledger.rows(outcomes),
      level: report.identifiers,
      notes: reasonLines(head),
    });
  } catch (cause) {
    if (resumeStore !== null) await saveResume(resumeStore, log);
    throw new ReportNotWritten(head, cause);
  }
}

/** Why the run ended as it did, one sentence per line; empty when it succeeded. */
export function reasonLines({ reason }: ReportHead): string[] {
  return reason?.split('\n') ?? [];
}
