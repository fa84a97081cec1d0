import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it arrives at the front. */
export interface FrontRequest {
  readonly path: string;
  readonly body: string;
  /** Counts all requests from 1. */
  readonly n: number;
  /** Counts the requests of this path from 1. */
  readonly nth: number;
}

/** What the front does instead of passing a request on. */
export type FrontAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'reset';

interface SeenRequest extends FrontRequest {
  /** When it arrived, in ms of the process. */
  readonly at: number;
  readonly isPassed: boolean;
  /** Requests under way when it arrived, itself included. */
  readonly underWay: number;
}

export interface ScriptedFront extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

export const BULK = '/users-srv/user/bulk';

/** The block page of a firewall, with its incident number. */
export const BLOCK_PAGE =
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Your support ID is: 16405238436713829413</body></html>';

/**
 * A firewall or load balancer on loopback before a plain server: passes each request on unless the script answers it. A real
 * one takes some time for its answer, so requests that are sent together are under way together.
 */
export async function startScriptedFront(
  target: string,
  script: (request: FrontRequest) => FrontAnswer | null,
): Promise<ScriptedFront> {
  const seen: SeenRequest[] = [];
  let underWay = 0;
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    underWay++;
    response.on('close', () => underWay--);
    const body = await text(message);
    const path = message.url ?? '';
    const request = { path, body, n: seen.length + 1, nth: seen.filter((one) => one.path === path).length + 1 };
    const answer = script(request);
    seen.push({ ...request, at: performance.now(), isPassed: answer === null, underWay });
    if (answer === null) return pass(target, message, body, response);
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (answer === 'reset') message.socket.resetAndDestroy();
    else response.writeHead(answer.status, { 'content-type': 'text/html', ...answer.headers }).end(answer.body ?? '');
  };
  const server = createServer((message, response) => void handle(message, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(target: string, { method, url, headers }: IncomingMessage, body: string, response: ServerResponse): void {
  const { host: _, ...others } = headers;
  const upstream = open(new URL(url ?? '/', target), { method, headers: others }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', () => response.destroy());
  upstream.end(body);
}
