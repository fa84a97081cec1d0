import { RequestStats } from '../apply/request-stats.ts';
import { fileLine, planLine } from '../report/log-lines.ts';
import type { ReportHead } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { createTenantDoor } from '../report/tenant-door.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import { checkCanaryAccounts } from './canary-step.ts';
import { checkTenantSetup } from './check-step.ts';
import type { ChosenMapping } from './chosen-mapping.ts';
import { refuseChanges } from './comparison-gate.ts';
import { askBeforeSending } from './confirm-step.ts';
import { createOnlyOf } from './create-only.ts';
import { compareWithLastState, recreatedUsers } from './delta-step.ts';
import { checkDomains } from './domain-step.ts';
import { takeOverFleet } from './fleet-step.ts';
import { openInput } from './input-step.ts';
import { loginProof } from './login-step.ts';
import { changeMissing, hasPlannedChanges } from './missing-step.ts';
import { logPasswords, provePasswords, refuseUnproven } from './password-proof.ts';
import { startPilot } from './pilot-step.ts';
import { digestOfPlan, refuseEmptyPlan, refuseInvalidPlan, refuseUnapprovedPlan } from './plan-approval.ts';
import { planRows } from './plan-step.ts';
import type { Ports } from './ports.ts';
import { recordedRun } from './recorded-run.ts';
import { loadResume, resumedFrom } from './resume-step.ts';
import { markSendingStarted, saveRuleLines } from './run-notes.ts';
import type { RunRecorder } from './run-recorder.ts';
import { explainSamples, samplesOf, shownArrivals, textsOfRun } from './sample-step.ts';
import { CLOSING_SPACE, sendPlanned } from './send-step.ts';
import { openSending } from './sending.ts';
import { canReadBack, verifySample } from './verify-step.ts';

/**
 * Runs the whole migration: an export becomes records, records become users, users become a plan, the plan is sent, and the
 * ledger holds the outcome of every row. Each step returns its section of the run's record, which is assembled and saved here.
 * Returns and throws as `recordedRun` does.
 */
export function migrate(settings: Settings, ports: Ports): Promise<ReportHead> {
  return recordedRun(settings, ports, runSteps);
}

/** The steps from the export to the last answer of the tenant; returns why the run ended early, or null. */
async function runSteps(settings: Settings, ports: Ports, recorder: RunRecorder): Promise<EarlyEnd | null> {
  const { mode } = settings;
  const { ledger, log, clock } = ports;

  // Space on the disk, so that a run that fills it can still be closed.
  ledger.reserveSpace(CLOSING_SPACE);
  const { exported, mapping } = await openInput(settings, ports);
  recorder.add({ mapping: mapping === null ? null : { name: mapping.name, sha256: mapping.sha256 } });
  saveRuleLines(ledger, mapping?.mapping ?? null);

  const refusal = exported === null ? null : await makePlan(settings, ports, recorder, exported, mapping);
  if (mode === 'plan' || (mode === 'apply' && refusal !== null)) return refusal;

  let refusedBefore = 0;
  if (mode === 'apply') {
    const resumed = await loadResume(ports);
    const taken = await takeOverFleet(ports, settings.resume);
    refusedBefore = Math.max(resumed?.refused ?? 0, taken?.refused ?? 0);
    recorder.add({ resumed: resumedFrom(resumed, taken) });
    recorder.add({ pilot: startPilot(settings, ports, recorder.record.canary) });
    if (ledger.totals().planned === 0 && !hasPlannedChanges(ledger)) {
      markSendingStarted(ledger);
      return null;
    }
  }

  const stats = new RequestStats();
  const tenant = await ports.connect((request) => stats.observe(request, clock.now()));
  const door = createTenantDoor(tenant.secrets, settings.report.identifiers);
  const check = await checkTenantSetup(settings, ports, { setup: tenant.setup, door }, { exported, mapping });
  recorder.add(check.section);
  if (mode === 'check' || check.earlyEnd !== null) return refusal ?? check.earlyEnd;

  const unconfirmed = await askBeforeSending(settings, ports, recorder.record.planDigest);
  if (unconfirmed !== null) return unconfirmed;

  const first = loginProof(settings, ports, { logins: tenant.logins, door }, recorder);
  const sending = openSending(settings, clock, { stats, door });
  const sent = await sendPlanned(settings, ports, { tenant, sending, refusedBefore, first });
  recorder.add(sent.section);
  const stopped = sent.earlyEnd ?? (await changeMissing(settings, ports, sending, tenant.accounts));
  recorder.add(recreatedUsers(ports.state, recorder.record.delta));
  if (stopped === null && canReadBack(settings, log))
    recorder.add({ verified: await verifySample(settings.verifySample, ports, { reader: tenant.users, door }) });
  return stopped;
}

/** Decides the outcome of every row or plans to send it; returns why the plan may not be sent, or null. */
async function makePlan(
  settings: Settings,
  ports: Ports,
  recorder: RunRecorder,
  exported: Export,
  mapping: ChosenMapping | null,
): Promise<EarlyEnd | null> {
  const { ledger, log } = ports;
  const files = exported.files.map(({ name, format, encoding, bytes, sha256 }) => ({
    ...{ name, format, encoding, bytes, sha256 },
  }));
  recorder.add({ export: { files, rows: 0 } });
  for (const file of exported.files) log.info(fileLine(file));

  const samples = samplesOf(settings, exported);
  const planned = await planRows(settings, ports, exported, mapping?.mapping ?? null, samples);
  recorder.add({ rowsRead: planned.rows, warnings: planned.warnings, firstWarnings: planned.firstWarnings });
  if (planned.statuses.length > 0) recorder.add({ statuses: planned.statuses });
  if (planned.leftOut.length > 0) recorder.add({ leftOut: planned.leftOut });
  const show = await textsOfRun(settings, mapping);
  if (planned.arrivals.users > 0) recorder.add({ arrivals: shownArrivals(planned.arrivals, show) });
  if (samples !== null) recorder.add({ samples: await explainSamples(samples, ledger, planned.explain, show) });
  if (planned.unread.length > 0) recorder.add({ unread: planned.unread });

  // Before a delta leaves users out: the comparison shows what the mappings do, whatever was sent before.
  let changes: EarlyEnd | null = null;
  if (ports.base !== null) {
    const { compareWithBase } = await import('./compare-step.ts');
    const reviewed = { exported, mapping, warnings: planned.warnings };
    const comparison = await compareWithBase(settings, ports, ports.base, reviewed);
    recorder.add({ comparison });
    changes = refuseChanges(settings, comparison, planned.rows);
  }

  const domains = await checkDomains(settings, ports, exported.files);
  recorder.add(domains.section);
  const refused = refuseInvalidPlan(settings, ledger, planned.rows) ?? refuseEmptyPlan(settings, ledger);
  const canary = refused === null ? await checkCanaryAccounts(settings, ledger, log, ports.stop) : null;
  if (canary !== null) recorder.add(canary.section);
  const proof = provePasswords(planned.passwords, canary?.section.canary?.findings ?? [], mapping?.mapping ?? null);
  if (proof.counts.length > 0) recorder.add({ passwords: proof.counts });
  logPasswords(proof.counts, settings, log);

  const delta = await compareWithLastState(settings, ports, createOnlyOf(mapping?.mapping ?? null), planned);
  const planDigest = digestOfPlan(
    settings,
    [...exported.files, ...planned.joined],
    mapping,
    delta.users,
    domains.refused,
  );
  recorder.add({ ...delta.section, planDigest });
  log.info(planLine(ledger.totals()));
  const unproven = refuseUnproven(proof, settings, ledger, log);
  return (
    planned.undecidedStatus ??
    refused ??
    canary?.earlyEnd ??
    delta.earlyEnd ??
    unproven ??
    changes ??
    refuseUnapprovedPlan(settings, planDigest)
  );
}
