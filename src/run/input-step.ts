import { withAllProblems } from '../runtime/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import { type ChosenMapping, chooseMapping } from './chosen-mapping.ts';
import type { Ports } from './ports.ts';

/** What a run starts from. */
export interface RunInput {
  /** Null in mode check without an export. */
  readonly exported: Export | null;
  /** Null when the columns of the export have cidaas names and no mapping was given. */
  readonly mapping: ChosenMapping | null;
}

/**
 * Reads the mapping and opens the export as it describes.
 *
 * @throws InputError with the problems of both.
 */
export async function openInput(
  settings: Settings,
  ports: Pick<Ports, 'openExport' | 'readMappingFile'>,
): Promise<RunInput> {
  const choosing = chooseMapping(settings, ports);
  const opening = choosing.then(
    (chosen) => ports.openExport(chosen?.mapping ?? null),
    // The mapping is wrong: the export is opened without it, so that its problems are reported in the same run.
    () => ports.openExport(null),
  );
  const [exported, mapping] = await withAllProblems([opening, choosing]);
  return { exported, mapping };
}
