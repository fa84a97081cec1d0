import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface LoadBalancer extends AsyncDisposable {
  readonly url: string;
  /** Bytes of the bodies of bulk requests that it let through. */
  readonly passed: readonly number[];
  /** The same of those that it reset. */
  readonly broken: readonly number[];
}

/** What a load balancer does to requests and answers. */
export interface Manners {
  /** Compresses every answer, whatever the client accepts. */
  readonly compress?: 'gzip' | 'br';
  /** Sends `100 Continue` before every answer. */
  readonly sendContinue?: boolean;
  /** Resets the connection of a request with a larger body. */
  readonly maxBytes?: number;
  /** Answers something that is not HTTP. */
  readonly speakGarbage?: boolean;
}

/** Stands in front of a tenant and passes requests on, with bad manners. */
export async function startLoadBalancer(target: string, manners: Manners): Promise<LoadBalancer> {
  const { compress, sendContinue = false, maxBytes = Number.POSITIVE_INFINITY, speakGarbage = false } = manners;
  const passed: number[] = [];
  const broken: number[] = [];
  const server = createServer((request) => void answer(request, request.socket));

  async function answer(request: IncomingMessage, socket: Socket): Promise<void> {
    const body = await buffer(request);
    const isBulk = request.url?.endsWith('/user/bulk') === true;
    if (isBulk) (body.length > maxBytes ? broken : passed).push(body.length);
    if (body.length > maxBytes) return void socket.resetAndDestroy();
    if (speakGarbage) return void socket.end('220 mail.example.com ESMTP\r\n');
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const isGet = request.method === 'GET';
    const reply = await fetch(new URL(request.url ?? '/', target), {
      method: request.method ?? 'POST',
      headers: { authorization, 'content-type': type },
      ...(isGet ? {} : { body }),
    });
    const plain = Buffer.from(await reply.arrayBuffer());
    const sent = compress === 'gzip' ? gzipSync(plain) : compress === 'br' ? brotliCompressSync(plain) : plain;
    // Below HTTP: Node would not send an interim answer that nobody asked for.
    if (sendContinue) socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    const encoding = compress === undefined ? '' : `content-encoding: ${compress}\r\n`;
    socket.write(
      `HTTP/1.1 ${reply.status} X\r\ncontent-type: application/json\r\n${encoding}content-length: ${sent.length}\r\nconnection: close\r\n\r\n`,
    );
    socket.end(sent);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    broken,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
