import type { Clock } from '../runtime/clock.ts';
import { type AnswerBudget, SETUP_BUDGET } from './answer-budget.ts';
import { type ErrorBody, isFailureBody, parseErrorBody } from './error-body.ts';
import { TransportError } from './failure.ts';
import type { Http, HttpReply } from './http.ts';
import { jsonObject, tryParseJson } from './json-object.ts';
import { askedWaitMs } from './rate-limit.ts';
import { backoffMs, isOutage, isRetryableStatus, type RetryPolicy } from './retry-policy.ts';
import type { TokenSource } from './token.ts';

/** The result of reading a part of the set-up, or a user. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** `why` completes "was not checked: …"; `scope` is the scope that the app needs, null when no scope would help. */
  | { readonly kind: 'unread'; readonly why: string; readonly scope: string | null };

/** A part of the set-up (or a user), and how to request it. */
export interface SetupPart<T> {
  /** Tried in order until one is answered: versions of cidaas serve different ones. */
  readonly calls: readonly SetupCall[];
  /** Reads `data` of an answer, undefined for one without content; null when it has another shape. */
  readonly read: (data: unknown) => { readonly value: T } | null;
  /** The value for a 404 of the service itself; null when a 404 has no meaning. */
  readonly absent: { readonly value: T } | null;
  readonly scope: string;
}

export interface SetupCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Only for POST; `{}` by default. */
  readonly body?: object;
  /** By default that of a list of the set-up. */
  readonly budget?: AnswerBudget;
}

export interface SetupRequests {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  readonly patience: ReadingPatience;
}

/** Fewer than for sending users: a part that cannot be read is only not checked. */
const MAX_ATTEMPTS = 3;
/** Calls without a usable answer in all their attempts. Each costs a whole `request-timeout`, and there may be hundreds of parts. */
export const MAX_LOST_CALLS = 2;

/** Ends the reading of a tenant that does not answer, or only slowly: what is left is not requested any more. */
export class ReadingPatience {
  readonly #now: () => number;
  readonly #maxMs: number;
  readonly #maxLost: number;
  #lost = 0;
  #spentMs = 0;
  /** When the reading began that is under way. */
  #since: number | null = null;

  /** `maxMs`: for all requests together, however slowly they are answered. `maxLost`: calls without a usable answer. */
  constructor({ now }: Pick<Clock, 'now'>, maxMs: number, maxLost = MAX_LOST_CALLS) {
    this.#now = now;
    this.#maxLost = maxLost;
    this.#maxMs = maxMs;
  }

  /** Why nothing more is requested; null while it is. */
  get exhausted(): string | null {
    if (this.#lost >= this.#maxLost) return `${this.#maxLost} requests before it got no usable answer`;
    const current = this.#since === null ? 0 : this.#now() - this.#since;
    return this.#spentMs + current >= this.#maxMs ? 'the requests before it took too long' : null;
  }

  /** Counts the time of `read`, and not what passes until the next one: a long plan may come in between. */
  async during<T>(read: () => Promise<T>): Promise<T> {
    if (this.#since !== null) return read();
    const since = this.#now();
    this.#since = since;
    try {
      return await read();
    } finally {
      this.#spentMs += this.#now() - since;
      this.#since = null;
    }
  }

  lost(): void {
    this.#lost++;
  }
}

/** Requests a part of the set-up. Throws what the token source throws, and the signal's reason. */
export function readPart<T>(requests: SetupRequests, part: SetupPart<T>, signal: AbortSignal): Promise<Reading<T>> {
  return requests.patience.during(() => readCalls(requests, part, signal));
}

async function readCalls<T>(requests: SetupRequests, part: SetupPart<T>, signal: AbortSignal): Promise<Reading<T>> {
  const refusals: string[] = [];
  for (const call of part.calls) {
    const { exhausted } = requests.patience;
    if (exhausted !== null) {
      refusals.unshift(exhausted);
      break;
    }
    const reply = await sendWithRetries(requests, call, signal);
    if (typeof reply === 'string') {
      refusals.push(reply);
      continue;
    }
    const meaning = meaningOf(reply, part);
    if (typeof meaning !== 'string') return { kind: 'read', value: meaning.value };
    refusals.push(meaning);
  }
  // An unknown older address is less important than a newer one that the app may not read.
  const why = refusals.find((refusal) => refusal !== NOT_SERVED) ?? NOT_SERVED;
  const isAboutScope = why !== NOT_SERVED && requests.patience.exhausted === null;
  return { kind: 'unread', why, scope: isAboutScope ? part.scope : null };
}

const NOT_SERVED = 'this tenant does not have this API (HTTP 404)';
const NOT_ALLOWED = 'this app is not allowed to read it';

/** True when this app, or this tenant, will never give this part. */
export function mayNotRead(reading: Reading<unknown>): boolean {
  return reading.kind === 'unread' && (reading.why === NOT_SERVED || reading.why.startsWith(NOT_ALLOWED));
}

const UNREADABLE = 'the answer has an unknown format';

/** The answer to one call, after retries where they may help; or why there is none. */
async function sendWithRetries(
  requests: SetupRequests,
  call: SetupCall,
  signal: AbortSignal,
): Promise<HttpReply | string> {
  const first = await sendAttempts(requests, call, signal);
  if (!first.isAway) return first.reply;
  requests.patience.lost();
  // Either this API is away or the whole tenant. A new token shows which: the token source waits until an outage is over.
  const wasAway = await requests.tokens.probe(first.token, signal);
  return wasAway ? (await sendAttempts(requests, call, signal)).reply : first.reply;
}

interface Attempts {
  readonly reply: HttpReply | string;
  /** Whether the last attempt failed as in an outage of the tenant. */
  readonly isAway: boolean;
  readonly token: string;
}

async function sendAttempts(requests: SetupRequests, call: SetupCall, signal: AbortSignal): Promise<Attempts> {
  const { policy, clock } = requests;
  const attempts = Math.min(policy.maxAttempts, MAX_ATTEMPTS);
  for (let attempt = 1; ; attempt++) {
    const { reply, token } = await sendAuthorized(requests, call, signal);
    const isLost = reply instanceof TransportError;
    const isAway = isLost ? isOutage(reply.status, reply.failure.code) : isOutage(reply.status, 'tenant.refused');
    if (isLost) return { reply: `the request got no answer (${reply.failure.code})`, isAway, token };
    if (!isRetryableStatus(reply.status) || attempt >= attempts || requests.patience.exhausted !== null)
      return { reply, isAway, token };
    const asked = askedWaitMs(reply.status, reply.headers, clock.wallNow()) ?? 0;
    await clock.sleep(Math.min(policy.capMs, Math.max(asked, backoffMs(policy, attempt, clock.random))), signal);
  }
}

/** One call, repeated with a new token after a 401, which may mean that only the token is no longer valid. */
async function sendAuthorized(
  requests: SetupRequests,
  call: SetupCall,
  signal: AbortSignal,
): Promise<{ reply: HttpReply | TransportError; token: string }> {
  const token = await requests.tokens.get(signal);
  const reply = await send(requests.http, call, token, signal);
  if (reply instanceof TransportError || reply.status !== 401) return { reply, token };
  requests.tokens.invalidate(token);
  const renewed = await requests.tokens.get(signal);
  return { reply: await send(requests.http, call, renewed, signal), token: renewed };
}

async function send(
  http: Http,
  { method, path, body = {}, budget = SETUP_BUDGET }: SetupCall,
  token: string,
  signal: AbortSignal,
): Promise<HttpReply | TransportError> {
  const authorization = `Bearer ${token}`;
  const limits = { signal, budget };
  try {
    if (method === 'GET') return await http.get(path, { authorization }, limits);
    return await http.post(path, { authorization }, JSON.stringify(body), limits);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof TransportError)) throw error;
    return error;
  }
}

function meaningOf<T>({ status, text }: HttpReply, { read, absent }: SetupPart<T>): { readonly value: T } | string {
  const json = tryParseJson(text);
  if (status < 300 && !isFailureBody(json)) {
    const answer = jsonObject(json);
    // The page of a proxy must not be taken for a tenant that has nothing set up.
    if (status !== 204 && (answer === null || !('data' in answer))) return UNREADABLE;
    return read(answer?.data) ?? UNREADABLE;
  }
  const body = parseErrorBody(text);
  const effective = status < 300 ? (body.status ?? 417) : status;
  if (effective === 404 && isOfService(body) && absent !== null) return absent;
  return refusalOf(effective);
}

function isOfService({ shape }: ErrorBody): boolean {
  return shape === 'service';
}

function refusalOf(status: number): string {
  switch (status) {
    case 401:
    case 403:
    case 417:
      return `${NOT_ALLOWED} (HTTP ${status})`;
    case 404:
    case 405:
      return NOT_SERVED;
    default:
      return `the tenant could not answer (HTTP ${status})`;
  }
}
