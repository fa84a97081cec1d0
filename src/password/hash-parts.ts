import { type Digest, type PasswordEncoding, PLAIN_DIGEST_BYTES, type PlainDigest } from './password-hash.ts';

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
  /** The position of a digest's salt: before the password (`prefix`) or after it; `none`: the source uses no salt. */
  readonly saltPosition?: 'prefix' | 'suffix' | 'none' | undefined;
  /** The name of a secret of the source's application that goes into the hash; its value is never here. */
  readonly secret?: string | undefined;
  /** Whether the secret of a digest comes before or after salt and password. */
  readonly secretPosition?: 'prefix' | 'suffix' | undefined;
  /** PBKDF2's iterations, bcrypt's cost, the rounds of a repeated digest. */
  readonly iterations?: unknown;
  /** Of digests and HMACs; UTF-8 unless given. */
  readonly passwordEncoding?: PasswordEncoding | undefined;
  readonly firebase?: FirebaseParameters | undefined;
  /** `value` is the whole record, which may have no password in it. */
  readonly isRecord?: boolean | undefined;
}

const DIGEST_NAMES = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const satisfies readonly Digest[];
const PLAIN_DIGEST_NAMES = Object.keys(PLAIN_DIGEST_BYTES) as PlainDigest[];

/** What a source may have hashed with bcrypt instead of the password; marks of their own show the others. */
export const BCRYPT_INPUTS = [
  ...['md5-hex', 'sha1-hex', 'sha256-hex', 'sha512-hex', 'sha384-base64', 'long-sha512'],
  ...['hmac-sha256', 'pepper', 'double'],
] as const;

/** Schemes of one system, each read by `systemValue`. */
const SYSTEMS = [
  ...['shopware-md5', 'magento', 'typo3', 'oxid', 'sap-commerce', 'jtl', 'modified', 'woltlab', 'vbulletin', 'neos'],
  ...['umbraco', 'better-auth', 'spring', 'spring-standard', 'spring-pbkdf2', 'spring-pbkdf2-sha256', 'ldap'],
] as const;

/** Rows whose passwords are not hashed: a column of the source says so. */
const NO_HASHES = ['clear-text', 'encrypted'] as const;

/** Every name that `algorithm` may have. */
export const DECLARED_ALGORITHMS = [
  ...PLAIN_DIGEST_NAMES,
  ...DIGEST_NAMES.map((digest) => `hmac-${digest}` as const),
  ...DIGEST_NAMES.map((digest) => `pbkdf2-${digest}` as const),
  'bcrypt',
  ...BCRYPT_INPUTS.map((input) => `bcrypt-${input}` as const),
  'firebase-scrypt',
  ...DIGEST_NAMES.map((digest) => `symfony-${digest}` as const),
  ...PLAIN_DIGEST_NAMES.map((digest) => `spring-${digest}` as const),
  ...DIGEST_NAMES.map((digest) => `aspnet-membership-${digest}` as const),
  ...DIGEST_NAMES.map((digest) => `aspnet-membership-hmac-${digest}` as const),
  ...SYSTEMS,
  ...NO_HASHES,
] as const;

/** Algorithms that a mapping can declare for values that do not name their own. */
export type DeclaredAlgorithm = (typeof DECLARED_ALGORITHMS)[number];

/** One round, HMAC or PBKDF2, and what shops of one system wrote without a mark before there were names for systems. */
const GENERAL = /^(?:md\d|sha\d+|(?:hmac|pbkdf2)-.*|bcrypt|firebase-scrypt|shopware-md5|magento)$/;

/**
 * Whether nothing but this declaration says how a hash without a mark was made: a secret or a scheme of one system, which no
 * check of the form could confirm.
 */
export function needsProof(algorithm: DeclaredAlgorithm, secret: string | undefined): boolean {
  return secret !== undefined || !GENERAL.test(algorithm);
}

const SECRET_TAKERS =
  /^(?:md5|sha\d+|(?:hmac|pbkdf2)-.*|bcrypt-(?:hmac-sha256|pepper)|modified|sap-commerce|neos|spring|spring-(?:standard|pbkdf2.*))$/;

/** Whether hashes of this algorithm can contain a secret of the source. */
export function takesSecret(algorithm: string): boolean {
  return SECRET_TAKERS.test(algorithm);
}

export function isDeclaredAlgorithm(name: string): name is DeclaredAlgorithm {
  return (DECLARED_ALGORITHMS as readonly string[]).includes(name);
}
