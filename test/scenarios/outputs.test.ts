import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import { PAGE_SCRIPT } from '../../src/generated/page-assets.ts';
import { faultOn } from '../../src/sandbox/fault.ts';
import { rejecting } from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { asShown, errorsOf } from '../support/shown.ts';
import { unzipped } from '../support/stored-artifact.ts';

const users = someUsers(40);
const bad = new Set([users[3]?.sub, users[17]?.sub]);
const inputs = { export: 'users.ndjson', 'batch-size': '10' };

async function open(): Promise<Scenario> {
  const faults = faultOn(
    'bulk',
    'every',
    rejecting(({ sub }) => bad.has(sub)),
  );
  const scenario = await openScenario({ faults });
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

/** The report's files on disk, by name. */
async function filesOf({ outputs }: ScenarioResult): Promise<{ [name: string]: string }> {
  const folder = join(outputs['report-path'] ?? '', '..');
  const names = ['failures.csv', 'report.html', 'report.json', 'warnings.csv'];
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
}

/** Waits of half a second and more pass in a thousandth of their time: what hangs for ten minutes is given up in seconds. */
const HURRIED = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    'const { setTimeout: wait } = globalThis; globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms >= 500 ? ms / 1000 : ms, ...rest);',
  )}`,
};

describe('what a step leaves behind', () => {
  it('outputs, and the four files of the report, as the contract has them', async () => {
    await using scenario = await open();
    const result = await scenario.runBundle(inputs);
    expectClosedAccounts(result);
    const { report, outputs } = result;
    expect(outputs).toEqual({
      outcome: 'failed',
      ...Object.fromEntries(Object.entries(report.totals).map(([name, rows]) => [name, String(rows)])),
      'plan-digest': report.planDigest,
      'report-path': join(scenario.folder, 'report', 'report.json'),
      'report-artifact-id': '',
      'report-url': '',
    });
    expect(Object.keys(report.totals)).toEqual([
      'rows',
      'created',
      'updated',
      'unchanged',
      'skipped',
      'invalid',
      'duplicate',
      'failed',
      'unknown',
      'unsent',
      'planned',
    ]);
    const files = await filesOf(result);
    const json = JSON.parse(files['report.json'] ?? '');
    expect(json).toMatchObject({
      version: 1,
      tool: { name: 'cidaas-migrate', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      mode: 'apply',
      outcome: 'failed',
      tenant: scenario.sandbox.url,
      run: {
        id: '4711',
        attempt: 1,
        url: 'https://github.com/acme/identity/actions/runs/4711',
        repository: 'acme/identity',
        event: 'workflow_dispatch',
        sha: expect.stringMatching(/^[\da-f]{40}$/),
      },
      export: { files: [{ name: 'users.ndjson', format: 'ndjson', encoding: 'utf-8' }], rows: 40 },
      mapping: null,
      skippedBy: {},
      requests: { sent: 4, retried: 0, byStatus: { 200: 4 } },
    });
    expect(json.failures[0]).toEqual({
      row: 4,
      file: 'users.ndjson',
      line: 4,
      outcome: 'failed',
      code: expect.stringMatching(/^tenant\./),
      message: 'invalid email passed',
      hint: expect.stringMatching(/\w/),
      field: null,
      user: { sub: users[3]?.sub, email: 'u***@e***.com' },
      attempts: 1,
      duplicateOf: null,
    });
    expect(json.successes[0]).toEqual({
      row: 1,
      file: 'users.ndjson',
      line: 1,
      outcome: 'created',
      sub: users[0]?.sub,
      user: { sub: users[0]?.sub, email: 'u***@e***.com' },
    });
    const [header, ...lines] = await csvOf(files['failures.csv'] ?? '');
    expect(header?.join(',')).toBe(
      'row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number,attempts',
    );
    expect(lines.map(([row, , , outcome]) => [row, outcome])).toEqual([
      ['4', 'failed'],
      ['18', 'failed'],
    ]);
    expect(files['report.html']).toMatch(/^<!doctype html>/);
    // The page's one script is ours; the policy in it knows its hash.
    const page = files['report.html']?.replace(`<script>${PAGE_SCRIPT}</script>`, '');
    expect(page).not.toMatch(
      /<script(?! type="application\/json")|<link|<img|src=|url\(|@import|https?:\/\/(?!127\.0\.0\.1|github\.com\/acme)/,
    );
  });

  it('files that only this user may read', { skip: process.platform === 'win32' }, async () => {
    await using scenario = await open();
    const { outputs } = await scenario.run(inputs);
    for (const name of ['report.json', 'report.html', 'failures.csv', 'warnings.csv']) {
      const { mode } = await stat(join(outputs['report-path'] ?? '', '..', name));
      expect(mode & 0o077, name).toBe(0);
    }
  });

  it('a summary with totals, failures by code, the first of them, and what became of the report', async () => {
    await using scenario = await open();
    const { summary } = await scenario.run(inputs);
    const shown = asShown(summary);
    expect(shown).toMatch(/^## ❌ cidaas migration: failed/);
    expect(shown).toContain('| created | 38 |');
    expect(shown).toContain('| failed | 2 |');
    expect(shown).toContain('| **rows** | **40** |');
    expect(shown).toMatch(/\| <code>tenant\.\w+<\/code> \| failed \| 2 \| <code>users\.ndjson:4<\/code> \|/);
    expect(shown).toMatch(
      /\| 18 \| <code>users\.ndjson:18<\/code> \| failed \| .*u\*\*\*@e\*\*\*\.com.* \| invalid email passed \|/,
    );
    expect(shown).toContain(`Its files are in ${join(scenario.folder, 'report')}`);
  });

  it('a log that tells the plan, the progress, the totals and the report', async () => {
    await using scenario = await open();
    const { log, outputs } = await scenario.run(inputs);
    for (const said of [
      /^users\.ndjson: ndjson, utf-8, /m,
      /^40 rows: 40 planned$/m,
      /^40 of 40 users · (?:[\d.,]+\/s · )?2 failed$/m,
      /^apply failed after .*: 40 rows: 38 created · 2 failed$/m,
      /^Plan digest: v1\./m,
    ]) {
      expect(log).toMatch(said);
    }
    expect(log).toContain(`Report: ${outputs['report-path']}`);
  });
});

async function csvOf(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of parseString<string[], string[]>(text, { headers: false })) rows.push(row);
  return rows;
}

describe('the artifact', () => {
  async function withService(work: (scenario: Scenario, service: ResultsService) => Promise<void>): Promise<void> {
    await using service = await startResultsService();
    await using scenario = await open();
    await work(scenario, service);
  }

  it('holds the three files, and the page stands un-zipped beside it', () =>
    withService(async (scenario, service) => {
      const result = await scenario.run({ ...inputs, 'retention-days': '3' }, service.env());
      const files = await filesOf(result);
      const all = service.artifact('cidaas-migration-report');
      const page = service.artifact('cidaas-migration-report.html');
      expect(unzipped(all)).toEqual(files);
      expect([page.bytes.toString(), page.contentType]).toEqual([files['report.html'], 'text/html']);
      expect(result.outputs).toMatchObject({
        'report-artifact-id': String(all.id),
        'report-url': `https://github.com/acme/identity/actions/runs/4711/artifacts/${all.id}`,
      });
      expect(result.summary).toContain(`[Open the report](./4711/artifacts/${page.id})`);
      for (const { expiresAt } of [all, page]) expect(expiresAt).not.toBeNull();
    }));

  it('gets a counter when its name is taken, with a notice', () =>
    withService(async (scenario, service) => {
      const first = await scenario.run({ ...inputs, 'report-name': 'my report' }, service.env());
      const second = await scenario.run({ ...inputs, 'report-name': 'my report' }, service.env());
      expect(first.annotations.filter(({ level }) => level === 'notice')).toEqual([]);
      expect(second.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)).toEqual([
        expect.stringContaining('my report-2'),
        expect.stringContaining('my report-2.html'),
      ]);
      expect(unzipped(service.artifact('my report-2'))).toEqual(await filesOf(second));
      expect(second.outputs['report-artifact-id']).toBe(String(service.artifact('my report-2').id));
    }));

  it.each([
    ['is refused', { kind: 'status', status: 403 }],
    ['stays unavailable', { kind: 'status', status: 503 }],
    ['breaks the connection', { kind: 'reset' }],
    ['accepts and never answers', { kind: 'hang' }],
  ] as const)(
    'is not there when the service %s: the files stay, a warning says where, the step is what it was',
    (_, fault) =>
      withService(async (scenario, service) => {
        service.fail({ on: 'CreateArtifact', ...fault });
        const result = await scenario.runBundle({ ...inputs, 'fail-above': '2' }, { ...service.env(), ...HURRIED });
        expectClosedAccounts(result);
        expect([result.exitCode, result.outputs.outcome]).toEqual([0, 'succeeded']);
        expect(service.artifacts).toEqual([]);
        expect(result.outputs).toMatchObject({ 'report-artifact-id': '', 'report-url': '' });
        const where = `The files are in ${join(scenario.folder, 'report')}`;
        expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toContainEqual(
          expect.stringMatching(/^warning: The artifact cidaas-migration-report could not be uploaded: /),
        );
        expect(asShown(result.summary)).toContain(where);
        expect(Object.keys(await filesOf(result))).toHaveLength(4);
      }),
  );

  it('is not tried on GitHub Enterprise Server', () =>
    withService(async (scenario, service) => {
      const env = { ...service.env(), GITHUB_SERVER_URL: 'https://github.example.com' };
      const result = await scenario.run({ ...inputs, 'fail-above': '2' }, env);
      expect(result.exitCode).toBe(0);
      expect(service.requests).toEqual([]);
      expect(result.annotations).toContainEqual(
        expect.objectContaining({
          level: 'notice',
          message: expect.stringMatching(/GitHub Enterprise Server.*Its files are in/),
        }),
      );
    }));
});

describe('fail-above', () => {
  it.each([
    ['0', 'failed'],
    ['1', 'failed'],
    ['2', 'succeeded'],
    ['4%', 'failed'],
    ['4.9%', 'failed'],
    ['5%', 'succeeded'],
    ['100%', 'succeeded'],
  ])('%s, with 2 of 40 users failed: %s', async (limit, outcome) => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'fail-above': limit });
    expect(result.outputs.outcome).toBe(outcome);
    expect(result.report.outcome).toBe(outcome);
    expect(result.exitCode).toBe(outcome === 'succeeded' ? 0 : 1);
    const levels = new Set(
      result.annotations.filter(({ title }) => title.startsWith('tenant')).map(({ level }) => level),
    );
    expect([...levels]).toEqual([outcome === 'succeeded' ? 'warning' : 'error']);
  });
});

describe('annotations', () => {
  it('are at most ten of a kind, however many reasons there are', async () => {
    await using scenario = await openScenario();
    const wrong = Array.from({ length: 15 }, (_, n) => `  customFields.f${n}: { from: c${n}, type: number }`);
    const columns = wrong.map((_, n) => `c${n}`);
    await scenario.write('mapping.yml', `fields:\n  email: mail\n${wrong.join('\n')}\n`);
    await scenario.write('users.csv', `mail,${columns.join(',')}\na@example.com${',x'.repeat(15)}\n`);
    const rows = await scenario.run({ export: 'users.csv', mapping: 'mapping.yml', mode: 'plan' });
    expect(errorsOf(rows).length).toBeLessThanOrEqual(10);

    await scenario.write('users.csv', 'mail\na@example.com\n');
    const columnsMissing = await scenario.run({ export: 'users.csv', mapping: 'mapping.yml', mode: 'plan' });
    expect(errorsOf(columnsMissing)).toHaveLength(10);
    for (const n of wrong.keys()) {
      expect(columnsMissing.log).toContain(`no column "c${n}"`);
      expect(asShown(columnsMissing.summary)).toContain(`no column "c${n}"`);
    }
  });

  it('name the first place of each reason', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email,birthdate\na@example.com,\nno,\nstill-no,\nb@example.com,1990-02-31\n');
    const result = await scenario.run({ export: 'users.csv', 'abort-above': '100%' });
    const [why, ...reasons] = result.annotations.filter(({ level }) => level === 'error');
    expect(why?.message).toBe('3 of 4 rows ended invalid, failed or unknown, more than fail-above (0) allows.');
    expect(reasons).toEqual([
      {
        level: 'error',
        title: 'email.invalid',
        file: 'users.csv',
        line: 3,
        message: expect.stringMatching(/^2 invalid rows, first at users\.csv:3 \(email\): /),
      },
      {
        level: 'error',
        title: 'date.invalid',
        file: 'users.csv',
        line: 5,
        message: expect.stringMatching(/^1 invalid row, first at users\.csv:5 \(birthdate\): /),
      },
    ]);
  });
});

it('a summary of thousands of failures stays below what GitHub shows', async () => {
  await using scenario = await openScenario();
  await scenario.write('users.csv', `email,nickname\n${'no,<b>|*_`\n'.repeat(5_000)}`);
  const result = await scenario.run({ export: 'users.csv', mode: 'plan', 'abort-above': '100%' });
  expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
  expect(result.report.failures).toHaveLength(5_000);
});

describe('wrong inputs', () => {
  it('are all named at once, before anything is read or sent', async () => {
    await using scenario = await open();
    const result = await scenario.run({
      mode: 'aply',
      export: '',
      format: 'yaml',
      'batch-size': '5000',
      concurrency: '0',
      'abort-above': 'some',
      'tenant-url': 'http://acme.cidaas.de',
      'report-name': 'a/b',
    });
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
    const errors = errorsOf(result).join('\n');
    for (const name of [
      'mode',
      'export',
      'format',
      'batch-size',
      'concurrency',
      'abort-above',
      'tenant-url',
      'report-name',
    ]) {
      expect(errors).toContain(`\`${name}\`: `);
      expect(asShown(result.summary)).toContain(`\`${name}\`: `);
    }
    expect(asShown(result.summary)).toContain('Nothing was sent.');
    expect(result.stdout).not.toMatch(/\n\s+at /);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('a report-dir that cannot be written is one of them, and not found out when all users are sent', async () => {
    await using scenario = await open();
    const file = join(scenario.workspace, 'users.ndjson');
    const result = await scenario.run({ ...inputs, 'report-dir': join(file, 'report') });
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
    expect(errorsOf(result)).toEqual([expect.stringMatching(/^`report-dir`: .* is not writable/)]);
    expect(result.everything).not.toMatch(/\\n\s+at |\n\s+at /);
    expect(scenario.sandbox.requests).toHaveLength(0);
  });

  it('secrets that are missing are said with where they come from', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'client-id': '', 'client-secret': '' });
    expect(errorsOf(result)).toEqual([
      expect.stringContaining('`client-id`'),
      expect.stringContaining('`client-secret`'),
    ]);
    expect(basename(result.outputs['report-path'] ?? '')).toBe('');
  });
});
