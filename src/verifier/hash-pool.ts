import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SourceSecrets } from '../password/verify.ts';
import { HASH_WORKER, type HashFinding, type HashTask } from './hash-task.ts';

const IS_SOURCE = import.meta.filename.endsWith('.ts');
const MAIN = IS_SOURCE ? join(import.meta.dirname, '../main.ts') : join(import.meta.dirname, 'index.js');

/** Of the code of one thread, in megabytes. What a hash itself takes is not part of it. */
const MAX_HEAP_MB = 64;
/** Before a thread is replaced that ended while it started. */
const RESTART_MS = 1_000;

/** Limits of a pool. */
export interface HashPoolOptions {
  readonly secrets: SourceSecrets;
  readonly threads: number;
  /** How many checks may wait for a thread. */
  readonly maxWaiting: number;
  /** How long a check may wait for a thread, in milliseconds. */
  readonly maxWaitMs: number;
  /** How long it may then take. A thread that takes longer is ended and replaced. */
  readonly maxCheckMs: number;
}

/** Why a check has no finding: `full`, too many wait; `time`, a limit has passed; `left`, nothing waits for it any more; `failed`, its thread ended. */
export type Unanswered = 'full' | 'time' | 'left' | 'failed';

interface Job {
  readonly task: HashTask;
  readonly settle: (result: HashFinding | Unanswered) => void;
  timer: NodeJS.Timeout;
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  job: Job | null;
}

/**
 * Threads that check one hash each at a time. Some algorithms are loops in JavaScript, and others take a second: neither may
 * hold up the server or the checks of others.
 */
export class HashPool implements AsyncDisposable {
  readonly #options: HashPoolOptions;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #isClosing = false;

  private constructor(options: HashPoolOptions) {
    this.#options = options;
  }

  /** @throws Error when a thread cannot be started. */
  static async start(options: HashPoolOptions): Promise<HashPool> {
    const pool = new HashPool(options);
    const started = Array.from({ length: options.threads }, () => pool.#start());
    await Promise.all(started).catch(async (error: unknown) => {
      await pool[Symbol.asyncDispose]();
      throw error;
    });
    return pool;
  }

  /** Checks that have no thread yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Threads at work. */
  get busy(): number {
    return [...this.#threads].filter(({ job }) => job !== null).length;
  }

  /** Checks a hash, unless `left` aborts first. Never rejects. The bytes of the password are wiped in every case. */
  async check(task: HashTask, left: AbortSignal): Promise<HashFinding | Unanswered> {
    if (this.#isClosing || left.aborted || this.#isFull()) {
      task.password.fill(0);
      return left.aborted ? 'left' : 'full';
    }
    const { promise, resolve } = Promise.withResolvers<HashFinding | Unanswered>();
    const timer = setTimeout(() => this.#drop(job, 'time'), this.#options.maxWaitMs);
    const job: Job = { task, settle: resolve, timer };
    const leave = (): void => this.#drop(job, 'left');
    left.addEventListener('abort', leave, { once: true });
    this.#waiting.push(job);
    this.#assign();
    try {
      return await promise;
    } finally {
      left.removeEventListener('abort', leave);
    }
  }

  /** Ends all threads. Checks that still run have no finding. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    for (const job of [...this.#waiting]) this.#drop(job, 'failed');
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  /** A check that finds an idle thread does not wait. */
  #isFull(): boolean {
    const idle = [...this.#threads].filter(({ isReady, job }) => isReady && job === null).length;
    return this.#waiting.length >= this.#options.maxWaiting + idle;
  }

  #assign(): void {
    for (const thread of this.#threads) {
      if (!thread.isReady || thread.job !== null) continue;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      thread.job = job;
      clearTimeout(job.timer);
      job.timer = setTimeout(() => this.#overrun(thread, job), this.#options.maxCheckMs);
      thread.worker.postMessage(job.task, [job.task.password.buffer]);
    }
  }

  /** Nothing waits for this check any more. One that runs goes on: its thread cannot be interrupted, only ended. */
  #drop(job: Job, why: Unanswered): void {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) {
      clearTimeout(job.timer);
      this.#waiting.splice(at, 1);
      job.task.password.fill(0);
    }
    job.settle(why);
  }

  #overrun({ worker }: Thread, job: Job): void {
    job.settle('time');
    void worker.terminate();
  }

  /** Ends a job of a thread, whatever became of it. */
  #release(thread: Thread, result: HashFinding | Unanswered): void {
    clearTimeout(thread.job?.timer);
    thread.job?.settle(result);
    thread.job = null;
  }

  /** Rejects when the thread ends before it is ready. */
  #start(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const worker = new Worker(MAIN, {
      ...{ argv: [HASH_WORKER], execArgv: [], env: {}, workerData: this.#options.secrets },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    const thread: Thread = { worker, isReady: false, job: null };
    this.#threads.add(thread);
    worker.on('message', (message: HashFinding | 'ready') => {
      if (message === 'ready') {
        thread.isReady = true;
        resolve();
      } else this.#release(thread, message);
      this.#assign();
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(new Error('a thread that checks hashes ended while it started'));
      this.#release(thread, 'failed');
      this.#threads.delete(thread);
      if (!this.#isClosing) this.#replace(thread.isReady ? 0 : RESTART_MS);
    });
    return promise;
  }

  #replace(afterMs: number): void {
    setTimeout(() => {
      // A failure repeats: the exit of that thread starts the next one.
      if (!this.#isClosing) this.#start().catch(() => undefined);
    }, afterMs).unref();
  }
}
