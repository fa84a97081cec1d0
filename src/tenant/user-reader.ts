import { jsonObject } from './json-object.ts';
import { type Reading, readPart, type SetupRequests } from './setup-request.ts';

/**
 * Reads users back. Neither call is sure to be allowed to an app: what cannot be read is an answer as well. Throws only what
 * the token source throws, and the signal's reason.
 */
export interface UserReader {
  /** The user as the tenant shows it; null when there is none. */
  user(sub: string, signal: AbortSignal): Promise<Reading<Readonly<Record<string, unknown>> | null>>;
  /** Whether somebody bears this identifier or sub. */
  exists(identifier: string, signal: AbortSignal): Promise<Reading<boolean>>;
}

/** Source: docs.cidaas.com openapi 3.102–4.0.6 (`GET /user-srv/users/{sub}`, `POST /useractions-srv/userexistence`). */
export function createUserReader(requests: SetupRequests): UserReader {
  return {
    user: (sub, signal) =>
      readPart(
        requests,
        {
          // What a tenant answers as a sub may be anything, and half a character has no address.
          calls: [{ method: 'GET', path: `/user-srv/users/${encodeURIComponent(sub.toWellFormed())}` }],
          read: (data) => ({ value: jsonObject(data) }),
          absent: { value: null },
          scope: 'cidaas:users_read',
        },
        signal,
      ),
    exists: (identifier, signal) =>
      readPart(
        requests,
        {
          calls: [{ method: 'POST', path: '/useractions-srv/userexistence', body: { userId: identifier } }],
          // 204, or an answer that names no sub: nobody.
          read: (data) => ({ value: typeof jsonObject(data)?.sub === 'string' }),
          absent: { value: false },
          scope: 'cidaas:users_read',
        },
        signal,
      ),
  };
}
