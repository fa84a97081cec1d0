import { expect, test } from 'vitest';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import type { Mapping } from '../../../src/mapping/mapping.ts';
import { InputError } from '../../../src/runtime/input-error.ts';

const PRESET = [
  'source: { records: users, columns: optional, empty: "NULL" }',
  'join:',
  '  hashes: { key: id, equals: uid }',
  'rules: { url.invalid: off }',
  'skip: [{ reason: theirs, when: { from: a, is: 1 } }]',
  'fields:',
  '  email: mail',
  '  given_name: first',
  'groups: [{ groupId: { value: G } }]',
  'password: { from: pw, salt: s }',
  'email-verified: { from: ok, is: 1 }',
].join('\n');

function merged(own: string): Mapping {
  return parseMapping(own, 'mapping.yml', { name: 'preset x', text: PRESET });
}

function problemsOf(own: string): readonly string[] {
  try {
    merged(own);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

test('an empty mapping leaves a preset as it is', () => {
  for (const text of ['', '# nothing yet\n', '{}\n']) {
    expect(merged(text)).toMatchObject({
      layout: { records: [['users']] },
      cells: { emptyWords: ['NULL'] },
      joins: [],
      unusedJoins: ['hashes'],
    });
  }
});

test('fields, rules, source, password and joins are changed key by key, lists as wholes, skip rules add up', () => {
  const own = [
    'source: { records: [data, users] }',
    'join: { hashes: { file: h.csv, equals: other } }',
    'rules: { email.disposable: error }',
    'skip: [{ reason: mine, when: { from: b, is: 1 } }]',
    'fields: { email: { from: login }, given_name: null, nickname: nick }',
    'groups: [{ groupId: { value: H } }]',
    'password: { verifier: CUSTOM_X }',
  ].join('\n');
  const mapping = merged(own);
  expect(mapping.layout.records).toEqual([['data'], ['users']]);
  expect(mapping.cells.emptyWords).toEqual(['NULL']);
  expect(mapping.joins).toMatchObject([{ name: 'hashes', files: ['h.csv'], at: 'mapping.yml:2' }]);
  expect([...mapping.severities].map(([code, { severity, at }]) => [code, severity, at])).toEqual([
    ['url.invalid', 'off', 'preset x:4'],
    ['email.disposable', 'error', 'mapping.yml:3'],
  ]);
  expect(mapping.skip.map(({ reason }) => reason)).toEqual(['mine', 'theirs']);
  expect(mapping.fields.map(({ field, at }) => [field, at])).toEqual([
    ['email', 'mapping.yml:5'],
    ['nickname', 'mapping.yml:5'],
  ]);
  expect(mapping.groups.map(({ rules }) => rules.map(({ at }) => at))).toEqual([['mapping.yml:6']]);
  expect(mapping.password).toMatchObject({ carry: { verifier: 'CUSTOM_X' }, value: { at: 'preset x:10' } });
});

test('columns that a preset names may be absent, those of the mapping must be there', () => {
  const presences = merged('fields: { nickname: nick }').fields.map(({ field, source }) =>
    source.kind === 'first' ? [field, source.refs[0]?.presence] : [field],
  );
  expect(presences).toEqual([
    ['email', 'optional'],
    ['given_name', 'optional'],
    ['nickname', 'required'],
  ]);
});

test('null takes out, but only what a preset may have', () => {
  const mapping = merged('skip: null\ngroups: null\npassword: null\nemail-verified: null\njoin: { hashes: null }\n');
  expect(mapping).toMatchObject({ skip: [], groups: [], password: null, emailVerified: null, joins: [] });
  expect(() => parseMapping('fields: { email: null }', 'mapping.yml')).toThrow(
    'mapping.yml:1: fields.email: is empty; null can only remove what a preset has.',
  );
});

test('a mapping that leaves nothing, and joins that are not complete, are told', () => {
  expect(problemsOf('fields: { email: null, given_name: null }')).toEqual([
    'mapping.yml:1: a mapping must fill at least one field: add `fields` or `identities`.',
  ]);
  expect(problemsOf('join:\n  hashes: { many: true }\n  logins: { file: l.csv }\n')).toEqual([
    'mapping.yml:2: join.hashes: needs file.',
    'mapping.yml:3: join.logins: needs key and equals.',
  ]);
  expect(problemsOf('fields: { password_hash_info.passwordHash: pw }')).toEqual([
    'mapping.yml:1: fields.password_hash_info.passwordHash: is filled by `password` too: remove one of the two.',
  ]);
});

test('what is not known is told with what was meant', () => {
  const own =
    'sorce: {}\nsource: { record: x }\njoin: { a-b: { files: x } }\npassword: { algoritm: md5 }\nrules: { a: maybe }\n';
  expect(problemsOf(own)).toEqual([
    'mapping.yml:1: sorce: "sorce" is not known here. Did you mean "source"?',
    'mapping.yml:2: source.record: "record" is not known here. Did you mean "records"?',
    'mapping.yml:3: join.a-b.files: "files" is not known here. Did you mean "file"?',
    'mapping.yml:4: password.algoritm: "algoritm" is not known here. Did you mean "algorithm"?',
    'mapping.yml:5: rules.a: must be "error" or "warn" or "off".',
  ]);
});

test('passwords that cannot be carried as said are told before a row is read', () => {
  expect(problemsOf('password: { algorithm: md6, verifier: LEGACY, ids: { argon3: X } }')).toEqual([
    'mapping.yml:1: password.verifier: must be an id that begins with CUSTOM: cidaas calls verifiers for these.',
    expect.stringMatching(/^mapping\.yml:1: password\.ids\.argon3: is not an algorithm; the algorithms are bcrypt, /),
    'mapping.yml:1: password.algorithm: "md6" is not an algorithm that can be declared.',
  ]);
});
