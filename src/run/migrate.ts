import { RequestStats } from '../apply/request-stats.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { planDigest } from '../plan/digest.ts';
import type { Comparison } from '../report/comparison.ts';
import { fileLine, planLine } from '../report/log-lines.ts';
import type { ReportHead } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { isDiskFull } from '../runtime/disk-full.ts';
import { InputError, withAllProblems } from '../runtime/input-error.ts';
import { type Log, SILENCE } from '../runtime/log.ts';
import { NO_PROGRESS } from '../runtime/progress-log.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export, ExportFile } from '../source/record.ts';
import type { LoadedResume } from '../state/resume-store.ts';
import { refuseOtherPlan, startPilot } from './approval.ts';
import { watchCanary } from './canary-step.ts';
import { compareWithTenant } from './check-step.ts';
import { type ChosenMapping, readMapping } from './chosen-mapping.ts';
import { compareWithLast, noteRecreated } from './delta-step.ts';
import { stopForFullDisk } from './full-disk-stop.ts';
import { createOnlyOf, planRows } from './plan-step.ts';
import type { ComparisonBase, Ports } from './ports.ts';
import { closeRun, type Draft, saveDraft, saveRuleLines, startDraft, tenantName } from './run-record.ts';
import { beginSending, ROOM_TO_CLOSE, sendPlanned } from './send-step.ts';
import { verifySample } from './verify-step.ts';

/**
 * The story: an export becomes records, records become users, users become a plan, the plan is applied, and the ledger holds
 * what became of every row. Whatever happens, the returned head adds up with the ledger.
 */
export async function migrate(settings: Settings, ports: Ports): Promise<ReportHead> {
  const { ledger, clock, log } = ports;
  const draft = startDraft(settings, ports.toolVersion, ports.run, clock.now());
  saveDraft(ledger, draft);
  const stop = await tell(settings, ports, draft).catch((error: unknown) => stopFor(error, ports, draft));
  ledger.releaseSpace();
  saveDraft(ledger, draft);
  const head = closeRun(ledger, draft, stop, clock.now());
  for (const line of head.reason?.split('\n') ?? []) log.error(line);
  return head;
}

/** Everything from the export to the last answer; returns what stopped it, or null. */
async function tell(settings: Settings, ports: Ports, draft: Draft): Promise<EarlyEnd | null> {
  const { ledger } = ports;
  ledger.reserveSpace(ROOM_TO_CLOSE);
  const reading = readMapping(settings, ports);
  const opening = reading.then(
    (named) => ports.openExport(named?.mapping ?? null),
    () => ports.openExport(null),
  );
  const [exported, mapping] = await withAllProblems([opening, reading]);
  draft.mapping = mapping === null ? null : { name: mapping.name, sha256: mapping.sha256 };
  saveRuleLines(ledger, mapping?.mapping ?? null);
  const refused = exported === null ? null : await plan(settings, ports, draft, exported, mapping);
  if (settings.mode === 'plan' || (settings.mode === 'apply' && refused !== null)) return refused;

  let recalled: LoadedResume | null = null;
  if (settings.mode === 'apply') {
    recalled = await recall(ports);
    draft.resumed = recalled === null ? null : { from: recalled.from, rows: recalled.rows };
    startPilot(settings, ports, draft);
    saveDraft(ledger, draft);
    if (ledger.totals().planned === 0) {
      beginSending(ledger);
      return null;
    }
  }
  const stats = new RequestStats();
  const tenant = await ports.connect((request) => stats.observe(request, ports.clock.now()));
  const objection = await compareWithTenant(settings, ports, tenant.setup, { draft, exported, mapping });
  if (settings.mode === 'check' || objection !== null) return refused ?? objection;
  const stop = await sendPlanned(settings, ports, { tenant, stats, refusedBefore: recalled?.refused ?? 0 });
  noteRecreated(ports.state, draft);
  if (stop === null && readsBack(settings, ports.log))
    await verifySample(settings.verifySample, ports, tenant.users, draft);
  return stop;
}

/** Decides every row; returns why nothing of the plan can be sent, or null. */
async function plan(
  settings: Settings,
  ports: Ports,
  draft: Draft,
  exported: Export,
  mapping: ChosenMapping | null,
): Promise<EarlyEnd | null> {
  const { ledger, log } = ports;
  draft.export = describeExport(exported);
  for (const file of exported.files) log.info(fileLine(file));
  const planned = await planRows(settings, ports, exported, mapping?.mapping ?? null);
  draft.rowsRead = planned.rows;
  draft.warnings = planned.warnings;
  if (planned.passwords.length > 0) draft.passwords = planned.passwords;
  // Before a delta takes anything out of the plan: what the mapping does is the question, not what was sent before.
  if (ports.base !== null) draft.comparison = await compare(settings, ports, ports.base, exported, mapping);
  const refused =
    refusePlan(settings, ledger, planned.rows) ?? (await watchCanary(settings.canary, ledger, draft, log));
  const synced = await compareWithLast(settings, ports, createOnlyOf(mapping?.mapping ?? null), planned);
  draft.delta = synced.delta;
  draft.warnings = { ...draft.warnings, ...synced.warnings };
  draft.planDigest = digest(settings, [...exported.files, ...planned.joined], mapping, synced.users);
  log.info(planLine(ledger.totals()));
  saveDraft(ledger, draft);
  return refused ?? synced.stop ?? refuseOtherPlan(settings, draft.planDigest);
}

/** The sandbox of a rehearsal keeps subs and identifiers only, some 450 bytes a user, so that large exports can be rehearsed. */
function readsBack({ tenant, verifySample: size }: Settings, log: Log): boolean {
  if (size === 0 || tenant?.kind === 'origin') return size > 0;
  log.notice('verify-sample reads nobody back in a rehearsal: of a user the sandbox keeps only sub and identifiers.');
  return false;
}

function stopFor(error: unknown, { ledger, stop }: Ports, draft: Draft): EarlyEnd {
  // Whatever else breaks while a run is being stopped did not come of that.
  if (stop.aborted && error === stop.reason) return stop.reason as EarlyEnd;
  if (error instanceof InputError) return { outcome: 'error', message: error.problems.join('\n') };
  if (isDiskFull(error)) return stopForFullDisk(ledger, draft);
  throw error;
}

/** What the plan decides otherwise than it would with the other mapping, which speaks of its warnings and rows to nobody. */
async function compare(
  settings: Settings,
  ports: Ports,
  base: ComparisonBase,
  exported: Export,
  mapping: ChosenMapping | null,
): Promise<Comparison> {
  const { ledger, stop } = ports;
  const { compareWithBase } = await import('./compare-step.ts');
  return compareWithBase({
    base,
    ledger,
    mapping,
    fileNames: namesOf(exported),
    level: settings.report.identifiers,
    stop,
    choose: (source) => readMapping(settings, { ...ports, readMapping: async () => source }),
    plan: async (other, beside) => {
      const read = (await ports.openExport(other)) ?? exported;
      const silent = { ...ports, ledger: beside, state: null, log: SILENCE, progress: NO_PROGRESS };
      await planRows(settings, silent, read, other);
      return namesOf(read);
    },
  });
}

function namesOf({ files }: Export): string[] {
  return files.map(({ name }) => name);
}

function digest(
  settings: Settings,
  files: readonly ExportFile[],
  mapping: ChosenMapping | null,
  users: string,
): string {
  const { format, encoding, delimiter } = settings.export;
  return planDigest({
    tenant: tenantName(settings),
    exportHashes: files.map((file) => file.sha256),
    mappingHashes: mapping === null ? [] : [mapping.sha256],
    options: { format, encoding, delimiter, sync: settings.sync },
    users,
  });
}

/** A plan with too many invalid rows is no plan: nothing of it is sent. */
function refusePlan(settings: Settings, ledger: Ledger, rows: number): EarlyEnd | null {
  const { invalid } = ledger.totals();
  if (invalid <= allowed(settings.abortAbove, rows)) return null;
  const message = `${invalid} of ${rows} rows are invalid, more than abort-above (${limitText(settings.abortAbove)}) allows: nothing was sent.`;
  return { outcome: 'aborted', message };
}

async function recall({ memory, log }: Ports): Promise<LoadedResume | null> {
  const recalled = (await memory?.load()) ?? null;
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
