import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { JoinedRecordStore } from '../ledger/joined-record-store.ts';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath } from '../ledger/run-folder.ts';
import type { RuleLines } from '../mapping/file/rule-lines.ts';
import { openReportDir, type WrittenReport, writeReport } from '../publish/report-files.ts';
import { embeddedQueue } from '../queue/embedded-queue.ts';
import type { ReportHead } from '../report/report-data.ts';
import { migrate } from '../run/migrate.ts';
import { exportPlace } from '../run/open-export.ts';
import type { ComparisonBase, Ports } from '../run/ports.ts';
import { loadRuleLines } from '../run/run-record.ts';
import { hasSent, saveResume } from '../run/send-step.ts';
import { InputError } from '../runtime/input-error.ts';
import { sleep } from '../runtime/sleep.ts';
import type { Settings } from '../settings/settings.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import type { RunState } from '../state/run-state.ts';
import { type Connection, connectTenant } from '../tenant/connect.ts';
import { keysOf, openResumeStore, openState } from './open-stores.ts';
import type { RunEnvironment } from './run-environment.ts';

export interface JobResult {
  readonly head: ReportHead;
  readonly report: WrittenReport;
  /** Where each field's rule stands in the mapping. */
  readonly ruleLines: RuleLines;
}

/** The run is over and nobody can read how: its report could not be written. What is settled is remembered all the same. */
export class UnwrittenReport extends Error {
  readonly head: ReportHead;

  constructor(head: ReportHead, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnwrittenReport';
    this.head = head;
  }
}

/**
 * The job of both entries: opens what the story needs, tells it, writes the report's files, and hands them with the run's
 * memory to `publish`. The private folder stays: the entry removes it when everything has reached its place.
 *
 * @throws UnwrittenReport when the report could not be written; else what broke beyond the story's reach (a bug).
 */
export async function runJob(
  settings: Settings,
  environment: RunEnvironment,
  publish: (result: JobResult, memory: ResumeStore | null, state: RunState | null) => Promise<void>,
): Promise<JobResult> {
  const { log, folder } = environment;
  // A stream of users needs no large young generation; V8 would let it grow to 128 MB for a little less collecting.
  setFlagsFromString('--semi-space-growth-factor=1');
  for (const warning of settings.warnings) log.warning(warning);
  await openReportDir(resolve(environment.cwd, settings.report.dir));
  await using cleanUp = new AsyncDisposableStack();
  const ledger = new Ledger(ledgerPath(folder));
  cleanUp.defer(() => ledger.close());
  const keys = keysOf(settings, environment);
  const memory = openResumeStore(settings, environment, ledger, keys);
  const state = openState(settings, environment, ledger, keys);

  const place = exportPlace(settings, environment);
  const head = await migrate(settings, {
    ...environment,
    ledger,
    memory,
    state,
    queue: embeddedQueue(ledger.db),
    clock: { now: Date.now, random: Math.random, sleep },
    ...place,
    openExport: async (mapping) => (isGiven(settings.export) ? place.openExport(mapping) : null),
    joinStore: (beside) => new JoinedRecordStore(beside),
    readMapping: () => readMapping(settings, environment.cwd),
    base: baseOf(settings, environment),
    connect: (onRequest) => connect(settings, environment, cleanUp, onRequest),
  });
  const report = await writeReportOf(settings, environment.cwd, head, ledger).catch(async (cause: unknown) => {
    if (hasSent(ledger) && memory !== null) await saveResume(memory, log);
    throw new UnwrittenReport(head, cause);
  });
  const result = { head, report, ruleLines: loadRuleLines(ledger) };
  // Of a run that was cut off, too: what it sent is what the next delta has to compare with.
  await publish(result, hasSent(ledger) ? memory : null, settings.mode === 'apply' && hasSent(ledger) ? state : null);
  return result;
}

/** Only mode check goes without an export. */
function isGiven({ patterns, artifact }: Settings['export']): boolean {
  return patterns !== null || artifact !== null;
}

/** Writes the report of a closed run. */
export function writeReportOf(
  settings: Settings,
  cwd: string,
  head: ReportHead,
  ledger: Ledger,
): Promise<WrittenReport> {
  return writeReport({
    dir: resolve(cwd, settings.report.dir),
    head,
    rows: (outcomes) => ledger.rows(outcomes),
    level: settings.report.identifiers,
    notes: notesOf(head),
  });
}

/** Why the run ended as it did, for people. */
export function notesOf({ reason }: ReportHead): string[] {
  return reason?.split('\n') ?? [];
}

async function readMapping({ mapping }: Settings, cwd: string): ReturnType<Ports['readMapping']> {
  if (mapping === null) return null;
  try {
    return { name: mapping, text: await readFile(resolve(cwd, mapping), 'utf8') };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new InputError(
      [
        `\`mapping\`: ${mapping} cannot be read (${code}). Is the repository checked out, and the path relative to its root?`,
      ],
      { cause },
    );
  }
}

/** The mapping to compare with. It may be missing: the first change that brings a mapping has none to be compared with. */
function baseOf({ compareMapping: name }: Settings, { cwd, folder }: RunEnvironment): ComparisonBase | null {
  if (name === null) return null;
  return {
    name,
    ledgerPath: join(folder, 'base.db'),
    async read() {
      try {
        return { name, text: await readFile(resolve(cwd, name), 'utf8') };
      } catch (cause) {
        const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
        if (code === 'ENOENT') return null;
        throw new InputError([`\`compare-mapping\`: ${name} cannot be read (${code}).`], { cause });
      }
    },
  };
}

/** The real tenant, or the sandbox that lives as long as this run. */
async function connect(
  settings: Settings,
  { env, log, onSecret, toolVersion }: RunEnvironment,
  cleanUp: AsyncDisposableStack,
  onRequest: Parameters<Ports['connect']>[0],
): Promise<Connection> {
  const { tenant, client, concurrency, requestTimeoutMs, maxAttempts } = settings;
  const options = {
    connections: concurrency,
    timeoutMs: requestTimeoutMs,
    maxAttempts,
    env,
    onSecret,
    onRequest,
    toolVersion,
    now: Date.now,
    random: Math.random,
    sleep,
  };
  if (tenant?.kind === 'origin' && client !== null) {
    return cleanUp.use(connectTenant({ ...options, origin: tenant.origin, client }));
  }
  const { startSandbox } = await import('../sandbox/sandbox.ts');
  const rehearsal = { id: 'rehearsal', secret: 'rehearsal' };
  const sandbox = cleanUp.use(await startSandbox({ client: rehearsal, store: 'index' }));
  log.notice('tenant-url is sandbox: this is a rehearsal, no user reaches a tenant.');
  return cleanUp.use(connectTenant({ ...options, origin: sandbox.url, client: rehearsal }));
}
