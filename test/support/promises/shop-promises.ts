import {
  declined,
  HASHES,
  HASHES_APART,
  notExported,
  type PresetPromises,
  promise,
  SUB_MISSING,
  VERIFIER,
} from './promise.ts';

const verifier = { mapping: VERIFIER, sentAs: 'CUSTOM_LEGACY' } as const;

const MAGENTO_ARGON2 =
  '0d15889cf46340a2099ae79f7accdf0b7c10aee04c2995fc4ffe1622560e1b13:aBcDeFgHiJkLmNoPqRsTuVwXyZ012345:3_32_2_8388608';

/** The presets of shops, sites and lists. */
export const SHOP_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'german-csv',
    file: 'kunden.csv',
    ada: { 'E-Mail': 'ada@example.com', Nachname: 'Ahorn', Passwort: HASHES.bcrypt, gesperrt: 'nein', aktiv: 'ja' },
    ben: { 'E-Mail': 'ben@example.com' },
    promises: {
      Hashes: promise(
        'hashes that name their algorithm (`$2y$…`, `{SSHA}…`); clear text is invalid',
        { given: { Passwort: HASHES.bcryptOfPhp }, sentAs: 'BCRYPT_10' },
        { given: { Passwort: HASHES.ssha }, ...verifier },
        { given: { Passwort: 'Geheim-Wort-1984' }, invalid: 'hash.unrecognised' },
      ),
      'Blocked accounts': promise(
        '`gesperrt`, `aktiv`, `gesperrt am`, `Status` and others: DECLINED; an unknown word in `Status` is invalid',
        ...declined({ gesperrt: 'Ja' }, { gesperrt: 'X' }, { gesperrt: 'GESP' }),
        ...declined({ aktiv: 'nein' }, { aktiv: '' }, { aktiv: '0' }),
        ...declined({ 'gesperrt am': '2.3.2024' }, { Status: 'gekündigt' }, { Kundenstatus: 'Gesperrt' }),
        { given: { 'gesperrt am': '00.00.0000' }, status: 'VERIFIED' },
        { given: { Status: 'Interessent' }, invalid: 'value.unknown' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'shopware5',
    file: 'kunden.csv',
    ada: {
      ...{ customernumber: '1', email: 'ada@example.com', password: HASHES.bcryptOfPhp, encoder: 'bcrypt' },
      ...{ active: '1', accountmode: '0' },
    },
    ben: { customernumber: '2', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt is sent; MD5 and SHA-256 need a verifier; an unknown `encoder` is invalid',
        { sentAs: 'BCRYPT_10' },
        { given: { password: HASHES.md5, encoder: 'md5' }, ...verifier },
        { given: { password: HASHES.md5, encoder: 'md5' }, invalid: 'hash.no_verifier' },
        {
          given: {
            password: '100000:dAHbKOCR2BItLHcElIlje0:1620f1ca0825ce2fd908bd902e5370da2dca359c346d6aa2a1d25bada0c129e1',
            encoder: 'Sha256',
          },
          ...verifier,
        },
        { given: { encoder: 'whirlpool' }, invalid: 'value.unknown' },
      ),
      'Blocked accounts': promise(
        '`active` 0: DECLINED; without `active`: refused',
        ...declined({ active: '0' }),
        { given: { active: '' }, invalid: 'value.missing' },
        { given: { active: undefined }, refused: 'active' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'shopware6',
    file: 'kunden.csv',
    ada: { id: '0123456789abcdef0123456789abcdef', email: 'ada@example.com', active: '1', guest: '0' },
    ben: { id: 'abcdef0123456789abcdef0123456789', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'with a second file: bcrypt and Argon2 are sent, MD5 of Shopware 5 needs a verifier',
        {
          mapping: 'join: { hashes: { file: hashes.csv } }\n',
          joined: { name: 'hashes.csv', text: hashesOf(HASHES.bcryptOfPhp, '', '') },
          sentAs: 'BCRYPT_10',
        },
        {
          mapping: 'join: { hashes: { file: hashes.csv } }\n',
          joined: { name: 'hashes.csv', text: hashesOf(HASHES.argon2id, '', '') },
          sentAs: 'ARGON',
        },
        {
          mapping: `join: { hashes: { file: hashes.csv } }\n${VERIFIER}`,
          joined: { name: 'hashes.csv', text: hashesOf('', HASHES.md5, 'Md5') },
          sentAs: 'CUSTOM_LEGACY',
        },
      ),
      'Blocked accounts': promise(
        '`active` 0: DECLINED; without `active`: refused',
        ...declined({ active: '0' }, { active: 'false' }),
        { given: { active: '' }, invalid: 'value.missing' },
        { given: { active: undefined }, refused: 'active' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': HASHES_APART,
    },
  },
  {
    preset: 'magento',
    file: 'customers.csv',
    ada: {
      ...{ email: 'ada@example.com', firstname: 'Ada', lastname: 'Ahorn', confirmation: '', lock_expires: '' },
      ...{ is_active: '1', password_hash: MAGENTO_ARGON2 },
    },
    ben: { email: 'ben@example.com', firstname: 'Ben', lastname: 'Buche' },
    promises: {
      Hashes: promise(
        'Argon2id is sent; MD5, SHA-256 and upgraded hashes need a verifier',
        { sentAs: 'ARGON' },
        { given: { password_hash: '4863d6ffb5cedda3ccb4929767521274:Rs:0' }, ...verifier },
        { given: { password_hash: '4863d6ffb5cedda3ccb4929767521274:Rs:0' }, invalid: 'hash.no_verifier' },
        {
          given: {
            password_hash:
              '7cec9cb077304adb69dc2db2ecac683cb2d3720f7c5ccac51f4e3086dafbda77:aBcDeFgHiJkLmNoPqRsTuVwXyZ012345:1',
          },
          ...verifier,
        },
      ),
      'Blocked accounts': promise(
        '`is_active` 0, `lock_expires` in the future: DECLINED',
        ...declined({ is_active: '0' }, { is_active: 'False' }, { lock_expires: '2999-01-01 00:00:00' }),
        { given: { is_active: 'nein' }, invalid: 'value.unknown' },
        { given: { lock_expires: '2019-01-01 00:00:00' }, status: 'VERIFIED' },
      ),
      'Unverified addresses': promise('`confirmation` filled: PENDING, and counted', {
        given: { confirmation: 'AbCdEf' },
        status: 'PENDING',
        counted: 'email.unverified',
      }),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'wordpress',
    file: 'users.json',
    ada: { ID: 1, user_login: 'ada', user_email: 'ada@example.com', user_pass: HASHES.bcrypt, user_status: '0' },
    ben: { ID: 2, user_login: 'ben', user_email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'plain bcrypt is sent; `$P$`, `$wp$2y$` and MD5 need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { user_pass: HASHES.phpass }, ...verifier },
        {
          given: { user_pass: '$wp$2y$10$Q1xinFjrZeLWJBvxviIL6u834Fu.evIEFHAUVisQ5O.w9Dm0sMdES' },
          ...verifier,
        },
        {
          given: { user_pass: '$wp$2y$10$Q1xinFjrZeLWJBvxviIL6u834Fu.evIEFHAUVisQ5O.w9Dm0sMdES' },
          invalid: 'hash.no_verifier',
        },
        { given: { user_pass: HASHES.md5 }, ...verifier },
      ),
      'Blocked accounts': promise(
        '`spam` 1, `user_status` other than 0: DECLINED; `deleted` 1: skipped',
        ...declined({ spam: '1' }, { spam: true }, { user_status: '1' }, { user_status: 2 }),
        { given: { spam: 'ja' }, invalid: 'value.unknown' },
        ...['1', 1, true].map((deleted) => ({ given: { deleted }, skipped: 'deleted' })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
];

/** Hashes of the database: one of ada, and these of ben. */
function hashesOf(password: string, legacy: string, encoder: string): string {
  const ada = ['0123456789ABCDEF0123456789ABCDEF', HASHES.bcrypt, '', ''];
  const lines = [ada, ['ABCDEF0123456789ABCDEF0123456789', password, legacy, encoder]];
  return `id;password;legacy_password;legacy_encoder\n${lines.map((cells) => `${cells.join(';')}\n`).join('')}`;
}
