import { apply } from './apply/apply.ts';
import { FirstSplit } from './apply/first-split.ts';
import { type Blown, Fuse } from './apply/fuse.ts';
import { createPressure } from './apply/pressure.ts';
import { RequestStats } from './apply/request-stats.ts';
import { saveRequests } from './draft.ts';
import { planBatches } from './ledger/batches.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Edges } from './migrate.ts';
import { maskTenantMessage } from './report/mask-message.ts';
import type { Stop } from './report/run-outcome.ts';
import { withoutStubs } from './report/shown-row.ts';
import { allowed, limitText, type Settings } from './settings.ts';
import type { Tenant } from './tenant/bulk.ts';
import { retryPolicy } from './tenant/retry-policy.ts';

/** What a runner that disappears costs at most. */
const RENEW_MS = 10 * 60 * 1_000;
/** How often the request statistics are written down for whoever closes the run; they are no accounts. */
const STATS_MS = 1_000;
/** The note that says: what earlier attempts settled is in this ledger, so a resume file made from it is cumulative. */
const SENDING = 'sending';
const SCOPE = 'cidaas:bulk_user_create';

/** Sends the planned rows; returns what stopped it, or null when the queue is empty. */
export async function sendPlanned(settings: Settings, edges: Edges): Promise<Stop | null> {
  const { ledger, queue, clock, log } = edges;
  const total = ledger.totals().planned;
  ledger.writeNote(SENDING, true);
  if (total === 0) return null;
  await queue.put(planBatches(ledger, settings.batchSize));
  ledger.makeDurable();

  const halt = new AbortController();
  const stop = AbortSignal.any([edges.stop, halt.signal]);
  const stats = new RequestStats();
  const fuse = new Fuse({
    maxFailedRows: allowed(settings.abortAbove, total),
    limitText: limitText(settings.abortAbove),
    onBlown: (blown) => halt.abort(blown),
  });
  const pressure = createPressure({
    ...clock,
    concurrency: settings.concurrency,
    maxRequestsPerSecond: settings.maxRequestsPerSecond,
  });
  const tenant = await edges.connect((request) => stats.observe(request));
  await lookAtScopes(tenant, edges);

  let done = 0;
  let failed = 0;
  let savedAt = 0;
  const saveStats = (): void => {
    savedAt = clock.now();
    saveRequests(ledger, stats.summary(pressure.history));
  };
  const renewing = renew(edges, stop);
  await apply({
    queue,
    waiting: (first, last) => ledger.waiting(first, last),
    concurrency: settings.concurrency,
    delivery: {
      send: (users, signal) => tenant.send(users, signal),
      ledger,
      pressure,
      fuse,
      firstSplit: new FirstSplit(),
      policy: retryPolicy(settings.maxAttempts),
      ...clock,
      stop,
      cut: edges.cut,
      mask: maskTenantMessage,
      onSettled: (accepted, refused) => {
        done += accepted + refused;
        failed += refused;
        edges.progress.sent(done, total, failed);
        if (clock.now() - savedAt >= STATS_MS) saveStats();
      },
      onRetry: ({ code }, _attempt, waitMs) => {
        stats.retried();
        edges.progress.waiting(waitMs, code);
      },
    },
  }).finally(() => {
    halt.abort();
    saveStats();
  });
  await renewing;
  if (fuse.blown !== null) {
    return { outcome: 'aborted', message: withoutStubs(sentenceFor(fuse.blown), settings.report.identifiers) };
  }
  if (edges.stop.aborted) return edges.stop.reason as Stop;
  const left = await queue.open();
  if (left > 0) log.warning(`${left} batches are left in the queue.`);
  return null;
}

/** True once nothing kept the rows of this ledger from being sent. */
export function hasSent(ledger: Ledger): boolean {
  return ledger.readNote(SENDING) === true;
}

/** The claim may be tailored, so a missing scope is only said; the tenant's 403 to the first request then stops the run. */
async function lookAtScopes(tenant: Tenant, { log, stop }: Edges): Promise<void> {
  const scopes = await tenant.scopes(stop);
  if (scopes === null || scopes.includes(SCOPE)) return;
  log.warning(
    `The token does not name the scope ${SCOPE}: the tenant will probably refuse. Allow the scope in the app's settings.`,
  );
}

/** Renews the memory of the run as long as it sends. That it cannot be kept now is no reason to stop. */
async function renew({ memory, clock, log }: Edges, until: AbortSignal): Promise<void> {
  if (memory === null) return;
  for (;;) {
    try {
      await clock.sleep(RENEW_MS, until);
    } catch {
      return;
    }
    await memory
      .keep()
      .catch((error: unknown) => log.warning(`The resume file could not be renewed: ${String(error)}`));
  }
}

function sentenceFor({ code, message }: Blown): string {
  return code === 'tenant.forbidden' ? `The tenant does not let this client in: ${message}` : message;
}
