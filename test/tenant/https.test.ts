import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listen } from './scripted-server.ts';

const run = promisify(execFile);
const CLIENT = fileURLToPath(new URL('https-client.ts', import.meta.url));
/** Only a proxy can reach it: names under `.invalid` never resolve (RFC 2606). */
const TENANT = 'https://tenant.invalid';

let folder = '';
let ca = '';
let port = 0;
const seen: { authorization: string | undefined; url: string | undefined }[] = [];
const server = createHttpsServer((request, response) => {
  seen.push({ authorization: request.headers.authorization, url: request.url });
  response.end('[]');
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenant-https-'));
  ca = join(folder, 'ca.pem');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'tenant.invalid' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'tenant.invalid' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  await writeFile(ca, cert);
  server.setSecureContext({ cert, key });
  port = await listen(server);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the client as its own process with only these variables set. */
async function request(origin: string, env: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  seen.length = 0;
  const { stdout } = await run(process.execPath, [CLIENT, origin], { env: { ...env, NODE_NO_WARNINGS: '1' } });
  expect(stdout).not.toContain('canary');
  return JSON.parse(stdout);
}

describe('a certificate', () => {
  test('of an unknown authority is a permanent error that names NODE_EXTRA_CA_CERTS', async () => {
    const result = await request(`https://localhost:${port}`, {});
    expect(result).toMatchObject({ code: 'tenant.certificate', permanent: true, mayHaveArrived: false });
    expect(result.message).toContain('NODE_EXTRA_CA_CERTS');
    expect(seen).toEqual([]);
  });

  test('of an authority in NODE_EXTRA_CA_CERTS is trusted', async () => {
    expect(await request(`https://localhost:${port}`, { NODE_EXTRA_CA_CERTS: ca })).toEqual({
      status: 200,
      text: '[]',
    });
    expect(seen).toEqual([{ authorization: 'Bearer canary-token', url: '/users-srv/user/bulk' }]);
  });

  test('for another host is a permanent error', async () => {
    const result = await request(`https://127.0.0.1:${port}`, { NODE_EXTRA_CA_CERTS: ca });
    expect(result).toMatchObject({ code: 'tenant.certificate', permanent: true, mayHaveArrived: false });
    expect(seen).toEqual([]);
  });
});

describe('an HTTPS proxy', () => {
  /** A CONNECT proxy that leads every host to the server above, or refuses with a status. */
  async function proxy(refuseWith: number | null = null) {
    const asked: { host: string | undefined; headers: IncomingHttpHeaders }[] = [];
    const passed: Buffer[] = [];
    const sockets: Socket[] = [];
    const through = createHttpServer();
    through.on('connect', (connectRequest, client: Socket) => {
      sockets.push(client);
      client.on('error', () => {});
      asked.push({ host: connectRequest.url, headers: connectRequest.headers });
      if (refuseWith !== null) return void client.end(`HTTP/1.1 ${refuseWith} No\r\n\r\n`);
      const upstream = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        client.on('data', (chunk: Buffer) => passed.push(chunk));
        client.pipe(upstream).pipe(client);
      });
      sockets.push(upstream);
      upstream.on('error', () => client.destroy());
    });
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      through.close();
    });
    const url = `http://user:canary-pass@127.0.0.1:${await listen(through)}`;
    return { url, asked, passed: () => Buffer.concat(passed).toString('latin1') };
  }

  test('tunnels the request, and sees nothing of it', async () => {
    const { url, asked, passed } = await proxy();
    expect(await request(TENANT, { HTTPS_PROXY: url, NODE_EXTRA_CA_CERTS: ca })).toEqual({ status: 200, text: '[]' });
    expect(asked.map(({ host }) => host)).toEqual(['tenant.invalid:443']);
    expect(asked[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('user:canary-pass')}`);
    expect(JSON.stringify(asked)).not.toContain('canary-token');
    expect(passed()).not.toContain('canary-token');
    expect(seen).toEqual([{ authorization: 'Bearer canary-token', url: '/users-srv/user/bulk' }]);
  });

  test('may be written in lower case, and without a scheme', async () => {
    const { url, asked } = await proxy();
    expect(await request(TENANT, { https_proxy: url.replace('http://', ''), NODE_EXTRA_CA_CERTS: ca })).toMatchObject({
      status: 200,
    });
    expect(asked).toHaveLength(1);
  });

  test.each([['tenant.invalid'], ['example.com, .invalid'], ['*']])(
    'is passed by for the hosts in NO_PROXY=%s',
    async (noProxy) => {
      const { url, asked } = await proxy();
      const result = await request(TENANT, { HTTPS_PROXY: url, NO_PROXY: noProxy });
      expect(result).toMatchObject({ code: 'tenant.unreachable', mayHaveArrived: false });
      expect(asked).toEqual([]);
    },
  );

  test('is not HTTP_PROXY, which is for plain http', async () => {
    const { url, asked } = await proxy();
    expect(await request(TENANT, { HTTP_PROXY: url })).toMatchObject({ code: 'tenant.unreachable' });
    expect(asked).toEqual([]);
  });

  test.each([
    [407, true],
    [403, false],
    [503, false],
  ])('that refuses with %i: permanent %s', async (status, permanent) => {
    const { url } = await proxy(status);
    const result = await request(TENANT, { HTTPS_PROXY: url, NODE_EXTRA_CA_CERTS: ca });
    expect(result).toMatchObject({
      code: 'tenant.proxy',
      permanent,
      mayHaveArrived: false,
      message: expect.stringContaining(String(status)),
    });
    expect(seen).toEqual([]);
  });

  test('does not make a certificate trusted', async () => {
    const { url } = await proxy();
    expect(await request(TENANT, { HTTPS_PROXY: url })).toMatchObject({
      code: 'tenant.certificate',
      permanent: true,
      mayHaveArrived: false,
    });
    expect(seen).toEqual([]);
  });
});
