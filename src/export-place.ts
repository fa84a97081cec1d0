import { join } from 'node:path';
import type { Join, Mapping } from './mapping/mapping.ts';
import { fetchExport } from './publish/fetch-export.ts';
import type { Log } from './publish/log.ts';
import { refusePublicExport } from './publish/public-export.ts';
import type { Settings } from './settings.ts';
import { openExport } from './source/open-export.ts';
import type { Export } from './source/record.ts';

/** Where the export lies with the files that are joined to it: the workspace, or an artifact that is fetched once. */
export interface ExportPlace {
  /** @throws InputError when the files cannot be found or read. */
  openExport(mapping: Mapping | null): Promise<Export>;
  openJoin(join: Join): Promise<Export>;
}

export interface PlaceSurroundings {
  readonly cwd: string;
  /** The private folder, in which an artifact is unpacked. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly recognise: (keys: readonly string[]) => string | null;
}

export function exportPlace({ export: given }: Settings, surroundings: PlaceSurroundings): ExportPlace {
  const { env, log, recognise } = surroundings;
  const { patterns, artifact, allowPublic, ...read } = given;
  let unpacked: Promise<string> | null = null;
  const place = (): Promise<string> => {
    if (artifact === null) return Promise.resolve(surroundings.cwd);
    unpacked ??= fetchExport(artifact, join(surroundings.folder, 'artifact'), { env, log });
    return unpacked;
  };
  const checked = async (opened: Export): Promise<Export> => {
    if (artifact !== null && !allowPublic) await refusePublicExport(opened.files, artifact, { env });
    return opened;
  };
  return {
    openExport: async (mapping) =>
      checked(
        await openExport({
          ...read,
          cwd: await place(),
          patterns: patterns ?? (artifact === null ? '' : '**/*'),
          leaveOut: mapping?.joins.flatMap(({ files }) => files) ?? [],
          recognise,
          ...(mapping !== null && { layout: mapping.layout }),
        }),
      ),
    openJoin: async ({ files, layout }) =>
      checked(
        await openExport({
          cwd: await place(),
          patterns: files.join('\n'),
          layout,
          exportKey: read.exportKey,
          format: 'auto',
          encoding: 'auto',
          delimiter: 'auto',
        }),
      ),
  };
}
