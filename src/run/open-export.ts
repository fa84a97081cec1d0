import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Join, Mapping } from '../mapping/mapping.ts';
import { explainDocument } from '../mapping/presets/recognise-preset.ts';
import { type FetchedExport, fetchExport } from '../publish/fetch-export.ts';
import { refusePublicExport } from '../publish/public-export.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import { openExport } from '../source/open-export.ts';
import type { Export } from '../source/record.ts';
import { duration } from '../text/number-text.ts';
import { suggestLayout } from './preset-hints.ts';

/** Where the export lies with the files that are joined to it: the workspace, or an artifact that is fetched once. */
export interface ExportPlace {
  /** @throws InputError when the files cannot be found or read. */
  openExport(mapping: Mapping | null): Promise<Export>;
  openJoin(join: Join): Promise<Export>;
}

export interface PlaceEnvironment {
  readonly cwd: string;
  /** The private folder, in which an artifact is unpacked. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

export function exportPlace(
  { export: given, exportMaxAgeMs, preset }: Settings,
  environment: PlaceEnvironment,
): ExportPlace {
  const { env, log } = environment;
  const { patterns, artifact, allowPublic, ...read } = given;
  let unpacked: Promise<FetchedExport> | null = null;
  const place = async (): Promise<string> => {
    if (artifact === null) return environment.cwd;
    unpacked ??= fetchExport(artifact, join(environment.folder, 'artifact'), { env, log });
    const { folder, uploadedAt } = await unpacked;
    refuseStale(artifact.name, uploadedAt, exportMaxAgeMs);
    return folder;
  };
  const checked = async (opened: Export): Promise<Export> => {
    if (artifact === null)
      for (const { name, path } of opened.files) refuseStale(name, (await stat(path)).mtime, exportMaxAgeMs);
    else if (!allowPublic) await refusePublicExport(opened.files, artifact, { env });
    return opened;
  };
  const opened = async (mapping: Mapping | null): Promise<Export> =>
    openExport({
      ...read,
      cwd: await place(),
      patterns: patterns ?? (artifact === null ? '' : '**/*'),
      leaveOut: mapping?.joins.flatMap(({ files }) => files) ?? [],
      recognise: (found) => explainDocument(found, preset),
      ...(mapping !== null && { layout: mapping.layout }),
    });
  const explained = async (error: unknown): Promise<never> => {
    const hint = error instanceof InputError ? await suggestLayout(opened) : null;
    throw hint === null ? error : new InputError([hint, ...(error as InputError).problems], { cause: error });
  };
  return {
    openExport: async (mapping) =>
      checked(
        await opened(mapping).catch((error: unknown) => (mapping === null ? explained(error) : Promise.reject(error))),
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

/** @throws InputError when the export is older than `export-max-age`, or nobody knows how old it is. */
function refuseStale(name: string, writtenAt: Date | null, maxAgeMs: number | null): void {
  if (maxAgeMs === null) return;
  const ageMs = writtenAt === null ? Number.POSITIVE_INFINITY : Date.now() - writtenAt.getTime();
  if (ageMs <= maxAgeMs) return;
  const age = writtenAt === null ? 'of unknown age' : `${duration(ageMs)} old`;
  throw new InputError([
    `${name} is ${age}, and export-max-age allows ${duration(maxAgeMs)}: users who changed since would be lost. Make a fresh export. Nothing was sent.`,
  ]);
}
