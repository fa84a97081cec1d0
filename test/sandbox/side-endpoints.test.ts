import { expect, test } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { noContentReply } from '../../src/sandbox/reply.ts';
import { replying } from '../support/faults/faults.ts';
import { type OpenSandbox, openSandbox } from './tenant-client.ts';

async function asked(open: OpenSandbox, method: string, path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await open.token()}` };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await open.call(method, path, { headers, ...sent });
  return { status: answer.status, data: answer.body?.data };
}

test('a user is found by every identifier in every provider', async () => {
  await using open = await openSandbox();
  await open.bulk({
    sub: 'u1',
    identities: [
      { email: 'anna@example.com', username: 'Anna', mobile_number: '+491713920012' },
      { provider: 'google', providerUserId: 'g-1' },
    ],
  });
  for (const userId of ['u1', 'ANNA@example.com', 'anna', '+491713920012', 'g-1']) {
    expect(await asked(open, 'POST', '/useractions-srv/userexistence', { userId })).toEqual({
      status: 200,
      data: { sub: 'u1' },
    });
  }
  expect((await asked(open, 'POST', '/useractions-srv/userexistence', { userId: 'bert' })).status).toBe(204);
  expect((await asked(open, 'POST', '/useractions-srv/userexistence', {})).status).toBe(400);
});

test('an account is read back without its hash', async () => {
  await using open = await openSandbox();
  const password_hash_info = { algorithmTypeId: 'SHA256', passwordHash: 'x' };
  await open.bulk({ sub: 'u/1', email: 'anna@example.com', customFields: { points: 1 }, password_hash_info });
  expect(await asked(open, 'GET', '/user-srv/users/u%2F1')).toEqual({
    status: 200,
    data: {
      sub: 'u/1',
      userStatus: 'VERIFIED',
      customFields: { points: 1 },
      identities: [{ provider: 'self', email: 'anna@example.com' }],
      updatedTime: expect.any(String),
    },
  });
  expect((await asked(open, 'GET', '/user-srv/users/u2')).status).toBe(404);
});

test('an index that lags behind is a fault like others', async () => {
  await using open = await openSandbox({ faults: faultOn('existence', 1, replying('lag', noContentReply())) });
  await open.bulk({ sub: 'u1', email: 'anna@example.com' });
  const statuses = [];
  for (let n = 1; n <= 2; n++) {
    statuses.push((await asked(open, 'POST', '/useractions-srv/userexistence', { userId: 'u1' })).status);
  }
  expect(statuses).toEqual([204, 200]);
});

test('the set-up can be read: fields, roles, groups', async () => {
  await using open = await openSandbox({
    setup: {
      fields: [
        { fieldKey: 'nickname', fieldType: 'SYSTEM', dataType: 'TEXT', enabled: false },
        {
          fieldKey: 'colour',
          fieldType: 'CUSTOM',
          dataType: 'SELECT',
          enabled: true,
          required: true,
          options: ['red'],
        },
      ],
      roles: ['buyer'],
      groups: [{ groupId: 'press', groupType: 'any' }],
      groupTypes: [{ groupType: 'any', roleMode: 'any_roles' }],
    },
  });
  const colour = {
    fieldKey: 'colour',
    fieldType: 'CUSTOM',
    dataType: 'SELECT',
    baseDataType: 'string',
    enabled: true,
    required: true,
    fieldDefinition: { attributesKeys: ['red'] },
  };
  for (const [method, path] of [
    ['POST', '/fieldsetup-srv/graph/fields'],
    ['GET', '/registration-setup-srv/fields/list'],
  ] as const) {
    const { data } = await asked(open, method, path, method === 'POST' ? {} : undefined);
    expect(data).toContainEqual(colour);
    expect(data).toContainEqual(expect.objectContaining({ fieldKey: 'nickname', enabled: false }));
    expect(data).toContainEqual(expect.objectContaining({ fieldKey: 'email', fieldType: 'SYSTEM', enabled: true }));
  }
  expect(await asked(open, 'GET', '/fieldsetup-srv/fields/colour')).toEqual({ status: 200, data: colour });
  expect((await asked(open, 'GET', '/fieldsetup-srv/fields/size')).status).toBe(404);
  expect(await asked(open, 'POST', '/groups-srv/graph/roles', {})).toMatchObject({ data: [{ role: 'buyer' }] });
  expect(await asked(open, 'POST', '/groups-srv/graph/usergroups', {})).toMatchObject({
    data: { groups: [{ groupId: 'press' }] },
  });
  expect(await asked(open, 'GET', '/groups-srv/usergroups/press')).toMatchObject({ data: { groupId: 'press' } });
  expect((await asked(open, 'GET', '/groups-srv/usergroups/staff')).status).toBe(204);
  expect((await asked(open, 'GET', '/groups-srv/usergroups/CIDAAS_USERS')).status).toBe(200);
  expect(await asked(open, 'GET', '/groups-srv/graph/roles')).toMatchObject({ data: [{ role: 'buyer' }] });
  expect(await asked(open, 'POST', '/groups-srv/graph/grouptypes', {})).toMatchObject({
    data: [{ groupType: 'any', roleMode: 'any_roles' }],
  });
});

test('what takes whatever comes has no set-up to be read', async () => {
  await using open = await openSandbox();
  for (const path of ['/fieldsetup-srv/graph/fields', '/groups-srv/graph/roles', '/groups-srv/graph/grouptypes'])
    expect((await asked(open, 'POST', path, {})).status).toBe(404);
  expect((await asked(open, 'GET', '/groups-srv/usergroups/CIDAAS_USERS')).status).toBe(404);
});

test('each of them wants its scope', async () => {
  await using open = await openSandbox({ grant: { scopes: ['cidaas:bulk_user_create'] } });
  for (const [method, path] of [
    ['GET', '/user-srv/users/u1'],
    ['POST', '/useractions-srv/userexistence'],
    ['POST', '/fieldsetup-srv/graph/fields'],
    ['POST', '/groups-srv/graph/roles'],
    ['POST', '/groups-srv/graph/grouptypes'],
    ['GET', '/groups-srv/usergroups/press'],
  ] as const) {
    expect((await asked(open, method, path, method === 'POST' ? {} : undefined)).status).toBe(403);
  }
});

test('what the sandbox does not know is 404, a doubled slash included', async () => {
  await using open = await openSandbox();
  for (const path of ['/', '//token-srv/token', '/token-srv/token/', '/users-srv/user/bulk/x']) {
    expect((await open.call('POST', path)).status).toBe(404);
  }
});
