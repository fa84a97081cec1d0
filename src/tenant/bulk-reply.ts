import { countAnswerEntries } from './answer-entry.ts';
import { matchAnswers } from './answers.ts';
import type { BulkReply, OutgoingUser } from './bulk-answer.ts';
import { type ErrorBody, isFailureBody, parseErrorBody, toTenantError } from './error-body.ts';
import type { TransportError } from './failure.ts';
import type { HttpReply } from './http.ts';
import { tryParseJson } from './json-object.ts';
import { referenceInHeaders } from './page-reference.ts';
import { askedWaitMs } from './rate-limit.ts';
import { isRetryableStatus } from './retry-policy.ts';
import { ownError, type TenantError } from './tenant-error.ts';
import { say, TenantText } from './tenant-text.ts';

/**
 * Classifies an HTTP answer to a bulk request. Pure. `status` of the result is the one that decided: an error body inside a
 * 2xx counts as the status in the body, or as 417. `nowMs`: milliseconds of the epoch, for `Retry-After`.
 */
export function readBulkReply(users: readonly OutgoingUser[], reply: HttpReply, nowMs: number): BulkReply {
  const { status, text } = reply;
  if (status >= 300) return readError(status, parseErrorBody(text), reply, nowMs);
  const json = tryParseJson(text);
  if (isFailureBody(json)) {
    const body = parseErrorBody(text);
    return readError(body.status ?? 417, body, reply, nowMs);
  }
  const answers = matchAnswers(users, json);
  return answers === null ? unusable(reply, countAnswerEntries(json), nowMs) : { kind: 'answered', status, answers };
}

/** Classifies a failure below HTTP of a bulk request. */
export function readTransportError({ failure, status, text }: TransportError): BulkReply {
  const error = ownError(failure.code, text);
  if (failure.code === 'tenant.redirected' && status !== null)
    return { kind: 'blocked', status, error, advice: CHECK_URL, mayHaveBeenApplied: false };
  if (failure.permanent) return { kind: 'forbidden', status, error };
  return { kind: 'unavailable', status, error, retryAfterMs: null, mayHaveBeenApplied: failure.mayHaveArrived };
}

/** The client or a proxy is wrong, whatever the content of the request. */
const NEVER_ACCEPTED: ReadonlySet<number> = new Set([407, 411, 426, 431, 505]);
/** The address, the method or the rights are wrong; or a firewall before the tenant refuses the content of the request. */
const REFUSES_ACCESS: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 406, 410, 415, 501]);
/** The shapes of errors that cidaas itself sends. */
const OF_CIDAAS: ReadonlySet<ErrorBody['shape']> = new Set(['service', 'guard', 'oauth']);

function readError(status: number, body: ErrorBody, reply: HttpReply, nowMs: number): BulkReply {
  const { headers } = reply;
  const isOfCidaas = OF_CIDAAS.has(body.shape);
  const found = toTenantError(status, body);
  const error = isOfCidaas ? found : { ...found, reference: found.reference ?? referenceInHeaders(headers) };
  if (status === 413) return { kind: 'too-large', status, error };
  if (REFUSES_ACCESS.has(status) && !isOfCidaas)
    return { kind: 'blocked', status, error, advice: adviceFor(status, body), mayHaveBeenApplied: false };
  // Only a 404 of the service itself is about a user.
  if (NEVER_ACCEPTED.has(status) || (REFUSES_ACCESS.has(status) && !(status === 404 && body.shape === 'service'))) {
    const message = say`${error.message.asSentence()} ${TenantText.ours(adviceFor(status, body))}`;
    return { kind: 'forbidden', status, error: { ...error, message } };
  }
  // 507 is cidaas's code for a failed validation: waiting does not help, whatever the HTTP status.
  if (body.code !== '507' && isRetryableStatus(status)) {
    const retryAfterMs = askedWaitMs(status, headers, nowMs);
    // These two refuse the request instead of processing it (RFC 6585 4, RFC 9110 15.6.4).
    const isRefused = reply.status === 429 || reply.status === 503;
    return { kind: 'unavailable', status, error, retryAfterMs, mayHaveBeenApplied: !isRefused };
  }
  return { kind: 'refused', status, error };
}

function unusable({ status, headers, text }: HttpReply, entries: number | null, nowMs: number): BulkReply {
  const body = parseErrorBody(text);
  // Some firewalls (F5) send their page with 200. Without an incident number it may as well be a login or maintenance page.
  if (body.shape === 'html' && body.reference !== null) {
    const message = body.message ?? say`An HTML page.`;
    const error: TenantError = { ...ownError('tenant.forbidden', message), reference: body.reference };
    return { kind: 'blocked', status, error, advice: FIREWALL, mayHaveBeenApplied: true };
  }
  const error: TenantError = {
    // A list of states comes from the service itself: it works, but its answer leaves these users out.
    ...ownError(
      entries === null ? 'tenant.answer_unusable' : 'tenant.answer_uncertain',
      say`HTTP ${status}, but the answer has no states: ${body.message ?? whyUnusable(body, entries)}`,
    ),
    reference: body.reference,
  };
  const retryAfterMs = askedWaitMs(status, headers, nowMs);
  return { kind: 'unavailable', status, error, retryAfterMs, mayHaveBeenApplied: true };
}

function whyUnusable({ shape }: ErrorBody, entries: number | null): TenantText {
  if (entries === 0) return say`its list of process_states is empty.`;
  if (entries !== null) return say`no entry of its process_states is CREATED, UPDATED or FAILED.`;
  return shape === 'empty' ? say`its body is empty.` : say`it contains no process_states.`;
}

const FIREWALL = 'A firewall or a proxy in front of the tenant refuses the request.';
const CHECK_URL = 'Check tenant-url: it must be the host that serves the API.';

function adviceFor(status: number, { shape }: ErrorBody): string {
  if (shape === 'html' && status === 403) return FIREWALL;
  if (status === 401 || status === 403)
    return 'Check that the app has the scope cidaas:bulk_user_create and belongs to this tenant.';
  if (status === 407) return 'Add the credentials of the proxy to HTTPS_PROXY.';
  return 'Check tenant-url: this address does not accept users.';
}
