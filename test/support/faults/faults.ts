import type { EntryEdit } from '../../../src/sandbox/entry-edit.ts';
import type { Fault, FaultReply, UserTest } from '../../../src/sandbox/fault.ts';
import { GENERIC_CODE } from '../../../src/sandbox/process-state.ts';
import { type ErrorShape, htmlReply, jsonReply, noContentReply } from '../../../src/sandbox/reply.ts';

/** Answers `reply` whatever was asked; `applied` says whether the request was carried out before. */
export function replying(name: string, reply: FaultReply, applied = false): Fault {
  return { name, kind: 'reply', reply, applied };
}

/** An error in one of the shapes that are known. Nothing is applied. */
export function failing(status: number, shape: ErrorShape = 'service', code: number | string = GENERIC_CODE): Fault {
  return replying(`${status} ${shape}`, { status, headers: {}, shape, code, message: 'the request failed' });
}

/** 429. `retryAfter` in seconds, or a date for the other form of the header; without it the header is missing. */
export function tooManyRequests(retryAfter?: number | Date): Fault {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfterText(retryAfter) };
  return replying(retryAfter === undefined ? '429' : '429 retry-after', {
    status: 429,
    headers,
    shape: 'flat',
    code: 429,
    message: 'too many requests',
  });
}

/** 502, 503 or 504 with the HTML of a proxy; after the batch was applied or before. */
export function gatewayError(status: 502 | 503 | 504, applied: boolean, retryAfter?: number | Date): Fault {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfterText(retryAfter) };
  const title = { 502: 'Bad Gateway', 503: 'Service Temporarily Unavailable', 504: 'Gateway Time-out' }[status];
  return replying(`${status} ${applied ? 'after' : 'before'} the apply`, htmlReply(status, title, headers), applied);
}

/** The connection is reset once the request has arrived; nothing is applied. */
export function droppedBefore(): Fault {
  return { name: 'dropped before the apply', kind: 'drop', applied: false };
}

/** The connection is reset once the batch is applied. */
export function droppedAfter(): Fault {
  return { name: 'dropped after the apply', kind: 'drop', applied: true };
}

/** The batch is applied, and half of the answer arrives. */
export function truncated(): Fault {
  return { name: 'truncated', kind: 'truncate' };
}

/** No answer ever. */
export function hanging(applied: boolean): Fault {
  return { name: `hanging ${applied ? 'after' : 'before'} the apply`, kind: 'hang', applied };
}

/** The answer comes later, and is the right one unless another fault joins in. */
export function delayed(ms: number): Fault {
  return { name: `delayed by ${ms} ms`, kind: 'delay', ms };
}

/** 200 with something that is no JSON. */
export function garbage(): Fault {
  const body = '{"process_states":[{"sub":\u0000\ufffd,]';
  return replying('garbage', { status: 200, headers: { 'content-type': 'application/json' }, body }, true);
}

/** 200 with a page, as a captive proxy or a login form answers. */
export function htmlPage(): Fault {
  return replying('html page', htmlReply(200, 'Please log in'), true);
}

/** 200 without a body; the batch is applied. */
export function emptyBody(): Fault {
  return replying('empty body', { status: 200, headers: { 'content-type': 'application/json' }, body: '' }, true);
}

/** 204; the batch is applied. */
export function emptyAnswer(): Fault {
  return replying('204', noContentReply(), true);
}

/** 200 with a JSON object in which `process_states` is missing. */
export function withoutStates(): Fault {
  return replying('no process_states', jsonReply(200, { success: true, status: 200 }), true);
}

/** 200 around `success: false`; nothing is applied. */
export function unsuccessful(): Fault {
  const error = { shape: 'service', code: GENERIC_CODE, message: 'the request failed' } as const;
  return replying('success=false in 200', { status: 200, headers: {}, ...error });
}

/** The token is good no longer: a new one has to be fetched. */
export function revokedToken(): Fault {
  return { name: 'token revoked', kind: 'revoke' };
}

/** The 401 of the access guard, which no new token cures when it comes every time. */
export function accessDenied(): Fault {
  const message = 'Access denied for this resource';
  return replying('401 access guard', { status: 401, headers: {}, shape: 'guard', code: 401, message });
}

/** 403 with the error of a service. */
export function forbidden(): Fault {
  return failing(403);
}

/** A redirect that a careful client does not follow with its token. */
export function redirected(location: string): Fault {
  return replying('307', { status: 307, headers: { location }, body: '' });
}

/** 413 for more than so many users or bytes, from a proxy that speaks HTML. */
export function limited(limits: { readonly users?: number; readonly bytes?: number }): Fault {
  return { name: '413', kind: 'limit', users: limits.users ?? Infinity, bytes: limits.bytes ?? Infinity };
}

/** The whole batch is refused when it holds such a user. */
export function poisoned(hits: UserTest, status: 400 | 417 | 507 = 417, shape: ErrorShape = 'service'): Fault {
  const reply = { status, headers: {}, shape, code: GENERIC_CODE, message: 'validation failed' };
  return { name: `poison ${status}`, kind: 'poison', hits, reply };
}

/** Such users end FAILED in this request. */
export function rejecting(hits: UserTest, message = 'invalid email passed'): Fault {
  return { name: 'reject', kind: 'reject', hits, message };
}

/** Fields (`groups`, `customFields.x`) that are not stored though the answer says so. */
export function losing(fields: readonly string[], hits: UserTest = () => true): Fault {
  return { name: 'silent loss', kind: 'drop-fields', fields, hits };
}

/** An answer whose `process_states` are edited. */
export function answering(edit: EntryEdit): Fault {
  return { name: `entries ${edit.kind}`, kind: 'entries', edit };
}

function retryAfterText(retryAfter: number | Date): string {
  return typeof retryAfter === 'number' ? String(retryAfter) : retryAfter.toUTCString();
}
