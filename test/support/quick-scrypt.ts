import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** The least work that scrypt allows. */
const LEAST = { N: 2, r: 1, p: 1 } as const;
/** The work of `state/keys.ts`; hashes of passwords have other parameters, and must come out right. */
const WORK_OF_KEYS = 2 ** 15;

/**
 * Every run that imports derives keys with scrypt, which is slow on purpose: half of the time of a test that imports two
 * users. Tests of the project `unit` start no process, so only this process reads their files, and the least work is enough.
 * `keys.slow.test.ts` proves the real work.
 */
const { scryptSync } = crypto;
if (scryptSync.name !== 'quickScrypt') {
  crypto.scryptSync = function quickScrypt(password, salt, length, options) {
    return scryptSync(password, salt, length, options?.N === WORK_OF_KEYS ? LEAST : options);
  };
  syncBuiltinESMExports();
}
