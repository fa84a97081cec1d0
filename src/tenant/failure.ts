/** Why a request got no HTTP answer that could be used. */
export interface Failure {
  /** `tenant.unreachable`, `.certificate`, `.tls`, `.proxy`, `.timeout`, `.connection_lost`, `.answer_unusable`, `.redirected` or `.cancelled`. */
  readonly code: string;
  /** One sentence in our words; never holds user data or secrets. */
  readonly message: string;
  /** False only when it is certain that the request never reached the tenant. */
  readonly mayHaveArrived: boolean;
  /** True when sending again cannot help. */
  readonly permanent: boolean;
}

/** A request that failed below HTTP, or that was answered in a way that HTTP must not follow. `status` is null when no status came. */
export class TransportError extends Error {
  readonly failure: Failure;
  readonly status: number | null;

  constructor(failure: Failure, options: ErrorOptions & { status?: number } = {}) {
    super(failure.message, options);
    this.name = 'TransportError';
    this.failure = failure;
    this.status = options.status ?? null;
  }
}

/**
 * Says what a failure of the HTTP library means. Pure. Returns null for what is no failure of the network but a mistake of
 * ours: such an error is never retried, it must surface.
 */
export function classifyFailure(error: unknown): Failure | null {
  const causes = causesOf(error);
  for (const cause of causes) {
    const failure = certainFailure(cause);
    if (failure !== null) return failure;
  }
  for (const cause of causes) {
    const failure = uncertainFailure(cause);
    if (failure !== null) return failure;
  }
  return null;
}

/** One error as it is looked at: its system or library code, and what the system was doing. */
interface Cause {
  readonly code: string;
  readonly name: string;
  readonly message: string;
  readonly syscall: string;
}

/** The error, its causes and the members of aggregates (one per address tried), outermost first. Bounded: a cause may be circular. */
function causesOf(error: unknown): Cause[] {
  const found: Cause[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift();
    if (!(next instanceof Error)) continue;
    const { code, syscall }: NodeJS.ErrnoException = next;
    found.push({ code: text(code), syscall: text(syscall), name: next.name, message: next.message });
    if (next instanceof AggregateError) waiting.push(...next.errors);
    waiting.push(next.cause);
  }
  return found;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What can only happen before the first byte of a request leaves: name lookup, connecting, the tunnel, the TLS handshake. */
function certainFailure({ code, message, syscall }: Cause): Failure | null {
  if (CERTIFICATE.test(code)) {
    const hint =
      'If the tenant or a proxy uses a certificate authority of your own, name its PEM file in NODE_EXTRA_CA_CERTS.';
    return never('tenant.certificate', `The tenant's certificate cannot be trusted (${code}). ${hint}`, true);
  }
  if (HANDSHAKE.test(code))
    return never(
      'tenant.tls',
      `No TLS connection to the tenant could be made (${code}). Check host and port of tenant-url.`,
    );
  // The words of undici's ProxyAgent; it has no code of its own for an answer to CONNECT.
  const refusal = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
  if (refusal === '407')
    return never('tenant.proxy', 'The proxy asks for credentials (HTTP 407). Put them into HTTPS_PROXY.', true);
  if (refusal !== undefined)
    return never('tenant.proxy', `The proxy refused a connection to the tenant (HTTP ${refusal}).`);
  if (code.startsWith('UND_ERR_PRX') || code.startsWith('UND_ERR_SOCKS5'))
    return never('tenant.proxy', `The proxy gave no connection to the tenant (${code}).`);
  if (NAME.test(code) || syscall === 'getaddrinfo')
    return never('tenant.unreachable', `The tenant's host name could not be looked up (${code}). Check tenant-url.`);
  if (code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect') {
    return never('tenant.unreachable', `No connection to the tenant could be made (${code}).`);
  }
  return null;
}

function uncertainFailure({ code, name }: Cause): Failure | null {
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return maybe('tenant.timeout', 'The tenant did not answer in time.');
  if (name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW') {
    return maybe('tenant.answer_unusable', `The answer was no valid HTTP (${code || name}).`);
  }
  if (OURS.test(code)) return null;
  if (/^(E[A-Z]|UND_ERR|ERR_SSL|ERR_TLS|ERR_STREAM)/.test(code))
    return maybe('tenant.connection_lost', `The connection broke before the answer was complete (${code}).`);
  return null;
}

/** OpenSSL's verification results as Node spells them. Verification comes before the first byte of a request. */
const CERTIFICATE =
  /^(CERT_|CRL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME)|^(UND_ERR_PRX_TLS)$/;
/** Only alerts and parse errors of a handshake; a record error later may hit a request that is on its way. */
const HANDSHAKE =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|UNKNOWN_PROTOCOL|HTTP_REQUEST|NO_SHARED_CIPHER|DH_KEY_TOO_SMALL|(TLSV1|SSLV3)_(ALERT_PROTOCOL_VERSION|ALERT_HANDSHAKE_FAILURE|UNRECOGNIZED_NAME|ALERT_INSUFFICIENT_SECURITY))/;
const NAME = /^(ENOTFOUND|EAI_[A-Z]+)$/;
/** Wrong use of the library or of Node: a bug of this tool. */
const OURS =
  /^(UND_ERR_INVALID_ARG|UND_ERR_INVALID_RETURN_VALUE|UND_ERR_NOT_SUPPORTED|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|ERR_INVALID_|ERR_ASSERTION|ERR_HTTP_)/;

function never(code: string, message: string, permanent = false): Failure {
  return { code, message, permanent, mayHaveArrived: false };
}

function maybe(code: string, message: string): Failure {
  return { code, message, permanent: false, mayHaveArrived: true };
}
