import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { RuleLines } from '../mapping/mapping.ts';
import { lineAddress, NO_LINKS, type SourceLinks } from '../report/source-links.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { type NamedFiles, repositoryFiles } from './repository-files.ts';
import { trackedFiles } from './tracked-files.ts';

const run = promisify(execFile);
const FIVE_SECONDS = 5_000;
/** An export of more files than this is not linked: each folder asks git. */
const MAX_FILES = 200;

/** The files of a run whose lines the report names. */
export interface ShownFiles extends NamedFiles {
  /** The names of the export's files. */
  readonly shown: readonly string[];
}

/**
 * The addresses of mapping and export in the repository at the commit of the run, made from `GITHUB_SERVER_URL`,
 * `GITHUB_REPOSITORY` and `GITHUB_SHA`. Only tracked files of a checkout of exactly this commit have one.
 */
export async function sourceLinks(
  workspace: string,
  { shown, ...named }: ShownFiles,
  ruleLines: RuleLines,
  env: RunnerEnv,
): Promise<SourceLinks> {
  const base = baseAddress(env);
  if (base === null) return NO_LINKS;
  const inRepository = repositoryFiles(workspace, named, ruleLines);
  const found = shown.slice(0, MAX_FILES).flatMap((name) => entry(name, inRepository.exported(name)));
  if (named.mapping !== null) found.push(...entry(named.mapping, inRepository.mapping));
  try {
    const tracked = await trackedAt(
      env.GITHUB_SHA ?? '',
      found.map(([name]) => resolve(workspace, name)),
    );
    const files = Object.fromEntries(
      found
        .filter(([name]) => tracked.has(resolve(workspace, name)))
        .map(([name, path]) => [name, `${base}/${path.split('/').map(encodeURIComponent).join('/')}?plain=1`]),
    );
    return { files, rules: rulesOf(files, named.mapping, ruleLines) };
  } catch {
    // Without git, or without an answer in time, the page only lacks its links.
    return NO_LINKS;
  }
}

function entry(name: string, path: string | null): [name: string, path: string][] {
  return path === null ? [] : [[name, path]];
}

/** Null outside Actions, and when a variable is not what GitHub sets. */
function baseAddress({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA }: RunnerEnv): string | null {
  if (!/^https?:\/\/[a-z\d.-]+(?::\d+)?$/i.test(GITHUB_SERVER_URL ?? '')) return null;
  if (!/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY ?? '') || !/^[\da-f]{40,64}$/.test(GITHUB_SHA ?? '')) return null;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`;
}

/** Those of the files (absolute paths) that are tracked in a checkout of this commit. */
async function trackedAt(sha: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const folders = new Map<string, boolean>();
  for (const folder of new Set(paths.map((path) => dirname(path)))) folders.set(folder, (await headOf(folder)) === sha);
  const here = paths.filter((path) => folders.get(dirname(path)) === true);
  return trackedFiles(here, AbortSignal.timeout(FIVE_SECONDS));
}

/** Empty outside a repository. */
async function headOf(folder: string): Promise<string> {
  // In a container the checkout belongs to another user, which git refuses by itself.
  const args = ['-c', 'safe.directory=*', '-C', folder, 'rev-parse', 'HEAD'];
  return run('git', args, { timeout: FIVE_SECONDS }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}

function rulesOf(
  files: SourceLinks['files'],
  mapping: string | null,
  ruleLines: RuleLines,
): { readonly [field: string]: string } {
  if (mapping === null) return {};
  const addresses = Object.entries(ruleLines).map(([field, line]) => [
    field,
    lineAddress({ files, rules: {} }, mapping, line),
  ]);
  return Object.fromEntries(addresses.filter(([, address]) => address !== null));
}
