import { readHashInfo } from '../password/hash-info.ts';
import { UncheckableHash } from '../password/uncheckable-hash.ts';
import { verifyHash } from '../password/verify.ts';
import type { PasswordHashInfo } from '../user/cidaas-user.ts';
import { IDENTIFIER_KINDS } from './apply-user.ts';
import { askVerifier, isForVerifier, type LoginVerifier } from './login-verifier.ts';
import { jsonReply, type Reply } from './reply.ts';
import { type SandboxTenant, sandboxError } from './tenant.ts';
import { readForm } from './token-endpoint.ts';

/**
 * `POST /token-srv/token` with the password grant: checks the hash as cidaas would, or asks the verifier of the tenant, if it has
 * one. It knows no secrets of the source: those are for the verifier. A wrong password and an unknown user are `invalid_grant`; an
 * account that is not VERIFIED, or whose hash neither can check, gets another error.
 */
export async function answerLogin(tenant: SandboxTenant, body: string, contentType: string): Promise<Reply> {
  const sent = readForm(body, contentType);
  const text = (name: string): string => String(sent?.get(name) ?? '');
  const refusal = clientError(tenant, text('client_id'), text('client_secret'));
  if (refusal !== null) return refusal;
  const sub = tenant.store.find(text('username'), IDENTIFIER_KINDS);
  const account = sub === undefined ? undefined : tenant.store.get(sub)?.account;
  const invalid = sandboxError(tenant, 'oauth', 400, 'invalid_grant', 'user name or password is wrong');
  if (sub === undefined || !account) return invalid;
  if (account.userStatus !== 'VERIFIED')
    return sandboxError(tenant, 'bare', 417, 'user_not_verified', 'the account is not verified');
  const isRight = await matches(tenant.verifier, account.password_hash_info, text('password'));
  if (isRight === null)
    return sandboxError(tenant, 'bare', 417, 'verifier_unavailable', 'no verifier could check this hash');
  if (!isRight) return invalid;
  tenant.store.note(sub, { lastLoggedInTime: new Date(tenant.now()).toISOString() });
  const token = tenant.tokens.issue({ scopes: [], roles: [] }, tenant.url, text('client_id'), false);
  return jsonReply(200, { access_token: token, token_type: 'Bearer', expires_in: tenant.tokenLifetimeSeconds, sub });
}

/** The error for an app that does not exist or has no password grant; null if it may log users in. */
function clientError(tenant: SandboxTenant, id: string, secret: string): Reply | null {
  const { client, loginClient, behaviour } = tenant;
  if (loginClient !== null && id === loginClient.id && secret === loginClient.secret) return null;
  if (id !== client.id || secret !== client.secret) {
    const message = 'client_id or client_secret is wrong';
    return sandboxError(tenant, 'oauth', behaviour.invalidClientStatus, 'invalid_client', message);
  }
  if (behaviour.passwordGrant === 'offered') return null;
  return sandboxError(tenant, 'oauth', 400, behaviour.passwordGrant, 'this app may not use the password grant');
}

/** Null when only a verifier could check it, and there is none or it cannot. */
async function matches(
  verifier: LoginVerifier | null,
  info: PasswordHashInfo | undefined,
  password: string,
): Promise<boolean | null> {
  if (info === undefined) return false;
  if (verifier !== null && isForVerifier(info)) return await askVerifier(verifier, info, password);
  const readings = readHashInfo(info);
  try {
    for (const { hash } of readings) if (await verifyHash(hash, password)) return true;
  } catch (error) {
    if (error instanceof UncheckableHash) return null;
    throw error;
  }
  return readings.length === 0 ? null : false;
}
