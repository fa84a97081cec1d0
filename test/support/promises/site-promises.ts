import {
  declined,
  HASHES,
  notExported,
  type PresetPromises,
  promise,
  SUB_MISSING,
  secondFactor,
  unverified,
  VERIFIER,
} from './promise.ts';

const verifier = { mapping: VERIFIER, sentAs: 'CUSTOM_LEGACY' } as const;
const noVerifier = { invalid: 'hash.no_verifier' } as const;

const PAST = '1577836800';
const FUTURE = '32503680000';

/** The presets of content management systems and communities. */
export const SITE_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'typo3',
    file: 'fe_users.csv',
    ada: {
      ...{ uid: '1', pid: '12', username: 'ada', email: 'ada@example.com', deleted: '0', disable: '0' },
      ...{ starttime: '0', endtime: '0', mfa: '', password: HASHES.argon2id },
    },
    ben: { uid: '2', username: 'ben', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'Argon2 and `$2a$` are sent; `$2y$` (bcrypt of SHA-384), `$P$`, PBKDF2, `M$…` and `C$…` need a verifier; clear text is invalid',
        { sentAs: 'ARGON' },
        { given: { password: '$2a$07$Rvtl6CyMhR8GZGhHypjwOuydeN0nKFAlgo1LmmGrLowtIrtkov5Na' }, sentAs: 'BCRYPT_7' },
        { given: { password: HASHES.bcryptOfPhp }, ...verifier },
        { given: { password: HASHES.bcryptOfPhp }, ...noVerifier },
        { given: { password: HASHES.phpass }, ...verifier },
        {
          given: {
            password: '$pbkdf2-sha256$6400$.6UI/S.nXIk8jcbdHx3Fhg$98jZicV16ODfEsEZeYPGHU3kbrUrvUEXOPimVSQDD44',
          },
          ...verifier,
        },
        { given: { password: 'M$P$CrandomSA6tAW.RRIKhLf.yLN144v20' }, ...verifier },
        { given: { password: 'C$P$C7u7E10SBEie/Jbdz0jDtUcWhzgOPF.' }, ...verifier },
        { given: { password: 'Geheim-Wort-1984' }, invalid: 'hash.unrecognised' },
      ),
      'Blocked accounts': promise(
        '`disable`, `starttime` in the future, `endtime` in the past: DECLINED; `deleted`: skipped; without one of them: refused',
        ...declined({ disable: '1' }, { disable: 'x' }, { starttime: FUTURE }, { endtime: PAST }),
        { given: { starttime: PAST, endtime: FUTURE }, status: 'VERIFIED' },
        { given: { disable: '' }, invalid: 'value.missing' },
        { given: { endtime: 'bald' }, invalid: 'value.unread' },
        { given: { deleted: '1' }, skipped: 'deleted' },
        ...declined({ deleted: '2' }),
        ...['disable', 'starttime', 'endtime', 'deleted'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': promise('`mfa`: counted', ...secondFactor({ mfa: '{"totp":{"active":true}}' })),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'drupal',
    file: 'users_field_data.csv',
    ada: {
      ...{ uid: '2', uuid: '4c1d2e3f-0a1b-4c2d-8e3f-000000000102', name: 'ada', mail: 'ada@example.com' },
      ...{ status: '1', default_langcode: '1', pass: HASHES.bcryptOfPhp },
    },
    ben: { uid: '3', uuid: '4c1d2e3f-0a1b-4c2d-8e3f-000000000103', name: 'ben', mail: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt is sent; `$S$`, `U$S$` and `$P$` need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { pass: '$S$C20340258nzjDWpoQthrdNTR02f0pmev0K/5/Nx80WSkOQcPEQRh' }, ...verifier },
        { given: { pass: '$S$C20340258nzjDWpoQthrdNTR02f0pmev0K/5/Nx80WSkOQcPEQRh' }, ...noVerifier },
        { given: { pass: 'U$S$C20340258nzjDWpoQthrdNTR02f0pmev0K/5/Nx80WSkOQcPEQRh' }, ...verifier },
        { given: { pass: HASHES.phpass }, ...verifier },
      ),
      'Blocked accounts': promise(
        '`status` not 1: DECLINED; without `status`: refused; `uid` 0 and 1 are skipped',
        ...declined({ status: '0' }, { status: '' }, { status: '2' }),
        { given: { status: undefined }, refused: '"status"' },
        { given: { uid: '0' }, skipped: 'anonymous' },
        { given: { uid: '1' }, skipped: 'administrator' },
        { given: { default_langcode: '0' }, skipped: 'translation of another row' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('`uuid`, which is in another table: without it each user is counted (`sub.missing`)', {
        given: { uuid: undefined },
        counted: 'sub.missing',
      }),
    },
  },
  {
    preset: 'contao',
    file: 'tl_member.csv',
    ada: {
      ...{ id: '1', firstname: 'Ada', lastname: 'Ahorn', email: 'ada@example.com', username: 'ada', login: '1' },
      ...{ disable: '', start: '', stop: '', locked: '0', useTwoFactor: '', password: HASHES.bcryptOfPhp },
    },
    ben: { id: '2', firstname: 'Ben', lastname: 'Buche', email: 'ben@example.com', username: 'ben' },
    promises: {
      Hashes: promise(
        'bcrypt, Argon2 and SHA-1 without a salt are sent; `$6$` and salted SHA-1 need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password: HASHES.argon2id }, sentAs: 'ARGON' },
        { given: { password: 'c973c0b1ed2f7a1def9080ac4ccc9990c8b29f4c' }, sentAs: 'SHA1' },
        { given: { password: 'c973c0b1ed2f7a1def9080ac4ccc9990c8b29f4c:a1b2c3d4e5f6a7b8c9d0e1f' }, ...verifier },
        { given: { password: 'c973c0b1ed2f7a1def9080ac4ccc9990c8b29f4c:a1b2c3d4e5f6a7b8c9d0e1f' }, ...noVerifier },
        {
          given: {
            password:
              '$6$abcdefgh$yVfUwsw5T.JApa8POvClA1pQ5peiq97DUNyXCZN5IrF.BMSkiaLQ5kvpuEm/VQ1Tvh/KV2TcaWh8qinoW5dhA1',
          },
          ...verifier,
        },
      ),
      'Blocked accounts': promise(
        '`disable`, `login` not set, `start` and `locked` in the future, `stop` in the past: DECLINED; without one of the first four: refused; contacts without a login are skipped',
        ...declined({ disable: '1' }, { disable: '2' }, { login: '' }, { login: '0' }),
        ...declined({ start: FUTURE }, { stop: PAST }, { locked: FUTURE }),
        { given: { start: PAST, stop: FUTURE, locked: PAST, disable: '0' }, status: 'VERIFIED' },
        { given: { login: '', password: '' }, skipped: 'contact without a login' },
        ...['disable', 'login', 'start', 'stop', 'password'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': promise('`useTwoFactor`: counted', ...secondFactor({ useTwoFactor: '1' })),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'woltlab',
    file: 'wcf1_user.csv',
    ada: {
      ...{ userID: '1', username: 'ada', email: 'ada@example.com', banned: '0', activationCode: '0', quitStarted: '0' },
      ...{ emailConfirmed: '', multifactorActive: '0', authData: '', password: `Bcrypt:${HASHES.bcryptOfPhp}` },
    },
    ben: { userID: '2', username: 'ben', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        '`Bcrypt:` and `Argon2:` are sent; `$2a$08$` (bcrypt twice), `wcf2:`, `wcf1:` and `phpbb3:` need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password: `Argon2:${HASHES.argon2id}` }, sentAs: 'ARGON' },
        { given: { password: '$2a$08$abcdefghijklmnopqrstuu5jmwiddUticfTQ7v1DfxoMxOqTh6x2.' }, ...verifier },
        { given: { password: '$2a$08$abcdefghijklmnopqrstuu5jmwiddUticfTQ7v1DfxoMxOqTh6x2.' }, ...noVerifier },
        { given: { password: 'wcf2:$2a$08$abcdefghijklmnopqrstuu5jmwiddUticfTQ7v1DfxoMxOqTh6x2.' }, ...verifier },
        {
          given: { password: 'wcf1:7f8d1951fe48ae3266980c2979c141f60e4415e5:5037864764153886517871426607441768004150' },
          ...verifier,
        },
        { given: { password: `phpbb3:${HASHES.phpass}:` }, ...verifier },
      ),
      'Blocked accounts': promise(
        '`banned`, `activationCode` not 0: DECLINED; `quitStarted`: skipped; without one of them: refused',
        ...declined({ banned: '1' }, { activationCode: '123456789' }, { activationCode: 'x' }),
        { given: { banned: '' }, invalid: 'value.missing' },
        { given: { quitStarted: PAST }, skipped: 'deletion requested' },
        ...['banned', 'activationCode', 'quitStarted'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': promise(
        '`emailConfirmed` with a token: PENDING, and counted',
        ...unverified({ emailConfirmed: '89abcdef0123456789abcdef0123456789abcdef' }),
        { given: { emailConfirmed: '89abcdef' }, status: 'PENDING', counted: 'email.unverified' },
      ),
      'Second factors': promise('`multifactorActive`: counted', ...secondFactor({ multifactorActive: '1' })),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'joomla',
    file: 'users.csv',
    ada: {
      ...{ id: '43', name: 'Ada Ahorn', username: 'ada', email: 'ada@example.com', block: '0', group_ids: '2' },
      ...{ otpKey: '', password: HASHES.bcryptOfPhp },
    },
    ben: { id: '44', name: 'Ben Buche', username: 'ben', email: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt and Argon2 are sent; `md5:salt`, `{SHA256}hex:salt` and `$P$` need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { password: HASHES.argon2id }, sentAs: 'ARGON' },
        { given: { password: 'b78f863f2c67410c41e617f724e22f34:89384528665349271307465505333378' }, ...verifier },
        { given: { password: 'b78f863f2c67410c41e617f724e22f34:89384528665349271307465505333378' }, ...noVerifier },
        {
          given: {
            password: '{SHA256}612994683da31910fdcabce8237303a57740e9b68b0584b2b1647539ccc28578:879334ce9ac922c6',
          },
          ...verifier,
        },
        { given: { password: HASHES.phpass }, ...verifier },
      ),
      'Blocked accounts': promise(
        '`block`: DECLINED; administrators by `group_ids` are skipped; without one of the two: refused',
        ...declined({ block: '1' }, { block: 'x' }),
        { given: { block: '' }, invalid: 'value.missing' },
        ...['8', '2,7', '6,2'].map((group_ids) => ({ given: { group_ids }, skipped: 'administrator' })),
        { given: { group_ids: '2,18,60' }, status: 'VERIFIED' },
        { given: { block: undefined }, refused: '"block"' },
        { given: { group_ids: undefined }, refused: '"group_ids"' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': promise('`otpKey` of older versions: counted', ...secondFactor({ otpKey: 'totp:a1b2c3' })),
      'Not exported': SUB_MISSING,
    },
  },
];
