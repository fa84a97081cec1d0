import { planSink } from '../ledger/plan-sink.ts';
import { type CompiledMapper, compileMapping, type MappingEnvironment } from '../mapping/compile/compile.ts';
import { Overruns } from '../mapping/compile/overruns.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { CREATE_ONLY } from '../plan/known-user.ts';
import { leftOutSentence } from '../plan/left-out-values.ts';
import { type PlannedExport, planExport } from '../plan/plan-export.ts';
import { rulePolicy } from '../plan/rule-policy.ts';
import { userRules } from '../plan/rules.ts';
import { checkSeverities } from '../plan/severities.ts';
import { statusSentence } from '../plan/status-counts.ts';
import type { UnreadEntry } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { InputError, withAllProblems } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export, ExportFile } from '../source/record.ts';
import { userFingerprint } from '../state/delta.ts';
import { countUnmatched, loadJoins } from './join-step.ts';
import type { Ports } from './ports.ts';
import { suggestDelimiter, suggestLayout, suggestPreset } from './preset-hints.ts';
import { findUnread } from './unread-step.ts';

/** What planning the rows of an export found out. */
export interface PlannedRows extends PlannedExport {
  /** The files that the mapping joins to the export; their content is part of the plan. */
  readonly joined: readonly ExportFile[];
  /** What no rule reads, for the report. */
  readonly unread: readonly UnreadEntry[];
  /** Why nothing may be sent: the mapping does not decide who is blocked. Null when it does. */
  readonly undecidedStatus: EarlyEnd | null;
}

/** Places of the source that the log names; the report has all. */
const MAX_LOGGED_PLACES = 10;

/**
 * Decides every row of the export and writes the decisions to the ledger; sends nothing.
 *
 * @throws InputError when the mapping does not fit the export, or the export has fewer rows than `min-rows` or says
 * of itself that it is incomplete.
 */
export async function planRows(
  settings: Settings,
  ports: Ports,
  exported: Export,
  mapping: Mapping | null,
): Promise<PlannedRows> {
  if (mapping !== null) checkSeverities(mapping);
  const now = ports.clock.wallNow();
  const presetHint = mapping === null ? await suggestPreset(exported, ports.log) : null;
  const hint = async () => presetHint ?? (mapping === null ? suggestLayout(ports.openExport) : null);
  const overruns = new Overruns(ports.clock.now);
  const joined = await loadJoins(ports, mapping, overruns);
  const environment = { now, evaluator: ports.evaluator, overruns };
  const joins = joined.store === null ? {} : { joins: joined.store };
  const [policy, mappers] = await Promise.all([
    rulePolicy(mapping),
    mappersFor(exported.files, mapping, hint, { ...environment, ...joins }),
  ]);
  const planned = await planExport({
    exported,
    mappers,
    validate: userRules(now, policy),
    severities: policy.severities,
    countDeclaredHashes: mapping !== null,
    duplicates: mapping?.duplicates ?? 'first',
    sink: planSink(ports.ledger),
    fingerprint: ports.state === null ? null : userFingerprint(ports.state.fingerprint, createOnlyOf(mapping)),
    onProgress: (rows) => ports.progress.planned(rows),
    signal: ports.stop,
  });
  if (planned.passwords.length === 0 && lacksExpectedPasswords(settings, ports, mapping))
    ports.log.warning('No user of this plan has a password: every user has to set a new one with "forgot password".');
  // Not in the log of a delta, which sends few of these users; the report has it.
  if (settings.sync === 'full' && planned.statuses.length > 0) ports.log.info(statusSentence(planned.statuses));
  for (const place of planned.leftOut.slice(0, MAX_LOGGED_PLACES)) ports.log.warning(leftOutSentence(place));
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
  return { ...planned, warnings, joined: joined.files, ...unread };
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

/** Fields that are only sent for users who are new to the tenant. */
export function createOnlyOf(mapping: Mapping | null): readonly string[] {
  return mapping?.createOnly ?? CREATE_ONLY;
}

/** The mapper for each file; files with the same header share one. */
async function mappersFor(
  files: readonly ExportFile[],
  mapping: Mapping | null,
  hint: () => Promise<string | null>,
  environment: MappingEnvironment,
): Promise<CompiledMapper[]> {
  const headerOf = ({ columns }: ExportFile): string => JSON.stringify(columns);
  const first = new Map(files.toReversed().map((file) => [headerOf(file), file]));
  const compile = async (file: ExportFile): Promise<CompiledMapper> => {
    const { name, columns } = file;
    try {
      return await compileMapping(mapping, columns, environment);
    } catch (cause) {
      if (!(cause instanceof InputError)) throw cause;
      const problems = first.size === 1 ? cause.problems : cause.problems.map((problem) => `${name}: ${problem}`);
      const suggested = suggestDelimiter(file) ?? (await hint());
      throw new InputError(suggested === null ? problems : [suggested, ...problems], { cause });
    }
  };
  const byHeader = new Map([...first].map(([header, file]) => [header, compile(file)]));
  return withAllProblems(files.map((file) => byHeader.get(headerOf(file)) ?? compile(file)));
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
