import type { AlgorithmName } from '../password/algorithm.ts';
import type { HashFinding } from './hash-task.ts';

/** Upper limits of the histogram, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** What is read when the metrics are. */
export interface Gauges {
  readonly waiting: number;
  readonly busy: number;
  readonly limitedHashes: number;
}

interface Histogram {
  /** Checks up to each limit, not cumulated. */
  readonly counts: number[];
  sum: number;
  total: number;
}

/** Counts of the verifier since its start. Their labels are names of algorithms and outcomes: nothing of a user, and not many. */
export class VerifierMetrics {
  readonly #startedAt: number;
  readonly #wallNow: () => number;
  readonly #checks = new Map<string, number>();
  readonly #answers = new Map<number, number>();
  readonly #durations = new Map<AlgorithmName, Histogram>();
  readonly #lastVerified = new Map<AlgorithmName, number>();
  #minute = { verified: 0, refused: 0, other: 0, slowestMs: 0 };

  constructor(wallNow: () => number) {
    this.#wallNow = wallNow;
    this.#startedAt = wallNow();
  }

  /** One check that has a finding; `ms` from the request to it. */
  checked(finding: HashFinding, ms: number): void {
    const algorithm = 'algorithm' in finding ? finding.algorithm : 'unknown';
    add(this.#checks, `algorithm="${algorithm}",outcome="${finding.outcome}"`);
    if (finding.outcome !== 'verified' && finding.outcome !== 'refused') return;
    this.#minute.slowestMs = Math.max(this.#minute.slowestMs, ms);
    this.#measure(finding.algorithm, ms / 1000);
    if (finding.outcome === 'verified') this.#lastVerified.set(finding.algorithm, this.#wallNow());
    this.#minute[finding.outcome]++;
  }

  /** One answer to a request to compare. */
  answered(status: number): void {
    add(this.#answers, status);
    if (status !== 200) this.#minute.other++;
  }

  /** One line about the time since the last call. */
  line({ waiting, busy }: Gauges): string {
    const { verified, refused, other, slowestMs } = this.#minute;
    this.#minute = { verified: 0, refused: 0, other: 0, slowestMs: 0 };
    return `metrics: verified=${verified} refused=${refused} other=${other} slowest_ms=${Math.round(slowestMs)} waiting=${waiting} busy=${busy}`;
  }

  /** The text format of Prometheus. */
  prometheus({ waiting, busy, limitedHashes }: Gauges): string {
    const answers = [...this.#answers].map(([status, count]) => [`status="${status}"`, count] as const);
    const last = [...this.#lastVerified].map(([name, at]) => [`algorithm="${name}"`, at / 1000] as const);
    return [
      ...metric('checks_total', 'counter', 'Passwords compared with a hash, by algorithm and outcome.', [
        ...this.#checks,
      ]),
      ...metric('answers_total', 'counter', 'Answers to requests to compare, by HTTP status.', answers),
      ...metric('last_verified_timestamp_seconds', 'gauge', 'When a password was last right, by algorithm.', last),
      ...this.#histogram(),
      ...metric('waiting', 'gauge', 'Checks that wait for a thread.', [['', waiting]]),
      ...metric('busy_threads', 'gauge', 'Threads that check a hash.', [['', busy]]),
      ...metric('limited_hashes', 'gauge', 'Hashes with wrong passwords that count for the limit.', [
        ['', limitedHashes],
      ]),
      ...metric('started_timestamp_seconds', 'gauge', 'When this process started.', [['', this.#startedAt / 1000]]),
      '',
    ].join('\n');
  }

  #measure(algorithm: AlgorithmName, seconds: number): void {
    const histogram = this.#durations.get(algorithm) ?? { counts: BUCKETS.map(() => 0), sum: 0, total: 0 };
    const bucket = BUCKETS.findIndex((limit) => seconds <= limit);
    if (bucket >= 0) histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1;
    histogram.sum += seconds;
    histogram.total++;
    this.#durations.set(algorithm, histogram);
  }

  #histogram(): string[] {
    const name = 'check_duration_seconds';
    const lines = metric(name, 'histogram', 'From the request to the finding, by algorithm.', []);
    for (const [algorithm, { counts, sum, total }] of this.#durations) {
      const label = `algorithm="${algorithm}"`;
      let below = 0;
      for (const [at, limit] of BUCKETS.entries()) {
        below += counts[at] ?? 0;
        lines.push(sample(`${name}_bucket`, `${label},le="${limit}"`, below));
      }
      lines.push(sample(`${name}_bucket`, `${label},le="+Inf"`, total), sample(`${name}_sum`, label, sum));
      lines.push(sample(`${name}_count`, label, total));
    }
    return lines;
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function metric(name: string, type: string, help: string, samples: readonly (readonly [string, number])[]): string[] {
  const head = [`# HELP cidaas_verifier_${name} ${help}`, `# TYPE cidaas_verifier_${name} ${type}`];
  return [...head, ...samples.map(([labels, value]) => sample(name, labels, value))];
}

function sample(name: string, labels: string, value: number): string {
  return `cidaas_verifier_${name}${labels === '' ? '' : `{${labels}}`} ${value}`;
}
