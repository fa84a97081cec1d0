import { createHash } from 'node:crypto';
import type { RequestStats } from './apply/request-stats.ts';
import { closeRun, type Draft, saveDraft, startDraft, tenantName } from './draft.ts';
import { InputError, withAllProblems } from './input-error.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Memory, Recalled } from './ledger/memory.ts';
import type { Join } from './mapping/mapping.ts';
import { type Mapping, parseMapping } from './mapping/mapping-file.ts';
import { planDigest } from './plan/digest.ts';
import type { JoinStore } from './plan/load-joins.ts';
import type { PlannedExport } from './plan/plan-export.ts';
import { planRows } from './planning.ts';
import type { Log } from './publish/log.ts';
import type { ProgressLog } from './publish/progress-log.ts';
import type { Queue } from './queue/queue.ts';
import { fileLine, planLine } from './report/log-lines.ts';
import type { ReportHead, ReportRun } from './report/report-data.ts';
import type { Stop } from './report/run-outcome.ts';
import { sendPlanned } from './sending.ts';
import { allowed, limitText, type Settings } from './settings.ts';
import type { Export, ExportFile } from './source/record.ts';
import type { Tenant } from './tenant/bulk.ts';
import type { Sleep } from './tenant/retry-policy.ts';

/** Everything with an effect that the story needs; the entries bring the real ones. */
export interface Edges {
  /** Opens the export as the mapping describes it. */
  readonly openExport: (mapping: Mapping | null) => Promise<Export>;
  /** Opens the files of a join. */
  readonly openJoin: (join: Join) => Promise<Export>;
  /** Makes the place for joined records; only called when the mapping has joins. */
  readonly joinStore: () => JoinStore;
  /** Null when no mapping was asked for. */
  readonly readMapping: () => Promise<{ readonly name: string; readonly text: string } | null>;
  readonly ledger: Ledger;
  readonly queue: Queue;
  /** What earlier attempts settled, and what later ones will want to know; null when nothing is to be remembered. */
  readonly memory: Memory | null;
  /** Opens the connection to the tenant; only called when there is something to send. */
  readonly connect: (onRequest: RequestStats['observe']) => Promise<Tenant>;
  readonly log: Log;
  readonly progress: ProgressLog;
  readonly clock: { readonly now: () => number; readonly sleep: Sleep; readonly random: () => number };
  /** Aborts when no new request may leave; its reason is a `Stop`. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight are given up. */
  readonly cut: AbortSignal;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
}

/**
 * The story: an export becomes records, records become users, users become a plan, the plan is applied, and the ledger holds
 * what became of every row. Whatever happens, the returned head adds up with the ledger.
 */
export async function migrate(settings: Settings, edges: Edges): Promise<ReportHead> {
  const { ledger, clock, log } = edges;
  const draft = startDraft(settings, edges.toolVersion, edges.run, clock.now());
  saveDraft(ledger, draft);
  const stop = await tell(settings, edges, draft).catch((error: unknown) => stopFor(error, edges.stop));
  saveDraft(ledger, draft);
  const head = closeRun(ledger, draft, stop, clock.now());
  for (const line of head.reason?.split('\n') ?? []) log.error(line);
  return head;
}

/** Everything from the export to the last answer; returns what stopped it, or null. */
async function tell(settings: Settings, edges: Edges, draft: Draft): Promise<Stop | null> {
  const { ledger, log } = edges;
  const reading = readMapping(edges);
  const opening = reading.then(
    (named) => edges.openExport(named?.mapping ?? null),
    () => edges.openExport(null),
  );
  const [exported, mapping] = await withAllProblems([opening, reading]);
  draft.export = describeExport(exported);
  for (const file of exported.files) log.info(fileLine(file));
  draft.mapping = mapping === null ? null : { name: mapping.name, sha256: mapping.sha256 };

  const planned = await planRows(settings, edges, exported, mapping?.mapping ?? null);
  draft.rowsRead = planned.rows;
  draft.warnings = planned.warnings;
  draft.planDigest = digest(settings, [...exported.files, ...planned.joined], mapping, planned);
  log.info(planLine(ledger.totals()));
  saveDraft(ledger, draft);

  const refused = refusePlan(settings, ledger, planned.rows);
  if (refused !== null || settings.mode === 'plan') return refused;

  const recalled = await recall(edges);
  draft.resumed = recalled === null ? null : { from: recalled.from, rows: recalled.rows };
  saveDraft(ledger, draft);
  return sendPlanned(settings, edges, recalled?.refused ?? 0);
}

function stopFor(error: unknown, stop: AbortSignal): Stop {
  // Whatever else breaks while a run is being stopped did not come of that.
  if (stop.aborted && error === stop.reason) return stop.reason as Stop;
  if (error instanceof InputError) return { outcome: 'error', message: error.problems.join('\n') };
  throw error;
}

interface NamedMapping {
  readonly name: string;
  readonly sha256: string;
  readonly mapping: Mapping;
}

async function readMapping(edges: Edges): Promise<NamedMapping | null> {
  const source = await edges.readMapping();
  if (source === null) return null;
  const sha256 = createHash('sha256').update(source.text).digest('hex');
  return { name: source.name, sha256, mapping: parseMapping(source.text, source.name) };
}

function digest(
  settings: Settings,
  files: readonly ExportFile[],
  mapping: NamedMapping | null,
  planned: PlannedExport,
): string {
  const { format, encoding, delimiter } = settings.export;
  return planDigest({
    tenant: tenantName(settings),
    exportHashes: files.map((file) => file.sha256),
    mappingHashes: mapping === null ? [] : [mapping.sha256],
    options: { format, encoding, delimiter },
    users: planned.users,
  });
}

/** A plan with too many invalid rows is no plan: nothing of it is sent. */
function refusePlan(settings: Settings, ledger: Ledger, rows: number): Stop | null {
  const { invalid } = ledger.totals();
  if (invalid <= allowed(settings.abortAbove, rows)) return null;
  const message = `${invalid} of ${rows} rows are invalid, more than abort-above (${limitText(settings.abortAbove)}) allows: nothing was sent.`;
  return { outcome: 'aborted', message };
}

async function recall({ memory, log }: Edges): Promise<Recalled | null> {
  const recalled = (await memory?.recall()) ?? null;
  if (recalled === null) return null;
  log.notice(
    `Continuing from ${recalled.from}: ${recalled.rows} rows are settled already and are not sent again. \`resume: none\` starts over.`,
  );
  return recalled;
}

function describeExport({ files }: Export): ReportHead['export'] {
  return {
    files: files.map(({ name, format, encoding, bytes, sha256 }) => ({ name, format, encoding, bytes, sha256 })),
    rows: 0,
  };
}
