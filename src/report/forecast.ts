import type { Concurrency } from '../apply/concurrency-limit.ts';
import { count, counted, duration, size } from '../text/number-text.ts';

/** Bytes that a run stores for each user. */
interface BytesPerUser {
  /** The ledger at its largest, on the disk of the runner. */
  readonly ledger: number;
  /** The resume artifact at the end of a run. */
  readonly resume: number;
  /** The state artifact, with a `state-key`. */
  readonly state: number;
  /** The report as an artifact, zipped. */
  readonly report: number;
}

/**
 * The artifacts for users with 15 fields and a bcrypt hash, as `test/scenarios/forecast.test.ts` measures them. The ledger as
 * measured with 20,000 users of the demo (`docs/adr/0036`): 281 bytes, 512 that are reserved for closing, the write-ahead log.
 */
export const TYPICAL_BYTES: BytesPerUser = { ledger: 850, resume: 31, state: 119, report: 36 };

/** A job on a GitHub-hosted runner ends after six hours; the example stops its legs half an hour earlier. */
const LEG_MS = 330 * 60_000;
const LEGS = 6;

/** How users are sent, and how fast. */
export interface Pace {
  readonly batchSize: number;
  readonly concurrency: number;
  /** Of one request. */
  readonly latencyMs: number;
  /** The limit of the tenant; null: none. */
  readonly requestsPerSecond: number | null;
}

/**
 * How long it takes to send users, in milliseconds: the longer of `requests × latency ÷ concurrency` and
 * `requests ÷ requests per second`. Requests that fail, and the pauses after them, come on top.
 */
export function sendingMs(users: number, { batchSize, concurrency, latencyMs, requestsPerSecond }: Pace): number {
  const requests = Math.ceil(users / batchSize);
  const limited = requestsPerSecond === null ? 0 : (requests / requestsPerSecond) * 1_000;
  return Math.max(Math.ceil(requests / concurrency) * latencyMs, limited);
}

/** How many jobs of `examples/large.yml` a run needs; each plans the export again. Null: more than it has. */
export function legsNeeded(planMs: number, sendMs: number): number | null {
  if (planMs >= LEG_MS) return null;
  const legs = Math.max(1, Math.ceil(sendMs / (LEG_MS - planMs)));
  return legs > LEGS ? null : legs;
}

/** A run that sends for longer stores its progress in between. */
const INTERIM_MS = 10 * 60_000;

/**
 * Bytes of all resume artifacts that a run uploads: while a job sends, each user whom it or a job before it has settled once, in
 * pieces, and at its end once more. `legs`: the jobs of the run.
 */
export function resumeUploadBytes(users: number, sendMs: number, legs: number): number {
  const copies = sendMs / legs > INTERIM_MS ? 2 : 1;
  // Job n of N has n/N of the users, which makes (N + 1)/2 of all.
  return Math.round((copies * users * TYPICAL_BYTES.resume * (legs + 1)) / 2);
}

/** What is known about the export at hand. */
export interface ForecastFacts {
  /** Planned users. */
  readonly users: number;
  /** How long this plan took, with its report. */
  readonly planMs: number;
  /** Bytes of the ledger after this plan. */
  readonly ledgerBytes: number;
  readonly batchSize: number;
  readonly concurrency: Concurrency;
  readonly requestsPerSecond: number | null;
}

/** What tenants take at a time, for a run that has still to find it. */
const AUTO_EXAMPLES = [2, 8] as const;
const LATENCIES_MS = [200, 1_000, 5_000] as const;

/** The forecast of `--forecast` as lines of a log. */
export function forecastLines(facts: ForecastFacts): string[] {
  const { users, planMs, batchSize, concurrency, requestsPerSecond, ledgerBytes } = facts;
  const requests = Math.ceil(users / batchSize);
  const lines = [`Forecast for ${counted(users, 'user')} in ${counted(requests, 'request')} of up to ${batchSize}:`];
  lines.push(`  Planning: ${duration(planMs)}, as measured now.`);
  const { mode, max } = concurrency;
  if (mode === 'auto')
    lines.push(`  Sending finds how many requests at a time the tenant takes, up to max-concurrency: ${max}.`);
  const levels = mode === 'fixed' ? [max, max * 2, max * 4] : [...AUTO_EXAMPLES.filter((each) => each < max), max];
  for (const each of levels) {
    const times = LATENCIES_MS.map((latencyMs) => {
      const pace = { batchSize, concurrency: each, latencyMs, requestsPerSecond };
      return `${duration(sendingMs(users, pace))} at ${duration(latencyMs)} a request`;
    });
    lines.push(`  Sending ${mode === 'fixed' ? 'with concurrency' : 'if it takes'} ${each}: ${times.join(', ')}.`);
  }
  if (requestsPerSecond !== null)
    lines.push(`  None is faster than max-requests-per-second: ${requestsPerSecond} allows.`);
  // What is settled is added to the planned users, which the ledger holds already.
  const disk = Math.max(ledgerBytes, users * TYPICAL_BYTES.ledger);
  const { resume, state, report } = TYPICAL_BYTES;
  lines.push(
    `  Disk of the runner: ${size(disk)}. Artifacts: report ${size(users * report)}, resume ${size(users * resume)}, state ${size(users * state)}.`,
  );
  const slowest = sendingMs(users, { batchSize, concurrency: levels[0] ?? 1, latencyMs: 1_000, requestsPerSecond });
  if (planMs + slowest > LEG_MS)
    lines.push(
      `  At 1 s a request${mode === 'auto' ? ` and ${levels[0]} at a time` : ''}, that is more than one job of GitHub: use examples/large.yml.`,
    );
  return lines;
}

const TABLE_USERS = [10_000, 100_000, 1_000_000, 10_000_000] as const;
const paceOf = (latencyMs: number, concurrency: number, requestsPerSecond: number | null = null): Pace => ({
  batchSize: 50,
  concurrency,
  latencyMs,
  requestsPerSecond,
});
/** A limit of the tenant, which the response time does not change. */
const LIMITED = paceOf(1_000, 8, 2);
const USUAL = paceOf(1_000, 8);
const TABLE_PACES = [paceOf(200, 4), paceOf(200, 8), paceOf(1_000, 4), USUAL, paceOf(1_000, 32), LIMITED];
/** Planning with the conversions of the demo: 200,000 users took 39 s on one core. */
const PLAN_MS_PER_USER = 0.2;

/** The first table of `docs/how-long.md`, as markdown: how long a whole run takes, planning and sending. */
export function durationTable(): string {
  const paces = TABLE_PACES.map(({ latencyMs, concurrency, requestsPerSecond }) =>
    requestsPerSecond === null ? `${duration(latencyMs)} × ${concurrency}` : `${requestsPerSecond} requests/s`,
  );
  const rows = TABLE_USERS.map((users) => {
    const planMs = users * PLAN_MS_PER_USER;
    const times = TABLE_PACES.map((pace) => {
      const sendMs = sendingMs(users, pace);
      return duration(planMs * (legsNeeded(planMs, sendMs) ?? LEGS) + sendMs);
    });
    return [count(users), ...times, duration(planMs)];
  });
  return markdownTable(['users', ...paces, 'cidaas-migrate itself'], rows);
}

/** The second table of `docs/how-long.md`, as markdown: jobs, runner minutes, disk and artifacts. */
export function sizingTable(): string {
  const rows = TABLE_USERS.map((users) => {
    const planMs = users * PLAN_MS_PER_USER;
    const { ledger, resume, state, report } = TYPICAL_BYTES;
    const slowest = sendingMs(users, LIMITED);
    const uploaded = resumeUploadBytes(users, slowest, legsNeeded(planMs, slowest) ?? LEGS);
    const sizes = [users * ledger, users * resume, uploaded, users * state, users * report].map(size);
    return [count(users), ...[USUAL, LIMITED].map((pace) => jobsCell(planMs, sendingMs(users, pace))), ...sizes];
  });
  const heads = ['users', '1 s × 8', '2 requests/s', 'disk', 'resume', 'resume, all uploads', 'state', 'report'];
  return markdownTable(heads, rows);
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function jobsCell(planMs: number, sendMs: number): string {
  const legs = legsNeeded(planMs, sendMs);
  if (legs === null) return `too long for ${LEGS} jobs`;
  const minutes = Math.ceil((planMs * legs + sendMs) / 60_000);
  return `${counted(legs, 'job')}, ${count(minutes)} min`;
}
