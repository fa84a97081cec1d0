import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as body from '../../src/tenant/error-body.ts';
import { printed } from '../support/printed.ts';

const parseTenantError = (status: number, text: string) => printed(body.parseTenantError(status, text));
const parseErrorBody = (text: string) => printed(body.parseErrorBody(text));

const REFERENCE = '1600000000000-11111111-2222-4333-8444-555555555555';

describe('the error bodies of the API', () => {
  test('service error with a numeric code and a reference number', () => {
    const error = {
      code: 507,
      moreInfo: 'more',
      type: 'UsersException',
      status: 417,
      referenceNumber: REFERENCE,
      error: 'given_name is missing',
    };
    const text = JSON.stringify({ success: false, status: 417, error });
    expect(parseTenantError(417, text)).toEqual({
      code: 'tenant.507',
      message: 'given_name is missing',
      reference: REFERENCE,
    });
    expect(parseErrorBody(text)).toMatchObject({ shape: 'service', status: 417 });
  });

  test('flat error inside the ErrorResp wrapper, code as text', () => {
    const text = JSON.stringify({ ErrorResp: { success: false, status: 404, code: '10301', error: 'user not found' } });
    expect(parseTenantError(404, text)).toEqual({ code: 'tenant.10301', message: 'user not found', reference: null });
    expect(parseErrorBody(text).shape).toBe('service');
  });

  test('flat error without the wrapper', () => {
    const text = JSON.stringify({ success: false, status: 417, code: '507', error: 'invalid email passed' });
    expect(parseTenantError(417, text)).toEqual({
      code: 'tenant.507',
      message: 'invalid email passed',
      reference: null,
    });
  });

  test('access guard', () => {
    const text = JSON.stringify({ error: 'Access denied. You are not authorized', refnumber: REFERENCE });
    expect(parseTenantError(401, text)).toEqual({
      code: 'tenant.unauthorized',
      message: 'Access denied. You are not authorized',
      reference: REFERENCE,
    });
    expect(parseErrorBody(text).shape).toBe('guard');
  });

  test('OAuth', () => {
    const text = JSON.stringify({ error: 'invalid_client', error_description: 'client authentication failed' });
    expect(parseTenantError(400, text)).toEqual({
      code: 'tenant.invalid_client',
      message: 'client authentication failed',
      reference: null,
    });
  });

  test('OAuth without a description', () => {
    expect(parseTenantError(401, '{"error":"invalid_client"}')).toEqual({
      code: 'tenant.invalid_client',
      message: 'invalid_client',
      reference: null,
    });
  });

  test('error object without a code', () => {
    const text = JSON.stringify({
      success: false,
      status: 417,
      error: { error: 'login_failed', error_description: 'wrong password', view_type: 'LOGIN' },
    });
    expect(parseTenantError(417, text)).toEqual({ code: 'tenant.refused', message: 'wrong password', reference: null });
  });

  test('code as text in the error object', () => {
    const text = JSON.stringify({
      success: false,
      status: 400,
      error: { code: '24007', error: 'invalid token', referenceNumber: REFERENCE },
    });
    expect(parseTenantError(400, text)).toEqual({
      code: 'tenant.24007',
      message: 'invalid token',
      reference: REFERENCE,
    });
  });

  test('no body', () => {
    expect(parseTenantError(503, '')).toEqual({
      code: 'tenant.http_503',
      message: 'HTTP 503 without a body.',
      reference: null,
    });
    expect(parseTenantError(403, '  \n')).toMatchObject({ code: 'tenant.forbidden' });
  });

  test('HTML becomes its title, or its words', () => {
    const page = '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>';
    expect(parseTenantError(502, page)).toEqual({
      code: 'tenant.http_502',
      message: 'An HTML page: 502 Bad Gateway',
      reference: null,
    });
    const bare =
      '<!DOCTYPE html><html><head><style>p{}</style><script>alert(1)</script></head><body><p>Back&nbsp;soon</p></body></html>';
    expect(parseTenantError(503, bare).message).toBe('An HTML page: Back soon');
    expect(parseTenantError(503, '<html></html>').message).toBe('An HTML page.');
  });

  test('plain text', () => {
    expect(parseTenantError(504, 'upstream request timeout\n')).toEqual({
      code: 'tenant.http_504',
      message: 'upstream request timeout',
      reference: null,
    });
  });

  test('cut JSON is shown as text', () => {
    expect(parseTenantError(500, '{"success":false,"err')).toEqual({
      code: 'tenant.http_500',
      message: '{"s***":false,"err',
      reference: null,
    });
  });

  test('JSON of a gateway is not the service', () => {
    const text = JSON.stringify({
      timestamp: '2026-01-01',
      status: 404,
      error: 'Not Found',
      path: '/users-srv/user/bulk',
    });
    expect(parseErrorBody(text)).toMatchObject({ shape: 'json', status: 404, message: 'Not Found' });
  });
});

describe('code 507', () => {
  test.each([
    [417, '{"success":false,"error":"507 / invalid email passed"}'],
    [417, '{"success":false,"error":"error code: 507, invalid email passed"}'],
    [400, '{"success":false,"error":{"code":"507"}}'],
    [507, ''],
    [507, '<html><title>Insufficient Storage</title></html>'],
  ])('HTTP %i with %j', (status, text) => {
    expect(parseTenantError(status, text).code).toBe('tenant.507');
  });

  test('is not read out of other numbers', () => {
    expect(parseTenantError(417, '{"error":"mobile_number +4915075071507 507 is invalid"}').code).toBe(
      'tenant.refused',
    );
  });
});

test.each([
  [400, 'tenant.refused'],
  [401, 'tenant.unauthorized'],
  [403, 'tenant.forbidden'],
  [404, 'tenant.not_found'],
  [408, 'tenant.timeout'],
  [413, 'tenant.too_large'],
  [417, 'tenant.refused'],
  [422, 'tenant.refused'],
  [429, 'tenant.http_429'],
  [500, 'tenant.http_500'],
])('HTTP %i alone is %s', (status, code) => {
  expect(parseTenantError(status, '').code).toBe(code);
});

test('a code that only repeats the status says nothing new', () => {
  expect(parseTenantError(429, '{"code":429,"message":"slow down"}')).toEqual({
    code: 'tenant.http_429',
    message: 'slow down',
    reference: null,
  });
});

test('a code that is a sentence, or no code, is left out', () => {
  expect(parseTenantError(417, '{"code":"jane@example.com is bad","error":"x"}').code).toBe('tenant.refused');
  expect(parseTenantError(417, '{"code":{"a":1},"error":"x"}').code).toBe('tenant.refused');
});

test('whatever comes: one line, at most 300 characters, a code of ours, no throw', () => {
  const bodies = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 800 }),
    fc.json(),
    fc
      .record(
        {
          success: fc.boolean(),
          status: fc.anything(),
          code: fc.anything(),
          error: fc.anything(),
          refnumber: fc.anything(),
        },
        { requiredKeys: [] },
      )
      .map((value) => {
        try {
          return JSON.stringify(value);
        } catch {
          return '';
        }
      }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 400, max: 599 }), bodies, (status, text) => {
      const error = parseTenantError(status, text);
      expect(error.code).toMatch(/^tenant\.[a-z0-9_-]+$/);
      expect([...error.message].length).toBeLessThanOrEqual(320);
      expect(error.message).not.toMatch(/[\p{Cc}]/u);
      expect(error.reference === null || error.reference.length <= 100).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([['<html><title'], ['<html><script'], ['<'], ['</html'], ['"code '], ['{"a":'], ['507'], [' \\n']])(
  '16 MB of %j made to keep a pattern busy are read in no time',
  (piece) => {
    const text = piece.repeat(Math.ceil(16_000_000 / piece.length));
    expect(parseTenantError(500, text).message.length).toBeLessThanOrEqual(320);
  },
  10_000,
);
