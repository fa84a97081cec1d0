import type { AccessCheck } from './access.ts';

/** Which access tokens of the tenant are accepted. At least one of `audience` and `scope` must be set: the tenant issues tokens to all of its apps and users. */
export interface TenantTokenOptions {
  /** The claim `iss`, `https://acme.cidaas.de`. */
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string | null;
  readonly scope: string | null;
  /** Milliseconds since 1970. */
  readonly wallNow: () => number;
}

/** Only signatures with a key pair: `none` and those with a shared secret could be made by anyone who knows the public key. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
const FETCH_TIMEOUT_MS = 5_000;
/** How long fetched keys are used: a key that the tenant withdraws is refused after this time. */
const KEYS_MAX_AGE_MS = 10 * 60_000;
/** Not more often: a stranger can make up ids of keys. */
const FETCH_COOLDOWN_MS = 30_000;

/** Errors of jose that say nothing about the token. */
const OF_THE_FETCH: readonly string[] = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** Accepts OAuth 2 access tokens (JWT) that the tenant has signed. Its keys are fetched with the first token, and again for an unknown one. */
export async function tenantTokenAccess(options: TenantTokenOptions): Promise<AccessCheck> {
  const { createRemoteJWKSet, errors, jwtVerify } = await import('jose');
  const { issuer, jwksUrl, audience, scope, wallNow } = options;
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cacheMaxAge: KEYS_MAX_AGE_MS,
    cooldownDuration: FETCH_COOLDOWN_MS,
  });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, algorithms: ALGORITHMS, requiredClaims: ['exp'], currentDate: new Date(wallNow()) },
        ...(audience === null ? {} : { audience }),
      });
      return scope === null || scopesOf(payload).includes(scope) ? 'allowed' : 'refused';
    } catch (error) {
      return error instanceof errors.JOSEError && !OF_THE_FETCH.includes(error.code) ? 'refused' : 'unavailable';
    }
  };
}

/** cidaas writes a list `scopes`; others write `scope`, a text with blanks, or `scp`. */
function scopesOf(claims: { readonly [name: string]: unknown }): readonly unknown[] {
  return [claims.scopes, claims.scope, claims.scp].flatMap((value) =>
    typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [],
  );
}
