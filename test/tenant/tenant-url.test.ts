import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoopback, parseTenantUrl } from '../../src/tenant/tenant-url.ts';

describe('a tenant URL that is taken', () => {
  test.each([
    ['https://acme.example.com', 'https://acme.example.com'],
    ['https://acme.example.com/', 'https://acme.example.com'],
    ['  https://acme.example.com  ', 'https://acme.example.com'],
    ['https://acme.example.com:443', 'https://acme.example.com'],
    ['HTTPS://ACME.Example.com', 'https://acme.example.com'],
    ['https://bücher.example.com', 'https://xn--bcher-kva.example.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.8.9.1', 'http://127.8.9.1'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://localhost:3000', 'https://localhost:3000'],
  ])('%s', (text, origin) => {
    expect(parseTenantUrl(text)).toEqual({ origin });
  });
});

describe('a tenant URL that is refused says what to change', () => {
  test.each([
    ['http://acme.example.com', 'https'],
    ['http://127.0.0.1.example.com', 'https'],
    ['http://localhost.example.com', 'https'],
    ['http://10.0.0.1', 'https'],
    ['https://acme.example.com/login', 'path'],
    ['https://acme.example.com//', 'path'],
    ['https://acme.example.com?x=1', 'query'],
    ['https://acme.example.com?', 'query'],
    ['https://acme.example.com#', 'fragment'],
    ['https://acme.example.com:8443', 'port'],
    ['https://acme.example.com:80', 'port'],
    ['https://@acme.example.com', 'credentials'],
    ['acme.example.com', 'has no scheme. Did you mean https://acme.example.com?'],
    ['', 'not a valid https URL'],
    ['https:acme.example.com', 'Did you mean https://acme.example.com?'],
    ['https://', 'not a valid https URL'],
    ['https:///acme.example.com', 'not a valid https URL'],
    ['https:\\\\acme.example.com', 'not a valid https URL'],
    ['https://acme.exa\nmple.com', 'not a valid https URL'],
    ['ftp://acme.example.com', 'not a valid https URL'],
    ['file:///etc/passwd', 'not a valid https URL'],
  ])('%j', (text, word) => {
    expect(parseTenantUrl(text)).toEqual({ problem: expect.stringContaining(word) });
  });

  test('every fault at once', () => {
    expect(parseTenantUrl('http://user:pass@acme.example.com:8080/a?b#c')).toEqual({
      problem: expect.stringMatching(/https.*credentials.*port.*path.*query.*fragment/),
    });
  });
});

test('credentials are refused and never repeated, wherever they are', () => {
  const word = fc.stringMatching(/^[a-z0-9/:%]{6,20}$/);
  fc.assert(
    fc.property(word, word, (user, password) => {
      const parsed = parseTenantUrl(`https://canary${user}:canary${password}@acme.example.com`);
      expect(parsed).toHaveProperty('problem');
      expect(JSON.stringify(parsed)).not.toContain('canary');
    }),
  );
});

test('loopback is what cannot leave this machine', () => {
  expect(['localhost', '127.0.0.1', '127.255.255.254', '[::1]'].every(isLoopback)).toBe(true);
  expect(['localhost.example.com', '128.0.0.1', '[::2]', '0.0.0.0', '127.example.com'].some(isLoopback)).toBe(false);
});
