import type { TransportErrorCode } from './tenant-error.ts';

/** Why a request got no HTTP answer that could be used. */
export interface Failure {
  readonly code: TransportErrorCode;
  /** Our own text; never holds user data or secrets. */
  readonly message: string;
  /** False only when it is certain that the request never reached the tenant. */
  readonly mayHaveArrived: boolean;
  /** True when sending again cannot help. */
  readonly permanent: boolean;
}

/** A request that failed below HTTP, or whose answer is a redirect or too large. `status` is null when none was received. */
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
 * Classifies an error of the HTTP library. Pure. Returns null for an error that is not a network failure but a bug of this
 * tool: it must be thrown, not retried.
 */
export function classifyFailure(error: unknown): Failure | null {
  const causes = causesOf(error);
  for (const cause of causes) {
    const failure = failureBeforeSending(cause);
    if (failure !== null) return failure;
  }
  for (const cause of causes) {
    const failure = failureWhileSending(cause);
    if (failure !== null) return failure;
  }
  return null;
}

/** The parts of one error that are classified: its system or library code, and the failed system call. */
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

/** Failures that can only happen before the first byte of a request is sent: DNS, connecting, the tunnel, the TLS handshake. */
function failureBeforeSending({ code, message, syscall }: Cause): Failure | null {
  if (CERTIFICATE.test(code)) {
    const hint =
      'If the tenant or a proxy uses your own certificate authority, set NODE_EXTRA_CA_CERTS to its PEM file.';
    return notReceived('tenant.certificate', `The tenant's certificate is not trusted (${code}). ${hint}`, true);
  }
  if (HANDSHAKE.test(code))
    return notReceived(
      'tenant.tls',
      `The TLS connection to the tenant failed (${code}). Check host and port of tenant-url.`,
    );
  // The message of undici's ProxyAgent, which has no error code for an answer to CONNECT.
  const refusal = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
  if (refusal === '407')
    return notReceived('tenant.proxy', 'The proxy requires credentials (HTTP 407). Add them to HTTPS_PROXY.', true);
  if (refusal !== undefined)
    return notReceived('tenant.proxy', `The proxy refused a connection to the tenant (HTTP ${refusal}).`);
  if (code.startsWith('UND_ERR_PRX') || code.startsWith('UND_ERR_SOCKS5'))
    return notReceived('tenant.proxy', `The proxy did not connect to the tenant (${code}).`);
  if (DNS.test(code) || syscall === 'getaddrinfo')
    return notReceived(
      'tenant.unreachable',
      `The tenant's host name could not be looked up (${code}). Check tenant-url.`,
    );
  if (code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect') {
    return notReceived('tenant.unreachable', `Could not connect to the tenant (${code}).`);
  }
  return null;
}

/** Failures after which the tenant may have received the request. */
function failureWhileSending({ code, name }: Cause): Failure | null {
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return maybeReceived('tenant.timeout', 'The tenant did not answer in time.');
  if (name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW') {
    return maybeReceived('tenant.answer_unusable', `The answer was not valid HTTP (${code || name}).`);
  }
  if (MISUSE.test(code)) return null;
  if (/^(E[A-Z]|UND_ERR|ERR_SSL|ERR_TLS|ERR_STREAM)/.test(code))
    return maybeReceived('tenant.connection_lost', `The connection broke before the answer was complete (${code}).`);
  return null;
}

/** OpenSSL's verification results as Node spells them. Verification comes before the first byte of a request. */
const CERTIFICATE =
  /^(CERT_|CRL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME)|^(UND_ERR_PRX_TLS)$/;
/** Only alerts and parse errors of a handshake; a later record error may hit a request that is being sent. */
const HANDSHAKE =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|UNKNOWN_PROTOCOL|HTTP_REQUEST|NO_SHARED_CIPHER|DH_KEY_TOO_SMALL|(TLSV1|SSLV3)_(ALERT_PROTOCOL_VERSION|ALERT_HANDSHAKE_FAILURE|UNRECOGNIZED_NAME|ALERT_INSUFFICIENT_SECURITY))/;
const DNS = /^(ENOTFOUND|EAI_[A-Z]+)$/;
/** Wrong use of the library or of Node: a bug of this tool. */
const MISUSE =
  /^(UND_ERR_INVALID_ARG|UND_ERR_INVALID_RETURN_VALUE|UND_ERR_NOT_SUPPORTED|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|ERR_INVALID_|ERR_ASSERTION|ERR_HTTP_)/;

function notReceived(code: TransportErrorCode, message: string, permanent = false): Failure {
  return { code, message, permanent, mayHaveArrived: false };
}

function maybeReceived(code: TransportErrorCode, message: string): Failure {
  return { code, message, permanent: false, mayHaveArrived: true };
}
