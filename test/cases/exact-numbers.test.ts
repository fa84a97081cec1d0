import { describe, expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';

const MAPPING =
  'fields:\n  sub: id\n  email: email\n  customFields.account: account.number\n  customFields.score: score\n';
const LINES = [
  '{"id": 12345678901234567890, "email": "a@example.com", "account": {"number": 9007199254740993}, "score": 1.5}',
  '{"id": -9223372036854775808, "email": "b@example.com", "account": {"number": 9007199254740991}, "score": 7}',
];
const EXPECTED = [
  { sub: '12345678901234567890', customFields: { account: '9007199254740993', score: 1.5 } },
  { sub: '-9223372036854775808', customFields: { account: 9007199254740991, score: 7 } },
];

describe('ids beyond 2^53 are read with all their digits', () => {
  test.each([
    ['lines', 'users.ndjson', `${LINES.join('\n')}\n`],
    ['an array', 'users.json', `[${LINES.join(',')}]`],
    ['an array over many lines', 'users.json', `[\n${LINES.join(',\n').replaceAll(', ', ',\n  ')}\n]`],
  ])('%s', async (_form, name, content) => {
    const { users, report } = await importUsers({ files: [{ name, content }], mapping: MAPPING });
    expect(users).toMatchObject(EXPECTED);
    expect(report).toMatchObject({ outcome: 'succeeded', totals: { rows: 2, created: 2 } });
  });

  test('without a mapping', async () => {
    const content = '[{"sub": 12345678901234567890, "email": "a@example.com"}]';
    const { users } = await importUsers({ files: [{ name: 'users.json', content }] });
    expect(users).toMatchObject([{ sub: '12345678901234567890' }]);
  });

  test('in a cell with JSON, as a value, a list and a list of identities', async () => {
    const cell = '"{""id"": 12345678901234567890, ""logins"": [{""uid"": 10154321098765432101}]}"';
    const { users } = await importUsers({
      files: [{ name: 'users.csv', content: `email,data,ids\na@example.com,${cell},"[12345678901234567890, 7]"\n` }],
      mapping:
        'fields:\n  email: email\n  sub: { from: data, json: id }\n  customFields.first: { from: data, json: "logins[0].uid" }\n  customFields.ids: { from: ids, type: list }\n',
    });
    expect(users).toMatchObject([
      {
        sub: '12345678901234567890',
        customFields: { first: '10154321098765432101', ids: ['12345678901234567890', '7'] },
      },
    ]);
  });

  test('in a joined file, on both sides', async () => {
    const { users } = await importUsers({
      files: [
        { name: 'users.json', content: '[{"id": 12345678901234567891, "email": "a@example.com"}]' },
        {
          name: 'names.ndjson',
          content: '{"user": 12345678901234567891, "name": "Ada"}\n{"user": 12345678901234567890, "name": "Bo"}\n',
        },
      ],
      mapping:
        'join:\n  names: { file: names.ndjson, key: user, equals: id }\nfields:\n  sub: id\n  email: email\n  given_name: names.name\n',
    });
    expect(users).toMatchObject([{ sub: '12345678901234567891', given_name: 'Ada' }]);
  });

  test('a condition and a table see the digits', async () => {
    const { users, report } = await importUsers({
      files: [{ name: 'users.ndjson', content: `${LINES.join('\n')}\n` }],
      mapping: `skip:\n  - { reason: test, when: { from: id, is: '12345678901234567890' } }\n${MAPPING}`,
    });
    expect(report.skippedBy).toEqual({ test: 1 });
    expect(users).toMatchObject([{ sub: '-9223372036854775808' }]);
  });
});

test('what no text can restore still makes the row invalid', async () => {
  const lines = ['1e999', '1.5e300', '12345678901234567.5'].map((id) => `{"sub": ${id}, "email": "a@example.com"}`);
  for (const [name, content] of [
    ['users.ndjson', `${lines.join('\n')}\n`],
    ['users.json', `[${lines.join(',')}]`],
  ] as const) {
    const { invalid } = await importUsers({ files: [{ name, content }] });
    expect(invalid).toEqual({ 1: 'number.imprecise sub', 2: 'number.imprecise sub', 3: 'number.imprecise sub' });
  }
});

test('a line that is nested too deeply and has such an id is reported as before', async () => {
  const deep = `${'['.repeat(50_000)}12345678901234567890${']'.repeat(50_000)}`;
  const shallow = `${'['.repeat(90)}12345678901234567890${'['.repeat(40_000)}${']'.repeat(40_090)}`.replace(
    '0[',
    '0,[',
  );
  const content = `{"sub": ${deep}}\n{"sub": ${shallow}}\n{"sub": 12345678901234567890, "email": "a@example.com"}\n`;
  const { report, users } = await importUsers({ files: [{ name: 'users.ndjson', content }] });
  expect(report.failures.map(({ code, message }) => [code, message])).toEqual(
    Array.from({ length: 2 }, () => ['record.json', 'The record has lists or objects nested deeper than 100 levels.']),
  );
  expect(users).toMatchObject([{ sub: '12345678901234567890' }]);
});
