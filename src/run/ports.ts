import type { ObservedRequest } from '../apply/request-stats.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ExpressionEvaluator } from '../mapping/compile/evaluate-expression.ts';
import type { Join, Mapping } from '../mapping/mapping.ts';
import type { JoinStore } from '../plan/load-joins.ts';
import type { Fleet } from '../queue/fleet.ts';
import type { FillableQueue } from '../queue/queue.ts';
import type { ReportRun } from '../report/report-data.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { ProgressLog } from '../runtime/progress-log.ts';
import type { Export } from '../source/record.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import type { RunState } from '../state/run-state.ts';
import type { Connection } from '../tenant/connect.ts';
import type { LookUpDomain } from '../tenant/mail-domain.ts';

/** Everything with an effect that a run needs; the entries provide the real implementations, tests their own. */
export interface Ports {
  /** Opens the export as the mapping describes it; null in mode check without an export. */
  readonly openExport: (mapping: Mapping | null) => Promise<Export | null>;
  /** Opens the files of a join. */
  readonly openJoin: (join: Join) => Promise<Export>;
  /** Creates the store of joined records next to a ledger; only called when the mapping has joins. */
  readonly joinStore: (ledger: Ledger) => JoinStore;
  /** Evaluates the expressions of mappings; only used when there are any. */
  readonly evaluator: ExpressionEvaluator;
  /** Reads the mapping file; null when the settings name none. @throws InputError when it cannot be read. */
  readonly readMappingFile: () => Promise<MappingSource | null>;
  /** The mapping that the plan is compared with; null without `compare-mapping`. */
  readonly base: ComparisonBase | null;
  readonly ledger: Ledger;
  readonly queue: FillableQueue;
  /** Several processes send; null when this one sends alone, from `queue`. */
  readonly fleet: Fleet | null;
  /** What earlier attempts settled, and what later ones will need; null when the run cannot be resumed. */
  readonly resumeStore: ResumeStore | null;
  /** What a delta compares with; null when no state is kept. */
  readonly state: RunState | null;
  /** Opens the connection to the tenant; called at most once, and never in mode plan. */
  readonly connect: (onRequest: (request: ObservedRequest) => void) => Promise<Connection>;
  /** Asks a person whether these users are to be sent; null where nobody is asked. */
  readonly confirm: ((question: string, stop: AbortSignal) => Promise<boolean>) | null;
  /** Looks up an e-mail domain in the network; only called with `check-domains`. */
  readonly lookUpDomain: LookUpDomain;
  readonly log: Log;
  readonly progress: ProgressLog;
  readonly clock: Clock;
  /** Aborts when the run must stop: no new request may leave. Its reason is an `EarlyEnd`. */
  readonly stop: AbortSignal;
  /** Aborts some seconds after `stop`, when requests in flight must not be waited for any longer. */
  readonly abortInFlight: AbortSignal;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
}

/** A mapping as its author wrote it. */
interface MappingSource {
  readonly name: string;
  readonly text: string;
}

/** The mapping that a plan is compared with (`compare-mapping`). */
export interface ComparisonBase {
  readonly name: string;
  /** Null when the file does not exist. @throws InputError when it cannot be read. */
  readonly read: () => Promise<MappingSource | null>;
  /** Path of the other plan's ledger, which holds users' data; it is removed after the comparison. */
  readonly ledgerPath: string;
}
