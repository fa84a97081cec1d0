import {
  declined,
  HASHES,
  notExported,
  type PresetPromises,
  promise,
  secondFactor,
  unverified,
  VERIFIER,
} from './promise.ts';

const verifier = { mapping: VERIFIER, sentAs: 'CUSTOM_LEGACY' } as const;
const noVerifier = { invalid: 'hash.no_verifier' } as const;

const LIFERAY = '{PBKDF2WithHmacSHA1}AAAAoAAB9ADJZ16OuMAPPHe2CUbP0HPyXvagoKHumh7iHU3c';
const SYMFONY = 'UK5iidswymSI1dwLkm474yyb1mZAF6fI892OvbUNEsUq+xskdEKZx+Z9WvOVKQ69wD8dMzfF9+rX2veWMEf9Hg==';

/** The presets of portals and of frameworks with a table of users. */
export const PORTAL_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'liferay',
    file: 'user_.csv',
    ada: {
      ...{ uuid_: '4c1d2e3f-0a1b-4c2d-8e3f-000000000002', screenName: 'ada', emailAddress: 'ada@example.com' },
      ...{ emailAddressVerified: '1', type_: '1', lockout: '0', status: '0', passwordEncrypted: '1' },
      password_: '{BCRYPT}$2a$10$/ST7LsB.7AAHsn/tlK6hr.nudQaBbJhPX9KfRSSzsn.1ij45lVzaK',
    },
    ben: { uuid_: '4c1d2e3f-0a1b-4c2d-8e3f-000000000003', screenName: 'ben', emailAddress: 'ben@example.com' },
    promises: {
      Hashes: promise(
        '`{BCRYPT}`, `{SHA}` and `{SHA-256}` are sent; PBKDF2, `{SSHA}`, `{SHA-384}`, `{MD5}` and DES need a verifier; clear text is invalid',
        { sentAs: 'BCRYPT_10' },
        { given: { password_: '{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=' }, sentAs: 'SHA1' },
        { given: { password_: '{SHA-256}XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=' }, sentAs: 'SHA256' },
        { given: { password_: LIFERAY }, ...verifier },
        { given: { password_: LIFERAY }, ...noVerifier },
        { given: { password_: '{SSHA}2EWEKeVpSdd79PkTX5vaGXH5uQ028Smy/H1NmA==' }, ...verifier },
        {
          given: { password_: '{SHA-384}qLZLq9CsqRpZvbt3YbQh1PK7OCgNOnW6DyHyvrxFWD1EbFmGYMlM5oDEfRnDB4On' },
          ...verifier,
        },
        { given: { password_: '{MD5}X03MO1qnZdYdgyfeuILPmQ==' }, ...verifier },
        { given: { password_: '{UFC-CRYPT}2lrTlR/pWPUOQ' }, ...verifier },
        { given: { password_: 'Geheim-Wort-1984', passwordEncrypted: '0' }, invalid: 'hash.unrecognised' },
        // What looks like a hash is the password itself.
        { given: { passwordEncrypted: '0' }, invalid: 'hash.unrecognised' },
        { given: { passwordEncrypted: '' }, invalid: 'hash.unrecognised' },
        { given: { passwordEncrypted: '2' }, invalid: 'value.unknown' },
      ),
      'Blocked accounts': promise(
        '`lockout`, `status` not 0: DECLINED; another number in `status` is invalid; users of the system are skipped; without one of these columns: refused',
        ...declined({ lockout: '1' }, { lockout: 'true' }, { status: '1' }, { status: '5' }, { status: '8' }),
        { given: { status: '9' }, invalid: 'value.unknown' },
        { given: { status: '' }, invalid: 'value.missing' },
        ...['0', '2', '3', '4'].map((type_) => ({ given: { type_ }, skipped: 'user of the system' })),
        { given: { type_: '5' }, invalid: 'value.unknown' },
        { given: { defaultUser: '1' }, skipped: 'user of the system' },
        ...['lockout', 'status', 'passwordEncrypted', 'type_'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': promise(
        '`emailAddressVerified` not 1: counted',
        ...unverified({ emailAddressVerified: '0' }, { emailAddressVerified: '' }, { emailAddressVerified: 'f' }),
      ),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('an empty hash: invalid (`hash.missing`)', {
        given: { password_: '' },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'symfony',
    file: 'fos_user.csv',
    ada: {
      ...{ id: '2', username: 'Ada', email: 'ada@example.com', enabled: '1', roles: 'a:0:{}', salt: '' },
      ...{ locked: '0', expired: '0', expires_at: '', credentials_expired: '0', credentials_expire_at: '' },
      password: HASHES.bcryptOfPhp,
    },
    ben: { id: '3', username: 'Ben', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt and Argon2 are sent; SHA-512 in 5,000 rounds needs a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password: HASHES.argon2id }, sentAs: 'ARGON' },
        { given: { password: SYMFONY, salt: 'k3b0w2s4x1c8o0g4' }, ...verifier },
        { given: { password: SYMFONY, salt: 'k3b0w2s4x1c8o0g4' }, ...noVerifier },
        { given: { password: SYMFONY, salt: undefined }, mapping: VERIFIER, invalid: 'hash.unrecognised' },
      ),
      'Blocked accounts': promise(
        '`enabled` 0, `locked`, `expired`, `expires_at` in the past and the same for credentials: DECLINED; administrators by `roles` are skipped; without `enabled` or `roles`: refused',
        ...declined({ enabled: '0' }, { enabled: '' }, { locked: '1' }, { expired: '1' }, { credentials_expired: '1' }),
        ...declined({ expires_at: '2019-01-01 00:00:00' }, { credentials_expire_at: '2019-01-01 00:00:00' }),
        { given: { expires_at: '2999-01-01 00:00:00', locked: 'f' }, status: 'VERIFIED' },
        { given: { roles: 'a:1:{i:0;s:16:"ROLE_SUPER_ADMIN";}' }, skipped: 'administrator' },
        { given: { roles: '["ROLE_ADMIN"]' }, skipped: 'administrator' },
        { given: { roles: 'ROLE_ADMIN,ROLE_USER' }, skipped: 'administrator' },
        { given: { roles: '["ROLE_ADMINISTERED"]' }, status: 'VERIFIED' },
        ...['enabled', 'roles', 'locked', 'expires_at'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('an id that is a UUID: without one each user is counted (`sub.missing`)', {
        counted: 'sub.missing',
      }),
    },
  },
  {
    preset: 'aspnet-membership',
    file: 'aspnet_Membership.csv',
    mapping: VERIFIER,
    ada: {
      ...{ UserId: '3F1A2B4C-5D6E-4F70-8A9B-000000000001', UserName: 'ada', Email: 'ada@example.com', IsApproved: '1' },
      ...{ IsLockedOut: '0', IsAnonymous: '0', PasswordFormat: '1', PasswordSalt: 'MjEwNA==' },
      Password: 'ZUgAmuaYTqAvisD0A427FA3oaWU=',
    },
    ben: { UserId: '3F1A2B4C-5D6E-4F70-8A9B-000000000002', UserName: 'ben', Email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'SHA-1 and SHA-256 need a verifier; clear text and encrypted passwords are invalid',
        { sentAs: 'CUSTOM_LEGACY' },
        { given: { Password: 'nk9y9WWhpRxSWTsgpDyBP3I2JjGDlLY1T36uTQbOTjI=' }, sentAs: 'CUSTOM_LEGACY' },
        { given: { PasswordFormat: '0', Password: 'Geheim-Wort-1984' }, invalid: 'hash.unrecognised' },
        // What looks like a hash is the password itself.
        { given: { PasswordFormat: '0' }, invalid: 'hash.unrecognised' },
        { given: { PasswordFormat: '2' }, invalid: 'hash.unrecognised' },
        { given: { PasswordFormat: '3' }, invalid: 'value.unknown' },
        { given: { PasswordFormat: '' }, invalid: 'value.unknown' },
      ),
      'Blocked accounts': promise(
        '`IsApproved` 0, `IsLockedOut`: DECLINED; anonymous users are skipped; without one of these columns or `PasswordFormat`: refused',
        ...declined({ IsApproved: '0' }, { IsApproved: 'False' }, { IsApproved: '' }, { IsLockedOut: 'True' }),
        ...declined({ IsAnonymous: '2' }),
        { given: { IsLockedOut: '' }, invalid: 'value.missing' },
        { given: { IsAnonymous: '1' }, skipped: 'anonymous' },
        ...['IsApproved', 'IsLockedOut', 'IsAnonymous', 'PasswordFormat'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('an empty hash: invalid (`hash.missing`)', {
        given: { Password: 'NULL' },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'devise',
    file: 'users.csv',
    ada: {
      ...{ id: '1', email: 'ada@example.com', confirmed_at: '2019-05-01 09:31:00.123456', locked_at: '' },
      ...{ failed_attempts: '0', otp_required_for_login: 'f', deleted_at: '', encrypted_password: HASHES.bcrypt },
    },
    ben: { id: '2', email: 'ben@example.com' },
    promises: {
      Hashes: promise('bcrypt is sent; under a pepper it needs a verifier, and only a canary can show that', {
        sentAs: 'BCRYPT_10',
      }),
      'Blocked accounts': promise(
        '`locked_at`, `deleted_at`, `banned_at`, `approved` 0 and others: DECLINED; without `locked_at` in an application that locks: refused',
        ...declined({ locked_at: '2024-01-02 03:04:05' }, { deleted_at: '2024-01-02' }, { banned_at: '2024-01-02' }),
        ...declined({ discarded_at: '2024-01-02' }, { blocked_at: '2024-01-02' }, { suspended_at: '2024-01-02' }),
        ...declined({ disabled_at: '2024-01-02' }),
        { given: { locked_at: undefined }, refused: '"locked_at"' },
      ),
      'Unverified addresses': promise(
        '`confirmed_at` empty: PENDING, and counted; without `confirmed_at`: refused',
        ...unverified({ confirmed_at: '' }),
        { given: { confirmed_at: '' }, status: 'PENDING' },
        { given: { confirmed_at: undefined }, refused: '"confirmed_at"' },
      ),
      'Second factors': promise('`otp_required_for_login`: counted', ...secondFactor({ otp_required_for_login: 't' })),
      'Not exported': promise('an id that is a UUID: without one each user is counted (`sub.missing`)', {
        counted: 'sub.missing',
      }),
    },
  },
];
