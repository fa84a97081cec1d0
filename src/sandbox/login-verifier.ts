import type { PasswordHashInfo } from '../user/cidaas-user.ts';

/** The verifier of a tenant: its address, without `?action=compare`, and the token that it requires. */
export interface LoginVerifier {
  readonly url: string;
  readonly token?: string | undefined;
}

const TIMEOUT_MS = 20_000;

/** Whether cidaas leaves the check of this hash to the verifier. */
export function isForVerifier({ algorithmTypeId }: PasswordHashInfo): boolean {
  return algorithmTypeId.toUpperCase().startsWith('CUSTOM');
}

/** Asks the verifier as cidaas does. Null when it does not say whether the password is right. */
export async function askVerifier(
  { url, token }: LoginVerifier,
  { algorithmTypeId, passwordHash, hData }: PasswordHashInfo,
  password: string,
): Promise<boolean | null> {
  const address = new URL(url);
  address.searchParams.set('action', 'compare');
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ password, algorithm: algorithmTypeId, passwordVerification: { passwordHash, hData } }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.json()) as { readonly data?: { readonly verified?: unknown } } | null;
    const verified = answer?.data?.verified;
    return response.status === 200 && typeof verified === 'boolean' ? verified : null;
  } catch {
    return null;
  }
}
