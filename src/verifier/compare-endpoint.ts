import type { IncomingMessage } from 'node:http';
import { type AccessCheck, accessOf } from './access.ts';
import { readBody, readComparison } from './compare-request.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { HashPool, Unanswered } from './hash-pool.ts';
import type { HashFinding, HashTask } from './hash-task.ts';
import type { VerifierMetrics } from './verifier-metrics.ts';

/** What the endpoint works with. */
export interface CompareEndpoint {
  readonly access: readonly AccessCheck[];
  readonly pool: HashPool;
  readonly guesses: GuessLimit;
  readonly metrics: VerifierMetrics;
  readonly now: () => number;
}

/** An answer of the verifier; `verified` only with status 200, `error` with every other one. */
export interface CompareAnswer {
  readonly status: number;
  readonly verified?: boolean;
  readonly error?: string;
  readonly headers?: { readonly [name: string]: string };
}

/** `POST …?action=compare`. Reads nothing of a request that is not allowed. */
export async function answerComparison(
  endpoint: CompareEndpoint,
  request: IncomingMessage,
  left: AbortSignal,
): Promise<CompareAnswer> {
  const startedAt = endpoint.now();
  const refusal = refusalOf(await accessOf(endpoint.access, request.headers.authorization)) ?? unfit(request);
  if (refusal !== null) return refusal;
  const body = await readBody(request);
  if (body === 'too-large') return { status: 413, error: 'the body is too large' };
  const task = readComparison(body);
  body.fill(0);
  if (typeof task === 'string') return { status: 400, error: task };
  return await compare(endpoint, task, left, startedAt);
}

function refusalOf(verdict: Awaited<ReturnType<typeof accessOf>>): CompareAnswer | null {
  switch (verdict) {
    case 'allowed':
      return null;
    case 'refused':
      return {
        status: 401,
        error: 'the token is missing, wrong or expired',
        headers: { 'www-authenticate': 'Bearer' },
      };
    case 'unavailable':
      return busy('the keys of the tenant cannot be fetched');
  }
}

/** What cannot be a request to compare. */
function unfit({ method, url = '', headers }: IncomingMessage): CompareAnswer | null {
  if (method !== 'POST') return { status: 405, error: 'only POST is answered', headers: { allow: 'POST' } };
  if (new URLSearchParams(url.split('?')[1] ?? '').get('action') !== 'compare')
    return { status: 400, error: 'the only action is `compare`: POST …?action=compare' };
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return { status: 415, error: 'the body must not be compressed' };
  return null;
}

async function compare(
  { pool, guesses, metrics, now }: CompareEndpoint,
  task: HashTask,
  left: AbortSignal,
  startedAt: number,
): Promise<CompareAnswer> {
  const guess = guesses.begin(task.passwordHash);
  if ('waitMs' in guess) {
    task.password.fill(0);
    const headers = { 'retry-after': String(Math.ceil(guess.waitMs / 1000)) };
    return { status: 429, error: 'too many wrong passwords for this hash', headers };
  }
  const result = await pool.check(task, left);
  if (typeof result === 'string') {
    guess.refund();
    return unanswered(result);
  }
  metrics.checked(result, now() - startedAt);
  if (result.outcome !== 'refused') guess.refund();
  return answerOf(result);
}

function answerOf(finding: HashFinding): CompareAnswer {
  switch (finding.outcome) {
    case 'verified':
    case 'refused':
      return { status: 200, verified: finding.outcome === 'verified' };
    case 'unreadable':
      return { status: 400, error: `the hash ${finding.why}` };
    case 'uncheckable':
      return { status: 422, error: `the hash cannot be checked here: ${finding.why}` };
  }
}

function unanswered(why: Unanswered): CompareAnswer {
  switch (why) {
    case 'full':
      return busy('too many passwords are being checked');
    case 'time':
      return busy('the check took too long');
    case 'left':
    case 'failed':
      return busy('the check was ended');
  }
}

function busy(error: string): CompareAnswer {
  return { status: 503, error, headers: { 'retry-after': '1' } };
}
