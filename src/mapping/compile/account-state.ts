import type { Problem, RecordBody } from '../../source/record.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import type { Mapping } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition, Undecided } from './condition.ts';

/** What follows from facts about an account for which the bulk API has no field. */
export type AccountState =
  | { readonly kind: 'user'; readonly warnings: readonly Problem[] }
  | { readonly kind: 'skipped'; readonly reason: string };

const NO_WARNINGS: AccountState = { kind: 'user', warnings: [] };

/**
 * Decides about users whose e-mail address the source has not verified, which may change their `userStatus`, and warns about
 * those who lose a second factor. A blocked user stays blocked.
 */
export function compileAccountState(
  { emailVerified, unverifiedEmail, mfaSetUp }: Mapping,
  context: CompileContext,
): (body: RecordBody, user: CidaasUser) => AccountState {
  if (emailVerified === null && mfaSetUp === null) return () => NO_WARNINGS;
  const verified = emailVerified === null ? () => true : compileCondition(emailVerified, context, 'deciding');
  const hasFactor = mfaSetUp === null ? () => false : compileCondition(mfaSetUp, context);
  return (body, user) => {
    const warnings: Problem[] = [];
    const verdict = hasEmail(user) ? verified(body) : true;
    if (verdict instanceof Undecided) warnings.push(undecided('email-verified', verdict, 'counts as not verified'));
    if (verdict !== true) {
      if (unverifiedEmail === 'skip') return { kind: 'skipped', reason: 'e-mail address not verified' };
      warnings.push(UNVERIFIED);
      if (unverifiedEmail === 'PENDING' && (user.userStatus ?? 'VERIFIED') === 'VERIFIED') user.userStatus = 'PENDING';
    }
    const factor = hasFactor(body);
    if (factor instanceof Undecided) warnings.push(undecided('mfa-set-up', factor, 'counts as set up'));
    if (factor !== false) warnings.push(FACTOR_LOST);
    return warnings.length === 0 ? NO_WARNINGS : { kind: 'user', warnings };
  };
}

function hasEmail({ email, identities }: CidaasUser): boolean {
  return typeof email === 'string' || (identities?.some((identity) => typeof identity.email === 'string') ?? false);
}

/** What cannot be read is taken for the worse case, and counted. */
function undecided(key: string, { what, hint }: Undecided, taken: string): Problem {
  const message = `${key} depends on ${what}; it ${taken}.`;
  return { code: 'value.unread', field: null, message, hint };
}

const UNVERIFIED: Problem = {
  code: 'email.unverified',
  field: 'email',
  message: 'The source has not verified the e-mail address.',
  hint: 'Choose how such users are imported: `unverified-email: PENDING`, VERIFIED or skip.',
};

const FACTOR_LOST: Problem = {
  code: 'mfa.not_imported',
  field: null,
  message: 'The user has a second factor in the source, which cannot be imported.',
  hint: 'Tell these users to set it up again; `rules: { mfa.not_imported: off }` stops counting.',
};
