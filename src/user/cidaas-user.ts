/**
 * A user entity as `POST /users-srv/user/bulk` takes it: the flat shape, or the `identities` shape in which the personal
 * fields are in each identity. Source: OpenAPI of the migration API and docs.cidaas.com user migration 3.102.8–4.0.3.
 * A field that is absent is left alone by the tenant; null asks it to clear the field.
 */
export interface CidaasUser extends Identity {
  userStatus?: string | null;
  user_status_reason?: string | null;
  customFields?: { [key: string]: unknown };
  password_hash_info?: PasswordHashInfo;
  mfa_enabled?: boolean | null;
  roles?: readonly string[] | null;
  groups?: readonly Group[] | null;
  consents?: readonly Consent[] | null;
  createdTime?: string | null;
  lastLoggedInTime?: string | null;
  identities?: readonly Identity[];
}

/** What belongs to one identity (one provider) of an account. */
export interface Identity {
  sub?: string;
  identityId?: string | null;
  username?: string | null;
  email?: string | null;
  mobile_number?: string | null;
  phone_number?: string | null;
  given_name?: string | null;
  family_name?: string | null;
  middle_name?: string | null;
  nickname?: string | null;
  gender?: string | null;
  birthdate?: string | null;
  locale?: string | null;
  profile?: string | null;
  picture?: string | null;
  website?: string | null;
  zoneinfo?: string | null;
  address?: Address;
  provider?: string | null;
  providerUserId?: string | null;
}

export interface Address {
  formatted?: string | null;
  street_address?: string | null;
  locality?: string | null;
  region?: string | null;
  postal_code?: string | null;
  country?: string | null;
}

export interface PasswordHashInfo {
  algorithmTypeId: string;
  passwordHash: string;
  hData?: { salt?: string; iterations?: string; keylen?: string };
}

export interface Group {
  sub: string;
  groupId: string;
  roles?: readonly string[];
}

export interface Consent {
  fieldKey: string;
  state: 'ACCEPTED' | 'REVOKED' | 'SKIPPED';
  consentId?: string;
  versionId?: string;
  time?: string;
}

/** What a row can be found by: the only values of a user that a report may show unmasked, and only at `full`. */
export interface Identifiers {
  sub?: string;
  email?: string;
  username?: string;
  mobile_number?: string;
}
