import type { ObservedRequest } from '../apply/request-stats.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Join, Mapping } from '../mapping/mapping.ts';
import type { JoinStore } from '../plan/load-joins.ts';
import type { Queue } from '../queue/queue.ts';
import type { ReportRun } from '../report/report-data.ts';
import type { Log } from '../runtime/log.ts';
import type { ProgressLog } from '../runtime/progress-log.ts';
import type { Sleep } from '../runtime/sleep.ts';
import type { Export } from '../source/record.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import type { RunState } from '../state/run-state.ts';
import type { Connection } from '../tenant/connect.ts';
/** Everything with an effect that the story needs; the entries bring the real ones. */
export interface Ports {
  /** Opens the export as the mapping describes it; null in mode check without one. */
  readonly openExport: (mapping: Mapping | null) => Promise<Export | null>;
  /** Opens the files of a join. */
  readonly openJoin: (join: Join) => Promise<Export>;
  /** Makes the place for joined records beside a ledger; only called when the mapping has joins. */
  readonly joinStore: (ledger: Ledger) => JoinStore;
  /** Null when no mapping was asked for. */
  readonly readMapping: () => Promise<{ readonly name: string; readonly text: string } | null>;
  /** What the plan is compared with; null when nothing is asked for. */
  readonly base: ComparisonBase | null;
  readonly ledger: Ledger;
  readonly queue: Queue;
  /** What earlier attempts settled, and what later ones will want to know; null when nothing is to be remembered. */
  readonly memory: ResumeStore | null;
  /** What a delta compares with; null when no state is kept. */
  readonly state: RunState | null;
  /** Opens the connection to the tenant; only called when there is something to send. */
  readonly connect: (onRequest: (request: ObservedRequest) => void) => Promise<Connection>;
  readonly log: Log;
  readonly progress: ProgressLog;
  readonly clock: { readonly now: () => number; readonly sleep: Sleep; readonly random: () => number };
  /** Aborts when no new request may leave; its reason is a `EarlyEnd`. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight are given up. */
  readonly cut: AbortSignal;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
}

/** A mapping as its author wrote it. */
export interface MappingSource {
  readonly name: string;
  readonly text: string;
}

/** What a plan is compared with (`compare-mapping`). */
export interface ComparisonBase {
  readonly name: string;
  /** Null when there is no such file. @throws InputError when it cannot be read. */
  readonly read: () => Promise<MappingSource | null>;
  /** Where the ledger of the other plan may lie while it is needed; it holds users' data. */
  readonly ledgerPath: string;
}
