// Builds dist/: TypeScript to lib/, then one bundle for action, post step and CLI. Pass a folder to build somewhere else.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minifySync, parseSync, Visitor } from 'rolldown/utils';
import { bundledPackages, licensesText } from './licenses.ts';

const root = resolve(import.meta.dirname, '..');
const out = resolve(root, process.argv[2] ?? 'dist');
const lib = join(root, 'lib');

const run = (script: string, ...args: string[]): void => {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

rmSync(lib, { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
// Only now: a source that does not compile must not cost the bundle that works.
rmSync(out, { recursive: true, force: true });
const stats = join(lib, 'stats.json');
run('@vercel/ncc/dist/ncc/cli.js', 'build', join(lib, 'main.js'), '-o', out, '--stats-out', stats, '--no-cache');
const packages = bundledPackages(JSON.parse(readFileSync(stats, 'utf8')));
writeFileSync(join(out, 'licenses.txt'), licensesText(packages));
// What the licences are checked against: the module graph of this build.
writeFileSync(join(out, 'packages.txt'), packages.map(({ name, version }) => `${name} ${version}\n`).join(''));
rmSync(lib, { recursive: true, force: true });
for (const name of readdirSync(out)) if (name.endsWith('.js')) removeWhitespace(join(out, name));
// The runner starts the post step without arguments. A file of its own, and not the state of the main step, says which step
// this is: a main step that died before it could save its state must not be run again as its own post step.
writeFileSync(join(out, 'post.js'), "process.argv[2] = 'post';\nawait import('./index.js');\n");

/** Drops comments and blanks alone. Every name stays: a stack trace names the functions of the source. */
function removeWhitespace(path: string): void {
  const { code, errors } = minifySync(path, readFileSync(path, 'utf8'), {
    module: true,
    compress: false,
    mangle: false,
    codegen: { removeWhitespace: true },
  });
  if (errors.length > 0)
    throw new Error(`${path} cannot be parsed: ${errors.map(({ message }) => message).join('; ')}`);
  writeFileSync(path, oneStatementPerLine(path, code));
}

/** Node prints the whole line of an uncaught error, and git compares lines: a line of megabytes is of no use to either. */
function oneStatementPerLine(path: string, code: string): string {
  const starts: number[] = [];
  const collect = ({ body }: { readonly body: readonly { readonly start: number }[] }): void => {
    for (const { start } of body) if (start > 0) starts.push(start);
  };
  new Visitor({ Program: collect, BlockStatement: collect, ClassBody: collect }).visit(parseSync(path, code).program);
  starts.sort((a, b) => a - b);
  const lines = starts.map((start, at) => code.slice(starts[at - 1] ?? 0, start));
  return [...lines, code.slice(starts.at(-1) ?? 0)].join('\n');
}
