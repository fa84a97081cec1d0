import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RequestStats } from '../../src/apply/request-stats.ts';
import { contactTenant, readAhead } from '../../src/run/read-ahead.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { faultOn } from '../../src/sandbox/fault.ts';
import { jsonReply } from '../../src/sandbox/reply.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { connectTenant } from '../../src/tenant/connect.ts';
import { replying } from '../support/faults/faults.ts';
import { ndjson, openScenario, type Scenario, someUsers } from '../support/in-process.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { stillClock } from '../support/manual-clock.ts';
import { reply, scriptedServer } from '../tenant/scripted-server.ts';

const TOKEN = 'POST /token-srv/token';
const FIELDS = 'POST /fieldsetup-srv/graph/fields';
const ROLES = 'POST /groups-srv/graph/roles';
const BULK = 'POST /users-srv/user/bulk';
const users = { export: 'users.ndjson' };
const FIELD = { fieldKey: 'customer_no', fieldType: 'CUSTOM', dataType: 'TEXT', enabled: true } as const;

async function open(options: Parameters<typeof openScenario>[0] = {}): Promise<Scenario> {
  const scenario = await openScenario({ setup: { fields: [FIELD], roles: ['buyer'] }, ...options });
  await scenario.write('users.ndjson', ndjson(someUsers(3)));
  return scenario;
}

function asked({ sandbox }: Scenario): string[] {
  return sandbox.requests.map(({ method, path }) => `${method} ${path}`);
}

/** A file of so many rows that a plan of it takes longer than a token. */
function writeRows(scenario: Scenario, rows: number): void {
  const lines = Array.from({ length: rows }, (_, n) => `s${n},u${n}@example.com,Given${n},Family${n}\n`);
  writeFileSync(join(scenario.workspace, 'large.csv'), `sub,email,given_name,family_name\n${lines.join('')}`);
}

describe('what is requested, and in which order', () => {
  it.each<[string, { readonly [name: string]: string }, readonly string[]]>([
    ['an apply', users, [TOKEN, FIELDS, BULK]],
    ['an apply that does not check the tenant', { ...users, check: 'off' }, [TOKEN, BULK]],
    ['a check of an export', { ...users, mode: 'check' }, [TOKEN, FIELDS, ROLES]],
    ['a check of the app alone', { mode: 'check' }, [TOKEN, FIELDS, ROLES]],
    ['a plan', { ...users, mode: 'plan' }, []],
    ['a rehearsal', { ...users, 'tenant-url': 'sandbox' }, []],
    ['an apply of an export that is not there', { export: 'missing.csv' }, []],
    ['an apply with a mapping that cannot be read', { ...users, mapping: 'missing.yml' }, []],
  ])('%s', async (_, inputs, requests) => {
    await using scenario = await open();
    await scenario.run(inputs);
    expect(asked(scenario)).toEqual(requests);
  });

  it('an apply whose plan is refused has read at most token and fields, and sent nothing', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...users, 'min-planned': '4' });
    expect(result.report.reason).toContain('fewer than min-planned (4)');
    expect([TOKEN, FIELDS].slice(0, asked(scenario).length)).toEqual(asked(scenario));
    expect(scenario.sandbox.userCount).toBe(0);
  });
});

describe('a refusal that waiting does not change ends the plan', () => {
  it.each([
    [
      'a wrong secret',
      { 'client-secret': 'of-another-app' },
      {},
      /^The tenant refuses access to this client: .*invalid_client/,
    ],
    ['another server', {}, { status: 404, headers: {}, body: 'not here' }, /this host does not serve the cidaas API/],
  ])('%s, in an apply and in a check', async (_, inputs, answer, reason) => {
    const faults = 'status' in answer ? faultOn('token', 'every', replying('other', answer)) : undefined;
    await using scenario = await open(faults === undefined ? {} : { faults });
    writeRows(scenario, 200_000);
    for (const mode of ['apply', 'check']) {
      const before = scenario.sandbox.requests.length;
      const { report, outputs } = await scenario.run({ export: 'large.csv', mode, ...inputs });
      expect(outputs.outcome).toBe('aborted');
      expect(report.reason).toMatch(reason);
      expect(report.totals.rows).toBeLessThan(50_000);
      const { rows, unsent = 0, planned = 0 } = report.totals;
      expect(unsent + planned).toBe(rows);
      expect(asked(scenario).slice(before)).toEqual([TOKEN]);
    }
  });

  it('a token without the scope of the import, unless `check` only warns', async () => {
    await using scenario = await open({ grant: { scopes: ['cidaas:field_setup_read'] } });
    writeRows(scenario, 200_000);
    const { report, outputs } = await scenario.run({ export: 'large.csv' });
    expect(outputs.outcome).toBe('aborted');
    expect(report.reason).toMatch(
      /does not name the scope cidaas:bulk_user_create.* Nothing was sent\. .*`check: warn`/,
    );
    expect(report.check?.findings.map(({ code }) => code)).toEqual(['scope.missing']);
    expect(report.totals.rows).toBeLessThan(50_000);
    expect(asked(scenario)).not.toContain(BULK);
    await scenario.run({ ...users, check: 'warn' });
    expect(asked(scenario)).toContain(BULK);
  });

  it('but a small plan is made as a whole, so that the report has all of its rows', async () => {
    await using scenario = await open();
    const { report } = await scenario.run({ ...users, 'client-secret': 'of-another-app' });
    expect(report.totals).toMatchObject({ rows: 3, unsent: 3 });
    expect(report.planDigest).not.toBeNull();
    expect(asked(scenario)).toEqual([TOKEN]);
  });

  it('but a run that has nothing to send does not wait for it', async () => {
    await using scenario = await open();
    await scenario.write(
      'mapping.yml',
      "skip: [{ reason: all, when: { from: sub, matches: '.' } }]\nfields: { sub: sub, email: email }\n",
    );
    const { report, outputs } = await scenario.run({
      ...{ ...users, mapping: 'mapping.yml', 'min-planned': '0' },
      'client-secret': 'of-another-app',
    });
    expect(outputs.outcome).toBe('succeeded');
    expect(report.totals).toMatchObject({ rows: 3, skipped: 3 });
    expect(report.check).toBeUndefined();
  });

  it('but a problem of the input that is known before is what the run reports', async () => {
    await using scenario = await open();
    const { report } = await scenario.run({
      ...users,
      'min-rows': '4',
      'client-secret': 'of-another-app',
      export: 'no.csv',
    });
    expect(report.reason).toContain('no.csv');
    expect(report.reason).not.toContain('client-secret');
  });
});

describe('anything else may change while the plan is made', () => {
  const down = replying('down', jsonReply(503, {}, { 'retry-after': '0' }));

  it('an outage of the token service', async () => {
    await using scenario = await open({ faults: faultOn('token', (n) => n < 3, down) });
    const { outputs } = await scenario.run(users);
    expect(outputs).toMatchObject({ outcome: 'succeeded', created: '3' });
    expect(asked(scenario)).toEqual([TOKEN, TOKEN, TOKEN, FIELDS, BULK]);
  });

  it('a token that expires before the plan is made: another is requested', async () => {
    const names: string[] = [];
    await using server = await scriptedServer((response, recorded, request) => {
      names.push(`${recorded.method} ${recorded.path}`);
      const token = { access_token: `a-token-${names.length}`, expires_in: 120 };
      const data = [{ fieldKey: 'email', fieldType: 'SYSTEM' }];
      reply(200, recorded.path === '/token-srv/token' ? token : { data })(response, recorded, request);
    });
    let nowMs = 0;
    const clock = { ...stillClock(), now: () => nowMs };
    const settings = readSettings(
      inputsOf({
        ...users,
        'tenant-url': server.origin,
        'client-id': 'c',
        'client-secret': 'a-secret-of-the-app',
        check: 'warn',
      }),
    );
    await using connection = connectTenant({
      ...{
        origin: server.origin,
        client: { id: 'c', secret: 'a-secret-of-the-app' },
        connections: 1,
        timeoutMs: 10_000,
      },
      ...{
        loginClient: { id: 'c', secret: 'a-secret-of-the-app' },
        maxAttempts: 1,
        outagePatienceMs: 0,
        env: {},
        clock,
      },
      ...{ toolVersion: '0', onSecret: () => undefined, onRequest: () => undefined },
    });
    const contact = await contactTenant(settings, { connect: async () => connection, clock }, new RequestStats());
    const stop = new AbortController().signal;
    using ahead = readAhead(contact, settings, { stop, log: SILENT_LOG }, null);
    expect(await ahead.setup.fields(stop)).toMatchObject({ kind: 'read' });
    nowMs = 61_000;
    await ahead.setup.scopes(stop);
    expect(names).toEqual([TOKEN, FIELDS, TOKEN]);
  });
});
