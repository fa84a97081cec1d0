import { count, counted, duration, size } from '../text/number-text.ts';

/** Bytes that a run stores for each user. */
interface BytesPerUser {
  /** The ledger at its largest, on the disk of the runner. */
  readonly ledger: number;
  /** The resume artifact, renewed every ten minutes; the one before is deleted. */
  readonly resume: number;
  /** The state artifact, with a `state-key`. */
  readonly state: number;
  /** The report as an artifact, zipped. */
  readonly report: number;
}

/** For users with 15 fields and a bcrypt hash; the ledger as measured with 20,000 users (282 bytes, 512 that are reserved for closing, the write-ahead log), the artifacts by `test/scenarios/forecast.test.ts`. */
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

/** What is known about the export at hand. */
export interface ForecastFacts {
  /** Planned users. */
  readonly users: number;
  /** How long this plan took, with its report. */
  readonly planMs: number;
  /** Bytes of the ledger after this plan. */
  readonly ledgerBytes: number;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly requestsPerSecond: number | null;
}

const LATENCIES_MS = [200, 1_000, 5_000] as const;

/** The forecast of `--forecast` as lines of a log. */
export function forecastLines(facts: ForecastFacts): string[] {
  const { users, planMs, batchSize, concurrency, requestsPerSecond, ledgerBytes } = facts;
  const requests = Math.ceil(users / batchSize);
  const lines = [`Forecast for ${counted(users, 'user')} in ${counted(requests, 'request')} of up to ${batchSize}:`];
  lines.push(`  Planning: ${duration(planMs)}, as measured now.`);
  for (const each of [...new Set([concurrency, concurrency * 2, concurrency * 4])]) {
    const times = LATENCIES_MS.map((latencyMs) => {
      const pace = { batchSize, concurrency: each, latencyMs, requestsPerSecond };
      return `${duration(sendingMs(users, pace))} at ${duration(latencyMs)} a request`;
    });
    lines.push(`  Sending with concurrency ${each}: ${times.join(', ')}.`);
  }
  if (requestsPerSecond !== null)
    lines.push(`  None is faster than max-requests-per-second: ${requestsPerSecond} allows.`);
  // What is settled is added to the planned users, which the ledger holds already.
  const disk = Math.max(ledgerBytes, users * TYPICAL_BYTES.ledger);
  const { resume, state, report } = TYPICAL_BYTES;
  lines.push(
    `  Disk of the runner: ${size(disk)}. Artifacts: report ${size(users * report)}, resume ${size(users * resume)}, state ${size(users * state)}.`,
  );
  const slowest = sendingMs(users, { batchSize, concurrency, latencyMs: 1_000, requestsPerSecond });
  if (planMs + slowest > LEG_MS)
    lines.push(`  At 1 s a request, that is more than one job of GitHub: use examples/large.yml.`);
  return lines;
}

const TABLE_USERS = [10_000, 100_000, 1_000_000, 10_000_000] as const;
const TABLE_PACES: readonly Pace[] = [
  { batchSize: 50, concurrency: 8, latencyMs: 200, requestsPerSecond: null },
  { batchSize: 50, concurrency: 8, latencyMs: 1_000, requestsPerSecond: null },
  { batchSize: 50, concurrency: 32, latencyMs: 1_000, requestsPerSecond: null },
  { batchSize: 50, concurrency: 8, latencyMs: 1_000, requestsPerSecond: 2 },
];
/** Planning with the conversions of the demo: 200,000 users took 39 s on one core. */
const PLAN_MS_PER_USER = 0.2;

/** The table of `docs/operations.md`, as markdown: for each pace the time of sending, the runner minutes and the jobs. */
export function sizingTable(): string {
  const paces = TABLE_PACES.map(({ latencyMs, concurrency, requestsPerSecond }) =>
    requestsPerSecond === null ? `${duration(latencyMs)} × ${concurrency}` : `${requestsPerSecond} requests/s`,
  );
  const head = ['users', 'planning', ...paces, 'disk', 'resume', 'state', 'report'];
  const rows = TABLE_USERS.map((users) => {
    const planMs = users * PLAN_MS_PER_USER;
    const { ledger, resume, state, report } = TYPICAL_BYTES;
    const sizes = [ledger, resume, state, report].map((bytes) => size(users * bytes));
    const times = TABLE_PACES.map((pace) => paceCell(planMs, sendingMs(users, pace)));
    return [count(users), duration(planMs), ...times, ...sizes];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function paceCell(planMs: number, sendMs: number): string {
  const legs = legsNeeded(planMs, sendMs);
  if (legs === null) return `${duration(sendMs)}, too long for ${LEGS} jobs`;
  const minutes = Math.ceil((planMs * legs + sendMs) / 60_000);
  return `${duration(sendMs)}, ${counted(legs, 'job')}, ${count(minutes)} min`;
}
