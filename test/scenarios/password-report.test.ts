import { expect, test } from 'vitest';
import { openScenario } from '../support/in-process.ts';
import { asShown } from '../support/shown.ts';

test('a plan counts the users of each kind of password where reviewers look: summary, page and report', async () => {
  await using scenario = await openScenario();
  const hashes = [
    '$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K',
    '$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
    '$P$BVrdsW/NUuXDi0Od0uUdk2SnJHHmQ01',
  ];
  const rows = hashes.map((hash, at) => `u${at}@example.com;${hash}`);
  await scenario.write('users.csv', `${['mail;pw', ...rows].join('\n')}\n`);
  await scenario.write('mapping.yml', 'fields: { email: mail }\npassword: { from: pw, verifier: CUSTOM_OLD }\n');
  const result = await scenario.runBundle({ mode: 'plan', export: 'users.csv', mapping: 'mapping.yml' });
  expect(result.report.passwords).toEqual([
    {
      algorithm: 'bcrypt',
      sentAs: 'BCRYPT_10',
      firstLogin: 'cidaas checks the password itself, then stores a hash of its own.',
      sureness: expect.stringMatching(/^Documented by cidaas\. Unproven: nothing in these hashes shows whether/),
      unproven: true,
      users: 2,
    },
    expect.objectContaining({ algorithm: 'phpass', sentAs: 'CUSTOM_OLD', users: 1 }),
  ]);
  expect(asShown(result.summary)).toMatch(/\| 2 \| <code>bcrypt<\/code> \| <code>BCRYPT_10<\/code> \| cidaas checks/);
  expect(result.everything).toContain('<h2>Passwords</h2>');
  for (const hash of hashes) expect(result.everything).not.toContain(hash.slice(7));
});

test('without hashes there is nothing to count', async () => {
  await using scenario = await openScenario();
  await scenario.write('users.csv', 'email\na@example.com\n');
  const result = await scenario.run({ mode: 'plan', export: 'users.csv' });
  expect(result.report.passwords).toBeUndefined();
  expect(result.everything).not.toContain('<h2>Passwords</h2>');
});
