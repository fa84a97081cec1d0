import type { Clock } from '../runtime/clock.ts';
import { TOKEN_BUDGET } from './answer-budget.ts';
import { isFailureBody, parseErrorBody, toTenantError } from './error-body.ts';
import { TransportError } from './failure.ts';
import type { Http, HttpReply } from './http.ts';
import { jsonObject, tryParseJson } from './json-object.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { askedWaitMs } from './rate-limit.ts';
import { backoffMs, isRetryableStatus, type RetryPolicy } from './retry-policy.ts';
import { ownError, type TenantError } from './tenant-error.ts';
import { say } from './tenant-text.ts';
import { TOKEN_PATH } from './token.ts';

/** What a login shows. */
export type LoginResult =
  | { readonly kind: 'proved' }
  /** The tenant says that user name or password is wrong. */
  | { readonly kind: 'refused'; readonly answer: LoginAnswer }
  /** `why` is a clause. `isAboutClient`: no account can be proved with this client. */
  | {
      readonly kind: 'unproven';
      readonly why: string;
      readonly answer: LoginAnswer | null;
      readonly isAboutClient: boolean;
    };

/** What the tenant answered instead of a token. */
export interface LoginAnswer {
  readonly status: number;
  readonly error: TenantError;
}

/** Logs users in with the password grant. */
export interface LoginClient {
  /** Never throws for an answer of the tenant. @throws the signal's reason. The token that a login yields is dropped at once. */
  login(username: string, password: string, signal: AbortSignal): Promise<LoginResult>;
}

export interface LoginOptions {
  readonly http: Http;
  /** The app that has the password grant. */
  readonly client: { readonly id: string; readonly secret: string };
  /** The password is added: the tenant may repeat it. */
  readonly secrets: KnownSecrets;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
}

/** A wrong password is answered at once: attempts are only for requests that got no answer. */
const MAX_ATTEMPTS = 3;

/** Source: cidaas's article on the password flow; `POST /token-srv/token` as a form. */
export function createLoginClient(options: LoginOptions): LoginClient {
  const { client, secrets } = options;
  secrets.addToken(client.secret);
  return {
    async login(username, password, signal) {
      secrets.addToken(password);
      const form = { grant_type: 'password', client_id: client.id, client_secret: client.secret, username, password };
      const reply = await sendForm(new URLSearchParams(form).toString(), options, signal);
      if (typeof reply === 'string') return unproven(reply);
      const json = tryParseJson(reply.text);
      const isGranted = reply.status < 300 && !isFailureBody(json);
      if (isGranted && typeof jsonObject(json)?.access_token === 'string') return { kind: 'proved' };
      return resultOf(reply, password);
    },
  };
}

/** The answer, after retries where they may help; or a clause that says why there is none. */
async function sendForm(
  body: string,
  { http, policy, clock }: LoginOptions,
  signal: AbortSignal,
): Promise<HttpReply | string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const attempts = Math.min(policy.maxAttempts, MAX_ATTEMPTS);
  for (let attempt = 1; ; attempt++) {
    let askedMs = 0;
    try {
      const reply = await http.post(TOKEN_PATH, headers, body, { signal, budget: TOKEN_BUDGET });
      if (!isRetryableStatus(reply.status)) return reply;
      if (attempt >= attempts) return `the tenant could not answer (HTTP ${reply.status})`;
      askedMs = askedWaitMs(reply.status, reply.headers, clock.wallNow()) ?? 0;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TransportError)) throw error;
      if (error.failure.permanent || attempt >= attempts) return `the login got no answer (${error.failure.code})`;
    }
    await clock.sleep(Math.min(policy.capMs, Math.max(askedMs, backoffMs(policy, attempt, clock.random))), signal);
  }
}

/** Errors of OAuth (RFC 6749 5.2) that are about the app and not about the user. */
const ABOUT_CLIENT: ReadonlySet<string> = new Set([
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_client',
  'invalid_scope',
]);
/** `invalid_grant` is also used for accounts that must do something first; which error cidaas gives for that is not documented. */
const NEEDS_SOMETHING_FIRST =
  /\b(mfa|2fa|multi.?factor|second factor|consents?|terms|not (yet )?(verified|activated)|unverified|pending|reset|change|expired|locked|blocked|disabled|suspended|captcha|too many)\b/i;

function resultOf({ status, text }: HttpReply, password: string): LoginResult {
  const body = parseErrorBody(text);
  const found = toTenantError(status < 300 ? (body.status ?? 417) : status, body);
  // A short password cannot be found in other words, so the message is dropped.
  const error = repeats(text, password) ? ownError(found.code, say`The answer repeats the password.`) : found;
  const answer = { status, error };
  if (body.code === 'invalid_grant' && status >= 400 && !NEEDS_SOMETHING_FIRST.test(descriptionIn(text)))
    return { kind: 'refused', answer };
  if (body.code !== null && ABOUT_CLIENT.has(body.code))
    return { kind: 'unproven', why: 'the app may not log users in with a password', answer, isAboutClient: true };
  return { kind: 'unproven', why: 'the tenant neither accepts nor refuses the password', answer, isAboutClient: false };
}

/** The description of an error of OAuth, also inside another object. Only to be tested, never to be printed. */
function descriptionIn(text: string): string {
  const json = jsonObject(tryParseJson(text));
  const found = [json, jsonObject(json?.error)].map((one) => one?.error_description);
  return found.filter((one) => typeof one === 'string').join(' ');
}

function repeats(text: string, password: string): boolean {
  const json = tryParseJson(text);
  const plain = json === undefined ? text : JSON.stringify(json);
  const forms = [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password.toWellFormed())];
  return forms.some((form) => plain.toLowerCase().includes(form.toLowerCase()));
}

function unproven(why: string): LoginResult {
  return { kind: 'unproven', why, answer: null, isAboutClient: false };
}
