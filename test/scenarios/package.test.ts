import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../src/plan/row.ts';
import { TOOL_VERSION } from '../../src/runtime/tool-version.ts';
import { startCommand } from '../support/command.ts';
import { runNpm } from '../support/npm.ts';
import { tempFolder } from '../support/temp-folder.ts';

const contentOf = (path: string): Buffer => readFileSync(path);
const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();
let tarball = '';
let version = '';
/** Where npx has installed it. */
let modules = '';

beforeAll(async () => {
  const name = await runNpm('npm', ['pack', '--silent', root, `--pack-destination=${folder.path}`], folder.path);
  tarball = folder.file(name.trim());
  version = await runNpm('npx', ['--yes', `--package=${tarball}`, '--', 'cidaas-migrate', '--version'], folder.path);
  modules = globSync(folder.file('.npm-cache/_npx/*/node_modules'))[0] ?? '';
}, 180_000);
afterAll(() => folder[Symbol.dispose]());

describe('the tarball', () => {
  test('runs with npx and without a network, since it needs no other package', () => {
    expect(version.trim()).toContain(TOOL_VERSION);
    expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['cidaas-migrate']);
  });

  test('holds what runs, what editors read and the examples, and nothing of the development', () => {
    const installed = join(modules, 'cidaas-migrate');
    expect(readdirSync(installed).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'examples', 'mapping.schema.json', 'package.json'].sort(),
    );
    const files = readdirSync(join(installed, 'dist')).sort();
    expect(files).toEqual(readdirSync(join(root, 'dist')).sort());
    const different = files.filter(
      (name) => !contentOf(join(installed, 'dist', name)).equals(contentOf(join(root, 'dist', name))),
    );
    expect(different).toEqual([]);
    expect(statSync(tarball).size).toBeLessThan(4 << 20);
  });

  test('prints its help, and rehearses the demo that it brings along', async () => {
    const bin = join(modules, '.bin/cidaas-migrate');
    const run = (...args: string[]) => startCommand(bin, args, { cwd: folder.path }).ended;
    const help = await run('--help');
    expect(help).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Usage: cidaas-migrate') });

    const demo = join(modules, 'cidaas-migrate/examples/demo');
    const files = ['--export', join(demo, 'customers.csv'), '--mapping', join(demo, 'mapping.yml')];
    const rehearsal = await run(...files, '--tenant-url', 'sandbox');
    expect(rehearsal.exitCode, rehearsal.stderr).toBe(0);
    const { outcome, tool, totals } = JSON.parse(readFileSync(folder.file('migration-report/report.json'), 'utf8'));
    expect({ outcome, version: tool.version }).toEqual({ outcome: 'succeeded', version: TOOL_VERSION });
    expect(totals.created).toBeGreaterThan(100);
    expect(OUTCOMES.reduce((sum, name) => sum + totals[name], 0)).toBe(totals.rows);
  });

  test('says on an older Node what it needs', async () => {
    const pretended = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })`;
    const started = startCommand(
      `--import=data:text/javascript,${encodeURIComponent(pretended)}`,
      [join(modules, '.bin/cidaas-migrate'), '--help'],
      {
        cwd: folder.path,
      },
    );
    expect(await started.ended).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringContaining('needs Node 24 or later, but this is 20.19.0'),
    });
  });
});
