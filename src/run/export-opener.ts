import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Join, Mapping } from '../mapping/mapping.ts';
import { explainDocument } from '../mapping/presets/recognise-preset.ts';
import { recordFit } from '../mapping/record-fit.ts';
import { type FetchedExport, fetchExport } from '../publish/fetch-export.ts';
import type { GitHubPatience } from '../publish/github-retry.ts';
import { refusePublicExport } from '../publish/public-export.ts';
import { systemClock } from '../runtime/clock.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import { openExport } from '../source/open-export.ts';
import type { Export } from '../source/record.ts';
import { isBelow } from '../source/regular-file.ts';
import { UnpacksToTooMuch } from '../source/unpack-limit.ts';
import { duration } from '../text/number-text.ts';
import { suggestLayout } from './preset-hints.ts';

/** Opens the export and the files joined to it, in the workspace or in an artifact, which is fetched once. */
export interface ExportOpener {
  /** @throws InputError when the files cannot be found or read. */
  openExport(mapping: Mapping | null): Promise<Export>;
  openJoin(join: Join): Promise<Export>;
}

export interface ExportEnvironment {
  readonly cwd: string;
  /** The private folder of the run; an artifact is unpacked below it. */
  readonly folder: string;
  /** What files of a mapping must not lead out of; null in a shell. */
  readonly workspace: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly patience: GitHubPatience;
  /** Ends every reading with its reason. */
  readonly stop: AbortSignal;
}

export function createExportOpener(
  { export: given, exportMaxAgeMs, preset, mapping: mappingFile }: Settings,
  environment: ExportEnvironment,
): ExportOpener {
  const { env, log, patience, stop } = environment;
  const { patterns, artifact, allowPublic, allowFork, ...read } = given;
  let unpacked: Promise<FetchedExport> | null = null;
  const findFolder = async (): Promise<{ readonly cwd: string; readonly artifactBytes: number | null }> => {
    if (artifact === null) return { cwd: environment.cwd, artifactBytes: null };
    const { maxUnpacked } = read;
    const ports = { env, log, patience, allowFork, maxUnpacked };
    unpacked ??= fetchExport(artifact, join(environment.folder, 'artifact'), ports);
    const { folder, uploadedAt, packedBytes } = await unpacked;
    refuseStale(artifact.name, uploadedAt, exportMaxAgeMs);
    return { cwd: folder, artifactBytes: packedBytes };
  };
  /** In a shell, the person who names the mapping decides about its folder too. See docs/adr/0025. */
  const joinFolders = async (): Promise<string[]> => {
    const { cwd, workspace } = environment;
    if (artifact !== null) return [(await findFolder()).cwd];
    if (workspace !== null) return [workspace];
    const checkout = env.GITHUB_WORKSPACE;
    const around = checkout !== undefined && isBelow(resolve(checkout), resolve(cwd)) ? checkout : cwd;
    const folders = [around, ...(mappingFile === null ? [] : [dirname(resolve(cwd, mappingFile))])];
    return [...new Set(folders.map((folder) => resolve(folder)))];
  };
  const checkSource = async (opened: Export): Promise<Export> => {
    if (artifact === null)
      for (const { name, path } of opened.files) refuseStale(name, (await stat(path)).mtime, exportMaxAgeMs);
    else if (!allowPublic) await refusePublicExport(opened.files, artifact, { env, log, patience });
    return opened;
  };
  const open = async (mapping: Mapping | null): Promise<Export> =>
    openExport({
      ...read,
      stop,
      ...(await findFolder()),
      patterns: patterns ?? (artifact === null ? '' : '**/*'),
      leaveOutWithin: await joinFolders(),
      leaveOut: mapping?.joins.flatMap(({ files }) => files) ?? [],
      recognise: (found) => explainDocument(found, preset),
      fits: recordFit(mapping),
      ...(mapping !== null && { layout: mapping.layout }),
    });
  const explain = async (error: unknown): Promise<never> => {
    const canOpen = error instanceof InputError && !(error instanceof UnpacksToTooMuch);
    const hint = canOpen ? await suggestLayout(open) : null;
    throw hint === null ? error : new InputError([hint, ...(error as InputError).problems], { cause: error });
  };
  return {
    openExport: async (mapping) =>
      checkSource(
        await open(mapping).catch((error: unknown) => (mapping === null ? explain(error) : Promise.reject(error))),
      ),
    openJoin: async ({ files, layout }) =>
      checkSource(
        await openExport({
          ...(await findFolder()),
          within: await joinFolders(),
          patterns: files.join('\n'),
          layout,
          stop,
          exportKey: read.exportKey,
          maxUnpacked: read.maxUnpacked,
          format: 'auto',
          encoding: 'auto',
          delimiter: 'auto',
        }),
      ),
  };
}

/** @throws InputError when the export is older than `export-max-age`, or its age is unknown. */
function refuseStale(name: string, writtenAt: Date | null, maxAgeMs: number | null): void {
  if (maxAgeMs === null) return;
  const ageMs = writtenAt === null ? Number.POSITIVE_INFINITY : systemClock.wallNow() - writtenAt.getTime();
  if (ageMs <= maxAgeMs) return;
  const age = writtenAt === null ? 'of unknown age' : `${duration(ageMs)} old`;
  throw new InputError([
    `${name} is ${age}, but export-max-age allows at most ${duration(maxAgeMs)}: changes made since then would be lost. Create a new export. Nothing was sent.`,
  ]);
}
