import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { armored, encryptFor, keyPair } from '../support/encrypted.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  runCommand,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';

const users = someUsers(2_000);
const text = ndjson(users);
const ours = await keyPair();
const theirs = await keyPair();
const encrypted = await encryptFor(gzipSync(text), ours.recipient);
const KEY_FILE = `# created: 2026-01-01\n# public key: ${theirs.recipient}\n${theirs.identity}\n${ours.identity}\n`;

/** Not even a part of an identity that would make the rest guessable stands anywhere. */
function expectNoKey({ everything }: ScenarioResult): void {
  for (const identity of [ours.identity, theirs.identity])
    for (const part of [identity.slice(0, 30), identity.slice(-30)]) expect(everything).not.toContain(part);
  expect(everything).not.toContain('Müller');
}

async function openEncrypted(file: Buffer | string = encrypted): Promise<Scenario> {
  const scenario = await openScenario({ log: 'users' });
  await scenario.write('users.ndjson.gz.age', file);
  return scenario;
}

const inputs = { export: 'users.ndjson.gz.age', 'batch-size': '1000', 'export-key': KEY_FILE };

describe('an encrypted export', () => {
  it.each([
    ['binary', encrypted, 'runBundle'],
    ['armored', armored(encrypted), 'run'],
  ] as const)('arrives as if it were plain (%s), and its key stands nowhere', async (_, file, way) => {
    await using scenario = await openEncrypted(file);
    const result = await scenario[way](inputs);
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ rows: 2_000, created: 2_000 });
    expect(result.report.export.files).toMatchObject([{ name: 'users.ndjson.gz.age', format: 'ndjson' }]);
    expectStored(scenario.sandbox, users);
    expectNoKey(result);
    expect(result.secrets).toEqual(expect.arrayContaining([ours.identity, theirs.identity]));
  });

  it('is planned with nothing but its key, and the plan is that of the same users in the clear', async () => {
    await using scenario = await openEncrypted();
    await scenario.write('plain.ndjson', text);
    const nothing = { 'tenant-url': '', 'client-id': '', 'client-secret': '', mode: 'plan' };
    const result = await scenario.run({ ...inputs, ...nothing });
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', planned: '2000' });
    const plain = await scenario.run({ ...inputs, ...nothing, export: 'plain.ndjson', 'export-key': '' });
    const usersPart = (digest = '') => digest.split('.').at(-1);
    expect(usersPart(result.outputs['plan-digest'])).toBe(usersPart(plain.outputs['plan-digest']));
    expectNoKey(result);
  });

  it('is read from the shell with the key from the environment', async () => {
    await using scenario = await openEncrypted();
    const out = await shell(scenario, ['--mode', 'plan', '--export', inputs.export], { CIDAAS_EXPORT_KEY: KEY_FILE });
    expect(out.exitCode).toBe(0);
    expect(out.text).toContain('2000');
    expect(out.text).not.toContain(ours.identity.slice(0, 30));
    const flag = await shell(scenario, ['--mode', 'plan', '--export', inputs.export, '--export-key', KEY_FILE]);
    expect(flag.exitCode).toBe(3);
    expect(flag.text).toContain('--export-key: set CIDAAS_EXPORT_KEY in the environment instead');
    expect(flag.text).not.toContain(ours.identity.slice(0, 30));
  });

  it('leaves no plaintext on disk', async () => {
    await using scenario = await openEncrypted();
    await scenario.run(inputs);
    const left = await readdir(scenario.folder, { recursive: true, withFileTypes: true });
    for (const entry of left.filter((one) => one.isFile())) {
      const content = await readFile(join(entry.parentPath, entry.name));
      expect(content.includes('Müller'), entry.name).toBe(false);
    }
  });
});

describe('nothing is sent, and what to do is said, when', () => {
  const cut = encrypted.subarray(0, encrypted.length - 1);
  const forged = Buffer.from(encrypted);
  forged.writeUInt8(forged.readUInt8(forged.length - 20) ^ 1, forged.length - 20);

  it.each<[string, Buffer, string, string]>([
    [
      'there is no key',
      encrypted,
      '',
      'users.ndjson.gz.age is encrypted with age. Pass its identity or passphrase in the secret input `export-key`',
    ],
    [
      'the key is another',
      encrypted,
      theirs.identity,
      'users.ndjson.gz.age was encrypted for a recipient that does not match `export-key`',
    ],
    ['the key is cut off', encrypted, ours.identity.slice(0, 60), '`export-key`: line 1 is not a complete identity'],
    ['the key is the recipient', encrypted, ours.recipient, '`export-key`: this is the public recipient'],
    ['the file is cut off', cut, ours.identity, 'users.ndjson.gz.age is damaged or truncated'],
    ['the file is forged', forged, ours.identity, 'users.ndjson.gz.age is damaged or truncated'],
  ])('%s', async (_, file, key, says) => {
    await using scenario = await openEncrypted(file);
    const result = await scenario.run({ ...inputs, 'export-key': key });
    expect(result.outputs.outcome).toBe('error');
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ message }) => message).join('\n')).toContain(says);
    expect(result.stdout).not.toMatch(/\n\s+at /);
    expect(scenario.sandbox.requests).toEqual([]);
    expectNoKey(result);
  });
});

describe('an export in an artifact of a public repository', () => {
  async function seeded(name: string, content: Buffer | string): Promise<ResultsService> {
    const service = await startResultsService();
    service.seed({ name: 'export', bytes: Buffer.from(zipSync({ [name]: Buffer.from(content) })) });
    return service;
  }

  async function runPublic(scenario: Scenario, service: ResultsService, more: { [name: string]: string }) {
    const event = join(scenario.folder, 'public-event.json');
    const repository = { full_name: 'acme/identity', private: false, visibility: 'public' };
    await writeFile(event, JSON.stringify({ repository }));
    return scenario.run(
      { 'export-artifact': 'export', 'batch-size': '1000', ...more },
      { ...service.env(), GITHUB_EVENT_PATH: event },
    );
  }

  it('is refused when it is plain: nothing is sent', async () => {
    await using service = await seeded('users.ndjson', text);
    await using scenario = await openScenario({ log: 'users' });
    const result = await runPublic(scenario, service, {});
    expect(result.outputs.outcome).toBe('error');
    expect(result.exitCode).toBe(1);
    expect(result.report.reason).toContain('users.ndjson is not encrypted, and acme/identity is a public repository');
    expect(result.summary).toContain('users.ndjson is not encrypted');
    expect(scenario.sandbox.requests).toEqual([]);
  });

  it('is taken when it is plain and that is allowed', async () => {
    await using service = await seeded('users.ndjson', text);
    await using scenario = await openScenario();
    const result = await runPublic(scenario, service, { 'allow-public-export': 'true' });
    expect(result.report.totals).toMatchObject({ created: 2_000 });
  });

  it('is taken when it is encrypted', async () => {
    await using service = await seeded('users.ndjson.gz.age', encrypted);
    await using scenario = await openScenario();
    const result = await runPublic(scenario, service, { 'export-key': ours.identity });
    expect(result.report.totals).toMatchObject({ created: 2_000 });
    expectNoKey(result);
  });

  it('of another one is refused when that one is public, whatever this one is', async () => {
    await using service = await startResultsService();
    const run = { repository: 'acme/exports', runId: '815' };
    service.seed({ name: 'export', bytes: Buffer.from(zipSync({ 'users.ndjson': Buffer.from(text) })), ...run });
    service.setRepository('acme/exports', 'public');
    await using scenario = await openScenario({ log: 'users' });
    const elsewhere = { 'export-artifact': 'export', 'export-repository': 'acme/exports', 'export-run-id': '815' };
    const result = await scenario.run({ ...elsewhere, 'github-token': service.token }, service.env());
    expect(result.report.reason).toContain('acme/exports is a public repository');
    expect(result.everything).not.toContain(service.token);
    expect(scenario.sandbox.requests).toEqual([]);
  });

  it('needs true or false to be allowed, nothing else', async () => {
    await using scenario = await openScenario();
    const result = await scenario.run({ export: 'users.ndjson', 'allow-public-export': 'yes' });
    expect(result.annotations[0]?.message).toContain('`allow-public-export`: expected one of false, true, got `yes`');
  });
});

async function shell(scenario: Scenario, args: readonly string[], env: { [name: string]: string } = {}) {
  const { exitCode, stdout, stderr } = await runCommand(args, { cwd: scenario.workspace, env });
  const report = exitCode === 0 ? readFileSync(join(scenario.workspace, 'migration-report/report.json'), 'utf8') : '';
  return { exitCode, text: stdout + stderr + report };
}
