import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { untilStopped } from '../runtime/until-stopped.ts';
import { shownName } from '../text/escape.ts';
import { nearest } from '../text/nearest.ts';

const MAX_ENTRIES = 10_000;
const MAX_NAMED = 3;

/**
 * What to say of a file that does not exist: the files in its folder whose names resemble it, or that the folder does not exist.
 * A sentence with a blank before it, or empty. `name` is the path as it was given.
 */
export async function similarFiles(path: string, name: string, stop?: AbortSignal): Promise<string> {
  const entries = await untilStopped(readdir(dirname(path)).catch(codeOf), stop);
  if (typeof entries === 'string')
    return entries === 'ENOENT' ? ` The folder ${shownName(dirname(name))} does not exist.` : '';
  const left = new Set(entries.slice(0, MAX_ENTRIES));
  const similar: string[] = [];
  while (similar.length < MAX_NAMED) {
    const found = nearest(basename(path), left) ?? withOtherEnding(path, left);
    if (found === null) break;
    left.delete(found);
    similar.push(found);
  }
  if (similar.length === 0) return '';
  const shown = similar.map((each) => shownName(dirname(name) === '.' ? each : join(dirname(name), each)));
  return ` Did you mean ${shown.join(' or ')}?`;
}

/** `users.csv` for `users`, and `mapping.yaml` for `mapping.yml`. */
function withOtherEnding(path: string, names: ReadonlySet<string>): string | null {
  const stem = (name: string): string => name.toLowerCase().replace(/\..*$/, '');
  return [...names].find((name) => stem(name) !== '' && stem(name) === stem(basename(path))) ?? null;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
