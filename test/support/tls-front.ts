import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { generate } from 'selfsigned';

/** A server of the test's own and its connections; closing ends them all. */
export interface Front extends AsyncDisposable {
  readonly port: number;
  /** Ends every connection and takes no further ones. */
  cut(): Promise<void>;
}

/** A name that never resolves (RFC 2606): only a proxy leads there. */
export const HIDDEN_HOST = 'tenant.invalid';

/**
 * TLS in front of a plain server on loopback, for `localhost` and `tenant.invalid`. Its certificate, which nobody has signed
 * but itself, is written to `caFile`.
 */
export async function startTlsFront(target: string, caFile: string): Promise<Front> {
  const altNames = [HIDDEN_HOST, 'localhost'].map((value) => ({ type: 2 as const, value }));
  const { cert, private: key } = await generate([{ name: 'commonName', value: HIDDEN_HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  await writeFile(caFile, cert);
  return front(createTlsServer({ cert, key }, (socket) => join(socket, connectTo(target))));
}

/** Passes connections on to a plain server, until it is cut. */
export async function startCable(target: string): Promise<Front> {
  return front(createTcpServer((socket) => join(socket, connectTo(target))));
}

export interface Proxy extends Front {
  readonly url: string;
  /** What was asked for, `tenant.invalid:443`. */
  readonly asked: readonly { readonly host: string; readonly headers: IncomingHttpHeaders }[];
  /** What a listener in the proxy would have seen of the requests. */
  seen(): string;
}

/** What a broken proxy does with a CONNECT: it answers with a status, closes the connection, or does nothing. */
export type ProxyFault = number | 'close' | 'silence';

/** An HTTP proxy that leads every CONNECT to one port on loopback, unless it is broken. */
export async function startProxy(port: number, credentials: string, fault: ProxyFault | null = null): Promise<Proxy> {
  const asked: { host: string; headers: IncomingHttpHeaders }[] = [];
  const chunks: Buffer[] = [];
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    asked.push({ host: url, headers });
    socket.on('error', () => undefined);
    if (fault === 'silence') return;
    if (fault === 'close') return void socket.destroy();
    if (fault !== null) return void socket.end(`HTTP/1.1 ${fault} No\r\nproxy-authenticate: Basic\r\n\r\n`);
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    });
    join(socket, upstream);
  });
  const listening = await front(server);
  const url = `http://${credentials}@127.0.0.1:${listening.port}`;
  return { ...listening, url, asked, seen: () => Buffer.concat(chunks).toString('latin1') };
}

function connectTo(target: string): Socket {
  const { hostname, port } = new URL(target);
  return connect(Number(port), hostname);
}

function join(a: Socket, b: Socket): void {
  a.on('error', () => b.destroy()).pipe(b);
  b.on('error', () => a.destroy()).pipe(a);
}

async function front(server: Server): Promise<Front> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const cut = (): Promise<void> => {
    closed ??= new Promise((resolve) => void server.close(() => resolve()));
    for (const socket of sockets) socket.resetAndDestroy();
    return closed;
  };
  return { port, cut, [Symbol.asyncDispose]: cut };
}
