import { jsonObject, tryParseJson } from './json-object.ts';
import { firstLine, textOfHtml } from './message-text.ts';
import { referenceOnPage } from './page-reference.ts';
import { knownErrorCode, type StatusErrorCode, type TenantError } from './tenant-error.ts';
import { say, TenantText } from './tenant-text.ts';

/** The content of an error body, before codes and messages for the HTTP status are added. */
export interface ErrorBody {
  /**
   * `service`: an answer of the API itself (`success: false`, or the `ErrorResp` wrapper). `guard`: the access guard in front
   * of it (`refnumber`). `oauth`: `error` with `error_description`. `json`: other JSON. `html`, `text`, `empty`: not JSON.
   */
  readonly shape: 'service' | 'guard' | 'oauth' | 'json' | 'html' | 'text' | 'empty';
  /** The body's own code, cleaned (`507`, `invalid_client`), or null. */
  readonly code: string | null;
  /** The body's own HTTP status, when it names one between 400 and 599. */
  readonly status: number | null;
  /** Null when the body has no message. */
  readonly message: TenantText | null;
  readonly reference: TenantText | null;
}

/**
 * Reads an error answer of any shape into one form. Sources of the shapes: cidaas-sdk-php fixtures, the OpenAPI file of the
 * migration API, the iOS SDK (codes as strings), OAuth, the access guard, 204, and HTML or text of proxies in between.
 * Never throws.
 */
export function parseTenantError(status: number, text: string): TenantError {
  return toTenantError(status, parseErrorBody(text));
}

/** The same for a body that is already read. */
export function toTenantError(status: number, body: ErrorBody): TenantError {
  const own = body.code === String(status) ? null : body.code;
  return {
    ...errorCodes(own, codeOfStatus(status)),
    message: body.message ?? messageForStatus(status, body),
    reference: body.reference,
  };
}

/** The codes of an error for the code in its body: ours if it is known, else `other`, and the body's own for the report. */
export function errorCodes(code: string | null, other: TenantError['code']): Pick<TenantError, 'code' | 'bodyCode'> {
  const known = code === null ? null : knownErrorCode(code);
  return { code: known ?? other, bodyCode: code === null || known !== null ? null : TenantText.theirs(code) };
}

/** Reads an error body of any shape. Never throws. */
export function parseErrorBody(text: string): ErrorBody {
  const trimmed = text.trim();
  if (trimmed === '') return { shape: 'empty', code: null, status: null, message: null, reference: null };
  // Truncated or broken JSON is shown as text.
  const json = /^[[{"]/.test(trimmed) ? tryParseJson(trimmed) : undefined;
  if (json !== undefined) return readErrorJson(json);
  const page = textOfHtml(trimmed);
  if (page !== null)
    return { shape: 'html', code: null, status: null, message: page, reference: optional(referenceOnPage(trimmed)) };
  return {
    shape: 'text',
    code: codeInMessage(trimmed),
    status: null,
    message: TenantText.theirs(trimmed),
    reference: null,
  };
}

/** Reads an error body that is already parsed (`success: false` inside a 200, a failed entry of an answer). */
export function readErrorJson(value: unknown): ErrorBody {
  if (typeof value === 'string') return { ...parseErrorBody(''), shape: 'json', message: optional(value) };
  const outer = jsonObject(value);
  const body = jsonObject(outer?.ErrorResp) ?? outer ?? {};
  const inner = jsonObject(body.error) ?? {};
  const message = firstText(
    inner.error_description,
    body.error_description,
    inner.error,
    inner.message,
    body.message,
    body.error,
    inner.moreInfo,
    inner.type,
    body.moreInfo,
  );
  const shape = shapeOf(outer, body);
  // OAuth has its code where the other shapes have their message.
  const oauthCode = shape === 'oauth' ? body.error : null;
  const code =
    cleanCode(inner.code) ??
    cleanCode(body.code) ??
    cleanCode(body.error_code) ??
    cleanCode(oauthCode) ??
    codeInMessage(message);
  const reference = firstText(
    inner.referenceNumber,
    body.referenceNumber,
    inner.refnumber,
    body.refnumber,
    body.reference_number,
  );
  return {
    shape,
    code,
    status: statusIn(body.status) ?? statusIn(inner.status),
    message: optional(message),
    reference: optional(reference),
  };
}

/** Null for a text of which nothing can be seen. */
function optional(text: string | null): TenantText | null {
  return text === null || firstLine(text) === '' ? null : TenantText.theirs(text);
}

/** True for `success: false` in a body, wrapped or not: an error body, whatever the HTTP status. */
export function isFailureBody(value: unknown): boolean {
  const outer = jsonObject(value);
  const success = (jsonObject(outer?.ErrorResp) ?? outer)?.success;
  return success === false || success === 'false' || jsonObject(outer?.ErrorResp) !== null;
}

function firstText(...values: readonly unknown[]): string {
  for (const value of values) {
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return '';
}

function shapeOf(
  outer: Readonly<Record<string, unknown>> | null,
  body: Readonly<Record<string, unknown>>,
): ErrorBody['shape'] {
  if (isFailureBody(outer)) return 'service';
  if (body.refnumber !== undefined) return 'guard';
  if (typeof body.error === 'string' && (body.error_description !== undefined || /^[a-z]+(_[a-z]+)+$/.test(body.error)))
    return 'oauth';
  return 'json';
}

/** The code becomes part of a reported code, so only what looks like a code is accepted: never a sentence, never data. */
function cleanCode(value: unknown): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const code = String(value).trim().toLowerCase();
  return /^[a-z0-9][a-z0-9_-]{0,39}$/.test(code) && code !== '0' ? code : null;
}

/** The documentation shows 507 in the message (`507 / "invalid email passed"`); a bare number elsewhere may be anything. */
function codeInMessage(text: string): string | null {
  return /(^\W*|\b(code|error|status)\b[\s"'([:=#-]*)507\b/i.test(firstLine(text)) ? '507' : null;
}

function statusIn(value: unknown): number | null {
  const status = typeof value === 'string' ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599 ? status : null;
}

function codeOfStatus(status: number): StatusErrorCode {
  if (status === 507) return 'tenant.507';
  if (status === 401) return 'tenant.unauthorized';
  if (status === 403) return 'tenant.forbidden';
  if (status === 404) return 'tenant.not_found';
  if (status === 408) return 'tenant.timeout';
  if (status === 413) return 'tenant.too_large';
  return status === 429 || status >= 500 ? `tenant.http_${status}` : 'tenant.refused';
}

function messageForStatus(status: number, { shape }: ErrorBody): TenantText {
  return shape === 'empty' ? say`HTTP ${status} without a body.` : say`HTTP ${status} without a message.`;
}
