import { describe, expect, test } from 'vitest';
import { classifyFailure } from '../../src/tenant/failure.ts';

function systemError(code: string, extra: { syscall?: string } = {}): Error {
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
    ['UND_ERR_PRX_CONN', 'tenant.proxy'],
  ])('%s is %s and may pass', (code, ours) => {
    expect(classifyFailure(systemError(code))).toMatchObject({ code: ours, mayHaveArrived: false, permanent: false });
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
    ['UND_ERR_PRX_TLS'],
  ])('%s is permanent and names NODE_EXTRA_CA_CERTS', (code) => {
    const failure = classifyFailure(systemError(code));
    expect(failure).toMatchObject({ code: 'tenant.certificate', mayHaveArrived: false, permanent: true });
    expect(failure?.message).toContain('NODE_EXTRA_CA_CERTS');
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
