import { isLoopback } from '../tenant/tenant-url.ts';
import { MIN_TOKEN_LENGTH } from './access.ts';
import { type Address, urlHost } from './listen.ts';
import type { TlsFiles } from './tls-files.ts';
import type { VerifierFlags } from './verifier-flags.ts';

/** What the command line and the environment ask for. */
export interface VerifierSettings {
  readonly address: Address;
  readonly tls: TlsFiles | null;
  readonly token: string | null;
  readonly tenant: TenantTokens | null;
  readonly secretsDir: string | null;
  /** Null: as many as there are processors. */
  readonly threads: number | null;
  readonly maxWaiting: number;
  readonly maxWrong: number;
  readonly metrics: Address | null;
}

/** Tokens of the tenant that are accepted. */
interface TenantTokens {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string | null;
  readonly scope: string | null;
}

/** Checks everything, and finds all problems at once: `problems` is empty when the settings can be used. */
export function readVerifierSettings(
  flags: VerifierFlags,
  token: string | undefined,
): { readonly settings: VerifierSettings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const integer = (
    name: 'port' | 'metrics-port' | 'threads' | 'max-waiting' | 'max-wrong',
    min: number,
    max: number,
  ) => {
    const text = flags[name];
    const value = /^\d{1,5}$/.test(text) ? Number(text) : -1;
    if (value < min || value > max) problems.push(`\`--${name}\` must be a whole number from ${min} to ${max}.`);
    return value;
  };
  const address = { host: flags.host, port: integer('port', 0, 65_535) };
  const settings: VerifierSettings = {
    address,
    tls: tlsOf(flags, problems),
    token: tokenOf(token, problems),
    tenant: tenantOf(flags, problems),
    secretsDir: orNull(flags['secrets-dir']),
    threads: flags.threads === '' ? null : integer('threads', 1, 64),
    maxWaiting: integer('max-waiting', 0, 10_000),
    maxWrong: integer('max-wrong', 1, 1_000),
    metrics:
      flags['metrics-port'] === 'off'
        ? null
        : { host: flags['metrics-host'], port: integer('metrics-port', 0, 65_535) },
  };
  problems.push(...inTheOpen(settings, flags['behind-proxy']));
  return { settings, problems };
}

/** What is missing for an address that others reach. A proxy makes loopback such an address. */
function inTheOpen({ address, tls, token, tenant }: VerifierSettings, isBehindProxy: boolean): string[] {
  if (isLoopback(urlHost(address)) && !isBehindProxy) return [];
  const problems: string[] = [];
  if (tls === null && !isBehindProxy)
    problems.push(
      `The verifier receives passwords in clear text, so it does not listen on ${address.host} without TLS. Set \`--tls-cert\` and \`--tls-key\`, or \`--behind-proxy\` if a proxy in front of it has the certificate.`,
    );
  if (token === null && tenant === null)
    problems.push(
      'Without a token, everyone who reaches the verifier could guess passwords. Set `--tenant-url` with `--audience` or `--scope`, or CIDAAS_VERIFIER_TOKEN in the environment.',
    );
  return problems;
}

function tlsOf(flags: VerifierFlags, problems: string[]): TlsFiles | null {
  const [cert, key] = [flags['tls-cert'], flags['tls-key']];
  if ((cert === '') !== (key === '')) problems.push('`--tls-cert` and `--tls-key` belong together: set both.');
  if (cert !== '' && flags['behind-proxy'])
    problems.push('`--behind-proxy` means plain HTTP: leave it out, or leave out `--tls-cert` and `--tls-key`.');
  return cert === '' || key === '' ? null : { cert, key };
}

function tokenOf(token: string | undefined, problems: string[]): string | null {
  if (token === undefined || token === '') return null;
  if (token.length < MIN_TOKEN_LENGTH || /[^\x21-\x7e]/.test(token))
    problems.push(
      `CIDAAS_VERIFIER_TOKEN must have at least ${MIN_TOKEN_LENGTH} characters, letters, digits and signs without blanks: \`openssl rand -hex 32\` makes one.`,
    );
  return token;
}

function tenantOf(flags: VerifierFlags, problems: string[]): TenantTokens | null {
  const given = flags['tenant-url'].replace(/\/+$/, '');
  const [audience, scope] = [orNull(flags.audience), orNull(flags.scope)];
  if (given === '') {
    if (flags['jwks-url'] !== '' || audience !== null || scope !== null)
      problems.push('`--jwks-url`, `--audience` and `--scope` are for tokens of a tenant: set `--tenant-url`.');
    return null;
  }
  const jwksUrl = flags['jwks-url'] === '' ? `${given}/.well-known/jwks.json` : flags['jwks-url'];
  for (const [name, url] of [
    ['tenant-url', given],
    ['jwks-url', jwksUrl],
  ] as const)
    if (!isSafeUrl(url)) problems.push(`\`--${name}\` must be an https URL (http only on loopback).`);
  if (audience === null && scope === null)
    problems.push(
      'Every app and user of the tenant has tokens that it signed. Set `--audience` or `--scope` to what only the caller of the verifier has.',
    );
  return { issuer: given, jwksUrl, audience, scope };
}

function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
