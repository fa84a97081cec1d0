import { describe, expect, test } from 'vitest';
import { mapObject, outcome } from '../mapping/map-record.ts';
import { importCase, importText } from './import-case.ts';

const VERIFIED = 'fields: { userStatus: { value: VERIFIED } }';

test('scim-plain-emails: addresses without an object around them', async () => {
  const { users, report } = await importCase('scim-plain-emails/users.json', 'scim', VERIFIED);
  expect(users.map(({ email, username }) => [email, username])).toEqual([
    ['wso2iamtest@example.com', 'anna'],
    ['alex_j@example.com', 'alex'],
    ['only@example.com', undefined],
  ]);
  expect(report.warnings).toEqual({});
});

test('an e-mail list in a shape that nobody knows makes the row invalid, and a single object is a list of one', async () => {
  const shapes: unknown[] = [
    'one@example.com',
    { value: 'two@example.com' },
    [['three@example.com']],
    { work: 'four@example.com' },
    [{ address: 'five@example.com', type: 'work' }],
    [],
    null,
    [{ type: 'work', value: '' }],
  ];
  const Resources = shapes.map((emails, index) => ({ id: `u${index}`, userName: `u${index}`, emails }));
  const { users, invalid, report } = await importText('users.json', JSON.stringify({ Resources }), 'scim', VERIFIED);
  expect(users.map(({ email }) => email)).toEqual([
    'one@example.com',
    'two@example.com',
    undefined,
    undefined,
    undefined,
  ]);
  expect(invalid).toEqual({ 3: 'value.unread email', 4: 'value.unread email', 5: 'value.unread email' });
  const unread = report.failures.find(({ code }) => code === 'value.unread');
  expect(unread?.message).toMatch(
    /^email has a value in the source, but not in the shape of "emails\[primary=true\]\.value" or .* \(preset scim:\d+\)/,
  );
  expect(unread?.hint).toMatch(/^Write the rule of this field in your mapping with a path to where the value is/);
});

test('a name in another shape is counted with its row; the user is sent', async () => {
  const Resources = [
    { id: 'a', userName: 'ann', name: 'Ann Muster' },
    { id: 'b', userName: 'bob', name: { givenName: 'Bob' } },
  ];
  const { users, report, log } = await importText('users.json', JSON.stringify({ Resources }), 'scim', VERIFIED);
  expect(users).toHaveLength(2);
  expect(report.warnings).toEqual({ 'value.unread': 1 });
  expect(report.leftOut).toEqual([
    expect.objectContaining({
      code: 'value.unread',
      message: expect.stringContaining('family_name has a value'),
      rows: 1,
      first: [1],
    }),
    expect.objectContaining({
      code: 'value.unread',
      message: expect.stringContaining('given_name has a value'),
      rows: 1,
      first: [1],
    }),
    expect.objectContaining({
      code: 'value.unread',
      message: expect.stringContaining('middle_name has a value'),
      rows: 1,
      first: [1],
    }),
  ]);
  expect(log.some((line) => /^value\.unread: given_name has a value .*Row 1\.$/.test(line))).toBe(true);
});

test('phones that one field reads are not unread for the other', async () => {
  const phones = [{ type: 'mobile', number: '+491712345678' }];
  const account = { UID: 'u', isActive: true, isRegistered: true, profile: { email: 'a@example.com', phones } };
  const { users, report } = await importText('users.json', JSON.stringify([account]), 'sap-cdc');
  expect(users[0]?.mobile_number).toBe('+491712345678');
  expect(report.warnings).toEqual({ 'email.unverified': 1 });
});

describe('a condition on a list or an object is neither true nor false', () => {
  const when = (condition: string, field = 'userStatus: [{ value: DECLINED, when: W }, { value: VERIFIED }]') =>
    `fields:\n  username: id\n  ${field.replace('W', condition)}\n`;
  test.each(['{ from: x, is: a }', '{ from: x, not: a }', '{ from: x, matches: a }', '{ from: x, future: true }'])(
    '%s',
    async (condition) => {
      for (const x of [['a'], { a: 'a' }])
        expect(outcome(await mapObject(when(condition), { id: 'u', x }))).toEqual(['value.unread userStatus']);
    },
  );
  test('another condition may decide', async () => {
    const any = '{ any: [{ from: x, is: a }, { from: y, is: b }] }';
    expect(outcome(await mapObject(when(any), { id: 'u', x: ['a'], y: 'b' }))).toEqual({
      username: 'u',
      userStatus: 'DECLINED',
    });
    expect(outcome(await mapObject(when(any), { id: 'u', x: ['a'], y: 'c' }))).toEqual(['value.unread userStatus']);
    const all = '[{ from: x, is: a }, { from: y, is: b }]';
    expect(outcome(await mapObject(when(all), { id: 'u', x: ['a'], y: 'c' }))).toEqual({
      username: 'u',
      userStatus: 'VERIFIED',
    });
  });
  test('a list is compared with has, whose items must be texts', async () => {
    const has = when('{ from: x, has: a }');
    expect(outcome(await mapObject(has, { id: 'u', x: ['b', 'a'] }))).toEqual({
      username: 'u',
      userStatus: 'DECLINED',
    });
    expect(outcome(await mapObject(has, { id: 'u', x: [{ name: 'a' }] }))).toEqual(['value.unread userStatus']);
  });
  test('a field that does not matter is left out and counted', async () => {
    const mapped = await mapObject(when('{ from: x, is: a }', 'nickname: { from: n, when: W }'), {
      id: 'u',
      x: [1],
      n: 'n',
    });
    expect(mapped).toMatchObject({
      kind: 'user',
      user: { username: 'u' },
      warnings: [{ code: 'value.unread', field: 'nickname' }],
    });
  });
  test('a rule to skip, and the password', async () => {
    const skip = 'skip: [{ reason: guest, when: { from: x, is: a } }]\nfields: { username: id }\n';
    expect(outcome(await mapObject(skip, { id: 'u', x: ['a'] }))).toEqual(['value.unread']);
    const password = 'fields: { username: id }\npassword: { from: p, when: { from: x, is: a } }\n';
    expect(outcome(await mapObject(password, { id: 'u', p: 'x', x: ['a'] }))).toEqual(['value.unread password']);
  });
});

test('a password in another shape is never no password', async () => {
  for (const password of ['abc', ['abc'], { hashedPassword: 'abc' }, { hash: { value: 'abc' } }]) {
    const account = {
      UID: 'u',
      isActive: true,
      isRegistered: true,
      loginProvider: 'facebook',
      profile: { email: 'a@example.com' },
      password,
    };
    const { users, invalid } = await importText('users.json', JSON.stringify([account]), 'sap-cdc');
    // An object with other keys is recognised, or not, by the room of passwords.
    if (typeof password === 'object' && 'hashedPassword' in password) continue;
    expect(users, JSON.stringify(password)).toEqual([]);
    expect(Object.keys(invalid), JSON.stringify(password)).toEqual(['1']);
  }
});

test('a login of another provider in another shape is not lost', async () => {
  const user = { user_id: 'auth0|1', email: 'a@example.com', email_verified: true };
  const lines = [
    { ...user, identities: [{ provider: 'google-oauth2', user_id: '1' }] },
    { ...user, user_id: 'auth0|2', email: 'b@example.com', identities: 'google-oauth2' },
    { ...user, user_id: 'auth0|3', email: 'c@example.com', identities: [{ name: 'google-oauth2', id: '3' }] },
  ];
  const { users, invalid } = await importText(
    'users.ndjson',
    lines.map((line) => JSON.stringify(line)).join('\n'),
    'auth0',
  );
  expect(users).toHaveLength(1);
  expect(invalid).toEqual({ 2: 'value.unread identities[0].provider', 3: 'value.unread identities[0].provider' });
});

test('ldif-latin1: text in Latin-1 is read and counted, a picture in another file costs nobody', async () => {
  const { users, report } = await importCase('ldif-latin1/users.ldif', 'ldif');
  const byName = Object.fromEntries(
    users.map(({ username, given_name, family_name, email }) => [username, [given_name, family_name, email]]),
  );
  expect(byName).toMatchObject({
    latin: ['Heinz', 'Müller', 'latin@example.org'],
    photo: [undefined, 'Photo', 'photo@example.org'],
  });
  expect(report.warnings['text.assumed_encoding']).toBe(1);
});

test('a value of LDIF that no encoding explains is unread only when a rule needs it', async () => {
  const bytes = (...values: number[]) => Buffer.from(values).toString('base64');
  const entry = (uid: string, ...lines: string[]) =>
    [
      `dn: uid=${uid}`,
      'objectClass: inetOrgPerson',
      `uid: ${uid}`,
      'userPassword: {SHA}O3HSv1MusyL4kTjP+HKI5uxuNoM=',
      ...lines,
      '',
    ].join('\n');
  const text = [
    entry('cyrillic', `sn:: ${bytes(0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2)}`),
    entry('key', 'sn: Key', `sshKey:: ${bytes(0x93, 0xc1, 0, 0x88)}`),
    entry('mail', 'sn: Mail', `mail:: ${bytes(0xff, 0xfe, 0x81, 0x00)}`),
    entry('file', 'sn: File', 'mail:< file:///mail.txt'),
  ].join('\n');
  const { users, invalid, report } = await importText('users.ldif', text, 'ldif');
  expect(users.map(({ username, family_name }) => [username, family_name])).toEqual([
    ['cyrillic', undefined],
    ['key', 'Key'],
  ]);
  expect(invalid).toEqual({ 3: 'value.unread email', 4: 'value.unread email' });
  expect(report.warnings['value.unread']).toBe(1);
});
