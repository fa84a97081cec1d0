import { countAnswerEntries } from './answer-entry.ts';
import { matchAnswers } from './answers.ts';
import type { BulkReply, OutgoingUser } from './bulk-answer.ts';
import { type ErrorBody, isFailureBody, parseErrorBody, toTenantError } from './error-body.ts';
import type { TransportError } from './failure.ts';
import type { HttpReply } from './http.ts';
import { tryParseJson } from './json-object.ts';
import { isRetryableStatus, parseRetryAfter } from './retry-policy.ts';
import type { TenantError } from './tenant-error.ts';

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
export function readTransportError({ failure, status }: TransportError): BulkReply {
  const error: TenantError = { code: failure.code, message: failure.message, reference: null };
  if (failure.permanent) return { kind: 'forbidden', status, error };
  return { kind: 'unavailable', status, error, retryAfterMs: null, mayHaveBeenApplied: failure.mayHaveArrived };
}

/** Not caused by the content of the request: the address, the method, the client or a proxy is wrong. */
const NEVER_ACCEPTED: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 407, 410, 411, 415, 426, 431, 501, 505]);

function readError(status: number, body: ErrorBody, { headers }: HttpReply, nowMs: number): BulkReply {
  const error = toTenantError(status, body);
  if (status === 413) return { kind: 'too-large', status, error };
  // Only a 404 of the service itself is about a user; any other means that the address is wrong.
  if (NEVER_ACCEPTED.has(status) || (status === 404 && body.shape !== 'service')) {
    return {
      kind: 'forbidden',
      status,
      error: { ...error, message: `${sentence(error.message)} ${adviceFor(status, body)}` },
    };
  }
  // 507 is cidaas's code for a failed validation: waiting does not help, whatever the HTTP status.
  if (body.code !== '507' && isRetryableStatus(status)) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], nowMs);
    return { kind: 'unavailable', status, error, retryAfterMs, mayHaveBeenApplied: true };
  }
  return { kind: 'refused', status, error };
}

function unusable({ status, headers, text }: HttpReply, entries: number | null, nowMs: number): BulkReply {
  const body = parseErrorBody(text);
  const error: TenantError = {
    // A list of states comes from the service itself: it works, but its answer leaves these users out.
    code: entries === null ? 'tenant.answer_unusable' : 'tenant.answer_uncertain',
    message: `HTTP ${status}, but the answer has no states: ${body.message || whyUnusable(body, entries)}`,
    reference: body.reference,
  };
  const retryAfterMs = parseRetryAfter(headers['retry-after'], nowMs);
  return { kind: 'unavailable', status, error, retryAfterMs, mayHaveBeenApplied: true };
}

function whyUnusable({ shape }: ErrorBody, entries: number | null): string {
  if (entries === 0) return 'its list of process_states is empty.';
  if (entries !== null) return 'no entry of its process_states is CREATED, UPDATED or FAILED.';
  return shape === 'empty' ? 'its body is empty.' : 'it contains no process_states.';
}

function adviceFor(status: number, { shape }: ErrorBody): string {
  if (shape === 'html' && status === 403) return 'A firewall or a proxy in front of the tenant refuses the request.';
  if (status === 401 || status === 403)
    return 'Check that the app has the scope cidaas:bulk_user_create and belongs to this tenant.';
  if (status === 407) return 'Add the credentials of the proxy to HTTPS_PROXY.';
  return 'Check tenant-url: this address does not accept users.';
}

function sentence(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
