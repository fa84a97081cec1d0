import {
  declined,
  HASHES,
  HASHES_APART,
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

const SAP_PBKDF2 = {
  hash: 'R6dUtXo/XPYEcT+qKLoghA==',
  hashSettings: { algorithm: 'pbkdf2', rounds: 3000, salt: 'BwgJCgsMDQ4PEBESExQVFg==' },
};
const AUTH0_JOIN = 'join: { hashes: { file: hashes.json } }\n';
/** Hashes of ada and of the user with this id. */
const auth0Hashes = (id: string) => ({
  name: 'hashes.json',
  text: ['60425dc43519d90068f82973', id]
    .map((oid) => `${JSON.stringify({ _id: { $oid: oid }, passwordHash: HASHES.bcrypt })}\n`)
    .join(''),
});

/** The presets of services that somebody else runs. */
export const SERVICE_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'sap-cdc',
    file: 'accounts.json',
    ada: {
      ...{
        UID: '_guid_1',
        isActive: true,
        isRegistered: true,
        isVerified: true,
        isLockedOut: false,
        loginProvider: 'site',
      },
      ...{ loginIDs: { emails: ['ada@example.com'] }, tfaStatus: 'none' },
      password: { hash: HASHES.bcrypt, hashSettings: { algorithm: 'bcrypt' } },
    },
    ben: { UID: '_guid_2', loginIDs: { emails: ['ben@example.com'] } },
    promises: {
      Hashes: promise(
        'bcrypt is sent; PBKDF2, MD5 and salted digests need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password: SAP_PBKDF2 }, ...verifier },
        { given: { password: SAP_PBKDF2 }, ...noVerifier },
        { given: { password: { hash: HASHES.md5, hashSettings: { algorithm: 'md5' } } }, ...verifier },
      ),
      'Blocked accounts': promise(
        '`isActive` false, `isLockedOut`: DECLINED; without `isActive`: invalid; lite accounts are skipped',
        ...declined({ isActive: false }, { isLockedOut: true }, { isLockedOut: 'True' }, { isLockedOut: 1 }),
        { given: { isLockedOut: 'yes' }, invalid: 'value.unknown' },
        ...[false, 'False', 0].map((isRegistered) => ({ given: { isRegistered }, skipped: 'lite account' })),
        { given: { isActive: undefined }, invalid: 'value.missing' },
      ),
      'Unverified addresses': promise(
        '`isVerified` not true: counted',
        ...unverified({ isVerified: false }, { isVerified: undefined }),
      ),
      'Second factors': promise(
        '`tfaStatus`: counted',
        ...secondFactor({ tfaStatus: 'forceOn' }, { tfaStatus: 'forceMobile' }),
      ),
      'Not exported': promise('hashes without the right to read them: invalid (`hash.missing`)', {
        given: { password: undefined },
        invalid: 'hash.missing',
      }),
    },
  },
  {
    preset: 'azure-b2c',
    file: 'users.json',
    ada: {
      ...{ id: '11111111-1111-4111-8111-111111111111', accountEnabled: true, userType: 'Member' },
      identities: [{ signInType: 'emailAddress', issuer: 'shop.onmicrosoft.com', issuerAssignedId: 'ada@example.com' }],
    },
    ben: {
      id: '22222222-2222-4222-8222-222222222222',
      identities: [{ signInType: 'emailAddress', issuer: 'shop.onmicrosoft.com', issuerAssignedId: 'ben@example.com' }],
    },
    promises: {
      Hashes: NO_HASHES,
      'Blocked accounts': promise(
        '`accountEnabled` false: DECLINED; without `accountEnabled`: invalid; guests are skipped',
        ...declined({ accountEnabled: false }, { accountEnabled: 'False' }),
        { given: { accountEnabled: undefined }, invalid: 'value.missing' },
        {
          given: { userType: undefined, userPrincipalName: 'ben_example.com#EXT#@shop.onmicrosoft.com' },
          skipped: 'guest of another directory',
        },
        { given: { userType: 'guest' }, skipped: 'guest of another directory' },
        { given: { userType: 'Guest' }, skipped: 'guest of another directory' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': HASHES_MISSING,
    },
  },
  {
    preset: 'auth0',
    file: 'users.json',
    ada: { user_id: 'auth0|60425dc43519d90068f82973', email: 'ada@example.com', email_verified: true },
    ben: { user_id: 'auth0|60425da93519d90068f82966', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'with a second file: bcrypt is sent; users of the database without one are invalid',
        { mapping: AUTH0_JOIN, joined: auth0Hashes('60425da93519d90068f82966'), sentAs: 'BCRYPT_10' },
        { mapping: AUTH0_JOIN, joined: auth0Hashes('60425da93519d90068f82967'), invalid: 'hash.missing' },
      ),
      'Blocked accounts': promise(
        '`blocked` true: DECLINED; a CSV file without it: refused',
        ...declined({ blocked: true }, { blocked: 'True' }),
        { given: { blocked: 'maybe' }, invalid: 'value.unknown' },
        { file: 'users.csv', given: { blocked: undefined }, refused: 'blocked' },
      ),
      'Unverified addresses': promise(
        '`email_verified` not true: counted',
        ...unverified({ email_verified: false }, { email_verified: undefined }),
      ),
      'Second factors': promise('`multifactor`: counted', ...secondFactor({ multifactor: ['guardian'] })),
      'Not exported': HASHES_APART,
    },
  },
  {
    preset: 'akamai',
    file: 'entities.json',
    ada: {
      ...{ uuid: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', email: 'ada@example.com' },
      ...{ emailVerified: '2021-02-03 09:47:58 +0000', deactivateAccount: null },
      password: { type: 'password-bcrypt', value: HASHES.bcrypt },
    },
    ben: { uuid: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt is sent; MD5 and salted digests need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password: { type: 'password-md5', value: HASHES.md5 } }, ...verifier },
        { given: { password: { type: 'password-md5', value: HASHES.md5 } }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        '`deactivateAccount` filled: DECLINED; a CSV file without it: refused',
        ...declined({ deactivateAccount: '2023-01-01 00:00:00 +0000' }),
        { file: 'entities.csv', given: { deactivateAccount: undefined }, refused: 'deactivateAccount' },
      ),
      'Unverified addresses': promise(
        '`emailVerified` empty: counted',
        ...unverified({ emailVerified: null }, { emailVerified: undefined }),
      ),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('hashes that the schema does not show: invalid (`hash.missing`)', {
        given: { password: undefined },
        invalid: 'hash.missing',
      }),
    },
  },
];
