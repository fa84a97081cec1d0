import type { TenantError } from './tenant-error.ts';
import { say, TenantText } from './tenant-text.ts';

/** The tenant refuses this client, or is not a tenant: no request of this run can succeed. Its message has only words of ours. */
export class TenantRefused extends Error {
  readonly error: TenantError;
  /** HTTP status, or null when there was no answer (an untrusted certificate). */
  readonly status: number | null;
  /** What was refused and why, in sentences; the reference number is in `error`. */
  readonly text: TenantText;
  /** One sentence: what to check. */
  readonly hint: string;

  constructor(error: TenantError, status: number | null, options?: ErrorOptions) {
    const what = isAboutTheWay(error) ? NO_TOKEN : 'The tenant did not issue an access token';
    super(`${what} (${error.code}).`, options);
    this.text = describe(what, error, status);
    this.name = 'TenantRefused';
    this.error = error;
    this.status = status;
    this.hint = hintFor(error, status);
  }
}

/** All attempts of the policy to get a token failed; later it may work. Its message has only words of ours. */
export class TenantUnavailable extends Error {
  readonly error: TenantError;
  readonly status: number | null;
  /** What failed and why, in sentences; the reference number is in `error`. */
  readonly text: TenantText;
  /** Milliseconds that the last answer asked to wait. */
  readonly retryAfterMs: number | null;
  /** Nothing has ever answered at the tenant's address, so it is probably wrong. */
  isUnreached = false;
  /** DNS answered that there is no such host, before anything was reached there. */
  isUnknownHost = false;

  constructor(error: TenantError, status: number | null, retryAfterMs: number | null, options?: ErrorOptions) {
    super(`${NO_TOKEN} (${error.code}).`, options);
    this.text = describe(NO_TOKEN, error, status);
    this.name = 'TenantUnavailable';
    this.error = error;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

const NO_TOKEN = 'Could not get an access token';

/** The tenant has not refused anything: a proxy or a certificate is in the way, and the message says what to do. */
export function isAboutTheWay({ code }: TenantError): boolean {
  return code === 'tenant.proxy' || code === 'tenant.certificate' || code === 'tenant.tls';
}

function describe(what: string, error: TenantError, status: number | null): TenantText {
  const http = status === null ? '' : ` (HTTP ${status}, ${error.code})`;
  return say`${TenantText.ours(what + http)}: ${error.message.asSentence()}`;
}

function hintFor({ code }: TenantError, status: number | null): string {
  switch (code) {
    case 'tenant.invalid_client':
    case 'tenant.unauthorized':
      return 'Check client-id and client-secret: that they are complete, not swapped, and belong to this tenant.';
    case 'tenant.unauthorized_client':
    case 'tenant.unsupported_grant_type':
      return 'Allow the grant type client_credentials for this app: its type must be NON_INTERACTIVE.';
    case 'tenant.invalid_scope':
    case 'tenant.forbidden':
      return 'Give the app the scope cidaas:bulk_user_create.';
    case 'tenant.redirected':
      return 'If the tenant has its own domain, use that one in tenant-url.';
    case 'tenant.certificate':
    case 'tenant.proxy':
      return 'Neither the client secret nor users were sent this way.';
    default:
      return status === 404 || status === 405
        ? 'Check tenant-url: this host does not serve the cidaas API.'
        : 'Check tenant-url, client-id and client-secret.';
  }
}
