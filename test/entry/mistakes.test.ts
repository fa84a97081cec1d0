import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { runCommand } from '../support/in-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CSV = 'id,email\n1,ada@example.com\n2,bob@example.com\n3,nobody\n4,cid@example.com\n';
const MAPPING = 'fields:\n  email: email\n';
const PLAN = ['--mode', 'plan', '--export', 'users.csv', '--mapping', 'mapping.yml'];

function workspace(): ReturnType<typeof tempFolder> {
  const folder = tempFolder();
  writeFileSync(folder.file('users.csv'), CSV);
  writeFileSync(folder.file('mapping.yml'), MAPPING);
  mkdirSync(folder.file('exports'));
  writeFileSync(folder.file('exports/customers.csv'), CSV);
  return folder;
}

/** What the command says about its arguments, without the lines that follow. */
async function said(args: readonly string[], env: { readonly [name: string]: string } = {}) {
  using folder = workspace();
  writeFileSync(folder.file('flat.yml'), 'fields:\nemail: E-Mail\ngiven_name: Vorname\n');
  writeFileSync(folder.file('empty.csv'), '');
  writeFileSync(folder.file('empty.yml'), '');
  const { exitCode, stderr } = await runCommand(args, { cwd: folder.path, env });
  expect(exitCode).toBe(3);
  return stderr.replaceAll(folder.path, '.');
}

const tenant = (url: string) => ['--export', 'users.csv', '--mapping', 'mapping.yml', '--tenant-url', url];
const CLIENT = { CIDAAS_CLIENT_ID: 'an-app', CIDAAS_CLIENT_SECRET: 'a-long-secret' };

describe('a mistake is told in words on which somebody can act', () => {
  test.each<[string, readonly string[], string, ({ readonly [name: string]: string } | undefined)?]>([
    [
      'fields that are not indented',
      [...PLAN.slice(0, -1), 'flat.yml'],
      'error: flat.yml:2: "email", "given_name" belong to fields, but their lines are not indented. Begin each of them with two spaces.\n',
    ],
    [
      'a mapping without a line',
      [...PLAN.slice(0, -1), 'empty.yml'],
      'error: empty.yml: the file is empty. `cidaas-migrate init` proposes',
    ],
    [
      'a comma in a percentage',
      [...PLAN, '--fail-above', '5,5%'],
      'like `10` or a percentage like `1%`, got `5,5%`. Write a decimal point: `5.5%`\n',
    ],
    [
      'more than everything',
      [...PLAN, '--abort-above', '101%'],
      'got `101%`. A share is at most `100%`, which is no limit\n',
    ],
    ['half a row', [...PLAN, '--abort-above', '0.5'], 'If it is a share, write it with a percent sign, like `0.5%`\n'],
    ['a negative limit', [...PLAN, '--fail-above', '-5'], 'got `-5`. It cannot be negative; `0` allows none\n'],
    [
      'a negative number',
      [...PLAN, '--batch-size', '-5'],
      '`batch-size`: expected a whole number from 1 to 1000, got `-5`\n',
    ],
    ['a format with a typing error', [...PLAN, '--format', 'cvs'], 'got `cvs`. Did you mean `csv`?\n'],
    [
      'an unknown preset',
      [...PLAN, '--preset', 'keycloack'],
      '`preset`: there is no preset `keycloack`. Did you mean `keycloak`?',
    ],
    [
      'a mapping with a typing error in its name',
      [...PLAN.slice(0, -1), 'maping.yml'],
      'error: `mapping`: maping.yml does not exist. Did you mean mapping.yml?',
    ],
    ['a mapping with another ending', [...PLAN.slice(0, -1), 'mapping.yaml'], 'Did you mean mapping.yml?'],
    [
      'a mapping in a folder that does not exist',
      [...PLAN.slice(0, -1), 'migration/mapping.yml'],
      'migration/mapping.yml does not exist. The folder migration does not exist.',
    ],
    [
      'a folder in place of a mapping',
      [...PLAN.slice(0, -1), 'exports'],
      '`mapping`: exports is a folder, not a file.',
    ],
    [
      'an export with a typing error in its name',
      ['--mode', 'plan', '--export', 'exports/customer.csv'],
      'exports/customer.csv: file not found in .. Check the path; it is relative to the workspace. Did you mean exports/customers.csv?\n',
    ],
    [
      'a folder in place of an export',
      ['--mode', 'plan', '--export', 'exports'],
      'exports is a folder. Name the files in it, for example exports/*.csv.',
    ],
    [
      'an empty export',
      ['--mode', 'plan', '--export', 'empty.csv'],
      'empty.csv is empty. Create or transfer it again.',
    ],
    [
      'an address without https',
      tenant('acme.cidaas.de'),
      '`tenant-url`: has no scheme. Did you mean https://acme.cidaas.de?\n',
      CLIENT,
    ],
    [
      'an address with a path',
      tenant('https://acme.cidaas.de/api'),
      '`tenant-url`: must not have a path. Write only scheme and host, like https://acme.cidaas.de\n',
      CLIENT,
    ],
    [
      'a secret of one letter',
      tenant('https://acme.cidaas.de'),
      '`client-secret`: expected at least 8 characters; a shorter secret cannot be hidden in the log.',
      { ...CLIENT, CIDAAS_CLIENT_SECRET: 'x' },
    ],
    [
      'a login secret of one letter',
      tenant('https://acme.cidaas.de'),
      '`login-client-secret`: expected at least 8 characters',
      { ...CLIENT, CIDAAS_LOGIN_CLIENT_ID: 'other-app', CIDAAS_LOGIN_CLIENT_SECRET: 'x' },
    ],
    ['a token of one letter', PLAN, '`github-token`: expected at least 8 characters', { GITHUB_TOKEN: 'x' }],
    ['a state key of one letter', PLAN, '`state-key`: expected at least 16 characters', { CIDAAS_STATE_KEY: 'x' }],
    ['a passphrase of one letter', PLAN, '`export-key`: ', { CIDAAS_EXPORT_KEY: 'x' }],
    [
      'a verb with a typing error',
      ['inti', 'users.csv'],
      'error: The first argument is not a command. Did you mean `init`?',
    ],
    ['a mode as a verb', ['undo'], '`undo` is not a command: the mode is given as a flag. Did you mean `--mode undo`?'],
    ['a mode as a verb with a typing error', ['plna'], 'Did you mean `--mode plan`?'],
    ['an export without its flag', ['users.csv'], 'If it is the export, write --export before it.'],
    ['help for a command with a typing error', ['help', 'explian'], 'Did you mean `explain`?'],
    ['a flag with a typing error', [...PLAN, '--maping', 'a.yml'], '--maping: unknown flag. Did you mean --mapping?'],
    ['a flag of the sandbox with a typing error', ['sandbox', '--prot', '1'], 'Did you mean --port?'],
    ['both quiet and verbose', [...PLAN, '--quiet', '--verbose'], '--quiet and --verbose contradict each other'],
    [
      'questions without a terminal',
      ['init', 'users.csv', '--interactive'],
      'error: --interactive: there is no terminal to ask on.',
    ],
  ])('%s', async (_, args, words, env) => {
    const text = await said(args, env);
    expect(text).toContain(words);
    expect(text).not.toMatch(/\n\s+at /);
    for (const secret of Object.values(env ?? {})) if (secret.length > 5) expect(text).not.toContain(secret);
  });

  test('one mistake is one line: what follows from it is not told', async () => {
    for (const args of [['inti'], ['undo'], ['users.csv'], [...PLAN, '--maping', 'a.yml']])
      expect((await said(args)).trimEnd().split('\n')).toHaveLength(1);
  });
});

test('a forgotten percent sign: 1 row is not 1 %, and the reason says how that is written', async () => {
  using folder = workspace();
  const run = (...limit: string[]) => runCommand([...PLAN, ...limit], { cwd: folder.path });
  writeFileSync(folder.file('users.csv'), `${CSV}5,none\n6,none\n`);
  const counted = await run('--abort-above', '1');
  expect([counted.exitCode, counted.stderr]).toEqual([
    2,
    'error: 3 of 6 rows are invalid, more than abort-above (1, a number; as a share, write 1%) allows: nothing was sent.\n',
  ]);
  expect((await run('--abort-above', '40%')).stderr).toContain('abort-above (40%) allows');
  const failed = await run('--abort-above', '100%', '--fail-above', '2');
  expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('(2, a number; as a share, write 2%)')]);
});

test('a secret that is wrong while older progress is there: the secret is named, not only the file', async () => {
  await using sandbox = await startSandbox({});
  using folder = workspace();
  writeFileSync(folder.file('users.csv'), CSV.replace('nobody', 'dan@example.com'));
  const { id, secret } = sandbox.client;
  const run = (clientSecret: string, ...flags: string[]) =>
    runCommand([...tenant(sandbox.url), ...flags], {
      cwd: folder.path,
      env: { CIDAAS_CLIENT_ID: id, CIDAAS_CLIENT_SECRET: clientSecret },
    });
  await run(secret, '--pilot', '1');
  const { exitCode, stderr } = await run('not-that-secret');
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(
    /^error: `client-secret` is probably not the one with which an earlier run stored its progress\. /,
  );
  expect(stderr).toContain('Check `client-secret` first.');
  expect(sandbox.userCount).toBe(1);
});

test('"run the same export again" is not said where the next run would be stopped for the same reason', async () => {
  using folder = workspace();
  writeFileSync(folder.file('users.csv'), `${CSV}5,none\n6,none\n`);
  const args = ['--export', 'users.csv', '--mapping', 'mapping.yml', '--tenant-url', 'sandbox', '--json'];
  const { exitCode } = await runCommand(args, { cwd: folder.path });
  expect(exitCode).toBe(2);
  const { failures } = JSON.parse(readFileSync(folder.file('migration-report/report.json'), 'utf8')) as {
    readonly failures: readonly { readonly outcome: string; readonly hint: string }[];
  };
  const hints = new Set(failures.filter(({ outcome }) => outcome === 'unsent').map(({ hint }) => hint));
  expect([...hints]).toEqual([
    'Remove the reason why the run stopped (see its end), then run the same export again: it continues with what is not settled.',
  ]);
});
