import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { JoinedRecordStore } from '../ledger/joined-record-store.ts';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath } from '../ledger/run-folder.ts';
import type { RuleLines } from '../mapping/mapping.ts';
import { openReportDir, type WrittenReport } from '../publish/report-files.ts';
import { embeddedQueue } from '../queue/embedded-queue.ts';
import type { ReportHead } from '../report/report-data.ts';
import { failForLostState } from '../run/close-run.ts';
import { createExportOpener } from '../run/export-opener.ts';
import { type KeptRun, keepRun } from '../run/keep-step.ts';
import { migrate } from '../run/migrate.ts';
import type { Ports } from '../run/ports.ts';
import { hasSendingStarted, loadRuleLines } from '../run/run-notes.ts';
import { undoRun } from '../run/undo-run.ts';
import { systemClock } from '../runtime/clock.ts';
import { messageOf } from '../runtime/disk-full.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import { refuseUncheckedTls } from '../tenant/checked-tls.ts';
import { type Connection, connectTenant } from '../tenant/connect.ts';
import { mailDomainLookUp, systemResolver } from '../tenant/mail-domain.ts';
import { openRunFleet } from './fleet.ts';
import { comparisonBase, readMappingFile } from './mapping-source.ts';
import { createRunKeys, keptOf, openResumeStore, openRunState } from './open-stores.ts';
import type { RunEnvironment } from './run-environment.ts';
import { writeRunReport } from './written-report.ts';

export interface JobResult {
  readonly head: ReportHead;
  readonly report: WrittenReport;
  /** The line of each field's rule in the mapping. */
  readonly ruleLines: RuleLines;
}

/** A finished job. */
export interface EndedJob extends JobResult {
  readonly kept: KeptRun;
}

/** Hands on the finished report. */
export type Publish = (result: JobResult) => Promise<void>;

/**
 * The job of both entries: opens the ports, runs the migration, keeps what later runs need, writes the report files and
 * publishes them. The private folder stays; the entry removes it once everything is stored.
 *
 * What is kept comes before the report, since a run whose state is lost must not be reported as succeeded. Only a cancelled run
 * is reported first: the runner kills it after seconds.
 *
 * @throws InputError when the report folder cannot be used, or certificates would not be checked; ReportNotWritten when the
 * report could not be written; everything else is a bug.
 */
export async function runJob(settings: Settings, environment: RunEnvironment, publish: Publish): Promise<EndedJob> {
  const { log, folder } = environment;
  // V8 lets the young generation grow to 128 MB to collect less often; a stream of users gains little from that.
  setFlagsFromString('--semi-space-growth-factor=1');
  for (const warning of settings.warnings) log.warning(warning);
  if (settings.tenant?.kind === 'origin') refuseUncheckedTls(settings.tenant.origin, environment.env);
  await openReportDir(resolve(environment.cwd, settings.report.dir));
  await using cleanUp = new AsyncDisposableStack();
  const ledger = new Ledger(ledgerPath(folder));
  cleanUp.defer(() => ledger.close());
  const keys = createRunKeys(settings, environment);
  const resumeStore = openResumeStore(settings, environment, ledger, keys);
  const state = openRunState(settings, environment, ledger, keys);

  // Before the plan: a database that cannot be used is told at once.
  const fleet = await openRunFleet(settings, environment, ledger);
  if (fleet !== null) cleanUp.use(fleet);

  const opener = createExportOpener(settings, environment);
  const runMode = settings.mode === 'undo' ? undoRun : migrate;
  const ended = await runMode(settings, {
    ...environment,
    ledger,
    resumeStore,
    state,
    queue: embeddedQueue(ledger),
    fleet,
    clock: systemClock,
    ...opener,
    evaluator: cleanUp.use(environment.openEvaluator(environment.stop)),
    openExport: async (mapping) => (isGiven(settings.export) ? opener.openExport(mapping) : null),
    joinStore: (target) => new JoinedRecordStore(target),
    readMappingFile: () => readMappingFile(settings, environment),
    base: comparisonBase(settings, environment),
    lookUpDomain: mailDomainLookUp(systemResolver()),
    connect: (onRequest) =>
      connect(settings, environment, cleanUp, (request) => {
        onRequest(request);
        environment.onRequest?.(request);
      }),
  });
  environment.onEnded?.(ended);
  // Also when the run was stopped: what it sent is what a later attempt and the next delta have to know.
  const sent = hasSendingStarted(ledger) ? keptOf(settings, resumeStore, state) : { resumeStore: null, state: null };
  const keptBefore = ended.outcome === 'cancelled' ? null : await keepRun(sent, log);
  const head = withLostState(ledger, ended, keptBefore, log);
  const keepFirst = keptBefore === null ? () => keepRun(sent, log) : null;
  const report = await writeRunReport({
    settings,
    cwd: environment.cwd,
    env: environment.env,
    head,
    ledger,
    keepFirst,
  });
  const result = { head, report, ruleLines: loadRuleLines(ledger) };
  await publish(result);
  const kept = keptBefore ?? (await keepRun(sent, log));
  if (keptBefore === null && kept.lostState !== null) log.error(kept.lostState);
  if (kept.isResumeSaved)
    await fleet
      ?.forget()
      .catch((error: unknown) => log.warning(`The ended run is still in the database: ${messageOf(error)}`));
  return { ...result, kept };
}

function withLostState(ledger: Ledger, head: ReportHead, kept: KeptRun | null, log: Log): ReportHead {
  if (kept === null || kept.lostState === null) return head;
  log.error(kept.lostState);
  return failForLostState(ledger, head, kept.lostState);
}

/** False only in mode check, which needs no export. */
function isGiven({ patterns, artifact }: Settings['export']): boolean {
  return patterns !== null || artifact !== null;
}

/** Connects to the tenant, or to a sandbox that is started for this run. */
async function connect(
  settings: Settings,
  { env, log, onSecret, toolVersion }: RunEnvironment,
  cleanUp: AsyncDisposableStack,
  onRequest: Parameters<Ports['connect']>[0],
): Promise<Connection> {
  const { tenant, client, concurrency, requestTimeoutMs, maxAttempts, outagePatienceMs } = settings;
  const options = {
    connections: concurrency.max,
    timeoutMs: requestTimeoutMs,
    maxAttempts,
    outagePatienceMs,
    env,
    onSecret,
    onRequest,
    toolVersion,
    clock: systemClock,
  };
  if (tenant?.kind === 'origin' && client !== null) {
    const loginClient = settings.loginClient ?? client;
    return cleanUp.use(connectTenant({ ...options, origin: tenant.origin, client, loginClient }));
  }
  const { startSandbox } = await import('../sandbox/sandbox.ts');
  const rehearsal = { id: 'rehearsal', secret: 'rehearsal' };
  const sandbox = cleanUp.use(await startSandbox({ client: rehearsal, store: 'index' }));
  log.notice('tenant-url is sandbox: this is a rehearsal, no user is sent to a tenant.');
  return cleanUp.use(connectTenant({ ...options, origin: sandbox.url, client: rehearsal, loginClient: rehearsal }));
}
