import { expect, test } from 'vitest';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { InputError } from '../../../src/runtime/input-error.ts';
import { mapCells, mapObject, outcome } from '../map-record.ts';

test('an unknown column names the nearest field', async () => {
  const refused = await compileMapping(null, ['sub', 'emial', 'givenname', 'address.zip', 'password', 'x']).catch(
    (e) => e,
  );
  expect(refused).toBeInstanceOf(InputError);
  expect(refused.problems).toEqual([
    'column "emial": "emial" is not a cidaas field. Did you mean "email"?',
    'column "givenname": "givenname" is not a cidaas field. Did you mean "given_name"?',
    'column "address.zip": "address.zip" is not a cidaas field.',
    expect.stringContaining('clear-text passwords are never sent'),
    'column "x": "x" is not a cidaas field.',
  ]);
});

test('a column without a name is left alone', async () => {
  expect(outcome(await mapCells(null, { email: 'a@example.com', '': '' }))).toEqual({ email: 'a@example.com' });
});

test('columns of which none is known are not named: they may be the first record', async () => {
  const refused = await compileMapping(null, ['Emil', 'Falk', 'Leipzig']).catch((e) => e);
  expect(refused).toBeInstanceOf(InputError);
  expect(refused.problems).toEqual([
    'None of the 3 columns has the name of a cidaas field. Give a `mapping`, and check that the first line of the file is its header.',
  ]);
});

test('cells get the types of their fields', async () => {
  const mapped = await mapCells(null, {
    email: ' a@example.com ',
    mfa_enabled: 'Nein',
    birthdate: '1990-02-03',
    createdTime: '2020-02-03 04:05:06+01',
    roles: '["A", "B"]',
    groups: '[{"groupId": "G", "roles": ["R"]}]',
    sub: 's-1',
    'customFields.a.b': '007',
    'password_hash_info.hData.iterations': '1000',
    locale: '',
  });
  expect(outcome(mapped)).toEqual({
    email: 'a@example.com',
    mfa_enabled: false,
    birthdate: '1990-02-03',
    createdTime: '2020-02-03T03:05:06.000Z',
    roles: ['A', 'B'],
    groups: [{ groupId: 'G', roles: ['R'], sub: 's-1' }],
    sub: 's-1',
    customFields: { 'a.b': '007' },
    password_hash_info: { hData: { iterations: '1000' } },
  });
});

test('JSON keys may be nested, dotted or in identities', async () => {
  const mapped = await mapObject(null, {
    sub: 's-1',
    userStatus: 'VERIFIED',
    customFields: { a: 1, b: [true], c: { d: null }, e: '', 'f.g': 'x' },
    password_hash_info: { algorithmTypeId: 'SHA1', passwordHash: 'f', hData: { iterations: 1000, keylen: '32' } },
    roles: [],
    consents: null,
    identities: [
      { provider: 'self', email: 'a@example.com', address: { country: 'DE' }, birthdate: '1990-01-01' },
      { 'address.locality': 'Köln', username: 'a' },
    ],
  });
  expect(outcome(mapped)).toEqual({
    sub: 's-1',
    userStatus: 'VERIFIED',
    customFields: { a: 1, b: [true], c: { d: null }, 'f.g': 'x' },
    password_hash_info: { algorithmTypeId: 'SHA1', passwordHash: 'f', hData: { iterations: '1000', keylen: '32' } },
    identities: [
      { provider: 'self', email: 'a@example.com', address: { country: 'DE' }, birthdate: '1990-01-01' },
      { address: { locality: 'Köln' }, username: 'a' },
    ],
  });
});

test('what is no field or has the wrong type makes the JSON record invalid, every problem told', async () => {
  const mapped = await mapObject(null, {
    email: 'a@example.com',
    nickname: { a: 1 },
    password: 'x',
    identities: [{ provider: 'self' }, { birthdate: '1.2.1990' }],
    groups: { groupId: 'G' },
    consents: [{ state: 'ACCEPTED', value: true }],
    mfa_enabled: 'x',
  });
  expect(outcome(mapped)).toEqual([
    'type.invalid nickname',
    'field.unknown',
    'date.invalid identities[1].birthdate',
    'type.invalid groups',
    'field.unknown consents[0]',
    'boolean.invalid mfa_enabled',
  ]);
  expect(mapped).toMatchObject({ identifiers: { email: 'a@example.com' } });
});

test('keys that may be data, or reach into prototypes, are not shown and not followed', async () => {
  const record = JSON.parse(
    '{"email":"a@example.com","jo@example.com":1,"__proto__":{"x":1},"customFields":{"__proto__":1}}',
  );
  const mapped = await mapObject(null, record as Record<string, unknown>);
  expect(outcome(mapped)).toEqual(['field.unknown']);
  expect(JSON.stringify(mapped)).not.toContain('jo@');
});
