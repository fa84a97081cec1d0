import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { JoinedRecordStore } from '../ledger/joined-record-store.ts';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import { gitHubPatience } from '../publish/github-retry.ts';
import { embeddedQueue } from '../queue/embedded-queue.ts';
import { failureTally, tallied } from '../report/failure-tally.ts';
import { FAILURE_OUTCOMES, type RunOutcome } from '../report/report-data.ts';
import { createExportOpener } from '../run/export-opener.ts';
import { ExpressionProcess } from '../run/expression-process.ts';
import { migrate } from '../run/migrate.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { NO_PROGRESS } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { readSettings } from '../settings/read-settings.ts';
import { count } from '../text/number-text.ts';
import type { InitSource } from './init-export.ts';

/** Reasons for failures that the log lists. */
const MAX_REASONS = 8;

/**
 * Plans the export with a mapping that was just proposed, as mode plan does, and logs the result. Returns how the plan ended.
 */
export async function planProposal(
  source: InitSource,
  mapping: { readonly name: string; readonly text: string; readonly preset: string },
  { log, stop }: { readonly log: Log; readonly stop: AbortSignal },
): Promise<RunOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'cidaas-migrate-'));
  const ledger = new Ledger(ledgerPath(folder));
  // A proposal has no expressions.
  using evaluator = new ExpressionProcess(stop);
  try {
    const given: { readonly [name: string]: string } = {
      ...{ mode: 'plan', export: source.patterns, preset: mapping.preset },
      ...{
        'min-rows': '0',
        'min-planned': '0',
        'allow-partial-export': 'true',
        'abort-above': '100%',
        'fail-above': '100%',
      },
    };
    const read = readSettings((name) => given[name] ?? '');
    const { format, encoding, delimiter, exportKey } = source;
    const settings = { ...read, export: { ...read.export, format, encoding, delimiter, exportKey } };
    const environment = {
      cwd: resolve(source.cwd),
      workspace: null,
      folder,
      env: {},
      log,
      stop,
      patience: gitHubPatience(stop, 0),
    };
    const head = await migrate(settings, {
      ...createExportOpener(settings, environment),
      ledger,
      evaluator,
      log,
      stop,
      abortInFlight: stop,
      confirm: null,
      resumeStore: null,
      state: null,
      base: null,
      run: null,
      toolVersion: TOOL_VERSION,
      queue: embeddedQueue(ledger),
      fleet: null,
      clock: { ...systemClock, sleep: async () => undefined },
      progress: NO_PROGRESS,
      joinStore: (besideLedger) => new JoinedRecordStore(besideLedger),
      readMappingFile: async () => ({ name: mapping.name, text: mapping.text }),
      lookUpDomain: async () => 'unknown' as const,
      connect: () => Promise.reject(new Error('a plan does not connect to a tenant')),
    });
    const tally = failureTally();
    for (const _ of tallied(ledger.rows(FAILURE_OUTCOMES), tally));
    for (const { code, outcome, count: rows } of tally.groups().slice(0, MAX_REASONS))
      log.info(`  ${count(rows)} ${outcome}: ${code}`);
    for (const [code, rows] of Object.entries(head.warnings)) log.info(`  ${count(rows)} warned: ${code}`);
    return head.outcome;
  } finally {
    ledger.close();
    await removeFolder(folder);
  }
}
