import { domainToASCII } from 'node:url';
import { comparableText } from '../text/invisible.ts';
import type { CidaasUser, Identity } from './cidaas-user.ts';

/** The provider of the tenant's own accounts, and of an identity that names none. */
export const OWN_PROVIDER = 'self';

/**
 * Two rows with an equal key are the same user: `sub:<sub>` exactly as it is, and for each identity `<kind>:<provider>:<value>` with the
 * value in lower case, since the tenant compares e-mail addresses, user names and numbers without regard to case. A value with
 * non-ASCII characters can have a second key: its comparable form. The first key is the one in the states of earlier runs.
 */
export function identityKeys(user: CidaasUser): string[] {
  const keys: string[] = [];
  const sub = subOf(user);
  if (sub !== undefined) keys.push(`sub:${sub}`);
  addIdentity(keys, user);
  for (const identity of user.identities ?? []) addIdentity(keys, identity);
  return keys;
}

/** The account's sub: its own, or in the `identities` shape the one that its identities repeat. */
export function subOf(user: CidaasUser): string | undefined {
  if (user.sub !== undefined) return user.sub;
  return user.identities?.find((identity) => identity.sub !== undefined)?.sub;
}

function addIdentity(keys: string[], identity: Identity): void {
  const provider = identity.provider ?? OWN_PROVIDER;
  if (identity.email) addKeys(keys, `email:${provider}:`, identity.email, comparableAddress);
  if (identity.username) addKeys(keys, `username:${provider}:`, identity.username, comparableText);
  if (identity.mobile_number) addKeys(keys, `mobile_number:${provider}:`, identity.mobile_number, comparableText);
}

function addKeys(keys: string[], prefix: string, value: string, comparable: (value: string) => string): void {
  const lower = value.toLowerCase();
  keys.push(prefix + lower);
  const other = comparable(value);
  if (other !== lower) keys.push(prefix + other);
}

/** The comparable form of an address, with its domain as in DNS: `müller.example` and `xn--mller-kva.example` are the same. */
export function comparableAddress(address: string): string {
  const text = comparableText(address);
  const at = text.lastIndexOf('@') + 1;
  const domain = text.slice(at);
  return /^[ -~]*$/.test(domain) ? text : text.slice(0, at) + (domainToASCII(domain) || domain);
}

/**
 * 53 bits of a string, to find rows that may share a key: equal keys have equal hashes, and keys with equal hashes are compared
 * in full afterwards. Two multiply-and-xor lanes in the manner of MurmurHash's finaliser.
 */
export function keyHash(key: string): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x2c1b3c6d);
    b = Math.imul(b ^ unit, 0x297a2d39);
  }
  a = Math.imul(a ^ (a >>> 16), 0x21f0aaad) ^ Math.imul(b ^ (b >>> 15), 0x735a2d97);
  b = Math.imul(b ^ (b >>> 16), 0x21f0aaad) ^ Math.imul(a ^ (a >>> 15), 0x735a2d97);
  return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}
