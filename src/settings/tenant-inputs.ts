import { parseTenantUrl } from '../tenant/tenant-url.ts';
import type { InputReader } from './input-reader.ts';
import { SECRETS } from './inputs.ts';
import type { Settings } from './settings.ts';

/** Reads the input `tenant-url`. Adds what is wrong with it to `problems`. */
export function readTenant(text: string, problems: string[]): Settings['tenant'] {
  if (text === '') return null;
  if (text === 'sandbox') return { kind: 'sandbox' };
  const parsed = parseTenantUrl(text);
  if ('origin' in parsed) return { kind: 'origin', origin: parsed.origin };
  problems.push(`\`tenant-url\`: ${parsed.problem}`);
  return null;
}

/** Reads the client id and secret. Adds a problem for each that is missing, unless no client is needed. */
export function readClient(
  read: InputReader,
  mode: Settings['mode'],
  isNeeded: boolean,
  problems: string[],
): Settings['client'] {
  const id = read.text('client-id');
  const secret = read.text('client-secret');
  if (!isNeeded) return null;
  for (const name of ['client-id', 'client-secret'] as const) {
    if (read.text(name) !== '') continue;
    problems.push(
      `\`${name}\`: required in mode ${mode}. Is the secret available to this workflow (workflows of forks get none), or \`${SECRETS[name]}\` set in the shell?`,
    );
  }
  return { id, secret };
}

/** Reads the input `check`. */
export function readCheck(read: InputReader, mode: Settings['mode'], problems: string[]): Settings['check'] {
  const check = read.choice('check', ['error', 'warn', 'off']);
  if (check === 'off' && mode === 'check') problems.push('`check`: cannot be `off` in mode check');
  return check;
}

/** Reads `verify-login` and the app for it. */
export function readLogin(
  read: InputReader,
  hasCanary: boolean,
  problems: string[],
): Pick<Settings, 'verifyLogin' | 'loginClient'> {
  const verifyLogin = read.choice('verify-login', ['auto', 'required', 'off']);
  if (verifyLogin === 'required' && !hasCanary)
    problems.push('`verify-login`: `required` needs accounts with known passwords, in `password-canary`');
  const id = read.text('login-client-id');
  const secret = read.text('login-client-secret');
  if ((id === '') !== (secret === ''))
    problems.push(
      `\`${id === '' ? 'login-client-id' : 'login-client-secret'}\`: required, since the other part of the app that logs in is set`,
    );
  return { verifyLogin, loginClient: id === '' ? null : { id, secret } };
}

/** Reads `check-domains`. A plan for a tenant looks domains up by default; a tenant on loopback is a test. */
export function readDomains(
  read: InputReader,
  mode: Settings['mode'],
  tenant: Settings['tenant'],
): Settings['checkDomains'] {
  if (read.text('check-domains') !== '') return read.choice('check-domains', ['off', 'warn', 'error']);
  const isForTenant = tenant?.kind === 'origin' && !tenant.origin.startsWith('http:');
  return isForTenant && (mode === 'plan' || mode === 'check') ? 'warn' : 'off';
}
