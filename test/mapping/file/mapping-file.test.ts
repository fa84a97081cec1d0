import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishedSchema } from '../../../scripts/mapping-schema.ts';
import { projectOf } from '../../../scripts/project.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { mappingJsonSchema } from '../../../src/mapping/file/mapping-schema.ts';
import { InputError } from '../../../src/runtime/input-error.ts';

function problemsOf(text: string): readonly string[] {
  try {
    parseMapping(text, 'mapping.yml');
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

/** The problems of a mapping with this one rule. */
function problemsOfRule(field: string, rule: string): readonly string[] {
  return problemsOf(`fields:\n  ${field}: ${rule}\n`);
}

test('every problem is told at once, in the order of the lines', () => {
  expect(
    problemsOf(
      [
        'skp: []',
        'fields:',
        '  emial: Mail',
        '  username: { from: Login, phon: DE }',
        '  birthdate:',
        '    from: Born',
        '    date: dd.MM.yy',
        '  sub: { from: Id, value: x }',
      ].join('\n'),
    ),
  ).toEqual([
    'mapping.yml:1: skp: "skp" is not known here. Did you mean "skip"?',
    'mapping.yml:3: fields.emial: "emial" is not a cidaas field. Did you mean "email"?',
    'mapping.yml:4: fields.username.phon: "phon" is not known here. Did you mean "phone"?',
    'mapping.yml:7: fields.birthdate.date: "dd.MM.yy" has a two-digit year, which is ambiguous: the source must give four digits (yyyy).',
    'mapping.yml:8: fields.sub: must have exactly one of from, first, concat, value and expr, but has from and value.',
  ]);
});

describe('names of fields', () => {
  test.each([
    ['password', 'clear-text passwords are never sent'],
    ['postal_code', 'Did you mean "address.postal_code"?'],
    ['zipcode', '"zipcode" is not a cidaas field.'],
    ['givenName', 'Did you mean "given_name"?'],
    ['password_hash_info.salt', 'Did you mean "password_hash_info.hData.salt"?'],
    ['address', 'name one with a dot, such as address.postal_code'],
    ['customFields', 'name one with a dot, such as customFields.customer_no'],
    ['customFields.__proto__', 'is not a cidaas field'],
    ['email_verified', 'is not in any documented version of the bulk API'],
    ['need_reset_password', 'is not in any documented version of the bulk API'],
    ['identities', 'goes next to `fields`'],
  ])('%s', (field, words) => {
    const [problem, ...others] = problemsOfRule(field, 'column');
    expect(problem).toMatch(/^mapping\.yml:2: fields\./);
    expect(problem).toContain(words);
    expect(others).toEqual([]);
  });

  test('account fields know their places when there are identities', () => {
    const text = 'fields:\n  email: Mail\nidentities:\n  - userStatus: State\n    customFields.x: X\n';
    expect(problemsOf(text)).toEqual([
      'mapping.yml:4: identities[0].userStatus: "userStatus" belongs to the account: put it under `fields`.',
      'mapping.yml:5: identities[0].customFields.x: "customFields.x" belongs to the account: put it under `fields`.',
    ]);
  });

  test('entries of groups and consents have fields of their own', () => {
    expect(problemsOf('fields:\n  sub: Id\ngroups:\n  - group: G\n')).toEqual([
      'mapping.yml:4: groups[0].group: "group" is not a field of a group, whose fields are sub, groupId, roles.',
    ]);
  });

  test('consents are filled in one place', () => {
    const text = 'fields:\n  sub: Id\n  consents: C\nconsents:\n  - state: S\n';
    expect(problemsOf(text)).toEqual([
      'mapping.yml:3: fields.consents: is filled by the block `consents` too: remove one of the two.',
    ]);
  });

  test('what gives rights in the tenant never comes from the source as it stands', () => {
    const rights = 'needs a table from values of the source to names of the tenant, because these names grant rights.';
    const text =
      'fields:\n  sub: Id\n  roles: R\n  groups: G\ngroups:\n  - groupId: G\n    roles: { from: R, split: x }\n';
    expect(problemsOf(text)).toEqual([
      `mapping.yml:3: fields.roles: ${rights}`,
      'mapping.yml:4: fields.groups: is filled by the block `groups`, one group after the other.',
      `mapping.yml:6: groups[0].groupId: ${rights}`,
      `mapping.yml:7: groups[0].roles: ${rights}`,
    ]);
    expect(
      problemsOf('fields:\n  sub: Id\n  roles: { value: [A] }\ngroups:\n  - groupId: { from: G, table: { a: B } }\n'),
    ).toEqual([]);
  });
});

describe('steps that do not fit', () => {
  test.each([
    ['email', '{ }', 'must have exactly one of from, first, concat, value and expr, but has none'],
    ['email', '{ from: A, separator: x }', 'separator: goes with concat only'],
    ['email', '{ from: A, else: x }', 'else: goes with table only'],
    ['createdTime', '{ from: A, zone: UTC }', 'zone: goes with instant only'],
    ['email', '{ from: A, table: { a: b }, phone: DE }', 'has table and phone, which exclude each other'],
    ['email', '{ from: A, default: a@example.com, empty: clear }', 'has both default and empty'],
    ['sub', '{ from: A, empty: clear }', 'sub cannot be cleared'],
    ['userStatus', '{ from: A, empty: clear }', 'userStatus cannot be cleared'],
    ['password_hash_info.passwordHash', '{ from: A, empty: clear }', 'cannot be cleared'],
    ['email', '{ value: a@example.com, case: lower, split: x }', 'leave out split and case'],
    ['email', '{ from: A, type: number }', 'goes with custom fields only: the type of email is known'],
    ['email', "{ from: A, split: ',' }", 'makes a list, but email takes one value'],
    ['email', '{ from: A, list: php }', 'fields.email.list: makes a list, but email takes one value'],
    ['roles', "{ from: A, list: php, split: ',', table: { a: b } }", 'has split and list, which exclude each other'],
    ['roles', '{ value: [A], list: php }', 'leave out list'],
    ['customFields.x', '{ from: A, list: json }', 'fields.customFields.x'],
    ['email', '{ from: A, when: { from: B, list: php, is: x } }', 'has list, which goes with has, lacks, includes'],
    ['email', "{ from: A, when: { from: B, split: ',', future: true } }", 'has split, which goes with has, lacks'],
    ['email', "{ from: A, when: { from: B, split: ',', list: php, has: x } }", 'has split and list, which exclude'],
    ['customFields.x', "{ from: A, split: ',', type: number }", 'makes a list, but customFields.x takes one value'],
    ['customFields.x', '{ from: A, type: number, date: iso }', 'gives text, which does not go with type: number'],
    ['email', '{ from: A, date: iso }', 'does not fit email'],
    ['birthdate', '{ from: A, instant: iso }', 'does not fit birthdate'],
    ['mfa_enabled', '{ from: A, phone: DE }', 'does not fit mfa_enabled'],
    ['groups', '{ from: A, table: { a: b } }', 'does not fit groups'],
    ['email', '{ from: A, phone: de }', 'must be two capital letters'],
    ['sub', '{ from: A, uuid5: example.com }', 'must be a UUID'],
    ['email', '{ from: A, trim: nein }', 'must be true or false'],
    ['email', '{ from: A, case: capital }', 'must be "lower" or "upper"'],
    ['email', '', 'is empty; null can only remove what a preset has'],
    ['email', '[A, B]', 'fields.email[0]: must be a map of keys'],
    ['email', "{ value: ' ' }", 'must not be empty'],
    ['email', '{ first: [] }', 'must not be empty'],
    [
      'email',
      '{ from: A, when: { from: B } }',
      'must have exactly one of is, not, empty, matches, has, lacks, includes, excludes and future, but has none',
    ],
    ['email', '{ from: A, when: { from: B, is: 1, not: 2 } }', 'but has is and not'],
    ['email', "{ from: A, when: { from: B, matches: '(' } }", 'is not a regular expression'],
    ['email', '{ from: A, when: { frm: B, is: 1 } }', '"frm" is not known here. Did you mean "from"?'],
  ])('%s: %s', (field, rule, words) => {
    const problems = problemsOfRule(field, rule);
    expect(problems.join('\n')).toContain(words);
    for (const problem of problems) expect(problem).toMatch(/^mapping\.yml:2: fields\./);
  });
});

describe('what has the wrong shape, outside the rules of fields', () => {
  test.each([
    ['skip: [{ when: { from: A, is: 1 } }]', 'skip[0].reason: is missing.'],
    ['skip: [{ reason: r, when: { any: [{ frm: A, is: 1 }] } }]', '"frm" is not known here. Did you mean "from"?'],
    ['source: { colums: loose }', '"colums" is not known here. Did you mean "columns"?'],
    ['source: { header: { with: [A] } }', 'source.header.with: must have at least 2 entries.'],
    ['join: { each: { file: a.csv } }', 'join.each: is not a name for a join: use up to 32 letters'],
    ['join: { h: { file: a.csv, source: { columns: loose } } }', 'join.h.source.columns: "columns" is not known here.'],
    ['join: { h: { key: { frm: A } } }', 'join.h.key.frm: "frm" is not known here. Did you mean "from"?'],
    ['password: { from: A, slat: B }', 'password.slat: "slat" is not known here. Did you mean "salt"?'],
    ['password: { from: A, salt: { frm: B } }', 'password.salt.frm: "frm" is not known here. Did you mean "from"?'],
    [
      'password: { from: A, firebase: { round: 8, mem_cost: 14, base64_salt_separator: Bw== } }',
      'password.firebase.round: "round" is not known here. Did you mean "rounds"?',
    ],
    [
      'password: { from: A, firebase: { rounds: 0, mem_cost: 31, base64_salt_separator: Bw== } }',
      'password.firebase.rounds: must be 1 or more.',
    ],
    [
      'password: { from: A, firebase: { rounds: 1.5, mem_cost: 14, base64_salt_separator: Bw== } }',
      'password.firebase.rounds: must be a whole number.',
    ],
    ['fields: [A]', 'fields: must be a map of keys.'],
  ])('%s', (text, problem) => {
    expect(problemsOf(`${text}\n`).join('\n')).toContain(problem);
  });
});

describe('formats of dates', () => {
  test.each([
    ['birthdate', 'date', 'DD.MM.YYYY', 'write yyyy, MM, dd'],
    ['birthdate', 'date', 'dd.MM.yyyy HH:mm', 'has a time of day'],
    ['birthdate', 'date', 'MM.yyyy', 'must have a year (yyyy), a month (MM) and a day (dd)'],
    ['birthdate', 'date', 'epoch-seconds', 'is a format of instants'],
    ['createdTime', 'instant', 'yyyy-MM-dd HH:mm', 'does not contain the offset from UTC: add zone'],
    ['createdTime', 'instant', 'yyyy-MM-dd hh:mm ZZ', 'must have both hh and a'],
    ['createdTime', 'instant', 'ff', 'which is not a known token'],
  ])('%s %s %s', (field, key, format, words) => {
    expect(problemsOfRule(field, `{ from: A, ${key}: '${format}' }`).join()).toContain(words);
  });

  test.each(["dd.MM.yyyy'T'HH:mm:ssZZ", 'd-MMM-yyyy hh:mm:ss a z', 'epoch-milliseconds', 'iso'])(
    '%s is one',
    (format) => {
      expect(problemsOfRule('createdTime', `{ from: A, instant: "${format}" }`)).toEqual([]);
    },
  );

  test('a zone must exist', () => {
    expect(problemsOfRule('createdTime', '{ from: A, instant: yyyy-MM-dd, zone: Europe/Berln }').join()).toContain(
      '"Europe/Berln" is not an IANA time zone',
    );
  });
});

describe('the file', () => {
  test.each([
    ['empty', '', 'mapping.yml: the file is empty. `cidaas-migrate init` proposes a first mapping for an export.'],
    [
      'with fields that are not indented',
      'fields:\nemail: E-Mail\ngiven_name: Vorname\n',
      'mapping.yml:2: "email", "given_name" belong to fields, but their lines are not indented. Begin each of them with two spaces.',
    ],
    [
      'with one field that is not indented',
      'fields:\n  email: E-Mail\ngiven_name: Vorname\nskip: []\n',
      'mapping.yml:3: "given_name" belongs to fields, but its line is not indented. Begin it with two spaces.',
    ],
    [
      'with a block that is not indented',
      'fields: { email: A }\nsource:\nrecords: data.users\n',
      'mapping.yml:3: "records" belongs to source, but its line is not indented. Begin it with two spaces.',
    ],
    ['a list', '- email', 'mapping.yml:1: a mapping file must have the key fields or identities.'],
    [
      'without fields',
      'skip: []',
      'mapping.yml:1: a mapping must fill at least one field: add `fields` or `identities`.',
    ],
    ['with a key twice', 'fields:\n  email: A\n  email: B\n', 'mapping.yml:3: the key "email" appears twice.'],
    ['that breaks off', 'fields:\n  email: "A\n', 'mapping.yml:3: Missing closing "quote.'],
    [
      'of two documents',
      'fields:\n  email: A\n---\nfields: {}\n',
      'mapping.yml:3: a second document begins here: a mapping is one document, so remove the line ---.',
    ],
    [
      'nested beyond the stack',
      `fields:\n  email: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'mapping.yml:2: values are nested too deeply.',
    ],
    [
      'with a column name of more than 1,000 characters',
      `fields:\n  email: ${'x'.repeat(1_001)}\n`,
      'mapping.yml:2: fields.email: must have at most 1000 characters.',
    ],
    ['with an unknown alias', 'fields:\n  email: *mail\n', 'mapping.yml:2: an alias refers to an unknown anchor.'],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  test('that unfolds without end is refused at once', () => {
    const rows = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1)
      rows.push(
        `b${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    expect(problemsOf(rows.join('\n')).join()).toContain('expands to too many values');
    expect(problemsOf('fields: &f { email: *f }').join()).toMatch(/nested too deeply|unknown anchor/);
  });

  test('with a byte-order mark and Windows line ends is read', () => {
    expect(parseMapping('\uFEFFfields:\r\n  email: Mail\r\n', 'mapping.yml').fields).toMatchObject([
      { field: 'email', at: 'mapping.yml:2', source: { refs: [{ text: 'Mail' }] } },
    ]);
  });

  test('may use anchors', () => {
    const text = 'fields:\n  given_name: { from: A, table: &t { x: y } }\n  nickname: { from: B, table: *t }\n';
    const [first, second] = parseMapping(text, 'mapping.yml').fields;
    expect(second?.change).toEqual(first?.change);
  });

  test('keeps the spelling of numbers', () => {
    const { fields } = parseMapping(
      'fields:\n  locale: { from: A, table: { 01: de, 1: 0049, yes: 1e3, no: 7 } }\n',
      'm.yml',
    );
    expect(fields[0]?.change).toMatchObject({
      table: new Map<string, unknown>([
        ['1', '0049'],
        ['01', 'de'],
        ['yes', '1e3'],
        ['no', 7],
      ]),
    });
  });
});

test('the schema for editors is up to date (npm run schema), with its address at the tag of the major version', () => {
  const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const project = projectOf(read('package.json'));
  const committed = read('mapping.schema.json');
  expect(committed).toBe(publishedSchema(project));
  expect(JSON.parse(committed)).toEqual({
    ...JSON.parse(JSON.stringify(mappingJsonSchema())),
    $id: `https://raw.githubusercontent.com/${project.repository}/v${project.major}/mapping.schema.json`,
  });
  expect(committed).toContain('"password_hash_info.passwordHash"');
});
