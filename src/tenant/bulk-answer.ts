import type { TenantError } from './tenant-error.ts';
import type { TenantText } from './tenant-text.ts';

/** A user to be sent: its row and the JSON text of its entity, serialised once at plan time. */
export interface OutgoingUser {
  readonly row: number;
  /** JSON text of a `CidaasUser`. */
  readonly body: string;
  /** The sub in the body; null or absent when the body has none or may have several: then it must be parsed. */
  readonly sub?: string | null;
}

/** What one answer of the tenant means for one row of the request. */
export type RowAnswer =
  | {
      readonly row: number;
      readonly state: 'created' | 'updated';
      /** A string only when it is the one that was sent. */
      readonly sub: string | TenantText | null;
    }
  | ({ readonly row: number; readonly state: 'failed' } & TenantError)
  /** The answer does not show the outcome of this row: send it again in a smaller request. */
  | { readonly row: number; readonly state: 'uncertain' };

/** The classified result of one request: everything that `apply` has to decide about. */
export type BulkReply =
  /** 2xx with a body that has states for at least some rows. */
  | { readonly kind: 'answered'; readonly status: number; readonly answers: readonly RowAnswer[] }
  /** 400, 417, 422 (or code or HTTP status 507, or a 404 from the service itself): the content was refused as a whole. Split it. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: TenantError }
  /** 413: the request is too large. Halve it. */
  | { readonly kind: 'too-large'; readonly status: number; readonly error: TenantError }
  /**
   * 401 (after one refresh), 403, 404, 406 and the like that do not come from cidaas, a redirect, a page of a firewall: it may
   * be about one user, or about this client. Split it when the tenant accepted users before, otherwise stop.
   */
  | {
      readonly kind: 'blocked';
      readonly status: number;
      readonly error: TenantError;
      /** One sentence for the case that the client is refused: what to check. */
      readonly advice: string;
      /** False for an error status: what refused the request stands before the tenant. */
      readonly mayHaveBeenApplied: boolean;
    }
  /**
   * 401 after one refresh and 403 of cidaas, refused credentials, an untrusted certificate: no request of this run can succeed.
   * Stop. `status` is null when no HTTP answer came.
   */
  | { readonly kind: 'forbidden'; readonly status: number | null; readonly error: TenantError }
  /** 408, 429, 5xx, resets, timeouts, 2xx without a usable body: try again later. */
  | {
      readonly kind: 'unavailable';
      readonly status: number | null;
      readonly error: TenantError;
      /** Milliseconds that the tenant asked to wait, from `Retry-After` or its rate limit. */
      readonly retryAfterMs: number | null;
      /** False only when the request never reached the tenant (refused connection, DNS, TLS) or was refused (429, 503). */
      readonly mayHaveBeenApplied: boolean;
    };
