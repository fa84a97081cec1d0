import { describe, expect, test } from 'vitest';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { InputError } from '../../../src/runtime/input-error.ts';
import { mapCells, mapObject, outcome, recordOf } from '../map-record.ts';

async function problemsOf(mapping: string, columns: readonly string[] | null): Promise<readonly string[]> {
  try {
    await compileMapping(parseMapping(mapping, 'mapping.yml'), columns);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('columns', () => {
  test('that the export does not have are told with their lines, all at once', async () => {
    const mapping = [
      'skip:',
      '  - { reason: guest, when: { from: Gast, is: 1 } }',
      'fields:',
      '  email: Mial',
      '  given_name: { first: [Vorname, Nome] }',
      '  nickname: { concat: [Vorname, Nachnahme] }',
      '  family_name: { from: Nachname, when: { from: Art, empty: false } }',
    ].join('\n');
    expect(await problemsOf(mapping, ['Mail', 'Vorname', 'Nachname'])).toEqual([
      'mapping.yml:2: the export has no column "Gast". Correct the name, or write `source: { columns: optional }`.',
      'mapping.yml:4: the export has no column "Mial". Did you mean "Mail"?',
      'mapping.yml:5: the export has no column "Nome". Correct the name, or write `source: { columns: optional }`.',
      'mapping.yml:6: the export has no column "Nachnahme". Did you mean "Nachname"?',
      'mapping.yml:7: the export has no column "Art". Correct the name, or write `source: { columns: optional }`.',
    ]);
  });

  test('are taken by name, whatever dots and brackets they have', async () => {
    const mapped = await mapCells('fields:\n  email: "a.b[0]"\n', { 'a.b[0]': 'a@example.com' });
    expect(outcome(mapped)).toEqual({ email: 'a@example.com' });
  });

  test('a record that is too short has empty cells', async () => {
    const map = await compileMapping(parseMapping('fields:\n  email: A\n  username: B\n', 'm.yml'), ['A', 'B']);
    expect(outcome(map(recordOf({ kind: 'cells', cells: ['a@example.com'] })))).toEqual({ email: 'a@example.com' });
  });
});

describe('constants that do not fit are found before a record is read', () => {
  test.each([
    ['mfa_enabled: { value: maybe }', 'mfa_enabled: a value in the mapping does not fit: the field must be yes or no.'],
    ['birthdate: { from: A, default: 1.2.1990 }', 'the field is not a date in the format yyyy-MM-dd.'],
    ['email: { value: [a@example.com, b@example.com] }', 'the field must be one text'],
    ['customFields.x: { from: A, type: number, table: { a: one } }', 'the field must be a number.'],
    ['createdTime: { from: A, default: 2020-01-01 }', 'with an offset or Z.'],
    ['mobile_number: { from: A, phone: UK }', '"UK" is not a country with phone numbers.'],
  ])('%s', async (rule, words) => {
    const problems = await problemsOf(`fields:\n  username: A\n  ${rule}\n`, ['A']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^mapping\.yml:3: /);
    expect(problems[0]).toContain(words);
  });
});

describe('JSON paths', () => {
  test('an unseen path names the key that was meant; a seen one is seen even when it holds null', async () => {
    const mapping = parseMapping(
      'fields:\n  email: profile.mial\n  username: profile.login\n  nickname: { from: nick, when: { from: knd, is: a } }\n',
      'mapping.yml',
    );
    const map = await compileMapping(mapping, null);
    expect(map.unseen()).toEqual([]);
    for (let row = 0; row < 3; row += 1) {
      map(
        recordOf({ kind: 'object', object: { profile: { mail: 'a@example.com', login: null }, kind: 'a', nick: 'n' } }),
      );
    }
    expect(map.unseen()).toEqual([
      { path: 'profile.mial', at: 'mapping.yml:2', nearest: 'profile.mail' },
      { path: 'knd', at: 'mapping.yml:4', nearest: 'kind' },
    ]);
  });

  test('that no path can be are told before a record is read', async () => {
    expect(await problemsOf('fields:\n  email: a..b\n  username: "a[x]"\n', null)).toEqual([
      'mapping.yml:2: "a..b" is not a path: write profile.emails[0].value, a key with dots in quotes.',
      'mapping.yml:3: "a[x]" is not a path: write profile.emails[0].value, a key with dots in quotes.',
    ]);
  });

  test('keys that are data are never offered as the nearest', async () => {
    const map = await compileMapping(parseMapping('fields:\n  email: mail@example\n', 'm.yml'), null);
    map(recordOf({ kind: 'object', object: { 'mail@example.com': 1 } }));
    expect(map.unseen()).toEqual([{ path: 'mail@example', at: 'm.yml:2', nearest: null }]);
  });
});

describe('skip', () => {
  const mapping = [
    'skip:',
    '  - { reason: guest, when: { from: mode, is: [1, true] } }',
    '  - { reason: nobody, when: [{ from: mail, empty: true }, { from: id, matches: "^x" }] }',
    'fields:',
    '  sub: id',
    '  email: mail',
    '  birthdate: { from: born, date: dd.MM.yyyy }',
  ].join('\n');

  test('comes first: a record that is no user cannot be invalid, and keeps its identifiers', async () => {
    const mapped = await mapCells(mapping, { id: '1', mail: 'a@example.com', mode: ' 1 ', born: 'never' });
    const identifiers = { sub: '1', email: 'a@example.com' };
    expect(mapped).toEqual({ kind: 'skipped', reason: 'guest', identifiers, unwatched: true });
  });

  test.each([
    [{ id: 'x1', mail: '', mode: '0' }, 'skipped: nobody'],
    [{ id: 'y1', mail: '', mode: '0' }, { sub: 'y1' }],
    [
      { id: 'x1', mail: 'a@example.com', mode: '' },
      { sub: 'x1', email: 'a@example.com' },
    ],
  ])('%j', async (record, expected) => {
    expect(outcome(await mapCells(mapping, { ...record, born: '' }))).toEqual(expected);
  });

  test('compares JSON values as text', async () => {
    expect(outcome(await mapObject(mapping, { id: 5, mode: true }))).toBe('skipped: guest');
    expect(outcome(await mapObject(mapping, { id: 5, mode: 1 }))).toBe('skipped: guest');
    expect(outcome(await mapObject(mapping, { id: 5, mode: [1] }))).toEqual(['value.unread']);
  });
});

describe('conditions', () => {
  test.each([
    ['{ from: x, is: a }', 'a', true],
    ['{ from: x, is: a }', 'A', false],
    ['{ from: x, not: [a, b] }', 'b', false],
    ['{ from: x, not: [a, b] }', '', true],
    ['{ from: x, empty: true }', '  ', true],
    ['{ from: x, empty: false }', '  ', false],
    ['{ from: x, matches: "(?i:^A.$)" }', 'ab', true],
    ['{ from: x, future: true }', '1970-01-02', true],
    ['{ from: x, future: true }', '1969-12-31T23:59:59+00', false],
    ['{ from: x, future: true }', '', false],
    ['{ from: x, future: true }', 'infinity', true],
    ['{ from: x, future: false }', 'infinity', false],
    ['{ from: x, is: 01 }', '1', false],
    ['{ from: x, is: 01 }', '01', true],
    ['[{ from: x, not: a }, { from: x, not: b }]', 'b', false],
    ['{ any: [{ from: x, is: a }, { any: [{ from: x, is: b }] }] }', 'b', true],
  ])('%s with "%s": %s', async (when, x, expected) => {
    const mapped = await mapCells(`fields:\n  username: { value: u, when: ${when} }\n`, { x });
    expect(outcome(mapped)).toEqual(expected ? { username: 'u' } : {});
  });
});

describe('identities, groups and consents', () => {
  const mapping = [
    'fields:',
    '  sub: id',
    'identities:',
    '  - { provider: { value: self }, sub: id, email: mail, locale: { value: de } }',
    '  - { provider: { value: google }, sub: id, providerUserId: gid, birthdate: { from: born, date: dd.MM.yyyy } }',
    'groups:',
    '  - groupId: { from: g1, table: { k: G1 }, else: null }',
    '  - { groupId: { from: g2, table: { G2: G2 } }, roles: { value: [R] } }',
    'consents:',
    '  - { fieldKey: { value: news }, state: { from: news, table: { ja: ACCEPTED } } }',
  ].join('\n');

  test('entries that only repeat what every record has are left out', async () => {
    const cells = { id: '1', mail: 'a@example.com', gid: '', born: '', g1: 'x', g2: '', news: '' };
    expect(outcome(await mapCells(mapping, cells))).toEqual({
      sub: '1',
      identities: [{ provider: 'self', sub: '1', email: 'a@example.com', locale: 'de' }],
    });
  });

  test('a problem names the entry, and the identifiers are found in the identities', async () => {
    const cells = { id: '1', mail: 'a@example.com', gid: '7', born: '31.2.1990', g1: 'k', g2: 'G2', news: 'ja' };
    const mapped = await mapCells(mapping, cells);
    expect(outcome(mapped)).toEqual(['date.invalid identities[1].birthdate']);
    expect(mapped).toMatchObject({ identifiers: { sub: '1', email: 'a@example.com' } });
  });

  test('groups get the sub of the user', async () => {
    const cells = { id: '1', mail: '', gid: '7', born: '', g1: 'k', g2: 'G2', news: 'ja' };
    expect(outcome(await mapCells(mapping, cells))).toEqual({
      sub: '1',
      identities: [{ provider: 'google', sub: '1', providerUserId: '7' }],
      groups: [
        { groupId: 'G1', sub: '1' },
        { groupId: 'G2', roles: ['R'], sub: '1' },
      ],
      consents: [{ fieldKey: 'news', state: 'ACCEPTED' }],
    });
  });
});

test('a broken record stays what it was', async () => {
  const map = await compileMapping(null, ['email']);
  const problem = { code: 'record.columns', field: null, message: 'm', hint: 'h' };
  expect(map(recordOf({ kind: 'broken', problem }))).toEqual({
    ...{ kind: 'invalid', problems: [problem], identifiers: {}, unwatched: true },
  });
});

test('an invalid row keeps the identifiers that could be read, but never a hash', async () => {
  const mapping = 'fields:\n  sub: id\n  email: mail\n  username: pw\n  birthdate: { from: b, date: iso }\n';
  const pw = `$2b$10$${'a'.repeat(53)}`;
  expect(await mapCells(mapping, { id: '7', mail: 'a@example.com', pw, b: 'x' })).toMatchObject({
    kind: 'invalid',
    identifiers: { sub: '7', email: 'a@example.com' },
    problems: [{ code: 'date.invalid', field: 'birthdate', hint: expect.stringContaining('mapping.yml:5') }],
  });
});
