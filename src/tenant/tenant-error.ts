import type { TenantText } from './tenant-text.ts';

/** An error as the tenant reports it, whatever shape its body had. Only a `TenantDoor` prints its texts. */
export interface TenantError {
  /** One of our own codes: it decides what happens. */
  readonly code: TenantErrorCode;
  /** The code in the body when it is none that we know; a report shows it instead of `code` when it looks like a code. */
  readonly bodyCode: TenantText | null;
  readonly message: TenantText;
  /** `referenceNumber` or `refnumber` of the body: what cidaas support asks for. */
  readonly reference: TenantText | null;
}

export type TenantErrorCode = TransportErrorCode | StatusErrorCode | AnswerErrorCode | KnownErrorCode;

/** The request got no HTTP answer that could be used. */
export type TransportErrorCode =
  | 'tenant.unreachable'
  | 'tenant.certificate'
  | 'tenant.tls'
  | 'tenant.proxy'
  | 'tenant.timeout'
  | 'tenant.connection_lost'
  | 'tenant.answer_unusable'
  | 'tenant.redirected'
  | 'tenant.cancelled';

/** From the HTTP status, when the body has no code of its own. */
export type StatusErrorCode =
  | 'tenant.507'
  | 'tenant.unauthorized'
  | 'tenant.forbidden'
  | 'tenant.not_found'
  | 'tenant.timeout'
  | 'tenant.too_large'
  | 'tenant.refused'
  | `tenant.http_${number}`;

/** From an answer with states: a failed user without a code, or no state for a user. */
type AnswerErrorCode = 'tenant.failed' | 'tenant.answer_uncertain';

/** `tenant.` and a code in an error body that is known: those of OAuth, and numbers of up to three digits (HTTP, 507). */
type KnownErrorCode = `tenant.${(typeof KNOWN_CODES)[number]}` | `tenant.${number}`;

/**
 * Codes that reveal nothing, whatever the values of a user are. Source: RFC 6749 (4.1.2.1, 5.2), RFC 8628 (3.5) and
 * docs.cidaas.com, token service error codes.
 */
const KNOWN_CODES = [
  'access_denied',
  'authorization_pending',
  'expired_token',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'invalid_token',
  'server_error',
  'slow_down',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
] as const;

/** Our own code for a code in an error body, cleaned as `ErrorBody` has it; null when it is none that is known. */
export function knownErrorCode(code: string): KnownErrorCode | null {
  const word = KNOWN_CODES.find((known) => known === code);
  if (word !== undefined) return `tenant.${word}`;
  return /^[1-9]\d{0,2}$/.test(code) ? `tenant.${Number(code)}` : null;
}

/** An error in words of ours: nothing of the tenant is in it. */
export function ownError(code: TenantErrorCode, message: TenantText): TenantError {
  return { code, bodyCode: null, message, reference: null };
}
