import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCommand } from '../support/command.ts';
import { openScenario, type Scenario } from '../support/in-process.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');
const HASH = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';
const MAPPING = `fields:
  sub: { from: id, uuid5: 6ba7b810-9dad-11d1-80b4-00c04fd430c8 }
  email: mail
  given_name: first
  roles: { value: [CUSTOMER] }
  userStatus: { from: active, table: { 1: VERIFIED, 0: DECLINED } }
password: { from: pw, optional: true, unproven: accept }
rules: { email.disposable: warn }
`;
const CSV = `id,mail,first,pw,active
1,ada@example.com,Ada,${HASH},1
2,bob@mailinator.com,"Bob\u00a0B",,1
3,cid@example.com,,,0
4,cid@example.com,,,0
5,not an address,,,1
`;
const plan = { mode: 'plan', 'tenant-url': '', 'client-id': '', 'client-secret': '', 'fail-above': '100%' };
const inputs = { ...plan, export: 'users.csv', mapping: 'mapping.yml', 'abort-above': '100%' };

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.csv', CSV);
  await scenario.write('mapping.yml', MAPPING);
  return scenario;
}

describe('the plan for a reviewer', () => {
  it('shows one plain user, the one with most warnings and one of each status, from the cells to the JSON', async () => {
    await using scenario = await open();
    const { report, exitCode } = await scenario.run(inputs);
    expect(exitCode).toBe(0);
    const samples = report.samples ?? [];
    // Row 4 is a duplicate of row 3, row 5 is invalid: neither arrives.
    expect(samples.map(({ row, decision }) => [row, decision.status?.name])).toEqual(
      expect.arrayContaining([
        [2, 'VERIFIED'],
        [3, 'DECLINED'],
      ]),
    );
    expect(samples.length).toBeLessThanOrEqual(3);
    const warned = samples.find(({ row }) => row === 2);
    expect(warned).toMatchObject({ why: 'most warnings', file: 'users.csv', line: 3 });
    expect(warned?.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['email.disposable']));
    expect(warned?.user).toMatchObject({ email: 'b***@m***.com', roles: ['CUSTOMER'], userStatus: 'VERIFIED' });
    const files = ['report.json', 'report.html'].map((name) => readFile(join(scenario.folder, 'report', name), 'utf8'));
    const [json = '', page = ''] = await Promise.all(files);
    expect(page).toContain('<h2>Users as they arrive</h2>');
    expect(page).toContain(
      '<summary>Row 2, <code class="place">users.csv:3</code>, VERIFIED: the user with most warnings</summary>',
    );
    for (const text of [json, page]) expect(text).not.toMatch(/ada@|bob@|Bob|\$2b\$|N9qo8uLO/);
    expect((await scenario.run(inputs)).report.samples).toEqual(samples);
  });

  it('counts what arrives: filled fields, statuses, passwords, roles; without duplicates', async () => {
    await using scenario = await open();
    const { report, summary } = await scenario.run(inputs);
    expect(report.arrivals).toMatchObject({
      users: 3,
      statuses: [
        { name: 'VERIFIED', users: 2 },
        { name: 'DECLINED', users: 1 },
      ],
      passwords: [
        { name: 'none', users: 2 },
        { name: 'BCRYPT_10', users: 1 },
      ],
      roles: [{ name: 'CUSTOMER', users: 3 }],
      groups: [],
    });
    expect(report.arrivals?.fields).toEqual(expect.arrayContaining([{ name: 'given_name', users: 2 }]));
    expect(summary).toContain('### What arrives in cidaas');
    expect(summary).toMatch(/\| password \| .*none.* \| 2 \| 67 % \|/);
  });

  it('shows no user in mode apply, and no value at none', async () => {
    await using scenario = await open();
    const hidden = await scenario.run({ ...inputs, 'report-identifiers': 'none' });
    const texts = JSON.stringify(hidden.report.samples);
    expect(texts).toContain('"VERIFIED"');
    expect(texts).not.toMatch(/\w\*\*\*|@/);
    const applied = await scenario.run({
      export: 'users.csv',
      mapping: 'mapping.yml',
      'fail-above': '100%',
      'abort-above': '100%',
    });
    expect(applied.report).not.toHaveProperty('samples');
    expect(applied.report.arrivals?.users).toBe(3);
  });
});

it('the bundle explains a record in a shell', async () => {
  await using scenario = await open();
  const args = ['explain', '--export', 'users.csv', '--mapping', 'mapping.yml', '--find', 'bob@mailinator.com'];
  const { exitCode, stdout } = await startCommand(BUNDLE, args, { cwd: scenario.workspace }).ended;
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Row 2, users\.csv:3\n/);
  expect(stdout).toContain('email.disposable: ');
  expect(stdout).not.toMatch(/bob@|Bob/);
});
