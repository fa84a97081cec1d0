import type { CidaasUser, Consent, Group, Identity, PasswordHashInfo } from '../user/cidaas-user.ts';

/** A stored account: its own fields, and one identity per provider. */
export interface StoredAccount {
  readonly sub: string;
  readonly userStatus: string;
  readonly user_status_reason?: string;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly password_hash_info?: PasswordHashInfo;
  readonly mfa_enabled?: boolean;
  readonly roles?: readonly string[];
  readonly groups?: readonly Group[];
  readonly consents?: readonly Consent[];
  readonly createdTime?: string;
  readonly lastLoggedInTime?: string;
  readonly identities: readonly StoredIdentity[];
}

/** An identity of an account. Never contains null: cleared fields are absent. */
export interface StoredIdentity extends Identity {
  readonly provider: string;
}

/** The provider of an identity without one: accounts of the company itself. */
export const DEFAULT_PROVIDER = 'self';

/**
 * The account in the flat shape of the bulk API, to compare with what was sent. Includes the identity of `provider`, if
 * there is one; `provider` itself is left out if it is the default.
 */
export function flatUser(account: StoredAccount, provider: string = DEFAULT_PROVIDER): CidaasUser {
  const { identities, ...fields } = account;
  const identity = identities.find((one) => one.provider === provider);
  const flat: CidaasUser = { ...fields, ...identity };
  if (flat.provider === DEFAULT_PROVIDER) delete flat.provider;
  return flat;
}
