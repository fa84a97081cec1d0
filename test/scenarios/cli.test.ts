import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { INPUTS, SECRETS } from '../../src/settings/inputs.ts';
import { type CommandResult, startCommand } from '../support/command.ts';
import { csvText } from '../support/export-text.ts';
import { rejecting } from '../support/faults/faults.ts';
import {
  DIST,
  expectStored,
  openScenario,
  type Report,
  runCommand,
  type Scenario,
  someUsers,
  until,
} from '../support/in-process.ts';

const users = someUsers(30);

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.csv', csvText(users));
  return scenario;
}

/** Runs the command in the workspace, in this process; `flags` without dashes. */
function command(scenario: Scenario, flags: Texts, env: Texts = credentialsOf(scenario)): Promise<CommandResult> {
  return runCommand(argsOf(flags), { cwd: scenario.workspace, env });
}

/** Runs the bundle as a process, as a shell does. */
function bundle(scenario: Scenario, flags: Texts, env: Texts = credentialsOf(scenario)): Promise<CommandResult> {
  return startCommand(DIST, argsOf(flags), { cwd: scenario.workspace, env }).ended;
}

type Texts = { readonly [name: string]: string };

function argsOf(flags: Texts): string[] {
  return Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
}

function credentialsOf({ sandbox }: Scenario): { [name: string]: string } {
  return { CIDAAS_CLIENT_ID: sandbox.client.id, CIDAAS_CLIENT_SECRET: sandbox.client.secret };
}

async function reportIn(folder: string): Promise<Report> {
  return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
}

describe('the command', () => {
  it('does the same job as the action, and leaves the same report', async () => {
    const faults = faultOn(
      'bulk',
      'every',
      rejecting(({ sub }) => sub === users[4]?.sub),
    );
    await using scenario = await openScenario({ faults });
    await scenario.write('users.csv', `${csvText(users)}"broken"\n`);
    const flags = { export: 'users.csv', 'tenant-url': scenario.sandbox.url, 'batch-size': '7', 'abort-above': '50%' };
    const shell = await bundle(scenario, flags);
    expect(shell.exitCode).toBe(1);
    const byCommand = await reportIn(join(scenario.workspace, 'migration-report'));
    expect(byCommand).toMatchObject({ run: null, outcome: 'failed', totals: { created: 29, failed: 1, invalid: 1 } });

    await using twin = await openScenario({ faults });
    await twin.write('users.csv', `${csvText(users)}"broken"\n`);
    const { report } = await twin.runBundle({ ...flags, 'tenant-url': twin.sandbox.url });
    const comparable = ({
      run,
      tenant,
      planDigest,
      startedAt,
      finishedAt,
      durationMs,
      requests,
      ...rest
    }: object & { [key: string]: unknown }) => ({
      ...rest,
      digest: String(planDigest).split('.').toSpliced(1, 1),
      requests: { ...(requests as object), latencyMs: null, limits: null, timeline: null, concurrency: null },
    });
    expect(comparable({ ...byCommand })).toEqual(comparable({ ...report }));
    expect((await readdir(join(scenario.workspace, 'migration-report'))).sort()).toEqual([
      'failures.csv',
      'report.html',
      'report.json',
      'warnings.csv',
    ]);
  });

  it('ends with a code for each outcome, and says what became of the rows', async () => {
    await using scenario = await open();
    const flags = { export: 'users.csv', 'tenant-url': scenario.sandbox.url, 'report-dir': 'out/report' };
    const first = await bundle(scenario, flags);
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^users\.csv: csv \(comma\), utf-8, .*$/m);
    expect(first.stdout).toMatch(/^apply succeeded after .*: 30 rows: 30 created$/m);
    expect(first.stdout).toContain(`Report: ${join(scenario.workspace, 'out/report/report.json')}`);
    expectStored(scenario.sandbox, users);

    await scenario.write('users.csv', csvText([...users, { given_name: 'Nobody' }]));
    const second = await command(scenario, flags);
    expect(second.exitCode).toBe(1);
    expect(second.stdout).toMatch(/^apply failed after .*: 31 rows: 30 updated · 1 invalid$/m);
    expect(second.stdout).toMatch(/^ {2}1 invalid: identifier\.missing\n {4}first at users\.csv:32: .*\. .*\.$/m);
  });

  it('goes on when nobody reads what it says any more', async () => {
    await using scenario = await open();
    const args = ['--export', 'users.csv', '--tenant-url', scenario.sandbox.url, '--batch-size', '1'];
    const { child, ended } = startCommand(DIST, args, { cwd: scenario.workspace, env: credentialsOf(scenario) });
    child.stdout?.once('data', () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    });
    expect((await ended).exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
    expect((await reportIn(join(scenario.workspace, 'migration-report'))).outcome).toBe('succeeded');
  });

  it('plans without secrets, and leaves nothing behind but the report', async () => {
    await using scenario = await open();
    const { exitCode, stdout } = await command(scenario, { mode: 'plan', export: 'users.csv' }, {});
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^plan succeeded after .*: 30 rows: 30 planned$/m);
    expect((await readdir(scenario.workspace)).sort()).toEqual(['migration-report', 'users.csv']);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('rehearses with tenant-url sandbox', async () => {
    await using scenario = await open();
    const { exitCode, stdout, stderr } = await command(scenario, { export: 'users.csv', 'tenant-url': 'sandbox' }, {});
    expect(exitCode).toBe(0);
    expect(stderr).toContain('this is a rehearsal');
    expect(stdout).toMatch(/: 30 rows: 30 would be created$/m);
    expect((await reportIn(join(scenario.workspace, 'migration-report'))).tenant).toBe('sandbox');
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it.each(Object.entries(SECRETS))('takes %s from %s only', async (flag, variable) => {
    await using scenario = await open();
    const result = await command(scenario, { export: 'users.csv', [flag]: 'canary-on-the-command-line' });
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain(`--${flag}: set ${variable} in the environment instead`);
    expect(result.stdout + result.stderr).not.toContain('canary-on-the-command-line');
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('says every problem of its flags at once, without a stack trace', async () => {
    await using scenario = await open();
    const result = await command(scenario, { mode: 'aply', 'batch-size': 'many', 'tenant-url': 'acme' }, {});
    expect(result.exitCode).toBe(3);
    for (const name of ['mode', 'export', 'batch-size', 'tenant-url']) expect(result.stderr).toContain(`\`${name}\`: `);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    const unknown = await command(scenario, { exprot: 'users.csv', 'client-secret': 'x', 'min-rows': '-1' });
    expect([unknown.exitCode, unknown.stdout]).toEqual([3, '']);
    expect(unknown.stderr).toMatch(/^error: .*--exprot.*Did you mean --export\?.*--help/);
    expect(unknown.stderr).toContain('error: --client-secret: set CIDAAS_CLIENT_SECRET in the environment instead');
    expect(unknown.stderr).toContain('error: `min-rows`: expected a whole number from 0, got `-1`');
    expect(unknown.stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    [';', 'comma', 'semicolon'],
    [',', 'tab', 'comma'],
    ['\t', 'semicolon', 'tab'],
    ['|', 'comma', 'pipe'],
  ])('says first that the delimiter may be wrong when %j was cut at each %s', async (delimiter, used, right) => {
    await using scenario = await open();
    await scenario.write('cut.csv', `email${delimiter}given_name\nada@example.com${delimiter}Ada\n`);
    await scenario.write('mapping.yml', 'fields:\n  email: email\n  given_name: given_name\n');
    const flags = { mode: 'plan', export: 'cut.csv', delimiter: used };
    const first = `error: cut.csv: only one column was found, and its name contains a ${right}. The file was split at each ${used}: \`delimiter\` may be wrong. Set it to ${right}.`;
    const mapped = await command(scenario, { ...flags, mapping: 'mapping.yml' }, {});
    expect([mapped.exitCode, mapped.stderr.split('\n')]).toEqual([
      3,
      [
        first,
        'error: mapping.yml:2: the export has no column "email". Correct the name, or write `source: { columns: optional }`.',
        'error: mapping.yml:3: the export has no column "given_name". Correct the name, or write `source: { columns: optional }`.',
        '',
      ],
    ]);
    const named = await command(scenario, flags, {});
    expect(named.stderr.split('\n')).toEqual([first, expect.stringContaining('does not have the name'), '']);
    const init = await runCommand(['init', 'cut.csv', '--delimiter', used], { cwd: scenario.workspace });
    expect(init.stderr.split('\n')).toEqual([first, expect.stringContaining('None of the column names'), '']);
  });

  it('does not speak of delimiters when one column is all there is', async () => {
    await using scenario = await open();
    await scenario.write('one.csv', 'mail\nada@example.com\n');
    await scenario.write('mapping.yml', 'fields: { email: email }\n');
    const { stderr } = await command(scenario, { mode: 'plan', export: 'one.csv', mapping: 'mapping.yml' }, {});
    expect(stderr).toMatch(/^error: mapping\.yml:1: the export has no column "email"\..*\n$/);
  });

  it('says what the system refuses without a stack trace', async () => {
    await using scenario = await open();
    const result = await bundle(scenario, { export: 'users.csv', mode: 'plan' }, { TMPDIR: '/nonexistent' });
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toMatch(/^error: ENOENT: .*\/nonexistent\/[^ ]*\n$/);
  });

  it('has a help that names every flag and no secret, and a version', async () => {
    await using scenario = await open();
    const run = (...args: string[]) => startCommand(DIST, args, { cwd: scenario.workspace }).ended;
    const help = await run('--help');
    expect([help.exitCode, help.stderr]).toEqual([0, '']);
    for (const name of Object.keys(INPUTS)) {
      if (name in SECRETS) expect(help.stdout).not.toContain(`--${name} `);
      else expect(help.stdout).toMatch(new RegExp(`^  --${name}( |$)`, 'm'));
    }
    for (const variable of Object.values(SECRETS)) expect(help.stdout).toContain(variable);
    for (const named of ['help init', 'init users.csv', 'explain --row', 'sandbox', '--version'])
      expect(help.stdout).toContain(named);
    // An empty variable in a script must not look like success.
    expect(await run()).toMatchObject({ exitCode: 3, stdout: '', stderr: help.stdout });
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('asks whether a mode that is given as an argument was meant as one, and says nothing else', async () => {
    await using scenario = await open();
    const { exitCode, stdout, stderr } = await runCommand(['plan'], { cwd: scenario.workspace });
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^error: .*Did you mean `--mode plan`\?.*\n$/);
  });

  it.each([
    ['init', ['out', 'force', 'interactive', 'sample', 'mapping', 'format', 'encoding', 'delimiter', 'help']],
    ['sandbox', ['port', 'latency-ms', 'store', 'verifier', 'help']],
  ])('%s has a help of its own with all its flags', async (name, flags) => {
    await using scenario = await open();
    for (const args of [
      [name, '--help'],
      [name, '--nope', '--help'],
    ]) {
      const { exitCode, stdout, stderr } = await runCommand(args, { cwd: scenario.workspace });
      expect([exitCode, stderr]).toEqual([0, '']);
      const named = [...stdout.matchAll(/^ {2}--([\w-]+)/gm)].map(([, flag]) => flag);
      expect(named).toEqual(flags);
    }
    const unknown = await runCommand([name, '--nope'], { cwd: scenario.workspace });
    expect([unknown.exitCode, unknown.stdout]).toEqual([3, '']);
    expect(unknown.stderr).toMatch(new RegExp(`^error: .*--nope.*${name} --help`));
    expect(unknown.stderr).not.toContain('positional');
  });

  it('keeps secrets out of what it says', async () => {
    await using scenario = await openScenario({ client: { id: 'canary-id', secret: 'canary-secret' } });
    await scenario.write('users.csv', csvText(users));
    const flags = { export: 'users.csv', 'tenant-url': scenario.sandbox.url };
    const wrong = await command(scenario, flags, {
      CIDAAS_CLIENT_ID: 'canary-id',
      CIDAAS_CLIENT_SECRET: 'canary-wrong',
    });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toMatch(/client-id and client-secret/);
    const right = await bundle(scenario, flags);
    expect(right.exitCode).toBe(0);
    const files = await Promise.all(
      ['report.json', 'report.html', 'failures.csv', 'warnings.csv'].map((name) =>
        readFile(join(scenario.workspace, 'migration-report', name), 'utf8'),
      ),
    );
    for (const text of [wrong.stdout, wrong.stderr, right.stdout, right.stderr, ...files])
      expect(text).not.toContain('canary');
  });
});

/** Gives a command a terminal of its own (util-linux). */
const HAS_TERMINAL = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

describe('the bundle prints', () => {
  it('facts and the verdict on standard output, reasons on standard error, with a code for the outcome', async () => {
    await using scenario = await open();
    await scenario.write('users.csv', `${csvText(users)}"broken"\n`);
    const args = ['--mode', 'plan', '--export', 'users.csv'];
    const failed = await startCommand(DIST, args, { cwd: scenario.workspace, env: { FORCE_COLOR: '1' } }).ended;
    expect(failed.exitCode).toBe(1);
    expect(failed.stderr).toMatch(/error:[^ ]* 1 of 31 rows ended invalid[^\n]*\n$/);
    expect(failed.stderr).toContain('\u001b[31merror:');
    expect(failed.stdout.trimEnd().split('\n').at(-1)).toContain('\u001b[31mplan failed after ');
    const json = await startCommand(DIST, [...args, '--abort-above', '0', '--json'], { cwd: scenario.workspace }).ended;
    expect([json.exitCode, JSON.parse(json.stdout).outcome]).toEqual([2, 'aborted']);
    expect(json.stderr).not.toContain('\u001b');
  });

  it.skipIf(!HAS_TERMINAL)('a bar and colours on a terminal', async () => {
    await using scenario = await open();
    const flags = `--export users.csv --tenant-url sandbox --batch-size 3`;
    const line = `stty cols 120; '${process.execPath}' '${DIST}' ${flags}`;
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
      ...{ cwd: scenario.workspace, encoding: 'utf8' },
      env: { PATH: process.env.PATH ?? '', HOME: scenario.folder, TMPDIR: scenario.folder, TERM: 'xterm' },
    });
    expect(stdout).toContain('░ 10 % · 3 of 30 users');
    expect(stdout).toContain('█ 100 % · 30 of 30 users · ');
    expect(stdout.trimEnd()).toMatch(/\[32mrehearsal succeeded after [^\n]*$/);
  });
});

describe('the sandbox command', () => {
  it('serves a tenant that the command migrates to, until it is stopped', async () => {
    await using scenario = await open();
    const { child, ended } = startCommand(DIST, ['sandbox'], { cwd: scenario.workspace });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await until(() => said.includes('\n'));
    const { url, clientId, clientSecret } = JSON.parse(said);
    const result = await command(
      scenario,
      { export: 'users.csv', 'tenant-url': url },
      { CIDAAS_CLIENT_ID: clientId, CIDAAS_CLIENT_SECRET: clientSecret },
    );
    expect(result.exitCode).toBe(0);
    child.kill('SIGTERM');
    const served = await ended;
    expect(served.exitCode).toBe(0);
    expect(served.stdout).toContain('30 users were stored.');
  });

  it.each([
    [['sandbox', '--port', 'http'], /--port.*whole number/],
    [['sandbox', '--prot', '1'], /--prot/],
  ])('%j is refused', async (args, message) => {
    await using scenario = await open();
    const result = await runCommand(args, { cwd: scenario.workspace });
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
});

it('the action rehearses with tenant-url sandbox, and needs no secret for it', async () => {
  await using scenario = await open();
  const result = await scenario.run({
    export: 'users.csv',
    'tenant-url': 'sandbox',
    'client-id': '',
    'client-secret': '',
  });
  expect(result.exitCode).toBe(0);
  expect(result.report.totals).toMatchObject({ created: 30 });
  expect(result.annotations).toContainEqual(
    expect.objectContaining({ level: 'notice', message: expect.stringContaining('this is a rehearsal') }),
  );
  expect(scenario.sandbox.requests).toHaveLength(0);
});
