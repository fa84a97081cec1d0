import { type Cause, CERTIFICATE, certificateFailure, DNS, type Failure, HANDSHAKE, notReceived } from './cause.ts';
import type { ConnectFailure } from './connect-failure.ts';

/** Classifies why a connection through a proxy could not be opened: what the proxy does wrong is not the tenant's fault. */
export function proxyFailure({ stage, proxy }: ConnectFailure, causes: readonly Cause[]): Failure {
  const certificate = causes.find(({ code }) => CERTIFICATE.test(code));
  const handshake = causes.find(({ code }) => HANDSHAKE.test(code));
  switch (stage) {
    case 'proxy':
      if (certificate !== undefined)
        return certificateFailure('tenant.proxy', `of the proxy ${proxy} (HTTPS_PROXY)`, certificate.code);
      if (handshake !== undefined)
        return notReceived(
          'tenant.proxy',
          `The proxy ${proxy} does not speak TLS (${handshake.code}). Begin HTTPS_PROXY with http:// instead of https://.`,
          true,
        );
      return toProxy(proxy, causes);
    case 'tunnel':
      if (certificate !== undefined)
        return certificateFailure(
          'tenant.certificate',
          `that the proxy ${proxy} (HTTPS_PROXY) shows for the tenant`,
          certificate.code,
        );
      if (handshake !== undefined)
        return notReceived(
          'tenant.tls',
          `The TLS connection to the tenant through the proxy ${proxy} (HTTPS_PROXY) failed (${handshake.code}). Check host and port of tenant-url, and whether the proxy lets TLS pass.`,
        );
      return throughProxy(proxy, causes);
  }
}

function toProxy(proxy: string, causes: readonly Cause[]): Failure {
  const name = causes.find(({ code, syscall }) => DNS.test(code) || syscall === 'getaddrinfo');
  if (name !== undefined)
    return notReceived(
      'tenant.proxy',
      `The host name of the proxy ${proxy} could not be looked up (${name.code}). Check HTTPS_PROXY; if the tenant is reached without a proxy, add its host to NO_PROXY.`,
    );
  return notReceived(
    'tenant.proxy',
    `Could not connect to the proxy ${proxy}${codeOf(causes)}. Check HTTPS_PROXY, and that the proxy runs and accepts connections from this machine; if the tenant is reached without a proxy, add its host to NO_PROXY.`,
  );
}

function throughProxy(proxy: string, causes: readonly Cause[]): Failure {
  // The message of undici's ProxyAgent, which has no error code for an answer to CONNECT.
  const refusals = causes.map(({ message }) => /^Proxy response \((\d{3})\)/.exec(message)?.[1]);
  const status = refusals.find((refusal) => refusal !== undefined);
  const at = `The proxy ${proxy} (HTTPS_PROXY)`;
  switch (status) {
    case undefined:
      break;
    case '407':
      return notReceived(
        'tenant.proxy',
        `${at} requires credentials, or does not accept the given ones (HTTP 407). Write them into HTTPS_PROXY as http://user:password@${proxy}, special characters percent-encoded; keep the value in a secret.`,
        true,
      );
    case '403':
    case '405':
      return notReceived(
        'tenant.proxy',
        `${at} refused a connection to the tenant (HTTP ${status}). Have it allow CONNECT to the host of tenant-url, port 443.`,
      );
    default:
      return notReceived(
        'tenant.proxy',
        `${at} could not connect to the tenant (HTTP ${status}). Check the host in tenant-url; if it is right, ask who runs the proxy whether it can look up and reach that host.`,
      );
  }
  if (causes.length === 0)
    return notReceived(
      'tenant.proxy',
      `${at} opened no connection to the tenant in time. Check that this is the address of an HTTP proxy, and that it can reach the tenant.`,
    );
  if (causes.some(({ name }) => name === 'HTTPParserError'))
    return notReceived(
      'tenant.proxy',
      `What answers at ${proxy} is not an HTTP proxy${codeOf(causes)}. Check host and port in HTTPS_PROXY.`,
    );
  return notReceived(
    'tenant.proxy',
    `${at} did not connect to the tenant${codeOf(causes)}. Check that it is an HTTP proxy that allows CONNECT to the host of tenant-url.`,
  );
}

function codeOf(causes: readonly Cause[]): string {
  const code = causes.findLast((cause) => cause.code !== '')?.code;
  return code === undefined ? '' : ` (${code})`;
}
