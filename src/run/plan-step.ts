import { availableParallelism } from 'node:os';
import { planSink } from '../ledger/plan-sink.ts';
import type { CompiledMapper } from '../mapping/compile/compile.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { leftOutSentence } from '../plan/left-out-values.ts';
import { type PlannedExport, planExport } from '../plan/plan-export.ts';
import type { SampleRows } from '../plan/sample-rows.ts';
import { statusSentence } from '../plan/status-counts.ts';
import type { UnreadEntry } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export, ExportFile } from '../source/record.ts';
import { countUnmatched } from './join-step.ts';
import { PlanThreads } from './plan-threads.ts';
import type { Ports } from './ports.ts';
import { type ExplainRow, rowExplainer } from './row-explainer.ts';
import { prepareRows, type RowPreparation } from './row-preparation.ts';
import { findUnread } from './unread-step.ts';

/** What planning the rows of an export found out. */
export interface PlannedRows extends PlannedExport {
  /** The files that the mapping joins to the export; their content is part of the plan. */
  readonly joined: readonly ExportFile[];
  /** Explains one of the rows; joined records can be looked up until the ledger is closed. */
  readonly explain: ExplainRow;
  /** What no rule reads, for the report. */
  readonly unread: readonly UnreadEntry[];
  /** Why nothing may be sent: the mapping does not decide who is blocked. Null when it does. */
  readonly undecidedStatus: EarlyEnd | null;
}

/** More have to wait for the main thread, which writes the ledger, and each takes memory. */
const MAX_THREADS = 3;

/** Places of the source that the log names; the report has all. */
const MAX_LOGGED_PLACES = 10;

/**
 * Decides every row of the export and writes the decisions to the ledger; sends nothing. `samples` chooses rows meanwhile.
 *
 * @throws InputError when the mapping does not fit the export, or the export has fewer rows than `min-rows` or says
 * of itself that it is incomplete.
 */
export async function planRows(
  settings: Settings,
  ports: Ports,
  exported: Export,
  mapping: Mapping | null,
  samples: SampleRows | null = null,
): Promise<PlannedRows> {
  const prepared = await prepareRows(ports, exported, mapping);
  const { mappers, rules, policy, joined } = prepared;
  await using threads = planThreads(settings, ports, exported, mapping, prepared);
  const planned = await planExport({
    ...{ exported, mappers, ...rules, samples },
    takeOverruns: () => prepared.overruns.take(),
    threads,
    duplicates: mapping?.duplicates ?? 'first',
    sink: planSink(ports.ledger),
    onProgress: (rows) => ports.progress.planned(rows),
    signal: ports.stop,
  });
  if (planned.passwords.length === 0 && lacksExpectedPasswords(settings, ports, mapping))
    ports.log.warning('No user of this plan has a password: every user has to set a new one with "forgot password".');
  // Not in the log of a delta, which sends few of these users; the report has it.
  if (settings.sync === 'full' && planned.statuses.length > 0) ports.log.info(statusSentence(planned.statuses));
  // Not as warnings: the end of the log counts each code, and an annotation explains it.
  for (const place of planned.leftOut.slice(0, MAX_LOGGED_PLACES)) ports.log.info(leftOutSentence(place));
  if (planned.rows < settings.minRows) {
    throw new InputError([
      `The export has ${planned.rows} rows, fewer than min-rows (${settings.minRows}): it may be truncated. Nothing was sent. Create it again, or set \`min-rows\` if this is all.`,
    ]);
  }
  const incomplete = [...(planned.incomplete === null ? [] : [planned.incomplete]), ...joined.incomplete];
  refuseIncomplete(incomplete, settings, ports.log);
  const unseen = policy.severities.get('path.unseen') === 'off' ? {} : countUnseen(new Set(mappers), ports.log);
  const { warnings: states, ...unread } = findUnread(new Set(mappers), ports.log);
  const warnings = {
    ...planned.warnings,
    ...countUnmatched(mapping, joined, ports.log),
    ...unseen,
    ...states,
    ...(incomplete.length > 0 && { 'export.incomplete': incomplete.length }),
  };
  const explain = rowExplainer(exported, mapping, prepared);
  return { ...planned, warnings, joined: joined.files, explain, ...unread };
}

/**
 * Null without threads. Joined records are looked up in the ledger, and expressions in another process: both belong to this thread.
 */
function planThreads(
  { threads }: Settings,
  { state }: Pick<Ports, 'state'>,
  { files }: Export,
  mapping: Mapping | null,
  { mappers, joined, environment: { now } }: RowPreparation,
): PlanThreads | null {
  const count = threads === 'auto' ? Math.min(availableParallelism() - 1, MAX_THREADS) : threads;
  if (count === 0 || joined.store !== null || mappers.some(({ prepare }) => prepare !== null)) return null;
  const setup = {
    mapping: mapping?.written ?? null,
    files: files.map(({ columns, format }) => ({ columns, format })),
    ...{ now, fingerprintKey: state?.fingerprintKey() ?? null },
  };
  return new PlanThreads(setup, { count });
}

/** @throws InputError when files say that more users exist than they hold, unless `allow-partial-export` accepts it. */
function refuseIncomplete(sentences: readonly string[], { allowPartialExport }: Settings, log: Log): void {
  if (allowPartialExport)
    for (const sentence of sentences) log.warning(`${sentence}. \`allow-partial-export\` accepts it.`);
  else if (sentences.length > 0)
    throw new InputError(
      sentences.map(
        (sentence) =>
          `${sentence} (export.incomplete). Fetch the other pages too and give all files as one export, or set \`allow-partial-export: true\` if only these users are meant. Nothing was sent.`,
      ),
    );
}

/** A path that no record of a JSON export has is probably a typing error. Only a warning, since a key may just be rare. */
function countUnseen(mappers: ReadonlySet<CompiledMapper>, log: Log): { readonly [code: string]: number } {
  const unseen = [...mappers].flatMap((mapper) => mapper.unseen());
  for (const { path, at, nearest } of unseen) {
    const hint = nearest === null ? '' : ` Did you mean ${nearest}?`;
    log.warning(`${at}: no record of the export has ${path}.${hint}`);
  }
  return unseen.length === 0 ? {} : { 'path.unseen': unseen.length };
}

/** Whether users of a preset have to be warned: they may not know that the export of this system contains no passwords. */
function lacksExpectedPasswords({ preset }: Settings, { ledger }: Ports, mapping: Mapping | null): boolean {
  const hasOwnRule = mapping?.fields.some(({ field }) => field.startsWith('password_hash_info.')) ?? false;
  return preset !== null && !hasOwnRule && ledger.totals().planned > 0;
}
