import { expect, test } from 'vitest';
import { importPreset } from '../../support/preset-case.ts';

test('managed users and users of the directory behind: status under two names, encrypted passwords refused', async () => {
  const verifier = 'password: { verifier: CUSTOM_FORGEROCK }\n';
  const { users, invalid } = await importPreset('forgerock', ['managed-users.json'], verifier);
  expect(users).toEqual([
    {
      sub: 'e1e1e1e1-e1e1-4e1e-8e1e-e1e1e1e1e1e1',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      given_name: 'Ada',
      family_name: 'Ahorn',
      phone_number: '0341 555',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_FORGEROCK',
        passwordHash: expect.stringMatching(/^\$pbkdf2-sha256\$i=10,l=32\$/),
      },
    },
    {
      sub: 'e2e2e2e2-e2e2-4e2e-8e2e-e2e2e2e2e2e2',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_FORGEROCK',
        passwordHash: expect.stringMatching(/^\$digest-sha1\$salt=suffix,/),
      },
    },
  ]);
  expect(invalid).toEqual({ 3: 'hash.unrecognised password_hash_info' });
});
