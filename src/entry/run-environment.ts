import type { ReportRun } from '../report/report-data.ts';
import type { Log } from '../runtime/log.ts';
import type { ProgressLog } from '../runtime/progress-log.ts';
import type { ResumeFiles } from '../state/resume-store.ts';
import type { StateFiles } from '../state/run-state.ts';
/** What the entries bring: where they run, how they speak, and where they keep things. */
export interface RunEnvironment {
  readonly cwd: string;
  /** A private folder of this run alone; it holds users' data until `removeFolder`. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly progress: ProgressLog;
  readonly stop: AbortSignal;
  readonly cut: AbortSignal;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
  /** Makes a secret unreadable in everything printed from now on. */
  readonly onSecret: (secret: string) => void;
  /** The workflow that the memory belongs to; empty for the command. */
  readonly workflow: string;
  readonly store: ResumeFiles;
  readonly stateStore: StateFiles;
  /** The branch that states belong to; empty for the command. */
  readonly branch: string;
}
