import type { PasswordHash } from './password-hash.ts';

/** What a value of the source is. */
export type RecognisedHash =
  | {
      readonly kind: 'hash';
      readonly hash: PasswordHash;
      /** The value has the form of one system, which shows all that it did to the password: nothing else writes it. */
      readonly isSystemForm?: true;
      /** Only the mapping says how the hash was made: its form could be that of another system. */
      readonly isOnlyDeclared?: true;
    }
  /** The source has no password of this user that can be imported. */
  | { readonly kind: 'none'; readonly why: NoPassword }
  /** `what` is the rest of a sentence about the value ("is …"); never the value or a part of it. */
  | { readonly kind: 'unrecognised'; readonly reason: UnrecognisedReason; readonly what: string };

/** `unusable`: a mark that no password matches (Django's `!…`, a locked account); `elsewhere`: another system checks it. */
export type NoPassword = 'empty' | 'unusable' | 'elsewhere';

/** Why a value cannot be used as a hash. */
export type UnrecognisedReason =
  /** Nothing known looks like this. */
  | 'unknown'
  /** A digest without any information on its algorithm. */
  | 'bare'
  /** It begins like a known encoding, but the rest does not match. */
  | 'damaged'
  /** Known, but something in it cannot be carried. */
  | 'unsupported'
  /** A part of the hash (salt, position, iterations) is missing. */
  | 'incomplete'
  | 'clear-text'
  /** The export was masked. */
  | 'placeholder';

export function found(hash: PasswordHash): RecognisedHash {
  return { kind: 'hash', hash };
}

/** The same for a value in the form of one system. */
export function foundInSystemForm(hash: PasswordHash): RecognisedHash {
  return { kind: 'hash', hash, isSystemForm: true };
}

/** The same for a value that only the mapping's declaration explains. */
export function foundAsDeclared(hash: PasswordHash): RecognisedHash {
  return { kind: 'hash', hash, isOnlyDeclared: true };
}

export function noPassword(why: NoPassword): RecognisedHash {
  return { kind: 'none', why };
}

export function unknown(): RecognisedHash {
  return { kind: 'unrecognised', reason: 'unknown', what: 'is not in a known encoding' };
}

/** Digits only: MD5 of a password looks the same as MD5 of a salt and a password, or any other 16 bytes. */
export function bareDigest(): RecognisedHash {
  return { kind: 'unrecognised', reason: 'bare', what: 'is a bare digest that does not show how it was made' };
}

/** `name` is what the encoding is called: `bcrypt`. */
export function damaged(name: string): RecognisedHash {
  return { kind: 'unrecognised', reason: 'damaged', what: `begins like ${name} but is cut off or changed` };
}

/** `what` completes "is": `bcrypt of the faulty variant 2x`. */
export function unsupported(what: string): RecognisedHash {
  return { kind: 'unrecognised', reason: 'unsupported', what: `is ${what}, which cannot be imported` };
}

/** `missing` completes "lacks": `the number of iterations`. */
export function incomplete(name: string, missing: string): RecognisedHash {
  return { kind: 'unrecognised', reason: 'incomplete', what: `is ${name} and lacks ${missing}` };
}

export function clearText(): RecognisedHash {
  return { kind: 'unrecognised', reason: 'clear-text', what: 'is a password in clear text, which is never sent' };
}

export function placeholder(): RecognisedHash {
  return { kind: 'unrecognised', reason: 'placeholder', what: 'is a placeholder: the export was masked' };
}
