import { expect, test } from 'vitest';
import { readFlags } from '../../src/entry/cli-flags.ts';

function problemsOf(...args: string[]): readonly string[] {
  const flags = readFlags(args);
  return typeof flags === 'string' ? [flags] : flags.problems;
}

test('every flag that does not exist is named at once, each with the nearest that does', () => {
  expect(problemsOf('--batchsize', '5', '--modee', 'plan', '--qqqqqq', '-x', '--__proto__', 'y', 'users.csv')).toEqual([
    expect.stringContaining('--batchsize: unknown flag. Did you mean --batch-size?'),
    expect.stringContaining('--modee: unknown flag. Did you mean --mode?'),
    expect.stringMatching(/^--qqqqqq: unknown flag\. \(/),
    expect.stringMatching(/^-x: unknown flag\./),
    expect.stringContaining('--__proto__: unknown flag.'),
    expect.stringContaining('Unexpected argument'),
  ]);
});

test('a flag without its value does not swallow the flag behind it', () => {
  expect(problemsOf('--export', '--mode', 'plan')).toEqual([expect.stringContaining('--export: the value is missing')]);
  expect(problemsOf('--mode', 'plan', '--export')).toEqual([expect.stringContaining('--export: the value is missing')]);
});

test('a value may begin with a dash, or with two behind an equals sign, and be empty', () => {
  const flags = readFlags([
    '--min-rows',
    '-1',
    '--report-name=--odd--',
    '--mapping=',
    '--export',
    'a',
    '--export',
    'b',
  ]);
  expect(flags).toEqual({
    values: { 'min-rows': '-1', 'report-name': '--odd--', mapping: '', export: 'b' },
    problems: [],
  });
});

test('the value of a secret is in no problem', () => {
  for (const args of [
    ['--client-secret', 'canary-value'],
    ['--client-secret=canary-value'],
    ['--clientsecret', 'canary-value'],
    ['canary-value'],
  ])
    expect(problemsOf(...args).join()).toMatch(/^(?!.*canary-value).+$/);
});

test('help and version are asked for by name; no arguments at all are neither', () => {
  expect([readFlags([]), readFlags(['--mode', 'plan', '--help']), readFlags(['--version'])]).toEqual([
    'nothing',
    'help',
    'version',
  ]);
});

test.each(['plan', 'apply', 'check'])('a mode that is given as an argument is the only problem: %s', (mode) => {
  for (const args of [[mode], [mode, '--export', 'users.csv'], ['--export', 'users.csv', mode, '--nope']])
    expect(() => readFlags(args)).toThrow(
      expect.objectContaining({
        problems: [expect.stringMatching(new RegExp(`^\`${mode}\` .* Did you mean \`--mode ${mode}\`\\?`))],
      }),
    );
  expect(readFlags(['--mode', mode])).toEqual({ values: { mode }, problems: [] });
});

test('a command after flags is an error that says it has to come first', () => {
  expect(() => readFlags(['--export', 'users.csv', 'init'])).toThrow(/is a command and has to come before all flags/);
});

test('a switch takes no value and does not swallow what follows it', () => {
  expect(readFlags(['--forecast', '--mode', 'plan'])).toEqual({
    values: { forecast: 'true', mode: 'plan' },
    problems: [],
  });
  expect(problemsOf('--forecast=yes')).toEqual(['--forecast takes no value']);
  expect(problemsOf('--forcast')).toEqual([expect.stringContaining('Did you mean --forecast?')]);
});
