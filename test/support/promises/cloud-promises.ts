import {
  declined,
  HASHES,
  HASHES_MISSING,
  NO_HASHES,
  notExported,
  type PresetPromises,
  promise,
  secondFactor,
  unverified,
  VERIFIER,
} from './promise.ts';

const verifier = { mapping: VERIFIER, sentAs: 'CUSTOM_LEGACY' } as const;
const noVerifier = { invalid: 'hash.no_verifier' } as const;

const FIREBASE = {
  passwordHash: 'xbSou7FOl6mChCyzpCPIQ7tku7nsQMTFtyOZSXXd7tjBa4NtimOx7v42Gv2SfzPQu1oxM2/k4SsbOu73wlKe1A==',
  salt: 'sPtDhWcd1MfdAw==',
};
const cognito = (email: string, verified: string) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: verified },
];

/** The presets of services without hashes, and of those for apps. */
export const CLOUD_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'scim',
    file: 'users.json',
    ada: {
      id: '2819c223-7f76-453a-919d-413861904646',
      userName: 'ada',
      emails: [{ value: 'ada@example.com' }],
      active: true,
    },
    ben: { id: '3819c223-7f76-453a-919d-413861904646', userName: 'ben', emails: [{ value: 'ben@example.com' }] },
    promises: {
      Hashes: NO_HASHES,
      'Blocked accounts': promise(
        '`active` false: DECLINED; without `active`: invalid',
        ...declined({ active: false }),
        { given: { active: undefined }, invalid: 'value.missing' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': HASHES_MISSING,
    },
  },
  {
    preset: 'okta',
    file: 'users.json',
    ada: { id: '00u1', status: 'ACTIVE', 'profile.login': 'ada', 'profile.email': 'ada@example.com' },
    ben: { id: '00u2', 'profile.login': 'ben', 'profile.email': 'ben@example.com' },
    promises: {
      Hashes: NO_HASHES,
      'Blocked accounts': promise(
        '`status` locked out, suspended or deprovisioned: DECLINED; without `status`, or another word: invalid',
        ...declined({ status: 'LOCKED_OUT' }, { status: 'SUSPENDED' }, { status: 'DEPROVISIONED' }),
        { given: { status: undefined }, invalid: 'value.missing' },
        { given: { status: 'SOMETHING_NEW' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': promise(
        '`status` staged or provisioned: PENDING',
        { given: { status: 'STAGED' }, status: 'PENDING' },
        { given: { status: 'PROVISIONED' }, status: 'PENDING' },
      ),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': HASHES_MISSING,
    },
  },
  {
    preset: 'cognito',
    file: 'users.json',
    ada: { Username: 'ada', Enabled: true, UserStatus: 'CONFIRMED', Attributes: cognito('ada@example.com', 'true') },
    ben: { Username: 'ben', Attributes: cognito('ben@example.com', 'true') },
    promises: {
      Hashes: NO_HASHES,
      'Blocked accounts': promise(
        '`Enabled` false, `UserStatus` archived or compromised: DECLINED; without one of the two: invalid',
        ...declined({ Enabled: false }, { UserStatus: 'COMPROMISED' }, { UserStatus: 'ARCHIVED' }),
        { given: { Enabled: undefined }, invalid: 'value.missing' },
        { given: { UserStatus: undefined }, invalid: 'value.missing' },
        { given: { UserStatus: 'SOMETHING_NEW' }, invalid: 'value.unknown' },
        { file: 'users.csv', given: { Enabled: undefined, UserStatus: undefined }, refused: 'Enabled' },
      ),
      'Unverified addresses': promise(
        '`UserStatus` unconfirmed: PENDING; `email_verified` not true: counted',
        { given: { UserStatus: 'UNCONFIRMED' }, status: 'PENDING' },
        ...unverified({ Attributes: cognito('ben@example.com', 'false') }),
      ),
      'Second factors': promise(
        '`MFAOptions`, `UserMFASettingList`: counted',
        ...secondFactor({ MFAOptions: [{ DeliveryMedium: 'SMS' }] }, { UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }),
      ),
      'Not exported': HASHES_MISSING,
    },
  },
  {
    preset: 'firebase',
    file: 'users.json',
    mapping: VERIFIER,
    ada: { localId: 'a', email: 'ada@example.com', emailVerified: true, ...FIREBASE },
    ben: { localId: 'b', email: 'ben@example.com' },
    promises: {
      Hashes: promise('scrypt needs a verifier with the signer key of the project', { sentAs: 'CUSTOM_LEGACY' }),
      'Blocked accounts': promise(
        '`disabled` true: DECLINED',
        ...declined({ disabled: true }, { disabled: 'True' }),
        { given: { disabled: false }, status: 'VERIFIED' },
        { given: { disabled: 'maybe' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': promise(
        '`emailVerified` not true: counted',
        ...unverified({ emailVerified: false }, { emailVerified: undefined }),
      ),
      'Second factors': promise('`mfaInfo` in JSON: counted', ...secondFactor({ mfaInfo: [{ mfaEnrollmentId: 'x' }] })),
      'Not exported': promise('hashes without the right to read them: invalid (`hash.missing`)', {
        given: {
          ...{ passwordHash: undefined, salt: undefined },
          providerUserInfo: [{ providerId: 'password', rawId: 'ben@example.com' }],
        },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'supabase',
    file: 'users.csv',
    ada: {
      ...{ id: 'a1a1a1a1-a1a1-4a1a-8a1a-a1a1a1a1a1a1', email: 'ada@example.com', encrypted_password: HASHES.bcrypt },
      ...{ email_confirmed_at: '2024-01-15 10:30:00+00', banned_until: '', deleted_at: '' },
    },
    ben: { id: 'b1b1b1b1-b1b1-4b1b-8b1b-b1b1b1b1b1b1', email: 'ben@example.com' },
    promises: {
      Hashes: promise('bcrypt is sent', { sentAs: 'BCRYPT_10' }),
      'Blocked accounts': promise(
        '`banned_until` in the future: DECLINED; a CSV file without it: refused; `deleted_at`: skipped',
        ...declined({ banned_until: '2999-01-01 00:00:00+00' }),
        { given: { banned_until: '2019-01-01 00:00:00+00' }, status: 'VERIFIED' },
        { given: { deleted_at: '2024-01-15 10:30:00+00' }, skipped: 'deleted' },
        { given: { banned_until: undefined }, refused: 'banned_until' },
      ),
      'Unverified addresses': promise('`email_confirmed_at` empty: counted', ...unverified({ email_confirmed_at: '' })),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('an empty hash of a user who logs in by e-mail: invalid (`hash.missing`)', {
        given: { encrypted_password: '', raw_app_meta_data: '{"provider": "email"}' },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'clerk',
    file: 'users.csv',
    ada: {
      ...{ id: 'user_1', primary_email_address: 'ada@example.com', verified_email_addresses: 'ada@example.com' },
      ...{
        primary_phone_number: '',
        totp_secret: '',
        password_digest: HASHES.bcrypt,
        password_hasher: 'bcrypt',
        banned: 'false',
      },
    },
    ben: { id: 'user_2', primary_email_address: 'ben@example.com', verified_email_addresses: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt and Argon2 are sent; others need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password_digest: HASHES.argon2id, password_hasher: 'argon2id' }, sentAs: 'ARGON' },
        { given: { password_digest: HASHES.phpass, password_hasher: 'phpass' }, ...verifier },
        { given: { password_digest: HASHES.phpass, password_hasher: 'phpass' }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        'columns `banned`, `locked` that you add: DECLINED',
        ...declined({ banned: 'true' }, { banned: 'TRUE' }, { locked: 'true' }),
        { given: { banned: 'maybe' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': promise(
        'address not in `verified_email_addresses`: counted',
        ...unverified({ verified_email_addresses: '' }),
      ),
      'Second factors': promise('`totp_secret`: counted', ...secondFactor({ totp_secret: 'SECRET-TOTP' })),
      'Not exported': promise('passwords of users who log in by provider or link: invalid (`hash.missing`)', {
        given: { password_digest: '', password_hasher: '' },
        invalid: 'hash.missing',
      }),
    },
  },
];
