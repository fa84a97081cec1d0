import {
  type Cause,
  CERTIFICATE,
  causesOf,
  certificateFailure,
  DNS,
  type Failure,
  HANDSHAKE,
  notReceived,
} from './cause.ts';
import { ConnectFailure } from './connect-failure.ts';
import { proxyFailure } from './proxy-failure.ts';
import type { TransportErrorCode } from './tenant-error.ts';
import { TenantText } from './tenant-text.ts';

/** A request that failed below HTTP, or whose answer is a redirect or too large. `status` is null when none was received. */
export class TransportError extends Error {
  readonly failure: Failure;
  readonly status: number | null;
  /** The message of the failure, with what the tenant wrote. */
  readonly text: TenantText;

  constructor(failure: Failure, options: ErrorOptions & { status?: number; text?: TenantText } = {}) {
    super(failure.message, options);
    this.name = 'TransportError';
    this.failure = failure;
    this.text = options.text ?? TenantText.ours(failure.message);
    this.status = options.status ?? null;
  }
}

/**
 * Classifies an error of the HTTP library. Pure. Returns null for an error that is not a network failure but a bug of this
 * tool: it must be thrown, not retried.
 */
export function classifyFailure(error: unknown): Failure | null {
  const throughProxy = connectFailureIn(error);
  if (throughProxy !== null) return proxyFailure(throughProxy, causesOf(throughProxy.cause));
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

/** The failed connection through a proxy that an error of the HTTP library wraps. */
function connectFailureIn(error: unknown): ConnectFailure | null {
  let cause = error;
  for (let depth = 0; depth < 10 && cause instanceof Error; depth++) {
    if (cause instanceof ConnectFailure) return innermost(cause);
    cause = cause.cause;
  }
  return null;
}

/** A tunnel that fails because the proxy cannot be reached wraps that failure. */
function innermost(failure: ConnectFailure): ConnectFailure {
  return failure.cause instanceof ConnectFailure ? innermost(failure.cause) : failure;
}

/** Failures that can only happen before the first byte of a request is sent: DNS, connecting, the TLS handshake. */
function failureBeforeSending({ code, syscall, hostname }: Cause): Failure | null {
  if (CERTIFICATE.test(code)) return certificateFailure('tenant.certificate', 'of the tenant', code);
  if (HANDSHAKE.test(code))
    return notReceived(
      'tenant.tls',
      `The TLS connection to the tenant failed (${code}). Check host and port of tenant-url.`,
    );
  if (DNS.test(code) || syscall === 'getaddrinfo')
    return { ...notReceived('tenant.unreachable', lookUpText(code, hostname)), isUnknownHost: code === 'ENOTFOUND' };
  if (code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect') {
    return notReceived('tenant.unreachable', `Could not connect to the tenant (${code}).`);
  }
  return null;
}

function lookUpText(code: string, hostname: string): string {
  // A name of the tenant has only such characters.
  const host = /^[\w.-]{1,253}$/.test(hostname) ? ` ${hostname}` : '';
  return code === 'ENOTFOUND'
    ? `There is no host${host} (${code}): the host name of tenant-url is misspelled, or this machine's DNS does not know it.`
    : `The tenant's host name${host} could not be looked up (${code}): this machine's DNS does not answer.`;
}

/** Failures after which the tenant may have received the request. */
function failureWhileSending({ code, name, message }: Cause): Failure | null {
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return maybeReceived('tenant.timeout', 'The tenant did not answer in time.');
  if (name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW')
    return maybeReceived('tenant.answer_unusable', `The answer was not valid HTTP (${code || name}). ${NOT_HTTP}`);
  // The message of undici for a 101 that was not asked for.
  if (message === 'bad upgrade')
    return maybeReceived('tenant.answer_unusable', `The answer changes the protocol (HTTP 101), unasked. ${NOT_HTTP}`);
  if (MISUSE.test(code)) return null;
  if (/^(E[A-Z]|UND_ERR|ERR_SSL|ERR_TLS|ERR_STREAM)/.test(code))
    return maybeReceived('tenant.connection_lost', `The connection broke before the answer was complete (${code}).`);
  return null;
}

/** Wrong use of the library or of Node: a bug of this tool. */
const MISUSE =
  /^(UND_ERR_INVALID_ARG|UND_ERR_INVALID_RETURN_VALUE|UND_ERR_NOT_SUPPORTED|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|ERR_INVALID_|ERR_ASSERTION|ERR_HTTP_)/;

const NOT_HTTP =
  'Check that tenant-url is the tenant, and that no proxy or load balancer in between changes its answers.';

function maybeReceived(code: TransportErrorCode, message: string): Failure {
  return { code, message, permanent: false, mayHaveArrived: true };
}
