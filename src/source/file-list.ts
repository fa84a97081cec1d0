import { glob, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { InputError } from '../runtime/input-error.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import { globProblem } from './glob-problem.ts';
import { isBelow } from './regular-file.ts';
import { similarFiles } from './similar-files.ts';

/** A file of the export, found but not opened. */
export interface FoundFile {
  /** For messages: relative to the workspace with `/` between folders; absolute if the file is outside of it. */
  readonly name: string;
  /** Absolute path on disk. */
  readonly path: string;
  /** The file must be in one of these folders, links followed; absent: it may be anywhere. */
  readonly within?: readonly string[];
}

/**
 * Finds the files of `patterns`: one path or glob per line, relative to `cwd`. Returns each file once, in name order
 * (by code unit, so that the order is the same on every machine).
 * @throws the reason of `stop` once that aborts.
 * @throws InputError for every line that matches a folder, no file, or something that is not a regular file.
 */
export async function listFiles(
  cwd: string,
  patterns: string,
  stop?: AbortSignal,
  within?: readonly string[],
): Promise<FoundFile[]> {
  const problems: string[] = [];
  const found = new Map<string, FoundFile>();
  const add = (path: string) =>
    found.set(path, { name: nameOf(cwd, path), path, ...(within !== undefined && { within }) });
  const lines = patterns.split(/[\r\n]+/).map((line) => line.trim());
  for (const pattern of lines.filter((line) => line !== '')) {
    const path = resolve(cwd, pattern);
    if (within !== undefined && leadsOut(cwd, pattern, within)) {
      problems.push(`${pattern} leads out of ${within.join(' and ')}. Put the file there.`);
      continue;
    }
    const kind = await untilStopped(kindOf(path), stop);
    if (kind === 'file') add(path);
    else if (kind === 'folder')
      problems.push(
        `${pattern} is a folder. Name the files in it, for example ${pattern.replace(/[/\\]+$/, '')}/*.csv.`,
      );
    else if (kind === 'other')
      problems.push(`${pattern} is not a regular file. Name a file that can be read more than once.`);
    else if (kind === 'closed')
      problems.push(`${pattern} cannot be reached (EACCES). Allow the current user to read the folders on its path.`);
    else if (!/[*?[{]/.test(pattern))
      problems.push(
        `${pattern}: file not found in ${cwd}. Check the path; it is relative to the workspace.${await similarFiles(path, pattern, stop)}`,
      );
    else if (globProblem(pattern) !== null) problems.push(`${pattern}: ${globProblem(pattern)}.`);
    else if (!(await addMatches(cwd, pattern, add, stop)))
      problems.push(`${pattern}: no matching file in ${cwd}. Check the pattern; it is relative to the workspace.`);
  }
  if (found.size === 0 && problems.length === 0)
    problems.push('No export file is set. Set the path of a file, or a glob.');
  if (problems.length > 0) throw new InputError(problems);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function addMatches(
  cwd: string,
  pattern: string,
  add: (path: string) => void,
  stop: AbortSignal | undefined,
): Promise<boolean> {
  let any = false;
  const matches = glob(pattern, { cwd });
  // Not with for await: a walk through many folders may find nothing for long.
  for (;;) {
    const step = await untilStopped(matches.next(), stop);
    if (step.done === true) return any;
    const path = resolve(cwd, step.value);
    if ((await untilStopped(kindOf(path), stop)) !== 'file') continue;
    add(path);
    any = true;
  }
}

/** Whether a path or glob names something outside of these folders, before any link is followed. */
function leadsOut(cwd: string, pattern: string, within: readonly string[]): boolean {
  const begin = pattern.search(/[*?[{]/);
  // What follows a wildcard must not go up again.
  if (begin >= 0 && /(?:^|[/\\{,])\.\.(?:$|[/\\},])/.test(pattern.slice(begin))) return true;
  const fixed = begin < 0 ? pattern : pattern.slice(0, begin).replace(/[^/\\]*$/, '');
  return !within.some((folder) => isBelow(folder, resolve(cwd, fixed)));
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing' | 'closed'> {
  try {
    const found = await stat(path);
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'closed' : 'missing';
  }
}

function nameOf(cwd: string, path: string): string {
  const inside = relative(cwd, path);
  const name = inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  return sep === '/' ? name : name.split(sep).join('/');
}
