// Builds dist/: TypeScript to lib/, then one bundle for action, post step and CLI. Pass a folder to build somewhere else.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
run('@vercel/ncc/dist/ncc/cli.js', 'build', join(lib, 'main.js'), '-o', out, '--license', 'licenses.txt', '--no-cache');
rmSync(lib, { recursive: true, force: true });
// The runner starts the post step without arguments. A file of its own, and not the state of the main step, says which step
// this is: a main step that died before it could save its state must not be run again as its own post step.
writeFileSync(join(out, 'post.js'), "process.argv[2] = 'post';\nawait import('./index.js');\n");
