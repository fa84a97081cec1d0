import type { Socket } from 'node:net';
import type { buildConnector, Dispatcher, Pool } from 'undici';
import { ConnectFailure } from './connect-failure.ts';
import { withoutContinue } from './unasked-continue.ts';

type Connector = buildConnector.connector;

export interface DispatcherOptions {
  /** Of the tenant. */
  readonly origin: string;
  /** Maximum number of open connections. */
  readonly connections: number;
  /** For a whole request. */
  readonly timeoutMs: number;
  /** Of `proxyFor`. */
  readonly proxy: string | null;
  /** Hosts that are connected to without the proxy. */
  readonly noProxy: string;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** Loads undici when it is needed: a plan needs no network. */
export async function openDispatcher(options: DispatcherOptions): Promise<Dispatcher> {
  const { origin, connections, timeoutMs, proxy, noProxy } = options;
  const undici = await import('undici');
  const timeout = Math.min(CONNECT_TIMEOUT_MS, timeoutMs);
  // One request per connection at a time: pipelined or multiplexed requests would fail together with a slow one.
  const shared = { connections, pipelining: 1, allowH2: false, connectTimeout: timeout };
  const direct = unasked(undici.buildConnector({ allowH2: false, timeout }));
  if (proxy === null) return new undici.Pool(origin, { ...shared, connect: direct });
  const via = new URL(proxy).host;
  return new undici.EnvHttpProxyAgent({
    ...shared,
    httpProxy: '',
    httpsProxy: proxy,
    noProxy,
    clientFactory: (url, { connect }: { connect?: Connector }) =>
      new undici.Pool(url, connect === undefined ? {} : { connect: marked(connect, 'proxy', via, null) }),
    factory: (target, { connect, ...given }: Pool.Options) => {
      // Only the agent for the proxy connects by a function of its own; it resolves when the tunnel is open.
      const isTunnel = typeof connect === 'function';
      // Shorter than the limit of a request, which would look like a tenant that does not answer.
      const limitMs = Math.min(CONNECT_TIMEOUT_MS, timeoutMs / 2);
      const open = isTunnel ? unasked(marked(connect, 'tunnel', via, limitMs)) : direct;
      return new undici.Pool(target, { ...given, connect: open });
    },
  });
}

/** The same connector, whose sockets have no unasked interim answers. */
function unasked(connector: Connector): Connector {
  return (options, callback) =>
    connector(options, (error, socket) => {
      if (error !== null) callback(error, null);
      else if (socket !== null) callback(null, withoutContinue(socket));
    });
}

/** The same connector, whose errors tell at which stage of the way through the proxy they happened. */
function marked(
  connector: Connector,
  stage: ConnectFailure['stage'],
  proxy: string,
  limitMs: number | null,
): Connector {
  return (options, callback) => {
    let isOver = false;
    const fail = (cause: Error | null): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      callback(new ConnectFailure(stage, proxy, cause), null);
    };
    const timer = limitMs === null ? undefined : setTimeout(() => fail(null), limitMs);
    const succeed = (socket: Socket): void => {
      if (isOver) return void socket.on('error', () => {}).destroy();
      isOver = true;
      clearTimeout(timer);
      callback(null, socket);
    };
    // After an error undici leaves the socket out.
    connector(options, (error, socket) => (socket ? succeed(socket) : fail(error)));
  };
}
