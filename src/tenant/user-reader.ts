import { USER_BUDGET } from './answer-budget.ts';
import { jsonObject } from './json-object.ts';
import { type Reading, readPart, type SetupRequests } from './setup-request.ts';
import { TenantValue } from './tenant-value.ts';

/**
 * Reads users back. The app may lack the permission for either call: a user that cannot be read is a result, not an exception.
 * Throws only what the token source throws, and the signal's reason.
 */
export interface UserReader {
  /** The user as the tenant returns it; null when there is none. */
  user(sub: string, signal: AbortSignal): Promise<Reading<TenantValue | null>>;
  /** Whether a user has this identifier or sub. */
  exists(identifier: string, signal: AbortSignal): Promise<Reading<boolean>>;
}

/** Source: docs.cidaas.com openapi 3.102–4.0.6 (`GET /user-srv/users/{sub}`, `POST /useractions-srv/userexistence`). */
export function createUserReader(requests: SetupRequests): UserReader {
  return {
    user: (sub, signal) =>
      readPart(
        requests,
        {
          // A sub from the tenant may contain a lone surrogate, which cannot be encoded.
          calls: [
            { method: 'GET', path: `/user-srv/users/${encodeURIComponent(sub.toWellFormed())}`, budget: USER_BUDGET },
          ],
          read: (data) => ({ value: jsonObject(data) === null ? null : new TenantValue(data) }),
          absent: { value: null },
          scope: 'cidaas:users_read',
        },
        signal,
      ),
    exists: (identifier, signal) =>
      readPart(
        requests,
        {
          calls: [
            {
              method: 'POST',
              path: '/useractions-srv/userexistence',
              body: { userId: identifier },
              budget: USER_BUDGET,
            },
          ],
          // 204, or an answer without a sub: no such user.
          read: (data) => ({ value: typeof jsonObject(data)?.sub === 'string' }),
          absent: { value: false },
          scope: 'cidaas:users_read',
        },
        signal,
      ),
  };
}
