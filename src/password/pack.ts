import { unpaddedBase64 } from './encoded-bytes.ts';
import { magentoVersion } from './magento-text.ts';
import type { PasswordHash } from './password-hash.ts';

/**
 * One text with everything that a verifier needs to check a password: cidaas passes only this text and a salt to a verifier. Encodings that crypt(3), PHP or Django have functions for stay as they are; all others become
 * `$name$parameters$salt$hash` with base64 without padding. `recogniseHash` reads each of them. Firebase's signer key and all
 * other secrets of the source are left out: they belong in the verifier's configuration, and the text has only their names.
 */
export function packHash(hash: PasswordHash): string {
  switch (hash.kind) {
    case 'bcrypt':
    case 'prehashed-bcrypt':
    case 'phpass':
      return hash.text;
    case 'upgraded-md5':
      return `${hash.mark}${packHash(hash.inner)}`;
    case 'jtl':
      return join('jtl', 'v=1', NOTHING, Buffer.from(hash.text, 'hex'));
    case 'unix-crypt':
      return hash.variant === 'des' ? `{CRYPT}${hash.text}` : hash.text;
    case 'argon2':
      return argon2Phc(hash);
    case 'pbkdf2':
      return join(
        `pbkdf2-${hash.digest}`,
        `i=${hash.iterations},l=${hash.key.length}${secretSetting(hash.secret)}`,
        hash.salt.bytes,
        hash.key,
      );
    case 'scrypt':
      return join(
        'scrypt',
        `${scryptWork(hash.cost, hash.blockSize, hash.parallelism)}${hash.normalization === undefined ? '' : ',pw=nfkc'}`,
        hash.salt.bytes,
        hash.key,
      );
    case 'firebase-scrypt':
      return `${join('firescrypt', scryptWork(hash.cost, hash.blockSize, 1), hash.salt, hash.value)}$${unpaddedBase64(hash.separator)}`;
    case 'digest':
      return join(
        `digest-${hash.digest}`,
        `salt=${hash.position},pw=${hash.encoding}`,
        hash.position === 'none' ? NOTHING : hash.salt.bytes,
        hash.value,
      );
    case 'peppered-digest': {
      const settings = `secret=${hash.secret},at=${hash.position},pw=${hash.encoding}`;
      return `$peppered-${hash.digest}$${settings}$${unpaddedBase64(hash.before)}$${unpaddedBase64(hash.after)}$${unpaddedBase64(hash.value)}`;
    }
    case 'iterated-digest': {
      const settings = `i=${hash.rounds},salt=${hash.position},round=${hash.roundInput},pw=${hash.encoding}`;
      const secret = secretSetting(hash.secret ?? undefined);
      return join(`iterated-${hash.digest}`, `${settings}${secret}`, hash.salt, hash.value);
    }
    case 'digest-chain':
      return join(`chain-${hash.digest}`, `v=${hash.steps.join(':')}`, Buffer.from(hash.salt), hash.value);
    case 'hmac':
      return join(
        `hmac-${hash.digest}`,
        `pw=${hash.encoding}${secretSetting(hash.secret)}`,
        hash.key.bytes,
        hash.value,
      );
    case 'self-hmac':
      return join(`selfhmac-${hash.digest}`, `pw=${hash.encoding}`, NOTHING, hash.value);
    case 'shopware-sha256':
      return join('shopware-sha256', `i=${hash.iterations}`, Buffer.from(hash.salt), hash.value);
    case 'magento-chain':
      return join('magento', `v=${hash.steps.map(magentoVersion).join(':')}`, Buffer.from(hash.salt), hash.value);
  }
}

const NOTHING = new Uint8Array();

/** The name of a secret, never its value. */
function secretSetting(name: string | undefined): string {
  return name === undefined ? '' : `,secret=${name}`;
}

/** The PHC string of Argon2, base64 without padding. */
export function argon2Phc(hash: Extract<PasswordHash, { kind: 'argon2' }>): string {
  const { variant, version, memory, passes, parallelism } = hash;
  const work = `v=${version}$m=${memory},t=${passes},p=${parallelism}`;
  return join(variant, work, hash.salt, hash.key);
}

function scryptWork(cost: number, blockSize: number, parallelism: number): string {
  return `ln=${Math.log2(cost)},r=${blockSize},p=${parallelism}`;
}

function join(name: string, parameters: string, salt: Uint8Array, value: Uint8Array): string {
  return `$${name}$${parameters}$${unpaddedBase64(salt)}$${unpaddedBase64(value)}`;
}
