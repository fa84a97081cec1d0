import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gate extends AsyncDisposable {
  readonly url: string;
  /** Most bulk requests that were in flight at a time. */
  readonly most: number;
}

/**
 * Stands in front of a tenant and lets bulk requests through only in groups of `size`: whoever sends fewer at a time waits
 * for ever, whoever sends more is counted. No clock is involved.
 */
export async function startGate(target: string, size: number): Promise<Gate> {
  let inFlight = 0;
  let most = 0;
  let held: (() => void)[] = [];
  const server = createServer((request, response) => void pass(request, response));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isBulk = request.url?.endsWith('/user/bulk') === true;
    if (isBulk) {
      most = Math.max(most, ++inFlight);
      await new Promise<void>((open) => {
        held.push(open);
        if (held.length < size) return;
        for (const release of held) release();
        held = [];
      });
    }
    const { authorization = '', 'content-type': contentType = '' } = request.headers;
    const answer = await fetch(new URL(request.url ?? '/', target), {
      method: 'POST',
      headers: { authorization, 'content-type': contentType },
      body: Buffer.concat(chunks),
    });
    const text = await answer.text();
    if (isBulk) inFlight--;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get most() {
      return most;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
