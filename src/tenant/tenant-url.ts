/**
 * Reads the `tenant-url` setting. Only an origin is taken: `https`, or `http` on loopback where nobody can listen in; no
 * credentials, path, query or fragment, and no port but 443 (loopback excepted). A problem reads on after the setting's name,
 * says what to change, and never repeats the setting, which may hold a password.
 */
export function parseTenantUrl(text: string): { origin: string } | { problem: string } {
  const url = parse(text.trim());
  const faults = url === null ? ['cannot be read as a URL'] : faultsOf(text.trim(), url);
  if (url !== null && faults.length === 0) return { origin: url.origin };
  return { problem: `${faults.join('; ')}. Write only scheme and host, like https://acme.cidaas.de` };
}

/** True for the host names that cannot leave this machine: `localhost`, 127.0.0.0/8 and `[::1]`, as `URL.hostname` spells them. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** WHATWG parsing repairs what a person mistyped (backslashes, missing slashes, tabs inside): a repaired host is a guess, so those are refused. */
function parse(text: string): URL | null {
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\s\\]/.test(text)) return null;
  return URL.parse(text);
}

function faultsOf(text: string, url: URL): string[] {
  const loopback = isLoopback(url.hostname);
  const faults: string[] = [];
  if (url.protocol === 'http:' && !loopback)
    faults.push('must begin with https, or the client secret travels in the clear');
  // Looks at the text: `https://a/b@host` hides its credentials from the parser.
  if (text.includes('@')) faults.push('must not hold credentials, which belong in client-id and client-secret');
  if (url.port !== '' && !loopback) faults.push('must not name a port other than 443');
  if (url.pathname !== '/') faults.push('must not have a path');
  if (text.includes('?')) faults.push('must not have a query');
  if (text.includes('#')) faults.push('must not have a fragment');
  return faults;
}
