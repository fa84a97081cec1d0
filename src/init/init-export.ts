import { resolve } from 'node:path';
import { parseMapping } from '../mapping/file/mapping-file.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { presetText } from '../mapping/presets/preset.ts';
import { PRESETS, type PresetName } from '../mapping/presets/preset-name.ts';
import { explainDocument, type Recognised, recognisedAs, recognisePreset } from '../mapping/presets/recognise.ts';
import { suggestDelimiter } from '../run/preset-hints.ts';
import { InputError } from '../runtime/input-error.ts';
import type { ExportKey } from '../source/export-key.ts';
import { openExport } from '../source/open-export.ts';
import type { Delimiter, Encoding, Export, Format } from '../source/record.ts';
import { DEFAULT_LAYOUT, type ListPath, type SourceLayout } from '../source/source-layout.ts';
import type { DocumentKeys } from '../source/source-settings.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { listsOfTheOnlyRecord } from './init-document.ts';
import { type ColumnRole, columnRoles } from './proposal/column-roles.ts';

/** How the export is to be read, as flags say it. */
export interface InitSource {
  readonly patterns: string;
  readonly cwd: string;
  readonly format: 'auto' | Format;
  readonly encoding: 'auto' | Encoding;
  readonly delimiter: 'auto' | Delimiter;
  readonly exportKey: ExportKey | null;
}

/** An export that nothing is known about yet but what its names tell. */
export interface LookedAt {
  readonly exported: Export;
  /** The layout it was opened with; differs from the plain one where a preset's was needed. */
  readonly layout: SourceLayout;
  readonly recognised: Recognised | null;
  readonly roleOf: (ref: string, name: string) => ColumnRole | null;
}

/**
 * Opens an export without a mapping: as it is, else as one of the presets describes its files.
 *
 * @throws InputError when it cannot be read, or when its header seems to be data.
 */
export async function lookAtExport(source: InitSource): Promise<LookedAt> {
  const roleOf = columnRoles(await mappingOf('german-csv'));
  const isKnown = ({ files: [file] }: Export, { header }: SourceLayout): boolean => {
    if (file === undefined || file.columns === null) return true;
    // Columns without header fit every file: only their number tells.
    if (header.kind === 'named') return file.columns.length > header.columns.length / 2;
    return file.columns.some((column) => roleOf(column, column) !== null);
  };
  let failure: unknown = null;
  let inside: readonly ListPath[] = [];
  let cut: readonly string[] = [];
  const open = async (layout: SourceLayout, preset: PresetName | null): Promise<LookedAt | null> => {
    try {
      const recognise = (found: DocumentKeys) => {
        const known = recognisePreset(found)?.preset ?? null;
        const explained = explainDocument(found, known) ?? explainDocument(found, null);
        if (explained === null) inside = found.lists;
        return explained;
      };
      const exported = await openExport({ ...source, cwd: resolve(source.cwd), layout, recognise });
      if (layout === DEFAULT_LAYOUT) cut = exported.files.map(suggestDelimiter).filter((hint) => hint !== null);
      if (!isKnown(exported, layout)) return null;
      const recognised =
        preset !== null && layout.header.kind === 'named' ? recognisedAs(preset) : await systemOf(exported);
      return { exported, layout, recognised, roleOf };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (layout === DEFAULT_LAYOUT) failure = error;
      return null;
    }
  };
  const layouts = await Promise.all(PRESETS.map(async (preset) => [(await mappingOf(preset)).layout, preset] as const));
  // A layout that names its format reads everything as such, and that format is recognised without it.
  const guessing = layouts.filter(([{ format }]) => format === 'auto');
  for (const [layout, preset] of [[DEFAULT_LAYOUT, null] as const, ...guessing]) {
    const looked = await open(layout, preset);
    if (layout === DEFAULT_LAYOUT && (looked === null || looked.recognised === null)) {
      if (looked !== null) inside = await listsOfTheOnlyRecord(looked.exported);
      for (const list of inside.slice(0, MOST_LISTS)) {
        const within = await open({ ...DEFAULT_LAYOUT, records: [list] }, null);
        if (within !== null && (await holdsUsers(within))) return within;
      }
    }
    if (looked === null) continue;
    refuseDataHeader(looked.exported);
    if (looked.recognised === null) return looked;
    // An array of realms is a list of records as well, but not of users.
    const { layout: own } = await mappingOf(looked.recognised.preset);
    return layout === DEFAULT_LAYOUT && own.records.length > 0
      ? ((await open(own, looked.recognised.preset)) ?? looked)
      : looked;
  }
  if (failure !== null) throw failure;
  throw new InputError([
    ...cut,
    'None of the columns has a name that is known here. If the first line of the file is a record, write a header above it; else write the mapping by hand (docs/mapping.md).',
  ]);
}

/** Lists of a document that are looked into for users. */
const MOST_LISTS = 10;

/** Does the first record have what somebody could log in with? */
async function holdsUsers({ exported, roleOf }: LookedAt): Promise<boolean> {
  for await (const [first] of exported.records()) {
    const keys = first?.body.kind === 'object' ? Object.keys(first.body.object) : [];
    return keys.some((key) => ['email', 'username', 'mobile_number'].includes(roleOf(key, key) ?? ''));
  }
  return false;
}

async function mappingOf(preset: PresetName): Promise<Mapping> {
  const text = await presetText(preset);
  return parseMapping('', text.name, text);
}

async function systemOf(exported: Export): Promise<Recognised | null> {
  const [file] = exported.files;
  if (file === undefined) return null;
  if (file.columns !== null) return recognisePreset({ columns: file.columns });
  for await (const [first] of exported.records()) {
    const keys = first?.body.kind === 'object' ? Object.keys(first.body.object) : [];
    return recognisePreset({ keys, document: keys });
  }
  return null;
}

/** Names of columns go into the files that are written here: they must not be a person. */
function refuseDataHeader({ files }: Export): void {
  const isData = (name: string): boolean =>
    looksLikeHash(name) || /\S@\S+\.\S|\d{6}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(name);
  const problems = files.flatMap(({ name, columns }) => {
    const at = (columns ?? []).findIndex(isData);
    return at < 0
      ? []
      : [`${name}:1: column ${at + 1} of the header looks like data. Write a header above the first record.`];
  });
  if (problems.length > 0) throw new InputError(problems);
}
