import { InputError } from '../runtime/input-error.ts';
import { isLoopback } from './tenant-url.ts';

/**
 * The URL of the proxy for this origin, or null. `https_proxy` wins over `HTTPS_PROXY`; `NO_PROXY` is not evaluated here.
 * Loopback is never proxied: it may be plain http, and the secret would leave this machine unencrypted. Throws an
 * `InputError` that does not repeat the setting, which may hold a password.
 */
export function proxyFor(origin: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const url = new URL(origin);
  const setting = env.https_proxy || env.HTTPS_PROXY;
  if (!setting || url.protocol !== 'https:' || isLoopback(url.hostname)) return null;
  // curl accepts a bare `host:port` too, and many runners have such settings.
  const proxy = URL.parse(setting.includes('://') ? setting : `http://${setting}`);
  if (proxy !== null && /^https?:$/.test(proxy.protocol) && isPercentEncoded(proxy)) return proxy.href;
  throw new InputError([
    'HTTPS_PROXY is not a usable proxy URL. Write it like http://proxy.example.com:3128, with special characters in a password percent-encoded, or unset it.',
  ]);
}

function isPercentEncoded({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
