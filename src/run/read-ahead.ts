import type { RequestStats } from '../apply/request-stats.ts';
import { createTenantDoor } from '../report/tenant-door.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import type { Connection } from '../tenant/connect.ts';
import { TenantRefused, TenantUnavailable } from '../tenant/refusal.ts';
import type { SetupReader } from '../tenant/setup.ts';
import { mayNotRead } from '../tenant/setup-request.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import { endForScope, endWithoutToken } from './check-step.ts';
import { EndedByStep } from './early-end.ts';
import type { Ports } from './ports.ts';

/** A tenant that a run may use. */
export interface TenantContact {
  readonly tenant: Connection;
  readonly door: TenantDoor;
  readonly setup: SetupReader;
}

/** Opens the connection to the tenant. Nothing is requested yet. */
export async function contactTenant(
  settings: Settings,
  { connect, clock }: Pick<Ports, 'connect' | 'clock'>,
  stats: RequestStats,
): Promise<TenantContact> {
  const tenant = await connect((request) => stats.observe(request, clock.now()));
  const door = createTenantDoor(tenant.secrets, settings.report.identifiers);
  return { tenant, door, setup: tenant.openSetup() };
}

/** Whether the tenant is read while the plan is made. A rehearsal has no tenant that could refuse it. */
export function readsAhead({ mode, tenant }: Settings): boolean {
  return mode !== 'plan' && tenant?.kind === 'origin';
}

/** Smaller exports are planned in a fraction of a second. Their plan is not cut off, so that the report has all of their rows. */
const SMALL_BYTES = 1024 * 1024;

/** What is read of the tenant while the plan is made; disposing of it ends the reading. */
export interface ReadAhead extends TenantContact, Disposable {
  /** What the plan is made with: aborts as the run does, and when the tenant definitely refuses this run. */
  readonly stop: AbortSignal;
}

/**
 * Requests the token and the field set-up in the background. Reading is not sending: no user leaves before the plan is made.
 * Only a refusal that no waiting changes ends the plan of `exported`. Whatever else fails is requested again when the check
 * needs it.
 */
export function readAhead(
  contact: TenantContact,
  settings: Settings,
  { stop, log }: Pick<Ports, 'stop' | 'log'>,
  exported: Pick<Export, 'files'> | null,
): ReadAhead {
  const { tenant, door, setup } = contact;
  const over = new AbortController();
  const refused = new AbortController();
  const signal = AbortSignal.any([stop, over.signal]);
  const readScopes = async () => {
    const scopes = await setup.scopes(signal).catch((error: unknown) => {
      if (isFinal(error)) refused.abort(new EndedByStep({ section: {}, earlyEnd: endWithoutToken(error, door) }));
      throw error;
    });
    const end = endForScope(scopes, settings, log);
    if (end !== null) refused.abort(new EndedByStep(end));
    refused.signal.throwIfAborted();
    return scopes;
  };
  const scopes = early(readScopes(), () => true);
  const needsFields = settings.check !== 'off';
  const readFields = () => scopes.promise.then(() => setup.fields(signal));
  const fields = needsFields ? early(readFields(), (reading) => reading.kind === 'read' || mayNotRead(reading)) : null;
  const bytes = (exported?.files ?? []).reduce((sum, file) => sum + file.bytes, 0);
  let reader: SetupReader | null = null;
  const current = (): SetupReader => {
    // A reader that has failed has little patience left.
    reader ??= scopes.isLost() || fields?.isLost() ? tenant.openSetup() : setup;
    return reader;
  };
  return {
    ...contact,
    stop: bytes < SMALL_BYTES ? stop : AbortSignal.any([stop, refused.signal]),
    setup: {
      scopes: async (until) => {
        const now = current();
        if (!scopes.isLost()) await untilStopped(scopes.promise, until);
        // Not those that were read: a plan may take longer than the token is valid.
        return now.scopes(until);
      },
      fields: (until) =>
        fields !== null && current() === setup ? untilStopped(fields.promise, until) : current().fields(until),
      field: (key, until) => current().field(key, until),
      roles: (until) => current().roles(until),
      group: (id, until) => current().group(id, until),
      groupTypes: (until) => current().groupTypes(until),
    },
    [Symbol.dispose]: () => over.abort(),
  };
}

/** True for an error of the token source that waiting does not change. */
function isFinal(error: unknown): boolean {
  return error instanceof TenantRefused || (error instanceof TenantUnavailable && error.isUnknownHost);
}

/** Work in the background, and whether it has already ended without a result that can be used. Nobody has to wait for it. */
function early<T>(promise: Promise<T>, isUsable: (value: T) => boolean) {
  let isLost = false;
  promise.then(
    (value) => {
      isLost = !isUsable(value);
    },
    (error: unknown) => {
      isLost = !(isFinal(error) || error instanceof EndedByStep);
    },
  );
  return { promise, isLost: () => isLost };
}
