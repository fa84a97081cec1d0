import { createHash } from 'node:crypto';
import { hashSync } from 'bcryptjs';
import { describe, expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';

const plain = (password: string, cost = 4) => hashSync(password, cost).replace('$2b$', '$2y$');
/** bcrypt of base64(SHA-384 of `password`), as TYPO3 writes it. */
const TYPO3 = '$2y$10$abcdefghijklmnopqrstuuuDagIn.1PS.dyUMDsFxmPFzjoEXbnqW';
/** bcrypt of bcrypt of `password`, as WoltLab writes it. */
const WOLTLAB = '$2a$08$abcdefghijklmnopqrstuu5jmwiddUticfTQ7v1DfxoMxOqTh6x2.';
/** bcrypt of `password` and a pepper, as Rails writes it with Devise. */
const PEPPERED = '$2a$10$abcdefghijklmnopqrstuu.F.79xqohUN16Ta9MabbQzJgYU4zE16';
/** Of `geheim123`: 40 hexadecimal digits that are no SHA-1. */
const JTL = 'c573bcab2f0e1d1600a602706a09ee84850a84b0';

const MAPPING = 'fields: { email: email }\npassword: { from: pw';

interface Options {
  readonly mapping?: string;
  readonly inputs?: { readonly [name: string]: string };
}

function importHashes(hashes: readonly string[], { mapping = `${MAPPING} }\n`, inputs = {} }: Options = {}) {
  const rows = hashes.map((hash, at) => `u${at + 1}@example.com,"${hash}"\n`).join('');
  return importUsers({ files: [{ name: 'users.csv', content: `email,pw\n${rows}` }], inputs, mapping });
}

describe('an apply of hashes that nothing proves', () => {
  test('sends nothing, and names both ways out', async () => {
    const { report, users } = await importHashes([plain('a'), plain('b')]);
    expect([report.outcome, users]).toEqual(['aborted', []]);
    expect(report.reason).toMatch(/^The passwords of 2 users \(bcrypt\) are unproven: nothing in these hashes shows /);
    expect(report.reason).toContain('Nothing was sent: give `password-canary` an account');
    expect(report.reason).toContain('`password: { unproven: accept }`');
    expect(report.totals).toMatchObject({ unsent: 2, created: 0 });
  });

  test('sends them once an account of the canary matches', async () => {
    const inputs = { 'password-canary': 'u2@example.com,b' };
    const { report, users } = await importHashes([plain('a'), plain('b')], { inputs });
    expect([report.outcome, users.length]).toEqual(['succeeded', 2]);
    expect(report.passwords).toEqual([
      expect.objectContaining({ users: 2, sureness: 'Documented by cidaas. An account of the canary matches.' }),
    ]);
    expect(report.passwords?.[0]).not.toHaveProperty('unproven');
  });

  test('sends them when the mapping accepts it, and still says so', async () => {
    const { report, users } = await importHashes([plain('a')], { mapping: `${MAPPING}, unproven: accept }\n` });
    expect([report.outcome, users.length]).toEqual(['succeeded', 1]);
    expect(report.passwords?.[0]).toMatchObject({
      unproven: true,
      sureness: expect.stringMatching(/^Documented by cidaas\. Unproven, and accepted by the mapping: nothing /),
    });
  });

  test('or when the mapping says that the source hashes the password itself', async () => {
    const { report } = await importHashes([plain('a')], { mapping: `${MAPPING}, unproven: none }\n` });
    expect(report.passwords?.[0]).toMatchObject({ sureness: 'Documented by cidaas.' });
  });

  test('needs one account of each algorithm, and shows which forms it proves', async () => {
    const sha1 = createHash('sha1').update('c').digest('base64');
    const hashes = [plain('a'), plain('b', 5), `{SHA}${sha1}`];
    const refused = await importHashes(hashes, { inputs: { 'password-canary': 'u1@example.com,a' } });
    expect(refused.report.reason).toMatch(/^The passwords of 1 user \(sha1\) are unproven/);
    const canary = 'u1@example.com,a\nu3@example.com,c';
    const { report } = await importHashes(hashes, { inputs: { 'password-canary': canary } });
    expect(report.outcome).toBe('succeeded');
    expect(report.passwords?.map(({ sentAs, unproven }) => [sentAs, unproven])).toEqual([
      ['BCRYPT_4', undefined],
      ['BCRYPT_5', true],
      ['SHA1', undefined],
    ]);
  });

  test('sends nothing either when only the mapping says what a verifier must do, until a known password matches', async () => {
    const mapping = `${MAPPING}, algorithm: typo3, verifier: CUSTOM_LEGACY }\n`;
    const phpass = '$P$C7u7E10SBEie/Jbdz0jDtUcWhzgOPF.';
    const refused = await importHashes([TYPO3, phpass], {
      mapping,
      inputs: { 'password-canary': 'u2@example.com,password' },
    });
    expect([refused.report.outcome, refused.users]).toEqual(['aborted', []]);
    expect(refused.report.reason).toMatch(
      /^The passwords of 1 user \(bcrypt-sha384-base64\) are unproven: only the mapping says how these hashes were made\./,
    );
    const inputs = { 'password-canary': 'u1@example.com,password' };
    const { report, users } = await importHashes([TYPO3, phpass], { mapping, inputs });
    expect([report.outcome, users.length]).toEqual(['succeeded', 2]);
    expect(report.passwords?.map(({ algorithm, unproven }) => [algorithm, unproven])).toEqual([
      ['bcrypt-sha384-base64', undefined],
      ['phpass', undefined],
    ]);
  });

  test('checks hashes with a pepper by its name, and names the secret that is missing', async () => {
    const mapping = `${MAPPING}, algorithm: bcrypt-pepper, secret: devise, verifier: CUSTOM_LEGACY }\n`;
    const pepper = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const inputs = { 'password-canary': 'u1@example.com,password' };
    const without = await importHashes([PEPPERED], { mapping, inputs });
    expect(without.report.outcome).toBe('aborted');
    expect(without.report.canary?.findings[0]).toMatchObject({
      outcome: 'uncheckable',
      message: expect.stringContaining('the secret `devise` of the source was not given'),
      hint: expect.stringContaining('`password-secrets`'),
    });
    const given = { ...inputs, 'password-secrets': `devise=${pepper}` };
    const { report, users, everything } = await importHashes([PEPPERED], { mapping, inputs: given });
    expect([report.outcome, users[0]?.password_hash_info?.passwordHash]).toEqual([
      'succeeded',
      `$bcrypt$pre=pepper,secret=devise${PEPPERED}`,
    ]);
    expect(everything).not.toContain(pepper);
  });

  test('is not stopped for hashes that a verifier checks, which may know the pepper', async () => {
    const mapping = `${MAPPING}, ids: { bcrypt: CUSTOM_TYPO3 } }\n`;
    const { report, users } = await importHashes([TYPO3], { mapping });
    expect([report.outcome, users[0]?.password_hash_info]).toEqual([
      'succeeded',
      { algorithmTypeId: 'CUSTOM_TYPO3', passwordHash: TYPO3 },
    ]);
  });

  test('nor for forms of one system that show everything', async () => {
    const django = 'pbkdf2_sha256$1000$salt$9xq1VbEYLzJ0NYbKHJ7kpBBJ2UVbEVfLy1T6x0h3zNk=';
    const { report } = await importHashes([django]);
    expect(report.outcome).toBe('succeeded');
  });

  test('counts hashes that the mapping puts into the fields of cidaas itself', async () => {
    const fields = [
      'fields:',
      '  email: email',
      '  password_hash_info.algorithmTypeId: { value: BCRYPT_4 }',
      '  password_hash_info.passwordHash: pw',
    ].join('\n');
    const refused = await importHashes([plain('a')], { mapping: fields });
    expect(refused.report.reason).toMatch(/^The passwords of 1 user \(bcrypt\) are unproven/);
    const accepted = await importHashes([plain('a')], { mapping: `${fields}\npassword: { unproven: accept }\n` });
    expect(accepted.report.outcome).toBe('succeeded');
  });
});

describe('where it only warns', () => {
  test.each([
    ['a plan', { mode: 'plan' }],
    ['a rehearsal', { 'tenant-url': 'sandbox' }],
  ])('%s says what an apply needs', async (_, inputs) => {
    const { report, log } = await importHashes([plain('a')], { inputs });
    expect(report.outcome).toBe('succeeded');
    expect(log.join('\n')).toContain('An apply sends nothing until you give `password-canary` an account');
    expect(log.join('\n')).toMatch(
      /Passwords of 1 user: bcrypt, sent as BCRYPT_4\. .* Unproven: nothing in these hashes/,
    );
  });
});

describe('what only looks like bcrypt or SHA-1 never passes a canary', () => {
  test.each([
    ['TYPO3', TYPO3, 'the source hashed the password with SHA-384 first (base64), as TYPO3 does'],
    ['WoltLab', WOLTLAB, 'the source hashed the password with bcrypt twice, as WoltLab does'],
    ['Devise with a pepper', PEPPERED, null],
  ])('%s', async (_, hash, cause) => {
    const { report, users } = await importHashes([hash], { inputs: { 'password-canary': 'u1@example.com,password' } });
    expect([report.outcome, users]).toEqual(['aborted', []]);
    const [finding] = report.canary?.findings ?? [];
    expect(finding?.outcome).toBe('mismatch');
    if (cause !== null) expect(finding?.message).toContain(`It would match if ${cause}.`);
  });

  test('JTL, declared as SHA-1', async () => {
    const mapping = `${MAPPING}, algorithm: sha1 }\n`;
    const unproven = await importHashes([JTL], { mapping });
    expect(unproven.report.reason).toMatch(/^The passwords of 1 user \(sha1\) are unproven/);
    const inputs = { 'password-canary': 'u1@example.com,geheim123' };
    expect((await importHashes([JTL], { mapping, inputs })).report.canary?.findings[0]?.outcome).toBe('mismatch');
  });
});

describe('presets', () => {
  const HASH = plain('a');
  test.each([
    ['german-csv', `E-Mail;Vorname;Nachname;Passwort\na@example.com;Ida;Berg;${HASH}\n`],
    ['shopware5', `email,password,encoder,active,accountmode\na@example.com,${HASH},bcrypt,1,0\n`],
    ['shopware6', `id,email,active,guest,password\n1,a@example.com,1,0,${HASH}\n`],
    ['magento', `email,confirmation,password_hash\na@example.com,,${HASH}\n`],
    ['wordpress', `ID,user_login,user_email,user_pass\n1,ida,a@example.com,${HASH}\n`],
  ])('%s can hold bcrypt of something else, and demands a canary', async (preset, content) => {
    const files = [{ name: 'u.csv', content }];
    const { report } = await importUsers({ files, inputs: { preset } });
    expect(report.reason).toMatch(/^The passwords of 1 user \(bcrypt\) are unproven/);
    const proved = await importUsers({ files, inputs: { preset, 'password-canary': 'a@example.com,a' } });
    expect(proved.report.outcome).toBe('succeeded');
  });

  test.each([
    ['laravel', `id,name,email,password\n1,Ida Berg,a@example.com,${HASH}\n`],
    ['clerk', `id,primary_email_address,password_digest,password_hasher\n1,a@example.com,${HASH},bcrypt\n`],
    ['supabase', `id,email,encrypted_password,banned_until\n1,a@example.com,${HASH},\n`],
  ])('%s is known to write plain bcrypt', async (preset, content) => {
    const { report } = await importUsers({ files: [{ name: 'u.csv', content }], inputs: { preset } });
    expect([report.outcome, report.totals.created]).toEqual(['succeeded', 1]);
  });

  test('a mapping that reads another column is not covered by what the preset knows', async () => {
    const files = [{ name: 'u.csv', content: `id,name,email,legacy\n1,Ida Berg,a@example.com,${HASH}\n` }];
    const { report } = await importUsers({
      files,
      inputs: { preset: 'laravel' },
      mapping: 'password: { from: legacy }\n',
    });
    expect(report.reason).toMatch(/^The passwords of 1 user \(bcrypt\) are unproven/);
  });
});
