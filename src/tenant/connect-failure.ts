/** A connection that leads through a proxy could not be opened. Nothing of a request was sent. */
export class ConnectFailure extends Error {
  /** `proxy`: the connection to the proxy itself; `tunnel`: from there to the tenant, with the TLS handshake in it. */
  readonly stage: 'proxy' | 'tunnel';
  /** Host and port of the proxy. */
  readonly proxy: string;

  /** `cause`: null when it took too long. */
  constructor(stage: 'proxy' | 'tunnel', proxy: string, cause: Error | null) {
    super(`no connection through ${proxy}`, { cause: cause ?? undefined });
    this.name = 'ConnectFailure';
    this.stage = stage;
    this.proxy = proxy;
  }
}
