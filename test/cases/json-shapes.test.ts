import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Imported, importUsers, withoutSubs } from '../support/import-users.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/json-shapes');

function caseText(name: string): string {
  return readFileSync(join(CASE, name), 'utf8');
}

/** Imports one file with this content. */
function importText(
  name: string,
  content: string,
  options: { readonly mapping?: string; readonly preset?: string } = {},
): Promise<Imported> {
  const { mapping, preset } = options;
  return importUsers({
    files: [{ name, content }],
    inputs: { export: name, ...(preset !== undefined && { preset }) },
    ...(mapping !== undefined && { mapping }),
  });
}

describe('an array of unlike objects', () => {
  const tables = "source: { records: '[].data' }\n";

  test('the rows of a phpMyAdmin table, with a mapping or the preset alone', async () => {
    const mapping = `${tables}fields:\n  username: user_login\n  email: user_email\n  userStatus: { value: VERIFIED }\n`;
    const { users, report } = await importText('phpmyadmin.json', caseText('phpmyadmin.json'), { mapping });
    expect(report.totals).toMatchObject({ rows: 2, created: 2 });
    expect(withoutSubs(users)).toMatchObject([
      { username: 'ann', email: 'ann@example.com' },
      { username: 'bob', email: 'bob@example.com' },
    ]);
    const preset = await importText('phpmyadmin.json', caseText('phpmyadmin.json'), {
      preset: 'wordpress',
      mapping: 'password: { unproven: accept }\n',
    });
    expect(preset.report.totals).toMatchObject({ rows: 2, created: 2 });
    expect(preset.users[0]).toMatchObject({ password_hash_info: { algorithmTypeId: 'BCRYPT_10' } });
  });

  test('without a mapping the path is suggested', async () => {
    const { log } = await importText('phpmyadmin.json', caseText('phpmyadmin.json'));
    expect(log).toContain(
      "phpmyadmin.json: It looks like an export of phpMyAdmin: add to a mapping `source: { records: '[].data' }` to read the rows of its table.",
    );
  });

  test('a list of realms of which the first has no users', async () => {
    const realms = [
      { realm: 'master', roles: { realm: [{ name: 'a' }] } },
      {
        realm: 'shop',
        users: [{ id: '1', username: 'ada', enabled: true, emailVerified: true, email: 'a@example.com' }],
      },
    ];
    const mapping = 'password: { optional: true }\n';
    const { users } = await importText('realms.json', JSON.stringify(realms), { preset: 'keycloak', mapping });
    expect(users).toMatchObject([{ sub: '1', email: 'a@example.com' }]);
  });

  test('an array of users stays one, whatever lists the mapping would also accept', async () => {
    const content = JSON.stringify(Array.from({ length: 150 }, (_, at) => ({ email: `u${at}@example.com` })));
    const { report } = await importText('users.json', content, { mapping: `${tables}fields: { email: email }\n` });
    expect(report.totals).toMatchObject({ rows: 150, created: 150 });
  });
});

describe('a document on one line', () => {
  const text = caseText('scim-one-line.json');

  test.each([
    ['one line', 'scim.json', text],
    ['many lines', 'scim.json', JSON.stringify(JSON.parse(text), null, 2)],
    ['the name of lines', 'scim.ndjson', text],
  ])('on %s the preset is suggested', async (_where, name, content) => {
    const { report, users } = await importText(name, content);
    expect(report).toMatchObject({
      outcome: 'error',
      reason: `${name} is one JSON object, not a list of records. It looks like a SCIM user list: set \`preset: scim\`.`,
    });
    expect(users).toEqual([]);
  });

  test('and read with it', async () => {
    const { users } = await importText('scim.json', text, { preset: 'scim' });
    expect(users).toMatchObject([{ sub: '1', email: 'ida@example.org' }]);
  });

  test('of an unknown system, the list inside is named', async () => {
    const content = '{"exported":"2026-01-01","people":[{"mail":"a@example.com"}]}';
    const mapping = 'fields: { email: mail }\n';
    for (const indent of [0, 2]) {
      const { report } = await importText('people.json', JSON.stringify(JSON.parse(content), null, indent), {
        mapping,
      });
      expect(report.reason).toBe(
        'people.json is one JSON object, not a list of records. Its list people contains objects. If these are the records, add to the mapping: source: { records: people }.',
      );
    }
  });
});

describe('a single object is one record', () => {
  const compact = JSON.stringify(JSON.parse(caseText('identity-1.json')));

  test.each([
    ['pretty-printed', 'identity-1.json', caseText('identity-1.json')],
    ['on one line', 'identity-1.json', compact],
    ['in a file of lines', 'identity-1.ndjson', compact],
  ])('an identity of Kratos %s', async (_form, name, content) => {
    const { users, report } = await importText(name, content, { preset: 'kratos' });
    expect(report).toMatchObject({ outcome: 'succeeded', totals: { rows: 1, created: 1 } });
    expect(users).toMatchObject([{ sub: '9f425a8d-7efc-4768-8f23-7647a74fdf11', email: 'ida@example.org' }]);
  });

  test('without a preset it is suggested, and no list inside is taken for the records', async () => {
    const { log, report } = await importText('identity-1.json', caseText('identity-1.json'));
    expect(log).toContain('identity-1.json: It looks like identities of Ory Kratos: set `preset: kratos`.');
    expect(report.totals).toMatchObject({ rows: 1, invalid: 1 });
    expect(report.reason).not.toContain('verifiable_addresses');
  });

  test.each([
    [
      'scim',
      { schemas: ['urn'], id: '1', userName: 'ada', active: true, emails: [{ value: 'a@example.com', primary: true }] },
    ],
    [
      'azure-b2c',
      {
        id: '1',
        accountEnabled: true,
        displayName: 'A',
        identities: [{ signInType: 'emailAddress', issuer: 'x', issuerAssignedId: 'a@example.com' }],
      },
    ],
  ])('a user of %s, whose preset expects a list', async (preset, user) => {
    for (const indent of [0, 2]) {
      const { users } = await importText('user.json', JSON.stringify(user, null, indent), {
        preset,
        mapping: 'password: null\n',
      });
      expect(users).toMatchObject([{ sub: '1', email: 'a@example.com' }]);
    }
  });

  test('with the names of cidaas', async () => {
    const user = { email: 'a@example.com', groups: [{ groupId: 'G', sub: 's' }], sub: 's' };
    const { users } = await importText('user.json', JSON.stringify(user, null, 2));
    expect(users).toMatchObject([{ sub: 's', email: 'a@example.com' }]);
  });

  test('an answer that is no user is refused', async () => {
    const error = JSON.stringify({ error: { code: 'Unauthorized', message: 'no' } }, null, 2);
    const { report } = await importText('users.json', error, { preset: 'kratos' });
    expect(report).toMatchObject({
      outcome: 'error',
      reason:
        'users.json is one JSON object, not a list of records. Export an array of objects, or one object per line (ndjson).',
    });
  });
});

describe('a file without a header whose first lines are broken', () => {
  const text = caseText('firebase-first-line-broken.csv');
  const lines = text.trimEnd().split('\n');

  test('its other rows are read, and the two halves are invalid', async () => {
    const { users, invalid, report } = await importText('users.csv', text, {
      preset: 'firebase',
      mapping: 'password: null\n',
    });
    expect(users.map(({ sub, given_name, family_name }) => [sub, given_name, family_name])).toEqual([
      ['u1', 'Ann', 'One'],
      ['u3', 'Cem', 'Three'],
      ['u4', 'Dan', 'Four'],
    ]);
    expect(Object.keys(invalid)).toEqual(['1', '2']);
    expect(report.failures.map(({ code, line }) => [code, line])).toEqual([
      ['record.columns', 1],
      ['record.columns', 2],
    ]);
  });

  test('wherever the broken row is', async () => {
    const moved = [...lines.slice(2), ...lines.slice(0, 2)].join('\n');
    const { users } = await importText('users.csv', moved, { preset: 'firebase', mapping: 'password: null\n' });
    expect(users.map(({ sub }) => sub)).toEqual(['u1', 'u3', 'u4']);
  });
});

describe('several documents in one file', () => {
  const identity = (id: number) => ({
    id: `9f425a8d-7efc-4768-8f23-7647a74fdf1${id}`,
    state: 'active',
    traits: { email: `u${id}@example.com` },
    verifiable_addresses: [{ value: `u${id}@example.com`, via: 'email', verified: true }],
  });
  const mapping = 'password: null\n';

  test.each(['users.json', 'users.ndjson'])('%s: objects over several lines each, as jq writes them', async (name) => {
    const text = [1, 2].map((id) => JSON.stringify(identity(id), null, 2)).join('\n');
    const { users, report } = await importText(name, `${text}\n`, { preset: 'kratos', mapping });
    expect(users.map(({ email }) => email)).toEqual(['u1@example.com', 'u2@example.com']);
    expect(report.export.files).toMatchObject([{ format: 'json' }]);
    const cut = await importText(name, text.slice(0, -20), { preset: 'kratos', mapping });
    expect(cut.report.reason).toContain('the file ends before its JSON does');
  });

  test('a list of pages, also one that says that more follow', async () => {
    const page = (totalResults: number, id: number) => ({
      totalResults,
      startIndex: id,
      itemsPerPage: 1,
      Resources: [{ id: `${id}`, userName: `u${id}`, active: true, emails: [{ value: `u${id}@example.com` }] }],
    });
    const pages = (total: number) => JSON.stringify([page(total, 1), page(total, 2)]);
    const { users } = await importText('pages.json', pages(2), { preset: 'scim' });
    expect(users.map(({ email }) => email)).toEqual(['u1@example.com', 'u2@example.com']);
    const { report } = await importText('pages.json', pages(5), { preset: 'scim' });
    expect(report.reason).toContain('says that the list has 5 users (totalResults), but the export holds 2');
  });

  test('pages of the other APIs', async () => {
    const b2c = {
      accountEnabled: true,
      identities: [{ signInType: 'emailAddress', issuerAssignedId: 'a@example.com' }],
    };
    const sap = { isActive: true, isRegistered: true, loginIDs: { emails: ['a@example.com'] } };
    const cognito = {
      Username: 'a',
      Enabled: true,
      UserStatus: 'CONFIRMED',
      Attributes: [{ Name: 'sub', Value: '1' }],
    };
    for (const [preset, list, user] of [
      ['azure-b2c', 'value', { id: '1', ...b2c }],
      ['sap-cdc', 'results', { UID: '1', ...sap }],
      ['cognito', 'Users', cognito],
      ['forgerock', 'result', { _id: '1', userName: 'a', mail: 'a@example.com', accountStatus: 'active' }],
      ['fusionauth', 'users', { id: '1', email: 'a@example.com', active: true }],
      ['akamai', 'results', { uuid: '1', email: 'a@example.com', deactivateAccount: null }],
      ['firebase', 'users', { localId: '1', email: 'a@example.com' }],
    ] as const) {
      const { report } = await importText('pages.json', JSON.stringify([{ [list]: [user] }]), { preset, mapping });
      expect(report.totals.created, preset).toBe(1);
    }
  });
});

test('a user under a single key: the message says how to take it out', async () => {
  const content = JSON.stringify({ user: { id: '1', active: true, email: 'a@example.com' } }, null, 2);
  const { report } = await importText('user.json', content, { preset: 'fusionauth' });
  expect(report.reason).toBe(
    "user.json has none of the lists that the mapping expects (users, [].users). Its only key is user. If that is a user, export an array of such objects, or take it out: `jq '[.user]'`.",
  );
});
