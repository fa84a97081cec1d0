import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/presets/sap-commerce');

test.each(['customers.impex', 'users.csv'])('%s: blocked customers, guests, clear text', async (file) => {
  const { users, report } = await importUsers({
    files: [join(FIXTURES, file)],
    inputs: { preset: 'sap-commerce' },
    mapping: 'password: { verifier: CUSTOM_LEGACY, unproven: accept }\n',
  });
  const statuses = new Map(users.map(({ email, username, userStatus }) => [email ?? username, userStatus]));
  expect(statuses.get('ada@example.com')).toBe('VERIFIED');
  expect(statuses.get('ben@example.com')).toBe('DECLINED');
  expect(statuses.get('cleo@example.com')).toBe('DECLINED');
  expect(report.skippedBy).toMatchObject({ guest: 1, 'user of the system': 1 });
  expect(JSON.stringify(users)).not.toContain('geheim');
});

test('rows of other types are counted', async () => {
  const { report } = await importUsers({
    files: [join(FIXTURES, 'customers.impex')],
    inputs: { preset: 'sap-commerce', mode: 'plan' },
    mapping: 'password: { verifier: CUSTOM_LEGACY, unproven: accept }\n',
  });
  expect(report.totals.rows).toBe(12);
  expect(report.skippedBy).toMatchObject({ 'another type than Customer': 3 });
});
