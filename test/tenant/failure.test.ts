import { describe, expect, test } from 'vitest';
import { ConnectFailure } from '../../src/tenant/connect-failure.ts';
import { classifyFailure } from '../../src/tenant/failure.ts';

function systemError(code: string, extra: { syscall?: string; hostname?: string } = {}): Error {
  return Object.assign(new Error(`${code} happened`), { code, ...extra });
}

describe('certain never to have left', () => {
  test.each([
    ['ECONNREFUSED', 'tenant.unreachable'],
    ['ENOTFOUND', 'tenant.unreachable'],
    ['EAI_AGAIN', 'tenant.unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'tenant.unreachable'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tenant.tls'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tenant.tls'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tenant.tls'],
  ])('%s is %s and may pass', (code, ours) => {
    expect(classifyFailure(systemError(code))).toMatchObject({ code: ours, mayHaveArrived: false, permanent: false });
  });

  test('a host that does not exist is named, a DNS that does not answer is not taken for one', () => {
    const lookUp = (code: string, hostname: string) =>
      classifyFailure(systemError(code, { syscall: 'getaddrinfo', hostname }))?.message;
    const unknownHost = systemError('ENOTFOUND', { syscall: 'getaddrinfo' });
    expect(classifyFailure(unknownHost)).toMatchObject({ isUnknownHost: true });
    expect(classifyFailure(systemError('EAI_AGAIN', { syscall: 'getaddrinfo' }))).toMatchObject({
      isUnknownHost: false,
    });
    expect(lookUp('ENOTFOUND', 'acme.cidas.de')).toBe(
      "There is no host acme.cidas.de (ENOTFOUND): the host name of tenant-url is misspelled, or this machine's DNS does not know it.",
    );
    expect(lookUp('EAI_AGAIN', 'acme.cidaas.de')).toBe(
      "The tenant's host name acme.cidaas.de could not be looked up (EAI_AGAIN): this machine's DNS does not answer.",
    );
    expect(lookUp('ENOTFOUND', 'a b\n::error::')).toContain('There is no host (ENOTFOUND)');
  });

  test.each([['EHOSTUNREACH'], ['ENETUNREACH'], ['ETIMEDOUT'], ['EADDRNOTAVAIL']])('%s while connecting', (code) => {
    expect(classifyFailure(systemError(code, { syscall: 'connect' }))).toMatchObject({
      code: 'tenant.unreachable',
      mayHaveArrived: false,
    });
  });

  test('all addresses of a host refused', () => {
    const error = new AggregateError([
      systemError('ENETUNREACH', { syscall: 'connect' }),
      systemError('ECONNREFUSED', { syscall: 'connect' }),
    ]);
    expect(classifyFailure(error)).toMatchObject({ code: 'tenant.unreachable', mayHaveArrived: false });
  });

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['SELF_SIGNED_CERT_IN_CHAIN'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['CERT_HAS_EXPIRED'],
    ['CERT_NOT_YET_VALID'],
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('%s is permanent, and the advice fits', (code) => {
    const failure = classifyFailure(systemError(code));
    expect(failure).toMatchObject({ code: 'tenant.certificate', mayHaveArrived: false, permanent: true });
    const helps = !/EXPIRED|NOT_YET|ALTNAME/.test(code);
    expect(failure?.message).toContain(helps ? 'set NODE_EXTRA_CA_CERTS' : 'NODE_USE_SYSTEM_CA do not help');
    if (helps) expect(failure?.message).toContain('NODE_USE_SYSTEM_CA to 1');
  });
});

describe('what a proxy does wrong is called the fault of the proxy, and never left', () => {
  const through = (stage: 'proxy' | 'tunnel', cause: Error | null) =>
    classifyFailure(new Error('request failed', { cause: new ConnectFailure(stage, 'proxy.example.com:3128', cause) }));

  test.each([
    [
      'proxy',
      systemError('ENOTFOUND', { syscall: 'getaddrinfo' }),
      'tenant.proxy',
      /host name of the proxy proxy.example.com:3128 .*NO_PROXY/,
    ],
    [
      'proxy',
      systemError('ECONNREFUSED', { syscall: 'connect' }),
      'tenant.proxy',
      /Could not connect to the proxy .*ECONNREFUSED.*HTTPS_PROXY/,
    ],
    ['proxy', systemError('UND_ERR_CONNECT_TIMEOUT'), 'tenant.proxy', /Could not connect to the proxy/],
    [
      'proxy',
      systemError('SELF_SIGNED_CERT_IN_CHAIN'),
      'tenant.proxy',
      /certificate of the proxy .*NODE_EXTRA_CA_CERTS/,
    ],
    ['proxy', systemError('ERR_SSL_WRONG_VERSION_NUMBER'), 'tenant.proxy', /Begin HTTPS_PROXY with http:/],
    [
      'tunnel',
      new Error('Proxy response (407) !== 200 when HTTP Tunneling'),
      'tenant.proxy',
      /requires credentials.*HTTP 407.*http:..user:password@/,
    ],
    [
      'tunnel',
      new Error('Proxy response (403) !== 200 when HTTP Tunneling'),
      'tenant.proxy',
      /refused .*HTTP 403.*allow CONNECT/,
    ],
    [
      'tunnel',
      new Error('Proxy response (502) !== 200 when HTTP Tunneling'),
      'tenant.proxy',
      /could not connect to the tenant .*HTTP 502/,
    ],
    ['tunnel', systemError('UND_ERR_PRX_CONN'), 'tenant.proxy', /did not connect to the tenant/],
    ['tunnel', null, 'tenant.proxy', /opened no connection to the tenant in time/],
    [
      'tunnel',
      Object.assign(new Error('Parse error'), { name: 'HTTPParserError', code: 'HPE_INVALID_CONSTANT' }),
      'tenant.proxy',
      /not an HTTP proxy/,
    ],
    [
      'tunnel',
      systemError('SELF_SIGNED_CERT_IN_CHAIN'),
      'tenant.certificate',
      /proxy.example.com:3128.*shows for the tenant.*inspects TLS.*NODE_EXTRA_CA_CERTS.*NODE_USE_SYSTEM_CA/,
    ],
    ['tunnel', systemError('ERR_SSL_WRONG_VERSION_NUMBER'), 'tenant.tls', /through the proxy/],
  ] as const)('%s: %s', (stage, cause, code, says) => {
    expect(through(stage, cause)).toMatchObject({ code, mayHaveArrived: false, message: expect.stringMatching(says) });
  });

  test('the failure to reach the proxy is found within that of the tunnel', () => {
    const inner = new ConnectFailure('proxy', 'proxy.example.com:3128', systemError('ECONNREFUSED'));
    expect(through('tunnel', inner)?.message).toContain('Could not connect to the proxy');
  });
});

describe('may have been applied', () => {
  test.each([
    ['ECONNRESET', 'tenant.connection_lost'],
    ['EPIPE', 'tenant.connection_lost'],
    ['EHOSTUNREACH', 'tenant.connection_lost'],
    ['UND_ERR_SOCKET', 'tenant.connection_lost'],
    ['UND_ERR_DESTROYED', 'tenant.connection_lost'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'tenant.connection_lost'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'tenant.connection_lost'],
    ['ETIMEDOUT', 'tenant.timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'tenant.timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'tenant.timeout'],
    ['UND_ERR_HEADERS_OVERFLOW', 'tenant.answer_unusable'],
  ])('%s is %s', (code, ours) => {
    expect(classifyFailure(systemError(code))).toMatchObject({ code: ours, mayHaveArrived: true, permanent: false });
  });

  test.each([['HPE_INVALID_CONSTANT'], [undefined]])('an answer that is no HTTP (%s)', (code) => {
    const error = Object.assign(new Error('Parse error'), { name: 'HTTPParserError', code });
    expect(classifyFailure(error)).toMatchObject({ code: 'tenant.answer_unusable', mayHaveArrived: true });
  });

  test('the overall time-out', () => {
    expect(classifyFailure(new DOMException('too long', 'TimeoutError'))).toMatchObject({
      code: 'tenant.timeout',
      mayHaveArrived: true,
    });
  });
});

test('a cause is looked at, a circle of causes ends', () => {
  const outer = new Error('fetch failed', { cause: systemError('ECONNREFUSED') });
  expect(classifyFailure(outer)).toMatchObject({ code: 'tenant.unreachable' });
  const circle = new Error('circle');
  circle.cause = circle;
  expect(classifyFailure(circle)).toBeNull();
});

test.each([
  [new TypeError('x is not a function')],
  [systemError('UND_ERR_INVALID_ARG')],
  [systemError('ERR_INVALID_CHAR')],
  ['a string'],
  [null],
])('a mistake of ours is no failure of the network: %s', (error) => {
  expect(classifyFailure(error)).toBeNull();
});
