import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessOf, sharedTokenAccess } from '../../src/verifier/access.ts';
import { tenantTokenAccess } from '../../src/verifier/tenant-token.ts';
import { type OpenVerifier, openVerifier } from '../support/open-verifier.ts';

const HASH = '$digest-sha256$salt=none,pw=utf8$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg';
const TOKEN = 'a-token-of-at-least-32-characters';
const ISSUER = 'https://acme.cidaas.de';
const NOW = 1_800_000_000;

describe('a token of the tenant', async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256');
  let keys: Server;
  let jwksUrl: string;
  let open: OpenVerifier;
  let fetches = 0;

  const wanted = { audience: 'verifier-app', scope: 'cidaas:compare' };
  const access = (url = jwksUrl) =>
    tenantTokenAccess({ issuer: ISSUER, jwksUrl: url, ...wanted, wallNow: () => NOW * 1000 });

  beforeAll(async () => {
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
    keys = createServer((_, response) => {
      fetches++;
      response.end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    jwksUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/.well-known/jwks.json`;
    open = await openVerifier({ access: [await access()] });
  });
  afterAll(async () => {
    await open[Symbol.asyncDispose]();
    keys.close();
  });

  const CLAIMS = { iss: ISSUER, aud: 'verifier-app', scopes: ['cidaas:compare', 'other'], exp: NOW + 60 };
  const without = (claim: keyof typeof CLAIMS): JWTPayload =>
    Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));
  const signed = (claims: JWTPayload, header: object = {}, key: Parameters<SignJWT['sign']>[0] = privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
  const statusFor = async (token: string) => (await open.compare(HASH, 'password', { token })).status;

  test.each<[string, JWTPayload]>([
    ['the claims of cidaas', CLAIMS],
    ['several audiences', { ...CLAIMS, aud: ['web-shop', 'verifier-app'] }],
    ['its scopes as one text', { ...without('scopes'), scope: 'other cidaas:compare' }],
  ])('with %s is accepted, again and again until it expires', async (_, claims) => {
    const token = await signed(claims);
    expect([await statusFor(token), await statusFor(token)]).toEqual([200, 200]);
  });

  test.each<[string, JWTPayload]>([
    ['that has expired', { ...CLAIMS, exp: NOW - 1 }],
    ['that never expires', without('exp')],
    ['that is not valid yet', { ...CLAIMS, nbf: NOW + 60 }],
    ['of another tenant', { ...CLAIMS, iss: 'https://other.cidaas.de' }],
    ['for another app', { ...CLAIMS, aud: 'web-shop' }],
    ['without the scope', { ...CLAIMS, scopes: ['cidaas:compare-not'] }],
    ['without any scope', without('scopes')],
  ])('%s is refused', async (_, claims) => {
    expect(await statusFor(await signed(claims))).toBe(401);
  });

  test('signed with another key is refused', async () => {
    expect(await statusFor(await signed(CLAIMS, {}, other.privateKey))).toBe(401);
  });

  test('without a signature (alg none) is refused', async () => {
    const token = new UnsecuredJWT(CLAIMS).encode();
    expect(await statusFor(token)).toBe(401);
    const [, claims] = token.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'one' })).toString('base64url');
    for (const signature of ['', 'AAAA']) expect(await statusFor(`${none}.${claims}.${signature}`)).toBe(401);
  });

  test('signed with the public key as a shared secret (alg HS256) is refused', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    expect(await statusFor(await signed(CLAIMS, { alg: 'HS256' }, secret))).toBe(401);
  });

  test('that was changed is refused', async () => {
    const [head, , signature] = (await signed({ ...CLAIMS, exp: NOW - 1 })).split('.');
    const claims = Buffer.from(JSON.stringify(CLAIMS)).toString('base64url');
    expect(await statusFor(`${head}.${claims}.${signature}`)).toBe(401);
  });

  test('with made-up ids of keys does not make the verifier fetch the keys each time', async () => {
    const before = fetches;
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, at) => signed(CLAIMS, { kid: `made-up-${at}` })));
    for (const token of tokens) expect(await statusFor(token)).toBe(401);
    expect(fetches - before).toBeLessThanOrEqual(1);
  });

  test('says nothing while the keys cannot be fetched', async () => {
    const broken = await access('http://127.0.0.1:9/jwks.json');
    const token = await signed(CLAIMS);
    expect(await accessOf([broken], `Bearer ${token}`)).toBe('unavailable');
    expect(await accessOf([broken, await access()], `Bearer ${token}`)).toBe('allowed');
    expect(await accessOf([broken], undefined)).toBe('refused');
    await using own = await openVerifier({ access: [broken] });
    expect((await own.compare(HASH, 'password', { token })).status).toBe(503);
  });
});

describe('a shared token', () => {
  let open: OpenVerifier;
  beforeAll(async () => {
    open = await openVerifier({ access: [sharedTokenAccess(TOKEN)] });
  });
  afterAll(() => open[Symbol.asyncDispose]());

  test.each([
    ['none', {}],
    ['another one', { token: TOKEN.replace('a', 'b') }],
    ['its beginning', { token: TOKEN.slice(0, -1) }],
    ['a longer one', { token: `${TOKEN}x` }],
    ['another scheme', { headers: { authorization: `Basic ${TOKEN}` } }],
    ['an empty one', { headers: { authorization: 'Bearer ' } }],
  ])('is required: %s gets 401, and the body is not read', async (_, question) => {
    const reply = await open.ask('not even JSON', question);
    expect([reply.status, reply.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(reply.text).not.toContain(TOKEN.slice(0, 8));
  });

  test('is accepted, whatever the case of the scheme', async () => {
    for (const headers of [{ authorization: `Bearer ${TOKEN}` }, { authorization: `bearer ${TOKEN}` }])
      expect((await open.compare(HASH, 'password', { headers })).status).toBe(200);
  });
});
