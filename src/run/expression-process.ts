import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Evaluated, ExpressionEvaluator } from '../mapping/compile/evaluate-expression.ts';
import { InputError } from '../runtime/input-error.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import { EXPRESSIONS, type ExpressionQuestion, type ExpressionReply, marked } from './expression-message.ts';

const IS_SOURCE = import.meta.filename.endsWith('.ts');
const MAIN = IS_SOURCE ? join(import.meta.dirname, '../main.ts') : join(import.meta.dirname, 'index.js');
/** What it may read: its own code. */
const READABLE = IS_SOURCE ? join(import.meta.dirname, '../..') : dirname(MAIN);

/** Memory of the process, in megabytes. A thread would not do: V8 ends the whole process when it is out of memory. */
const MAX_MEGABYTES = 256;
/** Without a reply for so long, an expression is endless. JSONata itself ends loops after a second, but not its functions. */
const MAX_SILENCE_MS = 3_000;
const MAX_START_MS = 30_000;

type Results = readonly (readonly Evaluated[])[];

/**
 * Evaluates JSONata in a process of its own: it has no environment variables, reads no file but its code, and is killed and
 * replaced when an expression needs too much time or memory. Started with the first question.
 */
export class ExpressionProcess implements ExpressionEvaluator, Disposable {
  readonly #stop: AbortSignal;
  readonly #maxSilenceMs: number;
  #child: Promise<ChildProcess> | null = null;
  #running: ChildProcess | null = null;
  readonly #kill = () => this.#running?.kill('SIGKILL');

  constructor(stop: AbortSignal, maxSilenceMs = MAX_SILENCE_MS) {
    this.#stop = stop;
    this.#maxSilenceMs = maxSilenceMs;
    process.on('exit', this.#kill);
  }

  async evaluate(expressions: readonly string[], inputs: readonly object[]): Promise<Results> {
    const results: (readonly Evaluated[])[] = [];
    while (results.length < inputs.length) {
      const end = await this.#ask(expressions, inputs.slice(results.length), (more) => results.push(...more));
      if (end === 'answered') continue;
      // Up to the record that it failed at, one by one: the last replies are lost.
      for (let isFound = false; !isFound && results.length < inputs.length; ) {
        const [values, failed] = await this.#one(expressions, inputs[results.length] ?? {});
        results.push(values);
        isFound = failed;
      }
    }
    return results;
  }

  /** Each expression alone for one record; the second value is whether one needed too much. */
  async #one(expressions: readonly string[], input: object): Promise<[readonly Evaluated[], boolean]> {
    const values: Evaluated[] = [];
    let isFailed = false;
    for (const expression of expressions) {
      let value: Evaluated = { code: 'error' };
      const end = await this.#ask([expression], [input], ([values = []]) => {
        value = values[0] ?? value;
      });
      if (end !== 'answered') {
        isFailed = true;
        value = { code: end };
      }
      values.push(value);
    }
    return [values, isFailed];
  }

  /** Asks for these inputs; `onResults` takes results as they come. Unless all come, the process has ended. */
  async #ask(
    expressions: readonly string[],
    inputs: readonly object[],
    onResults: (results: Results) => void,
  ): Promise<'answered' | 'time' | 'memory'> {
    this.#child ??= this.#start();
    const child = await untilStopped(this.#child, this.#stop);
    const ended = Promise.withResolvers<'answered' | 'time' | 'memory'>();
    const timer = setTimeout(() => ended.resolve('time'), this.#maxSilenceMs);
    const onExit = () => ended.resolve('memory');
    let missing = inputs.length;
    const onMessage = (reply: ExpressionReply) => {
      if (reply.kind !== 'results') return;
      timer.refresh();
      missing -= reply.results.length;
      onResults(reply.results);
      if (missing <= 0) ended.resolve('answered');
    };
    child.on('message', onMessage).once('exit', onExit);
    let isAnswered = false;
    try {
      if (child.exitCode !== null || child.signalCode !== null) return 'memory';
      send(child, { expressions, inputs, hasMarks: false });
      const end = await untilStopped(ended.promise, this.#stop);
      isAnswered = end === 'answered';
      return end;
    } finally {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      if (!isAnswered) {
        child.kill('SIGKILL');
        this.#child = null;
      }
    }
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(MAIN, [EXPRESSIONS], {
      execArgv: [
        ...['--permission', `--allow-fs-read=${READABLE}`, '--allow-worker'],
        ...[`--max-old-space-size=${MAX_MEGABYTES}`, '--disallow-code-generation-from-strings', '--no-warnings'],
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#running = child;
    const started = Promise.withResolvers<ChildProcess>();
    const fail = (why: string) =>
      started.reject(
        new InputError([
          `The process that evaluates the expressions (expr) of the mapping could not be started (${why}). Nothing was sent. Free memory on the runner, or write the mapping without expressions.`,
        ]),
      );
    const timer = setTimeout(() => fail('it does not answer'), MAX_START_MS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended with ${signal ?? code}`));
    child.once('message', () => started.resolve(child));
    try {
      return await started.promise;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#kill);
    this.#kill();
  }
}

function send(child: ChildProcess, question: ExpressionQuestion): void {
  // A failure to send is an end of the process, which is noticed anyway.
  const ignore = () => undefined;
  try {
    child.send(question, ignore);
  } catch {
    child.send(
      { ...question, inputs: question.inputs.map((input) => marked(input) as object), hasMarks: true },
      ignore,
    );
  }
}
