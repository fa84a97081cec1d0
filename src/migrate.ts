import { createHash } from 'node:crypto';
import { apply } from './apply/apply.ts';
import { FirstSplit } from './apply/first-split.ts';
import { type Blown, Fuse } from './apply/fuse.ts';
import { createPressure } from './apply/pressure.ts';
import { RequestStats } from './apply/request-stats.ts';
import { InputError } from './input-error.ts';
import { planBatches } from './ledger/batches.ts';
import type { Ledger } from './ledger/ledger.ts';
import { planSink } from './ledger/plan-sink.ts';
import { type CompiledMapper, compileMapping } from './mapping/compile.ts';
import { type Mapping, parseMapping } from './mapping/mapping-file.ts';
import { planDigest } from './plan/digest.ts';
import { type PlannedExport, planExport } from './plan/plan-export.ts';
import { validateUser } from './plan/rules.ts';
import type { Log } from './publish/log.ts';
import type { Queue } from './queue/queue.ts';
import { maskTenantMessage } from './report/mask-message.ts';
import type { ReportHead, ReportRun } from './report/report-data.ts';
import { accountingError, runOutcome, type Stop } from './report/run-outcome.ts';
import { allowed, limitText, type Settings } from './settings.ts';
import type { Export } from './source/record.ts';
import type { Tenant } from './tenant/bulk.ts';
import { retryPolicy, type Sleep } from './tenant/retry-policy.ts';

/** Everything with an effect that the story needs; the entries bring the real ones. */
export interface Edges {
  readonly openExport: () => Promise<Export>;
  /** Null when no mapping was asked for. */
  readonly readMapping: () => Promise<{ readonly name: string; readonly text: string } | null>;
  readonly ledger: Ledger;
  readonly queue: Queue;
  /** Opens the connection to the tenant; only called when there is something to send. */
  readonly connect: (onRequest: RequestStats['observe']) => Promise<Tenant>;
  readonly log: Log;
  readonly progress: ProgressSink;
  readonly clock: { readonly now: () => number; readonly sleep: Sleep; readonly random: () => number };
  /** Aborts when no new request may leave; its reason says why. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight are given up. */
  readonly cut: AbortSignal;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
}

/** Hears how far the run is, as often as it likes to tell. */
export interface ProgressSink {
  planned(rows: number): void;
  /** `failed` and `done` since sending began. */
  sent(done: number, total: number, failed: number): void;
}

/**
 * The story: an export becomes records, records become users, users become a plan, the plan is applied, and the ledger holds
 * what became of every row. Whatever happens, the returned head adds up with the ledger.
 */
export async function migrate(settings: Settings, edges: Edges): Promise<ReportHead> {
  const { ledger, clock, log } = edges;
  const story = createStory(settings, edges);
  try {
    const exported = await edges.openExport();
    story.head.export = describeExport(exported);
    for (const file of story.head.export.files) log.info(describeFile(file));

    const mapping = await readMapping(edges);
    story.head.mapping = mapping === null ? null : { name: mapping.name, sha256: mapping.sha256 };

    const planned = await plan(settings, edges, exported, mapping?.mapping ?? null);
    story.rowsRead = planned.rows;
    story.head.export = { ...story.head.export, rows: planned.rows };
    story.head.warnings = planned.warnings;
    story.head.planDigest = digest(settings, exported, mapping, planned);
    log.info(`Plan ${story.head.planDigest}`);
    ledger.writeNote('head', story.head);

    story.stop = refusePlan(settings, ledger, planned.rows);
    if (settings.mode === 'apply' && story.stop === null) story.stop = await send(settings, edges, story.requests);
  } catch (error) {
    if (edges.stop.aborted) story.stop = cancelled(edges.stop);
    else if (error instanceof InputError) story.stop = { outcome: 'error', message: error.problems.join('\n') };
    else throw error;
  }
  return close(settings, edges, story, clock.now());
}

/** What is known so far of the head of the report, gathered as the story goes. */
interface Story {
  readonly head: { -readonly [key in 'export' | 'mapping' | 'planDigest' | 'warnings']: ReportHead[key] } & {
    readonly tenant: string | null;
    readonly startedAt: number;
  };
  readonly requests: RequestStats;
  /** Null until the whole export has been read. */
  rowsRead: number | null;
  stop: Stop | null;
}

function createStory(settings: Settings, edges: Edges): Story {
  const tenant = settings.tenant?.kind === 'origin' ? settings.tenant.origin : (settings.tenant?.kind ?? null);
  const startedAt = edges.clock.now();
  return {
    head: { tenant, startedAt, export: { files: [], rows: 0 }, mapping: null, planDigest: null, warnings: {} },
    requests: new RequestStats(),
    rowsRead: null,
    stop: null,
  };
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

/** Decides every row. Files with the same header share a mapper. */
async function plan(
  settings: Settings,
  edges: Edges,
  exported: Export,
  mapping: Mapping | null,
): Promise<PlannedExport> {
  const byHeader = new Map<string, Promise<CompiledMapper>>();
  const mappers = await Promise.all(
    exported.files.map(({ columns }) => {
      const header = JSON.stringify(columns);
      const known = byHeader.get(header) ?? compileMapping(mapping, columns);
      byHeader.set(header, known);
      return known;
    }),
  );
  const today = new Date(edges.clock.now()).toISOString().slice(0, 10);
  const planned = await planExport({
    exported,
    mappers,
    validate: (user) => validateUser(user, today),
    sink: planSink(edges.ledger),
    onProgress: (rows) => edges.progress.planned(rows),
    signal: edges.stop,
  });
  if (planned.rows < settings.minRows) {
    throw new InputError([
      `The export has ${planned.rows} rows, fewer than min-rows (${settings.minRows}): it may be cut off. Nothing was sent.`,
    ]);
  }
  return planned;
}

function digest(settings: Settings, exported: Export, mapping: NamedMapping | null, planned: PlannedExport): string {
  const { format, encoding, delimiter } = settings.export;
  return planDigest({
    tenant: settings.tenant?.kind === 'origin' ? settings.tenant.origin : (settings.tenant?.kind ?? null),
    exportHashes: exported.files.map((file) => file.sha256),
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

/** Sends the planned rows; returns what stopped it, or null when all were settled. */
async function send(settings: Settings, edges: Edges, requests: RequestStats): Promise<Stop | null> {
  const { ledger, queue, clock } = edges;
  const total = ledger.totals().planned;
  if (total === 0) return null;
  await queue.put(planBatches(ledger, settings.batchSize));
  ledger.makeDurable();
  const tenant = await edges.connect((request) => requests.observe(request));

  const halt = new AbortController();
  const stop = AbortSignal.any([edges.stop, halt.signal]);
  const fuse = new Fuse({
    maxFailedRows: allowed(settings.abortAbove, total),
    limitText: limitText(settings.abortAbove),
    onBlown: (blown) => halt.abort(blown),
  });
  let done = 0;
  let failed = 0;
  await apply({
    queue,
    waiting: (first, last) => ledger.waiting(first, last),
    concurrency: settings.concurrency,
    delivery: {
      send: (users, signal) => tenant.send(users, signal),
      ledger,
      pressure: createPressure({
        ...clock,
        concurrency: settings.concurrency,
        maxRequestsPerSecond: settings.maxRequestsPerSecond,
      }),
      fuse,
      firstSplit: new FirstSplit(),
      policy: retryPolicy(settings.maxAttempts),
      ...clock,
      stop,
      cut: edges.cut,
      mask: maskTenantMessage,
      onSettled: (accepted, refused) => {
        done += accepted + refused;
        failed += refused;
        edges.progress.sent(done, total, failed);
      },
      onRetry: () => requests.retried(),
    },
  });
  if (fuse.blown !== null) return { outcome: 'aborted', message: sentenceFor(fuse.blown) };
  return edges.stop.aborted ? cancelled(edges.stop) : null;
}

function sentenceFor({ code, message }: Blown): string {
  return code === 'tenant.forbidden' ? `The tenant does not let this client in: ${message}` : message;
}

function cancelled(stop: AbortSignal): Stop {
  return { outcome: 'cancelled', message: stop.reason instanceof Error ? stop.reason.message : String(stop.reason) };
}

/** Gives every open row its outcome, checks that the accounts add up, and completes the head. */
function close(settings: Settings, edges: Edges, story: Story, finishedAt: number): ReportHead {
  const { ledger, log } = edges;
  if (settings.mode === 'apply') closeAccounts(ledger, story.stop);
  const totals = ledger.totals();
  const wrong = accountingError(totals, story.rowsRead ?? totals.rows);
  const stop: Stop | null = wrong === null ? story.stop : { outcome: 'error', message: wrong };
  if (stop !== null) log.error(stop.message);
  const { head } = story;
  return {
    version: 1,
    tool: { name: 'cidaas-migrate', version: edges.toolVersion },
    mode: settings.mode,
    outcome: runOutcome(totals, allowed(settings.failAbove, totals.rows), stop),
    tenant: head.tenant,
    run: edges.run,
    export: head.export,
    mapping: head.mapping,
    planDigest: head.planDigest,
    startedAt: new Date(head.startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    durationMs: finishedAt - head.startedAt,
    totals,
    skippedBy: ledger.skippedBy(),
    warnings: head.warnings,
    requests: story.requests.summary(),
    reason: stop?.message ?? null,
  };
}

function closeAccounts(ledger: Ledger, stop: Stop | null): void {
  const why = stop === null ? 'The run ended before this row was sent.' : 'The run stopped before this row was sent.';
  const again = 'Run the same export again: it continues with what is not settled.';
  ledger.closeAccounts(
    { code: 'unsent', field: null, message: why, hint: again },
    { code: 'unanswered', field: null, message: 'Sent, but the run ended before a usable answer came.', hint: again },
  );
}

function describeExport({ files }: Export): ReportHead['export'] {
  return {
    files: files.map(({ name, format, encoding, bytes, sha256 }) => ({ name, format, encoding, bytes, sha256 })),
    rows: 0,
  };
}

function describeFile({ name, format, encoding, bytes }: ReportHead['export']['files'][number]): string {
  return `${name}: ${format}, ${encoding}, ${bytes} bytes`;
}
