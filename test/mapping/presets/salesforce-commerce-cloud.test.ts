import { scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';
import { xmlText } from '../../support/xml-text.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/presets/salesforce-commerce-cloud');
const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/presets.md'), 'utf8');
/** The mappings of its section. */
const EXAMPLES = [...PAGE.matchAll(/```yaml\n# with preset: salesforce-commerce-cloud\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
);

test('a customer list is read like the customers of a site', async () => {
  const { users } = await importUsers({
    files: [join(FIXTURES, 'customer-list.xml')],
    inputs: { preset: 'salesforce-commerce-cloud' },
  });
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([
    ['ada@example.com', 'VERIFIED'],
    ['ben@example.com', 'DECLINED'],
  ]);
});

test('the page reads the customer number and a custom attribute', async () => {
  const { users } = await importUsers({
    files: [join(FIXTURES, 'customers.xml')],
    inputs: { preset: 'salesforce-commerce-cloud' },
    mapping: EXAMPLES[0] ?? '',
  });
  expect(users[0]?.customFields).toEqual({ customer_no: '00000101', newsletter: true });
  expect(users[0]?.sub).toMatch(/^[\da-f-]{36}$/);
});

test('the page reads scrypt, which a canary proves or refuses', async () => {
  const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
  const key = scryptSync('secret', salt, 32, { N: 2048, r: 4, p: 1 });
  const customer = (name: string, encryptionScheme: string, hash: string) => ({
    '@customer-no': name,
    credentials: {
      login: `${name}@example.com`,
      password: { '@encrypted': 'true', '@encryptionScheme': encryptionScheme, '#text': hash },
      'enabled-flag': 'true',
    },
  });
  const hash = `$s0$b0401$${salt.toString('base64')}$${key.toString('base64')}`;
  const content = xmlText('customers', 'customer', [customer('ada', 'scrypt', hash), customer('ben', 's0001', 'abc')]);
  const plan = (password: string) =>
    importUsers({
      files: [{ name: 'customers.xml', content }],
      inputs: { preset: 'salesforce-commerce-cloud', 'password-canary': `ada@example.com,${password}` },
      mapping: EXAMPLES[1] ?? '',
    });
  const { users, report } = await plan('secret');
  expect(report.outcome).toBe('succeeded');
  expect(users.map(({ password_hash_info: sent }) => sent?.algorithmTypeId)).toEqual(['CUSTOM_LEGACY', undefined]);
  expect(users[0]?.password_hash_info?.passwordHash).toMatch(/^\$scrypt\$ln=11,r=4,p=1\$/);
  expect((await plan('wrong')).report.outcome).not.toBe('succeeded');
});
