import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/plan/rule-policy.ts';
import { userRules, validateUser } from '../../src/plan/rules.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

const TODAY = '2026-03-15';

/** The codes and fields that the rules find, errors and warnings together. Takes anything, as an export may. */
function found(user: object): string[] {
  const { errors, warnings } = validateUser(user as CidaasUser, TODAY);
  return [...errors, ...warnings].map(({ code, field }) => (field === null ? code : `${code} ${field}`));
}

/** The same for a user that is sound but for these fields. */
function foundIn(fields: object): string[] {
  return found({ username: 'ada', ...fields });
}

test('a full user is sound', () => {
  const sub = '3f1c0d0a-6a0e-4a54-9f0c-5f7e2b8c9d10';
  expect(
    found({
      sub,
      email: 'ada@example.com',
      username: 'ada',
      mobile_number: '+491712345678',
      phone_number: '0221 1',
      given_name: 'Ada',
      birthdate: '1984-02-29',
      locale: 'de-DE',
      zoneinfo: 'Europe/Berlin',
      website: 'https://example.com/ada',
      address: { country: 'DE', postal_code: '04109' },
      userStatus: 'PENDING',
      customFields: { a: 1, b: null, c: [] },
      mfa_enabled: false,
      roles: ['USER'],
      groups: [{ sub, groupId: 'G', roles: [] }],
      consents: [{ fieldKey: 'news', state: 'ACCEPTED', time: '2020-01-01T00:00:00.000Z' }],
      createdTime: '2020-01-01T00:00:00.000Z',
      lastLoggedInTime: '2026-03-15T23:59:59Z',
    }),
  ).toEqual([]);
});

describe('identifiers', () => {
  test('one of three is needed, on the account or in an identity', () => {
    expect(found({ sub: 's', given_name: 'Ada' })).toEqual(['identifier.missing']);
    expect(found({ email: null, username: null })).toEqual(['identifier.missing']);
    expect(found({ identities: [{ provider: 'self' }, { providerUserId: '1' }] })).toEqual(['identifier.missing']);
    expect(found({ mobile_number: '+491712345678' })).toEqual([]);
    expect(found({ identities: [{ provider: 'self' }, { email: 'ada@example.com' }] })).toEqual([]);
  });

  test('a hash in a field that is none', () => {
    const hash = `$2b$10$${'a'.repeat(53)}`;
    const hex = 'a'.repeat(40);
    for (const field of [
      'username',
      'email',
      'mobile_number',
      'sub',
      'nickname',
      'given_name',
      'website',
      'providerUserId',
      'user_status_reason',
    ]) {
      expect(foundIn({ [field]: hash })).toContain(`identifier.secret ${field}`);
    }
    expect(foundIn({ address: { locality: hash } })).toEqual(['identifier.secret address.locality']);
    expect(found({ identities: [{ username: hex }] })).toEqual(['identifier.secret identities[0].username']);
    expect(foundIn({ sub: hex })).toEqual(['identifier.secret sub']);
    expect(foundIn({ providerUserId: hex, identityId: hex })).toEqual([]);
  });

  test('null clears and is no wrong type', () => {
    expect(
      foundIn({
        email: null,
        birthdate: null,
        locale: null,
        address: { country: null },
        mfa_enabled: null,
        roles: null,
        groups: null,
        consents: null,
        createdTime: null,
        userStatus: null,
      }),
    ).toEqual([]);
  });
});

describe('personal fields', () => {
  test.each([
    ['mobile_number', '0171 2345678', 'phone.invalid'],
    ['mobile_number', '+0171234567', 'phone.invalid'],
    ['birthdate', '2023-02-29', 'birthdate.invalid'],
    ['birthdate', '1.2.1990', 'birthdate.invalid'],
    ['birthdate', '1990-02-01T00:00:00Z', 'birthdate.invalid'],
    ['birthdate', '2026-03-16', 'birthdate.future'],
    ['birthdate', '1899-12-31', 'birthdate.implausible'],
    ['locale', 'german', 'locale.invalid'],
    ['locale', 'de-', 'locale.invalid'],
    ['zoneinfo', 'MEZ+1', 'zoneinfo.invalid'],
    ['website', 'www.example.com', 'url.invalid'],
    ['picture', 'javascript:alert(1)', 'url.invalid'],
    ['profile', 'https://', 'url.invalid'],
    ['email', 5, 'type.invalid'],
    ['given_name', ['Ada'], 'type.invalid'],
    ['address', 'Am Markt', 'type.invalid'],
  ])('%s %j: %s', (field, value, code) => {
    expect(foundIn({ [field]: value })).toEqual([`${code} ${field}`]);
  });

  test.each([
    ['birthdate', '2026-03-15'],
    ['birthdate', '2000-02-29'],
    ['locale', 'de'],
    ['locale', 'de_DE'],
    ['locale', 'zh-Hant-TW'],
    ['locale', 'es-419'],
    ['zoneinfo', 'America/Argentina/Buenos_Aires'],
    ['zoneinfo', 'UTC'],
    ['website', 'HTTP://example.com'],
    ['mobile_number', '+4366412345'],
  ])('%s %s is sound', (field, value) => {
    expect(foundIn({ [field]: value })).toEqual([]);
  });

  test('are told of the identity they stand in, and do not stand on the account besides identities', () => {
    expect(found({ identities: [{ username: 'a' }, { email: 'x', address: { country: 5 } }] })).toEqual([
      'email.invalid identities[1].email',
      'type.invalid identities[1].address.country',
    ]);
    expect(found({ sub: 's', email: 'a@example.com', address: {}, identities: [{ username: 'a' }] })).toEqual([
      'identities.mixed email',
      'identities.mixed address',
    ]);
    expect(foundIn({ identities: 'x' })).toEqual(['type.invalid identities']);
    expect(foundIn({ identities: [null] })).toEqual(['type.invalid identities']);
  });
});

describe('the account', () => {
  test.each([
    [{ userStatus: 'VERIFIED' }, []],
    [{ userStatus: 'DECLINED' }, []],
    [{ userStatus: 'LOCKED' }, ['userStatus.refused userStatus']],
    [{ userStatus: 'DELETED' }, ['userStatus.refused userStatus']],
    [{ userStatus: 'COMBINED' }, ['userStatus.refused userStatus']],
    [{ userStatus: 'verified' }, ['userStatus.invalid userStatus']],
    [{ userStatus: true }, ['type.invalid userStatus']],
    [{ mfa_enabled: 'yes' }, ['type.invalid mfa_enabled']],
    [{ customFields: [] }, ['type.invalid customFields']],
    [{ roles: 'USER' }, ['type.invalid roles']],
    [{ roles: ['USER', ''] }, ['type.invalid roles']],
    [{ createdTime: '2020-01-01' }, ['instant.invalid createdTime']],
    [{ createdTime: '2020-01-01T00:00:00+01:00' }, ['instant.invalid createdTime']],
    [{ createdTime: '2020-13-01T00:00:00Z' }, ['instant.invalid createdTime']],
    [{ createdTime: '1970-01-01T00:00:00.000Z' }, ['instant.implausible createdTime']],
    [{ lastLoggedInTime: '2026-03-16T00:00:00.000Z' }, ['instant.implausible lastLoggedInTime']],
  ])('%j: %j', (fields, expected) => {
    expect(foundIn(fields)).toEqual(expected);
  });

  test.each([
    [[{ sub: 's', groupId: 'G' }], []],
    [[{ groupId: 'G' }], ['group.incomplete groups[0].sub']],
    [[{ sub: 's' }], ['group.incomplete groups[0].groupId']],
    [[{ sub: 'other', groupId: 'G' }], ['group.sub groups[0].sub']],
    [[{ sub: 's', groupId: 'G', roles: 'R' }], ['type.invalid groups[0].roles']],
    [['G'], ['type.invalid groups[0]']],
    ['G', ['type.invalid groups']],
  ])('groups %j: %j', (groups, expected) => {
    expect(foundIn({ sub: 's', groups })).toEqual(expected);
  });

  test.each([
    [[{ fieldKey: 'n', state: 'SKIPPED', consentId: 'c', versionId: 'v' }], []],
    [[{ state: 'ACCEPTED' }], ['consent.invalid consents[0].fieldKey']],
    [[{ fieldKey: 'n', state: 'yes' }], ['consent.invalid consents[0].state']],
    [[{ fieldKey: 'n', value: true }], ['consent.invalid consents[0].state']],
    [[{ fieldKey: 'n', state: 'ACCEPTED', versionId: 5 }], ['consent.invalid consents[0].versionId']],
    [[{ fieldKey: 'n', state: 'ACCEPTED', time: '2020-01-01' }], ['instant.invalid consents[0].time']],
    [{}, ['type.invalid consents']],
  ])('consents %j: %j', (consents, expected) => {
    expect(foundIn({ consents })).toEqual(expected);
  });
});

test('the day comes from the clock that is handed in', () => {
  const user = { username: 'ada', birthdate: '2026-03-15' };
  expect(userRules(Date.parse('2026-03-14T23:59:59Z'), DEFAULT_POLICY)(user).errors).toHaveLength(1);
  expect(userRules(Date.parse('2026-03-15T00:00:00Z'), DEFAULT_POLICY)(user).errors).toHaveLength(0);
});

test('warnings do not keep a user from being sent', () => {
  const { errors, warnings } = validateUser({ username: 'ada', website: 'www.example.com' }, TODAY);
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    { code: 'url.invalid', field: 'website', message: expect.any(String), hint: expect.any(String) },
  ]);
});

test('ANONYMOUS is nobody, however it is written, and no other sub is taken for it', () => {
  for (const sub of ['ANONYMOUS', 'anonymous', ' Anonymous ']) expect(foundIn({ sub })).toEqual(['sub.reserved sub']);
  expect(found({ identities: [{ username: 'ada', sub: 'ANONYMOUS' }] })).toContain('sub.reserved identities[0].sub');
  expect(foundIn({ sub: 'anonymous-4711' })).toEqual([]);
});
