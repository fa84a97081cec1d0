import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { GitHubWorld } from './github-cli.ts';
import { type ActionResult, runAction } from './runner.ts';
import { filledIn } from './workflow-expression.ts';
import type { Step, Texts } from './workflow-steps.ts';

const root = resolve(import.meta.dirname, '../..');
/** What the release reads or packs. */
const FILES = [
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'mapping.schema.json',
  'package.json',
  'package-lock.json',
];
const FOLDERS = ['dist', 'examples', 'scripts'];
/** What a build of the site leaves. */
const PACKAGES = /[\\/]scripts[\\/]site[\\/](?:node_modules|dist|pages)/;
const workflow = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')) as {
  readonly jobs: { readonly [job: string]: { readonly env: Texts; readonly steps: readonly Step[] } };
};

/** A repository in a folder, with GitHub around it, to run the jobs of the release workflow in. */
export interface ReleaseRun {
  readonly version: string;
  readonly repository: string;
  readonly sha: string;
  readonly folder: string;
}

/** The steps that ran, and the first that failed. */
export interface ReleaseJob {
  readonly ran: readonly string[];
  readonly failed: ActionResult | null;
}

/** Commits the project in a new folder, with these tags, as GitHub has it. `npm ci`, the build of the site and `.ci/run` do next to nothing there: CI runs them. */
export function prepareRelease(folder: string, version: string, tags: readonly string[]): ReleaseRun {
  const repository = join(folder, 'repository');
  mkdirSync(repository);
  for (const name of [...FILES, ...FOLDERS])
    cpSync(join(root, name), join(repository, name), { recursive: true, filter: (path) => !PACKAGES.test(path) });
  // As in step 1 of a release: nothing is left under "Unreleased".
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  writeFileSync(
    join(repository, 'CHANGELOG.md'),
    changelog.replace(/(?<=^## \[Unreleased\]\n)[\s\S]*?(?=^## )/m, '\n'),
  );
  symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'));
  writeFileSync(join(repository, '.gitignore'), 'node_modules\n');
  const script = (path: string, text: string): void => writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  mkdirSync(join(repository, '.ci'));
  script(join(repository, '.ci/run'), 'echo all tests');
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=Release');
  for (const tag of tags) git('tag', tag);
  mkdirSync(join(folder, 'bin'));
  // A site of one page, in place of the one that CI builds.
  const site = 'mkdir -p scripts/site/dist && echo "<h1>Documentation</h1>" > scripts/site/dist/index.html';
  script(
    join(folder, 'bin/npm'),
    `PATH=$(echo "$PATH" | cut -d: -f2-)\ncase "$*" in ci*) ;; *docs) ${site} ;; *) exec npm "$@" ;; esac`,
  );
  script(join(folder, 'bin/gh'), `exec '${process.execPath}' '${join(import.meta.dirname, 'github-cli.ts')}' "$@"`);
  return { version, repository: 'OWNER/cidaas-migrate', sha: git('rev-parse', 'HEAD'), folder };
}

/** What GitHub has before a job runs. */
export function setGitHub({ folder }: ReleaseRun, world: GitHubWorld): void {
  writeFileSync(join(folder, 'github.json'), JSON.stringify(world));
}

/** What it has afterwards. */
export function githubOf({ folder }: ReleaseRun): GitHubWorld {
  return JSON.parse(readFileSync(join(folder, 'github.json'), 'utf8'));
}

/** Runs the steps of a job in their order, up to the first that fails. A step that is not known is an error. */
export async function runReleaseJob(name: 'build' | 'site' | 'publish', run: ReleaseRun): Promise<ReleaseJob> {
  const job = workflow.jobs[name];
  if (job === undefined) throw new Error(`release.yml has no job ${name}`);
  const github = { token: 'token', repository: run.repository, sha: run.sha };
  const contexts = { github, inputs: { version: run.version } };
  const filled = (texts: object = {}): { [name: string]: string } =>
    Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, filledIn(String(value), contexts)]));
  const env = {
    ...filled(job.env),
    PATH: `${join(run.folder, 'bin')}:${process.env.PATH}`,
    GH_WORLD: join(run.folder, 'github.json'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: run.repository,
    GITHUB_SHA: run.sha,
  };
  // The job that publishes has no repository.
  const workspace = join(run.folder, name === 'publish' ? 'publish' : 'repository');
  mkdirSync(workspace, { recursive: true });
  const ran: string[] = [];
  for (const step of job.steps) {
    const inputs = filled(step.with);
    ran.push(step.uses === undefined ? (step.run ?? '').trim() : step.uses.replace(/@.*/, ''));
    if (step.uses !== undefined) useAction(step.uses, inputs, workspace, join(run.folder, 'artifacts'));
    else {
      const script = join(run.folder, 'step.sh');
      writeFileSync(script, step.run ?? '');
      const interpreter = ['bash', '--noprofile', '--norc', '-eo', 'pipefail'] as const;
      const place = { folder: join(run.folder, 'runner'), workspace, inputs: {}, env: { ...env, ...filled(step.env) } };
      const result = await runAction({ script, interpreter: [...interpreter], ...place });
      if (result.exitCode !== 0) return { ran, failed: result };
    }
  }
  return { ran, failed: null };
}

function useAction(uses: string, inputs: Texts, workspace: string, artifacts: string): void {
  const { name = '', path = '' } = inputs;
  const needed = [inputs['subject-path'], inputs['sbom-path']].filter((one) => one !== undefined);
  switch (uses.replace(/@.*/, '')) {
    case 'actions/checkout':
      break;
    case 'actions/upload-artifact':
      cpSync(join(workspace, path), join(artifacts, name), { recursive: true });
      break;
    case 'actions/download-artifact':
      cpSync(join(artifacts, name), join(workspace, path), { recursive: true });
      break;
    case 'actions/attest':
      for (const file of needed)
        if (!existsSync(join(workspace, file))) throw new Error(`there is no ${file} to attest`);
      break;
    default:
      throw new Error(`the release is not known to use ${uses}`);
  }
}
