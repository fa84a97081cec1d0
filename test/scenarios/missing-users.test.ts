import { describe, expect, it } from 'vitest';
import { type FaultPlan, faultOn } from '../../src/sandbox/fault.ts';
import { jsonReply, noContentReply } from '../../src/sandbox/reply.ts';
import { replying } from '../support/faults/faults.ts';
import { openNightly } from '../support/nightly.ts';
import type { Report } from '../support/report.ts';
import { someUsers } from '../support/scenario.ts';

const users = someUsers(20).map(({ password_hash_info: _, ...user }) => ({ ...user, userStatus: 'VERIFIED' }));
const stay = users.slice(0, 17);
const left = users.slice(17).map(({ sub }) => sub);
const delta = ['--sync', 'delta', '--max-missing', '50%'];
const BLOCK = [...delta, '--missing-users', 'block'];
const DELETE = [...delta, '--missing-users', 'delete'];

function counts({ missing }: Report) {
  expect(missing).toBeDefined();
  const { users: listed = [], total = 0, ...outcomes } = missing ?? {};
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(total);
  expect(listed).toHaveLength(total);
  return Object.fromEntries(Object.entries({ total, ...outcomes }).filter(([, count]) => count > 0));
}

const statuses = (sandbox: { users(): Map<string, { userStatus: string }> }) =>
  left.map((sub) => sandbox.users().get(sub)?.userStatus ?? 'gone');

describe.each([
  ['block', BLOCK, 'blocked', 'DECLINED'],
  ['delete', DELETE, 'deleted', 'gone'],
] as const)('missing-users: %s', (action, flags, outcome, status) => {
  it('changes who left after everybody else was sent, once, and takes back who returns as a new user', async () => {
    await using night = await openNightly();
    const { sandbox } = night;
    await night.run(users, '--sync', 'full');
    const before = sandbox.requests.length;
    const second = await night.runBundle([...stay, ...someUsers(22).slice(20)], ...flags);
    expect(second.exitCode).toBe(0);
    expect(counts(second.report)).toEqual({ total: 3, [outcome]: 3 });
    expect(statuses(sandbox)).toEqual([status, status, status]);
    const kind = action === 'block' ? 'status' : 'purge';
    const sent = sandbox.requests.slice(before).map((request) => request.kind);
    expect(sent.filter((one) => one === kind)).toHaveLength(3);
    expect(sent.lastIndexOf('bulk')).toBeLessThan(sent.indexOf(kind));

    const third = await night.run([...stay, ...someUsers(22).slice(20)], ...flags);
    expect(counts(third.report)).toEqual({});
    expect(sandbox.requests.filter((request) => request.kind === kind)).toHaveLength(3);

    const back = await night.run([...users, ...someUsers(22).slice(20)], ...flags);
    expect(back.report.delta).toMatchObject({ new: 3, changed: 0, unchanged: 19 });
    expect(back.report.totals).toMatchObject({ [action === 'block' ? 'updated' : 'created']: 3 });
    expect(statuses(sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
    expect((await night.run(users, ...delta)).report.delta).toMatchObject({ new: 0, unchanged: 20 });
  });

  it('a plan lists them, and its digest covers them', async () => {
    await using night = await openNightly();
    await night.run(users, '--sync', 'full');
    const plan = await night.run(stay, ...flags, '--mode', 'plan');
    expect([plan.exitCode, counts(plan.report)]).toEqual([0, { total: 3, planned: 3 }]);
    expect(plan.report.missing?.users.map(({ sub }) => sub)).toEqual(left);
    const approved = String(plan.report.planDigest);
    const other = await night.run(users.slice(0, 16), ...flags, '--expected-plan', approved);
    expect(other.report.reason).toContain('it differs in export, users');
    const reported = await night.run(stay, ...delta, '--expected-plan', approved);
    expect(reported.report.reason).toContain('it differs in options, users');
    expect(night.sandbox.userCount).toBe(20);
    const applied = await night.run(stay, ...flags, '--expected-plan', approved);
    expect([applied.exitCode, counts(applied.report)]).toEqual([0, { total: 3, [outcome]: 3 }]);
  });

  it('whom the tenant no longer has counts as deleted', async () => {
    const gone = replying(
      'gone',
      jsonReply(404, { success: false, status: 404, error: { code: 10301, error: 'no user' } }),
    );
    await using other = await openNightly({ faults: faultOn(action === 'block' ? 'status' : 'purge', 'every', gone) });
    await other.run(users, '--sync', 'full');
    // The tenant says 404 and still has them: this address is not served.
    const refused = await other.run(stay, ...flags, '--fail-above', '100%');
    expect(counts(refused.report)).toEqual({ total: 3, failed: 3 });
    expect(refused.report.missing?.users[0]?.message).toContain('but the user exists');
    const absent = combine(
      faultOn(action === 'block' ? 'status' : 'purge', 'every', gone),
      faultOn('existence', 'every', replying('none', noContentReply())),
    );
    await using third = await openNightly({ faults: absent });
    await third.run(users, '--sync', 'full');
    const done = await third.run(stay, ...flags);
    expect([done.exitCode, counts(done.report)]).toEqual([0, { total: 3, deleted: 3 }]);
    expect((await third.run(stay, ...flags)).report.delta?.known).toBe(17);
  });

  it('a tenant in trouble: everybody has an outcome, and the next night goes on', async () => {
    let isDown = true;
    const kind = action === 'block' ? 'status' : 'purge';
    const busy = replying('busy', jsonReply(500, { success: false, status: 500, error: { error: 'x' } }));
    const lost = { name: 'lost', kind: 'drop', applied: true } as const;
    const plan: FaultPlan = (request) =>
      isDown ? (faultOn(kind, (n) => n <= 2, busy)(request) ?? faultOn(kind, (n) => n > 2, lost)(request)) : null;
    await using night = await openNightly({ faults: plan });
    await night.run(users, '--sync', 'full');
    const second = await night.run(stay, ...flags, '--max-attempts', '2', '--concurrency', '1');
    expect(second.exitCode).toBe(1);
    const { total, ...open } = counts(second.report);
    expect(total).toBe(3);
    expect(Object.keys(open).sort()).toEqual(['unknown', 'unsent']);
    isDown = false;
    const third = await night.run(stay, ...flags);
    expect(third.exitCode).toBe(0);
    expect(counts(third.report).total).toBe(3);
    expect(statuses(night.sandbox)).toEqual([status, status, status]);
  });

  it('nothing is changed when the run aborts before, or too many are missing', async () => {
    await using night = await openNightly({
      faults: faultOn('bulk', 2, replying('no', jsonReply(403, { error: 'no', refnumber: '1' }))),
    });
    await night.run(users, '--sync', 'full');
    const few = await night.run(stay, ...flags, '--max-missing', '2');
    expect(few.report.reason).toContain(
      '3 of 20 known users are missing from the export, more than max-missing (2) allows',
    );
    const refused = await night.run([...stay, ...someUsers(22).slice(20)], ...flags);
    expect(refused.report.outcome).toBe('aborted');
    expect(counts(refused.report)).toEqual({ total: 3, unsent: 3 });
    expect(statuses(night.sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
  });
});

it('a row that is merely invalid is not missing, and one that nobody can be told from holds everything back', async () => {
  await using night = await openNightly();
  await night.run(users, '--sync', 'full');
  const [first, ...others] = stay;
  const invalid = await night.run([{ ...first, email: 'nonsense' }, ...others], ...DELETE, '--fail-above', '1');
  expect([invalid.exitCode, counts(invalid.report)]).toEqual([0, { total: 3, deleted: 3 }]);
  expect(night.sandbox.userCount).toBe(17);

  const { sub: _, ...nameless } = first ?? {};
  const uncertain = await night.run([{ ...nameless, email: 'nonsense' }, ...others], ...DELETE, '--fail-above', '1');
  expect(uncertain.exitCode).toBe(1);
  expect(counts(uncertain.report)).toEqual({ total: 1, unsent: 1 });
  expect(uncertain.report.missing?.users[0]).toMatchObject({ sub: first?.sub, code: 'missing.uncertain' });
  expect(night.sandbox.userCount).toBe(17);
});

it('who comes back unblocked has a status even when the mapping gives none', async () => {
  await using night = await openNightly();
  const plain = users.map(({ userStatus: _, ...user }) => user);
  await night.run(plain, '--sync', 'full');
  await night.run(plain.slice(0, 17), ...BLOCK);
  expect(statuses(night.sandbox)).toEqual(['DECLINED', 'DECLINED', 'DECLINED']);
  await night.run(plain, ...BLOCK);
  expect(statuses(night.sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
});

it('by default nobody is changed', async () => {
  await using night = await openNightly();
  await night.run(users, '--sync', 'full');
  const second = await night.run(stay, ...delta);
  expect([second.exitCode, second.report.missing, second.report.delta?.missing.total]).toEqual([0, undefined, 3]);
  expect(statuses(night.sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
});

it('the check says before the night that the scope is missing', async () => {
  const scopes = ['cidaas:bulk_user_create', 'cidaas:field_setup_read'];
  await using night = await openNightly({ grant: { scopes } });
  const block = await night.run([], ...BLOCK, '--mode', 'check', '--export', '');
  expect(block.report.check?.findings[0]).toMatchObject({
    severity: 'error',
    code: 'scope.missing',
    message: expect.stringContaining('cidaas:users_write'),
  });
  const remove = await night.run([], ...DELETE, '--mode', 'check', '--export', '');
  expect(remove.report.check?.findings[0]).toMatchObject({
    severity: 'warning',
    message: expect.stringContaining('cidaas:users_delete'),
  });
});

it('blocking and deleting need a delta, and a limit that somebody chose', async () => {
  await using night = await openNightly();
  const flags = ['--missing-users', 'delete', '--pilot', '3', '--allow-partial-export', 'true'];
  const { exitCode, stderr } = await night.run(users, ...flags);
  expect(exitCode).toBe(3);
  for (const problem of [
    'needs `sync: delta`',
    'needs `max-missing`',
    'cannot be combined with `pilot`',
    'with `allow-partial-export`',
  ])
    expect(stderr).toContain(problem);
});

function combine(...plans: readonly FaultPlan[]): FaultPlan {
  return (request) => plans.flatMap((plan) => plan(request) ?? []);
}
