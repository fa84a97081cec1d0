import { expect, test } from 'vitest';
import { Arrivals } from '../../src/plan/arrivals.ts';

test('counts fields, statuses, passwords, groups, roles and consents, and takes duplicates back', () => {
  const arrivals = new Arrivals();
  const ada = {
    ...{ sub: '1', email: 'a@example.com', middle_name: null, roles: ['USER', 'USER', 'EDITOR'] },
    address: { locality: 'Ulm' },
    customFields: { no: 7, vip: '' },
    password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: 'x' },
    groups: [{ sub: '1', groupId: 'staff' }],
    consents: [{ fieldKey: 'news', state: 'ACCEPTED' as const }],
  };
  const bob = { userStatus: 'DECLINED', identities: [{ email: 'b@example.com' }, { email: 'c@example.com' }] };
  arrivals.add(ada);
  arrivals.add(bob);
  arrivals.add(ada);
  arrivals.remove(JSON.parse(JSON.stringify(ada)));
  const one = (name: string) => ({ name, users: 1 });
  expect(arrivals.list()).toEqual({
    users: 2,
    fields: [
      ...['address.locality', 'consents', 'customFields.no', 'email', 'groups', 'identities.email'],
      ...['password_hash_info', 'roles', 'sub', 'userStatus'],
    ].map(one),
    statuses: [one('DECLINED'), one('VERIFIED')],
    passwords: [one('BCRYPT_10'), one('none')],
    groups: [one('staff')],
    roles: [one('EDITOR'), one('USER')],
    consents: [one('news')],
  });
});

test('names that are data of the export do not fill the memory', () => {
  const arrivals = new Arrivals();
  for (let user = 0; user < 2_000; user++)
    arrivals.add({ customFields: { [`key ${user}`]: 1 }, roles: [`role ${user}`] });
  const { users, fields, roles } = arrivals.list();
  expect([users, fields.length, roles.length]).toEqual([2_000, 500, 500]);
});
