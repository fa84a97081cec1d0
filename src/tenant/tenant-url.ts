/**
 * Reads the `tenant-url` setting. It must be an origin: `https`, or `http` on loopback, where no one can intercept it; without
 * credentials, path, query or fragment, and with no port other than 443 (except on loopback). A problem continues a sentence
 * that begins with the setting's name, describes what to change, and never repeats the setting, which may hold a password.
 */
export function parseTenantUrl(text: string): { origin: string } | { problem: string } {
  const url = parse(text.trim());
  const faults = url === null ? ['is not a valid https URL'] : faultsOf(text.trim(), url);
  if (url !== null && faults.length === 0) return { origin: url.origin };
  const [, host] = HOST_ALONE.exec(text.trim()) ?? [];
  if (url === null && host !== undefined) return { problem: `has no scheme. Did you mean https://${host}?` };
  return { problem: `${faults.join('; ')}. Write only scheme and host, like https://acme.cidaas.de` };
}

/** A host name, which cannot hold a password, without a scheme or with a misspelled one; and a slash. */
const HOST_ALONE = /^(?:https?:?\/?|htt?ps?:\/\/)?((?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24})\/?$/i;

/** True for the host names that cannot leave this machine: `localhost`, 127.0.0.0/8 and `[::1]`, as `URL.hostname` spells them. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** WHATWG parsing repairs typing errors (backslashes, missing slashes, tabs); a repaired host would be a guess, so such URLs are refused. */
function parse(text: string): URL | null {
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\s\\]/.test(text)) return null;
  return URL.parse(text);
}

function faultsOf(text: string, url: URL): string[] {
  const loopback = isLoopback(url.hostname);
  const faults: string[] = [];
  if (url.protocol === 'http:' && !loopback)
    faults.push('must begin with https, otherwise the client secret is sent unencrypted');
  // Checked in the text: in `https://a/b@host` the parser finds no credentials.
  if (text.includes('@')) faults.push('must not contain credentials, which belong in client-id and client-secret');
  if (url.port !== '' && !loopback) faults.push('must not have a port other than 443');
  if (url.pathname !== '/') faults.push('must not have a path');
  if (text.includes('?')) faults.push('must not have a query');
  if (text.includes('#')) faults.push('must not have a fragment');
  return faults;
}
