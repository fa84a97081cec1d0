import { Worker } from 'node:worker_threads';
import jsonata from 'jsonata';
import { type Evaluated, expressionEvaluation } from '../mapping/compile/evaluate-expression.ts';
import { systemClock } from '../runtime/clock.ts';
import { type ExpressionQuestion, type ExpressionReply, unmarked } from './expression-message.ts';

/** A reply at least this often (ms), so that little is lost when this process is ended. */
const REPLY_EVERY_MS = 20;
const WATCH_EVERY_MS = 1_000;

/** Evaluates expressions until the run that started this process ends. Returns the exit code. */
export async function serveExpressions(): Promise<number> {
  endWithParent(process.ppid);
  const evaluate = expressionEvaluation(jsonata);
  const send = (reply: ExpressionReply) => process.send?.(reply);
  const ended = Promise.withResolvers<number>();
  process.once('disconnect', () => ended.resolve(0));
  process.on('message', async (question: ExpressionQuestion) => {
    let results: Evaluated[][] = [];
    let repliedAt = systemClock.now();
    for (const given of question.inputs) {
      const input = question.hasMarks ? (unmarked(given) as object) : given;
      const values: Evaluated[] = [];
      for (const text of question.expressions) values.push(await evaluate(text, input));
      results.push(values);
      if (systemClock.now() - repliedAt < REPLY_EVERY_MS) continue;
      send({ kind: 'results', results });
      results = [];
      repliedAt = systemClock.now();
    }
    if (results.length > 0) send({ kind: 'results', results });
  });
  send({ kind: 'ready' });
  return ended.promise;
}

/** An endless expression hears of nothing: a thread ends the process when the run was killed. */
function endWithParent(parent: number): void {
  const watch = `setInterval(() => process.ppid === ${parent} || process.kill(process.pid, 'SIGKILL'), ${WATCH_EVERY_MS})`;
  new Worker(watch, { eval: true, env: {} }).unref();
}
