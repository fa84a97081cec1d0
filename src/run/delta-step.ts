import { createHash } from 'node:crypto';
import type { PlannedExport } from '../plan/plan-export.ts';
import type { ReportDelta } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { allowed, type Limit, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import { compareWithState } from '../state/delta.ts';
import { NotFetched } from '../state/kept-file.ts';
import type { LoadedState, RunState } from '../state/run-state.ts';
import { planMissing } from './missing-step.ts';
import type { Ports } from './ports.ts';
import type { RunSections, StepResult } from './run-record.ts';

/** Subs and rows that the report lists; its counts include all of them. */
const MAX_LISTED = 1_000;
/** States that cannot be used have the same problem, mostly. */
const MAX_PROBLEMS = 3;

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
  const isDelta = settings.sync === 'delta';
  const last = await loadLastState(state, isDelta, log, signal);
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
  const changed = isDelta ? planMissing(settings, { ledger, log }, known, compared.unidentified) : null;
  const users = isDelta ? compared.users : planned.users;
  return {
    users: changed === null ? users : createHash('sha256').update(`${users}\n${changed}`).digest('hex'),
    section: {
      delta,
      ...(changed !== null && { changes: 'missing' as const }),
      warnings: subChanged.total > 0 ? { 'sub.changed': subChanged.total } : {},
    },
    earlyEnd: isDelta ? refuseLargeDelta(settings, delta, planned.rows, subChanged.total) : null,
  };
}

/**
 * The last state; null when a full sync has none, which only means that its report compares with nothing.
 *
 * @throws InputError when a delta has none: it says whether there is none, or one that cannot be fetched or used.
 */
async function loadLastState(
  state: RunState,
  isDelta: boolean,
  log: Log,
  stop: AbortSignal,
): Promise<Extract<LoadedState, { kind: 'loaded' }> | null> {
  const loaded = await state.load(stop).catch((error: unknown) => {
    if (!(error instanceof NotFetched)) throw error;
    return { kind: 'not-fetched', error } as const;
  });
  switch (loaded.kind) {
    case 'loaded':
      return loaded;
    case 'none':
      if (!isDelta) return null;
      throw new InputError([
        `${loaded.expired === null ? 'There is no valid state to compare with' : `There is no valid state to compare with any more: ${loaded.expired} has expired`}, so nothing was sent. Run \`sync: full\` once to create one, in this workflow, on this branch, with this \`state-key\`, tenant and mapping path. It sets back what people changed in cidaas: see docs/delta.md.`,
      ]);
    case 'unusable': {
      const problems = loaded.problems.slice(0, MAX_PROBLEMS);
      if (!isDelta) {
        for (const problem of problems) log.warning(problem);
        return null;
      }
      throw new InputError([
        `There are states to compare with, but none can be used, so nothing was sent. ${problems.join(' ')} Set the \`state-key\` with which they were stored, or find out who changed or copied them; docs/delta.md describes what to do when the key or the last state is lost.`,
      ]);
    }
    case 'outdated': {
      const known = `The newest state that can be used (${loaded.from}) is not the last one: ${loaded.known}`;
      if (!isDelta) {
        log.warning(`${known}. It is not used; a full sync works without it.`);
        return null;
      }
      throw new InputError([
        `${known}. A delta would not notice what was sent since, so nothing was sent. Find out who deleted the last state or stored an older one again, then run \`sync: full\` once; it sets back what people changed in cidaas: see docs/delta.md.`,
      ]);
    }
    case 'not-fetched':
      if (!isDelta) {
        log.warning(`The last state could not be fetched; a full sync works without it. ${loaded.error.message}`);
        return null;
      }
      throw new InputError(
        [`The last state could not be fetched, so nothing was sent; it may well exist. ${loaded.error.message}`],
        { cause: loaded.error },
      );
  }
}

/** A wrong export or mapping changes far more users, or misses far more, than usual work in the legacy system does. */
function refuseLargeDelta(
  { maxChanged, maxMissing, missingUsers }: Settings,
  { new: fresh, changed, missing, known }: ReportDelta,
  rows: number,
  subChanged: number,
): EarlyEnd | null {
  const over = (count: number, limit: Limit, base: number): boolean => count > allowed(limit, base);
  const messages: string[] = [];
  if (over(fresh + changed, maxChanged, rows)) {
    messages.push(
      `The delta would send ${fresh + changed} of ${rows} rows (${fresh} new, ${changed} changed), more than max-changed (${limitText(maxChanged)}) allows: nothing was sent.`,
    );
  }
  // Of those who are only reported, the former ones have been seen.
  const isReported = missingUsers === 'report';
  // A mapping that takes the sub from another column changes it for everybody; who cannot be recognised by an identifier then
  // is missing, and must not be blocked or deleted for it.
  const others = isReported || subChanged === 0 ? '' : ` or have another sub (${subChanged})`;
  const [count, what] = isReported ? [missing.new, 'newly missing'] : [missing.total + subChanged, 'missing'];
  if (over(count, maxMissing, known)) {
    messages.push(
      `${count} of ${known} known users are ${what} from the export${others}, more than max-missing (${limitText(maxMissing)}) allows: nothing was sent.`,
    );
  }
  return messages.length === 0 ? null : { outcome: 'aborted', message: messages.join('\n') };
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
