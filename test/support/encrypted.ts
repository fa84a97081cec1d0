import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';

/** A new identity and the recipient that belongs to it. */
export async function keyPair(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Encrypts with age for recipients (`age1…`). */
export async function encryptFor(content: string | Buffer, ...recipients: readonly string[]): Promise<Buffer> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(content));
}

/** Encrypts with a passphrase, as cheaply as the format allows. */
export async function encryptWith(content: string, passphrase: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(1);
  return Buffer.from(await encrypter.encrypt(content));
}

/** The same file as text. */
export function armored(file: Buffer): string {
  return armor.encode(file);
}
