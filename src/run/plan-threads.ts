import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ChunkDecision } from '../plan/decide-chunk.ts';
import type { DecisionThreads } from '../plan/decisions-in-order.ts';
import { InputError } from '../runtime/input-error.ts';
import type { SourceRecord } from '../source/record.ts';
import { PLAN_THREAD, type PlanThreadReply, type PlanThreadSetup } from './plan-thread-message.ts';

const IS_SOURCE = import.meta.filename.endsWith('.ts');
const MAIN = join(dirname(import.meta.filename), IS_SOURCE ? '../main.ts' : 'index.js');

/** Chunks that a thread has: one that it decides, and the next ones, so that it need not wait while this thread decides one. */
const CHUNKS_PER_THREAD = 3;
/** Memory for young objects: V8's default of 48 MB is no faster, because what is made for a chunk is garbage after it. */
const YOUNG_MB = 16;
/** A smaller export is planned before a thread has started. */
const START_AFTER_ROWS = 5_000;

/** How many threads there are, and when they start. */
export interface ThreadOptions {
  readonly count: number;
  /** What each of them runs; default: this program. */
  readonly script?: string;
  /** They start with the first chunk after so many rows. */
  readonly startAfterRows?: number;
}

/** Threads that decide rows besides the main one, which decides chunks itself while all of them have enough to do. */
export class PlanThreads implements DecisionThreads, AsyncDisposable {
  readonly maxPending: number;
  readonly #options: Required<ThreadOptions>;
  readonly #setup: PlanThreadSetup;
  #threads: readonly PlanThread[] | null = null;
  #rows = 0;

  constructor(setup: PlanThreadSetup, { count, startAfterRows = START_AFTER_ROWS, script = MAIN }: ThreadOptions) {
    this.#setup = setup;
    this.#options = { count, startAfterRows, script };
    this.maxPending = (count + 1) * CHUNKS_PER_THREAD;
  }

  update(): Promise<void> {
    return setImmediate();
  }

  decide(chunk: readonly SourceRecord[]): Promise<ChunkDecision> | null {
    this.#rows += chunk.length;
    if (this.#rows <= this.#options.startAfterRows) return null;
    const { count, script } = this.#options;
    this.#threads ??= Array.from({ length: count }, () => new PlanThread(script, this.#setup));
    return this.#free()?.decide(chunk) ?? null;
  }

  /** Whether a thread has started and can take a chunk. */
  get hasFree(): boolean {
    return this.#free() !== null;
  }

  #free(): PlanThread | null {
    const free = (this.#threads ?? []).filter((thread) => thread.isReady && thread.pending < CHUNKS_PER_THREAD);
    return free.sort((a, b) => a.pending - b.pending)[0] ?? null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all((this.#threads ?? []).map((thread) => thread.end()));
  }
}

class PlanThread {
  isReady = false;
  readonly #worker: Worker;
  readonly #asked: PromiseWithResolvers<ChunkDecision>[] = [];
  #failure: InputError | null = null;

  constructor(script: string, setup: PlanThreadSetup) {
    // Without the environment, which has secrets, and without the console.
    const silent = { env: {}, execArgv: [], stdout: true, stderr: true };
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
    this.#worker = new Worker(script, { argv: [PLAN_THREAD], workerData: setup, resourceLimits, ...silent });
    this.#worker.on('message', (reply: PlanThreadReply) => this.#take(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(null));
  }

  get pending(): number {
    return this.#asked.length;
  }

  decide(chunk: readonly SourceRecord[]): Promise<ChunkDecision> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const asked = Promise.withResolvers<ChunkDecision>();
    this.#asked.push(asked);
    this.#worker.postMessage(chunk);
    return asked.promise;
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #take(reply: PlanThreadReply): void {
    switch (reply.kind) {
      case 'ready':
        this.isReady = true;
        return;
      case 'decided':
        this.#asked.shift()?.resolve(reply.decision);
        return;
      case 'failed':
        this.#asked.shift()?.reject(reply.error);
        return;
    }
  }

  #fail(cause: unknown): void {
    // It counts as ready, so that the next chunk meets the failure.
    this.isReady = true;
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    this.#failure ??= new InputError(
      [
        `A thread that decides rows of the plan ended${code}. Nothing was sent. Free memory on the runner, or plan without threads: \`threads: 0\`.`,
      ],
      { cause },
    );
    for (const asked of this.#asked.splice(0)) asked.reject(this.#failure);
  }
}
