/** A user on its way: its row and the JSON text of its entity, serialised once at plan time. */
export interface OutgoingUser {
  readonly row: number;
  /** JSON text of a `CidaasUser`. */
  readonly body: string;
  /** The sub in the body; null or absent: it has none or several, look there. */
  readonly sub?: string | null;
}

/** What one answer of the tenant says about one row of the request. */
export type RowAnswer =
  | { readonly row: number; readonly state: 'created' | 'updated'; readonly sub: string | null }
  | {
      readonly row: number;
      readonly state: 'failed';
      readonly code: string;
      readonly message: string;
      readonly reference: string | null;
    }
  /** The answer does not tell what became of this row: send it again in a smaller request. */
  | { readonly row: number; readonly state: 'uncertain' };

/** What became of one request, after classification; everything that `apply` has to decide about. */
export type BulkReply =
  /** 2xx with a body that names states for at least some rows. */
  | { readonly kind: 'answered'; readonly status: number; readonly answers: readonly RowAnswer[] }
  /** 400, 417, 422 (or code/HTTP 507, a 404 in the service's own words): the request as a whole was refused because of what is in it. Split it. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: TenantError }
  /** 413: the request is too large. Halve it. */
  | { readonly kind: 'too-large'; readonly status: number; readonly error: TenantError }
  /**
   * 401 after one refresh, 403, refused credentials, a redirect, a certificate that cannot be trusted: no request of this
   * run can succeed. Stop. `status` is null when no HTTP answer came.
   */
  | { readonly kind: 'forbidden'; readonly status: number | null; readonly error: TenantError }
  /** 408, 429, 5xx, resets, timeouts, 2xx without a usable body: try again later. */
  | {
      readonly kind: 'unavailable';
      readonly status: number | null;
      readonly error: TenantError;
      /** Milliseconds the tenant asked to wait, already parsed from either form of `Retry-After`. */
      readonly retryAfterMs: number | null;
      /** False only when it is certain that the request never reached the tenant (refused connection, DNS, TLS). */
      readonly mayHaveBeenApplied: boolean;
    };

/** An error in the tenant's words, whatever shape its body had. `message` is user input: mask and escape it before showing. */
export interface TenantError {
  /** Dotted code of ours: `tenant.refused`, `tenant.507`, `tenant.timeout` … */
  readonly code: string;
  readonly message: string;
  /** `referenceNumber` or `refnumber` of the body: what cidaas support asks for. */
  readonly reference: string | null;
}
