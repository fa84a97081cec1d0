import { InputError } from '../runtime/input-error.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import { isBelow, openRegularFile, UnusableFile } from './regular-file.ts';
import { similarFiles } from './similar-files.ts';

/** A hundred times the longest known mapping. */
const MAX_BYTES = 1024 * 1024;

/** Where a small file is, and how its messages begin. */
export interface TextFile {
  readonly path: string;
  /** The input or flag and its value: `` `mapping`: mapping.yml ``. */
  readonly name: string;
  /** The path as it was given. */
  readonly given: string;
  /** The file must be in one of these folders; null: it may be anywhere. */
  readonly within: readonly string[] | null;
  /** What to do when it cannot be read, as a sentence. */
  readonly advice: string;
}

/**
 * The text of a small file (a mapping): a regular file of at most 1 MB.
 *
 * @throws InputError when it is something else or cannot be read (`cause` has the error of the operating system); the reason of
 * `stop` once that aborts.
 */
export async function readTextFile(
  { path, name, given, within, advice }: TextFile,
  stop: AbortSignal,
): Promise<string> {
  try {
    await using handle = await openRegularFile(path, within, stop);
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await untilStopped(handle.read(buffer, length, buffer.length - length), stop);
      length += bytesRead;
      if (length > MAX_BYTES) throw new UnusableFile('has more than 1 MB; put long tables into a join');
      if (bytesRead === 0) return buffer.toString('utf8', 0, length);
    }
  } catch (cause) {
    stop.throwIfAborted();
    if (cause instanceof UnusableFile) throw new InputError([`${name} ${cause.message}.`], { cause });
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    // Not outside of the workspace: a workflow that others can start must not list its runner's folders.
    const canList = within === null || within.some((folder) => isBelow(folder, path));
    const similar = code === 'ENOENT' && canList ? await similarFiles(path, given, stop) : '';
    throw new InputError([`${name} ${what}.${similar} ${advice}`], { cause });
  }
}
