import { declined, HASHES, notExported, type PresetPromises, promise, SUB_MISSING, VERIFIER } from './promise.ts';

const verifier = { mapping: VERIFIER, sentAs: 'CUSTOM_LEGACY' } as const;
const noVerifier = { invalid: 'hash.no_verifier' } as const;

const OXID_MD5 = {
  OXPASSWORD: '4bb11fbb0c6bf332517a7ec397e49f1c',
  OXPASSSALT: '3262383936333839303439393466346533653733366533346137326666393632',
};
const OXID_SHA512 = {
  OXPASSWORD:
    'b016e37ac8ec71449b475e84a941e3c39a27fb8f0710d4b47d6116ad6a6afcaa0c17006a4c01ffc67f3db95772fe001584cb4ce7e5bacd74198c24d1851841d5',
  OXPASSSALT: '56784f8ffc657fff84915b93e12a626e',
};

/** The presets of shops whose customers come out of the database. */
export const STORE_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'oxid',
    file: 'oxuser.csv',
    ada: {
      ...{ OXID: 'e7af1c3b786fd02906ccd75698f4e6b9', OXUSERNAME: 'ada@example.com', OXACTIVE: '1', OXRIGHTS: 'user' },
      ...{ OXGROUPS: 'oxidnewcustomer', OXPASSWORD: HASHES.bcryptOfPhp, OXPASSSALT: '' },
    },
    ben: { OXID: '02b6c5d3a1f24e8b9c7d6e5f4a3b2c1d', OXUSERNAME: 'ben@example.com' },
    promises: {
      Hashes: promise(
        'bcrypt and Argon2 are sent; MD5 and SHA-512, each with its salt, need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { OXPASSWORD: HASHES.argon2id }, sentAs: 'ARGON' },
        { given: OXID_MD5, ...verifier },
        { given: OXID_MD5, ...noVerifier },
        { given: OXID_SHA512, ...verifier },
        { given: { ...OXID_SHA512, OXPASSSALT: '' }, mapping: VERIFIER, invalid: 'hash.unrecognised' },
      ),
      'Blocked accounts': promise(
        '`OXACTIVE` 0, the groups `oxidblocked` and `oxidblacklist`: DECLINED; administrators and guests are skipped; without `OXACTIVE`, `OXRIGHTS` or `OXGROUPS`: refused',
        ...declined({ OXACTIVE: '0' }, { OXACTIVE: '' }, { OXACTIVE: '2' }),
        ...declined({ OXGROUPS: 'oxidnewcustomer,oxidblacklist' }, { OXGROUPS: 'oxidblocked' }),
        ...['malladmin', '2'].map((OXRIGHTS) => ({ given: { OXRIGHTS }, skipped: 'administrator of the shop' })),
        { given: { OXRIGHTS: '' }, invalid: 'value.missing' },
        { given: { OXPASSWORD: '' }, skipped: 'guest without an account' },
        ...['OXACTIVE', 'OXRIGHTS', 'OXGROUPS', 'OXPASSWORD'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('ids of 32 digits in old shops: users with another one are counted (`sub.missing`)', {
        given: { OXID: '36944b76d6e583fe2.12734046' },
        counted: 'sub.missing',
      }),
    },
  },
  {
    preset: 'jtl-shop',
    file: 'kunden.csv',
    ada: {
      ...{ cMail: 'ada@example.com', cVorname: 'Ada', cNachname: 'Ahorn', cAktiv: 'Y', cSperre: 'N', cKundenNr: '1' },
      ...{ nRegistriert: '1', cPasswort: HASHES.bcryptOfPhp },
    },
    ben: { cMail: 'ben@example.com', cVorname: 'Ben', cNachname: 'Buche', cKundenNr: '2' },
    promises: {
      Hashes: promise(
        'bcrypt is sent; MD5 and 40 hexadecimal digits, which are not SHA-1, need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { cPasswort: HASHES.md5 }, ...verifier },
        { given: { cPasswort: 'c573bcab2f0e1d1600a602706a09ee84850a84b0' }, ...verifier },
        { given: { cPasswort: 'c573bcab2f0e1d1600a602706a09ee84850a84b0' }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        '`cSperre` Y, `cAktiv` N: DECLINED; guests and anonymised customers are skipped; without `cSperre`, `cAktiv` or `nRegistriert`: refused',
        ...declined({ cSperre: 'Y' }, { cSperre: '?' }, { cAktiv: 'N' }, { cAktiv: '' }, { nRegistriert: '2' }),
        { given: { cSperre: '' }, invalid: 'value.missing' },
        { given: { nRegistriert: '0' }, skipped: 'guest without an account' },
        { given: { cKundenNr: 'Anonym' }, skipped: 'anonymised' },
        ...['cSperre', 'cAktiv', 'nRegistriert', 'cKundenNr'].map((name) => ({
          given: { [name]: undefined },
          refused: `"${name}"`,
        })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'gambio',
    file: 'customers.csv',
    ada: {
      ...{
        customers_id: '2',
        customers_email_address: 'ada@example.com',
        customers_firstname: 'Ada',
        account_type: '0',
      },
      ...{ customers_status: '2', customers_password: HASHES.bcryptOfPhp },
    },
    ben: { customers_id: '3', customers_email_address: 'ben@example.com', customers_firstname: 'Ben' },
    promises: {
      Hashes: promise(
        'bcrypt is sent; MD5, `md5:salt`, `$Q$`, `$P$` and `$salt$sha1` need a verifier',
        { sentAs: 'BCRYPT_10' },
        { given: { customers_password: HASHES.md5 }, ...verifier },
        { given: { customers_password: 'e983672a03adcc9767b24584338eb378:00' }, ...verifier },
        { given: { customers_password: 'e983672a03adcc9767b24584338eb378:00' }, ...noVerifier },
        { given: { customers_password: '$Q$BrandomSAL8TBcOyThW.jvvv4QmKbYkpAep2' }, ...verifier },
        { given: { customers_password: HASHES.phpass }, ...verifier },
        { given: { customers_password: '$a1b2c3d4$c973c0b1ed2f7a1def9080ac4ccc9990c8b29f4c' }, ...verifier },
      ),
      'Blocked accounts': promise(
        'no flag for blocked customers; `account_type` other than 0 and 1: DECLINED; guests and administrators are skipped',
        ...declined({ account_type: '2' }),
        { given: { account_type: '1' }, skipped: 'guest without an account' },
        { given: { customers_status: '0' }, skipped: 'administrator of the shop' },
        { given: { account_type: undefined }, refused: '"account_type"' },
        { given: { customers_status: undefined }, refused: '"customers_status"' },
        // osCommerce has neither of them.
        { given: { account_type: undefined, customers_status: undefined }, status: 'VERIFIED' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
  {
    preset: 'prestashop',
    file: 'ps_customer.csv',
    ada: {
      ...{ id_customer: '1', email: 'ada@example.com', firstname: 'Ada', active: '1', is_guest: '0', deleted: '0' },
      passwd: HASHES.bcryptOfPhp,
    },
    ben: { id_customer: '2', email: 'ben@example.com', firstname: 'Ben' },
    promises: {
      Hashes: promise(
        'bcrypt is sent; MD5 of the cookie key and the password needs a verifier that has the key',
        { sentAs: 'BCRYPT_10' },
        { given: { passwd: '0cc175b9c0f1b6a831c399e269772661' }, ...verifier },
        { given: { passwd: '0cc175b9c0f1b6a831c399e269772661' }, ...noVerifier },
      ),
      'Blocked accounts': promise(
        '`active` 0: DECLINED; guests and deleted customers are skipped; without one of the three columns: refused',
        ...declined({ active: '0' }, { active: '' }, { active: '2' }, { deleted: '2' }, { is_guest: '2' }),
        { given: { is_guest: '1' }, skipped: 'guest without an account' },
        { given: { deleted: '1' }, skipped: 'deleted' },
        ...['active', 'is_guest', 'deleted'].map((name) => ({ given: { [name]: undefined }, refused: `"${name}"` })),
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': SUB_MISSING,
    },
  },
];
