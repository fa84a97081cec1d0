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
  /** True when DNS answered that there is no such host. */
  readonly isUnknownHost?: boolean;
}

/** The parts of one error that are classified: its system or library code, and the failed system call. */
export interface Cause {
  readonly code: string;
  readonly name: string;
  readonly message: string;
  readonly syscall: string;
  /** What could not be looked up. */
  readonly hostname: string;
}

/** The error, its causes and the members of aggregates (one per address tried), outermost first. Bounded: a cause may be circular. */
export function causesOf(error: unknown): Cause[] {
  const found: Cause[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift();
    if (!(next instanceof Error)) continue;
    const { code, syscall, hostname }: NodeJS.ErrnoException & { readonly hostname?: unknown } = next;
    const names = { name: next.name, message: next.message, hostname: text(hostname) };
    found.push({ code: text(code), syscall: text(syscall), ...names });
    if (next instanceof AggregateError) waiting.push(...next.errors);
    waiting.push(next.cause);
  }
  return found;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** OpenSSL's verification results as Node spells them. Verification comes before the first byte of a request. */
export const CERTIFICATE =
  /^(CERT_|CRL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME)|^(UND_ERR_PRX_TLS)$/;
/** Only alerts and parse errors of a handshake; a later record error may hit a request that is being sent. */
export const HANDSHAKE =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|UNKNOWN_PROTOCOL|HTTP_REQUEST|NO_SHARED_CIPHER|DH_KEY_TOO_SMALL|(TLSV1|SSLV3)_(ALERT_PROTOCOL_VERSION|ALERT_HANDSHAKE_FAILURE|UNRECOGNIZED_NAME|ALERT_INSUFFICIENT_SECURITY))/;
export const DNS = /^(ENOTFOUND|EAI_[A-Z]+)$/;

/** `shown` completes "The certificate …". What helps depends on what is wrong with it. */
export function certificateFailure(code: TransportErrorCode, shown: string, reason: string): Failure {
  return notReceived(code, `The certificate ${shown} is not trusted (${reason}). ${certificateAdvice(reason)}`, true);
}

function certificateAdvice(reason: string): string {
  const noCa = 'NODE_EXTRA_CA_CERTS and NODE_USE_SYSTEM_CA do not help here.';
  if (/EXPIRED|NOT_YET_VALID/.test(reason))
    return `Check the clock of this machine, and have the certificate renewed. ${noCa}`;
  if (/ALTNAME|HOSTNAME_MISMATCH/.test(reason))
    return `It is for another host: check the host name, and what answers there. ${noCa}`;
  return 'If your company signs it, as a proxy that inspects TLS does, set NODE_EXTRA_CA_CERTS to the PEM file of its certificate authority, or NODE_USE_SYSTEM_CA to 1 if this machine trusts that authority. Otherwise check what answers there.';
}

/** A failure before the first byte of the request was sent. */
export function notReceived(code: TransportErrorCode, message: string, permanent = false): Failure {
  return { code, message, permanent, mayHaveArrived: false };
}
