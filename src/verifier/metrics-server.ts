import { createServer } from 'node:http';
import { type Address, closeServer, listen, urlHost } from './listen.ts';

/** The server of the metrics. */
export interface MetricsServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves `/metrics` and `/healthz` at an address of their own: what reads them needs no token that lets it compare passwords,
 * and the address of the verifier shows nothing of its use.
 */
export async function startMetricsServer(
  address: Address,
  metrics: () => string,
  state: { readonly isClosing: boolean },
): Promise<MetricsServer> {
  const pageOf = (url: string | undefined): readonly [status: number, text: string] => {
    switch (url) {
      case '/metrics':
        return [200, metrics()];
      case '/healthz':
        return state.isClosing ? [503, 'closing\n'] : [200, 'ok\n'];
      default:
        return NOT_FOUND;
    }
  };
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, ({ method, url }, response) => {
    const [status, text] = method === 'GET' ? pageOf(url) : NOT_FOUND;
    response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(text);
  });
  server.maxConnections = 20;
  const port = await listen(server, address, '--metrics-port');
  return {
    url: `http://${urlHost(address)}:${port}`,
    [Symbol.asyncDispose]: () => closeServer(server, 0),
  };
}

const NOT_FOUND = [404, 'not found\n'] as const;
