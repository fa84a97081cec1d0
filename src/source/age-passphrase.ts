import { createDecipheriv, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Identity, Stanza } from 'age-encryption';

const LABEL = 'age-encryption.org/v1/scrypt';
/** 2^20 blocks of 1 kB: a gigabyte of memory for some seconds. `age` itself writes 2^18. */
const MAX_WORK_FACTOR = 20;
const TAG_BYTES = 16;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/**
 * Opens what is encrypted with a passphrase (https://c2sp.org/age, "The scrypt recipient type"). That of the library computes
 * the key in JavaScript and hears no signal for up to ten seconds.
 */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas: Stanza[]): Promise<Uint8Array | null> {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      if (stanza === undefined) return null;
      if (stanzas.length !== 1) throw new Error('a passphrase is not the only recipient');
      const [, saltText = '', factorText = '', ...more] = stanza.args;
      const salt = Buffer.from(saltText, 'base64');
      const isValid = salt.length === 16 && /^[1-9]\d?$/.test(factorText) && more.length === 0;
      if (!isValid || stanza.body.length !== 2 * TAG_BYTES) throw new Error('the stanza of the passphrase is damaged');
      if (Number(factorText) > MAX_WORK_FACTOR) throw new Error('the work factor of the passphrase is too high');
      const N = 2 ** Number(factorText);
      const key = await derive(passphrase, Buffer.concat([Buffer.from(LABEL), salt]), 32, {
        ...{ N, r: 8, p: 1, maxmem: 2 * 1024 * N + 1024 * 1024 },
      });
      return openFileKey(key, stanza.body);
    },
  };
}

/** Null when the key is wrong. */
function openFileKey(key: Buffer, sealed: Uint8Array): Uint8Array | null {
  const opener = createDecipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: TAG_BYTES });
  opener.setAuthTag(sealed.subarray(TAG_BYTES));
  const fileKey = opener.update(sealed.subarray(0, TAG_BYTES));
  try {
    opener.final();
    return fileKey;
  } catch {
    return null;
  }
}
