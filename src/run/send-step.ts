import { apply } from '../apply/apply.ts';
import { CircuitBreaker, type Tripped } from '../apply/circuit-breaker.ts';
import { createConcurrencyLimiter } from '../apply/concurrency-limiter.ts';
import { FirstSplit } from '../apply/first-split.ts';
import type { RequestStats } from '../apply/request-stats.ts';
import { planBatches } from '../ledger/batches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { checkpoint, makeDurable } from '../ledger/ledger-file.ts';
import { maskTenantMessage } from '../report/mask-message.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { hideMaskedValues } from '../report/shown-row.ts';
import type { Log } from '../runtime/log.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import type { Tenant } from '../tenant/bulk.ts';
import { retryPolicy } from '../tenant/retry-policy.ts';
import type { Ports } from './ports.ts';
import { saveRequests } from './run-record.ts';

/** What a runner that disappears costs at most. */
const RENEW_MS = 10 * 60 * 1_000;
/** How often the request statistics are written down for whoever closes the run, and the ledger reaches the disk itself. */
const STATS_MS = 1_000;
/** Bytes kept free on the disk while the export is planned, to say why it could not be. */
export const ROOM_TO_CLOSE = 8 * 1024 * 1024;
/** Bytes for each planned row besides: its outcome and reason, its line of the resume file, of the report. */
const ROOM_OF_ROW = 512;
/** The note that says: what earlier attempts settled is in this ledger, so a resume file made from it is cumulative. */
const SENDING = 'sending';

/** What the planned rows are sent with. */
export interface Sending {
  readonly tenant: Tenant;
  /** Hears of every request. */
  readonly stats: RequestStats;
  /** How many of the rows an earlier attempt saw refused. */
  readonly refusedBefore: number;
}

/** What sending works with. */
export type SendPorts = Pick<Ports, 'ledger' | 'queue' | 'memory' | 'clock' | 'log' | 'progress' | 'stop' | 'cut'>;

/** Sends the planned rows; returns what stopped it, or null when the queue is empty. */
export async function sendPlanned(settings: Settings, ports: SendPorts, sending: Sending): Promise<EarlyEnd | null> {
  const { tenant, stats, refusedBefore } = sending;
  const { ledger, queue, clock, log } = ports;
  const { planned: total, created, updated } = ledger.totals();
  const settledBefore = created + updated;
  ledger.keepRoom(ROOM_TO_CLOSE + total * ROOM_OF_ROW);
  await queue.put(stats.counting(planBatches(ledger, settings.batchSize)));
  makeDurable(ledger.db);
  beginSending(ledger);

  const halt = new AbortController();
  const stop = AbortSignal.any([ports.stop, halt.signal]);
  const breaker = new CircuitBreaker({
    // Of the whole plan: what an earlier attempt left over are mostly its failures, and few of them are a large share of few.
    maxFailedRows: allowed(settings.abortAbove, total + settledBefore),
    limitText: limitText(settings.abortAbove),
    acceptedBefore: settledBefore > 0,
    refusedBefore,
    onTripped: (blown) => halt.abort(blown),
  });
  stats.begin(clock.now());
  const limiter = createConcurrencyLimiter({
    ...clock,
    concurrency: settings.concurrency,
    maxRequestsPerSecond: settings.maxRequestsPerSecond,
  });

  let done = 0;
  let failed = 0;
  let savedAt = 0;
  const saveStats = (): void => {
    savedAt = clock.now();
    saveRequests(ledger, stats.summary(limiter.history));
    checkpoint(ledger.db);
  };
  const renewing = renew(ports, stop);
  await apply({
    queue,
    waiting: (first, last) => ledger.waiting(first, last),
    concurrency: settings.concurrency,
    delivery: {
      send: (users, cut, stop) => tenant.send(users, cut, stop),
      ledger,
      limiter,
      breaker,
      firstSplit: new FirstSplit(),
      policy: retryPolicy(settings.maxAttempts),
      ...clock,
      stop,
      cut: ports.cut,
      mask: maskTenantMessage,
      onSettled: (accepted, refused) => {
        done += accepted + refused;
        failed += refused;
        stats.settled(accepted, refused, clock.now());
        ports.progress.sent(done, total, failed);
        if (clock.now() - savedAt >= STATS_MS) saveStats();
      },
      onRetry: ({ code }, _attempt, waitMs) => {
        stats.retried();
        ports.progress.waiting(waitMs, code);
      },
    },
  }).finally(() => {
    halt.abort();
    saveStats();
  });
  await renewing;
  if (breaker.blown !== null) {
    return { outcome: 'aborted', message: hideMaskedValues(sentenceFor(breaker.blown), settings.report.identifiers) };
  }
  if (ports.stop.aborted) return ports.stop.reason as EarlyEnd;
  const left = await queue.open();
  if (left > 0) log.warning(`${left} batches are left in the queue.`);
  return null;
}

/** From here on rows may be sent: what earlier attempts settled is in the ledger, and nothing refused the plan. */
export function beginSending(ledger: Ledger): void {
  ledger.writeNote(SENDING, true);
}

/** True once nothing kept the rows of this ledger from being sent. */
export function hasSent(ledger: Ledger): boolean {
  return ledger.readNote(SENDING) === true;
}

/** Renews the memory of the run as long as it sends. That it cannot be kept now is no reason to stop. */
async function renew({ memory, clock, log }: SendPorts, until: AbortSignal): Promise<void> {
  if (memory === null) return;
  for (;;) {
    try {
      await clock.sleep(RENEW_MS, until);
    } catch {
      return;
    }
    await saveResume(memory, log);
  }
}

/** Keeps what later attempts need. That it could not be kept is said, and costs them time and nothing else. */
export async function saveResume(memory: ResumeStore, log: Log): Promise<boolean> {
  try {
    return await memory.keep();
  } catch (error) {
    log.warning(
      `The resume file could not be written (${error instanceof Error ? error.message : String(error)}). A later attempt would send every planned user again, which is safe.`,
    );
    return false;
  }
}

function sentenceFor({ code, message }: Tripped): string {
  return code === 'tenant.forbidden' ? `The tenant does not let this client in: ${message}` : message;
}
