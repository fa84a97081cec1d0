import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Every run that imports derives the same keys again from the secret and the tenant of its test, with 80 ms of scrypt. Runs
 * that a test plays in this process derive them once; what is derived stays the same, since the bundle reads the same files.
 */
const { scryptSync } = crypto;
if (scryptSync.name !== 'scryptOnce') {
  const derived = new Map<string, Buffer>();
  crypto.scryptSync = function scryptOnce(password, salt, length, options = {}) {
    const key = JSON.stringify([String(password), String(salt), length, options]);
    const known = derived.get(key) ?? scryptSync(password, salt, length, options);
    derived.set(key, known);
    // A copy: its owner may overwrite it.
    return Buffer.from(known);
  };
  syncBuiltinESMExports();
}
