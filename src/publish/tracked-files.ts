import { execFile } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const HALF_A_MINUTE = 30 * 1000;
/** A command line has a limit. */
const FILES_PER_CALL = 100;

/**
 * Which of these files (absolute paths) are tracked in a git repository. A file counts as not tracked where there is no git or
 * no repository.
 */
export async function trackedFiles(paths: readonly string[], stop: AbortSignal): Promise<ReadonlySet<string>> {
  const tracked = new Set<string>();
  for (const [folder, inFolder] of Map.groupBy(paths, (path) => dirname(path))) {
    const names = inFolder.map((path) => basename(path));
    for (let first = 0; first < names.length; first += FILES_PER_CALL) {
      const found = await trackedNames(folder, names.slice(first, first + FILES_PER_CALL), stop);
      for (const name of found) tracked.add(join(folder, name));
    }
  }
  return tracked;
}

async function trackedNames(folder: string, names: readonly string[], stop: AbortSignal): Promise<string[]> {
  // In a container the checkout belongs to another user, which git refuses by itself; a file monitor is a program of the repository.
  const options = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '--literal-pathspecs'];
  try {
    const args = [...options, '-C', folder, 'ls-files', '-z', '--', ...names];
    const { stdout } = await run('git', args, { signal: stop, timeout: HALF_A_MINUTE });
    return stdout.split('\0').filter((name) => name !== '');
  } catch {
    stop.throwIfAborted();
    return [];
  }
}
