import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/entry/cli-flags.ts';
import { cliHelp } from '../../src/entry/cli-help.ts';
import { EXIT_CODES } from '../../src/entry/exit-code.ts';
import { hasColours, isInteractive } from '../../src/runtime/terminal-style.ts';
import { runCommand } from '../support/in-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ROWS = Array.from({ length: 10 }, (_, at) => `user${at}@example.com`);
const ESCAPE = '\u001b';

/** Runs the command on an export with this many rows that are invalid. */
async function run(invalid: number, flags: readonly string[] = [], env: { readonly [name: string]: string } = {}) {
  using folder = tempFolder();
  const rows = ROWS.map((email, at) => (at < invalid ? `nobody${at}` : email));
  writeFileSync(folder.file('users.csv'), ['email', ...rows, ''].join('\n'));
  const args = ['--export', 'users.csv', '--tenant-url', 'sandbox', ...flags];
  const ended = await runCommand(args, { cwd: folder.path, env });
  const path = folder.file('migration-report/report.json');
  return { ...ended, report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null };
}

test('each outcome has an exit code, and the verdict is the last line, with the reasons above it', async () => {
  const cases = [
    [0, [], 0, /^rehearsal succeeded after /],
    [1, [], 1, /^rehearsal failed after /],
    [5, [], 2, /^rehearsal aborted after /],
    [0, ['--min-rows', '11'], 3, /^rehearsal error after /],
  ] as const;
  for (const [invalid, flags, code, verdict] of cases) {
    const { exitCode, stdout, stderr } = await run(invalid, flags);
    expect(exitCode).toBe(code);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(verdict);
    expect(stderr.includes('error: ')).toBe(code !== 0);
    if (invalid > 0)
      expect(stdout.indexOf(`${invalid} invalid: email.invalid`)).toBeLessThan(stdout.search(/^rehearsal/m));
  }
});

describe('--json', () => {
  test('prints the head of the report and nothing else on standard output', async () => {
    const { exitCode, stdout, stderr, report } = await run(1, ['--json']);
    const { failures: _, successes: __, ...head } = report;
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual(head);
    expect(stderr).toMatch(/^users\.csv: csv/m);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^rehearsal failed/);
  });

  test('prints an outcome and the reasons when there is no report', async () => {
    for (const flags of [['--format', 'pdf'], ['--nope'], ['--tenant-url', 'acme']]) {
      const { exitCode, stdout, stderr } = await run(0, ['--json', ...flags]);
      expect(exitCode).toBe(3);
      const { outcome, reason, version } = JSON.parse(stdout);
      expect([outcome, version]).toEqual(['error', 1]);
      expect(stderr).toBe(`${reason.replaceAll(/^/gm, 'error: ')}\n`);
    }
  });
});

test('--quiet says nothing of a run that succeeded, and of another only why and how it ended', async () => {
  expect(await run(0, ['--quiet'])).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  const failed = await run(1, ['--quiet']);
  expect(failed.stdout).toBe('');
  expect(failed.stderr).toMatch(/^error: 1 of 10 rows ended invalid, [^\n]*\nrehearsal failed after [^\n]*\n$/);
});

test('--verbose adds the settings without secrets, every request, and the time of each line', async () => {
  const env = { CIDAAS_STATE_KEY: 'canary-of-sixteen-letters' };
  const { stdout, stderr } = await run(0, ['--verbose', '--batch-size', '5'], env);
  const time = /^\d\d:\d\d:\d\d\.\d{3} /;
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(time);
  const texts = lines.map((line) => line.replace(time, ''));
  expect(texts).toContain('Setting: batch-size = 5');
  expect(texts.filter((text) => /^Request: 5 users, status 200, \d+ ms$/.test(text))).toHaveLength(2);
  expect(stdout + stderr).not.toContain('canary');
});

describe('colours', () => {
  test('appear where they are forced: labels and the verdict', async () => {
    const { stdout, stderr } = await run(1, [], { FORCE_COLOR: '1' });
    expect(stderr).toContain(`${ESCAPE}[31merror:${ESCAPE}[39m`);
    expect(stdout).toContain(`${ESCAPE}[31mrehearsal failed after `);
    expect((await run(0, [], { FORCE_COLOR: '1' })).stdout).toContain(`${ESCAPE}[32mrehearsal succeeded`);
    const plain = await run(1, [], { NO_COLOR: '1' });
    expect(plain.stdout + plain.stderr).not.toContain(ESCAPE);
  });

  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { CI: 'true' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, { CI: 'true', FORCE_COLOR: '1' }, true],
    [false, { NO_COLOR: '1', FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
  ])('on a terminal: %s, with %j: %s', (isTTY, env, expected) => {
    expect(hasColours({ isTTY, write: () => undefined }, env)).toBe(expected);
  });

  test('a bar needs a terminal that can move its cursor, and nobody reads one in CI', () => {
    const stream = { isTTY: true, write: () => undefined };
    expect(isInteractive(stream, {})).toBe(true);
    for (const env of [{ CI: '1' }, { TERM: 'dumb' }]) expect(isInteractive(stream, env)).toBe(false);
    expect(isInteractive({ ...stream, isTTY: false }, { FORCE_COLOR: '1' })).toBe(false);
  });
});

test('help is a word, too', () => {
  const cases: readonly (readonly [readonly string[], ReturnType<typeof readCommand>])[] = [
    [['help'], { command: null, rest: ['--help'] }],
    [['-h'], { command: null, rest: ['--help'] }],
    [['help', 'init'], { command: 'init', rest: ['--help'] }],
    [['help', 'plan'], { command: null, rest: ['--help'] }],
    [['explain', '-h'], { command: 'explain', rest: ['--help'] }],
    [[], { command: null, rest: [] }],
    [['--mode', 'plan'], { command: null, rest: ['--mode', 'plan'] }],
  ];
  for (const [args, expected] of cases) expect(readCommand(args)).toEqual(expected);
});

test('help, README and the reference have the exit code of each outcome', () => {
  const page = (name: string): string => readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8');
  const [readme, reference] = [page('README.md'), page('docs/reference.md')];
  for (const [outcome, code] of Object.entries(EXIT_CODES)) {
    expect(cliHelp()).toMatch(new RegExp(`^Exit codes: .*\\b${code} ${outcome}\\b`, 'm'));
    expect(readme).toContain(`${code} for \`${outcome}\``);
    expect(reference).toContain(`| ${code} | \`${outcome}\` |`);
  }
});
