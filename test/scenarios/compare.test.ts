import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { expectClosedAccounts, openScenario, type Scenario, type ScenarioResult } from '../support/in-process.ts';
import { generateExport } from '../support/shop-export/generate-export.ts';
import { asShown, errorsOf } from '../support/shown.ts';

const HASHES = [
  '$2y$10$zXcVbNmAsDfGhJkLqWeRtOxxtQmhLh.H3B9Pv5d4jiykzMg5BgCo.',
  '$2y$10$YTNILkD4fR.PoUKOKHWkKuruyAEL5zaU29G8BvIWvEvAQJSmW9xX.',
];
const EXPORT = `Nr;Mail;Name;Geburtstag;Status;Mobil;Ort;Hash
1;Ada@Example.com;Quellenthal;04.03.1990;aktiv;0151 1234567;Musterhausen;${HASHES[0]}
2;bo@example.com;Weißenborn;05.12.1980;gesperrt;;Beispielstadt;${HASHES[1]}
3;cy@example.com;Ahlemann;06.12.1981;neu;;Musterhausen;
4;di@example.com;Dornbach;31.12.1975;aktiv;;Musterhausen;
5;gast@example.com;Gastmann;01.01.1970;gast;;;
6;fay@example.com;Fahrenholt;01.02.1971;aktiv;;Musterhausen;
`;
const BASE = `fields:
  sub: { from: Nr, uuid5: 6f2c1d0e-8f0a-4c57-9a35-0b6d5e1f7a42 }
  email: Mail
  family_name: Name
  birthdate: { from: Geburtstag, date: MM.dd.yyyy }
  customFields.town: Ort
`;
const HEAD = `skip:
  - { reason: guest, when: { from: Status, is: gast } }
fields:
  sub: { from: Nr, uuid5: 6f2c1d0e-8f0a-4c57-9a35-0b6d5e1f7a42 }
  email: { from: Mail, case: lower }
  family_name: Name
  birthdate: { from: Geburtstag, date: dd.MM.yyyy }
  userStatus: { from: Status, table: { aktiv: VERIFIED, gesperrt: DECLINED } }
  customFields.town: { from: Ort, case: upper }
  password_hash_info.algorithmTypeId: { value: BCRYPT_10, when: { from: Hash, empty: false } }
  password_hash_info.passwordHash: Hash
`;
const inputs = {
  mode: 'plan',
  export: 'users.csv',
  mapping: 'mapping.yml',
  'compare-mapping': 'base/mapping.yml',
  'tenant-url': '',
  'client-id': '',
  'client-secret': '',
  'fail-above': '100%',
  'abort-above': '100%',
};

async function open(base: string | null = BASE, head = HEAD): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.csv', EXPORT);
  await scenario.write('mapping.yml', head);
  if (base !== null) await scenario.write('base/mapping.yml', base);
  return scenario;
}

function comparisonOf({ report }: ScenarioResult) {
  const { comparison } = report;
  if (comparison === null) throw new Error('the report compares nothing');
  return comparison;
}

describe('compare-mapping', () => {
  it('shows which users change, field by field, and which rows end otherwise', async () => {
    await using scenario = await open();
    const result = await scenario.runBundle(inputs);
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    const { base, before, rows, fields, moves } = comparisonOf(result);
    expect(base).toEqual({ name: 'base/mapping.yml', sha256: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(before).toMatchObject({ rows: 6, planned: 5, invalid: 1 });
    expect(result.report.totals).toMatchObject({ rows: 6, planned: 4, invalid: 1, skipped: 1 });
    expect(rows).toEqual({ same: 0, changed: 3, moved: 3 });
    expect(moves.map(({ kind, from, to, first }) => [kind, from?.why, to?.why, to?.field, first])).toEqual([
      ['newly invalid', null, 'value.unknown', 'userStatus', [{ row: 3, file: 'users.csv', line: 4 }]],
      ['newly valid', 'date.invalid', null, null, [{ row: 4, file: 'users.csv', line: 5 }]],
      ['newly skipped', null, 'guest', null, [{ row: 5, file: 'users.csv', line: 6 }]],
    ]);
    const byField = Object.fromEntries(fields.map((field) => [field.field, field]));
    expect(byField['customFields.town']).toMatchObject({
      changed: 3,
      ways: { 'only upper and lower case': 3 },
      examples: [
        { before: 'M***', after: 'M***', rows: 2, first: { row: 1 } },
        { before: 'B***', after: 'B***', rows: 1, first: { row: 2 } },
      ],
    });
    expect(byField.birthdate).toMatchObject({ changed: 3, ways: { 'day and month swapped': 3 } });
    expect(byField.email?.examples).toEqual([
      expect.objectContaining({ before: 'A***@E***.com', after: 'a***@e***.com', how: 'only upper and lower case' }),
    ]);
    expect(byField.userStatus).toMatchObject({
      added: 3,
      examples: [
        { before: null, after: 'VERIFIED', rows: 2 },
        { before: null, after: 'DECLINED', rows: 1 },
      ],
    });
    expect(byField['password_hash_info.passwordHash']?.examples).toEqual([
      expect.objectContaining({ before: null, after: '***', rows: 2 }),
    ]);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('tells the reviewer in summary, log and page what must not be overlooked', async () => {
    await using scenario = await open();
    const result = await scenario.run(inputs);
    const page = await readFile(join(result.outputs['report-path'] ?? '', '../report.html'), 'utf8');
    for (const text of [asShown(result.summary), result.log, page]) {
      expect(text).toContain(
        'Compared with base/mapping.yml: 3 users are sent differently, 1 row is newly invalid, 1 row is newly valid, 1 row is newly skipped.',
      );
      expect(text).toContain('The password of 2 users is sent differently');
      expect(text).toContain('The status of 3 users changes');
      expect(text).toContain('1 row that would have been sent before is now invalid.');
    }
    expect(asShown(result.summary)).toContain('| planned | 4 | 5 |');
  });

  it.each(['masked', 'none', 'full'])(
    'at %s no hash is anywhere, and no more of a person than allowed',
    async (level) => {
      await using scenario = await open();
      const result = await scenario.run({ ...inputs, 'report-identifiers': level });
      for (const hash of HASHES) {
        expect(result.everything).not.toContain(hash);
        expect(result.everything).not.toContain(hash.slice(29));
      }
      const { fields } = comparisonOf(result);
      expect(fields.find(({ field }) => field === 'customFields.town')).toMatchObject({ changed: 3 });
      if (level !== 'full')
        expect(result.everything).not.toMatch(/Quellenthal|Musterhausen|Beispielstadt|ada@example/i);
      else expect(result.everything).toContain('MUSTERHAUSEN');
      if (level === 'none') expect(fields.flatMap(({ examples }) => examples)).toEqual([]);
    },
  );

  it('needs nothing but the plan, and leaves nothing behind', async () => {
    await using scenario = await open();
    const plain = await scenario.run({ ...inputs, 'compare-mapping': '' });
    const result = await scenario.run(inputs);
    expect(result.outputs['plan-digest']).toBe(plain.outputs['plan-digest']);
    expect(plain.report.comparison).toBeNull();
    expect(plain.summary).not.toContain('What this mapping changes');
    expect(await readdir(join(scenario.folder, 'temp'))).toEqual([]);
  });

  it('of a mapping that says the same in other words shows no difference', async () => {
    const reordered = `# a comment\nfields:\n${BASE.trimEnd().split('\n').slice(1).reverse().join('\n')}\n`;
    for (const base of [reordered, BASE]) {
      await using scenario = await open(base, BASE);
      const result = await scenario.run(inputs);
      expect(comparisonOf(result)).toMatchObject({ rows: { same: 6, changed: 0, moved: 0 }, fields: [], moves: [] });
      expect(asShown(result.summary)).toContain('Compared with base/mapping.yml, nothing changes');
    }
  });

  it('shows duplicates that a mapping makes and resolves', async () => {
    const base = BASE.replace('from: Nr', 'from: Ort').replace('email: Mail', 'username: Mail');
    await using scenario = await open(base, base.replace('from: Ort', 'from: Nr'));
    const { moves, fields } = comparisonOf(await scenario.run(inputs));
    expect(moves.map(({ kind, rows }) => [kind, rows])).toContainEqual(['no longer duplicate', 2]);
    expect(fields[0]?.field).toBe('sub');
    const back = await open(base.replace('from: Ort', 'from: Nr'), base);
    const again = comparisonOf(await back.run(inputs));
    await back[Symbol.asyncDispose]();
    expect(again.moves.map(({ kind, rows }) => [kind, rows])).toContainEqual(['newly duplicate', 2]);
  });

  it('compares with no mapping at all, too', async () => {
    await using scenario = await open('fields:\n  email: email\n');
    await scenario.write('users.csv', 'email,given_name\nada@example.com,Ada\n');
    const result = await scenario.run({ ...inputs, mapping: '' });
    expect(comparisonOf(result).fields).toMatchObject([{ field: 'given_name', added: 1 }]);
  });
});

describe('a gate for changes', () => {
  it.each<[name: string, gate: { [input: string]: string }, reason: RegExp]>([
    ['a field', { 'fail-on': 'userStatus' }, /changes what `fail-on` names: userStatus of 3 users/],
    [
      'a password',
      { 'fail-on': 'password' },
      /password_hash_info\.algorithmTypeId of \d users?; password_hash_info\.passwordHash/,
    ],
    ['a code', { 'fail-on': 'value.unknown' }, /value\.unknown makes 1 row invalid/],
    [
      'newly invalid rows',
      { 'max-newly-invalid': '0' },
      /^1 row is newly invalid, more than max-newly-invalid \(0\) allows\.$/,
    ],
  ])('makes the plan fail for %s', async (_, gate, reason) => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, ...gate });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'failed']);
    expect(result.report.reason).toMatch(reason);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('lets pass what it does not name, and a change that adds the mapping', async () => {
    await using scenario = await open();
    const gate = { 'fail-on': 'sub, mobile_number, email.invalid', 'max-newly-invalid': '1' };
    expect((await scenario.run({ ...inputs, ...gate })).exitCode).toBe(0);
    const strict = { 'fail-on': 'sub userStatus password', 'max-newly-invalid': '0' };
    expect((await scenario.run({ ...inputs, ...strict, 'compare-mapping': 'none.yml' })).exitCode).toBe(0);
  });

  it('of a code fails for warnings that are new, too', async () => {
    const plain = 'ignore: [Status]\nfields:\n  sub: Nr\n  email: Mail\n';
    await using scenario = await open(plain, plain.replace('  sub: Nr\n', ''));
    const result = await scenario.runBundle({ ...inputs, 'fail-on': 'sub.missing' });
    expect(result.report.comparison?.warnings).toEqual([{ code: 'sub.missing', before: 0, after: 6 }]);
    expect(result.report.reason).toContain('sub.missing warns of 6 rows instead of 0');
    expect(result.exitCode).toBe(1);
  });
});

describe('a base that cannot be compared with fails nothing', () => {
  it.each<[what: string, base: string | null, why: RegExp]>([
    ['missing', null, /base\/mapping\.yml does not exist, so nothing was compared\./],
    ['broken', 'fields:\n  emial: Mail\n', /base\/mapping\.yml:2: fields\.emial: "emial" is not a cidaas field/],
    ['for another export', 'fields:\n  email: E-Mail\n', /base\/mapping\.yml:2: the export has no column "E-Mail"/],
  ])('when it is %s', async (_, base, why) => {
    await using scenario = await open(base);
    const result = await scenario.run(inputs);
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([0, 'succeeded']);
    expect(comparisonOf(result).problems.join('\n')).toMatch(why);
    expect(asShown(result.summary)).toMatch(why);
    expect(errorsOf(result)).toEqual([]);
  });
});

it('compare-mapping in mode apply is an error before anything is read', async () => {
  await using scenario = await open();
  const result = await scenario.run({
    export: 'users.csv',
    mapping: 'mapping.yml',
    'compare-mapping': 'base/mapping.yml',
  });
  expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
  expect(errorsOf(result)).toEqual(['`compare-mapping`: can only be used in mode plan']);
  expect(scenario.sandbox.requests).toHaveLength(0);
});

it('a plan that is stopped for its invalid rows is compared all the same', async () => {
  await using scenario = await open();
  const result = await scenario.run({ ...inputs, 'abort-above': '0' });
  expect(result.outputs.outcome).toBe('aborted');
  expect(comparisonOf(result).moves).toHaveLength(3);
});

it('12,000 users are compared in bounded memory', { timeout: 180_000 }, async () => {
  await using scenario = await openScenario();
  const options = { seed: 5, users: 12_000, encoding: 'windows-1252' } as const;
  await pipeline(Readable.from(generateExport(options)), createWriteStream(join(scenario.workspace, 'users.csv')));
  const mapping = await readFile(resolve(import.meta.dirname, '../../examples/demo/mapping.yml'), 'utf8');
  await scenario.write('base/mapping.yml', mapping);
  await scenario.write(
    'mapping.yml',
    mapping.replace('family_name: Nachname', 'family_name: { from: Nachname, case: upper }'),
  );
  // A heap this small ends a run that holds one of the two plans.
  const result = await scenario.runBundle(inputs, { NODE_OPTIONS: '--max-old-space-size=48' });
  expectClosedAccounts(result);
  const { rows, fields } = comparisonOf(result);
  expect(fields.map(({ field }) => field)).toEqual(['family_name']);
  expect(rows.moved).toBe(0);
  expect(rows.same + rows.changed).toBe(result.report.totals.rows);
  expect(rows.changed).toBe(result.report.totals.planned);
});
