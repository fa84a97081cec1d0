import { readFileSync } from 'node:fs';

/** Where the database is, and how the connection to it is checked. */
export interface QueueUrl {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Null: without TLS, on loopback only. */
  readonly tls: { readonly rootCertPath: string | null } | null;
}

/** What `sslmode` may say; all of these are carried out as `verify-full`. */
const VERIFIED: readonly string[] = ['require', 'verify-ca', 'verify-full'];
const UNVERIFIED: readonly string[] = ['disable', 'allow', 'prefer', 'no-verify'];
const PARAMETERS: readonly string[] = ['sslmode', 'sslrootcert'];

/**
 * Reads `postgres://user:password@host:port/database`. The certificate of the server is always checked, except on loopback,
 * where TLS is used only when `sslmode` asks for it. The problem never repeats the URL, which is a secret.
 */
export function parseQueueUrl(text: string): { readonly url: QueueUrl } | { readonly problem: string } {
  const expected = 'expected `postgres://user:password@host:5432/database`';
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return { problem: expected };
  const parsed = new URL(text);
  const names = [...parsed.searchParams.keys()];
  const unknown = names.find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) return { problem: `only the parameters ${PARAMETERS.join(' and ')} can be used` };
  const host = decodeURIComponent(parsed.hostname).replace(/^\[(.*)\]$/, '$1');
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (host === '' || database === '' || parsed.username === '') return { problem: expected };
  const mode = parsed.searchParams.get('sslmode');
  if (mode !== null && ![...VERIFIED, ...UNVERIFIED].includes(mode))
    return { problem: `\`sslmode\`: expected one of ${VERIFIED.join(', ')}` };
  const isUnverified = mode !== null && UNVERIFIED.includes(mode);
  if (isUnverified && !isLoopback(host))
    return {
      problem: `\`sslmode=${mode}\` would send users' data over a connection whose server is not verified; leave it out, or name the certificate authority with \`sslrootcert=/path/to/ca.pem\``,
    };
  const rootCertPath = parsed.searchParams.get('sslrootcert');
  if (rootCertPath !== null && !isReadable(rootCertPath)) return { problem: '`sslrootcert`: the file cannot be read' };
  const isPlain = isLoopback(host) && (mode === null || isUnverified);
  return {
    url: {
      ...{ host, database, port: parsed.port === '' ? 5432 : Number(parsed.port) },
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      tls: isPlain ? null : { rootCertPath },
    },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
