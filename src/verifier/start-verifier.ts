import { randomBytes } from 'node:crypto';
import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { AccessCheck } from './access.ts';
import { compareListener } from './compare-listener.ts';
import { GuessLimit, type GuessLimitOptions } from './guess-limit.ts';
import { HashPool, type HashPoolOptions } from './hash-pool.ts';
import { type Address, closeServer, listen, urlHost } from './listen.ts';
import { startMetricsServer } from './metrics-server.ts';
import { readTlsFiles, renewTls, type TlsFiles, type TlsTexts } from './tls-files.ts';
import { VerifierMetrics } from './verifier-metrics.ts';

/** Everything a verifier is started with. */
export interface VerifierOptions {
  readonly address: Address;
  /** Null: plain HTTP, on loopback or behind a proxy. */
  readonly tls: TlsFiles | null;
  /** Empty: everything is allowed, on loopback. */
  readonly access: readonly AccessCheck[];
  readonly pool: HashPoolOptions;
  readonly guesses: GuessLimitOptions;
  /** Null: no metrics are served. */
  readonly metrics: Address | null;
  readonly limits: ConnectionLimits;
  /** How often a line of metrics is logged and the certificate read again, in milliseconds. */
  readonly minuteMs: number;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'error'>;
}

/** Limits against slow and many clients. Times in milliseconds. */
export interface ConnectionLimits {
  readonly maxConnections: number;
  /** From the connection, or the last answer, to the end of the next headers. */
  readonly headersMs: number;
  /** From the connection, or the last answer, to the end of the next body. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly idleMs: number;
  /** How long `close` waits for requests in flight. */
  readonly graceMs: number;
}

/** A running verifier. */
export interface Verifier extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** Of the page of metrics; null when there is none. */
  readonly metricsUrl: string | null;
  /** Takes no further requests, and waits for those in flight. */
  close(): Promise<void>;
}

/** Starts a verifier. @throws InputError for files that cannot be used, and for a port that is taken. */
export async function startVerifier(options: VerifierOptions): Promise<Verifier> {
  const { address, limits, clock, log } = options;
  await using started = new AsyncDisposableStack();
  const texts = options.tls === null ? null : await readTlsFiles(options.tls);
  const pool = started.use(await HashPool.start(options.pool));
  const guesses = new GuessLimit(options.guesses, randomBytes(32), clock.now);
  const metrics = new VerifierMetrics(clock.wallNow);
  const state = { isClosing: false };
  const gauges = () => ({ waiting: pool.waiting, busy: pool.busy, limitedHashes: guesses.size });
  const server = createLimitedServer(limits, texts);
  server.on('request', compareListener({ access: options.access, pool, guesses, metrics, now: clock.now }, log, state));
  const metricsServer =
    options.metrics === null
      ? null
      : started.use(await startMetricsServer(options.metrics, () => metrics.prometheus(gauges()), state));
  const port = await listen(server, address, '--port');
  const minute = setInterval(
    everyMinute(options, server, texts, () => metrics.line(gauges())),
    options.minuteMs,
  );
  const held = started.move();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    state.isClosing = true;
    clearInterval(minute);
    await closeServer(server, limits.graceMs);
    await held.disposeAsync();
    log.info(metrics.line(gauges()));
  };
  const closeOnce = () => (closing ??= close());
  return {
    url: `${texts === null ? 'http' : 'https'}://${urlHost(address)}:${port}`,
    metricsUrl: metricsServer?.url ?? null,
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  };
}

function createLimitedServer(limits: ConnectionLimits, texts: TlsTexts | null): Server | TlsServer {
  const options: ServerOptions = {
    ...{ headersTimeout: limits.headersMs, requestTimeout: limits.requestMs, keepAliveTimeout: limits.idleMs },
    ...{ connectionsCheckingInterval: Math.min(1_000, limits.headersMs), maxHeaderSize: 8 * 1024 },
  };
  const server =
    texts === null
      ? createServer(options)
      : createTlsServer({ ...options, ...texts, minVersion: 'TLSv1.2', handshakeTimeout: limits.headersMs });
  server.maxConnections = limits.maxConnections;
  return server;
}

function everyMinute(
  { tls, log }: VerifierOptions,
  server: Server | TlsServer,
  first: TlsTexts | null,
  line: () => string,
): () => void {
  let texts = first;
  return () => {
    log.info(line());
    if (tls === null || texts === null) return;
    renewTls(server as TlsServer, tls, texts).then(
      (renewed) => {
        if (renewed !== texts) log.info('The certificate was renewed.');
        texts = renewed;
      },
      (error: Error) => log.error(`The old certificate stays in use: ${error.message}`),
    );
  };
}
