import type { Problem, RecordBody } from '../../source/record.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import type { Mapping } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition } from './condition.ts';

/** What the source knows of an account that no field of the bulk API takes. */
export type AccountState =
  | { readonly kind: 'user'; readonly warnings: readonly Problem[] }
  | { readonly kind: 'skipped'; readonly reason: string };

const ORDINARY: AccountState = { kind: 'user', warnings: [] };

/**
 * Settles what becomes of users whose e-mail address the source has not verified, which may change their `userStatus`, and
 * notes those who lose a second factor. There is no field for either; what was blocked stays blocked.
 */
export function accountState(
  { emailVerified, unverifiedEmail, mfaSetUp }: Mapping,
  { reader, now }: CompileContext,
): (body: RecordBody, user: CidaasUser) => AccountState {
  if (emailVerified === null && mfaSetUp === null) return () => ORDINARY;
  const isVerified = emailVerified === null ? () => true : compileCondition(emailVerified, reader, now);
  const hasFactor = mfaSetUp === null ? () => false : compileCondition(mfaSetUp, reader, now);
  return (body, user) => {
    const warnings: Problem[] = [];
    if (hasEmail(user) && !isVerified(body)) {
      if (unverifiedEmail === 'skip') return { kind: 'skipped', reason: 'e-mail address not verified' };
      warnings.push(UNVERIFIED);
      if (unverifiedEmail === 'PENDING' && (user.userStatus ?? 'VERIFIED') === 'VERIFIED') user.userStatus = 'PENDING';
    }
    if (hasFactor(body)) warnings.push(FACTOR_LOST);
    return warnings.length === 0 ? ORDINARY : { kind: 'user', warnings };
  };
}

function hasEmail({ email, identities }: CidaasUser): boolean {
  return typeof email === 'string' || (identities?.some((identity) => typeof identity.email === 'string') ?? false);
}

const UNVERIFIED: Problem = {
  code: 'email.unverified',
  field: 'email',
  message: 'The source has not verified the e-mail address.',
  hint: 'Choose with `unverified-email` what becomes of such users.',
};

const FACTOR_LOST: Problem = {
  code: 'mfa.not_imported',
  field: null,
  message: 'The user has a second factor in the source, which cannot be imported.',
  hint: 'Tell these users that they set it up anew.',
};
