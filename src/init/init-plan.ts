import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { JoinedRecordStore } from '../ledger/joined-record-store.ts';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import { embeddedQueue } from '../queue/embedded-queue.ts';
import { failureTally, tallied } from '../report/failure-tally.ts';
import { FAILURE_OUTCOMES } from '../report/report-data.ts';
import { migrate } from '../run/migrate.ts';
import { exportPlace } from '../run/open-export.ts';
import type { Log } from '../runtime/log.ts';
import { NO_PROGRESS } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { readSettings } from '../settings/read-settings.ts';
import { count } from '../text/number-text.ts';
import type { InitSource } from './init-export.ts';

/** Reasons that are told one by one. */
const REASONS = 8;

/**
 * Plans the export with a mapping that was just written, and says how it turned out: the same plan as in mode plan. False when
 * it came to none.
 */
export async function firstNumbers(
  source: InitSource,
  mapping: { readonly name: string; readonly text: string; readonly preset: string },
  { log, stop }: { readonly log: Log; readonly stop: AbortSignal },
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'cidaas-migrate-'));
  const ledger = new Ledger(ledgerPath(folder));
  try {
    const given: { readonly [name: string]: string } = {
      ...{ mode: 'plan', export: source.patterns, preset: mapping.preset },
      ...{ 'min-rows': '0', 'abort-above': '100%', 'fail-above': '100%' },
    };
    const read = readSettings((name) => given[name] ?? '');
    const { format, encoding, delimiter, exportKey } = source;
    const settings = { ...read, export: { ...read.export, format, encoding, delimiter, exportKey } };
    const environment = { cwd: resolve(source.cwd), folder, env: {}, log };
    const head = await migrate(settings, {
      ...exportPlace(settings, environment),
      ledger,
      log,
      stop,
      cut: stop,
      memory: null,
      state: null,
      base: null,
      run: null,
      toolVersion: TOOL_VERSION,
      queue: embeddedQueue(ledger.db),
      clock: { now: Date.now, random: Math.random, sleep: async () => undefined },
      progress: NO_PROGRESS,
      joinStore: (beside) => new JoinedRecordStore(beside),
      readMapping: async () => ({ name: mapping.name, text: mapping.text }),
      connect: () => Promise.reject(new Error('a plan connects to no tenant')),
    });
    const tally = failureTally();
    for (const _ of tallied(ledger.rows(FAILURE_OUTCOMES), tally));
    for (const { code, outcome, count: rows } of tally.groups().slice(0, REASONS))
      log.info(`  ${count(rows)} ${outcome}: ${code}`);
    for (const [code, rows] of Object.entries(head.warnings)) log.info(`  ${count(rows)} warned: ${code}`);
    return head.outcome === 'succeeded';
  } finally {
    ledger.close();
    await removeFolder(folder);
  }
}
