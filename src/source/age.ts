import { ReadableStream } from 'node:stream/web';
import type { Decrypter, Stanza } from 'age-encryption';
import { InputError } from '../runtime/input-error.ts';
import { decodeArmor, isArmored } from './age-armor.ts';
import { passphraseIdentity } from './age-passphrase.ts';
import type { ExportKey } from './export-key.ts';

/** How a file is encrypted; `age-armored` is the text form. */
export type Encryption = 'none' | 'age' | 'age-armored';

const INTRO = 'age-encryption.org/v1';

/** Number of bytes that `detectEncryption` needs. */
export const ENCRYPTION_HEAD_BYTES = 256;

/** Room for two thousand recipients. Without a limit, a header that never ends would fill the memory, and trying a key takes time. */
const MAX_HEADER_BYTES = 256 * 1024;

/** Recipient types that an `export-key` can match: https://c2sp.org/age. */
const PASSPHRASE_RECIPIENT = 'scrypt';
const IDENTITY_RECIPIENTS = ['X25519', 'mlkem768x25519'];

/** Detects the encryption of a file from its first bytes; the file name is not used. */
export function detectEncryption(head: Buffer): Encryption {
  if (head.toString('latin1', 0, INTRO.length) === INTRO) return 'age';
  return isArmored(head) ? 'age-armored' : 'none';
}

/**
 * Decrypts a file. age authenticates each chunk, so every byte returned is authentic; only the end of the stream proves
 * that nothing is missing.
 * @param name of the file, for messages.
 * @throws InputError when the key is missing or wrong, or the file is damaged or truncated.
 */
export async function* decrypt(
  bytes: AsyncIterable<Buffer>,
  encryption: Encryption,
  key: ExportKey | null,
  name: string,
): AsyncGenerator<Buffer> {
  if (encryption === 'none') {
    yield* bytes;
    return;
  }
  if (key === null) {
    throw new InputError([
      `${name} is encrypted with age. Pass its identity or passphrase in the secret input \`export-key\` (not available to forks) or, on the command line, in CIDAAS_EXPORT_KEY.`,
    ]);
  }
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  addKey(decrypter, key, name);
  const recipients: string[] = [];
  // Called last, only when no key matches: collects the recipient types for the error message.
  decrypter.addIdentity({
    unwrapFileKey: (stanzas: Stanza[]) => {
      recipients.push(...stanzas.map(({ args }) => args[0] ?? ''));
      return null;
    },
  });
  let opened = false;
  try {
    const binary = encryption === 'age' ? bytes : decodeArmor(bytes);
    const plain = await decrypter.decrypt(ReadableStream.from(withHeaderLimit(binary, () => opened)));
    opened = true;
    for await (const chunk of plain) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const problem =
      recipients.length === 0
        ? 'is damaged or truncated and cannot be decrypted; none of it was imported. Create or transfer it again.'
        : noKeyFits(recipients, key);
    throw new InputError([`${name} ${problem}`], { cause });
  }
}

function addKey(decrypter: Decrypter, key: ExportKey, name: string): void {
  if (key.kind === 'passphrase') {
    decrypter.addIdentity(passphraseIdentity(key.passphrase));
    return;
  }
  for (const [index, identity] of key.identities.entries()) {
    try {
      decrypter.addIdentity(identity);
    } catch {
      // Not kept as the cause: the library's message contains the identity.
      throw new InputError([
        `${name} cannot be decrypted: identity ${index + 1} of \`export-key\` has a wrong checksum. Copy it again from its key file.`,
      ]);
    }
  }
}

async function* withHeaderLimit(bytes: AsyncIterable<Buffer>, opened: () => boolean): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of bytes) {
    if (!opened() && read > MAX_HEADER_BYTES) throw new Error('the header does not end');
    read += chunk.length;
    yield chunk;
  }
}

function noKeyFits(recipients: readonly string[], key: ExportKey): string {
  if (recipients.includes(PASSPHRASE_RECIPIENT))
    return key.kind === 'passphrase'
      ? 'was encrypted with a passphrase other than `export-key`, or its header is damaged. Set `export-key` to the right passphrase.'
      : 'was encrypted with a passphrase, but `export-key` is an identity. Set `export-key` to the passphrase.';
  if (!recipients.some((kind) => IDENTITY_RECIPIENTS.includes(kind)))
    return 'was encrypted only for an SSH key or a plugin, which is not supported. Encrypt it for an age-keygen recipient (age1…).';
  return key.kind === 'passphrase'
    ? 'was encrypted for a recipient (age1…), but `export-key` is a passphrase. Set `export-key` to the identity (AGE-SECRET-KEY-1…) that belongs to it.'
    : 'was encrypted for a recipient that does not match `export-key`, or its header is damaged. Set `export-key` to the identity of the recipient (age1…) that it was encrypted for.';
}
