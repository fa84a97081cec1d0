import { parseTenantUrl } from '../tenant/tenant-url.ts';
import type { createReader } from './input-reader.ts';
import { SECRETS } from './inputs.ts';
import type { Settings } from './settings.ts';

/** The tenant that `tenant-url` names; what is wrong with it goes to `problems`. */
export function readTenant(text: string, problems: string[]): Settings['tenant'] {
  if (text === '') return null;
  if (text === 'sandbox') return { kind: 'sandbox' };
  const parsed = parseTenantUrl(text);
  if ('origin' in parsed) return { kind: 'origin', origin: parsed.origin };
  problems.push(`\`tenant-url\`: ${parsed.problem}`);
  return null;
}

/** The client; problems only when one is needed. */
export function readClient(
  read: ReturnType<typeof createReader>,
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
      `\`${name}\`: required in mode ${mode}; is the secret available to this workflow (forks get none), or \`${SECRETS[name]}\` set in the shell?`,
    );
  }
  return { id, secret };
}

/** What the check of the set-up may do. */
export function readCheck(
  read: ReturnType<typeof createReader>,
  mode: Settings['mode'],
  problems: string[],
): Settings['check'] {
  const check = read.choice('check', ['error', 'warn', 'off']);
  if (check === 'off' && mode === 'check') problems.push('`check`: `off` leaves nothing to do in mode check');
  return check;
}
