import assert from 'node:assert/strict';
import { flatUser, type StoredAccount } from '../../../src/sandbox/stored-account.ts';
import type { CidaasUser } from '../../../src/user/cidaas-user.ts';
import type { Attempt, Kept } from './chaos-attempt.ts';
import type { ChaosRow } from './chaos-export.ts';
import type { ChaosPlan } from './chaos-plan.ts';
import type { ChaosWorld } from './chaos-world.ts';

/** What the sandbox knew before an attempt and after it, by the users' keys. */
export interface Seen {
  readonly storedBefore: ReadonlySet<string>;
  /** The subs of the stored users after it. */
  readonly subs: ReadonlyMap<string, string>;
  /** Users that were part of a bulk request of this attempt. */
  readonly sent: ReadonlySet<string>;
}

const FAILURES = ['invalid', 'duplicate', 'failed', 'unknown', 'unsent'];
const SETTLED = ['created', 'updated'];

/** What must be true after every attempt, however it ended. Throws what is not. */
export function checkAttempt(plan: ChaosPlan, attempt: Attempt, before: Kept | null, seen: Seen): void {
  checkWords(attempt, plan);
  checkNotSentAgain(attempt, before, seen);
  checkEnd(plan, attempt);
  if (attempt.report !== null) checkReport(plan, attempt, before, seen);
}

/** No secret, no hash and no stack trace leaves a process. */
function checkWords({ everything, main, post }: Attempt, plan: ChaosPlan): void {
  for (const secret of ['sandbox-secret', '$2b$10$', ...(plan.stateKey === null ? [] : [plan.stateKey])])
    assert(!everything.includes(secret), `${secret} left the process`);
  for (const end of [main, post]) {
    const said = `${end?.stdout}\n${end?.stderr}`;
    assert(!/\n\s+at .*:\d+:\d+/.test(said), `a stack trace:\n${said}`);
  }
  if (post !== null && post.signal === null) assert.equal(post.exitCode, 0, 'the post step failed the job');
}

/** What an earlier attempt settled and wrote down is not sent again, unless it changed. */
function checkNotSentAgain({ rows, report }: Attempt, before: Kept | null, { sent }: Seen): void {
  for (const { key, outcome } of settledBefore(before, rows)) {
    assert(!sent.has(key), `${key} was settled in an earlier attempt and was sent again`);
    const at = rows.findIndex((row) => row.key === key && row.end !== 'duplicate');
    const told = report?.planDigest == null ? null : outcomeOf(report, at + 1);
    if (told !== null && report?.resumed !== null) assert.equal(told, outcome, `${key} lost its outcome`);
  }
}

/** The users that are known to be settled, as far as they are the same now. */
function settledBefore(before: Kept | null, rows: readonly ChaosRow[]): { key: string; outcome: string }[] {
  const now = new Map(rows.filter(({ end }) => end !== 'duplicate').map((row) => [row.key, JSON.stringify(row.user)]));
  return [...(before?.users ?? [])].flatMap(([key, { user, outcome }]) =>
    now.get(key) === user ? [{ key, outcome }] : [],
  );
}

function outcomeOf(report: NonNullable<Attempt['report']>, row: number): string {
  return [...report.failures, ...report.successes].find((one) => one.row === row)?.outcome ?? 'not told';
}

/** The step says the same as its report; users' data is gone when the last step has ended. */
function checkEnd(plan: ChaosPlan, { main, post, report, left, plan: attempt }: Attempt): void {
  if (main.signal === null) assert.notEqual(main.exitCode, null);
  const hasEnded = main.signal === null && attempt.main.kind !== 'taken over';
  if (hasEnded && report !== null)
    assert(report.durationMs >= 0 && report.durationMs < 600_000, `it says that it took ${report.durationMs} ms`);
  if (hasEnded && report !== null && plan.entry === 'action') {
    assert.equal(main.outputs.outcome, report.outcome, 'output and report differ in the outcome');
    for (const [name, rows] of Object.entries(report.totals)) assert.equal(main.outputs[name], String(rows), name);
    assert.equal(main.exitCode === 0, report.outcome === 'succeeded', 'exit code');
  }
  if (post !== null && post.signal === null) assert.deepEqual(left, [], "users' data is left");
}

function checkReport(plan: ChaosPlan, attempt: Attempt, before: Kept | null, seen: Seen): void {
  const { rows, report } = attempt;
  if (report === null) return;
  const { rows: count = 0, ...outcomes } = report.totals;
  assert.equal(
    Object.values(outcomes).reduce((sum, n) => sum + n, 0),
    count,
    'the accounts do not add up',
  );
  const isWhole = report.planDigest !== null;
  if (isWhole) assert.equal(count, rows.length, 'not every row is in the report');
  const told = [...report.failures, ...report.successes];
  assert.equal(new Set(told.map(({ row }) => row)).size, told.length, 'a row is told twice');
  for (const outcome of [...FAILURES, ...SETTLED]) {
    const listed = told.filter((one) => one.outcome === outcome).length;
    assert.equal(listed, outcomes[outcome], `${outcome} rows listed`);
  }
  const planned = count - (outcomes.invalid ?? 0) - (outcomes.duplicate ?? 0) - (outcomes.skipped ?? 0);
  if (isWhole) assert.equal(planned, rows.filter(({ end }) => end === 'stored' || end === 'failed').length);
  const known = new Set(settledBefore(before, rows).map(({ key }) => key));
  for (const { row, outcome } of told) {
    const expected = rows[row - 1];
    assert(expected !== undefined);
    const why = rowProblem(plan, attempt, expected, outcome, seen, known);
    assert.equal(why, null, `row ${row} (${expected.key}, ${expected.end}) ended ${outcome}: ${why}`);
  }
  for (const { row, sub } of report.successes) {
    const { key = '' } = rows[row - 1] ?? {};
    if (sub !== null) assert.equal(sub, seen.subs.get(key), `the sub of row ${row} (${key})`);
  }
}

function rowProblem(
  { faults }: ChaosPlan,
  { main, report }: Attempt,
  { key, end }: ChaosRow,
  outcome: string,
  { storedBefore, subs, sent }: Seen,
  known: ReadonlySet<string>,
): string | null {
  const isNew = subs.has(key) && !storedBefore.has(key);
  // A tenant that says no when it means later may have said yes to an answer that got lost.
  const isFickle = faults.kinds.includes('unsuccessful');
  switch (outcome) {
    case 'created':
    case 'updated':
      if (!subs.has(key)) return 'the tenant does not have it';
      return sent.has(key) || known.has(key) ? null : 'nobody sent it';
    case 'failed':
      if (isFickle) return null;
      if (isNew) return 'the tenant has it';
      return end === 'failed' ? null : 'nothing is wrong with it';
    case 'unsent':
      return isNew ? 'the tenant has it' : null;
    case 'unknown':
      // A process that was killed had written down that it was about to send.
      return sent.has(key) || main.signal !== null ? null : 'nobody sent it';
    default:
      // An interrupted plan has not looked for duplicates yet.
      return report?.planDigest == null || end === outcome ? null : 'it should not';
  }
}

/** What must be true in the end, when the last attempt had nothing in its way. */
export function checkOutcome(world: ChaosWorld, { report, main, rows }: Attempt): void {
  assert(report !== null, `there is no report:\n${main.stdout}\n${main.stderr}`);
  assert.equal(report.outcome, 'succeeded', `the last attempt ended ${report.outcome}: ${report.reason}`);
  assert.equal(main.exitCode, 0);
  const count = (end: ChaosRow['end']): number => rows.filter((row) => row.end === end).length;
  const { created = 0, updated = 0, ...others } = report.totals;
  assert.equal(created + updated, count('stored'), 'created and updated');
  assert.deepEqual(others, {
    ...{ rows: rows.length, unchanged: 0, unknown: 0, unsent: 0, planned: 0 },
    ...{ invalid: count('invalid'), duplicate: count('duplicate'), failed: count('failed') },
    skipped: count('skipped'),
  });
  checkStored(world, rows);
}

/** The sandbox holds exactly the users of the export, field by field. */
export function checkStored({ sandbox }: Pick<ChaosWorld, 'sandbox'>, rows: readonly ChaosRow[]): void {
  const expected = new Map(
    rows.filter(({ end }) => end === 'stored').map(({ user }) => [accountName(user), storedForm(user)]),
  );
  const stored = new Map(
    [...sandbox.users().values()].map((account) => {
      const flat = flatUser(account);
      // A user without a sub got one of the tenant's.
      const name = expected.has(account.sub) ? account.sub : accountName({ ...flat, sub: undefined });
      return [name, formOf(account, expected.has(account.sub))];
    }),
  );
  assert.deepEqual([...stored.keys()].sort(), [...expected.keys()].sort(), 'the users of the tenant');
  for (const [name, user] of expected) assert.deepEqual(stored.get(name), user, name);
}

/** What names a user in a request: its sub, else its first identifier. */
export function accountName(user: Omit<CidaasUser, 'sub'> & { readonly sub?: string | undefined }): string {
  const identity = user.identities?.[0] ?? user;
  return user.sub ?? identity.email ?? identity.username ?? identity.mobile_number ?? '';
}

type Form = { readonly account: object; readonly identities: readonly object[] };

/** Both shapes of a request come to the same: what belongs to the account, and one identity for each provider. */
function storedForm({ sub, identities, ...user }: CidaasUser): Form {
  const account: { [name: string]: unknown } = { ...(sub === undefined ? {} : { sub }), userStatus: 'VERIFIED' };
  const own: { [name: string]: unknown } = { provider: 'self' };
  for (const [name, value] of Object.entries(user)) (ACCOUNT.has(name) ? account : own)[name] = value;
  const list = identities?.map(({ sub: _, ...identity }) => ({ ...identity })) ?? [own];
  return { account, identities: list.map(withSpaces) };
}

/** Names as they are sent: a tab in them is an ordinary space. */
function withSpaces(identity: Form['identities'][number]): Form['identities'][number] {
  const spaced = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\t', ' ') : value);
  return Object.fromEntries(Object.entries(identity).map(([name, value]) => [name, spaced(value)]));
}

function formOf({ identities, sub, ...account }: StoredAccount, withSub: boolean): Form {
  return { account: withSub ? { sub, ...account } : account, identities: identities.map((one) => ({ ...one })) };
}

const ACCOUNT = new Set(['userStatus', 'customFields', 'password_hash_info', 'roles', 'createdTime']);
