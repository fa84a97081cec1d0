import { join, resolve } from 'node:path';
import type { ComparisonBase, Ports } from '../run/ports.ts';
import type { InputName } from '../settings/inputs.ts';
import type { Settings } from '../settings/settings.ts';
import { readTextFile } from '../source/text-file.ts';
import type { RunEnvironment } from './run-environment.ts';

type Places = Pick<RunEnvironment, 'cwd' | 'workspace' | 'stop'>;

/** Reads the mapping file; null when the settings name none. @throws InputError when it cannot be read. */
export async function readMappingFile({ mapping }: Settings, places: Places): ReturnType<Ports['readMappingFile']> {
  return mapping === null ? null : { name: mapping, text: await mappingText('mapping', mapping, places) };
}

/** The mapping to compare with. The file may be missing, as it is for the change that adds the first mapping. */
export function comparisonBase(
  { compareMapping: name }: Settings,
  environment: Places & Pick<RunEnvironment, 'folder'>,
): ComparisonBase | null {
  if (name === null) return null;
  return {
    name,
    ledgerPath: join(environment.folder, 'base.db'),
    async read() {
      try {
        return { name, text: await mappingText('compare-mapping', name, environment) };
      } catch (error) {
        const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
        if (code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

/** @throws InputError that names the input when the file cannot be read. */
function mappingText(input: InputName, name: string, { cwd, workspace, stop }: Places): Promise<string> {
  const file = {
    path: resolve(cwd, name),
    name: `\`${input}\`: ${name}`,
    given: name,
    within: workspace === null ? null : [workspace],
    advice:
      workspace === null
        ? '`cidaas-migrate init users.csv --out mapping.yml` proposes a first mapping.'
        : 'Is the repository checked out, and the path relative to its root?',
  };
  return readTextFile(file, stop);
}
