/** An error as the tenant reports it, whatever shape its body had. `message` is user input: mask and escape it before showing. */
export interface TenantError {
  readonly code: TenantErrorCode;
  readonly message: string;
  /** `referenceNumber` or `refnumber` of the body: what cidaas support asks for. */
  readonly reference: string | null;
}

export type TenantErrorCode = TransportErrorCode | StatusErrorCode | AnswerErrorCode | BodyErrorCode;

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

declare const fromBody: unique symbol;

/** `tenant.` and the code in an error body (`tenant.invalid_client`). The codes of cidaas are an open list, so only `bodyErrorCode` makes one. */
export type BodyErrorCode = string & { readonly [fromBody]: true };

/** `code`: cleaned, as `ErrorBody` has it. */
export function bodyErrorCode(code: string): BodyErrorCode {
  return `tenant.${code}` as BodyErrorCode;
}
