import { execFile } from 'node:child_process';
import { access, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { encryptFor, keyPair } from '../support/encrypted.ts';
import { MAPPING } from '../support/example-world.ts';
import { csvText } from '../support/export-text.ts';
import { expectStored, someUsers } from '../support/scenario.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
type Texts = { readonly [name: string]: string };
interface Job {
  readonly script: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports?: { readonly dotenv: string } };
}
interface Pipeline {
  readonly [name: string]: unknown;
  readonly variables: { readonly [name: string]: string | { readonly value: string } };
  readonly default: { readonly before_script: readonly string[] };
}

/** A project with its runner: `run` runs a job's lines in a fresh clone, as a runner does. */
async function openProject(commit: (git: (...args: string[]) => Promise<string>) => Promise<Texts>) {
  const temp = tempFolder();
  const pipeline = parse(await readFile(join(root, 'examples/gitlab/gitlab-ci.yml'), 'utf8')) as Pipeline;
  const env = { PATH: `${resolve(process.execPath, '..')}:${process.env.PATH}`, HOME: temp.path };
  const gitIn =
    (cwd: string) =>
    async (...args: string[]) =>
      (await run('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, env })).stdout.trim();
  const code = temp.file('code');
  await mkdir(code);
  await cp(join(root, 'dist'), join(code, 'dist'), { recursive: true });
  const project = temp.file('project');
  await mkdir(join(project, 'migration'), { recursive: true });
  for (const folder of [code, project]) await gitIn(folder)('init', '--quiet');
  await gitIn(code)('add', '.');
  await gitIn(code)('commit', '--quiet', '--message', 'The command');
  const predefined = await commit(gitIn(project)).catch((problem) => {
    temp[Symbol.dispose]();
    throw problem;
  });
  let jobs = 0;
  return {
    folder: temp.path,
    project,
    /** Resolves with the log and the folder, when the artifacts are there; rejects when a line fails. */
    async run(name: string, secrets: Texts) {
      const job = pipeline[name] as Job;
      const folder = temp.file(`job-${++jobs}`);
      await gitIn(temp.path)('clone', '--quiet', project, folder);
      const variables = Object.entries(pipeline.variables).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : value.value,
      ]);
      const settings = {
        ...Object.fromEntries(variables),
        CIDAAS_MIGRATE_REPOSITORY: code,
        CIDAAS_MIGRATE_COMMIT: await gitIn(code)('rev-parse', 'HEAD'),
        CI: 'true',
        GITLAB_CI: 'true',
        ...predefined,
        ...secrets,
      };
      const lines = ['set -eo pipefail', ...pipeline.default.before_script, ...job.script].join('\n');
      const { stdout, stderr } = await run('bash', ['-c', lines], { cwd: folder, env: { ...env, ...settings } });
      for (const path of job.artifacts.paths) await access(join(folder, path));
      const dotenv = job.artifacts.reports?.dotenv;
      const made = dotenv === undefined ? '' : await readFile(join(folder, dotenv), 'utf8');
      const given = made.split('\n').filter(Boolean);
      return { log: stdout + stderr, folder, variables: Object.fromEntries(given.map((line) => line.split('=', 2))) };
    },
    [Symbol.dispose]: () => temp[Symbol.dispose](),
  };
}

it('examples/gitlab/gitlab-ci.yml reviews without secrets, plans the real export, and applies exactly that plan', async () => {
  await using sandbox = await startSandbox({ log: 'users' });
  const users = someUsers(30);
  const { identity, recipient } = await keyPair();
  using project = await openProject(async (git) => {
    const folder = await git('rev-parse', '--show-toplevel');
    await writeFile(join(folder, 'migration/mapping.yml'), MAPPING);
    await writeFile(join(folder, 'migration/sample-users.csv'), csvText(users.slice(0, 5)));
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'A mapping');
    const base = await git('rev-parse', 'HEAD');
    await writeFile(
      join(folder, 'migration/mapping.yml'),
      MAPPING.replace('given_name: given_name', 'given_name: { from: given_name, case: upper }'),
    );
    await git('commit', '--quiet', '--all', '--message', 'Another mapping');
    return { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CIDAAS_TENANT_URL: sandbox.url };
  });
  const review = await project.run('review', {});
  expect(review.log).toContain('5 users are sent differently');
  expect(await readFile(join(review.folder, 'migration-report/report.html'), 'utf8')).toContain('<html');

  const file = join(project.folder, 'users.csv.gz.age');
  await writeFile(file, await encryptFor(gzipSync(csvText(users)), recipient));
  const key = { CIDAAS_EXPORT: file, CIDAAS_EXPORT_KEY: identity };
  const plan = await project.run('plan', key);
  expect(plan.variables.PLAN_DIGEST).toMatch(/^v1\.[\w.]+$/);
  expect(sandbox.requests.filter(({ kind }) => kind === 'bulk')).toEqual([]);

  const secrets = {
    ...key,
    CIDAAS_CLIENT_ID: sandbox.client.id,
    CIDAAS_CLIENT_SECRET: sandbox.client.secret,
    CIDAAS_STATE_KEY: 'a state key that nobody else knows',
    CIDAAS_STATE_DIR: join(project.folder, 'state'),
  };
  await project.run('apply', { ...secrets, ...plan.variables, PILOT: '5' });
  expect(sandbox.userCount).toBe(5);
  const apply = await project.run('apply', { ...secrets, ...plan.variables });
  expectStored(
    sandbox,
    users.map((user) => ({ ...user, given_name: String(user.given_name).toUpperCase() })),
  );
  expect(sandbox.counters).toMatchObject({ created: 30, updated: 0 });
  for (const { log } of [review, plan, apply])
    for (const secret of [identity, sandbox.client.secret, 'user1@example.com', '$2b$10$'])
      expect(log).not.toContain(secret);
});
