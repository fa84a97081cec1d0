import { createServer } from 'node:http';
import { type Address, listen, urlHost } from './listen.ts';

/** The server of the metrics. */
export interface MetricsServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves `/metrics` and `/healthz` at an address of their own: what reads them needs no token that lets it compare passwords,
 * and the address of the verifier shows nothing of its use.
 */
export async function startMetricsServer(address: Address, metrics: () => string): Promise<MetricsServer> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, ({ method, url }, response) => {
    const isKnown = method === 'GET' && (url === '/metrics' || url === '/healthz');
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(!isKnown ? 'not found\n' : url === '/metrics' ? metrics() : 'ok\n');
  });
  server.maxConnections = 20;
  const port = await listen(server, address, '--metrics-port');
  return {
    url: `http://${urlHost(address)}:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
