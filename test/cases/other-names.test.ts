import { describe, expect, test } from 'vitest';
import { mapCells, mapObject, outcome } from '../mapping/map-record.ts';
import { importText } from './import-case.ts';

const LOGINS = `fields: { email: email, sub: sub }
identities:
  - each: logins
    providerUserId: each.id
    provider: { from: each.by, when: { from: each.kind, not: local }, table: { google: google, own: null } }
`;
const linked = async (logins: unknown) =>
  outcome(await mapObject(LOGINS, { email: 'a@example.com', sub: 's1', logins }));

describe('elements of a list that have no value under a key that the entry needs', () => {
  test.each<[string, unknown, string]>([
    ['provider under another key', [{ anbieter: 'google', id: '7', kind: 'social' }], 'provider'],
    ['an empty provider', [{ by: '', id: '7', kind: 'social' }], 'provider'],
    ['a word for no provider', [{ by: '\\N', id: '7', kind: 'social' }], 'provider'],
    ['id under another key', [{ by: 'google', ID: '7', kind: 'social' }], 'providerUserId'],
    [
      'only one of two',
      [
        { by: 'google', id: '7', kind: 'social' },
        { by: 'google', kind: 'social' },
      ],
      'providerUserId',
    ],
  ])('%s', async (_, logins, field) => {
    expect(await linked(logins)).toEqual([`value.unread identities[0].${field}`]);
  });

  test('a condition on a key that is not there cannot be decided', async () => {
    const federated = LOGINS.replace('not: local', 'is: social');
    const mapped = await mapObject(federated, { email: 'a@example.com', logins: [{ by: 'google', id: '7' }] });
    expect(outcome(mapped)).toEqual(['value.unread identities[0].provider']);
  });

  test.each<[string, unknown]>([
    ['no list', undefined],
    ['an empty element', [{}]],
    ['nothing in the element', [{ by: null, id: '', kind: '' }]],
    ['a provider that is left out needs no id', [{ by: 'own', kind: 'own' }]],
    ['a login that the condition leaves out', [{ id: '7', kind: 'local' }]],
  ])('%s is no finding', async (_, logins) => {
    expect(await linked(logins)).toMatchObject({ email: 'a@example.com' });
  });

  test('the message names the key and where the mapping reads it', async () => {
    const mapped = await mapObject(LOGINS, { email: 'a@example.com', logins: [{ by: 'google', kind: 'social' }] });
    expect(mapped).toMatchObject({
      problems: [
        {
          message:
            'identities[0].providerUserId cannot be read: an element of the list has no value in "each.id" (mapping.yml:4).',
          hint: expect.stringContaining('Write this block in your mapping'),
        },
      ],
    });
  });

  test('keycloak: a renamed key of a link stops its users', async () => {
    const users = [
      {
        id: 'u1',
        email: 'a@example.com',
        enabled: true,
        federatedIdentities: [{ identityProvider: 'google', uid: '7' }],
      },
    ];
    const { invalid } = await importText('users.json', JSON.stringify({ users }), 'keycloak');
    expect(invalid).toEqual({ 1: 'value.unread identities[0].providerUserId' });
  });
});

describe('columns that the rule for the status looks for, in another spelling', () => {
  const wordpress = (key: string) =>
    importText(
      'users.json',
      JSON.stringify([
        { user_email: 'a@example.com', user_login: 'a', user_status: '0', [key]: '1' },
        { user_email: 'b@example.com', user_login: 'b', user_status: '0', [key]: '0' },
      ]),
      'wordpress',
      'password: null\n',
    );

  test.each(['account_spam', 'Spam', 'SPAM', 'spam ', 'is_spam'])('"%s" stops the plan', async (key) => {
    const { report } = await wordpress(key);
    expect(report.reason).toContain(`status.unread: no rule reads "${key}"`);
  });

  test.each(['spam_score', 'newsletter', 'spam_emails'])('"%s" is another column', async (key) => {
    const { report } = await wordpress(key);
    expect(report.outcome).toBe('succeeded');
  });
});

describe('words of the mapping are compared without what nobody sees', () => {
  const STATUS =
    'fields: { email: email, userStatus: { from: locked, table: { 1: DECLINED, 0: VERIFIED }, else: PENDING } }';

  test.each(['1', '\u200b1', '1\u00a0', '\ufeff1', '1.0', '1.00'])('%j in a table', async (locked) => {
    expect(outcome(await mapCells(STATUS, { email: 'a@example.com', locked }))).toMatchObject({
      userStatus: 'DECLINED',
    });
  });

  test.each(['1.5', '10', '1.', 'x1'])('%j is another word', async (locked) => {
    expect(outcome(await mapCells(STATUS, { email: 'a@example.com', locked }))).toMatchObject({
      userStatus: 'PENDING',
    });
  });

  test('in the conditions of a skip rule and in a choice of an element', async () => {
    const skip = "skip: [{ reason: guest, when: { from: kind, matches: '^guest$' } }]\nfields: { email: email }";
    expect(outcome(await mapCells(skip, { email: 'a@example.com', kind: '\u200bguest' }))).toBe('skipped: guest');
    const chosen = "fields: { email: 'mails[type=work].value' }";
    const mails = [{ type: '\u200bwork', value: 'a@example.com' }];
    expect(outcome(await mapObject(chosen, { mails }))).toEqual({ email: 'a@example.com' });
  });
});

test('auth0: the quote before a cell is removed behind a space, too', async () => {
  const csv =
    'user_id,email,blocked,email_verified\n "\'auth0|7",\'a@example.com,false,true\n" \'auth0|8"," \'b@example.com",false,true\n';
  const { users } = await importText('users.csv', csv, 'auth0', 'password: null\n');
  expect(users.map(({ sub, email }) => [sub, email])).toContainEqual(['auth0|8', 'b@example.com']);
});

test('supabase: the id of a row is not taken for the id at the provider', async () => {
  const mapping = 'join: { logins: { file: logins.csv } }\n';
  const row = async (header: string, cells: string) => {
    const { importUsers } = await import('../support/import-users.ts');
    return importUsers({
      files: [
        {
          name: 'users.csv',
          content:
            'id,email,encrypted_password,email_confirmed_at,banned_until,deleted_at\nu1,a@example.com,,2024-01-01 00:00:00+00,,\n',
        },
        { name: 'logins.csv', content: `user_id,provider,${header}\nu1,google,${cells}\n` },
      ],
      mapping,
      inputs: { preset: 'supabase', export: 'users.csv' },
    });
  };
  expect((await row('ProviderId,id', '104523,f0f0f0f0-f0f0-4f0f-8f0f-f0f0f0f0f0f0')).invalid).toEqual({
    1: 'value.unread identities[0].providerUserId',
  });
  expect((await row('id', '104523')).invalid).toEqual({});
});
