import type { Problem } from '../source/record.ts';
import type { PasswordHashInfo } from '../user/cidaas-user.ts';
import { type AlgorithmName, algorithmOf } from './algorithm.ts';
import { ALGORITHMS } from './algorithm-table.ts';
import { nativeInfo, unsupportedFormOf } from './native-form.ts';
import { packHash } from './pack.ts';
import type { PasswordHash } from './password-hash.ts';
import { missingProblem, noVerifierProblem, unrecognisedProblem } from './password-problems.ts';
import type { RecognisedHash } from './recognised-hash.ts';

/** The mapping's options for carrying hashes; `carryOptionProblems` checks them. */
export interface CarryOptions {
  /** Id of the tenant's verifier for hashes that cidaas does not check itself: `CUSTOM_…`; null without one. */
  readonly verifier: string | null;
  /**
   * Ids that replace ours. One that begins with CUSTOM sends the packed text to that verifier, any other means that the tenant
   * is set up to check this algorithm itself. `n` at the end of bcrypt's id becomes the cost.
   */
  readonly ids: Readonly<Partial<Record<AlgorithmName, string>>>;
  /** Users without a hash that can be sent are imported without a password. */
  readonly optional: boolean;
}

export type Carried =
  | {
      readonly kind: 'sent';
      readonly algorithm: AlgorithmName;
      /** Who checks it: cidaas as documented (`native`), cidaas as configured in the mapping (`configured`), or a verifier. */
      readonly route: 'native' | 'configured' | 'custom';
      readonly info: PasswordHashInfo;
      /** The form of the source's value shows all that was done to the password. */
      readonly isSystemForm?: true;
      /** Only the mapping says how the hash was made. */
      readonly isOnlyDeclared?: true;
    }
  /** The user is to be imported without a password; with a warning when there was a hash. */
  | { readonly kind: 'without'; readonly warning: Problem | null }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Turns what was recognised into what the bulk API takes. A problem never quotes the hash. */
export function carryHash(recognised: RecognisedHash, options: CarryOptions): Carried {
  switch (recognised.kind) {
    case 'none':
      return options.optional ? { kind: 'without', warning: null } : refused(missingProblem(recognised.why));
    case 'unrecognised':
      return refusedUnless(options.optional, unrecognisedProblem(recognised));
    case 'hash': {
      const sent = carried(recognised.hash, options);
      if (sent.kind !== 'sent') return sent;
      if (recognised.isSystemForm) return { ...sent, isSystemForm: true };
      return recognised.isOnlyDeclared ? { ...sent, isOnlyDeclared: true } : sent;
    }
  }
}

function carried(hash: PasswordHash, { verifier, ids, optional }: CarryOptions): Carried {
  const algorithm = algorithmOf(hash);
  const configured = ids[algorithm];
  if (configured?.startsWith('CUSTOM')) return custom(algorithm, configured, hash);
  const info = nativeInfo(hash, configured ?? ALGORITHMS[algorithm].id);
  if (info !== null)
    return { kind: 'sent', algorithm, route: configured === undefined ? 'native' : 'configured', info };
  if (verifier !== null) return custom(algorithm, verifier, hash);
  return refusedUnless(optional, noVerifierProblem(algorithm, unsupportedFormOf(hash)));
}

function custom(algorithm: AlgorithmName, id: string, hash: PasswordHash): Carried {
  return { kind: 'sent', algorithm, route: 'custom', info: { algorithmTypeId: id, passwordHash: packHash(hash) } };
}

function refusedUnless(optional: boolean, problem: Problem): Carried {
  return optional ? { kind: 'without', warning: problem } : refused(problem);
}

function refused(problem: Problem): Carried {
  return { kind: 'refused', problem };
}
