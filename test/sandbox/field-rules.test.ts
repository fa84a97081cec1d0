import { expect, test } from 'vitest';
import { flatUser } from '../../src/sandbox/stored-account.ts';
import type { TenantSetup } from '../../src/sandbox/tenant-setup.ts';
import { openSandbox } from './tenant-client.ts';

const SETUP: Partial<TenantSetup> = {
  fields: [
    { fieldKey: 'nickname', fieldType: 'SYSTEM', dataType: 'TEXT', enabled: false },
    { fieldKey: 'region', fieldType: 'SYSTEM', dataType: 'TEXT', enabled: false },
    { fieldKey: 'customer_no', fieldType: 'CUSTOM', dataType: 'USERNAME', enabled: true },
    { fieldKey: 'newsletter', fieldType: 'CUSTOM', dataType: 'CHECKBOX', enabled: true },
    { fieldKey: 'points', fieldType: 'CUSTOM', dataType: 'NUMBER', enabled: true },
    { fieldKey: 'colours', fieldType: 'CUSTOM', dataType: 'MULTISELECT', enabled: true, options: ['red', 'blue'] },
    { fieldKey: 'since', fieldType: 'CUSTOM', dataType: 'DATE', enabled: true },
    { fieldKey: 'retired', fieldType: 'CUSTOM', dataType: 'TEXT', enabled: false },
  ],
  roles: ['buyer'],
  groups: [{ groupId: 'press', groupType: 'any' }],
};

const one = { sub: 'u1', email: 'anna@example.com' };

test.each<[string, object, string]>([
  ['no identifier', { sub: 'u1', given_name: 'Anna' }, 'at least one identifier'],
  ['an empty e-mail', { ...one, email: '' }, 'invalid email passed'],
  ['a malformed e-mail', { ...one, email: 'anna@example' }, 'invalid email passed'],
  ['a disposable e-mail', { ...one, email: 'anna@NO-MAIL.example.net' }, 'invalid email passed'],
  ['an e-mail without mail server', { ...one, email: 'anna@example.invalid' }, 'invalid email passed'],
  ['a German date', { ...one, birthdate: '01.02.1980' }, 'birthdate'],
  ['a date that does not exist', { ...one, birthdate: '1980-02-30' }, 'birthdate'],
  ['a national mobile number', { ...one, mobile_number: '0171 3920012' }, 'mobile_number'],
  ['a status of its own', { ...one, userStatus: 'ACTIVE' }, 'userStatus'],
  ['a name that is no text', { ...one, given_name: 5 }, 'given_name'],
  ['an address that is a text', { ...one, address: 'Köln' }, 'address'],
  ['a website that is no URL', { ...one, website: 'example' }, 'website'],
  ['bcrypt cost 21', { ...one, password_hash_info: { algorithmTypeId: 'BCRYPT_21', passwordHash: 'x' } }, 'password'],
  ['an empty hash', { ...one, password_hash_info: { algorithmTypeId: 'SHA1', passwordHash: '' } }, 'password'],
  ['PBKDF2 without salt', { ...one, password_hash_info: { algorithmTypeId: 'PBKDF2', passwordHash: 'x' } }, 'password'],
  ['a group without sub', { ...one, groups: [{ groupId: 'press' }] }, 'groups'],
  ['a group that is not there', { ...one, groups: [{ sub: 'u1', groupId: 'staff' }] }, 'groups'],
  ['a role in another case', { ...one, roles: ['Buyer'] }, 'roles'],
  ['a consent without state', { ...one, consents: [{ fieldKey: 'terms', value: true }] }, 'consents'],
  ['a local time', { ...one, createdTime: '2020-01-01T00:00:00' }, 'createdTime'],
  ['a number in quotes', { ...one, customFields: { points: '5' } }, 'points'],
  ['an unknown option', { ...one, customFields: { colours: ['red', 'green'] } }, 'colours'],
  ['a text for a checkbox', { ...one, customFields: { newsletter: 'ja' } }, 'newsletter'],
  ['a broken date', { ...one, customFields: { since: 'gestern' } }, 'since'],
])('%s is refused', async (_, user, message) => {
  await using open = await openSandbox({ setup: SETUP });
  const answer = await open.bulk(user);
  expect(answer.status).toBe(200);
  expect(answer.body?.process_states).toMatchObject([
    { sub: 'ANONYMOUS', process_state: 'FAILED', code: 507, message: expect.stringContaining(message) },
  ]);
  expect(open.sandbox.userCount).toBe(0);
});

test('every field of a user is stored as sent', async () => {
  await using open = await openSandbox({ setup: SETUP });
  const user = {
    ...one,
    username: 'anna',
    mobile_number: '+491713920012',
    phone_number: '+493023125123',
    given_name: 'Anna',
    birthdate: '1980-02-29',
    locale: 'de-DE',
    website: 'https://example.com/anna',
    address: { street_address: 'Weg 1', locality: 'Köln', postal_code: '50667', country: 'DE' },
    userStatus: 'DECLINED',
    mfa_enabled: false,
    roles: ['buyer'],
    groups: [{ sub: 'u1', groupId: 'press', roles: ['buyer'] }],
    consents: [{ fieldKey: 'terms', state: 'ACCEPTED', time: '2020-01-01T00:00:00.000Z' }],
    createdTime: '2020-01-01T00:00:00.000Z',
    customFields: { customer_no: '007', newsletter: true, points: 5, colours: ['red'], since: '2020-01-01' },
    password_hash_info: { algorithmTypeId: 'PBKDF2', passwordHash: 'x', hData: { salt: 's', iterations: '1' } },
  };
  expect((await open.bulk(user)).body?.process_states).toMatchObject([{ process_state: 'CREATED' }]);
  const account = open.sandbox.users().get('u1');
  expect(account && flatUser(account)).toEqual(user);
});

test('disabled and unknown fields are skipped, and nothing in the answer tells', async () => {
  await using open = await openSandbox({ setup: SETUP });
  const answer = await open.bulk({
    ...one,
    nickname: 'Ann',
    password: 'secret',
    address: { region: 'NRW', locality: 'Köln' },
    customFields: { retired: 'x', unheard_of: 'y', points: 1 },
  });
  expect(answer.body?.process_states).toEqual([
    { sub: 'u1', identifier: { email: one.email }, process_state: 'CREATED' },
  ]);
  const account = open.sandbox.users().get('u1');
  expect(account && flatUser(account)).toEqual({
    ...one,
    userStatus: 'VERIFIED',
    address: { locality: 'Köln' },
    customFields: { points: 1 },
  });
});

test('a custom field of the type USERNAME is an identifier', async () => {
  await using open = await openSandbox({ setup: SETUP });
  await open.bulk({ sub: 'u1', customFields: { customer_no: 'A1' } });
  const answer = await open.bulk({ customFields: { customer_no: 'a1' }, given_name: 'Anna' });
  expect(answer.body?.process_states).toMatchObject([{ sub: 'u1', process_state: 'UPDATED' }]);
});

test('without a field setup every custom field is taken as it comes', async () => {
  await using open = await openSandbox();
  await open.bulk({ ...one, customFields: { anything: [1, { deep: true }] } });
  expect(open.sandbox.users().get('u1')?.customFields).toEqual({ anything: [1, { deep: true }] });
});
