import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { DIGEST_BYTES, type MagentoStep, noSalt, type Salt, textSalt } from './password-hash.ts';
import { type DollarParts, parameters } from './phc-text.ts';
import { damaged, found, foundInSystemForm, type RecognisedHash } from './recognised-hash.ts';
import { wholeNumber } from './whole-number.ts';

const NAME = "Magento's hash";
/** libsodium's interactive limits, which version 2 does not write. */
const VERSION_2 = '3_32_2_67108864';
const SALT_BYTES = 16;

/** `hash:salt:version`, and one more version for each time that the hash was upgraded. The salt may be empty. */
export const MAGENTO = /^([0-9a-f]{32,128}):([^:]*):([0-3](?:_\d+){0,3}(?::[0-3](?:_\d+){0,3})*)$/i;

/** Source: Magento's Encryptor. Versions: 0 MD5, 1 SHA-256 (both of salt and password), 2 and 3_keylen_passes_bytes Argon2id. */
export function magentoText(text: string): RecognisedHash {
  const [, hash = '', salt = '', versions = ''] = MAGENTO.exec(text) ?? [];
  const value = bytesOfHex(hash);
  return value === null ? damaged(NAME) : magentoHash(value, salt, versions.split(':'));
}

/**
 * Magento before version 2.0, which names no version: `hash` or `hash:salt`. A single digit behind the hash is no salt, since
 * those have two characters or more: the migration tool of Magento appends the version to hashes without a salt too.
 */
export function earlyMagentoText(text: string): RecognisedHash {
  const [, digits, , salt = ''] = /^([0-9a-f]{32}|[0-9a-f]{64})(:([^:\s]*))?$/i.exec(text) ?? [];
  const value = bytesOfHex(digits ?? '');
  if (value === null) return damaged(NAME);
  if (/^[0-3]$/.test(salt)) return magentoHash(value, '', [salt]);
  const digest = value.length === DIGEST_BYTES.md5 ? 'md5' : 'sha256';
  return found({ kind: 'digest', digest, ...saltBefore(salt), encoding: 'utf8', value });
}

/** Ours, packed: `$magento$v=1:3_32_2_67108864$salt$hash`. */
export function packedMagentoText(parts: DollarParts): RecognisedHash {
  const versions = parameters(parts[1] ?? '')?.get('v');
  const salt = parts[2] === '' ? new Uint8Array() : bytesOfBase64(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (parts.length !== 4 || versions === undefined || salt === null || value === null) return damaged(NAME);
  return magentoHash(value, Buffer.from(salt).toString('utf8'), versions.split(':'));
}

function magentoHash(value: Uint8Array, salt: string, versions: readonly string[]): RecognisedHash {
  const steps: MagentoStep[] = [];
  for (const version of versions) {
    const step = stepOf(version);
    // Argon2id needs a salt: Magento itself cannot have computed such a step without one.
    if (step === null || (step.kind === 'argon2id' && salt === '')) return damaged(NAME);
    steps.push(step);
  }
  const last = steps.at(-1);
  if (last === undefined || stepBytes(last) !== value.length) return damaged(NAME);
  if (steps.length > 1) return foundInSystemForm({ kind: 'magento-chain', steps, salt, value });
  if (last.kind === 'digest')
    return foundInSystemForm({
      kind: 'digest',
      digest: last.digest,
      ...saltBefore(salt),
      encoding: 'utf8',
      value,
    });
  // A single step of Argon2id is ordinary Argon2id.
  const { memory, passes } = last;
  return foundInSystemForm({
    kind: 'argon2',
    variant: 'argon2id',
    version: 19,
    memory,
    passes,
    parallelism: 1,
    salt: argonSalt(salt),
    key: value,
  });
}

function saltBefore(salt: string): { position: 'none' | 'prefix'; salt: Salt } {
  return salt === '' ? { position: 'none', salt: noSalt() } : { position: 'prefix', salt: textSalt(salt) };
}

function stepOf(version: string): MagentoStep | null {
  if (version === '0') return { kind: 'digest', digest: 'md5' };
  if (version === '1') return { kind: 'digest', digest: 'sha256' };
  const [id, keylenText, passesText, bytesText, ...more] = (version === '2' ? VERSION_2 : version).split('_');
  const keylen = wholeNumber(keylenText, 16, 64);
  const passes = wholeNumber(passesText, 1, 0xffff);
  const bytes = wholeNumber(bytesText, 8192, 2 ** 32);
  if (id !== '3' || keylen === null || passes === null || bytes === null || more.length > 0) return null;
  return { kind: 'argon2id', keylen, passes, memory: Math.floor(bytes / 1024) };
}

/** How Magento writes the version of a step. */
export function magentoVersion(step: MagentoStep): string {
  if (step.kind === 'digest') return step.digest === 'md5' ? '0' : '1';
  return `3_${step.keylen}_${step.passes}_${step.memory * 1024}`;
}

/** Magento cuts or repeats its salt to the 16 bytes that libsodium wants. */
export function argonSalt(salt: string): Uint8Array {
  const bytes = Buffer.from(salt, 'utf8');
  return Buffer.alloc(SALT_BYTES, bytes);
}

function stepBytes(step: MagentoStep): number {
  return step.kind === 'digest' ? DIGEST_BYTES[step.digest] : step.keylen;
}
