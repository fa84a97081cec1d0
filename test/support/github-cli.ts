// Plays `gh` for the release workflow: what it asks for and changes is in the file $GH_WORLD. What the workflow does not use is an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A repository on GitHub, as far as a release changes it. */
export interface GitHubWorld {
  /** Commits by `refs/tags/…`. */
  refs: { [ref: string]: string };
  releases: {
    readonly tag: string;
    readonly title: string;
    readonly notes: string;
    readonly files: readonly string[];
  }[];
}

if (import.meta.main) {
  const path = process.env.GH_WORLD ?? '';
  const world = JSON.parse(readFileSync(path, 'utf8')) as GitHubWorld;
  if ((process.env.GH_TOKEN ?? '') === '') throw new Error('gh needs GH_TOKEN');
  const printed = answer(process.argv.slice(2), world, `repos/${process.env.GH_REPO}/git`);
  writeFileSync(path, JSON.stringify(world));
  process.stdout.write(printed);
}

function answer(args: readonly string[], world: GitHubWorld, git: string): string {
  const option = (name: string): string => args[args.indexOf(name) + 1] ?? '';
  const field = (name: string): string => args.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const refOf = (at: string): string => args.find((one) => one.startsWith(at))?.slice(git.length + 1) ?? '';
  if (args[0] === 'release' && args[1] === 'create') {
    const files = args.slice(args.indexOf('--notes-file') + 2);
    if (files.some((file) => !existsSync(file)))
      throw new Error(`a file of the release is missing: ${files.join(', ')}`);
    const tag = args[2] ?? '';
    const notes = readFileSync(option('--notes-file'), 'utf8');
    world.releases.push({ tag, title: option('--title'), notes, files: files.map((file) => basename(file)) });
    // An existing tag would be taken as it is.
    world.refs[`refs/tags/${tag}`] ??= option('--target');
    return '';
  }
  if (args[1]?.startsWith(`${git}/matching-refs/`) && option('--jq') === '.[].ref') {
    const start = refOf(`${git}/matching-refs/`).replace('matching-refs/', 'refs/');
    return Object.keys(world.refs)
      .filter((ref) => ref.startsWith(start))
      .map((ref) => `${ref}\n`)
      .join('');
  }
  if (option('--method') === 'PATCH' && args.includes('force=true')) {
    const ref = refOf(`${git}/refs/`);
    if (!(ref in world.refs)) throw new Error(`gh: Reference does not exist (HTTP 422): ${ref}`);
    world.refs[ref] = field('sha');
    return '';
  }
  if (option('--method') === 'POST' && args.includes(`${git}/refs`)) {
    if (field('ref') in world.refs) throw new Error(`gh: Reference already exists (HTTP 422): ${field('ref')}`);
    world.refs[field('ref')] = field('sha');
    return '';
  }
  throw new Error(`the release is not known to do: gh ${args.join(' ')}`);
}
