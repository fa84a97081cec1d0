import type { ServerResponse } from 'node:http';
import { type RecordedRequest, type ScriptedServer, scriptedServer } from '../tenant/scripted-server.ts';

/** Two access tokens of the form that cidaas has; the first one is not accepted for long. */
export const TOKENS = ['J4nQ7', 'W8kT2'].map((id) => {
  const claims = {
    sub: 'ANONYMOUS',
    scopes: ['cidaas:bulk_user_create', 'cidaas:users_read'],
    jti: `${id}-9f3c61d2a7`,
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', kid: id })}.${part(claims)}.${part({ signed: `c4n4ry-${id}-5e0b9a7d` })}`;
});

/** The entry of a user in the answer to a bulk request; `n`: its place in the whole export, from 0. */
type HostileEntry = (user: { readonly [field: string]: unknown }, n: number) => object;

export interface HostileTenant {
  readonly entry: HostileEntry;
  /** Instead of the entries, for the bulk request number `n` (from 0). */
  readonly bulk?: (n: number, users: readonly object[]) => HostileAnswer | null;
  readonly token?: () => HostileAnswer;
  /** Custom fields that every user must have. */
  readonly fields?: readonly string[];
  readonly roles?: readonly string[];
  readonly groupType?: string;
  /** A user that is read back. */
  readonly stored?: object;
}

export interface HostileAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | object;
}

/** A tenant that grants a token, refuses it after the first request with users, grants another, and says what a test wants. */
export async function startHostileTenant(tenant: HostileTenant): Promise<ScriptedServer> {
  let granted = 0;
  let bulk = 0;
  let place = 0;
  const answer = ({ path, body, headers }: RecordedRequest): HostileAnswer => {
    if (path === '/token-srv/token')
      return (
        tenant.token?.() ?? { status: 200, body: { access_token: TOKENS[Math.min(granted++, 1)], expires_in: 3600 } }
      );
    if (path === '/users-srv/user/bulk') {
      if (headers.authorization === `Bearer ${TOKENS[0]}`)
        return { status: 401, body: { success: false, status: 401, error: 'expired' } };
      const users = JSON.parse(body) as { readonly [field: string]: unknown }[];
      const first = place;
      const other = tenant.bulk?.(bulk++, users) ?? null;
      place += users.length;
      return (
        other ?? { status: 200, body: { process_states: users.map((user, at) => tenant.entry(user, first + at)) } }
      );
    }
    return { status: 200, body: { success: true, status: 200, data: setup(path, tenant) } };
  };
  return await scriptedServer((response: ServerResponse, recorded) => {
    const { status, headers = {}, body } = answer(recorded);
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

function setup(path: string, { fields = [], roles = [], groupType = 'plain', stored = {} }: HostileTenant): unknown {
  if (path.startsWith('/user-srv/users/')) return stored;
  if (path.endsWith('/graph/fields')) {
    const system = { fieldKey: 'email', fieldType: 'SYSTEM', dataType: 'EMAIL', enabled: true };
    const custom = { fieldType: 'CUSTOM', dataType: 'TEXT', enabled: true, required: true };
    return [system, ...fields.map((fieldKey) => ({ ...custom, fieldKey }))];
  }
  if (path.endsWith('/graph/roles')) return roles.map((role) => ({ role }));
  if (path.endsWith('/graph/grouptypes')) return [{ groupType, roleMode: 'no_roles', allowedRoles: [] }];
  if (path.startsWith('/groups-srv/usergroups/')) return { groupId: path.slice(path.lastIndexOf('/') + 1), groupType };
  return null;
}
