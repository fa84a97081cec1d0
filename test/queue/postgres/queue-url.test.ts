import { expect, it } from 'vitest';
import { parseQueueUrl } from '../../../src/queue/postgres/queue-url.ts';

const problemOf = (text: string): string => {
  const parsed = parseQueueUrl(text);
  return 'problem' in parsed ? parsed.problem : 'none';
};

it('reads host, port, user, password and database, with TLS off loopback', () => {
  expect(parseQueueUrl('postgres://mig:p%40ss%2Fword@db.example.com:6432/fleet')).toEqual({
    url: {
      ...{ host: 'db.example.com', port: 6432, user: 'mig', password: 'p@ss/word', database: 'fleet' },
      tls: { rootCertPath: null },
    },
  });
});

it.each(['localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('needs no TLS on loopback: %s', (host) => {
  expect(parseQueueUrl(`postgresql://u:p@${host}/d`)).toMatchObject({ url: { port: 5432, tls: null } });
  expect(parseQueueUrl(`postgresql://u:p@${host}/d?sslmode=verify-full`)).toMatchObject({ url: { tls: {} } });
});

it.each(['disable', 'allow', 'prefer', 'no-verify'])('refuses sslmode=%s off loopback', (mode) => {
  expect(problemOf(`postgres://u:p@db.example.com/d?sslmode=${mode}`)).toContain('whose server is not verified');
  expect(problemOf(`postgres://u:p@localhost/d?sslmode=${mode}`)).toBe('none');
});

it.each(['require', 'verify-ca', 'verify-full'])('checks the certificate with sslmode=%s', (mode) => {
  expect(parseQueueUrl(`postgres://u:p@db.example.com/d?sslmode=${mode}`)).toMatchObject({ url: { tls: {} } });
});

it('takes a certificate authority that can be read', () => {
  const url = `postgres://u:p@db.example.com/d?sslrootcert=${encodeURIComponent(import.meta.filename)}`;
  expect(parseQueueUrl(url)).toMatchObject({ url: { tls: { rootCertPath: import.meta.filename } } });
  expect(problemOf('postgres://u:p@db.example.com/d?sslrootcert=/none.pem')).toContain('cannot be read');
});

it.each([
  'mysql://u:p@db/d',
  'postgres://db.example.com',
  'postgres://u:p@db.example.com',
  'postgres://u:geheim@',
  'postgres://u:geheim@db.example.com/d?options=-c%20x',
  'postgres://u:geheim@db.example.com/d?sslmode=maybe',
])('refuses %s without repeating the password', (text) => {
  expect(problemOf(text)).not.toBe('none');
  expect(problemOf(text)).not.toContain('geheim');
});
