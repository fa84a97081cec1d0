import { listsEntries } from './answer-entry.ts';
import { matchAnswers } from './answers.ts';
import type { BulkReply, OutgoingUser, TenantError } from './bulk-answer.ts';
import { type ErrorBody, parseErrorBody, saysFailure, tenantError } from './error-body.ts';
import type { TransportError } from './failure.ts';
import type { HttpReply } from './http.ts';
import { parseJson } from './json-object.ts';
import { isRetryableStatus, parseRetryAfter } from './retry-policy.ts';

/**
 * Says what an HTTP answer to a bulk request means. Pure. `status` of the result is the one that decided: an error body
 * inside a 2xx counts as the status it names itself, or as 417. `nowMs`: milliseconds of the epoch, for `Retry-After`.
 */
export function readBulkReply(users: readonly OutgoingUser[], reply: HttpReply, nowMs: number): BulkReply {
  const { status, text } = reply;
  if (status >= 300) return readError(status, parseErrorBody(text), reply, nowMs);
  const json = parseJson(text);
  if (saysFailure(json)) {
    const body = parseErrorBody(text);
    return readError(body.status ?? 417, body, reply, nowMs);
  }
  const answers = matchAnswers(users, json);
  return answers === null ? unusable(reply, listsEntries(json), nowMs) : { kind: 'answered', status, answers };
}

/** Says what a failure below HTTP means for a bulk request. */
export function readTransportError({ failure, status }: TransportError): BulkReply {
  const error: TenantError = { code: failure.code, message: failure.message, reference: null };
  if (failure.permanent) return { kind: 'forbidden', status, error };
  return { kind: 'unavailable', status, error, retryAfterMs: null, mayHaveBeenApplied: failure.mayHaveArrived };
}

/** No other content of the request would change these: the address, the method, the client or a proxy is wrong. */
const HOPELESS: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 407, 410, 411, 415, 426, 431, 501, 505]);

function readError(status: number, body: ErrorBody, { headers }: HttpReply, nowMs: number): BulkReply {
  const error = tenantError(status, body);
  if (status === 413) return { kind: 'too-large', status, error };
  // Only a 404 in the service's own words is about a user; any other says that nothing lives at this address.
  if (HOPELESS.has(status) || (status === 404 && body.shape !== 'service')) {
    return {
      kind: 'forbidden',
      status,
      error: { ...error, message: `${sentence(error.message)} ${adviceFor(status, body)}` },
    };
  }
  // 507 is cidaas's code of a failed validation: it does not pass by waiting, whatever status it comes with.
  if (body.code !== '507' && isRetryableStatus(status)) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], nowMs);
    return { kind: 'unavailable', status, error, retryAfterMs, mayHaveBeenApplied: true };
  }
  return { kind: 'refused', status, error };
}

function unusable({ status, headers, text }: HttpReply, entries: number | null, nowMs: number): BulkReply {
  const body = parseErrorBody(text);
  const error: TenantError = {
    // A list of states is the service's own answer: it is well, and silent about these users.
    code: entries === null ? 'tenant.answer_unusable' : 'tenant.answer_uncertain',
    message: `HTTP ${status}, but the answer names no states: ${body.message || wordsFor(body, entries)}`,
    reference: body.reference,
  };
  const retryAfterMs = parseRetryAfter(headers['retry-after'], nowMs);
  return { kind: 'unavailable', status, error, retryAfterMs, mayHaveBeenApplied: true };
}

function wordsFor({ shape }: ErrorBody, entries: number | null): string {
  if (entries === 0) return 'its list of process_states is empty.';
  if (entries !== null) return 'no entry of its process_states says CREATED, UPDATED or FAILED.';
  return shape === 'empty' ? 'its body is empty.' : 'it holds no process_states.';
}

function adviceFor(status: number, { shape }: ErrorBody): string {
  if (shape === 'html' && status === 403)
    return 'Something in front of the tenant refuses the request, a firewall or a proxy.';
  if (status === 401 || status === 403)
    return 'Check that the app has the scope cidaas:bulk_user_create and belongs to this tenant.';
  if (status === 407) return 'Put the credentials of the proxy into HTTPS_PROXY.';
  return 'Check tenant-url: this address does not take users.';
}

function sentence(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
