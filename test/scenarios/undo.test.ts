import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSync } from 'bcryptjs';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { jsonReply } from '../../src/sandbox/reply.ts';
import { replying } from '../support/faults/faults.ts';
import { openScenario } from '../support/in-process.ts';
import { type Nightly, type NightResult, openNightly } from '../support/nightly.ts';
import { startResultsService } from '../support/results-service.ts';
import { ndjson, someUsers } from '../support/scenario.ts';

const HASH = { algorithmTypeId: 'BCRYPT_4', passwordHash: hashSync('a password', 4) };
const users = someUsers(12).map(({ password_hash_info: _, ...user }, at) =>
  at === 6 ? { ...user, password_hash_info: HASH } : user,
);
const known = users.slice(0, 4);
const UNDO = ['--mode', 'undo'];

function counts({ report }: NightResult) {
  expect(report.undo).toBeDefined();
  const { users: listed = [], total = 0, from: _, writtenAt: __, unknownRows: ___, ...outcomes } = report.undo ?? {};
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(total);
  expect(listed).toHaveLength(total);
  return Object.fromEntries(Object.entries({ total, ...outcomes }).filter(([, count]) => count > 0));
}

/** A tenant that had four of twelve users before the run that is taken back. */
async function openAfterRun(options: Parameters<typeof openNightly>[0] = {}): Promise<Nightly> {
  const night = await openNightly(options);
  await night.run(known, '--sync', 'full');
  await night.run(users, '--sync', 'full');
  return night;
}

async function digestOf(night: Nightly): Promise<string> {
  const preview = await night.run([], ...UNDO);
  expect(preview.exitCode).toBe(0);
  return String(preview.report.planDigest);
}

describe('mode undo', () => {
  it('counts first and deletes nothing, then deletes exactly whom the run created', async () => {
    await using night = await openAfterRun();
    const preview = await night.run([], ...UNDO);
    expect([preview.exitCode, counts(preview)]).toEqual([0, { total: 8, planned: 8 }]);
    const digest = String(preview.report.planDigest);
    expect(preview.stderr).toContain(`Nothing was deleted. To delete 8, run again with \`expected-plan: ${digest}\``);
    expect(night.sandbox.userCount).toBe(12);

    const wrong = await night.run([], ...UNDO, '--expected-plan', `${digest.slice(0, -1)}x`);
    expect([wrong.report.outcome, counts(wrong), night.sandbox.userCount]).toEqual([
      'aborted',
      { total: 8, planned: 8 },
      12,
    ]);

    const undone = await night.runBundle([], ...UNDO, '--expected-plan', digest);
    expect([undone.exitCode, counts(undone)]).toEqual([0, { total: 8, undone: 8 }]);
    expect([...night.sandbox.users().keys()]).toEqual(known.map(({ sub }) => sub));

    // Again: everybody is gone already.
    const again = await night.run([], ...UNDO, '--expected-plan', digest);
    expect([again.exitCode, counts(again)]).toEqual([0, { total: 8, undone: 8 }]);
    expect(night.sandbox.counters.deleted).toBe(8);

    const delta = await night.run(users, '--sync', 'delta');
    expect(delta.report.delta).toMatchObject({ known: 4, new: 8, unchanged: 4 });
    expect([delta.report.totals.created, night.sandbox.userCount]).toEqual([8, 12]);
  });

  it('a run that was stopped can be taken back, and is not continued afterwards', async () => {
    const busy = replying('no', jsonReply(403, { error: 'no', refnumber: '1' }));
    await using night = await openNightly({ faults: faultOn('bulk', 2, busy) });
    const stopped = await night.run(users, '--batch-size', '5', '--concurrency', '1');
    expect(stopped.report.totals).toMatchObject({ created: 5, unsent: 7 });
    const digest = await digestOf(night);
    await night.run([], ...UNDO, '--expected-plan', digest.replace(/.$/, 'x'));
    expect(existsSync(join(night.folder, '.cidaas-migrate/resume.bin'))).toBe(true);
    await night.run([], ...UNDO, '--expected-plan', digest);
    expect(night.sandbox.userCount).toBe(0);
    const again = await night.run(users, '--batch-size', '5');
    expect([again.report.totals.created, again.report.resumed]).toEqual([12, null]);
  });

  it('who has logged in since, or was changed, is kept and listed', async () => {
    let at = Date.now();
    await using night = await openAfterRun({ now: () => at, behaviour: { passwordGrant: 'offered' } });
    const { sandbox } = night;
    at += 120_000;
    const { access_token: token } = await grant(night, { grant_type: 'client_credentials' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ userStatus: 'PENDING' });
    await fetch(`${sandbox.url}/user-srv/users/${users[5]?.sub}/status`, { method: 'PATCH', headers, body });
    await grant(night, { grant_type: 'password', username: 'user7@example.com', password: 'a password' });
    // Another run has changed one of them, and of those whom it sent nobody was created.
    const changed = users.map((user, at) => (at === 7 ? { ...user, given_name: 'Ida' } : user));
    const progress = join(night.folder, '.cidaas-migrate/undo.bin');
    const ofRun = readFileSync(progress);
    await night.run(changed, '--sync', 'delta');
    writeFileSync(progress, ofRun);
    const result = await night.run([], ...UNDO, '--expected-plan', await digestOf(night));
    expect([result.exitCode, counts(result)]).toEqual([0, { total: 8, undone: 5, kept: 3 }]);
    expect(result.report.undo?.users.slice(0, 3)).toMatchObject([
      { sub: users[5]?.sub, outcome: 'kept', code: 'undo.changed' },
      { sub: users[6]?.sub, outcome: 'kept', code: 'undo.logged_in' },
      { sub: users[7]?.sub, outcome: 'kept', code: 'undo.changed' },
    ]);
    expect([...sandbox.users().keys()]).toEqual([...known, ...users.slice(5, 8)].map((user) => user?.sub));
  });

  it('an app that may not read users says so before anything is deleted', async () => {
    await using night = await openNightly({ grant: { scopes: ['cidaas:bulk_user_create', 'cidaas:users_delete'] } });
    await night.run(known);
    const preview = await night.run([], ...UNDO);
    expect(preview.stdout + preview.stderr).toContain('This app may not read users');
    const result = await night.run([], ...UNDO, '--expected-plan', String(preview.report.planDigest));
    expect(counts(result)).toEqual({ total: 4, undone: 4 });
  });

  it('a tenant in trouble: everybody has an outcome, and the same digest goes on', async () => {
    let isDown = true;
    const gone = replying('away', jsonReply(500, { success: false, status: 500, error: { error: 'x' } }));
    const unread = faultOn('user', (n) => n > 4, gone);
    await using night = await openNightly({ faults: (request) => (isDown ? unread(request) : null) });
    await night.run(users);
    const digest = await digestOf(night);
    const first = await night.run([], ...UNDO, '--expected-plan', digest, '--concurrency', '1', '--max-attempts', '1');
    expect(first.exitCode).toBe(2);
    expect(Object.keys(counts(first)).sort()).toEqual(['total', 'undone', 'unsent']);
    isDown = false;
    const second = await night.run([], ...UNDO, '--expected-plan', digest);
    expect([second.exitCode, counts(second)]).toEqual([0, { total: 12, undone: 12 }]);
    expect(night.sandbox.userCount).toBe(0);
  });

  it('progress that was changed names nobody, and nothing is deleted', async () => {
    await using night = await openNightly();
    await night.run(known);
    const progress = join(night.folder, '.cidaas-migrate/undo.bin');
    const bytes = readFileSync(progress);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
    writeFileSync(progress, bytes);
    const result = await night.run([], ...UNDO);
    expect(result.exitCode).toBe(3);
    expect(result.report.reason).toMatch(
      /^`state-key` is probably not the one .* cannot be used to take the run back: /,
    );
    expect(result.report.reason).toMatch(/Nothing was deleted: .*$/);
    expect(night.sandbox.userCount).toBe(4);
  });

  it('without a run to take back nothing is deleted, and settings that make no sense are refused', async () => {
    await using night = await openNightly();
    const nothing = await night.run([], ...UNDO);
    expect([nothing.exitCode, nothing.report.reason]).toEqual([
      3,
      expect.stringContaining('There is no run to take back'),
    ]);
    const wrong = await night.run([], ...UNDO, '--export', 'users.ndjson');
    expect(wrong.stderr).toContain('`export`: has no meaning in mode undo');
    expect(existsSync(join(night.folder, '.cidaas-migrate/run/ledger.db'))).toBe(false);
  });
});

it('in Actions, the run that is named is taken back, and no run that it continued', async () => {
  await using service = await startResultsService();
  await using scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  const env = service.env();
  const own = { 'github-token': service.token, 'state-key': 'a state key of the tests' };
  const run = (id: string, inputs: { readonly [name: string]: string }) => {
    service.beginRun(id);
    return scenario.run({ ...own, ...inputs }, { ...env, ...service.env() });
  };
  await scenario.write('mapping.yml', MAPPING);
  const given = { export: 'users.ndjson', mapping: 'mapping.yml' };
  await run('100', { ...given, pilot: '3' });
  const all = await run('101', { ...given, 'resume-run-id': '100' });
  expect(all.report.totals).toMatchObject({ created: 12 });
  expect(all.report.resumed).toMatchObject({ rows: 3 });
  const pilot = [...scenario.sandbox.users().keys()].slice(0, 3);

  const unnamed = await run('102', { mode: 'undo' });
  expect(unnamed.report.reason).toContain('`undo-run-id`: name the run to take back');
  // The state has the name of the mapping: it would keep these users.
  const stateless = await run('103', { mode: 'undo', 'undo-run-id': '101' });
  expect(stateless.report.reason).toContain(
    'that run had others, or ran on another branch, so its state cannot be found',
  );
  const undo = { mode: 'undo', 'undo-run-id': '101', mapping: 'mapping.yml' };
  const preview = await run('103', undo);
  expect(preview.report.undo).toMatchObject({ total: 9, planned: 9 });
  const digest = String(preview.report.planDigest);
  const undone = await run('104', { ...undo, 'expected-plan': digest });
  expect([undone.exitCode, undone.report.undo]).toMatchObject([0, { total: 9, undone: 9 }]);
  expect([...scenario.sandbox.users().keys()]).toEqual(pilot);
  expect(undone.summary).toContain('9: 9 undone');
});

const MAPPING = 'fields: { sub: sub, email: email, given_name: given_name }\npassword: { optional: true }\n';

async function grant({ sandbox }: Nightly, form: { readonly [name: string]: string }) {
  const body = JSON.stringify({ ...form, client_id: sandbox.client.id, client_secret: sandbox.client.secret });
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${sandbox.url}/token-srv/token`, { method: 'POST', headers, body });
  expect(reply.status).toBe(200);
  return (await reply.json()) as { readonly access_token: string };
}
