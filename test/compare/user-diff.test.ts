import { describe, expect, test } from 'vitest';
import { diffUsers } from '../../src/compare/user-diff.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

function diff(before: CidaasUser, after: CidaasUser): string[] {
  return diffUsers(before, after).map(
    (one) => `${one.field}: ${JSON.stringify(one.before)} > ${JSON.stringify(one.after)}`,
  );
}

describe('differences', () => {
  test('name fields with dots, and tell a field that is absent from one that is cleared', () => {
    const before: CidaasUser = { email: 'a@example.com', nickname: null, address: { locality: 'Köln', country: 'DE' } };
    const after: CidaasUser = { given_name: 'Ada', nickname: 'Ad', address: { locality: 'Bonn', country: 'DE' } };
    expect(diff(before, after)).toEqual([
      'email: "a@example.com" > undefined',
      'nickname: null > "Ad"',
      'address.locality: "Köln" > "Bonn"',
      'given_name: undefined > "Ada"',
    ]);
  });

  test('the order of fields, of consents and of groups makes no difference', () => {
    const accepted = { fieldKey: 'terms', state: 'ACCEPTED' } as const;
    const revoked = { fieldKey: 'news', state: 'REVOKED' } as const;
    const before: CidaasUser = {
      sub: '1',
      email: 'a@example.com',
      consents: [accepted, revoked],
      groups: [
        { sub: '1', groupId: 'A' },
        { sub: '1', groupId: 'B' },
      ],
      customFields: { deep: { a: 1, b: 2 } },
    };
    const after: CidaasUser = {
      customFields: { deep: { b: 2, a: 1 } },
      email: 'a@example.com',
      sub: '1',
      consents: [revoked, accepted],
      groups: [
        { groupId: 'B', sub: '1' },
        { groupId: 'A', sub: '1' },
      ],
    };
    expect(diff(before, after)).toEqual([]);
  });

  test('an entry is compared with the entry of its name, and a field of several entries is named once', () => {
    const before: CidaasUser = {
      consents: [
        { fieldKey: 'terms', state: 'ACCEPTED' },
        { fieldKey: 'news', state: 'ACCEPTED' },
      ],
    };
    const after: CidaasUser = {
      consents: [
        { fieldKey: 'news', state: 'REVOKED' },
        { fieldKey: 'terms', state: 'REVOKED' },
      ],
    };
    expect(diff(before, after)).toEqual(['consents[].state: "ACCEPTED" > "REVOKED"']);
  });

  test('identities are told apart by their place', () => {
    const before: CidaasUser = { identities: [{ email: 'a@example.com' }, { provider: 'facebook' }] };
    const after: CidaasUser = { identities: [{ email: 'a@example.com' }, { provider: 'google' }, { username: 'ada' }] };
    expect(diff(before, after)).toEqual([
      'identities[1].provider: "facebook" > "google"',
      'identities[2].username: undefined > "ada"',
    ]);
  });

  test('lists and the values of custom fields are one thing', () => {
    expect(
      diff(
        { roles: ['a', 'b'], customFields: { tags: [{ n: 1 }], note: { a: 1 } } },
        { roles: ['b'], customFields: { tags: [{ n: 2 }], note: 'x' } },
      ),
    ).toEqual([
      'roles: ["a","b"] > ["b"]',
      'customFields.tags: [{"n":1}] > [{"n":2}]',
      'customFields.note: {"a":1} > "x"',
    ]);
  });
});
