import { randomBytes } from 'node:crypto';
import { Ledger } from '../../../src/ledger/ledger.ts';
import type { Fleet, FleetLead, FleetOrder } from '../../../src/queue/fleet.ts';
import { openFleet } from '../../../src/queue/postgres/open-fleet.ts';
import { type FleetWorker, joinFleet } from '../../../src/queue/postgres/open-worker.ts';
import { parseQueueUrl, type QueueUrl } from '../../../src/queue/postgres/queue-url.ts';
import { type Sleep, sleep } from '../../../src/runtime/sleep.ts';
import { createKeys, type Keys } from '../../../src/state/keys.ts';
import { createPayloadSeal } from '../../../src/state/payload-seal.ts';
import { tempFolder } from '../temp-folder.ts';

const TENANT = 'https://acme.example.com';
export const ORDER: FleetOrder = {
  ...{ maxRequestsPerSecond: 0, maxAttempts: 3, outagePatienceMs: 60_000, requestTimeoutMs: 10_000 },
  ...{ limitText: '20%', identifiers: 'full' as const, refusedBefore: 0 },
};
const never = new AbortController().signal;

export interface TestFleetOptions {
  readonly owner?: string;
  readonly secret?: string;
  readonly tenant?: string;
  readonly leaseMs?: number;
  readonly patienceMs?: number;
  readonly answerMs?: number;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** How long a worker waits for a run; 0 when it is not given. */
  readonly waitMs?: number;
}

/** Deriving keys is slow on purpose, so all tests share them. */
const derived = new Map<string, Keys>();

/** Processes of one fleet, all of them in this one. Dispose it to disconnect them. */
export class TestFleet implements AsyncDisposable {
  readonly url: string;
  readonly warnings: string[] = [];
  /** How long workers have waited for a lead, each time that they said so. */
  readonly waited: number[] = [];
  readonly #cleanUp = new AsyncDisposableStack();

  constructor(url: string) {
    this.url = url;
  }

  ledger(rows: Parameters<Ledger['add']>[0]): Ledger {
    const folder = this.#cleanUp.use(tempFolder());
    const ledger = new Ledger(folder.file('ledger.db'));
    this.#cleanUp.defer(() => ledger.close());
    ledger.add(rows);
    return ledger;
  }

  async fleet(ledger: Ledger, options: TestFleetOptions = {}): Promise<Fleet & AsyncDisposable> {
    const { owner = 'owner' } = options;
    return this.#cleanUp.use(
      await openFleet({
        ...this.#optionsOf(options),
        ledger,
        owners: [owner],
        worker: `lead ${randomBytes(2).toString('hex')}`,
      }),
    );
  }

  async lead(
    ledger: Ledger,
    options: TestFleetOptions & { readonly order?: Partial<FleetOrder>; readonly maxFailed?: number } = {},
  ): Promise<FleetLead> {
    const fleet = await this.fleet(ledger, options);
    return fleet.start({ ...ORDER, ...options.order }, options.maxFailed ?? 1_000);
  }

  /** Null when no run is open. */
  async worker(options: TestFleetOptions = {}): Promise<FleetWorker | null> {
    const name = `worker ${randomBytes(2).toString('hex')}`;
    const worker = await joinFleet({ ...this.#optionsOf(options), worker: name }, options.waitMs ?? 0);
    return worker === null ? null : this.#cleanUp.use(worker);
  }

  #optionsOf({
    secret = 'a state key of sixteen',
    tenant = TENANT,
    leaseMs,
    patienceMs,
    answerMs,
    ...given
  }: TestFleetOptions) {
    const keys = keysOf(secret, tenant);
    return {
      ...{ url: queueUrlOf(this.url), connections: 4, tenant, stop: never },
      clock: { now: given.now ?? Date.now, sleep: given.sleep ?? sleep },
      sealOf: (run: string, salt: Uint8Array) => createPayloadSeal(keys, salt, run),
      warn: (message: string) => void this.warnings.push(message),
      onWaiting: (ms: number) => void this.waited.push(ms),
      ...(answerMs !== undefined && { answerMs }),
      ...(leaseMs !== undefined && { leaseMs }),
      ...(patienceMs !== undefined && { patienceMs }),
    };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#cleanUp.disposeAsync();
  }
}

function keysOf(secret: string, tenant: string): Keys {
  const known = derived.get(`${secret} ${tenant}`);
  const keys = known ?? createKeys(secret, { repository: '', workflow: 'fleet', tenant });
  derived.set(`${secret} ${tenant}`, keys);
  return keys;
}

function queueUrlOf(text: string): QueueUrl {
  const parsed = parseQueueUrl(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.url;
}
