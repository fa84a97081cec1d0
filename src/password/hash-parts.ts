import type { Digest, PasswordEncoding } from './password-hash.ts';

/** Algorithms that a mapping can declare for values that do not name their own. */
export type DeclaredAlgorithm =
  /** One round over the password, with a salt when there is one. */
  | Digest
  /** The salt is the key. */
  | `hmac-${Digest}`
  | `pbkdf2-${Digest}`
  /** Salt (22 characters) and hash (31) apart, the cost as `iterations`. */
  | 'bcrypt'
  /** Hash and salt in base64, parameters from the project's settings. */
  | 'firebase-scrypt'
  /** `hash` or `hash:salt`, the password hashed before the salt. */
  | 'shopware-md5'
  /** `hash` or `hash:salt` of Magento before version 2.0, which names no version. */
  | 'magento';

/** Settings of a Firebase project (console: Users, "Password hash parameters"). */
export interface FirebaseParameters {
  /** `rounds`. */
  readonly blockSize: number;
  /** `mem_cost`: log2(N). */
  readonly memCost: number;
  /** `base64_salt_separator`, decoded. */
  readonly separator: Uint8Array;
}

/** The source's data about one password, and the mapping's settings for it. */
export interface HashParts {
  /** A text, or a value of a JSON record. */
  readonly value: unknown;
  /** The algorithm, for a `value` that does not name its own. Undefined, `''` and `auto` leave it to the value. */
  readonly algorithm?: string | undefined;
  readonly salt?: unknown;
  /** How the salt becomes bytes; `text` (its UTF-8) unless given. */
  readonly saltEncoding?: 'text' | 'hex' | 'base64' | undefined;
  /** The position of a digest's salt: before the password (`prefix`) or after it. */
  readonly saltPosition?: 'prefix' | 'suffix' | undefined;
  /** PBKDF2's iterations, bcrypt's cost. */
  readonly iterations?: unknown;
  /** Of digests and HMACs; UTF-8 unless given. */
  readonly passwordEncoding?: PasswordEncoding | undefined;
  readonly firebase?: FirebaseParameters | undefined;
  /** `value` is the whole record, which may have no password in it. */
  readonly isRecord?: boolean | undefined;
}

/** Every name that `algorithm` may have. */
export const DECLARED_ALGORITHMS = [
  'md5',
  'sha1',
  'sha256',
  'sha384',
  'sha512',
  'hmac-md5',
  'hmac-sha1',
  'hmac-sha256',
  'hmac-sha384',
  'hmac-sha512',
  'pbkdf2-md5',
  'pbkdf2-sha1',
  'pbkdf2-sha256',
  'pbkdf2-sha384',
  'pbkdf2-sha512',
  'bcrypt',
  'firebase-scrypt',
  'shopware-md5',
  'magento',
] as const satisfies readonly DeclaredAlgorithm[];

export function isDeclaredAlgorithm(name: string): name is DeclaredAlgorithm {
  return (DECLARED_ALGORITHMS as readonly string[]).includes(name);
}
