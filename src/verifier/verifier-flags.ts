import { readOnlyFlags } from '../runtime/command-flags.ts';

/** The flags of the command `verifier`, and what an empty one means. */
export const VERIFIER_FLAGS = {
  host: '127.0.0.1',
  port: '8443',
  'tls-cert': '',
  'tls-key': '',
  'behind-proxy': false,
  'tenant-url': '',
  'jwks-url': '',
  audience: '',
  scope: '',
  'secrets-dir': '',
  threads: '',
  'max-waiting': '200',
  'max-wrong': '10',
  'metrics-host': '127.0.0.1',
  'metrics-port': '9464',
} as const satisfies { readonly [flag: string]: string | boolean };

type Flag = keyof typeof VERIFIER_FLAGS;

/** A switch is `true` or `false`, everything else a text. */
export type VerifierFlags = {
  readonly [name in Flag]: (typeof VERIFIER_FLAGS)[name] extends boolean ? boolean : string;
};

/** The output of `verifier --help`. */
export const VERIFIER_HELP = `cidaas-migrate verifier checks passwords for cidaas that cidaas cannot check itself: hashes that were imported under an id that begins with CUSTOM.
It answers POST …?action=compare and stops with Ctrl-C or SIGTERM. docs/verifier.md explains how to set it up.

Usage: cidaas-migrate verifier --host 0.0.0.0 --tls-cert cert.pem --tls-key key.pem --tenant-url https://acme.cidaas.de --audience APP_ID

  --host ADDRESS        where it listens; loopback unless given (default: 127.0.0.1)
  --port PORT           0 to 65535; 0 selects a free port (default: 8443)
  --tls-cert FILE       certificate with its chain, PEM; read again every minute
  --tls-key FILE        its key, PEM
  --behind-proxy        plain HTTP: a proxy in front of it has the certificate
  --tenant-url URL      accepts access tokens that this tenant has signed; needs --audience or --scope
  --jwks-url URL        keys of the tenant (default: <tenant-url>/.well-known/jwks.json)
  --audience ID         the claim aud that a token must have: the id of the app that calls the verifier
  --scope SCOPE         a scope that a token must have
  --secrets-dir FOLDER  secrets of the source, one file each: peppers, cookie keys, system salts, firebase-signer-key
  --threads COUNT       1 to 64; how many hashes are checked at a time (default: number of processors, at least 2)
  --max-waiting COUNT   0 to 10000; how many checks may wait for a thread (default: 200)
  --max-wrong COUNT     1 to 1000; wrong passwords for one hash before it must wait a minute for each further one (default: 10)
  --metrics-host ADDRESS, --metrics-port PORT
                        where /metrics and /healthz are served without a token; PORT off: nowhere (default: 127.0.0.1, 9464)
  --help                shows this help

The environment: CIDAAS_VERIFIER_TOKEN is a token that is accepted in place of one of the tenant (32 characters or more),
CIDAAS_VERIFIER_SECRET_<NAME> a secret of the source. TLS or --behind-proxy, and a token, are required outside loopback.
`;

/** Reads the flags. @throws InputError for one that is unknown or without a value, and for other words. */
export function readVerifierFlags(args: readonly string[]): VerifierFlags {
  const types = Object.fromEntries(
    Object.entries(VERIFIER_FLAGS).map(
      ([name, standard]) => [name, typeof standard === 'boolean' ? 'boolean' : 'string'] as const,
    ),
  );
  return { ...VERIFIER_FLAGS, ...readOnlyFlags('verifier', types, args) } as VerifierFlags;
}
