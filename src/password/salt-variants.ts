import { base64Of, bytesOfBase64, bytesOfHex, hexOf, sameBytes } from './encoded-bytes.ts';
import { byteSalt, type Salt, textSalt } from './password-hash.ts';

/** Another reading of a salt. */
export interface SaltVariant {
  readonly salt: Salt;
  /** Completes "It would match if …". */
  readonly cause: string;
}

/** The salt decoded though it was taken as text, or taken as text though it was decoded. */
export function saltVariants({ bytes }: Salt): readonly SaltVariant[] {
  const variants: SaltVariant[] = [];
  const add = (salt: Salt | null, cause: string) => {
    if (salt !== null && salt.bytes.length > 0 && !sameBytes(salt.bytes, bytes)) variants.push({ salt, cause });
  };
  const text = Buffer.from(bytes).toString('utf8');
  add(decoded(bytesOfHex(text)), 'the salt were decoded from hexadecimal');
  add(decoded(bytesOfBase64(text)), 'the salt were decoded from base64');
  add(textSalt(base64Of(bytes)), 'the salt were the base64 text itself, not decoded');
  add(textSalt(hexOf(bytes)), 'the salt were the hexadecimal text itself, not decoded');
  add(textSalt(hexOf(bytes).toUpperCase()), 'the salt were the hexadecimal text itself, in upper case');
  add(textSalt(text.trim()), 'the salt had no white space around it');
  return variants;
}

function decoded(bytes: Uint8Array | null): Salt | null {
  return bytes === null ? null : byteSalt(bytes);
}
