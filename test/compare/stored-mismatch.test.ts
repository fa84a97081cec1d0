import { describe, expect, it, test } from 'vitest';
import { storedMismatches as mismatchesOf } from '../../src/compare/stored-mismatch.ts';
import { TenantValue } from '../../src/tenant/tenant-value.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

const storedMismatches = (sent: CidaasUser, shown: unknown) => mismatchesOf(sent, new TenantValue(shown));

const sent: CidaasUser = {
  sub: 's',
  email: 'anna@example.com',
  birthdate: '1980-02-01',
  address: { locality: 'Köln', postal_code: '50667' },
  customFields: { customer_no: '007', tags: ['a', 'b'], newsletter: true },
  userStatus: 'DECLINED',
  roles: ['editor'],
  createdTime: '2020-01-01T10:00:00.000Z',
  password_hash_info: { algorithmTypeId: 'SHA1', passwordHash: 'x' },
};
const { sub, userStatus, roles, customFields, createdTime, password_hash_info: _, ...own } = sent;
const account = { sub, userStatus, roles, customFields, createdTime };
const shown = { ...account, identities: [{ provider: 'self', ...own }] };

describe('a user is as it was sent', () => {
  it.each([
    ['with its fields on the identity', shown],
    ['with all fields flat', { ...account, ...own }],
    [
      'with more than was sent',
      { ...shown, roles: ['editor', 'user'], groups: [{ groupId: 'CIDAAS_USERS' }], nickname: 'x' },
    ],
    [
      'with identifiers in another case',
      { ...account, identities: [{ ...own, provider: 'self', email: 'Anna@Example.com' }] },
    ],
    [
      'with the date as an instant',
      { ...account, identities: [{ ...own, provider: 'self', birthdate: '1980-02-01T00:00:00.000Z' }] },
    ],
    ['with an instant in another precision', { ...shown, createdTime: '2020-01-01T10:00:00Z' }],
    [
      'with wrapped custom fields',
      {
        ...shown,
        customFields: {
          customer_no: { value: '007' },
          tags: { fieldKey: 'tags', value: ['a', 'b'] },
          newsletter: { value: true },
        },
      },
    ],
  ])('%s', (_, given) => {
    expect(storedMismatches(sent, given)).toEqual([]);
  });
});

describe('what differs is named by its path', () => {
  const { newsletter: _n, ...fewer } = customFields as Record<string, unknown>;
  it.each([
    ['a custom field that was skipped silently', { ...shown, customFields: fewer }, ['customFields.newsletter']],
    [
      'all of them',
      { ...shown, customFields: undefined },
      ['customFields.customer_no', 'customFields.tags', 'customFields.newsletter'],
    ],
    ['a leading zero', { ...shown, customFields: { ...customFields, customer_no: 7 } }, ['customFields.customer_no']],
    ['the status', { ...shown, userStatus: 'VERIFIED' }, ['userStatus']],
    ['a role that was not taken', { ...shown, roles: ['user'] }, ['roles']],
    [
      'a part of the address',
      { ...account, identities: [{ ...own, provider: 'self', address: { locality: 'Köln' } }] },
      ['address.postal_code'],
    ],
    ['a date', { ...account, identities: [{ ...own, provider: 'self', birthdate: '1980-01-02' }] }, ['birthdate']],
  ])('%s', (_, given, fields) => {
    expect(storedMismatches(sent, given)).toEqual(fields);
  });

  it('a field that should have been cleared', () => {
    expect(storedMismatches({ sub: 's', nickname: null }, { sub: 's', nickname: 'still there' })).toEqual(['nickname']);
    expect(storedMismatches({ sub: 's', nickname: null }, { sub: 's' })).toEqual([]);
  });

  it('an identity, and a field of one', () => {
    const user: CidaasUser = {
      identities: [
        { provider: 'self', email: 'a@example.com' },
        { provider: 'google', email: 'b@example.com' },
      ],
    };
    const theirs = { identities: [{ provider: 'self', email: 'other@example.com' }] };
    expect(storedMismatches(user, theirs)).toEqual(['identities.self.email', 'identities.google']);
  });

  it('a group that the user is no member of, or without the role', () => {
    const user: CidaasUser = { sub: 's', groups: [{ sub: 's', groupId: 'g', roles: ['admin'] }] };
    expect(storedMismatches(user, { sub: 's', groups: [{ groupId: 'g', roles: ['admin', 'x'] }] })).toEqual([]);
    expect(storedMismatches(user, { sub: 's', groups: [{ groupId: 'g', roles: [] }] })).toEqual(['groups']);
    expect(storedMismatches(user, { sub: 's' })).toEqual(['groups']);
  });
});

test('the name of a provider or of a custom field that looks like data is not named', () => {
  const user: CidaasUser = {
    customFields: { '0123456789abcdef0123456789abcdef': 1, 'jane@example.com': 2 },
    identities: [{ provider: '+4915112345678', email: 'a@example.com' }],
  };
  expect(storedMismatches(user, {})).toEqual(['customFields.***', 'customFields.***', 'identities.***']);
});
