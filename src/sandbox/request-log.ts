import type { CidaasUser } from '../user/cidaas-user.ts';
import type { RequestKind } from './fault.ts';

/** A request as the sandbox saw it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly kind: RequestKind;
  /** Which request of its kind, from 1. */
  readonly n: number;
  /** Bytes of the body. */
  readonly bytes: number;
  /** Users of a bulk request. */
  readonly users: number;
  /** The users themselves, as sent; only with `log: 'users'`. */
  readonly sent: readonly CidaasUser[];
  /** Names of the faults that hit it. */
  readonly faults: readonly string[];
  /** Status of the answer; null while there is none, and when the connection was dropped or left hanging. */
  readonly status: number | null;
}

/** Keeps the newest requests in the order of their arrival. */
export class RequestLog {
  readonly #limit: number;
  #entries: { -readonly [key in keyof LoggedRequest]: LoggedRequest[key] }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries.slice(-this.#limit);
  }

  /** Notes a request; the returned function adds the status of the answer later. */
  add(request: Omit<LoggedRequest, 'status'>): (status: number) => void {
    const entry = { ...request, status: null as number | null };
    this.#entries.push(entry);
    // In one go now and then: shifting an entry off at each request would move all the others.
    if (this.#entries.length >= 2 * this.#limit) this.#entries = this.#entries.slice(-this.#limit);
    return (status) => {
      entry.status = status;
    };
  }
}
