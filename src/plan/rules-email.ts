/** One label of a domain: letters and digits of any script (IDN), hyphens inside. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
/** The local part without quotes (RFC 5322 atext), including letters of other scripts (RFC 6531). */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/**
 * Whether mail can be sent to this address. Accepts what providers offer: no quoted local parts, no address literals, a
 * domain with a dot. `nonascii`: non-ASCII before the @ is allowed by the standards, but rarely intended.
 */
export function classifyEmail(address: string): 'valid' | 'nonascii' | 'invalid' {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || local.length > 64 || address.length > 254 || !LOCAL.test(local)) return 'invalid';
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return 'invalid';
  // A number as the last label would be an IP address.
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'invalid';
  for (let index = 0; index < local.length; index += 1) if (local.charCodeAt(index) > 0x7f) return 'nonascii';
  return 'valid';
}
