import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { bcryptInput, matchesBcrypt, matchesDoubleBcrypt } from './bcrypt-check.ts';
import { desCrypt } from './des-crypt.ts';
import { digestChain, iteratedDigest, jtlDigits, shopwareDigits } from './digest-schemes.ts';
import { hexOf, sameBytes, sameText } from './encoded-bytes.ts';
import { argon2, scrypt } from './key-derivation.ts';
import { argonSalt } from './magento-text.ts';
import { plainDigest } from './old-digests.ts';
import type { MagentoStep, PasswordEncoding, PasswordHash } from './password-hash.ts';
import { phpassDigits } from './phpass.ts';
import { FIREBASE_SIGNER_KEY } from './secret-id.ts';
import { MissingSecret, UncheckableHash } from './uncheckable-hash.ts';
import { md5Crypt, shaCrypt } from './unix-crypt.ts';
import { assertWorkLimit } from './work-limit.ts';

/** Secrets of the source that are not in an export. */
export interface SourceSecrets {
  /** Secrets of the source's application (pepper, cookie key, system salt) by the name that the hashes have for them. */
  readonly named?: ReadonlyMap<string, Uint8Array> | undefined;
}

/**
 * Whether the password matches the hash, by real implementations without network: Node's crypto, and bcryptjs for bcrypt. Bytes
 * instead of a text are hashed as they are.
 *
 * @throws UncheckableHash when it cannot be checked here; its message completes "cannot be checked here: …".
 */
export async function verifyHash(
  hash: PasswordHash,
  password: string | Uint8Array,
  secrets: SourceSecrets = {},
): Promise<boolean> {
  assertWorkLimit(hash);
  const bytes = typeof password === 'string' ? Buffer.from(password, 'utf8') : password;
  switch (hash.kind) {
    case 'bcrypt':
      return matchesBcrypt(bytes, hash.text);
    case 'prehashed-bcrypt':
      if (hash.scheme === 'double') return matchesDoubleBcrypt(bytes, hash.bcrypt);
      return matchesBcrypt(bcryptInput(bytes, hash.scheme, secretOf(hash.secret, secrets)), hash.bcrypt);
    case 'argon2':
      if (hash.version !== 19) throw new UncheckableHash('Node cannot compute Argon2 1.0');
      return sameBytes(await argon2(hash.variant, bytes, hash.salt, hash, hash.key.length), hash.key);
    case 'pbkdf2': {
      const { salt, iterations, key, digest } = hash;
      const whole = Buffer.concat([salt.bytes, secretOf(hash.secret ?? null, secrets)]);
      return sameBytes(await promisify(crypto.pbkdf2)(bytes, whole, iterations, key.length, digest), key);
    }
    case 'scrypt': {
      const own = hash.normalization === undefined ? bytes : normalized(password);
      return sameBytes(await scrypt(own, hash.salt.bytes, hash, hash.key.length), hash.key);
    }
    case 'firebase-scrypt':
      return firebaseScrypt(bytes, hash, hash.signerKey ?? secretOf(FIREBASE_SIGNER_KEY, secrets));
    case 'digest': {
      const { digest, position, salt } = hash;
      const own = encoded(password, hash.encoding);
      const parts = position === 'none' ? [own] : position === 'prefix' ? [salt.bytes, own] : [own, salt.bytes];
      return sameBytes(plainDigest(digest, ...parts), hash.value);
    }
    case 'peppered-digest': {
      const secret = secretOf(hash.secret, secrets);
      const own = [hash.before, encoded(password, hash.encoding), hash.after];
      const parts = hash.position === 'prefix' ? [secret, ...own] : [...own, secret];
      return sameBytes(plainDigest(hash.digest, ...parts), hash.value);
    }
    case 'iterated-digest': {
      const own = encoded(password, hash.encoding);
      return sameBytes(iteratedDigest(own, hash, secretOf(hash.secret, secrets)), hash.value);
    }
    case 'digest-chain':
      return sameBytes(digestChain(bytes, hash), hash.value);
    case 'hmac': {
      const key = hash.secret === undefined ? hash.key.bytes : secretOf(hash.secret, secrets);
      const own = encoded(password, hash.encoding);
      return sameBytes(crypto.createHmac(hash.digest, key).update(own).digest(), hash.value);
    }
    case 'self-hmac': {
      const own = encoded(password, hash.encoding);
      return sameBytes(crypto.createHmac(hash.digest, own).update(own).digest(), hash.value);
    }
    case 'phpass':
      return sameText(phpassDigits(hash.digest, bytes, hash.salt, hash.logRounds), hash.text.slice(12));
    case 'upgraded-md5':
      return verifyHash(hash.inner, hexOf(plainDigest('md5', bytes)), secrets);
    case 'jtl':
      return sameText(jtlDigits(bytes, hash.text), hash.text);
    case 'unix-crypt':
      return sameText(unixCrypt(bytes, hash), hash.text);
    case 'shopware-sha256':
      return sameText(shopwareDigits(bytes, hash), hexOf(hash.value));
    case 'magento-chain':
      return magentoChain(bytes, hash.salt, hash.steps, hash.value);
  }
}

/** The bytes of a named secret; none for a hash without one. */
function secretOf(name: string | null, { named }: SourceSecrets): Uint8Array {
  if (name === null) return new Uint8Array();
  const secret = named?.get(name);
  if (secret === undefined) throw new MissingSecret(name);
  return secret;
}

/** Compatible characters and composed accents, as better-auth hashes them. */
function normalized(password: string | Uint8Array): Uint8Array {
  const text = typeof password === 'string' ? password : Buffer.from(password).toString('utf8');
  return Buffer.from(text.normalize('NFKC'), 'utf8');
}

/** Firebase: the key of scrypt, as an AES-256 key in counter mode, encrypts the signer key; the result is the hash. */
async function firebaseScrypt(
  password: Uint8Array,
  hash: Extract<PasswordHash, { kind: 'firebase-scrypt' }>,
  signerKey: Uint8Array,
): Promise<boolean> {
  const key = await scrypt(password, Buffer.concat([hash.salt, hash.separator]), hash, 32);
  const cipher = crypto.createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  return sameBytes(Buffer.concat([cipher.update(signerKey), cipher.final()]), hash.value);
}

function encoded(password: string | Uint8Array, encoding: PasswordEncoding): Uint8Array {
  return typeof password === 'string' ? Buffer.from(password, encoding) : password;
}

function unixCrypt(password: Uint8Array, hash: Extract<PasswordHash, { kind: 'unix-crypt' }>): string {
  switch (hash.variant) {
    case '1':
      return md5Crypt(password, hash.salt);
    case '5':
    case '6':
      return shaCrypt(hash.variant, password, hash.salt, hash.rounds);
    case 'des':
      return desCrypt(password, hash.salt);
  }
}

async function magentoChain(
  password: Uint8Array,
  salt: string,
  steps: readonly MagentoStep[],
  value: Uint8Array,
): Promise<boolean> {
  let sum: Uint8Array = password;
  let last: Uint8Array = password;
  for (const step of steps) {
    if (step.kind === 'digest') last = crypto.createHash(step.digest).update(salt).update(sum).digest();
    else last = await argon2('argon2id', sum, argonSalt(salt), { ...step, parallelism: 1 }, step.keylen);
    sum = Buffer.from(hexOf(last));
  }
  return sameBytes(last, value);
}
