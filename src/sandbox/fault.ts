import type { CidaasUser } from '../user/cidaas-user.ts';
import type { EntryEdit } from './entry-edit.ts';
import type { ErrorShape, Reply } from './reply.ts';

/**
 * A fault of one request. A request can have several: faults before the request is applied come first, in order.
 */
export type Fault = { readonly name: string } & (
  | { readonly kind: 'delay'; readonly ms: number }
  /** Sends this response instead, after applying the request or without. */
  | { readonly kind: 'reply'; readonly reply: FaultReply; readonly applied: boolean }
  /** Closes the connection without a response. */
  | { readonly kind: 'drop'; readonly applied: boolean }
  /** Applies the request, sends half of the response and closes the connection. */
  | { readonly kind: 'truncate' }
  /** Never responds; ends when the client disconnects or the sandbox is closed. */
  | { readonly kind: 'hang'; readonly applied: boolean }
  /** Revokes all tokens, so that this and later requests with an old token get a 401. */
  | { readonly kind: 'revoke' }
  /** 413 of a proxy, with an HTML body, for more users or bytes than this. */
  | { readonly kind: 'limit'; readonly users: number; readonly bytes: number }
  /** The complete batch is refused because of one user. */
  | { readonly kind: 'poison'; readonly hits: UserTest; readonly reply: FaultReply }
  /** These users are FAILED this time and can succeed the next time (unreliable DNS). */
  | { readonly kind: 'reject'; readonly hits: UserTest; readonly message: string }
  /** These fields (`groups`, `customFields.x`) of users are dropped without notice in the response. */
  | { readonly kind: 'drop-fields'; readonly fields: readonly string[]; readonly hits: UserTest }
  | { readonly kind: 'entries'; readonly edit: EntryEdit }
);

/** Selects users by the data that was sent. */
export type UserTest = (user: CidaasUser) => boolean;

/** A reply, or an error that gets a reference number from the sandbox. */
export type FaultReply =
  | Reply
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly shape: ErrorShape;
      readonly code: number | string;
      readonly message: string;
    };

/** The input of a fault plan. `n` counts the requests of this kind from 1, in order of arrival. */
export interface FaultRequest {
  readonly kind: RequestKind;
  readonly n: number;
  /** As sent; empty unless this is a bulk request with a readable body. */
  readonly users: readonly CidaasUser[];
  /** Size of the body. */
  readonly bytes: number;
}

/**
 * `token`: client credentials; `login`: the password grant, at the same address; `status`: a new status of a user; `purge`: a
 * deletion; `setup`: field setup, role and group requests; `other`: unknown requests.
 */
export type RequestKind = 'token' | 'login' | 'bulk' | 'existence' | 'user' | 'status' | 'purge' | 'setup' | 'other';

/** Decides which faults a request has. Pure: the same request has the same faults. */
export type FaultPlan = (request: FaultRequest) => Fault | readonly Fault[] | null;

/** Faults for the nth request of a kind (from 1), for selected ones, or for every one. */
export function faultOn(
  kind: RequestKind,
  which: number | 'every' | ((n: number) => boolean),
  ...faults: Fault[]
): FaultPlan {
  const hits = which === 'every' ? () => true : typeof which === 'number' ? (n: number) => n === which : which;
  return (request) => (request.kind === kind && hits(request.n) ? faults : null);
}

/** Combines fault plans. */
export function combineFaults(...plans: readonly FaultPlan[]): FaultPlan {
  return (request) => plans.flatMap((plan) => plan(request) ?? []);
}
