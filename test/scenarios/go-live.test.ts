import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { accessDenied, forbidden, losing } from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  someUsers,
} from '../support/in-process.ts';
import { startResultsService } from '../support/results-service.ts';
import { asShown } from '../support/shown.ts';

const users = someUsers(40);

async function open(): Promise<Scenario> {
  const scenario = await openScenario({ log: 'users' });
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}
const inputs = { export: 'users.ndjson' };

describe('expected-plan', () => {
  it('lets exactly the approved plan through', async () => {
    await using scenario = await open();
    const plan = await scenario.runBundle({ ...inputs, mode: 'plan' });
    const digest = plan.outputs['plan-digest'] ?? '';
    expect(digest).toMatch(/^v1\./);
    const applied = await scenario.runBundle({ ...inputs, 'expected-plan': digest });
    expect(applied.outputs.outcome).toBe('succeeded');
    expectStored(scenario.sandbox, users);
  });

  const mapping = 'fields:\n  sub: sub\n  email: email\n';
  it.each([
    ['export', 'export', () => ({ export: 'users.ndjson' }), ndjson(users.slice(1))],
    ['mapping', 'mapping', () => ({ ...inputs, mapping: 'mapping.yml' }), null],
    ['tenant', 'tenant', (other: Scenario) => ({ ...inputs, 'tenant-url': other.sandbox.url }), null],
    ['an option', 'options', () => ({ ...inputs, format: 'ndjson' }), null],
  ])('refuses another %s before anything is sent, and says that it differs', async (_, part, changed, content) => {
    await using scenario = await open();
    await using other = await open();
    await scenario.write('mapping.yml', mapping);
    const plan = await scenario.run({ ...inputs, mode: 'plan' });
    if (content !== null) await scenario.write('users.ndjson', content);
    const result = await scenario.run({ ...changed(other), 'expected-plan': plan.outputs['plan-digest'] ?? '' });
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.reason).toContain(part);
    expect(result.exitCode).toBe(1);
    for (const { sandbox } of [scenario, other]) expect(sandbox.counters.bulkRequests).toBe(0);
  });

  it('refuses what is no digest at all', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'expected-plan': 'yes, please' });
    expect(result.outputs.outcome).toBe('aborted');
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
  });
});

describe('export-max-age', () => {
  const hours = (n: number) => new Date(Date.now() - n * 3_600_000);

  it.each([
    [2, '3h', 'succeeded'],
    [2, '90m', 'error'],
    [50, '2d', 'error'],
  ])('a file of %i hours under %s ends %s', async (age, limit, outcome) => {
    await using scenario = await open();
    utimesSync(join(scenario.workspace, 'users.ndjson'), hours(age), hours(age));
    const result = await scenario.run({ ...inputs, 'export-max-age': limit });
    expect(result.outputs.outcome).toBe(outcome);
    if (outcome === 'error') {
      expect(result.report.reason).toContain('export-max-age');
      expect(scenario.sandbox.requests).toHaveLength(0);
    }
  });

  it('counts from the upload for an artifact', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    const bytes = Buffer.from(zipSync({ 'users.ndjson': Buffer.from(ndjson(users)) }));
    service.seed({ name: 'export', runId: '4000', bytes, createdAt: hours(5) });
    const from = { 'export-artifact': 'export', 'export-run-id': '4000', 'github-token': service.token };
    const stale = await scenario.run({ ...from, 'export-max-age': '4h' }, service.env());
    expect(stale.outputs.outcome).toBe('error');
    const fresh = await scenario.run({ ...from, 'export-max-age': '6h' }, service.env());
    expect(fresh.outputs.outcome).toBe('succeeded');
  });
});

describe('pilot', () => {
  const mixed = users.map((user, at) => {
    if (at < 30) return user;
    const { password_hash_info: _, ...without } = user;
    const sha = { algorithmTypeId: 'SHA256', passwordHash: String(at).padStart(64, 'a') };
    return at < 35 ? without : { ...user, password_hash_info: sha };
  });

  it('sends a slice with every password algorithm, and the next run continues with the rest', async () => {
    await using service = await startResultsService();
    await using scenario = await open();
    await scenario.write('users.ndjson', ndjson(mixed));
    const pilot = await scenario.run({ ...inputs, pilot: '6' }, service.env());
    expectClosedAccounts(pilot);
    expect(pilot.outputs.outcome).toBe('succeeded');
    expect(pilot.report.totals).toMatchObject({ created: 6, unsent: 34 });
    const algorithms = [...scenario.sandbox.users().values()].map(
      ({ password_hash_info: info }) => info?.algorithmTypeId ?? 'none',
    );
    expect(algorithms.sort()).toEqual(['BCRYPT_10', 'BCRYPT_10', 'SHA256', 'SHA256', 'none', 'none']);

    const first = service.env().GITHUB_RUN_ID ?? '';
    service.beginRun('5000');
    const rest = await scenario.run(
      { ...inputs, 'resume-run-id': first, 'github-token': service.token },
      service.env(),
    );
    expect(rest.report.resumed).toMatchObject({ rows: 6 });
    expect(rest.report.totals).toMatchObject({ created: 40, unsent: 0 });
    expect(scenario.sandbox.counters).toMatchObject({ created: 40, updated: 0 });
  });

  it('is part of the approved plan: the same digest lets pilot and rest through', async () => {
    await using scenario = await open();
    const plan = await scenario.run({ ...inputs, mode: 'plan' });
    const approved = { ...inputs, 'expected-plan': plan.outputs['plan-digest'] ?? '' };
    expect((await scenario.run({ ...approved, pilot: '3' })).outputs.outcome).toBe('succeeded');
    expect((await scenario.run(approved)).report.totals).toMatchObject({ updated: 3, created: 37 });
  });

  it('too small for every kind of password says which are not in it', async () => {
    await using scenario = await open();
    await scenario.write('users.ndjson', ndjson(mixed));
    const pilot = await scenario.run({ ...inputs, pilot: '2' });
    expect(pilot.report.totals).toMatchObject({ created: 2, unsent: 38 });
    expect(pilot.annotations.map(({ message }) => message).join()).toContain('it has no user with SHA256');
  });

  it('larger than the export sends everybody', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, pilot: '1000' });
    expect(result.report.totals).toMatchObject({ created: 40, unsent: 0 });
  });
});

describe('a rehearsal', () => {
  it('tells duration and requests for the real export without a tenant', async () => {
    await using scenario = await open();
    const result = await scenario.run({
      ...inputs,
      'tenant-url': 'sandbox',
      'client-id': '',
      'client-secret': '',
      'batch-size': '10',
      'verify-sample': '5',
    });
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('succeeded');
    expect(result.report).toMatchObject({ tenant: 'sandbox', requests: { batches: 4, sent: 4, byStatus: { 200: 4 } } });
    expect(result.report.verified).toBeUndefined();
    expect(asShown(result.summary)).toContain('| Requests | 4 for 4 batches');
    expect(scenario.sandbox.requests).toHaveLength(0);
  });
});

describe('verify-sample', () => {
  it('reads users back and finds them as they were sent', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'verify-sample': '10' });
    expect(result.report.verified).toMatchObject({
      asked: 10,
      compared: 10,
      same: 10,
      missing: 0,
      fields: {},
      unread: null,
    });
    expect(scenario.sandbox.requests.filter(({ kind }) => kind === 'user')).toHaveLength(10);
  });

  it('shows a field that the tenant lost silently', async () => {
    await using scenario = await openScenario({
      faults: faultOn('bulk', 'every', losing(['customFields.customer_no'])),
    });
    await scenario.write('users.ndjson', ndjson(users));
    const result = await scenario.run({ ...inputs, 'verify-sample': '1000' });
    expect(result.outputs.outcome).toBe('succeeded');
    expect(result.report.verified).toMatchObject({
      asked: 40,
      compared: 40,
      same: 0,
      fields: { 'customFields.customer_no': 40 },
    });
    expect(result.annotations.map(({ message }) => message).join()).toContain('customFields.customer_no (40)');
    expect(result.everything).not.toContain('"0007"');
  });

  it('says so when the app may not read users, and asks whether they exist', async () => {
    await using scenario = await openScenario({ faults: faultOn('user', 'every', forbidden()) });
    await scenario.write('users.ndjson', ndjson(users));
    const result = await scenario.run({ ...inputs, 'verify-sample': '5' });
    expect(result.report.verified).toMatchObject({ asked: 5, compared: 0, missing: 0 });
    expect(result.report.verified?.unread).toContain('cidaas:users_read');
    expect(scenario.sandbox.requests.filter(({ kind }) => kind === 'user')).toHaveLength(1);
    expect(scenario.sandbox.requests.filter(({ kind }) => kind === 'existence')).toHaveLength(5);
  });

  it('that gets no token any more costs neither the outcome nor the report', async () => {
    let isImported = false;
    await using scenario = await openScenario({
      tokenLifetimeSeconds: 1,
      latencyMs: 700,
      faults: ({ kind }) => {
        isImported ||= kind === 'bulk';
        return kind === 'token' && isImported ? accessDenied() : null;
      },
    });
    await scenario.write('users.ndjson', ndjson(users));
    const result = await scenario.run({ ...inputs, check: 'off', 'verify-sample': '2' });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome, result.outputs.created]).toEqual([0, 'succeeded', '40']);
    expect(result.report.verified?.unread).toContain('The tenant did not issue an access token');
  });
});
