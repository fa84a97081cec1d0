import type { Clock } from '../runtime/clock.ts';
import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';
import { TOKEN_BUDGET } from './answer-budget.ts';
import { type ErrorBody, isFailureBody, parseErrorBody, toTenantError } from './error-body.ts';
import { TransportError } from './failure.ts';
import type { Http, HttpReply } from './http.ts';
import { jsonObject, tryParseJson } from './json-object.ts';
import { OutageClock } from './outage-clock.ts';
import { askedWaitMs } from './rate-limit.ts';
import { TenantRefused, TenantUnavailable } from './refusal.ts';
import { backoffMs, isOutage, isRetryableStatus, type RetryPolicy } from './retry-policy.ts';
import { singleFlight } from './single-flight.ts';
import { ownError, type TenantError } from './tenant-error.ts';
import { say, TenantText } from './tenant-text.ts';

/** Access tokens of one client-credentials app. */
export interface TokenSource {
  /**
   * A token that is still valid for some time. Concurrent callers share one request, which outlasts an outage of the tenant as
   * the policy allows. Throws `TenantRefused` (trying again is useless), `TenantUnavailable` (all attempts of the policy failed
   * and its patience is used up) or the signal's reason.
   */
  get(signal: AbortSignal): Promise<string>;
  /**
   * The same for a caller that waits for the end of an outage itself: a request that gets no answer throws `TenantUnavailable`
   * at once. Otherwise every try of the caller would cost the whole patience.
   */
  getImpatiently(signal: AbortSignal): Promise<string>;
  /** Replaces this token, and so shows whether the tenant is away: true when it was, and has come back. Throws what `get` throws. */
  probe(token: string, signal: AbortSignal): Promise<boolean>;
  /** The tenant did not accept this token: the next `get` requests another. Does nothing when it is already replaced. */
  invalidate(token: string): void;
}

export interface TokenOptions {
  readonly http: Http;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  /** Called with every new token before it is used, so that logs mask it. */
  readonly onSecret: (token: string) => void;
}

/** The address of every grant. */
export const TOKEN_PATH = '/token-srv/token';
const REFRESH_BEFORE_MS = 60_000;
/** For an answer without a usable `expires_in`. When it is too long, the tenant answers 401 and the token is renewed. */
const ASSUMED_LIFETIME_MS = 300_000;
/** The lifetime that cidaas gives by default; a longer one is not used up. */
const MAX_LIFETIME_MS = 86_400_000;

export function createTokenSource(options: TokenOptions): TokenSource {
  let current: { token: string; refreshAt: number } | null = null;
  const contact = { isMade: false };

  const flightOf = (isPatient: boolean) =>
    singleFlight(async (signal) => {
      const fetched = await requestToken(options, { contact, isPatient }, signal);
      options.onSecret(fetched.token);
      current = fetched;
      return fetched;
    });
  const fetchToken = flightOf(true);
  const fetchImpatiently = flightOf(false);
  // A new token is returned even when it is already past its refresh time: a short lifetime must not cause a loop.
  const known = (): string | null =>
    current !== null && options.clock.now() < current.refreshAt ? current.token : null;
  const invalidate = (token: string): void => {
    if (current?.token === token) current = null;
  };

  return {
    get: async (signal) => known() ?? (await fetchToken(signal)).token,
    getImpatiently: async (signal) => known() ?? (await fetchImpatiently(signal)).token,
    probe: async (token, signal) => {
      invalidate(token);
      return (await fetchToken(signal)).wasAway;
    },
    invalidate,
  };
}

/**
 * The scopes in the token's payload (`scopes`, or `scope` as in OAuth), read without verification: only the tenant can verify
 * it, and this is for a warning. Null when the token is not a JWT or has no such claim.
 */
export function scopesOf(token: string): string[] | null {
  const payload = token.split('.')[1] ?? '';
  const claims = jsonObject(tryParseJson(Buffer.from(payload, 'base64url').toString()));
  for (const claim of [claims?.scopes, claims?.scope]) {
    if (typeof claim === 'string') return claim.split(/\s+/).filter((scope) => scope !== '');
    if (Array.isArray(claim)) return claim.filter((scope) => typeof scope === 'string');
  }
  return null;
}

type Attempt =
  | { kind: 'token'; token: string; refreshAt: number }
  | { kind: 'refused'; error: TenantRefused }
  | { kind: 'unavailable'; error: TenantUnavailable };

/** Whether the tenant was reached before. Without that, an address at which nothing answers is not an outage but a wrong address. */
interface Contact {
  isMade: boolean;
}

const NOT_REACHED: ReadonlySet<string> = new Set(['tenant.unreachable', 'tenant.tls', 'tenant.proxy']);
/** DNS knows for certain that there is no such host; one more look-up only rules out a resolver that has just started. */
const UNKNOWN_HOST_ATTEMPTS = 2;

function isUnknownHost({ cause }: TenantUnavailable): boolean {
  return cause instanceof TransportError && cause.failure.isUnknownHost === true;
}

async function requestToken(
  options: TokenOptions,
  { contact, isPatient }: { readonly contact: Contact; readonly isPatient: boolean },
  signal: AbortSignal,
): Promise<{ token: string; refreshAt: number; wasAway: boolean }> {
  const { policy, clock } = options;
  const { random, sleep, now } = clock;
  let wasAway = false;
  const outage = new OutageClock(policy, now());
  for (let attempt = 1; ; attempt++) {
    const result = await attemptToken(options, signal);
    switch (result.kind) {
      case 'token':
        contact.isMade = true;
        return { ...result, wasAway };
      case 'refused':
        throw result.error;
      case 'unavailable': {
        const { error } = result;
        if (!NOT_REACHED.has(error.error.code)) contact.isMade = true;
        error.isUnreached = !contact.isMade;
        error.isUnknownHost = error.isUnreached && isUnknownHost(error);
        const isAway = contact.isMade && isOutage(error.status, error.error.code);
        wasAway ||= isAway;
        const attempts = error.isUnknownHost ? UNKNOWN_HOST_ATTEMPTS : policy.maxAttempts;
        if (isAway ? !isPatient || outage.isUsedUp(attempt, now()) : attempt >= attempts) throw error;
        const wait = isAway
          ? outage.waitMs(attempt, error.retryAfterMs, now(), random)
          : Math.max(error.retryAfterMs ?? 0, backoffMs(policy, attempt, random));
        await sleep(wait, signal);
      }
    }
  }
}

async function attemptToken(options: TokenOptions, signal: AbortSignal): Promise<Attempt> {
  const { http, clientId, clientSecret, clock } = options;
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' });
  // The lifetime counts from before the request, since the answer may have taken long.
  const startedAt = clock.now();
  let reply: HttpReply;
  try {
    reply = await http.post(TOKEN_PATH, {}, body, { signal, budget: TOKEN_BUDGET });
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof TransportError)) throw cause;
    const { failure, status, text } = cause;
    const error = ownError(failure.code, text);
    if (failure.permanent) return { kind: 'refused', error: new TenantRefused(error, status, { cause }) };
    return { kind: 'unavailable', error: new TenantUnavailable(error, status, null, { cause }) };
  }
  const json = reply.status < 300 ? tryParseJson(reply.text) : undefined;
  const granted = jsonObject(json);
  const token = granted?.access_token;
  if (typeof token === 'string' && isUsable(token)) {
    return { kind: 'token', token, refreshAt: startedAt + usableMs(granted?.expires_in) };
  }
  return failedAttempt(reply, isFailureBody(json), options);
}

/** Some servers refuse headers of 8 kB; no token is twice as long. */
const MAX_TOKEN_LENGTH = 16_384;

/**
 * Anything else is not a valid header value, and the error of the HTTP library might quote it. A short one would also be in
 * ordinary words, so it could not be hidden.
 */
function isUsable(token: string): boolean {
  const { length } = token;
  return length >= MIN_SECRET_LENGTH && length <= MAX_TOKEN_LENGTH && /^[\x21-\x7e]+$/.test(token);
}

/** OAuth codes for a temporary problem of the server (RFC 6749 4.1.2.1, RFC 8628 3.5). */
const TEMPORARY = /^tenant\.(temporarily_unavailable|server_error|slow_down)$/;

function failedAttempt({ status, headers, text }: HttpReply, isFailure: boolean, { clock }: TokenOptions): Attempt {
  const body = parseErrorBody(text);
  if (status < 300 && !isFailure) {
    const message = say`The answer is not a token: ${whatInstead(body)}`;
    const error: TenantError = { ...ownError('tenant.answer_unusable', message), reference: body.reference };
    return { kind: 'unavailable', error: new TenantUnavailable(error, status, null) };
  }
  const effective = status < 300 ? (body.status ?? 400) : status;
  const error = toTenantError(effective, body);
  if (isRetryableStatus(effective) || TEMPORARY.test(error.code)) {
    return {
      kind: 'unavailable',
      error: new TenantUnavailable(error, status, askedWaitMs(effective, headers, clock.wallNow())),
    };
  }
  return { kind: 'refused', error: new TenantRefused(error, status) };
}

function whatInstead({ shape, message }: ErrorBody): TenantText {
  if (shape === 'html' && message !== null) return message;
  return TenantText.ours(`${shape === 'empty' ? 'nothing' : shape} without a usable access_token.`);
}

/** Milliseconds that a token is used: until a minute before it expires, or half its lifetime when that is below two minutes. */
function usableMs(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' && expiresIn.trim() !== '' ? Number(expiresIn) : expiresIn;
  const isPlausible = typeof seconds === 'number' && seconds >= 1;
  const lifetime = isPlausible ? Math.min(seconds * 1000, MAX_LIFETIME_MS) : ASSUMED_LIFETIME_MS;
  return lifetime - Math.min(REFRESH_BEFORE_MS, lifetime / 2);
}
