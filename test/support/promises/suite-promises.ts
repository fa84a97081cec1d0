import {
  declined,
  HASHES,
  HASHES_MISSING,
  NO_HASHES,
  notExported,
  type PresetPromises,
  promise,
  unverified,
  VERIFIER,
} from './promise.ts';

const MD5 = '73e2302264a94ff004b718a5cb3e9ec8';
const PBKDF2 = `1000:000102030405060708090a0b0c0d0e0f:${'5f'.repeat(64)}`;

/** The presets of the large shop systems. */
export const SUITE_PROMISES: readonly PresetPromises[] = [
  {
    preset: 'sap-commerce',
    file: 'users.csv',
    ada: {
      ...{ uniqueid: 'ada@example.com', name: 'Ada Ahorn', passwd: PBKDF2, p_passwordencoding: 'pbkdf2' },
      ...{ p_logindisabled: '0', p_deactivationdate: '' },
    },
    ben: { uniqueid: 'ben@example.com' },
    mapping: VERIFIER,
    promises: {
      Hashes: promise(
        'PBKDF2 needs a verifier; MD5, SHA-256 and SHA-512 need one that has the system salt; clear text is invalid',
        { sentAs: 'CUSTOM_LEGACY' },
        { given: { passwd: MD5, p_passwordencoding: 'md5' }, sentAs: 'CUSTOM_LEGACY' },
        { given: { passwd: MD5.repeat(2), p_passwordencoding: 'sha-256' }, sentAs: 'CUSTOM_LEGACY' },
        { given: { passwd: MD5.repeat(4), p_passwordencoding: 'sha-512' }, sentAs: 'CUSTOM_LEGACY' },
        { given: { passwd: `pbkdf2:${PBKDF2}`, p_passwordencoding: '' }, sentAs: 'CUSTOM_LEGACY' },
        { given: { passwd: MD5, p_passwordencoding: 'sha-256' }, invalid: 'hash.unrecognised' },
        { given: { passwd: 'Geheim-Wort-1984', p_passwordencoding: '*' }, invalid: 'hash.unrecognised' },
        { given: { passwd: 'Geheim-Wort-1984', p_passwordencoding: 'plain' }, invalid: 'hash.unrecognised' },
        { given: { passwd: HASHES.bcrypt, p_passwordencoding: 'bcrypt' }, sentAs: 'BCRYPT_10' },
      ),
      'Blocked accounts': promise(
        '`loginDisabled`, `deactivationDate` in the past: DECLINED; without one of them: refused; guests, users of the system and other types are skipped',
        ...declined({ p_logindisabled: '1' }, { p_logindisabled: 'true' }, { p_logindisabled: 'x' }),
        ...declined({ p_deactivationdate: '2020-02-01 00:00:00' }),
        { given: { p_deactivationdate: '2999-02-01 00:00:00' }, status: 'VERIFIED' },
        { given: { p_deactivationdate: 'soon' }, invalid: 'value.unread' },
        { given: { p_logindisabled: '' }, invalid: 'value.missing' },
        { given: { p_logindisabled: undefined }, refused: 'loginDisabled' },
        { given: { p_deactivationdate: undefined }, refused: 'deactivationDate' },
        { given: { uniqueid: '7b1e9a62-3c1f-4c55-8f2a-0a5d9c5d7e11|ben@example.com' }, skipped: 'guest' },
        { given: { uniqueid: 'anonymous' }, skipped: 'user of the system' },
      ),
      'Unverified addresses': notExported('emailVerified'),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': promise('an id that is a UUID: without one each user is counted (`sub.missing`)', {
        counted: 'sub.missing',
      }),
    },
  },
  {
    preset: 'salesforce-commerce-cloud',
    file: 'customers.xml',
    ada: {
      ...{ '@customer-no': '1', 'credentials.login': 'ada@example.com', 'credentials.enabled-flag': 'true' },
      ...{ 'profile.email': 'ada@example.com', 'profile.email-verified-flag': 'true' },
    },
    ben: { '@customer-no': '2', 'credentials.login': 'ben@example.com', 'profile.email': 'ben@example.com' },
    promises: {
      Hashes: NO_HASHES,
      'Blocked accounts': promise(
        '`enabled-flag` false: DECLINED; without `enabled-flag`: invalid; customers marked for deletion are skipped',
        ...declined({ 'credentials.enabled-flag': 'false' }, { 'credentials.enabled-flag': '0' }),
        { given: { 'credentials.enabled-flag': '' }, invalid: 'value.missing' },
        { given: { 'credentials.enabled-flag': undefined }, invalid: 'value.missing' },
        { given: { 'credentials.enabled-flag': 'x' }, invalid: 'value.unknown' },
        { given: { '@mode': 'delete' }, skipped: 'marked for deletion' },
      ),
      'Unverified addresses': promise(
        '`email-verified-flag` not true, or another address than that of the login: counted',
        ...unverified(
          { 'profile.email-verified-flag': 'false' },
          { 'profile.email-verified-flag': undefined },
          { 'profile.email': 'ben@example.org' },
        ),
        { given: { 'profile.email': 'Ben@example.com' }, status: 'VERIFIED' },
        { given: { 'credentials.login': 'ben.b' }, status: 'VERIFIED' },
      ),
      'Second factors': notExported('mfaSetUp'),
      'Not exported': HASHES_MISSING,
    },
  },
];
