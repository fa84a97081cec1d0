import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differingParts } from '../../src/plan/digest.ts';
import { csvText } from '../support/export-text.ts';
import { expectClosedAccounts, ndjson, openScenario, type Scenario, someUsers } from '../support/in-process.ts';
import { generateExport, generateRows } from '../support/shop-export/generate-export.ts';
import { errorsOf } from '../support/shown.ts';

const users = someUsers(6);
const plan = { mode: 'plan', export: 'users.csv' };
const MAPPING = 'fields:\n  sub: sub\n  email: email\n';

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.csv', csvText(users));
  return scenario;
}

/** Plans CSV lines as one export and tells what became of each row. */
async function outcomesOf(scenario: Scenario, lines: readonly string[], inputs: object = {}): Promise<string[]> {
  await scenario.write('users.csv', `${lines.join('\n')}\n`);
  const result = await scenario.run({ ...plan, 'abort-above': '100%', ...inputs });
  expectClosedAccounts(result);
  const rows = [...result.report.failures, ...result.report.successes].sort((a, b) => a.row - b.row);
  return rows.map((row) => {
    const of = 'duplicateOf' in row && row.duplicateOf !== null ? ` of ${row.duplicateOf}` : '';
    const code = 'code' in row && row.outcome === 'invalid' ? ` ${row.code}` : '';
    return `${row.outcome}${of}${code}`;
  });
}

describe('mode plan', () => {
  it('decides every row, sends nothing, and needs neither secrets nor a tenant', async () => {
    await using scenario = await open();
    const result = await scenario.runBundle({ ...plan, 'tenant-url': '', 'client-id': '', 'client-secret': '' });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', rows: '6', planned: '6', created: '0' });
    expect(result.report).toMatchObject({ mode: 'plan', tenant: null, mapping: null, requests: { sent: 0 } });
    expect(result.report.successes.map(({ row, outcome, sub }) => [row, outcome, sub])).toEqual(
      users.map(({ sub }, at) => [at + 1, 'planned', sub]),
    );
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('does not even ask for a token when it has all it would take', async () => {
    await using scenario = await open();
    expect((await scenario.runBundle(plan)).exitCode).toBe(0);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('fails, like an apply, when more rows are invalid than fail-above allows', async () => {
    await using scenario = await open();
    await scenario.write('users.csv', `${csvText(users.map(({ sub, email }) => ({ sub, email })))}x,no-address\n`);
    const failed = await scenario.run(plan);
    expect([failed.exitCode, failed.outputs.outcome]).toEqual([1, 'failed']);
    const tolerated = await scenario.run({ ...plan, 'fail-above': '15%' });
    expect([tolerated.exitCode, tolerated.outputs.outcome]).toEqual([0, 'succeeded']);
  });
});

describe('the digest', () => {
  it('is the same in every run of the same input, and in plan and apply', async () => {
    await using scenario = await open();
    await scenario.write('mapping.yml', MAPPING);
    const inputs = { export: 'users.csv', mapping: 'mapping.yml' };
    const first = await scenario.run({ ...inputs, mode: 'plan', 'client-id': '', 'client-secret': '' });
    const again = await scenario.run({ ...inputs, mode: 'plan', 'batch-size': '3', 'report-identifiers': 'none' });
    const applied = await scenario.run({ ...inputs, concurrency: '1', 'fail-above': '3' });
    const repeated = await scenario.run(inputs);
    expect(first.outputs['plan-digest']).toMatch(/^v1(\.[\da-f]{16}){4}\.[\da-f]{32}$/);
    for (const { outputs, report } of [again, applied, repeated]) {
      expect(outputs['plan-digest']).toBe(first.outputs['plan-digest']);
      expect(report.planDigest).toBe(first.outputs['plan-digest']);
    }
    expect([applied.report.totals.created, repeated.report.totals.updated]).toEqual([6, 6]);
  });

  it('says by its parts what is different', async () => {
    await using scenario = await open();
    await scenario.write('mapping.yml', MAPPING);
    const inputs = { ...plan, mapping: 'mapping.yml' };
    const digest = async (changes: object = {}): Promise<string> => {
      const result = await scenario.run({ ...inputs, ...changes });
      expect(result.exitCode).toBe(0);
      return result.outputs['plan-digest'] ?? '';
    };
    const before = await digest();
    const difference = async (changes?: object) => differingParts(before, await digest(changes));
    expect(await difference({ 'tenant-url': 'https://other.example.com' })).toEqual(['tenant']);
    expect(await difference({ delimiter: 'comma' })).toEqual(['options']);
    expect(await difference({ mapping: '' })).toEqual(['mapping', 'users']);
    await scenario.write('mapping.yml', `# a comment changes the file, not what it says\n${MAPPING}`);
    expect(await difference()).toEqual(['mapping']);
    await scenario.write('mapping.yml', MAPPING);
    await scenario.write('users.csv', `${csvText(users)}\n`);
    expect(await difference()).toEqual(['export']);
    await scenario.write('users.csv', csvText(users.slice(1)));
    expect(await difference()).toEqual(['export', 'users']);
  });
});

describe('duplicates and conflicts', () => {
  it('the same sub is the same user, letter by letter; identifiers are compared in any case', async () => {
    await using scenario = await openScenario();
    expect(
      await outcomesOf(scenario, [
        'sub,email,username,mobile_number',
        's-1,a@example.com,,',
        's-1,other@example.com,,',
        'S-1,b@example.com,,',
        's-4,A@Example.com,,',
        ',c@example.com,,',
        ',C@EXAMPLE.com,,',
        ',,Carl,',
        ',,CARL,',
        ',,,+4915112345678',
        ',,,+4915112345678',
        's-11,c@example.com,,',
        ',c@example.com,charles,',
        ',c@example.com,charly,',
      ]),
    ).toEqual([
      'planned',
      'duplicate of 1',
      'planned',
      'invalid identity.conflict',
      'planned',
      'duplicate of 5',
      'planned',
      'duplicate of 7',
      'planned',
      'duplicate of 9',
      'duplicate of 5',
      'duplicate of 5',
      'duplicate of 5',
    ]);
  });

  it('people who contradict each other, or stand between two others, are never merged', async () => {
    await using scenario = await openScenario();
    expect(
      await outcomesOf(scenario, [
        'sub,email,username',
        ',a@example.com,ada',
        ',a@example.com,bob',
        ',b@example.com,bob',
        ',b@example.com,ada',
      ]),
    ).toEqual(['planned', 'invalid identity.conflict', 'planned', 'invalid identity.conflict']);
  });

  it('a copy of an invalid row is no duplicate, and other providers are other people', async () => {
    await using scenario = await openScenario();
    expect(
      await outcomesOf(scenario, [
        'sub,email,provider,birthdate',
        's-1,a@example.com,,1990-02-31',
        's-1,a@example.com,,1990-02-28',
        's-1,a@example.com,,1990-02-28',
        's-4,a@example.com,facebook,',
      ]),
    ).toEqual(['invalid date.invalid', 'planned', 'duplicate of 2', 'planned']);
  });

  it('an apply sends neither of them', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'sub,email\ns-1,a@example.com\ns-2,A@example.com\ns-1,b@example.com\n');
    const result = await scenario.run({ export: 'users.csv', 'fail-above': '1', 'abort-above': '50%' });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ created: 1, invalid: 1, duplicate: 1 });
    expect(result.report.failures[0]?.message).toContain('row 1 has the same email under another sub');
    expect([...scenario.sandbox.users().keys()]).toEqual(['s-1']);
  });
});

it('every rule that makes a row invalid has its code, and says all of them at once', async () => {
  await using scenario = await openScenario();
  const rows: [code: string, user: object][] = [
    ['identifier.missing', { given_name: 'Ada' }],
    ['email.invalid', { email: 'ada@example' }],
    ['phone.invalid', { mobile_number: '0171 2345678' }],
    ['date.invalid', { username: 'ada', birthdate: '31.12.1990' }],
    ['birthdate.future', { username: 'ada', birthdate: '2190-01-01' }],
    ['locale.invalid', { username: 'ada', locale: 'German' }],
    ['userStatus.invalid', { username: 'ada', userStatus: 'active' }],
    ['userStatus.refused', { username: 'ada', userStatus: 'DELETED' }],
    ['type.invalid', { username: 'ada', given_name: ['Ada'] }],
    ['boolean.invalid', { username: 'ada', mfa_enabled: 'maybe' }],
    ['instant.invalid', { username: 'ada', createdTime: '2019-05-01 09:30' }],
    ['hash.incomplete', { username: 'ada', password_hash_info: { algorithmTypeId: 'BCRYPT_10' } }],
    [
      'hash.mismatch',
      { username: 'ada', password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: 'secret' } },
    ],
    ['hash.algorithm', { username: 'ada', password_hash_info: { algorithmTypeId: 'ROT13', passwordHash: 'frperg' } }],
    ['identifier.secret', { username: `$2b$10$${'invented/'.repeat(6).slice(0, 53)}` }],
    ['group.incomplete', { username: 'ada', groups: [{ groupId: 'G' }] }],
    ['consent.invalid', { username: 'ada', consents: [{ fieldKey: 'c', state: 'yes' }] }],
    ['identities.mixed', { email: 'a@example.com', identities: [{ email: 'b@example.com' }] }],
    ['number.imprecise', { username: 1e21 }],
    ['field.unknown', { username: 'ada', emial: 'x' }],
  ];
  await scenario.write('users.ndjson', ndjson(rows.map(([, user]) => user)));
  const result = await scenario.run({ ...plan, export: 'users.ndjson' });
  expect(result.report.failures.map(({ code }) => code)).toEqual(rows.map(([code]) => code));
  for (const { message, hint } of result.report.failures) expect([message, hint]).not.toContain('');

  await scenario.write('users.ndjson', '{"email":"no","birthdate":"2190-01-01","locale":"German"}\n');
  const several = await scenario.run({ ...plan, export: 'users.ndjson' });
  const told = `${several.report.failures[0]?.code} ${several.report.failures[0]?.message}`;
  for (const code of ['email.invalid', 'birthdate.future', 'locale.invalid']) expect(told).toContain(code);
});

describe('limits on a plan', () => {
  it('an export with fewer rows than min-rows is an error, and nothing is sent', async () => {
    await using scenario = await open();
    const result = await scenario.run({ export: 'users.csv', 'min-rows': '7' });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
    expect(errorsOf(result)[0]).toMatch(/6 rows, fewer than min-rows \(7\)/);
    expect(result.report.totals).toMatchObject({ rows: 6, unsent: 6 });
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
    expect((await scenario.run({ export: 'users.csv', 'min-rows': '6' })).exitCode).toBe(0);
  });

  it.each([
    ['apply', '1', 'unsent'],
    ['apply', '39%', 'unsent'],
    ['plan', '1', 'planned'],
  ])('in mode %s more invalid rows than abort-above (%s) send nothing', async (mode, limit, left) => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email\na@example.com\nb@example.com\nc@example.com\nno\nno-again\n');
    const result = await scenario.run({ mode, export: 'users.csv', 'abort-above': limit, 'fail-above': '100%' });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'aborted']);
    expect(result.report.totals).toMatchObject({ invalid: 2, [left]: 3 });
    expect(result.report.reason).toContain(`2 of 5 rows are invalid, more than abort-above (${limit}`);
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
    const allowed = await scenario.run({ mode, export: 'users.csv', 'abort-above': '40%', 'fail-above': '2' });
    expect(allowed.exitCode).toBe(0);
  });
});

it('a user without sub is a warning: the tenant finds it by its identifier, and the report has the sub it gave', async () => {
  await using scenario = await openScenario();
  await scenario.write('users.csv', 'email,username\na@example.com,\n,bob\n');
  const result = await scenario.run({ export: 'users.csv' });
  expect(result.exitCode).toBe(0);
  expect(result.report.warnings).toEqual({ 'sub.missing': 2 });
  expect(result.annotations).toContainEqual(
    expect.objectContaining({ level: 'warning', title: 'sub.missing', message: expect.stringMatching(/^2 rows/) }),
  );
  expect(result.report.warningsDetail).toEqual([
    {
      ...{ code: 'sub.missing', count: 2 },
      rows: [2, 3].map((line) => ({ row: line - 1, file: 'users.csv', line, field: 'sub' })),
    },
  ]);
  const csv = await readFile(join(scenario.folder, 'report', 'warnings.csv'), 'utf8');
  expect(csv.split('\r\n')).toEqual([
    'row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number',
    expect.stringMatching(/^1,users\.csv,2,created,sub\.missing,sub,.*,\*\*\*@e\*\*\*\.com,,$/),
    expect.stringMatching(/^2,users\.csv,3,created,sub\.missing,sub,.*,b\*\*\*,$/),
    '',
  ]);
  expect(result.report.successes.map(({ sub }) => sub).sort()).toEqual([...scenario.sandbox.users().keys()].sort());
  const again = await scenario.run({ export: 'users.csv' });
  expect(again.report.totals).toMatchObject({ updated: 2 });
  expect(scenario.sandbox.userCount).toBe(2);
});

it('every row of a messy export ends as it must', async () => {
  await using scenario = await openScenario();
  const options = { seed: 7, users: 2_500 };
  await scenario.write('customers.csv', Buffer.concat([...generateExport({ ...options, encoding: 'windows-1252' })]));
  await copyFile(
    resolve(import.meta.dirname, '../../examples/demo/mapping.yml'),
    join(scenario.workspace, 'mapping.yml'),
  );
  const result = await scenario.run({ export: 'customers.csv', mapping: 'mapping.yml', 'fail-above': '10%' });
  expectClosedAccounts(result);
  const expected = [...generateRows(options)].map(({ outcome }) => outcome);
  const ended = expected.map(() => 'skipped');
  for (const { row, outcome } of [...result.report.failures, ...result.report.successes]) ended[row - 1] = outcome;
  expect(ended).toEqual(expected);
  expect(scenario.sandbox.userCount).toBe(expected.filter((outcome) => outcome === 'created').length);
  expect(result.exitCode).toBe(0);
});
