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

const KEYCLOAK_ARGON2 = {
  type: 'password',
  secretData: '{"value":"xKjWvB9+0sSP6wTqI1JoEI7w+iA0x9VDhPgmrOHRG80=","salt":"LRScGShC7shkdoU5B1UgUQ=="}',
  credentialData:
    '{"hashIterations":5,"algorithm":"argon2","additionalParameters":{"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}',
};
const KEYCLOAK_PBKDF2 = {
  type: 'password',
  secretData:
    '{"value":"kNwotFPNeuwelpT1HWt+E4ONXFK6wjd+h0zbzNBRGwOqacAjeY7vYN9QZQ46DlEKSdn04cEU/3RvX8WPcRegxg==","salt":"rEIJDbs+BQqpx31v8mONWA=="}',
  credentialData: '{"hashIterations":27500,"algorithm":"pbkdf2-sha256","additionalParameters":{}}',
};

/** The presets of servers and frameworks that somebody runs himself. */
export const SERVER_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'keycloak',
    file: 'users.json',
    ada: {
      ...{ id: '6f1d2c3b-4a5e-4f60-8a7b-000000000001', username: 'ada', email: 'ada@example.com', enabled: true },
      ...{ emailVerified: true, totp: false, credentials: [KEYCLOAK_ARGON2] },
    },
    ben: { id: '6f1d2c3b-4a5e-4f60-8a7b-000000000002', username: 'ben', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'Argon2 is sent; PBKDF2 needs a verifier',
        { sentAs: 'ARGON' },
        { given: { credentials: [KEYCLOAK_PBKDF2] }, ...verifier },
        { given: { credentials: [KEYCLOAK_PBKDF2] }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        '`enabled` false: DECLINED; without `enabled`: invalid',
        ...declined({ enabled: false }, { enabled: 'false' }),
        { given: { enabled: undefined }, invalid: 'value.missing' },
        { given: { enabled: 'maybe' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': promise(
        '`emailVerified` not true: counted',
        ...unverified({ emailVerified: false }, { emailVerified: undefined }),
      ),
      'Second factors': promise(
        '`totp`, one-time passwords, security keys and recovery codes: counted',
        ...secondFactor({ totp: true }),
        ...['otp', 'webauthn', 'webauthn-passwordless', 'recovery-authn-codes', 'totp', 'hotp'].flatMap((type) =>
          secondFactor({ credentials: [KEYCLOAK_ARGON2, { type, secretData: '{}', credentialData: '{}' }] }),
        ),
      ),
      'Not exported': promise('hashes in the list of the Admin API: each user is invalid (`hash.missing`)', {
        given: { credentials: undefined },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'ldif',
    file: 'users.ldif',
    ada: {
      ...{ dn: 'uid=ada,dc=example,dc=com', objectClass: 'inetOrgPerson', uid: 'ada', mail: 'ada@example.com' },
      ...{ entryUUID: '1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9', userPassword: `{BCRYPT}${HASHES.bcrypt}` },
    },
    ben: {
      ...{ dn: 'uid=ben,dc=example,dc=com', uid: 'ben', mail: 'ben@example.com' },
      ...{ entryUUID: '2f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9' },
    },
    promises: {
      Hashes: promise(
        '`{BCRYPT}` and `{ARGON2}` are sent; `{SSHA}` and similar need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { userPassword: `{ARGON2}${HASHES.argon2id}` }, sentAs: 'ARGON' },
        { given: { userPassword: HASHES.ssha }, ...verifier },
        { given: { userPassword: HASHES.ssha }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        'disabled (`userAccountControl`, `nsAccountLock` and others), locked (`lockoutTime`, `pwdAccountLockedTime`, `lockedByIntruder`) and expired (`accountExpires`): DECLINED',
        ...declined(
          { userAccountControl: '514' },
          { userAccountControl: '66050' },
          { lockoutTime: '133500000000000000' },
        ),
        ...declined({ pwdAccountLockedTime: '000001010000Z' }, { nsAccountLock: 'TRUE' }, { lockedByIntruder: 'TRUE' }),
        ...declined({ 'ds-pwp-account-disabled': 'true' }, { loginDisabled: 'TRUE' }),
        ...declined({ accountExpires: '132223104000000000' }),
        {
          given: { accountExpires: '9223372036854775807', lockoutTime: '0', nsAccountLock: 'FALSE' },
          status: 'VERIFIED',
        },
        { given: { userAccountControl: '512', userPassword: undefined }, status: 'VERIFIED' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('hashes of Active Directory: its users have no password', {
        given: { userAccountControl: '512', userPassword: undefined },
        sentAs: null,
      }),
    },
  },
  {
    preset: 'forgerock',
    file: 'users.json',
    ada: {
      ...{ _id: 'e1e1e1e1-e1e1-4e1e-8e1e-e1e1e1e1e1e1', userName: 'ada', mail: 'ada@example.com' },
      ...{ givenName: 'Ada', accountStatus: 'active', password: `{BCRYPT}${HASHES.bcrypt}` },
    },
    ben: { _id: 'e2e2e2e2-e2e2-4e2e-8e2e-e2e2e2e2e2e2', userName: 'ben', mail: 'ben@example.com', givenName: 'Ben' },
    promises: {
      Hashes: promise(
        '`{BCRYPT}` is sent; PBKDF2 and salted digests need a verifier',
        { sentAs: 'BCRYPT_10' },
        {
          given: {
            password: '{PBKDF2-HMAC-SHA256}10:vXENVZIvI1nHnkYu/FyvPL/t1dHuCpbVw4kX74UdCTEHCAkKCwwNDg8QERITFBUW',
          },
          ...verifier,
        },
        { given: { password: HASHES.ssha }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        '`accountStatus`, `inetUserStatus` not active: DECLINED; without either, or another word: invalid',
        ...declined({ accountStatus: 'inactive' }, { accountStatus: 'locked' }, { accountStatus: 'Deleted' }),
        ...declined({ accountStatus: undefined, inetUserStatus: ['Inactive'] }),
        { given: { accountStatus: undefined }, invalid: 'value.missing' },
        { given: { accountStatus: 'suspended' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('passwords that are encrypted (`$crypto`): invalid (`hash.unrecognised`)', {
        given: { password: { $crypto: { type: 'x-simple-encryption', value: { data: 'AAAA' } } } },
        invalid: 'hash.unrecognised',
      }),
    },
  },
];
