import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openScenario, type Scenario } from '../support/in-process.ts';

async function open(visibility: string): Promise<{ scenario: Scenario; env: { [name: string]: string } }> {
  const scenario = await openScenario();
  await scenario.write('users.csv', 'email\nada@example.com\n');
  const git = (...args: string[]) => execFileSync('git', ['-C', scenario.workspace, ...args], { stdio: 'ignore' });
  git('init');
  git('add', 'users.csv');
  const event = join(scenario.folder, 'event.json');
  await writeFile(event, JSON.stringify({ repository: { full_name: 'acme/identity', visibility } }));
  return { scenario, env: { GITHUB_EVENT_PATH: event, GITHUB_REPOSITORY: 'acme/identity' } };
}

it('an unencrypted export that is tracked in a public repository is not sent, unless it has no real people', async () => {
  const { scenario: opened, env } = await open('public');
  await using scenario = opened;
  const refused = await scenario.runBundle({ export: 'users.csv' }, env);
  expect([refused.exitCode, refused.outputs.outcome]).toEqual([1, 'error']);
  expect(refused.report.reason).toContain(
    'users.csv is not encrypted and tracked in git, and acme/identity is a public',
  );
  expect(scenario.sandbox.requests).toHaveLength(0);
  // A review and a rehearsal send nobody anywhere.
  for (const inputs of [{ mode: 'plan' }, { 'tenant-url': 'sandbox' }, { 'allow-public-export': 'true' }])
    expect((await scenario.run({ export: 'users.csv', ...inputs }, env)).exitCode).toBe(0);
});

it('in a private repository it is sent with a warning', async () => {
  const { scenario: opened, env } = await open('private');
  await using scenario = opened;
  const result = await scenario.run({ export: 'users.csv' }, env);
  expect(result.exitCode).toBe(0);
  expect(result.annotations.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('users.csv is not encrypted and tracked in git: everybody who can read the repository'),
  );
});
