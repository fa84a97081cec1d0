import { createHash, timingSafeEqual } from 'node:crypto';

/** `unavailable`: nothing is known about the token, because the keys of the tenant cannot be fetched. */
export type AccessVerdict = 'allowed' | 'refused' | 'unavailable';

/** Whether a request with this token may compare passwords. Never rejects. */
export type AccessCheck = (token: string) => Promise<AccessVerdict>;

/** A token that tenant and verifier know, of at least this many characters. */
export const MIN_TOKEN_LENGTH = 32;

/** Compares with one token, in a time that depends neither on it nor on its length. */
export function sharedTokenAccess(expected: string): AccessCheck {
  const digest = sha256(expected);
  return async (token) => (timingSafeEqual(sha256(token), digest) ? 'allowed' : 'refused');
}

/** What a request with this header may do: one of the checks must allow it. Without checks, everything is allowed. */
export async function accessOf(
  checks: readonly AccessCheck[],
  authorization: string | undefined,
): Promise<AccessVerdict> {
  if (checks.length === 0) return 'allowed';
  const [, token = ''] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === '') return 'refused';
  const verdicts: AccessVerdict[] = [];
  for (const check of checks) {
    verdicts.push(await check(token));
    if (verdicts.includes('allowed')) return 'allowed';
  }
  return verdicts.includes('unavailable') ? 'unavailable' : 'refused';
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
