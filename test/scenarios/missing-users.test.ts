import { readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    // Without a status in the export, a user who is unblocked gets the one of a new user.
    const exported = action === 'block' ? users.map(({ userStatus: _, ...user }) => user) : users;
    const second = [...exported.slice(0, 17), ...someUsers(22).slice(20)];
    await night.run(exported, '--sync', 'full');
    const before = sandbox.requests.length;
    const left = await (action === 'delete' ? night.runBundle : night.run)(second, ...flags);
    expect([left.exitCode, counts(left.report)]).toEqual([0, { total: 3, [outcome]: 3 }]);
    expect(statuses(sandbox)).toEqual([status, status, status]);
    const kind = action === 'block' ? 'status' : 'purge';
    const sent = sandbox.requests.slice(before).map((request) => request.kind);
    expect(sent.filter((one) => one === kind)).toHaveLength(3);
    expect(sent.lastIndexOf('bulk')).toBeLessThan(sent.indexOf(kind));

    expect(counts((await night.run(second, ...flags)).report)).toEqual({});
    expect(sandbox.requests.filter((request) => request.kind === kind)).toHaveLength(3);

    const back = await night.run([...exported, ...someUsers(22).slice(20)], ...flags);
    expect(back.report.delta).toMatchObject({ new: 3, changed: 0, unchanged: 19 });
    expect(back.report.totals).toMatchObject({ [action === 'block' ? 'updated' : 'created']: 3 });
    expect(statuses(sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
  });
});

describe('missing users', () => {
  it('are listed in a plan, whose digest covers them', async () => {
    await using night = await openNightly();
    await night.run(users, '--sync', 'full');
    const plan = await night.run(stay, ...DELETE, '--mode', 'plan');
    expect([plan.exitCode, counts(plan.report)]).toEqual([0, { total: 3, planned: 3 }]);
    expect(plan.report.missing?.users.map(({ sub }) => sub)).toEqual(left);
    const approved = String(plan.report.planDigest);
    const reported = await night.run(stay, ...delta, '--expected-plan', approved);
    expect(reported.report.reason).toContain('it differs in options, users');
    expect(night.sandbox.userCount).toBe(20);
    const applied = await night.run(stay, ...DELETE, '--expected-plan', approved);
    expect([applied.exitCode, counts(applied.report)]).toEqual([0, { total: 3, deleted: 3 }]);
  });

  it('whom the tenant no longer has count as deleted, unless it still has them', async () => {
    let isFound = true;
    const gone = { success: false, status: 404, error: { code: 10301, error: 'no user' } };
    const purge = faultOn('purge', 'every', replying('gone', jsonReply(404, gone)));
    const none = faultOn('existence', 'every', replying('none', noContentReply()));
    await using night = await openNightly({ faults: (request) => purge(request) ?? (isFound ? null : none(request)) });
    await night.run(users, '--sync', 'full');
    // This address is not served.
    const refused = await night.run(stay, ...DELETE, '--fail-above', '100%');
    expect(counts(refused.report)).toEqual({ total: 3, failed: 3 });
    expect(refused.report.missing?.users[0]?.message).toContain('but the user exists');
    isFound = false;
    const done = await night.run(stay, ...DELETE);
    expect([done.exitCode, counts(done.report)]).toEqual([0, { total: 3, deleted: 3 }]);
  });

  it('all have an outcome when the tenant is in trouble; who may be deleted and comes back is sent whole', async () => {
    let isDown = true;
    const busy = replying('busy', jsonReply(500, { success: false, status: 500, error: { error: 'x' } }));
    const lost = { name: 'lost', kind: 'drop', applied: true } as const;
    const plan: FaultPlan = (request) =>
      isDown ? (faultOn('purge', 1, lost)(request) ?? faultOn('purge', (n) => n > 1, busy)(request)) : null;
    await using night = await openNightly({ faults: plan });
    const { sandbox } = night;
    await night.run(users, '--sync', 'full');
    const broken = await night.run(stay, ...DELETE, '--max-attempts', '1', '--concurrency', '1');
    expect([broken.exitCode, broken.report.missing?.total]).toEqual([1, 3]);
    expect(broken.report.missing).toMatchObject({ unknown: 1, unsent: 2 });
    expect(sandbox.userCount).toBe(19);
    isDown = false;
    const [first] = users.slice(17);
    const next = await night.run([...stay, ...(first === undefined ? [] : [first])], ...DELETE);
    expect([next.exitCode, counts(next.report)]).toEqual([0, { total: 2, deleted: 2 }]);
    expect(next.report.totals).toMatchObject({ created: 1, unchanged: 17 });
    expect(statuses(sandbox)).toEqual(['VERIFIED', 'gone', 'gone']);
  });

  it('of a run that disappears while it deletes are sent whole when they come back', async () => {
    const kept: [string, Buffer][] = [];
    await using night = await openNightly({
      faults: ({ kind }) => {
        for (const name of kind === 'purge' && kept.length === 0 ? ['state.bin', 'state.sequence'] : [])
          kept.push([name, readFileSync(join(night.folder, '.cidaas-migrate', name))]);
        return null;
      },
    });
    await night.run(users, '--sync', 'full');
    expect(counts((await night.run(stay, ...DELETE)).report)).toEqual({ total: 3, deleted: 3 });
    // What it had stored before the first deletion is all that is left of it.
    for (const [name, bytes] of kept) writeFileSync(join(night.folder, '.cidaas-migrate', name), bytes);
    const back = await night.run(users, ...DELETE);
    expect([back.report.totals.created, statuses(night.sandbox)]).toEqual([3, ['VERIFIED', 'VERIFIED', 'VERIFIED']]);
  });

  it('are not changed when the run aborts before, or too many are missing', async () => {
    await using night = await openNightly({
      faults: faultOn('bulk', 2, replying('no', jsonReply(403, { error: 'no', refnumber: '1' }))),
    });
    await night.run(users, '--sync', 'full');
    const few = await night.run(stay, ...DELETE, '--max-missing', '2');
    expect(few.report.reason).toContain(
      '3 of 20 known users are missing from the export, more than max-missing (2) allows',
    );
    const refused = await night.run([...stay, ...someUsers(22).slice(20)], ...DELETE);
    expect(refused.report.outcome).toBe('aborted');
    expect(counts(refused.report)).toEqual({ total: 3, unsent: 3 });
    expect(statuses(night.sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
  });

  it('by default are not changed; a mapping that makes other subs of the same users is stopped', async () => {
    await using night = await openNightly();
    await night.run(users, '--sync', 'full');
    const second = await night.run(stay, ...delta);
    expect([second.exitCode, second.report.missing, second.report.delta?.missing.total]).toEqual([0, undefined, 3]);
    const renamed = users.map((user, at) => ({
      ...user,
      sub: user.sub.replace('0000-4000', '0001-4000'),
      // Nothing shows that this is one of the known users.
      ...(at === 0 && { email: 'new@example.com', username: 'new', mobile_number: '+491510000099' }),
    }));
    const other = await night.run(renamed, ...DELETE, '--max-missing', '5%');
    expect(other.report.reason).toContain('20 of 20 known users are missing from the export or have another sub (19)');
    expect(statuses(night.sandbox)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED']);
    expect(night.sandbox.userCount).toBe(20);
  });
});

it('a row that is invalid, skipped or a duplicate is not missing; one that nobody can be told from holds everything back', async () => {
  await using night = await openNightly();
  await night.run(users, '--sync', 'full');
  const [first, second] = stay;
  const skip = ['--mapping', 'skip.yml', '--fail-above', '1'];
  await writeFile(join(night.folder, 'skip.yml'), SKIPPING);
  const present = [
    { ...first, email: 'nonsense' },
    { ...second, given_name: 'Guest' },
    ...stay.slice(2, 3),
    ...stay.slice(2),
  ];
  const invalid = await night.run(present, ...DELETE, ...skip);
  expect([invalid.exitCode, counts(invalid.report)]).toEqual([0, { total: 3, deleted: 3 }]);
  expect(invalid.report.totals).toMatchObject({ invalid: 1, skipped: 1, duplicate: 1 });
  expect(night.sandbox.userCount).toBe(17);

  const { sub: _, ...nameless } = first ?? {};
  for (const row of [
    { ...nameless, email: 'nonsense' },
    { ...first, sub: 'a\u0000b', email: 'nonsense' },
  ]) {
    const uncertain = await night.run([row, ...stay.slice(1)], ...DELETE, '--fail-above', '1');
    expect(uncertain.exitCode).toBe(1);
    expect(counts(uncertain.report)).toEqual({ total: 1, unsent: 1 });
    expect(uncertain.report.missing?.users[0]).toMatchObject({ sub: first?.sub, code: 'missing.uncertain' });
  }
  expect(night.sandbox.userCount).toBe(17);
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
  expect(exitCode).toBe(1);
  for (const problem of [
    'needs `sync: delta`',
    'needs `max-missing`',
    'cannot be combined with `pilot`',
    'with `allow-partial-export`',
  ])
    expect(stderr).toContain(problem);
});

const SKIPPING = `fields: { sub: sub, email: email, given_name: given_name, userStatus: userStatus }
skip: [{ reason: guest, when: { from: given_name, is: Guest } }]
`;
