import type { ObservedRequest } from '../apply/request-stats.ts';
import type { ExpressionEvaluator } from '../mapping/compile/evaluate-expression.ts';
import type { GitHubPatience } from '../publish/github-retry.ts';
import type { ReportHead, ReportRun } from '../report/report-data.ts';
import type { Log } from '../runtime/log.ts';
import type { ProgressLog } from '../runtime/progress-log.ts';
import type { ResumeFiles } from '../state/resume-files.ts';
import type { StateFiles } from '../state/state-files.ts';

/** What the entries provide: folders, log and signals, and where files are kept between runs. */
export interface RunEnvironment {
  readonly cwd: string;
  /** What mappings and their files must not lead out of; null in a shell, where its user names the mapping. */
  readonly workspace: string | null;
  /** A private folder for this run only; it holds users' data until `removeFolder`. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly progress: ProgressLog;
  /** Called after each request with users. */
  readonly onRequest?: (request: ObservedRequest) => void;
  /** Starts evaluating expressions of mappings, where they cannot harm the run. */
  readonly openEvaluator: (stop: AbortSignal) => ExpressionEvaluator & Disposable;
  /** Aborts when no new request may leave; its reason is an `EarlyEnd`. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight must not be waited for any longer. */
  readonly abortInFlight: AbortSignal;
  /** How long the run waits for GitHub, and what ends that. */
  readonly patience: GitHubPatience;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
  /** Asks a person before users are sent; null where nobody is asked. */
  readonly confirm: ((question: string, stop: AbortSignal) => Promise<boolean>) | null;
  /** Masks a secret in everything that is printed from now on. */
  readonly onSecret: (secret: string) => void;
  /** The workflow that resume files and states belong to; empty for the command. */
  readonly workflow: string;
  readonly resumeFiles: ResumeFiles;
  readonly stateStore: StateFiles;
  /** Called with the head of the ended run, before anything is kept or published. */
  readonly onEnded?: (head: ReportHead) => void;
  /** The branch that states belong to; empty for the command. */
  readonly branch: string;
  /** Separates the states of this sync from those of others; empty for the command, whose folder has one state. */
  readonly sync: string;
}
