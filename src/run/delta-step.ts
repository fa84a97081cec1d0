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
import type { Draft } from './run-record.ts';

/** Subs and rows that the report lists one by one; the counts are whole. */
const LISTED = 1_000;

export interface Synced {
  /** The users' part of the digest: what is planned after users were left out. */
  readonly users: string;
  /** Null when no state is kept (no `state-key`). */
  readonly delta: ReportDelta | null;
  /** What people should look at, by its code. */
  readonly warnings: { readonly [code: string]: number };
  readonly stop: EarlyEnd | null;
}

/**
 * Compares the plan with the last state: a delta leaves out users of whom nothing changed, a full sync only notes what the
 * next delta will compare with.
 *
 * @throws InputError when a delta has no state to compare with.
 */
export async function compareWithLast(
  settings: Settings,
  { ledger, state, log, stop: signal }: Ports,
  createOnly: readonly string[],
  planned: PlannedExport,
): Promise<Synced> {
  if (state === null) return { users: planned.users, delta: null, warnings: {}, stop: null };
  const last = await state.load();
  const isDelta = settings.sync === 'delta';
  if (isDelta && last === null) {
    throw new InputError([
      'There is no valid state to compare with, so nothing was sent: `sync: full` starts one (in this workflow, on this branch, with this `state-key`).',
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
  const missing = known.missing(LISTED);
  const subChanged = known.subChanged(LISTED);
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
    delta,
    warnings: subChanged.total > 0 ? { 'sub.changed': subChanged.total } : {},
    stop: isDelta ? refuse(settings, delta, planned.rows) : null,
  };
}

/** A delta whose export or mapping slipped changes or misses far more than a day's work does. */
function refuse(
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

/** False when the state could not be kept, which was said: the next delta sends these users again. */
export async function keepState(state: RunState | null, log: Log): Promise<boolean> {
  try {
    return state === null || (await state.save());
  } catch (cause) {
    log.warning(`The state could not be kept: ${messageOf(cause)}. The next delta compares with the one before.`);
    return false;
  }
}

/** A known user whom the tenant created anew had been deleted there, or the state is of another tenant's past. */
export function noteRecreated(state: RunState | null, draft: Draft): void {
  if (state === null || draft.delta === null) return;
  const { total, rows } = state.known.recreated(LISTED);
  if (total === 0) return;
  draft.delta = { ...draft.delta, recreated: rows };
  draft.warnings = { ...draft.warnings, recreated: total };
}
