import type { PasswordHash } from './password-hash.ts';

/** What a value of the source turned out to be. */
export type Recognised =
  | { readonly kind: 'hash'; readonly hash: PasswordHash }
  /** The source says that this user has no password that could be taken over. */
  | { readonly kind: 'none'; readonly why: NoPassword }
  /** `what` is the rest of a sentence about the value ("is …"); never the value or a part of it. */
  | { readonly kind: 'unrecognised'; readonly reason: Unrecognised; readonly what: string };

/** `unusable`: a mark that no password matches (Django's `!…`, a locked account); `elsewhere`: another system checks it. */
export type NoPassword = 'empty' | 'unusable' | 'elsewhere';

/** Why a value is no hash that could be used. */
export type Unrecognised =
  /** Nothing known looks like this. */
  | 'unknown'
  /** A digest without a word about its algorithm. */
  | 'bare'
  /** It begins like a known encoding and does not go on like it. */
  | 'damaged'
  /** Known, but there is something in it that cannot be carried. */
  | 'unsupported'
  /** Something that belongs to the hash (salt, position, iterations) is not there. */
  | 'incomplete'
  | 'clear-text'
  /** The export was masked. */
  | 'placeholder';

export function found(hash: PasswordHash): Recognised {
  return { kind: 'hash', hash };
}

export function noPassword(why: NoPassword): Recognised {
  return { kind: 'none', why };
}

export function unknown(): Recognised {
  return { kind: 'unrecognised', reason: 'unknown', what: 'is in no encoding of password hashes that is known here' };
}

/** Digits only: MD5 of a password cannot be told from MD5 of a salt and a password, or from any other 16 bytes. */
export function bare(): Recognised {
  return { kind: 'unrecognised', reason: 'bare', what: 'is a bare digest that does not say how it was made' };
}

/** `name` is what the encoding is called: `bcrypt`. */
export function damaged(name: string): Recognised {
  return { kind: 'unrecognised', reason: 'damaged', what: `begins like ${name} but is cut off or changed` };
}

/** `what` completes "is": `bcrypt of the faulty variant 2x`. */
export function unsupported(what: string): Recognised {
  return { kind: 'unrecognised', reason: 'unsupported', what: `is ${what}, which cannot be taken over` };
}

/** `missing` completes "lacks": `the number of iterations`. */
export function incomplete(name: string, missing: string): Recognised {
  return { kind: 'unrecognised', reason: 'incomplete', what: `is ${name} and lacks ${missing}` };
}

export function clearText(): Recognised {
  return { kind: 'unrecognised', reason: 'clear-text', what: 'is a password in clear text, which is never sent' };
}

export function placeholder(): Recognised {
  return { kind: 'unrecognised', reason: 'placeholder', what: 'is a placeholder: the export was masked' };
}
