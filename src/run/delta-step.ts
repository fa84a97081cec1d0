import type { PlannedExport } from '../plan/plan-export.ts';
import type { ReportDelta } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { allowed, type Limit, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import { compareWithState } from '../state/delta.ts';
import type { RunState } from '../state/run-state.ts';
import type { Ports } from './ports.ts';
import type { RunSections, StepResult } from './run-record.ts';

/** Subs and rows that the report lists; its counts include all of them. */
const MAX_LISTED = 1_000;

export interface DeltaResult extends StepResult {
  /** The users' part of the plan digest, over the users that are left in the plan. */
  readonly users: string;
}

/**
 * Compares the plan with the state of the last run. `sync: delta` leaves unchanged users out of the plan, `sync: full` only
 * notes what the next delta compares with. Without `state-key` there is no state, and nothing happens.
 *
 * @throws InputError when a delta has no state to compare with.
 */
export async function compareWithLastState(
  settings: Settings,
  { ledger, state, log, stop: signal }: Ports,
  createOnly: readonly string[],
  planned: PlannedExport,
): Promise<DeltaResult> {
  if (state === null) return { users: planned.users, section: {}, earlyEnd: null };
  const last = await state.load();
  const isDelta = settings.sync === 'delta';
  if (isDelta && last === null) {
    throw new InputError([
      'There is no valid state to compare with, so nothing was sent: run `sync: full` once to create one (in this workflow, on this branch, with this `state-key`).',
    ]);
  }
  const { known, fingerprint } = state;
  const compared = await compareWithState({
    ledger,
    known,
    fingerprint,
    createOnly,
    leaveOut: isDelta,
    signal,
  });
  const missing = known.missing(MAX_LISTED);
  const subChanged = known.subChanged(MAX_LISTED);
  const delta: ReportDelta = {
    from: last?.from ?? null,
    known: last?.users ?? 0,
    new: compared.new,
    changed: compared.changed,
    unchanged: compared.unchanged,
    missing: { total: missing.total, new: missing.newlyMissing, subs: missing.subs },
    subChanged: subChanged.rows,
    recreated: [],
  };
  if (last !== null) {
    log.info(
      `Compared with ${last.from}: ${delta.new} new, ${delta.changed} changed, ${delta.unchanged} unchanged, ${missing.newlyMissing} newly missing`,
    );
  }
  return {
    users: isDelta ? compared.users : planned.users,
    section: { delta, warnings: subChanged.total > 0 ? { 'sub.changed': subChanged.total } : {} },
    earlyEnd: isDelta ? refuseLargeDelta(settings, delta, planned.rows) : null,
  };
}

/** A wrong export or mapping changes far more users, or misses far more, than usual work in the legacy system does. */
function refuseLargeDelta(
  { maxChanged, maxMissing }: Settings,
  { new: fresh, changed, missing, known }: ReportDelta,
  rows: number,
): EarlyEnd | null {
  const over = (count: number, limit: Limit, base: number): boolean => count > allowed(limit, base);
  const messages: string[] = [];
  if (over(fresh + changed, maxChanged, rows)) {
    messages.push(
      `The delta would send ${fresh + changed} of ${rows} rows (${fresh} new, ${changed} changed), more than max-changed (${limitText(maxChanged)}) allows: nothing was sent.`,
    );
  }
  if (over(missing.new, maxMissing, known)) {
    messages.push(
      `${missing.new} of ${known} known users are newly missing from the export, more than max-missing (${limitText(maxMissing)}) allows: nothing was sent.`,
    );
  }
  return messages.length === 0 ? null : { outcome: 'aborted', message: messages.join('\n') };
}

/** Stores the state for the next delta. False, with a warning, when that fails: the next delta sends these users again. */
export async function keepState(state: RunState | null, log: Log): Promise<boolean> {
  try {
    return state === null || (await state.save());
  } catch (cause) {
    log.warning(`The state could not be stored: ${messageOf(cause)}. The next delta compares with the previous state.`);
    return false;
  }
}

/**
 * Adds the known users whom the tenant created again: they had been deleted there, or the state belongs to an older set of
 * users of this tenant. `delta` is the section of `compareWithLastState`.
 */
export function recreatedUsers(state: RunState | null, delta: ReportDelta | null): Partial<RunSections> {
  if (state === null || delta === null) return {};
  const { total, rows } = state.known.recreated(MAX_LISTED);
  return total === 0 ? {} : { delta: { ...delta, recreated: rows }, warnings: { recreated: total } };
}
