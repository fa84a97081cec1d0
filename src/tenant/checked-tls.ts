import { InputError } from '../runtime/input-error.ts';
import { isLoopback } from './tenant-url.ts';

/**
 * Refuses `NODE_TLS_REJECT_UNAUTHORIZED=0`, with which Node accepts every certificate: anyone on the network path could
 * read the client secret and all users. Loopback traffic does not leave this machine.
 *
 * @throws InputError that says what to set instead.
 */
export function refuseUncheckedTls(origin: string, env: Readonly<Record<string, string | undefined>>): void {
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0' || isLoopback(new URL(origin).hostname)) return;
  throw new InputError([
    'NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of certificates, so that anyone on the way to the tenant could read the client secret and all users. Unset it. If your company signs the certificates, set NODE_EXTRA_CA_CERTS to the PEM file of its certificate authority, or NODE_USE_SYSTEM_CA to 1 if this machine trusts that authority. Nothing was sent.',
  ]);
}
