import type { PasswordHash } from './password-hash.ts';
import { UncheckableHash } from './uncheckable-hash.ts';

const GIB = 2 ** 30;

/** What one check may take. */
export interface WorkLimit {
  /** Bytes. */
  readonly memory: number;
  /** Bytes of memory that are processed, each as often as it is. */
  readonly processed: number;
  /** Rounds that each take about as long as a digest of a short text. */
  readonly rounds: number;
}

/** Minutes and a gibibyte: more would be an attack on the run. */
const LARGEST: WorkLimit = { memory: GIB, processed: 64 * GIB, rounds: 20_000_000 };

/**
 * Rejects hashes whose check would take minutes or gigabytes: the parameters come from the export, and an attacker could stop the
 * run with one row.
 *
 * @throws UncheckableHash
 */
export function assertWorkLimit(hash: PasswordHash, limit: WorkLimit = LARGEST): void {
  const memory = memoryOf(hash);
  if (memory > limit.memory)
    throw new UncheckableHash(`checking it would take more than ${amount(limit.memory)} of memory`);
  if (workOf(hash) * memory > limit.processed || roundsOf(hash) > limit.rounds)
    throw new UncheckableHash(limit === LARGEST ? 'checking it would take minutes' : 'checking it would take too long');
}

function amount(bytes: number): string {
  return bytes >= GIB ? `${bytes / GIB} GiB` : `${bytes / 2 ** 20} MiB`;
}

/** Bytes. */
function memoryOf(hash: PasswordHash): number {
  switch (hash.kind) {
    case 'argon2':
      return hash.memory * 1024;
    case 'scrypt':
    case 'firebase-scrypt':
      return 128 * hash.cost * hash.blockSize;
    case 'magento-chain':
      return Math.max(0, ...hash.steps.map((step) => (step.kind === 'argon2id' ? step.memory * 1024 : 0)));
    case 'bcrypt':
    case 'prehashed-bcrypt':
    case 'pbkdf2':
    case 'digest':
    case 'peppered-digest':
    case 'iterated-digest':
    case 'digest-chain':
    case 'self-hmac':
    case 'upgraded-md5':
    case 'jtl':
    case 'hmac':
    case 'phpass':
    case 'unix-crypt':
    case 'shopware-sha256':
      return 0;
  }
}

/** How often that memory is processed. */
function workOf(hash: PasswordHash): number {
  if (hash.kind === 'argon2') return hash.passes;
  if (hash.kind === 'scrypt') return hash.parallelism;
  if (hash.kind !== 'magento-chain') return 1;
  return hash.steps.reduce((sum, step) => sum + (step.kind === 'argon2id' ? step.passes : 0), 0);
}

/** See `WorkLimit.rounds`. */
function roundsOf(hash: PasswordHash): number {
  switch (hash.kind) {
    case 'pbkdf2':
      return hash.iterations * Math.ceil(hash.key.length / 64);
    case 'shopware-sha256':
      return hash.iterations;
    case 'iterated-digest':
      return hash.rounds;
    case 'upgraded-md5':
      return roundsOf(hash.inner);
    case 'phpass':
      return 2 ** hash.logRounds;
    case 'unix-crypt':
      return hash.rounds ?? 0;
    case 'bcrypt':
      return bcryptRounds(hash.cost);
    case 'prehashed-bcrypt':
      return bcryptRounds(Number(hash.bcrypt.slice(4, 6))) * (hash.scheme === 'double' ? 2 : 1);
    case 'argon2':
    case 'scrypt':
    case 'firebase-scrypt':
    case 'digest':
    case 'peppered-digest':
    case 'digest-chain':
    case 'self-hmac':
    case 'jtl':
    case 'hmac':
    case 'magento-chain':
      return 0;
  }
}

/** One round of bcrypt in JavaScript takes as long as 100 digests: 17 is the highest cost that is checked. */
function bcryptRounds(cost: number): number {
  return 2 ** cost * 100;
}
