import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { hashSync } from 'bcryptjs';
import { describe, expect, it } from 'vitest';
import { startCommand } from '../support/command.ts';
import {
  DIST,
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/scenario.ts';
import { asShown, errorsOf } from '../support/shown.ts';

const PASSWORD = 'Grüner,Tee "extra" %';
const hash = (password: string) => ({ algorithmTypeId: 'BCRYPT_5', passwordHash: hashSync(password, 5) });
const hashes = [hash(PASSWORD), hash('another one'), hash('nobody knows')];
const users = someUsers(3).map((user, at) => ({
  ...user,
  ...(at === 0 ? { username: 'ada' } : {}),
  password_hash_info: hashes[at] ?? hash(''),
}));
const CANARY = `ada,${PASSWORD}\nuser2@example.com,another one`;

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

/** `outcome line row` of every account. */
function told({ report }: ScenarioResult): string[] {
  return (report.canary?.findings ?? []).map(({ outcome, line, row }) => `${outcome} ${line} ${row}`);
}

function expectSecret(result: ScenarioResult): void {
  for (const secret of [PASSWORD, 'another one', ...CANARY.split('\n')]) {
    expect(result.everything).not.toContain(secret);
    expect(result.everything).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
  for (const user of users) expect(result.everything).not.toContain(user.password_hash_info.passwordHash);
}

describe.each(['plan', 'check', 'apply'])('mode %s', (mode) => {
  it('proves the passwords of known accounts offline, and says what that proves', async () => {
    await using scenario = await open();
    const result = await scenario.run({ mode, export: 'users.ndjson', 'password-canary': CANARY });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expect(told(result)).toEqual(['matches 1 1', 'matches 2 2']);
    expect(result.report.canary).toMatchObject({ accounts: 2, matched: 2 });
    for (const place of [result.stdout, asShown(result.summary), JSON.stringify(result.report)])
      expect(place).toContain('Only a login on the tenant proves');
    expectSecret(result);
    if (mode === 'apply') expectStored(scenario.sandbox, users);
    else expect(scenario.sandbox.userCount).toBe(0);
  });

  it('a mismatch stops the run with the likely cause, and nothing is sent', async () => {
    await using scenario = await open();
    const md5 = createHash('md5').update('another one').digest('hex');
    await scenario.write('users.ndjson', ndjson([users[0] ?? {}, { ...users[1], password_hash_info: hash(md5) }]));
    const result = await scenario.run({ mode, export: 'users.ndjson', 'password-canary': CANARY });
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'aborted']);
    expect(told(result)).toEqual(['matches 1 1', 'mismatch 2 2']);
    expect(errorsOf(result).join('\n')).toMatch(
      /Canary line 2, row 2: the password does not match .*It would match if/,
    );
    expect(result.report.reason).toBe('The password canary: 1 of 2 checks failed. Nothing was sent.');
    expectSecret(result);
    expect(scenario.sandbox.requests.filter(({ kind }) => kind === 'bulk')).toEqual([]);
  });
});

it('an account that is not among the planned users proves nothing, so it stops the run', async () => {
  await using scenario = await open();
  await scenario.write('users.ndjson', ndjson([...users, { ...users[0] }, { ...someUsers(9)[8], email: 'none' }]));
  const result = await scenario.run({
    export: 'users.ndjson',
    'fail-above': '1',
    'password-canary': `nobody@example.com,x1x1\n${someUsers(9)[8]?.sub},x2x2\nADA,${PASSWORD}`,
  });
  expect(result.outputs.outcome).toBe('aborted');
  expect(told(result)).toEqual(['no-user 1 null', 'no-user 2 null', 'matches 3 1']);
  expect(result.everything).not.toMatch(/x1x1|x2x2/);
});

it('lines that are none are named by their number and never quoted; neither are they in the log', async () => {
  await using scenario = await open();
  const canary = 'ada secret-without-comma\n,secret-without-name\nada,';
  const result = await scenario.run({ export: 'users.ndjson', 'password-canary': canary });
  expect(result.outputs.outcome).toBe('error');
  expect(errorsOf(result)).toEqual([
    'password-canary line 1: must be "identifier,plaintext".',
    'password-canary line 2: the identifier is missing.',
    'password-canary line 3: the plaintext is missing.',
  ]);
  expect(result.everything).not.toContain('secret-');
});

it('without an export there is nothing to check', async () => {
  await using scenario = await open();
  const result = await scenario.run({ mode: 'check', 'password-canary': CANARY });
  expect(errorsOf(result)).toEqual(['`password-canary`: can only be used together with an export']);
});

it('a password that is an ordinary word neither garbles the log nor gives itself away by its gaps', async () => {
  await using scenario = await open();
  /** The log of a run with this password, and what it masks besides the other secrets. */
  const logOf = async (password: string): Promise<{ log: string; masked: string[] }> => {
    const [user = {}] = users;
    await scenario.write('users.ndjson', ndjson([{ ...user, password_hash_info: hash(password) }]));
    const result = await scenario.run({ mode: 'plan', export: 'users.ndjson', 'password-canary': `ada,${password}` });
    expect(told(result)).toEqual(['matches 1 1']);
    const masked = result.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'));
    // The digest of the plan and the times differ.
    return { log: result.log.replace(/[\da-f]{12,}|\d+ m?s/g, '…'), masked };
  };
  const strong = await logOf('tX9!k2pq-Ö');
  expect(strong.log).toContain('Canary line 1, row 1: the password matches');
  for (const word of ['the', 'row', 'users.ndjson', 'Plan digest', 'a']) expect(await logOf(word)).toEqual(strong);
  expect(strong.masked.join()).not.toMatch(/ada|tX9/);
});

it('the command takes it from the environment only', async () => {
  await using scenario = await open();
  const flags = ['--mode', 'plan', '--export', 'users.ndjson', '--report-dir', join(scenario.folder, 'report')];
  const refused = await startCommand(DIST, [...flags, '--password-canary', CANARY], {
    cwd: scenario.workspace,
  }).ended;
  expect(refused.stderr).toContain('set CIDAAS_PASSWORD_CANARY in the environment');
  const result = await startCommand(DIST, flags, {
    cwd: scenario.workspace,
    env: { CIDAAS_PASSWORD_CANARY: CANARY },
  }).ended;
  expect(result.exitCode).toBe(0);
  expect(result.stdout).toContain('Canary line 2, row 2: the password matches (bcrypt).');
  expect(result.stdout + result.stderr).not.toContain('another one');
});

it('finds its rows by their keys among many', async () => {
  await using scenario = await open();
  const many = someUsers(20_000).slice(3);
  await scenario.write('users.ndjson', ndjson([...many, ...users]));
  const result = await scenario.run({ mode: 'plan', export: 'users.ndjson', 'password-canary': CANARY });
  expect(told(result)).toEqual(['matches 1 19998', 'matches 2 19999']);
});
