import type { Sleep } from '../runtime/sleep.ts';
import { type ErrorBody, parseErrorBody, saysFailure } from './error-body.ts';
import { TransportError } from './failure.ts';
import type { Http, HttpReply } from './http.ts';
import { jsonObject, parseJson } from './json-object.ts';
import { backoffMs, isRetryableStatus, parseRetryAfter, type RetryPolicy } from './retry-policy.ts';
import type { TokenSource } from './token.ts';

/** A part of the set-up that was asked for. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** `why` completes "was not checked: …"; `scope` is what the app would need, null where no scope would help. */
  | { readonly kind: 'unread'; readonly why: string; readonly scope: string | null };

/** A part of the set-up, and how it is had. */
export interface Part<T> {
  /** Tried in turn until one answers: versions of cidaas serve different ones. */
  readonly calls: readonly Call[];
  /** Reads `data` of an answer, undefined for one without content; null when it is something else. */
  readonly read: (data: unknown) => { readonly value: T } | null;
  /** What a 404 in the service's own words means; null when it means nothing. */
  readonly absent: { readonly value: T } | null;
  readonly scope: string;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Of a POST; `{}` unless given. */
  readonly body?: object;
}

export interface SetupRequests {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly policy: RetryPolicy;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/** What cannot be read is only not checked: it is worth a second try, not the patience that users are sent with. */
const MOST_ATTEMPTS = 3;

/** Asks for a part of the set-up. Throws what the token source throws, and the signal's reason. */
export async function readPart<T>(requests: SetupRequests, part: Part<T>, signal: AbortSignal): Promise<Reading<T>> {
  const refusals: string[] = [];
  for (const call of part.calls) {
    const reply = await answered(requests, call, signal);
    if (typeof reply === 'string') {
      refusals.push(reply);
      continue;
    }
    const meaning = meaningOf(reply, part);
    if (typeof meaning !== 'string') return { kind: 'read', value: meaning.value };
    refusals.push(meaning);
  }
  // That an older address is unknown says less than that the newer one may not be read.
  const why = refusals.find((refusal) => refusal !== NOT_SERVED) ?? NOT_SERVED;
  return { kind: 'unread', why, scope: why === NOT_SERVED ? null : part.scope };
}

const NOT_SERVED = 'this tenant does not serve it (HTTP 404)';
const UNREADABLE = 'the answer is in a form that is not known here';

/** The answer to one call, tried again where that may help; or why there is none. */
async function answered(requests: SetupRequests, call: Call, signal: AbortSignal): Promise<HttpReply | string> {
  const { policy, random, sleep, now } = requests;
  const attempts = Math.min(policy.maxAttempts, MOST_ATTEMPTS);
  for (let attempt = 1; ; attempt++) {
    const reply = await once(requests, call, signal);
    const isOver = typeof reply === 'string' || !isRetryableStatus(reply.status);
    if (isOver || attempt >= attempts) return reply;
    const asked = parseRetryAfter(reply.headers['retry-after'], now()) ?? 0;
    await sleep(Math.min(policy.capMs, Math.max(asked, backoffMs(policy, attempt, random))), signal);
  }
}

/** One call, made again with a new token when a 401 may mean that only the token was no longer good. */
async function once(requests: SetupRequests, call: Call, signal: AbortSignal): Promise<HttpReply | string> {
  const token = await requests.tokens.get(signal);
  const reply = await send(requests.http, call, token, signal);
  if (typeof reply === 'string' || reply.status !== 401) return reply;
  requests.tokens.invalidate(token);
  return send(requests.http, call, await requests.tokens.get(signal), signal);
}

async function send(
  http: Http,
  { method, path, body = {} }: Call,
  token: string,
  signal: AbortSignal,
): Promise<HttpReply | string> {
  const authorization = `Bearer ${token}`;
  try {
    if (method === 'GET') return await http.get(path, { authorization }, signal);
    return await http.post(path, { authorization }, JSON.stringify(body), signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof TransportError)) throw error;
    return `the request got no answer (${error.failure.code})`;
  }
}

function meaningOf<T>({ status, text }: HttpReply, { read, absent }: Part<T>): { readonly value: T } | string {
  const json = parseJson(text);
  if (status < 300 && !saysFailure(json)) {
    const answer = jsonObject(json);
    // A page of something in between must not pass for a tenant that has nothing.
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
      return `the tenant does not let this app read it (HTTP ${status})`;
    case 404:
    case 405:
      return NOT_SERVED;
    default:
      return `the tenant could not answer (HTTP ${status})`;
  }
}
