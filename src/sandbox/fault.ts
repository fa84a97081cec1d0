import type { CidaasUser } from '../user/cidaas-user.ts';
import type { EntryEdit } from './entry-edit.ts';
import type { ErrorShape, Reply } from './reply.ts';

/**
 * One thing that goes wrong with one request. Several may hit the same request: those that come before the request is
 * applied are looked at first, in their order.
 */
export type Fault = { readonly name: string } & (
  | { readonly kind: 'delay'; readonly ms: number }
  /** Answers this instead of the truth, having applied the request first or not at all. */
  | { readonly kind: 'reply'; readonly reply: FaultReply; readonly applied: boolean }
  /** Closes the connection without a word. */
  | { readonly kind: 'drop'; readonly applied: boolean }
  /** Applies, then sends half of the answer and closes. */
  | { readonly kind: 'truncate' }
  /** Never answers; ends when the client gives up or the sandbox is closed. */
  | { readonly kind: 'hang'; readonly applied: boolean }
  /** Forgets every token issued so far, so that this request and all with an old token get a 401. */
  | { readonly kind: 'revoke' }
  /** 413 by a proxy in front, with an HTML body, for more users or bytes than this. */
  | { readonly kind: 'limit'; readonly users: number; readonly bytes: number }
  /** The whole batch is refused because of what one user holds. */
  | { readonly kind: 'poison'; readonly hits: UserTest; readonly reply: FaultReply }
  /** These users are FAILED this time; the next time they may pass (DNS that flaps). */
  | { readonly kind: 'reject'; readonly hits: UserTest; readonly message: string }
  /** These fields (`groups`, `customFields.x`) of users are lost, and the answer says nothing of it. */
  | { readonly kind: 'lose'; readonly fields: readonly string[]; readonly hits: UserTest }
  | { readonly kind: 'entries'; readonly edit: EntryEdit }
);

/** Picks users by what was sent of them. */
export type UserTest = (user: CidaasUser) => boolean;

/** A reply, or an error that the sandbox gives a reference number to. */
export type FaultReply =
  | Reply
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly shape: ErrorShape;
      readonly code: number | string;
      readonly message: string;
    };

/** What a fault plan may decide by. `n` counts the requests of this kind from 1, in the order of their arrival. */
export interface FaultRequest {
  readonly kind: RequestKind;
  readonly n: number;
  /** As sent; empty unless this is a bulk request with a readable body. */
  readonly users: readonly CidaasUser[];
  /** Size of the body. */
  readonly bytes: number;
}

/** `setup` are the field setup, role and group calls; `other` is whatever the sandbox does not know. */
export type RequestKind = 'token' | 'bulk' | 'existence' | 'user' | 'setup' | 'other';

/** Decides what goes wrong with a request. Pure: the same request meets the same faults. */
export type FaultPlan = (request: FaultRequest) => Fault | readonly Fault[] | null;

/** Plans a fault for the nth request of a kind (from 1), for those of a range or choice, or for every one. */
export function faultOn(
  kind: RequestKind,
  which: number | 'every' | ((n: number) => boolean),
  ...faults: Fault[]
): FaultPlan {
  const hits = which === 'every' ? () => true : typeof which === 'number' ? (n: number) => n === which : which;
  return (request) => (request.kind === kind && hits(request.n) ? faults : null);
}

/** All these plans at once. */
export function combineFaults(...plans: readonly FaultPlan[]): FaultPlan {
  return (request) => plans.flatMap((plan) => plan(request) ?? []);
}
