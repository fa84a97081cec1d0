import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openScenario, type Scenario, someUsers } from '../support/in-process.ts';
import { startResultsService } from '../support/results-service.ts';
import { asShown } from '../support/shown.ts';

const plan = {
  mode: 'plan',
  'tenant-url': '',
  'client-id': '',
  'client-secret': '',
  'fail-above': '100%',
  'abort-above': '100%',
};

/** The environment of a step in an event of pull request 7. */
async function ofPullRequest(scenario: Scenario, from = 'acme/identity'): Promise<{ [name: string]: string }> {
  const path = join(scenario.folder, 'pull-request.json');
  const pull_request = { number: 7, head: { repo: { full_name: from } } };
  await writeFile(path, JSON.stringify({ pull_request, repository: { full_name: 'acme/identity', private: true } }));
  return { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
}

describe('the comment on a pull request', () => {
  it('tells the plan, is edited in place by later runs, and bears the address of the report', async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    const env = { ...service.env(), ...(await ofPullRequest(scenario)) };
    const inputs = { ...plan, export: 'users.csv', 'github-token': service.token };
    await scenario.write('users.csv', 'email\nada@example.com\n@octocat <b>no</b>\n');
    const first = await scenario.runBundle(inputs, env);
    expect([first.exitCode, service.comments.length]).toEqual([0, 1]);
    const said = asShown(service.comments[0]?.body ?? '');
    expect(said).toContain('## ✅ cidaas migration plan: succeeded');
    expect(said).toContain('| planned | 1 |');
    expect(said).toContain(
      `[Open the report](https://github.com/acme/identity/actions/runs/4711/artifacts/${service.artifact('cidaas-migration-report.html').id})`,
    );
    expect(service.comments[0]?.body).not.toMatch(/@octocat|<b>|ada@example/);

    await scenario.run(inputs, { ...env, GITHUB_RUN_ATTEMPT: '2' });
    expect(service.requests.filter((request) => request.startsWith('PATCH'))).toEqual([]);
    await scenario.write('users.csv', 'email\nada@example.com\nbo@example.com\n');
    await scenario.run(inputs, env);
    expect(service.comments).toHaveLength(1);
    expect(asShown(service.comments[0]?.body ?? '')).toContain('| planned | 2 |');
    await scenario.run({ ...inputs, 'report-name': 'portal' }, env);
    expect(service.comments).toHaveLength(2);
  });

  it('says what is wrong when the plan could not be made', async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email\nada@example.com\n');
    await scenario.write('mapping.yml', 'fields:\n  emial: email\n');
    const inputs = { ...plan, export: 'users.csv', mapping: 'mapping.yml', 'github-token': service.token };
    const result = await scenario.run(inputs, { ...service.env(), ...(await ofPullRequest(scenario)) });
    expect(result.outputs.outcome).toBe('error');
    expect(asShown(service.comments[0]?.body ?? '')).toContain(
      'mapping.yml:2: fields.emial: "emial" is not a cidaas field',
    );
  });

  it('is a notice for forks, never a failure; and nobody is asked outside of pull requests, or with never', async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email\nada@example.com\n');
    const inputs = { ...plan, export: 'users.csv', 'github-token': service.token };
    service.fail({ on: 'comment', kind: 'status', status: 403 });
    const fork = await scenario.run(inputs, {
      ...service.env(),
      ...(await ofPullRequest(scenario, 'stranger/identity')),
    });
    expect(fork.exitCode).toBe(0);
    expect(fork.annotations).toContainEqual(
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('a read-only token') }),
    );
    service.heal();
    await scenario.run(inputs, service.env());
    await scenario.run({ ...inputs, comment: 'never' }, { ...service.env(), ...(await ofPullRequest(scenario)) });
    expect(service.comments).toEqual([]);
  });
});

describe('annotations', () => {
  it('of a broken mapping stand at its lines', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email\nada@example.com\n');
    await scenario.write('migration/mapping.yml', 'fields:\n  emial: email\n  locale: { from: email, case: uper }\n');
    const result = await scenario.run({ ...plan, export: 'users.csv', mapping: 'migration/mapping.yml' });
    expect(result.annotations.map(({ level, file, line }) => [level, file, line])).toEqual([
      ['error', 'migration/mapping.yml', 2],
      ['error', 'migration/mapping.yml', 3],
      ['notice', undefined, undefined],
    ]);
  });

  it('of columns and paths that the export does not have stand at the line that names them', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email\nada@example.com\n');
    await scenario.write('other.csv', 'email,name\nbo@example.com,Bo\n');
    await scenario.write('mapping.yml', 'fields:\n  email: email\n  given_name: name\n');
    const columns = await scenario.run({ ...plan, export: '*.csv', mapping: 'mapping.yml' });
    expect(columns.annotations[0]).toMatchObject({ level: 'error', file: 'mapping.yml', line: 3 });
    await scenario.write('users.ndjson', '{"email":"ada@example.com"}\n');
    const paths = await scenario.run({ ...plan, export: 'users.ndjson', mapping: 'mapping.yml' });
    expect(paths.annotations[0]).toMatchObject({ level: 'warning', file: 'mapping.yml', line: 3 });
  });

  it('of rows stand at the rule that could not make the value, else at the line of the export', async () => {
    await using scenario = await openScenario();
    await scenario.write('data/users.csv', 'email,state\nada@example.com,new\nno-address,on\ndi@example.com,on\n');
    await scenario.write(
      'mapping.yml',
      'fields:\n  email: email\n  userStatus:\n    from: state\n    table: { on: VERIFIED }\n',
    );
    const result = await scenario.run({ ...plan, export: 'data/users.csv', mapping: 'mapping.yml' });
    const placed = result.annotations.map(({ title, file, line }) => [title, file, line]);
    expect(placed).toContainEqual(['value.unknown', 'mapping.yml', 3]);
    expect(placed).toContainEqual(['email.invalid', 'data/users.csv', 3]);
  });

  it('never stand at a file of the repository that only bears the name of a downloaded one', async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    service.setRepository('acme/identity', 'private');
    service.seed({ name: 'users.csv', bytes: Buffer.from('email\nno-address\n'), contentType: 'text/csv' });
    await scenario.write('users.csv', 'email\nada@example.com\n');
    const result = await scenario.run({ ...plan, 'export-artifact': 'users.csv' }, service.env());
    expect(result.report.failures).toHaveLength(1);
    const invalid = result.annotations.find(({ title }) => title === 'email.invalid');
    expect(invalid?.message).toContain('users.csv:2');
    expect(invalid?.file).toBeUndefined();
  });

  it('are no more than GitHub shows of a kind', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', `email,name\n${someUsers(3).map(({ email }) => `${email},x\n`)}`);
    const lines = Array.from({ length: 30 }, (_, at) => `  customFeilds.f${at}: name\n`).join('');
    await scenario.write('mapping.yml', `fields:\n  email: email\n${lines}`);
    const result = await scenario.run({ ...plan, export: 'users.csv', mapping: 'mapping.yml' });
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(10);
    expect(errors.every(({ file, line }) => file === 'mapping.yml' && (line ?? 0) > 2)).toBe(true);
    expect(result.log).toContain('mapping.yml:32: fields.customFeilds.f29');
  });
});

it('many users that fail for many reasons fit into one comment', async () => {
  await using service = await startResultsService();
  await using scenario = await openScenario();
  const rows = Array.from({ length: 3_000 }, (_, at) => `user${at},${'ä'.repeat(200)}${at}\n`).join('');
  await scenario.write('users.csv', `username,locale\n${rows}`);
  const result = await scenario.run(
    {
      ...plan,
      export: 'users.csv',
      'report-identifiers': 'full',
      'abort-above': '100%',
      'github-token': service.token,
    },
    { ...service.env(), ...(await ofPullRequest(scenario)) },
  );
  expect(result.report.totals.invalid).toBe(3_000);
  expect(Buffer.byteLength(service.comments[0]?.body ?? '')).toBeLessThanOrEqual(65_535);
});
