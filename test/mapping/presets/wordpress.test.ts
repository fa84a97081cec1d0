import { expect, test } from 'vitest';
import { importPreset } from '../../support/preset-case.ts';

test('four kinds of hashes, none of them taken for another; spammers; no rights of administrators', async () => {
  const verifier = 'password: { verifier: CUSTOM_WP, unproven: accept }\n';
  const { users, report } = await importPreset('wordpress', ['users.json'], verifier);
  const custom = (passwordHash: unknown) => ({ algorithmTypeId: 'CUSTOM_WP', passwordHash });
  expect(users.map(({ sub: _, ...user }) => user)).toEqual([
    {
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      given_name: 'Ada',
      family_name: 'Ahorn',
      nickname: 'Ada A.',
      address: { street_address: 'Am Markt 1', postal_code: '04109', locality: 'Leipzig', country: 'DE' },
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: custom('$P$BVrdsW/NUuXDi0Od0uUdk2SnJHHmQ01'),
    },
    {
      userStatus: 'VERIFIED',
      email: 'ben@example.com',
      password_hash_info: custom('$wp$2y$10$Q1xinFjrZeLWJBvxviIL6u834Fu.evIEFHAUVisQ5O.w9Dm0sMdES'),
    },
    {
      userStatus: 'DECLINED',
      email: 'cleo@example.com',
      username: 'cleo',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: {
        algorithmTypeId: 'BCRYPT_10',
        passwordHash: '$2b$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
      },
    },
    {
      userStatus: 'DECLINED',
      email: 'dora@example.com',
      username: 'dora',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: custom(expect.stringMatching(/^\$digest-md5\$salt=none,/)),
    },
  ]);
  expect(report.skippedBy).toEqual({ deleted: 1 });
});
