import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from './input-error.ts';
import { Ledger } from './ledger/ledger.ts';
import { type Edges, migrate } from './migrate.ts';
import { fetchExport } from './publish/fetch-export.ts';
import type { Log } from './publish/log.ts';
import type { ProgressLog } from './publish/progress-log.ts';
import { type WrittenReport, writeReport } from './publish/report-files.ts';
import { embeddedQueue } from './queue/embedded-queue.ts';
import type { ReportHead, ReportRun } from './report/report-data.ts';
import type { Settings } from './settings.ts';
import { openExport } from './source/open-export.ts';
import type { Tenant } from './tenant/bulk.ts';
import { connectTenant } from './tenant/connect.ts';
import type { Sleep } from './tenant/retry-policy.ts';

/** What the two entries bring: where they run and how they speak. */
export interface Surroundings {
  readonly cwd: string;
  /** A folder for private files; what is made in it is removed at the end. */
  readonly tempDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly progress: ProgressLog;
  readonly stop: AbortSignal;
  readonly cut: AbortSignal;
  readonly run: ReportRun | null;
  readonly toolVersion: string;
  /** Makes a secret unreadable in everything printed from now on. */
  readonly onSecret: (secret: string) => void;
}

export interface JobResult {
  readonly head: ReportHead;
  readonly report: WrittenReport;
}

/**
 * The job of both entries: opens what the story needs, tells it, and writes the report's files.
 *
 * @throws what broke beyond the story's reach (a full disk, a bug).
 */
export async function runJob(settings: Settings, surroundings: Surroundings): Promise<JobResult> {
  const { log, tempDir } = surroundings;
  for (const warning of settings.warnings) log.warning(warning);
  const folder = await mkdtemp(join(tempDir, 'cidaas-migrate-'));
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
  const ledger = new Ledger(join(folder, 'ledger.db'));
  cleanUp.defer(() => ledger.close());

  const head = await migrate(settings, {
    ...surroundings,
    ledger,
    queue: embeddedQueue(ledger.db),
    clock: { now: Date.now, random: Math.random, sleep },
    openExport: () => open(settings, surroundings, join(folder, 'artifact')),
    readMapping: () => readMapping(settings, surroundings.cwd),
    connect: (onRequest) => connect(settings, surroundings, cleanUp, onRequest),
  });
  const report = await writeReport({
    dir: resolve(surroundings.cwd, settings.report.dir),
    head,
    rows: (outcomes) => ledger.rows(outcomes),
    level: settings.report.identifiers,
    notes: notesOf(head),
  });
  return { head, report };
}

/** Why the run ended as it did, for people. */
export function notesOf({ reason }: ReportHead): string[] {
  return reason?.split('\n') ?? [];
}

async function open(
  settings: Settings,
  { cwd, env, log }: Surroundings,
  artifactDir: string,
): ReturnType<Edges['openExport']> {
  const { patterns, artifact, ...read } = settings.export;
  if (artifact === null) return openExport({ cwd, patterns: patterns ?? '', ...read });
  const folder = await fetchExport(artifact, artifactDir, { env, log });
  return openExport({ cwd: folder, patterns: patterns ?? '**/*', ...read });
}

async function readMapping({ mapping }: Settings, cwd: string): ReturnType<Edges['readMapping']> {
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

/** The real tenant, or the sandbox that lives as long as this run. */
async function connect(
  settings: Settings,
  { env, log, onSecret, toolVersion }: Surroundings,
  cleanUp: AsyncDisposableStack,
  onRequest: Parameters<Edges['connect']>[0],
): Promise<Tenant> {
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
  if (tenant?.kind === 'origin' && client !== null)
    return cleanUp.use(connectTenant({ ...options, origin: tenant.origin, client }));
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  const rehearsal = { id: 'rehearsal', secret: 'rehearsal' };
  const sandbox = cleanUp.use(await startSandbox({ client: rehearsal, store: 'index' }));
  log.notice('tenant-url is sandbox: this is a rehearsal, no user reaches a tenant.');
  return cleanUp.use(connectTenant({ ...options, origin: sandbox.url, client: rehearsal }));
}

const sleep: Sleep = (ms, signal) =>
  new Promise((done, fail) => {
    if (signal.aborted) return fail(signal.reason);
    const aborted = (): void => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', aborted);
      done();
    }, ms);
    signal.addEventListener('abort', aborted, { once: true });
  });
