import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';
import { importCase } from './import-case.ts';

const VERIFIER = 'password: { verifier: CUSTOM_MAGENTO }\n';
const hex = (digest: string, text: string): string => createHash(digest).update(text).digest('hex');
const HEADER = 'email,confirmation,password_hash\n';

/** What a verifier would get for hashes of Magento, and the codes of the rows that are refused. */
async function importHashes(hashes: readonly string[], canary = '') {
  const content = `${HEADER}${hashes.map((hash, at) => `u${at + 1}@example.com,,${hash}\n`).join('')}`;
  const { users, invalid, report } = await importUsers({
    files: [{ name: 'c.csv', content }],
    inputs: { preset: 'magento', 'password-canary': canary },
    mapping: VERIFIER,
  });
  return { sent: users.map(({ password_hash_info: info }) => info?.passwordHash), invalid, report };
}

describe('magento-empty-salt', () => {
  test.each(['empty0@example.com', 'v0@example.com'])('the password of %s matches', async (email) => {
    const { users, report } = await importCase('magento-empty-salt/customers.csv', 'magento', VERIFIER, {
      'password-canary': `${email},geheim123`,
    });
    expect(report.canary).toMatchObject({ accounts: 1, matched: 1 });
    expect(users.map(({ password_hash_info: info }) => info?.passwordHash)).toEqual(
      Array(2).fill(
        `$digest-md5$salt=none,pw=utf8$$${createHash('md5').update('geheim123').digest('base64').replace(/=+$/, '')}`,
      ),
    );
  });

  test('every suffix that Magento writes behind a hash without a salt', async () => {
    const md5 = hex('md5', 'geheim123');
    const sha256 = hex('sha256', 'geheim123');
    const chain = hex('sha256', md5);
    const hashes = [md5, `${md5}:`, `${md5}:0`, `${md5}::0`, `${sha256}:1`, `${sha256}::1`, `${chain}::0:1`];
    const canary = hashes.map((_, at) => `u${at + 1}@example.com,geheim123`).join('\n');
    const { invalid, report } = await importHashes(hashes, canary);
    expect(invalid).toEqual({});
    expect(report.canary?.matched).toBe(hashes.length);
  });

  test('a version that does not fit the length, or more parts than it has, is never a salt', async () => {
    const md5 = hex('md5', 'x');
    const { sent, invalid } = await importHashes([
      `${md5}:1`,
      `${hex('sha256', 'x')}:0`,
      `${md5}:ab:cd`,
      `${md5}:0::1`,
      `${hex('sha256', 'x')}::3_32_2_67108864`,
      `${md5}:ab`,
    ]);
    expect(invalid).toEqual(
      Object.fromEntries([1, 2, 3, 4, 5].map((row) => [row, 'hash.unrecognised password_hash_info'])),
    );
    expect(sent).toEqual([expect.stringMatching(/^\$digest-md5\$salt=prefix,pw=utf8\$YWI\$/)]);
  });
});

test('magento-own-header: nobody is locked for good, so the column of locks may be missing', async () => {
  const { report, users } = await importCase(
    'magento-own-header/customers.csv',
    'magento',
    'password: { verifier: CUSTOM_X }\n',
  );
  expect(report.totals).toMatchObject({ rows: 1, created: 1 });
  expect(users[0]).toMatchObject({ email: 'ida@example.org', userStatus: 'VERIFIED' });
});

test.each([
  ['akamai', 'deactivateAccount', 'uuid,email,emailVerified\n1,a@example.com,\n'],
  ['auth0', 'blocked', 'user_id,email,email_verified\n1,a@example.com,true\n'],
  ['aspnet-identity', 'LockoutEnd', 'Id,Email,EmailConfirmed\n1,a@example.com,True\n'],
  ['supabase', 'banned_until', 'id,email,created_at\n1,a@example.com,\n'],
  ['magento', 'confirmation', 'email,firstname\na@example.com,Ida\n'],
])('%s without the column %s names the line that decides it, and that line works', async (preset, column, content) => {
  const files = [{ name: 'c.csv', content }];
  const refused = await importUsers({ files, inputs: { preset } });
  const line = '`fields: { userStatus: { value: VERIFIED } }`';
  expect(refused.report.reason).toContain(`"${column}"`);
  expect(refused.report.reason).toContain(line);
  const decided = await importUsers({ files, inputs: { preset }, mapping: line.slice(1, -1) });
  expect(decided.report.totals).toMatchObject({ rows: 1, created: 1 });
});
