import { timingSafeEqual } from 'node:crypto';

const HEX = /^(?:[0-9a-f]{2})+$/i;
const STANDARD = /^[A-Za-z0-9+/]+(={0,2})$/;
const URL_SAFE = /^[A-Za-z0-9_-]+(={0,2})$/;

/** The bytes of hexadecimal digits in either case, or null. */
export function bytesOfHex(text: string): Uint8Array | null {
  return HEX.test(text) ? Buffer.from(text, 'hex') : null;
}

/** The bytes of base64, standard or URL-safe, padded or not; or null. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const padding = (STANDARD.exec(text) ?? URL_SAFE.exec(text))?.[1];
  if (padding === undefined) return null;
  const digits = text.length - padding.length;
  // One digit alone has six bits, less than a byte. Padding, if any, must complete the last group of four.
  if (digits % 4 === 1 || (padding !== '' && text.length % 4 !== 0)) return null;
  return Buffer.from(text, 'base64');
}

/** The same for the base64 of passlib and OpenLDAP, which write `.` for `+`. */
export function bytesOfAdaptedBase64(text: string): Uint8Array | null {
  return bytesOfBase64(text.replaceAll('.', '+'));
}

/** `length` bytes written in hexadecimal or base64, whichever gives that length (never both do); or null. */
export function bytesOfLength(text: string, length: number): Uint8Array | null {
  const bytes = text.length === 2 * length ? bytesOfHex(text) : bytesOfBase64(text);
  return bytes?.length === length ? bytes : null;
}

export function hexOf(bytes: Uint8Array): string {
  return view(bytes).toString('hex');
}

/** Standard base64 with padding. */
export function base64Of(bytes: Uint8Array): string {
  return view(bytes).toString('base64');
}

/** Standard base64 without padding, as PHC strings have it. */
export function unpaddedBase64(bytes: Uint8Array): string {
  return base64Of(bytes).replace(/=+$/, '');
}

/** Takes the same time wherever they differ: a verifier must not show how near a guess was. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The same for texts, such as the digits of crypt(3). */
export function sameText(one: string, other: string): boolean {
  return sameBytes(Buffer.from(one), Buffer.from(other));
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
