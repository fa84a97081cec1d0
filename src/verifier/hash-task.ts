import type { AlgorithmName } from '../password/algorithm.ts';

/** The argument of `main.ts` that makes a worker thread check hashes. */
export const HASH_WORKER = 'check-hashes';

/** One check: the packed hash, and the password as UTF-8 in a buffer of its own, which moves to the thread and is wiped there. */
export interface HashTask {
  readonly passwordHash: string;
  readonly password: Uint8Array<ArrayBuffer>;
}

/** What a check found. No text of it contains a part of the hash or of the password. */
export type HashFinding =
  | { readonly outcome: 'verified' | 'refused'; readonly algorithm: AlgorithmName }
  /** Recognised, but it cannot be checked here: a secret is missing, or it would take too long. */
  | { readonly outcome: 'uncheckable'; readonly algorithm: AlgorithmName; readonly why: string }
  /** The text cannot be read as a hash; `why` completes "the hash …". */
  | { readonly outcome: 'unreadable'; readonly why: string };
