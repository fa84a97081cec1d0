// The steps of .github/workflows/release.yml that need the project:
//   npm run release -- check 0.2.0           whether this version can be released from here
//   npm run release -- build 0.2.0 release   the tarball, its bill of materials and the notes, into the folder `release`
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { releaseNotes } from './changelog.ts';
import { releaseProblems } from './release-problems.ts';
import { shippedSbom } from './shipped-sbom.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    shell: process.platform === 'win32',
  });

const [command, version = '', folder = 'release'] = process.argv.slice(2);
if (command === 'check') check();
else if (command === 'build') build();
else throw new Error(`Expected check or build, got ${command ?? 'nothing'}`);

function check(): void {
  const { GITHUB_REF = run('git', 'symbolic-ref', 'HEAD').trim(), GITHUB_REPOSITORY = null } = process.env;
  const tags = run('git', 'tag', '--list').split('\n');
  const files = { packageJson: read('package.json'), changelog: read('CHANGELOG.md') };
  const problems = releaseProblems({ version, ref: GITHUB_REF, repository: GITHUB_REPOSITORY, tags, ...files });
  for (const problem of problems)
    console.error(process.env.GITHUB_ACTIONS === 'true' ? `::error::${problem}` : problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${version} can be released`);
}

function build(): void {
  const out = resolve(root, folder);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'notes.md'), `${releaseNotes(read('CHANGELOG.md'), version)}\n`);
  const { name } = JSON.parse(read('package.json')) as { readonly name: string };
  const whole = JSON.parse(run('npm', 'sbom', '--sbom-format=cyclonedx', '--package-lock-only'));
  const shipped = shippedSbom(whole, name, read('dist/packages.txt').trimEnd().split('\n'));
  writeFileSync(join(out, `${name}-${version}.cdx.json`), `${JSON.stringify(shipped, null, 2)}\n`);
  run('npm', 'pack', '--silent', `--pack-destination=${out}`);
}
