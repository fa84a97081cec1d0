import { resolve } from 'node:path';
import { parseMapping } from '../mapping/file/mapping-file.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { presetText } from '../mapping/presets/preset.ts';
import { PRESETS, type PresetName } from '../mapping/presets/preset-name.ts';
import {
  explainDocument,
  type RecognisedPreset,
  recognisedAs,
  recognisePreset,
} from '../mapping/presets/recognise-preset.ts';
import { suggestDelimiter } from '../run/preset-hints.ts';
import { InputError } from '../runtime/input-error.ts';
import type { ExportKey } from '../source/export-key.ts';
import { openExport } from '../source/open-export.ts';
import type { Delimiter, Encoding, Export, Format } from '../source/record.ts';
import { DEFAULT_LAYOUT, type ListPath, type SourceLayout } from '../source/source-layout.ts';
import type { DocumentKeys } from '../source/source-settings.ts';
import { UnpacksToTooMuch } from '../source/unpack-limit.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { listsOfSingleRecord } from './init-document.ts';
import { type ColumnRole, columnRoles } from './proposal/column-roles.ts';

/** How to read the export, from the flags. */
export interface InitSource {
  readonly patterns: string;
  readonly cwd: string;
  readonly format: 'auto' | Format;
  readonly encoding: 'auto' | Encoding;
  readonly delimiter: 'auto' | Delimiter;
  readonly exportKey: ExportKey | null;
  /** Ends every reading with its reason. */
  readonly stop?: AbortSignal;
}

/** An export that was opened without a mapping, and what its column names or keys reveal. */
export interface DetectedExport {
  readonly exported: Export;
  /** The layout it was opened with: the plain one, or that of a preset where it was needed. */
  readonly layout: SourceLayout;
  readonly recognised: RecognisedPreset | null;
  readonly roleOf: (ref: string, name: string) => ColumnRole | null;
}

/**
 * Opens an export without a mapping: with the plain layout, else with the layout of one of the presets.
 *
 * @throws InputError when it cannot be read, or when its header seems to be data.
 */
export async function detectExport(source: InitSource): Promise<DetectedExport> {
  const roleOf = columnRoles(await mappingOf('german-csv'));
  const isKnown = ({ files: [file] }: Export, { header }: SourceLayout): boolean => {
    if (file === undefined || file.columns === null) return true;
    // Column names that come from the preset fit every file, so their number decides.
    if (header.kind === 'named') return file.columns.length > header.columns.length / 2;
    const { columns } = file;
    return recognisePreset({ columns }) !== null || columns.some((column) => roleOf(column, column) !== null);
  };
  let failure: unknown = null;
  let lists: readonly ListPath[] = [];
  let delimiterHints: readonly string[] = [];
  const open = async (layout: SourceLayout, preset: PresetName | null): Promise<DetectedExport | null> => {
    try {
      const recognise = (found: DocumentKeys) => {
        const known = recognisePreset(found)?.preset ?? null;
        const explained = explainDocument(found, known) ?? explainDocument(found, null);
        if (explained === null) lists = found.lists;
        return explained;
      };
      const fits = (keys: readonly string[]): number =>
        recognisePreset({ keys }) === null ? keys.filter((key) => roleOf(key, key) !== null).length : keys.length;
      const exported = await openExport({ ...source, cwd: resolve(source.cwd), layout, recognise, fits });
      if (layout === DEFAULT_LAYOUT)
        delimiterHints = exported.files.map(suggestDelimiter).filter((hint) => hint !== null);
      if (!isKnown(exported, layout)) return null;
      const recognised =
        preset !== null && layout.header.kind === 'named' ? recognisedAs(preset) : await systemOf(exported);
      return { exported, layout, recognised, roleOf };
    } catch (error) {
      if (!(error instanceof InputError) || error instanceof UnpacksToTooMuch) throw error;
      if (layout === DEFAULT_LAYOUT) failure = error;
      return null;
    }
  };
  for (const preset of [null, ...PRESETS]) {
    const layout = preset === null ? DEFAULT_LAYOUT : (await mappingOf(preset)).layout;
    // A layout with a fixed format would read any file in that format; exports of such systems are recognised without it.
    if (layout.format !== 'auto') continue;
    const opened = await open(layout, preset);
    if (layout === DEFAULT_LAYOUT && (opened === null || opened.recognised === null)) {
      if (opened !== null) lists = await listsOfSingleRecord(opened.exported);
      for (const list of lists.slice(0, MAX_LISTS)) {
        const inner = await open({ ...DEFAULT_LAYOUT, records: [list] }, null);
        if (inner !== null && (await holdsUsers(inner))) return inner;
      }
    }
    if (opened === null) continue;
    refuseDataHeader(opened.exported);
    if (opened.recognised === null) return opened;
    // An array of realms also looks like a list of records, but its records are not users.
    const { layout: own } = await mappingOf(opened.recognised.preset);
    return layout === DEFAULT_LAYOUT && own.records.length > 0
      ? ((await open(own, opened.recognised.preset)) ?? opened)
      : opened;
  }
  if (failure !== null) throw failure;
  throw new InputError([
    ...delimiterHints,
    'None of the column names is known. If the first line of the file is a record, add a header above it; otherwise write the mapping by hand (docs/mapping.md).',
  ]);
}

/** Lists of a document that are searched for users. */
const MAX_LISTS = 10;

/** Whether the first record has an identifier to log in with. */
async function holdsUsers({ exported, roleOf }: DetectedExport): Promise<boolean> {
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

async function systemOf(exported: Export): Promise<RecognisedPreset | null> {
  const [file] = exported.files;
  if (file === undefined) return null;
  if (file.columns !== null) return recognisePreset({ columns: file.columns });
  for await (const [first] of exported.records()) {
    const keys = first?.body.kind === 'object' ? Object.keys(first.body.object) : [];
    return recognisePreset({ keys, document: keys });
  }
  return null;
}

/** The files that `init` writes contain the column names, so these must not be personal data. */
function refuseDataHeader({ files }: Export): void {
  const isData = (name: string): boolean =>
    looksLikeHash(name) || /\S@\S+\.\S|\d{6}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(name);
  const problems = files.flatMap(({ name, columns }) => {
    const at = (columns ?? []).findIndex(isData);
    return at < 0
      ? []
      : [`${name}:1: column ${at + 1} of the header looks like data. Add a header above the first record.`];
  });
  if (problems.length > 0) throw new InputError(problems);
}
