import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import { faultOn } from '../../src/sandbox/fault.ts';
import { jsonReply } from '../../src/sandbox/reply.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { FieldSetup, TenantSetup } from '../../src/sandbox/tenant-setup.ts';
import { replying } from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { asShown, errorsOf } from '../support/shown.ts';

const users = someUsers(5);

/** A custom field of a tenant; give what matters. */
function custom(fieldKey: string, given: Partial<FieldSetup> = {}): FieldSetup {
  return { fieldKey, fieldType: 'CUSTOM', dataType: 'TEXT', enabled: true, ...given };
}

function system(fieldKey: string, given: Partial<FieldSetup> = {}): FieldSetup {
  return { ...custom(fieldKey, given), fieldType: 'SYSTEM' };
}

/** A tenant that has everything that `someUsers` need, and what is given. */
function tenant(setup: Partial<TenantSetup> = {}): SandboxOptions {
  const fields = [custom('customer_no'), ...(setup.fields ?? [])];
  return { setup: { roles: ['buyer'], groups: [], groupTypes: [], ...setup, fields } };
}

async function open(options: SandboxOptions, exported: readonly object[] = users): Promise<Scenario> {
  const scenario = await openScenario(options);
  await scenario.write('users.ndjson', ndjson(exported));
  return scenario;
}

const check = { mode: 'check', export: 'users.ndjson' };
const apply = { export: 'users.ndjson' };

/** `severity code subject` of every finding. */
function told({ report }: ScenarioResult): string[] {
  return (report.check?.findings ?? []).map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
}

function finding(result: ScenarioResult, code: string): Finding | undefined {
  return result.report.check?.findings.find((one) => one.code === code);
}

/** Nothing but tokens and the set-up was asked for. */
function expectNothingSent({ sandbox }: Scenario): void {
  expect(sandbox.requests.filter(({ kind }) => kind === 'bulk' || kind === 'user' || kind === 'existence')).toEqual([]);
  expect(sandbox.userCount).toBe(0);
}

describe('mode check', () => {
  it('needs no export: token, scope, and what may be read', async () => {
    await using scenario = await openScenario(tenant());
    const result = await scenario.runBundle({ mode: 'check' });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([0, 'succeeded']);
    expect(result.report).toMatchObject({
      mode: 'check',
      planDigest: null,
      check: { checked: ['token', 'scope', 'fields', 'roles'], findings: [] },
    });
    expect(asShown(result.summary)).toContain('Checked: token, scope, fields, roles.');
    expectNothingSent(scenario);
  });

  it('plans the export, compares its users, and sends nothing of them', async () => {
    await using scenario = await open(tenant());
    const result = await scenario.runBundle(check);
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome, result.outputs.planned]).toEqual([0, 'succeeded', '5']);
    expect(told(result)).toEqual([]);
    expectNothingSent(scenario);
    const asked = scenario.sandbox.requests.map(({ path, bytes }) => `${path} ${path.includes('token') ? '' : bytes}`);
    expect(asked).toEqual(['/token-srv/token ', '/fieldsetup-srv/graph/fields 2', '/groups-srv/graph/roles 2']);
  });

  it('fails when a user would lose or be refused something, and names it everywhere', async () => {
    await using scenario = await open(
      tenant({ fields: [system('given_name', { enabled: false }), custom('size', { required: true })] }),
    );
    const result = await scenario.run(check);
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'failed']);
    expect(told(result)).toEqual(['error field.disabled given_name', 'warning field.required customFields.size']);
    expect(finding(result, 'field.disabled')?.message).toBe(
      '5 of 5 users (first: row 1) have given_name, but given_name is disabled in the tenant, so cidaas ignores it without an error.',
    );
    expect(result.report.reason).toBe('The check of the tenant found 1 error.');
    expect(errorsOf(result)[0]).toContain('field.disabled: 5 of 5 users');
    expect(asShown(result.summary)).toMatch(/\| error \| <code>field\.disabled<\/code> \| <code>given_name<\/code> \|/);
    expect(result.everything).toContain('<h2>Tenant check</h2>');
    expect((await scenario.run({ ...check, check: 'warn' })).outputs.outcome).toBe('succeeded');
    expectNothingSent(scenario);
  });

  it('is a plan as well: too many invalid rows fail it', async () => {
    await using scenario = await open(tenant(), [...users, { sub: 'x', email: 'none' }]);
    const result = await scenario.run(check);
    expect([result.exitCode, result.outputs.outcome, result.outputs.invalid]).toEqual([1, 'failed', '1']);
    expect(told(result)).toEqual([]);
  });

  it('names every input that is wrong', async () => {
    await using scenario = await openScenario();
    const result = await scenario.run({ mode: 'check', check: 'off', 'tenant-url': '', 'client-id': '' });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result).join('\n')).toMatch(/`client-id`: required in mode check/);
    expect(errorsOf(result).join('\n')).toMatch(/`tenant-url`: required in mode check/);
    expect(errorsOf(result).join('\n')).toMatch(/`check`: cannot be `off` in mode check/);
  });
});

describe('credentials and scope', () => {
  it.each(['check', 'apply'])('in mode %s a wrong secret ends the run: aborted, nothing sent', async (mode) => {
    await using scenario = await open(tenant());
    const result = await scenario.run({ ...check, mode, 'client-secret': 'of-another-app' });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'aborted']);
    expect(result.report.reason).toMatch(/refuses access to this client: .*invalid_client.* Check client-id/);
    expect(result.everything).not.toContain('of-another-app');
    expectNothingSent(scenario);
  });

  it('a tenant that cannot be reached ends the run, too', async () => {
    await using scenario = await open(tenant());
    const result = await scenario.run({ ...check, 'tenant-url': 'http://127.0.0.1:9', 'max-attempts': '1' });
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.reason).toMatch(/Could not get an access token: .* Nothing was sent\./);
  });

  it('a token without the scope is an error, and with `check: warn` the tenant says no', async () => {
    await using scenario = await open({ ...tenant(), grant: { scopes: ['cidaas:field_setup_read'] } });
    const checked = await scenario.run(check);
    expect(checked.outputs.outcome).toBe('failed');
    expect(told(checked)).toEqual(['error scope.missing scope', 'notice setup.unread roles']);
    const applied = await scenario.run(apply);
    expect([applied.outputs.outcome, applied.outputs.unsent]).toEqual(['aborted', '5']);
    expect(told(applied)).toEqual(['error scope.missing scope']);
    expectNothingSent(scenario);
    const warned = await scenario.run({ ...apply, check: 'warn' });
    expect(warned.outputs.outcome).toBe('aborted');
    expect(told(warned)).toEqual(['error scope.missing scope']);
    expect(scenario.sandbox.requests.some(({ kind, status }) => kind === 'bulk' && status === 403)).toBe(true);
  });

  it('a token that names no scopes is said, and is no error', async () => {
    await using scenario = await openScenario({ ...tenant(), behaviour: { scopesClaim: 'absent' } });
    const result = await scenario.run({ mode: 'check' });
    expect(result.exitCode).toBe(0);
    expect(told(result)).toEqual(['notice scope.unnamed scope']);
    expect(result.report.check?.checked).toEqual(['token', 'fields', 'roles']);
  });
});

describe('without permission', () => {
  const bulkOnly = { grant: { scopes: ['cidaas:bulk_user_create'] } };
  const inGroups = users.map((user) => ({
    ...user,
    roles: ['buyer'],
    groups: [{ groupId: 'press', roles: ['buyer'] }],
  }));

  it.each([403, 401] as const)('it says what was not checked and which scope allows it (%s)', async (status) => {
    await using scenario = await open({ ...bulkOnly, behaviour: { missingScopeStatus: status } }, inGroups);
    const result = await scenario.run(check);
    expect(result.exitCode).toBe(0);
    expect(result.report.check?.checked).toEqual(['token', 'scope']);
    const unread = result.report.check?.findings.map(({ message, hint }) => `${message} ${hint}`) ?? [];
    expect(unread).toHaveLength(3);
    for (const [what, scope] of [
      ['The field setup', 'cidaas:field_setup_read'],
      ['The list of roles', 'cidaas:roles_read'],
      ['The setup of groups', 'cidaas:groups_read'],
    ] as const) {
      const one = unread.find((text) => text.startsWith(`${what} was not checked`));
      expect(one).toContain(`this app is not allowed to read it (HTTP ${status})`);
      expect(one).toContain(scope);
    }
  });

  it('an apply goes on', async () => {
    await using scenario = await open({ ...bulkOnly, ...tenant() });
    const result = await scenario.run(apply);
    expect(result.exitCode).toBe(0);
    expect(told(result)).toEqual(['notice setup.unread fields']);
    expectStored(scenario.sandbox, users);
  });

  it('a set-up that cannot be read for now is not checked, after a few tries', async () => {
    const faults = faultOn('setup', 'every', replying('down', jsonReply(503, {}, { 'retry-after': '0' })));
    await using scenario = await openScenario({ ...tenant(), faults });
    const result = await scenario.run({ mode: 'check' });
    expect(told(result)).toEqual(['notice setup.unread fields', 'notice setup.unread roles']);
    expect(finding(result, 'setup.unread')?.message).toContain('HTTP 503');
    expect(scenario.sandbox.requests.filter(({ kind }) => kind === 'setup').length).toBeLessThanOrEqual(12);
  });

  it('an older tenant serves the same under older addresses', async () => {
    const isNew = (n: number): boolean => n === 1 || n === 3;
    const faults = faultOn('setup', isNew, replying('old', jsonReply(404, { success: false, status: 404 })));
    await using scenario = await open({ ...tenant({ fields: [system('family_name', { enabled: false })] }), faults });
    const result = await scenario.run(check);
    expect(told(result)).toEqual(['error field.disabled family_name']);
    expect(scenario.sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(['GET /registration-setup-srv/fields/list', 'GET /groups-srv/graph/roles']),
    );
  });
});

describe('fields', () => {
  it('unknown and disabled ones, wrong types, missing options: each by its code, with users counted', async () => {
    const fields = [
      custom('number', { dataType: 'NUMBER' }),
      custom('flag', { dataType: 'CHECKBOX' }),
      custom('day', { dataType: 'DAYDATE' }),
      custom('level', { dataType: 'SELECT', options: ['gold', 'silver'] }),
      custom('topics', { dataType: 'MULTISELECT', options: ['a', 'b'] }),
      custom('closed', { enabled: false }),
      custom('box', { dataType: 'GROUPING' }),
      system('postal_code', { enabled: false }),
    ];
    const given = [
      { number: 1, flag: true, day: '1990-01-31', level: 'gold', topics: ['a', 'b'] },
      { number: '2', flag: 'ja', day: '31.01.1990', level: 'bronze', topics: ['a', 'c'] },
      { number: 3, level: 'bronze', topics: 'a', closed: 'x', box: 'x', unknwon: 'x', nummber: 4 },
    ];
    const exported = given.map((customFields, at) => ({ sub: `s-${at}`, email: `s${at}@example.com`, customFields }));
    await using scenario = await open(tenant({ fields }), [
      ...exported,
      { sub: 's-9', email: 's9@example.com', address: { postal_code: '50667', locality: 'Köln' } },
    ]);
    const result = await scenario.run(check);
    expect(told(result).sort()).toEqual(
      [
        'error field.type customFields.number',
        'error field.type customFields.flag',
        'error field.type customFields.day',
        'error field.option customFields.level',
        'error field.option customFields.topics',
        'error field.type customFields.topics',
        'error field.disabled customFields.closed',
        'error field.type customFields.box',
        'error field.undefined customFields.unknwon',
        'error field.undefined customFields.nummber',
        'error field.disabled address.postal_code',
      ].sort(),
    );
    const messages = result.report.check?.findings.map(({ message }) => message) ?? [];
    expect(messages).toContain(
      '1 of 4 users (first: row 2): the value of customFields.number has the wrong type or format. The field of the tenant accepts a number.',
    );
    expect(messages).toContain(
      "2 of 4 users (first: row 2): the value of customFields.level is none of the 2 options that the tenant's field has.",
    );
    expect(messages.join('\n')).toContain('Did you mean "number"?');
    for (const value of ['bronze', '31.01.1990', 'Köln', '50667'])
      expect(JSON.stringify(result.report.check)).not.toContain(value);
  });

  it('a list that leaves fields out is not taken at its word', async () => {
    const faults = faultOn(
      'setup',
      1,
      replying('page', jsonReply(200, { success: true, status: 200, data: [{ fieldKey: 'email' }] })),
    );
    await using scenario = await open({ ...tenant({ fields: [custom('size', { enabled: false })] }), faults }, [
      { sub: 's', email: 'a@example.com', customFields: { customer_no: '1', size: 'L' } },
    ]);
    const result = await scenario.run(check);
    expect(told(result)).toEqual([
      'error field.disabled customFields.size',
      'warning field.unlisted customFields.customer_no',
    ]);
  });

  it.each([
    ['a page of something in between', '<html>ok</html>'],
    ['an empty list', JSON.stringify({ success: true, data: [] })],
    ['somebody else', JSON.stringify({ success: true, data: [{ id: 1 }] })],
    ['an error inside a 200', JSON.stringify({ success: false, status: 403, error: 'x' })],
  ])('%s is no field setup, and holds nobody back', async (_, body) => {
    const faults = faultOn('setup', 'every', replying('other', { status: 200, headers: {}, body }));
    await using scenario = await open({ ...tenant(), faults });
    const result = await scenario.run(apply);
    expect(result.exitCode).toBe(0);
    expect(told(result)).toEqual(['notice setup.unread fields']);
    expect(scenario.sandbox.userCount).toBe(5);
  });

  it('fields of identities count as well', async () => {
    await using scenario = await open(tenant({ fields: [system('nickname', { enabled: false })] }), [
      {
        sub: 's',
        identities: [{ email: 'a@example.com' }, { provider: 'google', providerUserId: 'g', nickname: 'A' }],
      },
    ]);
    expect(told(await scenario.run(check))).toEqual(['error field.disabled nickname']);
  });

  it('what only rows have that are not sent does not count', async () => {
    await using scenario = await open(tenant({ fields: [system('nickname', { enabled: false })] }), [
      ...users,
      { ...users[0], nickname: 'the same again' },
      { sub: 'x', email: 'none', nickname: 'invalid' },
    ]);
    expect(told(await scenario.run({ ...check, 'fail-above': '1' }))).toEqual([]);
  });
});

describe('roles and groups', () => {
  const setup = {
    roles: ['buyer', 'reader'],
    groups: [
      { groupId: 'press', groupType: 'closed' },
      { groupId: 'club', groupType: 'some' },
      { groupId: 'team', groupType: 'needs' },
    ],
    groupTypes: [
      { groupType: 'closed', roleMode: 'no_roles' },
      { groupType: 'some', roleMode: 'allowed_roles', allowedRoles: ['reader'] },
      { groupType: 'needs', roleMode: 'roles_required' },
    ],
  } as const;
  const mapping = [
    'fields:',
    '  sub: id',
    '  email: mail',
    '  roles: { from: role, split: ",", table: { k: buyer, l: Reader, x: boss } }',
    'groups:',
    '  - { groupId: { from: g, table: { p: press, c: club, t: team, n: nowhere } }, roles: { from: gr, table: { b: buyer, r: reader } } }',
    '',
  ].join('\n');

  async function run(rows: readonly string[], inputs: object = {}): Promise<ScenarioResult> {
    await using scenario = await openScenario(tenant(setup));
    await scenario.write('users.csv', `${['id;mail;role;g;gr', ...rows].join('\n')}\n`);
    await scenario.write('mapping.yml', mapping);
    const result = await scenario.run({ mode: 'check', export: 'users.csv', mapping: 'mapping.yml', ...inputs });
    expectNothingSent(scenario);
    return result;
  }

  it('that exist and are allowed are fine', async () => {
    const result = await run(['1;a@example.com;k;c;r', '2;b@example.com;;p;', '3;c@example.com;k;t;b']);
    expect(told(result)).toEqual([]);
    expect(result.report.check?.checked).toEqual(['token', 'scope', 'fields', 'roles', 'groups', 'group types']);
  });

  it('that do not exist, or that the type of a group does not allow, are errors', async () => {
    const result = await run([
      '1;a@example.com;k,l;c;b',
      '2;b@example.com;x;p;r',
      '3;c@example.com;;n;',
      '4;d@example.com;;t;',
    ]);
    expect(told(result).sort()).toEqual([
      'error group.role group club',
      'error group.role group press',
      'error group.role group team',
      'error group.undefined group nowhere',
      'error role.undefined role Reader',
      'error role.undefined role boss',
    ]);
    expect(finding(result, 'role.undefined')?.hint).toBe('Write it "reader": role names are case-sensitive.');
  });

  it('whose names are data are counted, and never said', async () => {
    await using scenario = await open(tenant(setup), [
      { ...users[0], roles: ['s3cret-Role'], groups: [{ groupId: 'Hidden_Group' }] },
    ]);
    const result = await scenario.run(check);
    expect(told(result)).toEqual(['error role.undefined roles', 'error group.undefined groups']);
    expect(result.everything).not.toMatch(/s3cret-Role|Hidden_Group/);
  });

  it('are not judged when the tenant does not even show the group that every tenant has', async () => {
    const faults = faultOn('setup', (n) => n > 2, replying('none', { status: 204, headers: {}, body: '' }));
    await using scenario = await open({ ...tenant(setup), faults }, [{ ...users[0], groups: [{ groupId: 'press' }] }]);
    const result = await scenario.run(check);
    expect(told(result)).toEqual(['notice setup.unread groups']);
    expect(finding(result, 'setup.unread')?.message).toContain('CIDAAS_USERS');
  });
});

describe('a mapping alone', () => {
  const mapping = [
    'fields:',
    '  email: Mail',
    '  nickname: Spitzname',
    '  customFields.level: { from: Stufe, table: { g: gold, b: bronze } }',
    '  customFields.count: { from: Anzahl, type: number }',
    '  customFields.size: Größe',
    '  customFields.origin: { value: import }',
    '',
  ].join('\n');
  const fields = [
    system('nickname', { enabled: false }),
    system('family_name', { required: true }),
    system('email', { required: true }),
    custom('level', { dataType: 'SELECT', options: ['gold', 'silver'] }),
    custom('count'),
    custom('origin', { dataType: 'NUMBER' }),
  ];

  it('is compared by what it can send', async () => {
    await using scenario = await openScenario(tenant({ fields }));
    await scenario.write('mapping.yml', mapping);
    const result = await scenario.run({ mode: 'check', mapping: 'mapping.yml' });
    expect(told(result).sort()).toEqual([
      'error field.disabled nickname',
      'error field.option customFields.level',
      'error field.type customFields.count',
      'error field.type customFields.origin',
      'error field.undefined customFields.size',
      'warning field.required family_name',
    ]);
    expect(finding(result, 'field.option')?.message).toContain(': "bronze".');
    expect(finding(result, 'field.disabled')?.message).toMatch(/^The mapping fills nickname/);
  });

  it('with an export, what no user has costs nobody anything: a warning', async () => {
    await using scenario = await openScenario(tenant({ fields }));
    await scenario.write('mapping.yml', mapping.replace(/.*origin.*\n/, ''));
    await scenario.write('users.csv', 'Mail;Spitzname;Stufe;Anzahl;Größe\na@example.com;;g;;\n');
    const result = await scenario.run({ mode: 'check', mapping: 'mapping.yml', export: 'users.csv' });
    expect(result.exitCode).toBe(0);
    expect(told(result).sort()).toEqual([
      'warning field.disabled nickname',
      'warning field.required family_name',
      'warning field.undefined customFields.size',
    ]);
  });
});

describe('an apply', () => {
  const lossy = tenant({ fields: [system('given_name', { enabled: false })] });

  it('sends nothing when the tenant would skip silently what is sent', async () => {
    await using scenario = await open(lossy);
    const result = await scenario.run(apply);
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome, result.outputs.unsent]).toEqual([1, 'aborted', '5']);
    expect(result.report.reason).toMatch(/found 1 error: nothing was sent\..*`check: warn`/);
    expectNothingSent(scenario);
  });

  it('sends all the same with warn, and says what is lost; off does not even look', async () => {
    await using scenario = await open(lossy);
    const warned = await scenario.run({ ...apply, check: 'warn' });
    expectClosedAccounts(warned);
    expect(warned.outputs).toMatchObject({ outcome: 'succeeded', created: '5' });
    expect(told(warned)).toEqual(['error field.disabled given_name']);
    const off = await scenario.run({ ...apply, check: 'off' });
    expect(off.outputs).toMatchObject({ outcome: 'succeeded', updated: '5' });
    expect(off.report.check).toBeUndefined();
    expect(scenario.sandbox.requests.filter(({ kind }) => kind === 'setup')).toHaveLength(1);
  });

  it('goes on with warnings, and looks at nothing in a rehearsal', async () => {
    await using scenario = await open(tenant({ fields: [custom('size', { required: true })] }));
    const result = await scenario.run(apply);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', created: '5' });
    expect(told(result)).toEqual(['warning field.required customFields.size']);
    const rehearsal = await scenario.run({ ...apply, 'tenant-url': 'sandbox' });
    expect(rehearsal.outputs.outcome).toBe('succeeded');
    expect(rehearsal.report.check).toBeUndefined();
  });
});
