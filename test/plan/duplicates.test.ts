import { describe, expect, it } from 'vitest';
import { type Claims, decideDuplicate } from '../../src/plan/duplicates.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

function claimsOf(users: readonly CidaasUser[]): Claims {
  const held = new Map<string, number>();
  return {
    holder: (key) => held.get(key),
    claim: (key, row) => void (held.has(key) || held.set(key, row)),
    body: (row) => JSON.stringify(users[row - 1]),
  };
}

/** What becomes of each user, rows counted from 1. */
function judgeAll(users: readonly CidaasUser[]): string[] {
  const claims = claimsOf(users);
  return users.map((user, at) => {
    const verdict = decideDuplicate(at + 1, user, claims);
    if (verdict.kind === 'counts') return 'counts';
    return verdict.kind === 'duplicate'
      ? `duplicate of ${verdict.of}`
      : `${verdict.why.code} ${verdict.why.field} with ${verdict.with}`;
  });
}

describe('with subs', () => {
  it('takes the same sub for the same user, whatever else differs', () => {
    expect(
      judgeAll([
        { sub: 'a', email: 'a@example.com' },
        { sub: 'a', email: 'b@example.com' },
      ]),
    ).toEqual(['counts', 'duplicate of 1']);
  });

  it('compares subs exactly: another case is another user', () => {
    expect(
      judgeAll([
        { sub: 'a', email: 'a@example.com' },
        { sub: 'A', email: 'b@example.com' },
      ]),
    ).toEqual(['counts', 'counts']);
  });

  it('never merges two subs that share an identifier, in whatever case', () => {
    expect(
      judgeAll([
        { sub: 'a', email: 'a@example.com' },
        { sub: 'b', email: 'A@Example.COM' },
      ]),
    ).toEqual(['counts', 'identity.conflict email with 1']);
    expect(
      judgeAll([
        { sub: 'a', username: 'anna' },
        { sub: 'b', username: 'ANNA' },
      ]),
    ).toEqual(['counts', 'identity.conflict username with 1']);
    expect(
      judgeAll([
        { sub: 'a', mobile_number: '+491' },
        { sub: 'b', mobile_number: '+491' },
      ]),
    ).toEqual(['counts', 'identity.conflict mobile_number with 1']);
  });

  it('lets a row in conflict claim nothing', () => {
    const users = [
      { sub: 'a', email: 'a@example.com' },
      { sub: 'b', email: 'a@example.com', username: 'bert' },
      { sub: 'c', username: 'bert' },
    ];
    expect(judgeAll(users)).toEqual(['counts', 'identity.conflict email with 1', 'counts']);
  });
});

describe('without subs', () => {
  it('takes the same identifier for the same user', () => {
    expect(judgeAll([{ email: 'a@example.com' }, { email: 'A@example.com' }])).toEqual(['counts', 'duplicate of 1']);
  });

  it('takes a contradiction in another identifier for two people', () => {
    const users = [
      { email: 'a@example.com', mobile_number: '+491' },
      { email: 'b@example.com', mobile_number: '+491' },
    ];
    expect(judgeAll(users)).toEqual(['counts', 'identity.conflict mobile_number with 1']);
  });

  it('takes an identifier that one side lacks for no contradiction', () => {
    expect(judgeAll([{ email: 'a@example.com', username: 'anna' }, { email: 'a@example.com' }])).toEqual([
      'counts',
      'duplicate of 1',
    ]);
    expect(judgeAll([{ email: 'a@example.com', sub: 's' }, { email: 'a@example.com' }])).toEqual([
      'counts',
      'duplicate of 1',
    ]);
  });

  it('refuses to choose when two rows hold its identifiers', () => {
    const users = [{ email: 'a@example.com' }, { username: 'anna' }, { email: 'a@example.com', username: 'anna' }];
    expect(judgeAll(users)).toEqual(['counts', 'counts', 'identity.conflict email with 1']);
  });
});

describe('providers', () => {
  it('lets the same identifier stand under two providers', () => {
    expect(
      judgeAll([
        { sub: 'a', email: 'a@example.com' },
        { sub: 'b', email: 'a@example.com', provider: 'google' },
      ]),
    ).toEqual(['counts', 'counts']);
  });

  it('takes no provider for the own one', () => {
    expect(
      judgeAll([
        { sub: 'a', email: 'a@example.com', provider: 'self' },
        { sub: 'b', email: 'a@example.com' },
      ]),
    ).toEqual(['counts', 'identity.conflict email with 1']);
  });

  it('looks into identities, and takes their sub for the account', () => {
    const users = [
      {
        identities: [
          { sub: 'a', provider: 'self', email: 'a@example.com' },
          { sub: 'a', provider: 'google', email: 'a@example.com' },
        ],
      },
      { sub: 'b', email: 'b@example.com', identities: [{ provider: 'google', email: 'A@example.com' }] },
      { sub: 'a', email: 'c@example.com' },
    ];
    expect(judgeAll(users)).toEqual(['counts', 'identity.conflict email with 1', 'duplicate of 1']);
  });
});

it('says why without quoting anybody', () => {
  const users = [
    { sub: 'secret-sub', email: 'a@example.com' },
    { sub: 'other-sub', email: 'a@example.com' },
  ];
  const claims = claimsOf(users);
  decideDuplicate(1, users[0] ?? {}, claims);
  const text = JSON.stringify(decideDuplicate(2, users[1] ?? {}, claims));
  expect(text).not.toMatch(/secret-sub|other-sub|a@example/);
  expect(text).toContain('row 1');
});
