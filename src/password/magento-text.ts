import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { DIGEST_BYTES, type MagentoStep, textSalt } from './password-hash.ts';
import { type DollarParts, parameters } from './phc-text.ts';
import { damaged, found, type RecognisedHash } from './recognised-hash.ts';
import { wholeNumber } from './whole-number.ts';

const NAME = "Magento's hash";
/** libsodium's interactive limits, which version 2 does not write. */
const VERSION_2 = '3_32_2_67108864';
const SALT_BYTES = 16;

/** `hash:salt:version`, and one more version for each time that the hash was upgraded. */
export const MAGENTO = /^([0-9a-f]{32,128}):([^:]+):([0-3](?:_\d+){0,3}(?::[0-3](?:_\d+){0,3})*)$/i;

/** Source: Magento's Encryptor. Versions: 0 MD5, 1 SHA-256 (both of salt and password), 2 and 3_keylen_passes_bytes Argon2id. */
export function magentoText(text: string): RecognisedHash {
  const [, hash = '', salt = '', versions = ''] = MAGENTO.exec(text) ?? [];
  const value = bytesOfHex(hash);
  return value === null ? damaged(NAME) : magentoHash(value, salt, versions.split(':'));
}

/** Ours, packed: `$magento$v=1:3_32_2_67108864$salt$hash`. */
export function packedMagentoText(parts: DollarParts): RecognisedHash {
  const versions = parameters(parts[1] ?? '')?.get('v');
  const salt = bytesOfBase64(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (parts.length !== 4 || versions === undefined || salt === null || value === null) return damaged(NAME);
  return magentoHash(value, Buffer.from(salt).toString('utf8'), versions.split(':'));
}

function magentoHash(value: Uint8Array, salt: string, versions: readonly string[]): RecognisedHash {
  const steps: MagentoStep[] = [];
  for (const version of versions) {
    const step = stepOf(version);
    if (step === null) return damaged(NAME);
    steps.push(step);
  }
  const last = steps.at(-1);
  if (last === undefined || stepBytes(last) !== value.length) return damaged(NAME);
  if (steps.length > 1) return found({ kind: 'magento-chain', steps, salt, value });
  if (last.kind === 'digest')
    return found({
      kind: 'digest',
      digest: last.digest,
      position: 'prefix',
      salt: textSalt(salt),
      encoding: 'utf8',
      value,
    });
  // A single step of Argon2id is ordinary Argon2id.
  const { memory, passes } = last;
  return found({
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
