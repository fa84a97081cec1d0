/** What a secret of the source's application may be called: the name travels in packed hashes, the value never does. */
export const SECRET_ID = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

export function isSecretId(name: string): boolean {
  return SECRET_ID.test(name);
}

/** The name under which the signer key of a Firebase project is kept with other secrets. */
export const FIREBASE_SIGNER_KEY = 'firebase-signer-key';
