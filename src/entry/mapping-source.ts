import { join, resolve } from 'node:path';
import type { ComparisonBase, Ports } from '../run/ports.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import { readTextFile } from '../source/text-file.ts';
import type { RunEnvironment } from './run-environment.ts';

/** Reads the mapping file; null when the settings name none. @throws InputError when it cannot be read. */
export async function readMappingFile(
  { mapping }: Settings,
  { cwd, workspace, stop }: Pick<RunEnvironment, 'cwd' | 'workspace' | 'stop'>,
): ReturnType<Ports['readMappingFile']> {
  if (mapping === null) return null;
  try {
    const within = workspace === null ? null : [workspace];
    const file = { path: resolve(cwd, mapping), name: `\`mapping\`: ${mapping}`, within };
    return { name: mapping, text: await readTextFile(file, stop) };
  } catch (cause) {
    stop.throwIfAborted();
    if (cause instanceof InputError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new InputError(
      [
        `\`mapping\`: ${mapping} cannot be read (${code}). Is the repository checked out, and the path relative to its root?`,
      ],
      { cause },
    );
  }
}

/** The mapping to compare with. The file may be missing, as it is for the change that adds the first mapping. */
export function comparisonBase(
  { compareMapping: name }: Settings,
  { cwd, workspace, folder, stop }: Pick<RunEnvironment, 'cwd' | 'workspace' | 'folder' | 'stop'>,
): ComparisonBase | null {
  if (name === null) return null;
  return {
    name,
    ledgerPath: join(folder, 'base.db'),
    async read() {
      try {
        const within = workspace === null ? null : [workspace];
        const file = { path: resolve(cwd, name), name: `\`compare-mapping\`: ${name}`, within };
        return { name, text: await readTextFile(file, stop) };
      } catch (cause) {
        stop.throwIfAborted();
        if (cause instanceof InputError) throw cause;
        const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
        if (code === 'ENOENT') return null;
        throw new InputError([`\`compare-mapping\`: ${name} cannot be read (${code}).`], { cause });
      }
    },
  };
}
