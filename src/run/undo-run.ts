import { createHash } from 'node:crypto';
import { RequestStats } from '../apply/request-stats.ts';
import { AccountChanges } from '../ledger/account-changes.ts';
import { planUndo } from '../ledger/undo-plan.ts';
import { planDigest } from '../plan/digest.ts';
import type { ReportHead } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { createTenantDoor } from '../report/tenant-door.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { stoppable } from '../runtime/until-stopped.ts';
import type { Settings } from '../settings/settings.ts';
import { NotFetched } from '../state/kept-file.ts';
import type { CreatedUsers } from '../state/resume-store.ts';
import type { RunState } from '../state/run-state.ts';
import { count, counted } from '../text/number-text.ts';
import { changeAccounts } from './change-step.ts';
import { refuseUnapprovedPlan } from './plan-approval.ts';
import type { Ports } from './ports.ts';
import { recordedRun } from './recorded-run.ts';
import { tenantName } from './run-record.ts';
import type { RunRecorder } from './run-recorder.ts';
import { CLOSING_SPACE } from './send-step.ts';
import { openSending } from './sending.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes a run back: deletes exactly the users that it created, as its sealed progress says. Without `expected-plan` it only
 * counts them and gives the digest.
 *
 * Returns and throws as `recordedRun` does.
 */
export function undoRun(settings: Settings, ports: Ports): Promise<ReportHead> {
  return recordedRun(settings, ports, undoSteps);
}

async function undoSteps(settings: Settings, ports: Ports, recorder: RunRecorder): Promise<EarlyEnd | null> {
  const { ledger, log, clock, stop, state } = ports;
  ledger.reserveSpace(CLOSING_SPACE);
  const run = await createdBy(settings, ports);
  const { uncertain } = run;
  await planUndo(ledger, ownCreated(stoppable(run.entries, stop)));
  const changes = new AccountChanges(ledger);
  const digest = digestOfUndo(settings, changes);
  const undo = { from: run.from, writtenAt: run.writtenAt, unknownRows: uncertain };
  recorder.add({ changes: 'undo', undo, planDigest: digest });
  const { total } = changes.totals();
  const left = uncertain === 0 ? '' : ` ${counted(uncertain, 'user')} of it ended unknown and may exist too.`;
  log.notice(`${run.from} (${run.writtenAt}) created ${counted(total, 'user')} that can be deleted.${left}`);

  const unapproved = refuseUnapprovedPlan(settings, digest);
  if (unapproved !== null) return unapproved;
  if (total === 0) return null;
  if (state !== null) await loadStateOf(run, state, log, stop);
  const stats = new RequestStats();
  const tenant = await ports.connect((request) => stats.observe(request, clock.now()));
  const door = createTenantDoor(tenant.secrets, settings.report.identifiers);
  const taking = await takeBack(tenant.accounts, run, { first: firstSub(changes), log, stop });
  if (settings.expectedPlan === null) {
    log.notice(`Nothing was deleted. To delete ${count(total)}, run again with \`expected-plan: ${digest}\`.`);
    return null;
  }
  await ports.resumeStore?.retire();
  if (ports.run !== null)
    log.notice(
      `Do not re-run run ${settings.undoRunId} or name it in \`resume-run-id\`: it would take these users for settled.`,
    );
  return changeAccounts(settings, ports, openSending(settings, ports.clock, { stats, door }), taking);
}

/**
 * Loads the state from which the users are taken: the next delta must not take them for known ones.
 *
 * @throws InputError when the state of that run cannot be reached from here. One that is found and cannot be used is only a
 * warning: no delta can use it either.
 */
async function loadStateOf(
  { hasOtherState }: CreatedUsers,
  state: RunState,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const risk = 'The next delta would take the deleted users for known ones and not send them, so nothing was deleted.';
  if (hasOtherState)
    throw new InputError([
      `\`mapping\`, \`preset\`: that run had others, or ran on another branch, so its state cannot be found. ${risk} Name them as in that run, on its branch.`,
    ]);
  const loaded = await state.load(stop).catch((cause: unknown) => {
    if (!(cause instanceof NotFetched)) throw cause;
    throw new InputError([`The last state could not be fetched. ${cause.message} ${risk}`], { cause });
  });
  if (loaded.kind === 'unusable' || loaded.kind === 'outdated')
    log.warning(
      'The last state cannot be used, so no user is taken out of it. Run `sync: full` before the next delta.',
    );
}

/** @throws InputError when no run is named, or it left nothing that shows whom it created. */
async function createdBy(settings: Settings, { resumeStore, run }: Ports): Promise<CreatedUsers> {
  if (run !== null && settings.undoRunId === null)
    throw new InputError(['`undo-run-id`: name the run to take back; it is the number in its address']);
  if (run === null && settings.undoRunId !== null)
    throw new InputError(['`undo-run-id`: the command takes back the last run of its `--state-dir`; leave it out']);
  const found = (await resumeStore?.created()) ?? null;
  if (found === null)
    throw new InputError([
      `There is no run to take back: ${run === null ? '`--state-dir`' : 'this run'} holds no progress of a run. Nothing was deleted.`,
    ]);
  return found;
}

/** Those that this run created itself; an earlier run that it continued is taken back by its own number. */
async function* ownCreated(entries: CreatedUsers['entries']): AsyncGenerator<{ readonly sub: string | null }> {
  for await (const { outcome, run, sub } of entries) if (run === null && outcome === 'created') yield { sub };
}

function digestOfUndo(settings: Settings, changes: AccountChanges): string {
  const users = createHash('sha256');
  for (const sub of changes.subs()) users.update(`${JSON.stringify(sub)}\n`);
  return planDigest({
    tenant: tenantName(settings),
    ...{ exportHashes: [], mappingHashes: [] },
    options: { mode: 'undo', 'undo-run-id': String(settings.undoRunId ?? '') },
    users: users.digest('hex'),
  });
}

function firstSub(changes: AccountChanges): string | null {
  for (const sub of changes.subs()) if (sub !== null) return sub;
  return null;
}
