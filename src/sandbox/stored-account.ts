import type { CidaasUser, Consent, Group, Identity, PasswordHashInfo } from '../user/cidaas-user.ts';

/** An account as the sandbox holds it: the fields of the account, and one identity for each provider. */
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

/** What one provider knows of the account; never holds null: a cleared field is absent. */
export interface StoredIdentity extends Identity {
  readonly provider: string;
}

/** The provider of an identity that names none: accounts of the company itself. */
export const DEFAULT_PROVIDER = 'self';

/**
 * The account in the flat shape of the bulk API, to compare with what was sent. Takes the identity of `provider`
 * (`provider` itself is left out when it is the default one), or no identity fields when the account has none there.
 */
export function flatUser(account: StoredAccount, provider: string = DEFAULT_PROVIDER): CidaasUser {
  const { identities, ...fields } = account;
  const identity = identities.find((one) => one.provider === provider);
  const flat: CidaasUser = { ...fields, ...identity };
  if (flat.provider === DEFAULT_PROVIDER) delete flat.provider;
  return flat;
}
