import { algorithmOf } from '../password/algorithm.ts';
import { recogniseHash } from '../password/recognise.ts';
import { UncheckableHash } from '../password/uncheckable-hash.ts';
import { type SourceSecrets, verifyHash } from '../password/verify.ts';
import { assertWorkLimit, type WorkLimit } from '../password/work-limit.ts';
import type { HashFinding, HashTask } from './hash-task.ts';

/**
 * Some seconds of one core. Less than a canary may take, since logins wait for it: 1.3 million rounds of PBKDF2 (Liferay),
 * bcrypt of cost 15, Argon2 with 64 MiB and 16 passes (TYPO3).
 */
const LIMIT: WorkLimit = { memory: 256 * 2 ** 20, processed: 4 * 2 ** 30, rounds: 4_000_000 };

/** Checks one password against one packed hash, with the code that the canary uses. Wipes the password's bytes. */
export async function checkHash({ passwordHash, password }: HashTask, secrets: SourceSecrets): Promise<HashFinding> {
  try {
    const recognised = recogniseHash(passwordHash);
    if (recognised.kind === 'none')
      return { outcome: 'unreadable', why: 'is a mark for an account without a password' };
    if (recognised.kind === 'unrecognised') return { outcome: 'unreadable', why: recognised.what };
    const { hash } = recognised;
    const algorithm = algorithmOf(hash);
    try {
      assertWorkLimit(hash, LIMIT);
      // A text, and not the bytes: some systems hash the password in another encoding.
      const isRight = await verifyHash(hash, new TextDecoder().decode(password), secrets);
      return { outcome: isRight ? 'verified' : 'refused', algorithm };
    } catch (error) {
      if (error instanceof UncheckableHash) return { outcome: 'uncheckable', algorithm, why: error.message };
      throw error;
    }
  } finally {
    password.fill(0);
  }
}
