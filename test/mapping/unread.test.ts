import { describe, expect, test } from 'vitest';
import { accountStateName } from '../../src/mapping/unread/account-state-name.ts';
import { UnreadKeys } from '../../src/mapping/unread/unread-keys.ts';

describe('names of columns', () => {
  test.each([
    ['accountNonLocked', 'active'],
    ['nicht gesperrt', 'active'],
    ['Konto entsperrt', 'active'],
    ['benutzerkonto_aktiv', 'active'],
    ['ISACTIVE', 'active'],
    ['AccountEnabled', 'active'],
    ['freigeschaltet am', 'active'],
    ['clientlocked', 'blocked'],
    ['Sperrgrund', 'blocked'],
    ['deactivationDate', 'blocked'],
    ['deleted_at', 'blocked'],
    ['banExpires', 'blocked'],
    ['account_expires', 'blocked'],
    ['userState', 'status'],
    ['Mitgliedsstatus', 'status'],
    ['sambaAcctFlags', 'status'],
    ['msDS-UserAccountDisabled', 'blocked'],
    ['orclIsEnabled', 'active'],
    ['Gültig bis', 'blocked'],
    ['Mitglied bis', 'blocked'],
    ['membership_end', 'blocked'],
    ['Enddatum', 'blocked'],
    ['expires_at', 'blocked'],
    ['endtime', 'blocked'],
    ['date_of_death', 'blocked'],
    ['closed_at', 'blocked'],
    ['Archiviert am', 'blocked'],
    ['DSGVO-Löschung', 'blocked'],
    ['anonymized_at', 'blocked'],
    ['UFLAG', 'blocked'],
    ['can_login', 'active'],
    ['approved_at', 'active'],
    ['usr_stat', 'status'],
    ['schacUserStatus', 'status'],
    ['pwdEndTime', 'blocked'],
    ['shadowInactive', null],
    ['can_contact', null],
    ['cancelled_bookings', null],
    ['Ausweis gültig bis', null],
    ['state', null],
    ['DSGVO akzeptiert', null],
    ['Mitglied seit', null],
    ['token_expires_at', null],
    ['group_active', null],
    ['last_seen', null],
    ['Vertragsstatus', null],
    ['notifications_enabled', null],
    ['disable_auto_group_change', null],
    ['pwdLastSet', null],
    ['Straße', null],
  ])('%s: %s', (name, kind) => {
    expect(accountStateName(name)).toBe(kind);
  });

  test.each(['order.status', 'address.state', 'payment.account.locked', 'consents.terms.active'])(
    '%s is about something else',
    (path) => {
      expect(accountStateName(path.split('.').at(-1) ?? '', path)).toBeNull();
    },
  );
});

describe('keys of JSON records', () => {
  function unread(paths: readonly (readonly (string | number)[])[], ...records: readonly object[]): [string, number][] {
    const keys = new UnreadKeys('', paths, [], (text) => text.trim());
    for (const record of records) keys.add(record);
    return keys.list().map(({ name, filled }) => [name, filled]);
  }

  test('a path is read when a reference is a prefix of it, or it of a reference', () => {
    const record = { profile: { name: { first: 'A' }, title: 'Dr.' }, tags: ['a'], mail: 'x' };
    expect(
      unread(
        [
          ['profile', 'name'],
          ['tags', 0],
          ['mail', 'value'],
        ],
        record,
      ),
    ).toEqual([['profile.title', 1]]);
  });

  test('empty values are not filled, and a list counts once in a record', () => {
    expect(unread([], { a: '', b: null, c: ' ', d: [], e: ['x', 'y'] }, { a: 0, e: false })).toEqual([
      ['a', 1],
      ['e', 2],
    ]);
  });

  test('more keys than are held are announced', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [
        `k${at}`,
        Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`x${i}`, 1])),
      ]),
    );
    const found = unread([], wide);
    // 47 objects with 20 keys each, and one with the 12 that are left of 1,000.
    expect(found).toHaveLength(47 * 20 + 12 + 1);
    expect(found.at(-1)).toEqual(['more than 1000 keys', 1]);
  });
});
