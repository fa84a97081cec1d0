// The whole way without a tenant: a messy export of 10,000 users, the sandbox, and the committed bundle run as a runner runs it.
import { spawn } from 'node:child_process';
import { copyFileSync, createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { generateExport } from '../test/support/shop-export/generate-export.ts';

const USERS = 10_000;
/** What a request to a tenant takes from a runner in the same country, roughly; without it there would be nothing to watch. */
const LATENCY_MS = 300;

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.demo');
rmSync(folder, { recursive: true, force: true });
for (const name of ['workspace', 'temp']) mkdirSync(join(folder, name), { recursive: true });

const workspace = join(folder, 'workspace');
await pipeline(
  Readable.from(generateExport({ seed: 1, users: USERS, encoding: 'windows-1252' })),
  createWriteStream(join(workspace, 'customers.csv')),
);
copyFileSync(join(root, 'examples/demo/mapping.yml'), join(workspace, 'mapping.yml'));

await using sandbox = await startSandbox({
  latencyMs: LATENCY_MS,
  setup: {
    fields: [
      { fieldKey: 'customer_no', fieldType: 'CUSTOM', dataType: 'TEXT', enabled: true },
      { fieldKey: 'newsletter', fieldType: 'CUSTOM', dataType: 'CHECKBOX', enabled: true },
    ],
  },
});
console.log(
  `A sandbox tenant listens on ${sandbox.url}; ${USERS} users of an invented shop are in ${shown(workspace)}/customers.csv.\n`,
);

const summary = join(folder, 'summary.md');
const output = join(folder, 'output.txt');
for (const file of [summary, output]) writeFileSync(file, '');
const exitCode = await runAsRunner({
  EXPORT: 'customers.csv',
  MAPPING: 'mapping.yml',
  'TENANT-URL': sandbox.url,
  'CLIENT-ID': sandbox.client.id,
  'CLIENT-SECRET': sandbox.client.secret,
  'FAIL-ABOVE': '5%',
  'REPORT-DIR': join(folder, 'report'),
});

console.log(`
The sandbox now holds ${sandbox.userCount} users. What a runner would show:
  report for people      ${shown(join(folder, 'report/report.html'))}
  report for machines    ${shown(join(folder, 'report/report.json'))}
  failures as a sheet    ${shown(join(folder, 'report/failures.csv'))}
  job summary            ${shown(summary)}
  step outputs           ${shown(output)}`);
process.exitCode = exitCode;

/** Starts dist/ with the environment that GitHub's runner gives a step, and shows its log as a runner would. */
async function runAsRunner(inputs: { readonly [name: string]: string }): Promise<number> {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_STATE: join(folder, 'temp/state'),
    RUNNER_TEMP: join(folder, 'temp'),
  };
  writeFileSync(join(folder, 'temp/state'), '');
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name}`] = value;
  const child = spawn(process.execPath, [join(root, 'dist/index.js')], {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number>((done) => child.on('close', (code) => done(code ?? 1)));
  for await (const line of createInterface(child.stdout)) {
    if (!/^::(add-mask|debug|save-state|set-output)/.test(line))
      console.log(line.startsWith('::') ? annotation(line) : line);
  }
  return ended;
}

/** `::warning title=…::100%25` as a runner shows it. */
function annotation(line: string): string {
  const text = line.replace(/^::(\w)(\w+)[^:]*::/, (_, initial, rest) => `${initial.toUpperCase()}${rest}: `);
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%');
}

function shown(path: string): string {
  return relative(process.cwd(), path);
}
