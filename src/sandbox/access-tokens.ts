import { createHmac } from 'node:crypto';

/** Permissions of a token. */
export interface TokenGrant {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
}

interface IssuedToken {
  readonly expiresAt: number;
  readonly scopes: ReadonlySet<string>;
}

/** The tokens of one sandbox. They have the form of JWTs; only tokens stored here are valid. */
export class AccessTokens {
  readonly #issued = new Map<string, IssuedToken>();
  readonly #now: () => number;
  readonly #lifetimeMs: number;
  #count = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number, lifetimeSeconds: number) {
    this.#now = now;
    this.#lifetimeMs = lifetimeSeconds * 1000;
  }

  /** A new token; `withScopes`: whether it has the claim `scopes`. */
  issue(grant: TokenGrant, issuer: string, clientId: string, withScopes: boolean): string {
    const now = this.#now();
    for (const [token, { expiresAt }] of this.#issued) if (expiresAt <= now) this.#issued.delete(token);
    const seconds = Math.floor(now / 1000);
    const claims = {
      iss: issuer,
      aud: clientId,
      // The value that cidaas uses for a token without a user.
      sub: 'ANONYMOUS',
      ...(withScopes ? { scopes: grant.scopes } : {}),
      roles: grant.roles,
      groups: [],
      iat: seconds,
      exp: seconds + Math.floor(this.#lifetimeMs / 1000),
      jti: String(++this.#count),
    };
    const unsigned = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}`;
    const token = `${unsigned}.${createHmac('sha256', issuer).update(unsigned).digest('base64url')}`;
    this.#issued.set(token, { expiresAt: now + this.#lifetimeMs, scopes: new Set(grant.scopes) });
    return token;
  }

  /** The scopes of the token in an `Authorization` header; null without a valid token. */
  scopesOf(authorization: string | undefined): ReadonlySet<string> | null {
    if (authorization === undefined || !/^bearer /i.test(authorization)) return null;
    const token = this.#issued.get(authorization.slice('bearer '.length));
    return token !== undefined && token.expiresAt > this.#now() ? token.scopes : null;
  }

  revokeAll(): void {
    this.#issued.clear();
  }
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
