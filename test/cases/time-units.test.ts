import { expect, test } from 'vitest';
import { fieldOf } from '../mapping/map-record.ts';
import { importCase, importText } from './import-case.ts';

test('sap-cdc-seconds: the text of the same record counts', async () => {
  const { users, report } = await importCase('sap-cdc-seconds/export.json', 'sap-cdc');
  expect(users.map(({ createdTime, lastLoggedInTime }) => [createdTime, lastLoggedInTime])).toEqual([
    ['2019-04-29T20:39:36.880Z', '2020-11-10T08:31:02.595Z'],
  ]);
  expect(report.warnings).toEqual({});
});

const KEYCLOAK = {
  id: 'a',
  username: 'ida',
  enabled: true,
  email: 'a@example.com',
  emailVerified: true,
  federatedIdentities: [{ identityProvider: 'google', userId: '1' }],
};

test.each([
  [
    'sap-cdc',
    (t: number) => [
      {
        UID: 'u',
        isActive: true,
        isRegistered: true,
        isVerified: true,
        profile: { email: 'a@example.com' },
        createdTimestamp: t,
      },
    ],
  ],
  ['keycloak', (t: number) => [{ ...KEYCLOAK, createdTimestamp: t }]],
  [
    'firebase',
    (t: number) => ({ users: [{ localId: 'a', email: 'a@example.com', emailVerified: true, createdAt: String(t) }] }),
  ],
  [
    'fusionauth',
    (t: number) => ({ users: [{ id: 'a', email: 'a@example.com', active: true, verified: true, insertInstant: t }] }),
  ],
  [
    'cognito',
    (t: number) => ({
      Users: [{ Username: 'ida', Enabled: true, UserStatus: 'CONFIRMED', UserCreateDate: t, Attributes: [] }],
    }),
  ],
])('%s: seconds, milliseconds and microseconds are told apart by their size', async (preset, document) => {
  for (const time of [1556570376, 1556570376000, 1556570376000000]) {
    const { users, invalid } = await importText(
      'u.json',
      JSON.stringify(document(time)),
      preset,
      'password: { optional: true }',
    );
    expect({ invalid, times: users.map(({ createdTime }) => createdTime) }, String(time)).toEqual({
      invalid: {},
      times: ['2019-04-29T20:39:36.000Z'],
    });
  }
});

test('a count that is no plausible time in any unit is invalid', async () => {
  for (const count of ['5', '-1556570376', '86400000', '99999999999999999'])
    expect(await fieldOf('createdTime', 'instant: epoch', count), count).toEqual(['instant.invalid createdTime']);
  expect(await fieldOf('createdTime', 'instant: [iso, epoch]', '1556570376.25')).toBe('2019-04-29T20:39:36.250Z');
});
