import { describe, expect, test } from 'vitest';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { MAX_OVERRUNS, Overruns } from '../../../src/mapping/compile/overruns.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { InputError } from '../../../src/runtime/input-error.ts';
import { localEvaluator } from '../../support/local-evaluator.ts';
import { fieldOf, mapCells, mapObject, outcome, recordOf } from '../map-record.ts';

describe('replace and json', () => {
  test.each([
    ['nickname', "replace: { '-': '' }", 'a-b-c', 'abc'],
    ['nickname', "replace: { '^(.)(.*)$': '$2$1', b: x }", ' abc ', 'xca'],
    ['nickname', "replace: { '^-$': '' }, default: none", ' - ', 'none'],
    ['birthdate', "replace: { '^0+\\.0+\\.0+$': '' }, date: dd.MM.yyyy", '00.00.0000', undefined],
    ['customFields.l', "replace: { '[{}]': '' }, split: ','", '{a,b}', ['a', 'b']],
    ['nickname', 'json: "a.b[0]"', '{"a":{"b":["x"]}}', 'x'],
    ['nickname', 'json: a, replace: { x: y }', '{"a":"x"}', 'y'],
    ['nickname', 'json: a', '{"b":1}', undefined],
    ['nickname', 'json: a', '', undefined],
    ['nickname', 'json: a', '{"a":', ['json.invalid nickname']],
    ['nickname', 'empty: refuse', ' ', ['value.missing nickname']],
  ])('%s, %s, of "%s"', async (field, rule, cell, expected) => {
    expect(await fieldOf(field, rule, cell)).toEqual(expected);
  });

  test('lists of a JSON record are replaced item by item', async () => {
    const mapping = "fields:\n  customFields.l: { from: l, replace: { '^/': '' }, type: list }\n";
    expect(outcome(await mapObject(mapping, { l: ['/a', 'b', 7] }))).toEqual({ customFields: { l: ['a', 'b', '7'] } });
  });

  test.each([
    ['customFields.n: { from: j, type: json }', 'customFields.n'],
    ['customFields.n: { from: j, type: list }', 'customFields.n'],
    ['customFields.n: { from: j, json: a, type: json }', 'customFields.n'],
    ['groups: [{ each: j, groupId: { from: each.a, table: { x: y } } }]', 'groups[0]'],
  ])('JSON in a cell that is nested beyond reason makes the row invalid: %s', async (rule, field) => {
    const mapping = `fields:\n  email: email\n${rule.startsWith('groups') ? '' : '  '}${rule}\n`;
    for (const levels of [101, 200_000]) {
      const nested = '['.repeat(levels) + ']'.repeat(levels);
      const j = rule.includes('json: a') ? `{"a":${nested}}` : nested;
      expect(outcome(await mapCells(mapping, { email: 'a@example.com', j }))).toEqual([`json.invalid ${field}`]);
    }
  });

  test('a list of lists is flattened, however long they are', async () => {
    const mapping = 'fields:\n  customFields.l: { from: l, type: list, split: "," }\n';
    const long = Array.from({ length: 400_000 }, () => 'a');
    const mapped = await mapObject(mapping, { l: [long, 'b'] });
    expect(mapped.kind === 'user' && mapped.user.customFields?.l).toHaveLength(400_001);
  });

  test('a regular expression that is none is told with its line', () => {
    expect(() => parseMapping("fields:\n  nickname: { from: a, replace: { '(': '' } }\n", 'm.yml')).toThrow(
      /^m\.yml:2: fields\.nickname\.replace\.\(: is not a regular expression: /,
    );
  });
});

describe('several rules for one field', () => {
  const mapping = [
    'fields:',
    '  userStatus:',
    '    - { value: DECLINED, when: { from: locked, is: 1 } }',
    '    - { from: state, table: { on: VERIFIED, off: DECLINED, maybe: null } }',
    '    - { value: PENDING }',
  ].join('\n');

  test.each([
    ['1', 'on', 'DECLINED'],
    ['0', 'on', 'VERIFIED'],
    ['0', 'maybe', 'PENDING'],
    ['0', '', 'PENDING'],
    ['0', 'x', ['value.unknown userStatus']],
  ])('locked %s, state "%s"', async (locked, state, expected) => {
    const mapped = outcome(await mapCells(mapping, { locked, state }));
    expect(Array.isArray(mapped) ? mapped : (mapped as { userStatus: string }).userStatus).toEqual(expected);
  });

  test('what is wrong is told with its place in the list', () => {
    expect(() => parseMapping('fields:\n  email:\n    - { from: a }\n    - { from: b, phon: DE }\n', 'm.yml')).toThrow(
      'm.yml:4: fields.email[1].phon: "phon" is not known here. Did you mean "phone"?',
    );
  });
});

describe('columns that need not be there', () => {
  const map = (mapping: string, cells: Record<string, string>) =>
    mapCells(`source: { columns: loose }\n${mapping}`, cells);

  test('are passed over with their rule, and nothing stands in for them', async () => {
    const mapping = 'fields:\n  email: E-Mail\n  locale: [{ from: Sprache, default: de }, { value: en }]\n';
    expect(outcome(await map(mapping, { EMAIL: 'a@example.com' }))).toEqual({ email: 'a@example.com', locale: 'en' });
    expect(outcome(await map(mapping, { EMAIL: 'a@example.com', SPRACHE: '' }))).toEqual({
      email: 'a@example.com',
      locale: 'de',
    });
  });

  test('must be there where the field cannot do without', async () => {
    const mapping = 'fields:\n  email: E-Mail\n  userStatus: { from: aktiv, table: { ja: VERIFIED }, empty: refuse }\n';
    await expect(map(mapping, { EMAIL: 'a@example.com' })).rejects.toThrow(
      'mapping.yml:4: the export has no column "aktiv", and userStatus requires it.',
    );
  });

  test('two that are spelt alike are an error, one that is spelt exactly is taken', async () => {
    const mapping = 'fields:\n  email: E-Mail\n';
    await expect(map(mapping, { EMail: 'a@example.com', 'e mail': 'b@example.com' })).rejects.toThrow(
      'mapping.yml:3: the columns "EMail" and "e mail" could both be "E-Mail". Name the right one in your mapping.',
    );
    expect(outcome(await map(mapping, { EMail: 'a@example.com', 'E-Mail': 'b@example.com' }))).toEqual({
      email: 'b@example.com',
    });
  });
});

test('one rule may insist on its columns; JSON leaves out what it does not need', async () => {
  const mapping = [
    'source: { columns: optional }',
    'fields:',
    '  email: mail',
    '  userStatus: [{ value: DECLINED, when: { from: banned, is: 1 }, column: required }, { value: VERIFIED }]',
  ].join('\n');
  await expect(mapCells(mapping, { mail: 'a@example.com' })).rejects.toThrow(
    'mapping.yml:4: the export has no column "banned".',
  );
  expect(outcome(await mapObject(mapping, { mail: 'a@example.com' }))).toMatchObject({ userStatus: 'VERIFIED' });
});

test('conditions on lists', async () => {
  const is = async (condition: string, list: unknown) =>
    'nickname' in
    (outcome(await mapObject(`fields: { nickname: { value: n, when: ${condition} } }`, { list })) as object);
  expect(await is('{ from: list, has: a }', ['b', 'a'])).toBe(true);
  expect(await is('{ from: list, has: [a, 1] }', [1])).toBe(true);
  expect(await is('{ from: list, has: a }', ['b'])).toBe(false);
  expect(await is('{ from: list, has: a }', 'a')).toBe(true);
  expect(await is('{ from: list, lacks: [a, b] }', ['c'])).toBe(true);
  expect(await is('{ from: list, lacks: [a, b] }', ['c', 'b'])).toBe(false);
  expect(await is('{ from: list, lacks: a }', undefined)).toBe(true);
});

test('entries for the elements of a list, also of one that is written in a cell; without a provider there is no identity', async () => {
  const mapping = [
    'fields: { sub: id, email: mail }',
    'identities:',
    '  - each: logins',
    '    provider: { from: each.by, table: { own: null, g: google } }',
    '    providerUserId: each.id',
  ].join('\n');
  const cells = (logins: string) => ({ id: 's', mail: 'a@example.com', logins });
  expect(outcome(await mapCells(mapping, cells('[{"by":"own","id":1},{"by":"g","id":2}]')))).toEqual({
    sub: 's',
    identities: [
      { provider: 'self', email: 'a@example.com' },
      { provider: 'google', providerUserId: '2' },
    ],
  });
  const flat = { sub: 's', email: 'a@example.com' };
  for (const logins of ['', '[]', '[{"by":"own","id":1}]'])
    expect(outcome(await mapCells(mapping, cells(logins))), logins).toEqual(flat);
  const unread = ['value.unread identities[0].provider', 'value.unread identities[0].providerUserId'];
  for (const logins of ['no list', '[no list', '[{"provider":"google","sub":"2"}]'])
    expect(outcome(await mapCells(mapping, cells(logins))), logins).toEqual(unread);
});

test('the whole record', async () => {
  expect(outcome(await mapObject('fields: { customFields.all: $ }', { a: 1 }))).toEqual({
    customFields: { all: { a: 1 } },
  });
});

describe('expressions', () => {
  async function evaluated(expression: string, object: Record<string, unknown>): Promise<unknown> {
    const mapping = parseMapping(`fields:\n  customFields.x: { expr: ${JSON.stringify(expression)} }\n`, 'm.yml');
    const map = await compileMapping(mapping, null, { evaluator: localEvaluator() });
    const record = recordOf({ kind: 'object', object });
    await map.prepare?.([record]);
    return outcome(map(record));
  }

  test.each([
    ['a & "-" & b', { customFields: { x: 'x-y' } }],
    ['none', {}],
    ['[a, b]', { customFields: { x: ['x', 'y'] } }],
    ['c[n = 2].v', { customFields: { x: 'two' } }],
    ['$sum', ['expr.failed customFields.x']],
    ['$number(a)', ['expr.failed customFields.x']],
    ['($f := function($n) { $f($n) + 1 }; $f(1))', ['expr.failed customFields.x']],
    ['$count([1..1000000])', ['expr.failed customFields.x']],
  ])('%s', async (expression, expected) => {
    expect(
      await evaluated(expression, {
        a: 'x',
        b: 'y',
        c: [
          { n: 1, v: 'one' },
          { n: 2, v: 'two' },
        ],
      }),
    ).toEqual(expected);
  });

  test('what fails names the field and a code, not the record', async () => {
    const mapping = parseMapping('fields:\n  nickname: { expr: $number(secret) }\n', 'm.yml');
    const map = await compileMapping(mapping, ['secret'], { evaluator: localEvaluator() });
    const record = recordOf({ kind: 'cells', cells: ['open sesame'] });
    await map.prepare?.([record]);
    const mapped = map(record);
    expect(JSON.stringify(mapped)).not.toContain('sesame');
    expect(mapped).toMatchObject({
      problems: [{ field: 'nickname', message: 'nickname could not be computed: its expression failed with D3030.' }],
    });
  });

  test('after some records that need too much, the plan stops and names the line of the expression', async () => {
    const evaluator = { evaluate: async () => [[{ code: 'time' }]] };
    const overruns = new Overruns(() => 0);
    const map = await compileMapping(parseMapping('fields:\n  nickname:\n    expr: a\n', 'm.yml'), ['a'], {
      evaluator,
      overruns,
    });
    const records = [recordOf({ kind: 'cells', cells: ['x'] })];
    for (let row = 0; row < MAX_OVERRUNS; row += 1) await map.prepare?.(records);
    expect(outcome(map(records[0] ?? recordOf({ kind: 'cells', cells: [] })))).toEqual(['expr.limit nickname']);
    await expect(map.prepare?.(records)).rejects.toThrow(
      /^m\.yml:3: this rule needs more time or memory than a record may take/,
    );
  });

  test('one that cannot be read is told before a record is', async () => {
    const refused = compileMapping(parseMapping('fields:\n  email: { expr: a + ( }\n', 'm.yml'), ['a']);
    await expect(refused).rejects.toThrow(/^m\.yml:2: this is not a JSONata expression \(S0\d{3} at position \d+\)\.$/);
  });

  test.each([
    ['$contains(a, /^(?i:x)/)', false],
    ['a[$contains(b, /x(?s-i:.)/)]', false],
    ['$contains(a, /^\\(?i:(?:x)(?<n>y)/i)', true],
  ])('%s has a modifier, which V8 may ignore', async (expr, allowed) => {
    const compiled = compileMapping(parseMapping(`fields:\n  email: { expr: '${expr}' }\n`, 'm.yml'), ['a']);
    if (allowed) await expect(compiled).resolves.toBeTypeOf('function');
    else
      await expect(compiled).rejects.toThrow(
        'm.yml:2: the regular expression has a modifier, as (?i:…): write the flag behind it, as /…/i.',
      );
  });

  test('a mapping without any needs no preparation', async () => {
    expect((await compileMapping(parseMapping('fields: { email: a }', 'm.yml'), ['a'])).prepare).toBeNull();
  });
});

describe('severities', () => {
  const mapping = (rules: string) =>
    `rules: ${rules}\nfields:\n  email: a\n  birthdate: { from: b, date: dd.MM.yyyy }\n  userStatus: { from: c, table: { x: VERIFIED } }\n`;
  const cells = { a: 'a@example.com', b: 'soon', c: 'x' };

  test('a value that cannot be read is left out, with a warning or without', async () => {
    expect(outcome(await mapCells(mapping('{}'), cells))).toEqual(['date.invalid birthdate']);
    const warned = await mapCells(mapping('{ date.invalid: warn }'), cells);
    expect(warned).toMatchObject({
      kind: 'user',
      user: { email: 'a@example.com', userStatus: 'VERIFIED' },
      warnings: [{ code: 'date.invalid', field: 'birthdate' }],
    });
    expect(await mapCells(mapping('{ date.invalid: off }'), cells)).toMatchObject({ kind: 'user', warnings: [] });
  });

  test('a status that is not known is never left out: the user could log in', async () => {
    const mapped = await mapCells(mapping('{ date.invalid: off, value.unknown: warn }'), { ...cells, c: 'y' });
    expect(outcome(mapped)).toEqual(['value.unknown userStatus']);
  });

  test('a warning may become an error', async () => {
    const strict = 'email-verified: { from: ok, is: 1 }\nrules: { email.unverified: error }\nfields: { email: a }\n';
    expect(outcome(await mapCells(strict, { a: 'a@example.com', ok: '0' }))).toEqual(['email.unverified email']);
    expect(outcome(await mapCells(strict, { a: 'a@example.com', ok: '1' }))).toEqual({ email: 'a@example.com' });
    expect(outcome(await mapCells(strict, { a: '', ok: '0' }))).toEqual({});
  });
});

test('an unverified address makes no blocked user able to log in, whatever is chosen', async () => {
  for (const choice of ['VERIFIED', 'PENDING']) {
    const mapping = `email-verified: { from: ok, is: 1 }\nunverified-email: ${choice}\nfields:\n  email: a\n  userStatus: { value: DECLINED }\n`;
    expect(outcome(await mapCells(mapping, { a: 'a@example.com', ok: '0' }))).toMatchObject({ userStatus: 'DECLINED' });
  }
  const skip = 'email-verified: { from: ok, is: 1 }\nunverified-email: skip\nfields: { email: a }\n';
  expect(outcome(await mapCells(skip, { a: 'a@example.com', ok: '0' }))).toBe('skipped: e-mail address not verified');
});

test('errors about expressions in joins and entries come before the records', async () => {
  const text = 'join: { h: { file: h.csv, key: id, equals: { expr: id } } }\nfields: { email: a }\n';
  expect(() => parseMapping(text, 'm.yml')).toThrow('m.yml:1: join.h.equals.expr: cannot make the key of a join.');
  const each = 'fields: { sub: a }\nidentities: [{ each: l, providerUserId: { expr: each.x } }]\n';
  await expect(compileMapping(parseMapping(each, 'm.yml'), null)).rejects.toThrow(InputError);
});
