import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { FIREBASE_SIGNER_KEY } from '../../src/password/secret-id.ts';
import type { SourceSecrets } from '../../src/password/verify.ts';
import { serveSandbox } from '../../src/sandbox/serve.ts';
import { sharedTokenAccess } from '../../src/verifier/access.ts';
import { hashVectors } from '../password/hash-vectors.ts';
import { ndjson, openScenario, type ScenarioResult } from '../support/in-process.ts';
import { type OpenVerifier, openVerifier } from '../support/open-verifier.ts';

const TOKEN = 'a-token-of-at-least-32-characters';
const LOGIN = { id: 'web-shop', secret: 'web-shop-secret' };
const NAMES = [
  ...[
    'phpass of WordPress',
    'WordPress 6.8',
    'phpass of phpBB',
    'Shopware sha256, few rounds, in a column declared as md5',
  ],
  ...['Magento chain of MD5 and SHA-256', 'Firebase'],
];
/** Users of several systems in one export, as an operator would have them after a merger of shops. */
const users = NAMES.map((name, at) => {
  const vector = hashVectors().find((one) => one.name === name);
  if (vector === undefined) throw new Error(`no vector ${name}`);
  const parts = typeof vector.input === 'string' ? { value: vector.input } : vector.input;
  const algorithm = 'firebase' in parts ? 'firebase-scrypt' : 'auto';
  const row = { sub: `u-${at}`, email: `user${at}@example.com`, hash: parts.value, algorithm, salt: parts.salt };
  return { row, password: vector.password, secrets: vector.secrets, firebase: parts.firebase };
});
const { secrets = {}, firebase } = users.find((user) => user.firebase !== undefined) ?? {};
const MAPPING = stringify({
  fields: { sub: 'sub', email: 'email', userStatus: { value: 'VERIFIED' } },
  password: {
    ...{ from: 'hash', salt: 'salt', verifier: 'CUSTOM_LEGACY' },
    algorithm: { from: 'algorithm', table: { auto: 'auto', 'firebase-scrypt': 'firebase-scrypt' } },
    firebase: {
      ...{ rounds: firebase?.blockSize, mem_cost: firebase?.memCost },
      base64_salt_separator: Buffer.from(firebase?.separator ?? '').toString('base64'),
    },
  },
});

const start = (own: SourceSecrets): Promise<OpenVerifier> =>
  openVerifier({ pool: { secrets: own }, access: [sharedTokenAccess(TOKEN)] });

/** From the file to logins on a tenant that asks the verifier. */
async function migrate(verifier: { readonly url: string; readonly token?: string }): Promise<ScenarioResult> {
  await using scenario = await openScenario({ loginClient: LOGIN, verifier });
  await scenario.write('users.ndjson', ndjson(users.map(({ row }) => row)));
  await scenario.write('mapping.yml', MAPPING);
  const result = await scenario.run({
    ...{ export: 'users.ndjson', mapping: 'mapping.yml', 'verify-login': 'required' },
    ...{ 'login-client-id': LOGIN.id, 'login-client-secret': LOGIN.secret },
    'password-canary': users.map(({ row, password }) => `${row.email},"${password}"`).join('\n'),
  });
  for (const user of scenario.sandbox.users().values())
    expect(user.password_hash_info?.algorithmTypeId).toBe('CUSTOM_LEGACY');
  for (const secret of [
    TOKEN,
    LOGIN.secret,
    ...users.map(({ password }) => password).filter(({ length }) => length > 8),
  ])
    expect(result.everything).not.toContain(secret);
  return result;
}

it('users of WordPress, phpBB, Shopware, Magento and Firebase are imported and log in through the verifier', async () => {
  await using open = await start(secrets);
  const result = await migrate({ url: open.verifier.url, token: TOKEN });
  expect(result.report.totals).toMatchObject({ created: users.length });
  expect(result.report.login?.accounts.map(({ outcome }) => outcome)).toEqual(users.map(() => 'proved'));
  expect(await open.metrics()).toContain(`answers_total{status="200"} ${users.length}`);
});

it('a verifier with another signer key of Firebase is found by the login proof, before the other users are sent', async () => {
  await using open = await start({
    named: new Map([[FIREBASE_SIGNER_KEY, Buffer.from('another key of another project')]]),
  });
  const { report } = await migrate({ url: open.verifier.url, token: TOKEN });
  expect(report.outcome).toBe('aborted');
  expect(report.reason).toMatch(/^login\.refused/);
  expect(report.login?.accounts.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('proved'), 'refused']);
});

it.each([
  ['a verifier that cannot be reached', async () => 'http://127.0.0.1:9', TOKEN],
  ['a verifier that refuses the token of the tenant', async (open: OpenVerifier) => open.verifier.url, `${TOKEN}x`],
])('%s leaves the logins unproven, and does not call a password wrong', async (_, urlOf, token) => {
  await using open = await start(secrets);
  const { report } = await migrate({ url: await urlOf(open), token });
  expect(report.outcome).toBe('aborted');
  expect(new Set(report.login?.accounts.map(({ outcome }) => outcome))).toEqual(new Set(['unproven']));
});

it('`sandbox --verifier` asks the verifier at a login, with the token of the environment', async () => {
  await using open = await start({});
  await using sandbox = await serveSandbox(['--verifier', open.verifier.url], () => undefined, TOKEN);
  const call = async (path: string, body: object, token = '') => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as { access_token?: string; error?: unknown } };
  };
  const client = { client_id: sandbox.client.id, client_secret: sandbox.client.secret };
  const { body } = await call('/token-srv/token', { ...client, grant_type: 'client_credentials' });
  const passwordHash = '$P$BVrdsW/NUuXDi0Od0uUdk2SnJHHmQ01';
  const user = {
    ...{ sub: 's-1', userStatus: 'VERIFIED', email: 'a@example.com' },
    password_hash_info: { algorithmTypeId: 'CUSTOM_LEGACY', passwordHash, hData: { salt: '' } },
  };
  await call('/users-srv/user/bulk', [user], body.access_token);
  const login = { ...client, grant_type: 'password', username: 'a@example.com' };
  expect((await call('/token-srv/token', { ...login, password: 'bitnami' })).status).toBe(200);
  expect(await call('/token-srv/token', { ...login, password: 'wrong' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  });
  await expect(serveSandbox(['--verifier', 'ftp://a'], () => undefined)).rejects.toThrow(
    /must be the URL of a verifier/,
  );
});
