import type { CidaasUser } from '../user/cidaas-user.ts';
import type { RequestKind } from './fault.ts';

/** A received request. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly kind: RequestKind;
  /** Number of the request within its kind, from 1. */
  readonly n: number;
  /** Bytes of the body. */
  readonly bytes: number;
  /** Users of a bulk request. */
  readonly users: number;
  /** The users themselves, as sent; only with `log: 'users'`. */
  readonly sent: readonly CidaasUser[];
  /** Names of its faults. */
  readonly faults: readonly string[];
  /** Status of the response; null while there is none, or if the connection was dropped or left hanging. */
  readonly status: number | null;
}

/** Keeps the newest requests in order of arrival. */
export class RequestLog {
  readonly #limit: number;
  #entries: { -readonly [key in keyof LoggedRequest]: LoggedRequest[key] }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries.slice(-this.#limit);
  }

  /** Adds a request; the returned function sets the status of its response later. */
  add(request: Omit<LoggedRequest, 'status'>): (status: number) => void {
    const entry = { ...request, status: null as number | null };
    this.#entries.push(entry);
    // In batches, because removing the first entry at every request would move all others.
    if (this.#entries.length >= 2 * this.#limit) this.#entries = this.#entries.slice(-this.#limit);
    return (status) => {
      entry.status = status;
    };
  }
}
