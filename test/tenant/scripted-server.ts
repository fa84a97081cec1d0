import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a server does with a request that was read whole. */
export type Script = (response: ServerResponse, recorded: RecordedRequest, request: IncomingMessage) => void;

export interface ScriptedServer extends AsyncDisposable {
  readonly origin: string;
  readonly requests: readonly RecordedRequest[];
  /** TCP connections accepted so far. */
  readonly connections: () => number;
}

/** A real HTTP server on loopback that records every request and answers it as the script says. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const recorded = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    requests.push(recorded);
    script(response, recorded, request);
  });
  let connections = 0;
  server.on('connection', () => connections++);
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers the requests one after the other, each with its own reply; one more request than replies is answered 500. */
export function inTurn(...replies: readonly Script[]): Script {
  let turn = 0;
  return (...request) => (replies[turn++] ?? reply(500, 'No reply is left in the script.'))(...request);
}

/** A whole answer. An object becomes JSON. */
export function reply(
  status: number,
  body: string | object = '',
  headers: Readonly<Record<string, string>> = {},
): Script {
  return (response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Drops the connection instead of answering. */
export const hangUp: Script = (_response, _recorded, request) => request.socket.destroy();

/** Never answers. */
export const silence: Script = () => {};

/** Listens on a free loopback port and returns it. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** An origin on which nothing listens. */
export async function deadOrigin(): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
