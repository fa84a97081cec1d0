import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Imported, importUsers } from '../../support/import-users.ts';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

const VERIFIER = 'password: { verifier: CUSTOM_LEGACY, unproven: accept }\n';

/** Exports of tables with all of their columns, also those that nothing may read: tokens, keys, second factors, clear text. */
const SECRETS: readonly (readonly [string, string, readonly string[]])[] = [
  ['typo3', 'fe_users.csv', ['GEZDGNBVGY3TQOJQ', '1704164645|secret', 'Geheim-Wort-1984']],
  ['oxid', 'oxuser.csv', ['f0e1d2c3b4a5968778695a4b3c2d1e0f']],
  ['liferay', 'user_.csv', ['what-is-your-library-card-number', 'Geheim-Wort-1984']],
  ['jtl-shop', 'kunden.csv', ['Geheim-Wort-1984']],
  ['contao', 'tl_member.csv', ['GEZDGNBVGY3TQOJQ', 's:6:"secret"', 'vY0fVrqfUmzzHSQpT6ZMPOGwrYLq']],
  ['gambio', 'customers.csv', ['"secret"']],
  ['symfony', 'fos_user.csv', ['secret-token']],
  ['aspnet-membership', 'aspnet_Membership.csv', ['Geheim-Wort-1984', 'r8Q3vQpN0m1eWq3z', 's3cret', 'Haustier']],
  ['woltlab', 'wcf1_user.csv', ['0123456789abcdef0123456789abcdef01234567', '89abcdef0123456789abcdef']],
  ['joomla', 'users.csv', ['totp:a1b2c3', '0123456789abcdef0123456789abcdef']],
  ['prestashop', 'ps_customer.csv', ['fedcba9876543210fedcba9876543210', 'secret-token']],
  ['devise', 'users.csv', ['secret-token', 'dora.neu@example.com']],
];

test.each(SECRETS)('%s: what nothing may read of %s is neither sent nor reported', async (preset, file, secrets) => {
  const fixture = readFileSync(new URL(`../../fixtures/presets/${preset}/${file}`, import.meta.url), 'utf8');
  const { users, everything } = await importPreset(preset, [file], VERIFIER);
  expect(users.length).toBeGreaterThan(0);
  for (const secret of secrets) {
    expect(fixture.replaceAll('""', '"')).toContain(secret);
    expect(everything).not.toContain(secret);
    expect(JSON.stringify(users)).not.toContain(secret);
  }
});

/** Accounts of the fixtures whose passwords are known, in lines of the canary. */
const KNOWN: readonly (readonly [string, string, readonly string[]])[] = [
  ['typo3', 'fe_users.csv', ['ada@example.com,password', 'fritz@example.com,password', 'hans@example.com,password']],
  [
    'oxid',
    'oxuser.csv',
    ['ada@example.com,_testPassword', 'ben@example.com,_testPassword', 'cleo@example.com,password'],
  ],
  ['liferay', 'user_.csv', ['ada', 'cleo', 'emil', 'gerda', 'hans'].map((name) => `${name}@example.com,password`)],
  ['jtl-shop', 'kunden.csv', ['ada@example.com,password', 'dora@example.com,geheim123', 'emil@example.com,password']],
  ['drupal', 'users_field_data.csv', ['ada@example.com,password', 'cleo@example.com,hashcat']],
  ['contao', 'tl_member.csv', ['ada', 'dora', 'hans'].map((name) => `${name}@example.com,password`)],
  [
    'gambio',
    'customers.csv',
    ['cleo@example.com,hashcat', ...['ada', 'ben', 'dora', 'emil'].map((name) => `${name}@example.com,password`)],
  ],
  ['symfony', 'fos_user.csv', ['ada@example.com,password', 'gerda@example.com,password']],
  ['aspnet-membership', 'aspnet_Membership.csv', ['ada@example.com,hashcat', 'fritz@example.com,hashcat']],
  ['woltlab', 'wcf1_user.csv', ['ada@example.com,password', 'emil@example.com,hashcat', 'fritz@example.com,password']],
  [
    'joomla',
    'users.csv',
    ['ada@example.com,password', 'cleo@example.com,hashcat', 'dora@example.com,mySuperSecretPassword'],
  ],
  ['prestashop', 'ps_customer.csv', ['ada@example.com,test', 'emil@example.com,password']],
  ['devise', 'users.csv', ['ada@example.com,password']],
];
const PEPPER = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** Of a Rails application that has a pepper. */
const PEPPERED = VERIFIER.replace(' }', ', algorithm: bcrypt-pepper, secret: devise-pepper }');

function prove(preset: string, file: string, accounts: readonly string[]): Promise<Imported> {
  return importUsers({
    files: [fileURLToPath(new URL(`../../fixtures/presets/${preset}/${file}`, import.meta.url))],
    inputs: {
      preset,
      'fail-above': '100%',
      'password-canary': accounts.join('\n'),
      'password-secrets': `prestashop-cookie-key=invented-cookie-key-of-the-shop\ndevise-pepper=${PEPPER}`,
    },
    mapping: preset === 'devise' ? PEPPERED : VERIFIER,
  });
}

test.each(KNOWN)(
  '%s: hash, salt and secret are read as the system wrote them, which a canary proves',
  async (preset, file, accounts) => {
    const { report, users } = await prove(preset, file, accounts);
    expect([report.outcome, report.reason]).toEqual(['succeeded', null]);
    expect(users.length).toBeGreaterThanOrEqual(accounts.length);
  },
);

test('a canary with another password sends no user', async () => {
  const { report, users } = await prove('oxid', 'oxuser.csv', ['ben@example.com,_testPasswordx']);
  expect([report.outcome, users]).toEqual(['aborted', []]);
});

describe('typo3', () => {
  const bcryptOfSha384 = '$2y$10$abcdefghijklmnopqrstuuuDagIn.1PS.dyUMDsFxmPFzjoEXbnqW';
  const HEADER = 'uid,pid,username,email,password,deleted,disable,starttime,endtime';
  const row = (uid: number, pid: number, email: string, disable = 0) =>
    `${uid},${pid},user,${email},${bcryptOfSha384},0,${disable},0,0`;
  const importRows = (rows: readonly string[], mapping = VERIFIER) =>
    importUsers({
      files: [{ name: 'fe_users.csv', content: `${[HEADER, ...rows].join('\n')}\n` }],
      inputs: { preset: 'typo3', 'fail-above': '100%' },
      mapping,
    });

  test('one person in two page folders: the first account counts, the other is invalid and not a silent duplicate', async () => {
    const { users, invalid, report } = await importRows([
      row(1, 12, 'ada@example.com', 1),
      row(2, 40, 'Ada@example.com'),
    ]);
    expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([['ada@example.com', 'DECLINED']]);
    expect(invalid).toEqual({ 2: expect.stringMatching(/^duplicate/) });
    expect(report.totals).toMatchObject({ created: 1, invalid: 1, duplicate: 0 });
  });

  test('a mapping that names the realm imports it alone', async () => {
    const realm = `${VERIFIER}skip: [{ reason: another realm, when: { from: pid, not: 40 } }]\n`;
    const { users, report } = await importRows(
      [row(1, 12, 'ada@example.com', 1), row(2, 40, 'ada@example.com')],
      realm,
    );
    expect(users.map(({ userStatus }) => userStatus)).toEqual(['VERIFIED']);
    expect(report.skippedBy).toEqual({ 'another realm': 1 });
  });

  test('$2y$ goes to a verifier, which a canary proves, and never as bcrypt', async () => {
    const { users } = await importRows([row(1, 12, 'ada@example.com')]);
    expect(users[0]?.password_hash_info?.algorithmTypeId).toBe('CUSTOM_LEGACY');
    const verifier = 'password: { verifier: CUSTOM_LEGACY }\n';
    const unproven = await importRows([row(1, 12, 'ada@example.com')], verifier);
    expect([unproven.report.outcome, unproven.users]).toEqual(['aborted', []]);
    const without = await importRows([row(1, 12, 'ada@example.com')], 'password: { unproven: accept }\n');
    expect(without.users).toEqual([]);
    expect(without.invalid[1]).toBe('hash.no_verifier password_hash_info');
  });
});

describe('magento: bcrypt of a patched Magento 1, plain and with the version that the migration appends', () => {
  const HEADER = 'email,_website,_store,confirmation,firstname,lastname,password_hash';
  const content = (hash: string) => `${HEADER}\nada@example.com,base,default,,Ada,Ahorn,${hash}\n`;
  const hash = BCRYPT.passwordHash.replace('$2b$', '$2y$');

  test.each([hash, `${hash}:0`, `${hash}:1`])('%#', async (written) => {
    const files = [{ name: 'customers.csv', content: content(written) }];
    const unproven = await importUsers({ files, inputs: { preset: 'magento' } });
    expect([unproven.report.outcome, unproven.users]).toEqual(['aborted', []]);
    const { users } = await importUsers({
      files,
      inputs: { preset: 'magento' },
      mapping: 'password: { unproven: accept }\n',
    });
    expect(users[0]?.password_hash_info).toEqual(BCRYPT);
  });
});

test('the mapping for Spring Security on the page: hashes by their id, flags of UserDetails', async () => {
  const page = readFileSync(new URL('../../../docs/presets.md', import.meta.url), 'utf8');
  const mapping = /^```yaml spring\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
  const header =
    'id,email,username,password,enabled,account_non_locked,account_non_expired,credentials_non_expired,authorities';
  const bcrypt = '{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG';
  const rows = [
    `1,ada@example.com,ada,${bcrypt},1,1,1,1,ROLE_USER`,
    '2,ben@example.com,ben,{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc,true,false,true,true,ROLE_USER',
    `3,cleo@example.com,cleo,${bcrypt},1,1,1,,ROLE_USER`,
    '4,dora@example.com,dora,{noop}Geheim-Wort-1984,1,1,1,1,ROLE_USER',
    `5,admin@example.com,admin,${bcrypt},1,1,1,1,"ROLE_USER,ROLE_ADMIN"`,
  ];
  const { users, invalid, report, everything } = await importUsers({
    files: [{ name: 'users.csv', content: `${[header, ...rows].join('\n')}\n` }],
    mapping: mapping.replace('algorithm: spring\n', 'algorithm: spring\n  unproven: accept\n'),
  });
  expect(
    users.map(({ email, userStatus, password_hash_info: hash }) => [email, userStatus, hash?.algorithmTypeId]),
  ).toEqual([
    ['ada@example.com', 'VERIFIED', 'BCRYPT_10'],
    ['ben@example.com', 'DECLINED', 'CUSTOM_SPRING'],
    ['cleo@example.com', 'DECLINED', 'BCRYPT_10'],
  ]);
  expect(invalid).toEqual({ 4: expect.stringMatching(/^hash\.unrecognised/) });
  expect(report.skippedBy).toEqual({ administrator: 1 });
  expect(everything).not.toContain('Geheim-Wort-1984');
});
