import { inspect } from 'node:util';
import { bulkBudget } from '../../src/tenant/answer-budget.ts';
import { TransportError } from '../../src/tenant/failure.ts';
import { createHttp } from '../../src/tenant/http.ts';

/**
 * A program for the tests: sends one request to the origin in its first argument and prints what came of it as JSON. A process
 * of its own, since Node reads NODE_EXTRA_CA_CERTS only when it starts.
 */
const origin = process.argv[2] ?? '';
const http = createHttp({
  origin,
  connections: 1,
  timeoutMs: 20_000,
  userAgent: 'cidaas-migrate/1.2.3',
  env: process.env,
});
try {
  const { status, text } = await http.post('/users-srv/user/bulk', { authorization: 'Bearer canary-token' }, '[]', {
    signal: new AbortController().signal,
    budget: bulkBudget(1, 2),
  });
  print({ status, text });
} catch (error) {
  if (!(error instanceof TransportError)) throw error;
  print({ ...error.failure, shown: inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }) });
} finally {
  await http.close();
}

function print(result: object): void {
  process.stdout.write(JSON.stringify(result));
}
