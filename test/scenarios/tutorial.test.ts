import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { missingLine, shownParts } from '../support/shown-commands.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
/** What a clone with its packages has, as far as the tutorial uses it. */
const COPIED = ['src', 'test/support', 'examples/demo', 'package.json', 'scripts/demo.ts'];
const LINKED = ['node_modules', 'dist'];
/** Of the sandbox on the page; another one is used here, since a port may be taken. */
const PORT = '8765';
/** Between the outputs of two blocks. */
const MARK = '::the next block::';

const folder = tempFolder();
const clone = folder.file('clone');
const parts = shownParts(page);
const commands = parts.filter((part) => part.kind === 'commands');
const [install, ...later] = commands.filter(({ place }) => place === '');
let outputs: readonly string[] = [];
const terminals: ReturnType<typeof spawn>[] = [];

function shell(script: string) {
  const env = { PATH: process.env.PATH, HOME: folder.path, TMPDIR: folder.path, ...COMPILE_CACHE };
  return spawn('bash', ['--noprofile', '--norc', '-c', `exec 2>&1\n${script}`], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return String(typeof address === 'object' ? address?.port : null);
}

beforeAll(async () => {
  for (const path of COPIED) cpSync(join(root, path), join(clone, path), { recursive: true });
  for (const path of LINKED) symlinkSync(join(root, path), join(clone, path));
  const port = await freePort();
  const asShown = (text: string): string => text.replaceAll(PORT, port);
  // One terminal for all blocks: they set its environment. Files are written in between, as the reader does.
  let script = 'export PATH="$PWD/node_modules/.bin:$PATH"\n';
  for (const part of parts) {
    if (part.kind === 'file') {
      writeFileSync(folder.file('next-file'), part.content);
      script += `cp '${folder.file('next-file')}' '${part.path}'\n`;
    } else if (part.place !== '') {
      const terminal = shell(asShown(part.commands));
      terminals.push(terminal);
      await once(terminal.stdout ?? terminal, 'data');
    } else if (part !== install) script += `${asShown(part.commands)}\necho '${MARK}'\n`;
  }
  const first = shell(script);
  let printed = '';
  first.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await once(first, 'close');
  outputs = printed.split(`${MARK}\n`);
}, 900_000);

afterAll(() => {
  // With what it started, as Ctrl+C does.
  for (const { pid } of terminals) if (pid !== undefined) process.kill(-pid, 'SIGINT');
  folder[Symbol.dispose]();
});

test('the tutorial installs what the tests have: a clone, its packages and its Node', () => {
  expect(install?.commands.split('\n').map((line) => line.split(' ', 2).join(' '))).toEqual([
    ...['git clone', 'cd cidaas-migrate', 'npm ci', 'export PATH="$PWD/node_modules/.bin:$PATH"', ''],
  ]);
});

test('it has a demo, a plan, a rehearsal, an import and a delta to run', () => {
  for (const one of ['run --silent demo', ' init ', '--mode plan', ' explain ', '--tenant-url sandbox', '--sync delta'])
    expect(later.map((part) => part.commands).join()).toContain(one);
});

test.each(later.map((part, at) => [part.commands.trimEnd(), part.prints, at] as const))(
  '%s',
  (_commands, prints, at) => {
    const output = outputs[at] ?? 'the block did not run';
    expect(missingLine(prints, output), output).toBeNull();
    expect(output).not.toMatch(/command not found|No such file|Usage:/);
  },
);

test('the lines for a shell in README follow one another', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, lines = ''] = /^## From a shell\n+```sh\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  const terminal = shell(`set -e\n${lines}`);
  let printed = '';
  terminal.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [exitCode] = await once(terminal, 'close');
  const prints = [
    'mapping.yml is written',
    'plan succeeded',
    'Row 12, examples/demo/customers.csv:13',
    'Decision: planned',
    'rehearsal succeeded',
  ];
  expect([missingLine(prints, printed), exitCode], printed).toEqual([null, 0]);
}, 120_000);

test('a line that is not printed, or not in this order, is found', () => {
  expect(missingLine(['10 rows: … planned', 'done'], '10 rows: 1 invalid · 9 planned\nall done\n')).toBeNull();
  expect(missingLine(['done', '10 rows'], '10 rows\ndone\n')).toBe('10 rows');
  expect(missingLine(['a.b'], 'aXb\n')).toBe('a.b');
  expect(() => shownParts('```json\n{}\n```\n')).toThrow('neither run nor written');
});
