import { jsonReply, type Reply } from './reply.ts';
import { type SandboxTenant, sandboxError } from './tenant.ts';

/** `POST /token-srv/token`: client credentials, as JSON or as a form. Errors have the OAuth shape. */
export function answerToken(tenant: SandboxTenant, body: string, contentType: string): Reply {
  const sent = readForm(body, contentType);
  const oauthError = (status: number, error: string, description: string) =>
    sandboxError(tenant, 'oauth', status, error, description);
  if (sent === null) return oauthError(400, 'invalid_request', 'the body is neither JSON nor a form');
  if (!sent.get('grant_type') || !sent.get('client_id')) {
    return oauthError(400, 'invalid_request', 'client_id and grant_type are required');
  }
  if (sent.get('client_id') !== tenant.client.id || sent.get('client_secret') !== tenant.client.secret) {
    return oauthError(tenant.behaviour.invalidClientStatus, 'invalid_client', 'client_id or client_secret is wrong');
  }
  if (sent.get('grant_type') !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'only client_credentials is supported');
  }
  const withScopes = tenant.behaviour.scopesClaim === 'present';
  return jsonReply(200, {
    access_token: tenant.tokens.issue(tenant.grant, tenant.url, tenant.client.id, withScopes),
    token_type: 'Bearer',
    expires_in: tenant.tokenLifetimeSeconds,
  });
}

/** The fields of a body that is a form or a JSON object; null for anything else. */
export function readForm(body: string, contentType: string): Map<string, unknown> | null {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return new Map(new URLSearchParams(body));
  if (!contentType.startsWith('application/json')) return null;
  try {
    return new Map(Object.entries(JSON.parse(body) ?? {}));
  } catch {
    return null;
  }
}
