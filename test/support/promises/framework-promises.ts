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

/** The presets of frameworks and of servers for applications. */
export const FRAMEWORK_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'aspnet-identity',
    file: 'AspNetUsers.csv',
    mapping: VERIFIER,
    ada: {
      ...{ Id: '11111111-aaaa-4aaa-8aaa-111111111111', UserName: 'ada', Email: 'ada@example.com', EmailConfirmed: '1' },
      ...{ TwoFactorEnabled: '0', LockoutEnd: 'NULL', IsActive: '1', IsEnabled: '1', IsDeleted: '0' },
      PasswordHash: 'ANXrDknc7fGPpigibZXXZFMX4aoqz44JveK6jQuwY3eH/UyPhvr5xTPeGYEckLxz9A==',
    },
    ben: { Id: '22222222-aaaa-4aaa-8aaa-222222222222', UserName: 'ben', Email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'PBKDF2 of both versions needs a verifier',
        { sentAs: 'CUSTOM_LEGACY' },
        {
          given: {
            PasswordHash:
              'AQAAAAEAA9CQAAAAIESkQuj2Du8Y+kbc5lcN/W/3NiAZFEm11P27nrSN5/tId+bR1SwV8CO1Jd72r4C08OLvplNlCDc3oQZ8efcW+jQ=',
          },
          sentAs: 'CUSTOM_LEGACY',
        },
      ),
      'Blocked accounts': promise(
        '`LockoutEnd` in the future, `IsActive`, `IsDeleted` and others: DECLINED; without `LockoutEnd`: refused',
        ...declined({ LockoutEnd: '9999-12-31 23:59:59.9999999 +00:00' }),
        ...declined({ IsActive: '0' }, { IsActive: 'False' }, { IsEnabled: '' }),
        ...declined({ IsDeleted: '1' }, { IsBlocked: 'True' }, { IsDisabled: 'true' }, { IsLocked: 'x' }),
        { given: { LockoutEnd: '2019-05-01 10:00:00.0000000 +00:00', IsActive: 'True' }, status: 'VERIFIED' },
        { given: { LockoutEnd: undefined }, refused: 'LockoutEnd' },
      ),
      'Unverified addresses': promise(
        '`EmailConfirmed` not true: counted',
        ...unverified({ EmailConfirmed: '0' }, { EmailConfirmed: 'False' }, { EmailConfirmed: '' }),
      ),
      'Second factors': promise(
        '`TwoFactorEnabled`: counted',
        ...secondFactor({ TwoFactorEnabled: '1' }, { TwoFactorEnabled: 'True' }),
      ),
      'Not exported': promise(
        'logins of other providers: without the second file their users are invalid (`hash.missing`)',
        { given: { PasswordHash: 'NULL' }, invalid: 'hash.missing' },
      ),
    },
  },
  {
    preset: 'django',
    file: 'users.json',
    ada: {
      ...{ model: 'auth.user', pk: '12345678-1234-4234-8234-123456789abc' },
      ...{ 'fields.username': 'ada', 'fields.email': 'ada@example.com', 'fields.is_active': true },
      'fields.password': 'pbkdf2_sha256$600000$seasalt$OAXyhAQ/4ZDA9V5RMExt3C1OwQdUpLZ99vm1McFlLRA=',
    },
    ben: {
      ...{ pk: '22345678-1234-4234-8234-123456789abc', 'fields.username': 'ben', 'fields.email': 'ben@example.com' },
    },
    promises: {
      Hashes: promise(
        'PBKDF2 with SHA-256 and Argon2 are sent; others, also `bcrypt_sha256`, need a verifier',
        { sentAs: 'PBKDF2' },
        { given: { 'fields.password': `argon2${HASHES.argon2id}` }, sentAs: 'ARGON' },
        {
          given: { 'fields.password': 'bcrypt_sha256$$2b$05$ZyXwVuTsRqPoNmLkJiHgFefIfrYTeYbbev72nCVd4LkcUlZvTglX2' },
          ...verifier,
        },
        {
          given: { 'fields.password': 'bcrypt_sha256$$2b$05$ZyXwVuTsRqPoNmLkJiHgFefIfrYTeYbbev72nCVd4LkcUlZvTglX2' },
          ...noVerifier,
        },
      ),
      'Blocked accounts': promise(
        '`is_active` false: DECLINED; without `is_active`: invalid',
        ...declined({ 'fields.is_active': false }),
        { given: { 'fields.is_active': undefined }, invalid: 'value.missing' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('passwords of users who have none (`!…`): invalid (`hash.missing`)', {
        given: { 'fields.password': '!7Xf0vZ' },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'laravel',
    file: 'users.csv',
    ada: {
      ...{ id: '1', name: 'Ada Ahorn', email: 'ada@example.com', email_verified_at: '2021-02-03 09:47:58' },
      ...{ password: HASHES.bcryptOfPhp, two_factor_secret: 'NULL', is_active: '1', active: '1' },
    },
    ben: { id: '2', name: 'Ben Buche', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt and Argon2 are sent',
        { sentAs: 'BCRYPT_10' },
        { given: { password: HASHES.argon2id }, sentAs: 'ARGON' },
      ),
      'Blocked accounts': promise(
        '`deleted_at`, `banned_at`, `is_active`, `is_banned` and others: DECLINED; an unknown word in `status` is invalid',
        ...declined({ deleted_at: '2022-01-01 00:00:00' }, { banned_at: '2022-01-01' }, { blocked_at: '2022-01-01' }),
        ...declined({ suspended_at: '2022-01-01' }, { disabled_at: '2022-01-01' }),
        ...declined({ is_active: '0' }, { is_active: '' }, { active: 'false' }),
        ...declined(
          { is_banned: '1' },
          { banned: 'true' },
          { is_blocked: 't' },
          { blocked: 'yes' },
          { status: 'Banned' },
        ),
        { given: { status: 'gold' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': promise(
        '`email_verified_at` empty: counted',
        ...unverified({ email_verified_at: 'NULL' }, { email_verified_at: '' }),
      ),
      'Second factors': promise(
        '`two_factor_secret`, `google2fa_secret`: counted',
        ...secondFactor({ two_factor_secret: 'eyJpdiI6' }, { google2fa_secret: 'eyJpdiI6' }),
      ),
      'Not exported': promise('an id that is a UUID: without one each user is counted (`sub.missing`)', {
        counted: 'sub.missing',
      }),
    },
  },
  {
    preset: 'fusionauth',
    file: 'users.json',
    ada: {
      ...{ id: 'fa000000-0000-4000-8000-000000000001', email: 'ada@example.com', active: true, verified: true },
      ...{ encryptionScheme: 'bcrypt', factor: 5, salt: 'ZyXwVuTsRqPoNmLkJiHgFe' },
      password: 'RSdGqFDl5YYZNBquCIfTX0dS4Zulx/e',
    },
    ben: { id: 'fa000000-0000-4000-8000-000000000002', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'out of the database: bcrypt is sent, salted PBKDF2 needs a verifier',
        { sentAs: 'BCRYPT_5' },
        {
          given: {
            ...{ encryptionScheme: 'salted-pbkdf2-hmac-sha256', factor: 24000, salt: 'BwgJCgsMDQ4PEBESExQVFg==' },
            password: 'PtikOM8nJwzXs14XAM3wdgpmz3SjRCYxp9pLMUwbGjE=',
          },
          ...verifier,
        },
      ),
      'Blocked accounts': promise(
        '`active` false, `expiry` in the past: DECLINED; without `active`: invalid',
        ...declined({ active: false }, { expiry: 1500000000000 }),
        { given: { expiry: 32503680000000 }, status: 'VERIFIED' },
        { given: { active: undefined }, invalid: 'value.missing' },
      ),
      'Unverified addresses': promise(
        '`verified` not true: counted',
        ...unverified({ verified: false }, { verified: undefined }),
      ),
      'Second factors': promise(
        '`twoFactor.methods`, `twoFactorEnabled`: counted',
        ...secondFactor({ twoFactor: { methods: [{ method: 'sms' }] } }, { twoFactorEnabled: true }),
      ),
      'Not exported': promise('hashes in the answers of the API: `password: null` imports users without them', {
        mapping: 'password: null\n',
        given: { encryptionScheme: undefined, factor: undefined, salt: undefined, password: undefined },
        sentAs: null,
        logged: 'every user has to set a new one',
      }),
    },
  },
  {
    preset: 'kratos',
    file: 'identities.json',
    ada: {
      ...{ id: '0a000000-0000-4000-8000-000000000001', state: 'active', traits: { email: 'ada@example.com' } },
      verifiable_addresses: [{ value: 'ada@example.com', verified: true, via: 'email' }],
      'credentials.password': { config: { hashed_password: HASHES.argon2id } },
    },
    ben: {
      ...{ id: '0a000000-0000-4000-8000-000000000002', traits: { email: 'ben@example.com' } },
      verifiable_addresses: [{ value: 'ben@example.com', verified: true, via: 'email' }],
    },
    promises: {
      Hashes: promise(
        'bcrypt and Argon2 are sent; others need a verifier',
        { sentAs: 'ARGON' },
        { given: { 'credentials.password': { config: { hashed_password: HASHES.bcrypt } } }, sentAs: 'BCRYPT_10' },
        { given: { 'credentials.password': { config: { hashed_password: HASHES.ssha } } }, ...verifier },
        { given: { 'credentials.password': { config: { hashed_password: HASHES.ssha } } }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        '`state` inactive: DECLINED; without `state`, or another word: invalid',
        ...declined({ state: 'inactive' }),
        { given: { state: undefined }, invalid: 'value.missing' },
        { given: { state: 'blocked' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': promise(
        '`verified` in `verifiable_addresses` not true: counted',
        ...unverified(
          { verifiable_addresses: [{ value: 'ben@example.com', verified: false, via: 'email' }] },
          { verifiable_addresses: [] },
        ),
      ),
      'Second factors': promise(
        '`totp`, `webauthn`, `lookup_secret`: counted',
        ...secondFactor({ 'credentials.totp': { type: 'totp', identifiers: ['x'] } }),
        ...secondFactor({ 'credentials.webauthn': { type: 'webauthn', identifiers: ['x'] } }),
        ...secondFactor({ 'credentials.lookup_secret': { type: 'lookup_secret', identifiers: ['x'] } }),
      ),
      'Not exported': promise('hashes without `include_credential=password`: invalid (`hash.missing`)', {
        given: { 'credentials.password': undefined },
        invalid: 'hash.missing',
      }),
    },
  },
];
