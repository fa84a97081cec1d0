import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseMapping } from '../mapping/file/mapping-file.ts';
import { mappingRefs } from '../mapping/file/mapping-refs.ts';
import { presetText } from '../mapping/presets/preset.ts';
import type { PresetName } from '../mapping/presets/preset-name.ts';
import { maskValue } from '../report/mask.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Export } from '../source/record.ts';
import type { SourceLayout } from '../source/source-layout.ts';
import { escapeControlChars } from '../text/escape.ts';
import { type LookedAt, lookAtExport } from './init-export.ts';
import { INIT_HELP, type InitFlags, readInitFlags } from './init-flags.ts';
import { firstNumbers } from './init-plan.ts';
import { sampleText } from './init-sample.ts';
import { ExportProfile } from './proposal/column-profile.ts';
import { propose } from './proposal/proposal.ts';
import { presetProposalText, proposalText } from './proposal/proposal-text.ts';

export interface InitEnvironment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Where the proposal goes when no file is named, and the help. */
  readonly print: (text: string) => void;
}

/** Records that are looked at: enough to tell what a column holds. The plan then reads them all. */
const LOOK = 20_000;

/**
 * The command `init`: proposes a mapping for an export, with masked values, and plans with it; with `--sample` it writes a
 * sample of the export in which no real value is left. False when the export cannot be planned with the proposal: that was
 * said.
 *
 * @throws InputError when a flag is wrong, the export cannot be read, a file would be overwritten, or it was stopped.
 */
export async function runInit(args: readonly string[], environment: InitEnvironment): Promise<boolean> {
  const { stop } = environment;
  const flags = readInitFlags(args, environment);
  if (flags === 'help') {
    environment.print(INIT_HELP);
    return true;
  }
  try {
    const looked = await lookAtExport(flags.source);
    const until = { ...looked, exported: readUntil(stop, looked.exported) };
    if (flags.sample === null) return await proposeMapping(flags, until, environment);
    await writeSample(flags, flags.sample, until, environment);
    return true;
  } catch (error) {
    if (!stop.aborted || error !== stop.reason) throw error;
    throw new InputError([(stop.reason as EarlyEnd).message]);
  }
}

/** The export, which gives no more records once the run is to stop. */
function readUntil(stop: AbortSignal, exported: Export): Export {
  return {
    files: exported.files,
    async *records() {
      for await (const chunk of exported.records()) {
        stop.throwIfAborted();
        yield chunk;
      }
    },
  };
}

async function proposeMapping(
  flags: InitFlags,
  looked: LookedAt,
  { cwd, log, stop, print }: InitEnvironment,
): Promise<boolean> {
  const { text, preset } = await proposalFor(flags, looked);
  parseMapping(text, flags.out ?? 'the proposal', preset === null ? null : await presetText(preset));
  if (flags.out === null) print(text.split('\n').map(escapeControlChars).join('\n'));
  else {
    await writeNew(resolve(cwd, flags.out), text, flags.force);
    log.info(`${flags.out} is written: read it through before you use it.`);
  }
  const name = flags.out ?? 'the proposed mapping';
  return firstNumbers(flags.source, { name, text, preset: preset ?? '' }, { log, stop });
}

async function proposalFor(
  { source }: InitFlags,
  { exported, layout, recognised, roleOf }: LookedAt,
): Promise<{ readonly text: string; readonly preset: PresetName | null }> {
  const profile = await look(exported);
  const title = {
    files: exported.files.map(({ name }) => basename(name)).join(', ') || source.patterns,
    records: profile.records,
    source: sourceBlock(layout, exported, roleOf),
    notes: notesOf(exported, profile),
  };
  // A list with German headers has columns of its own, for which names and values tell more than the preset can know.
  if (recognised !== null && recognised.preset !== 'german-csv') {
    const preset = await presetText(recognised.preset);
    const used = mappingRefs(parseMapping('', preset.name, preset));
    return { text: presetProposalText(recognised, used, profile.columns, title), preset: recognised.preset };
  }
  if (profile.records === 0)
    throw new InputError([
      `None of the records of ${title.files} could be read: \`--mode plan\` says why, row by row.`,
    ]);
  const proposal = propose(profile, roleOf, randomUUID());
  if (proposal.fields.every(({ decide }) => decide !== undefined))
    throw new InputError(['None of the columns could be placed: write the mapping by hand (docs/mapping.md).']);
  return { text: proposalText(proposal, profile.columns, title), preset: null };
}

async function look(exported: Export): Promise<ExportProfile> {
  const [first] = exported.files;
  const profile = new ExportProfile(first?.columns ?? null, maskValue);
  for await (const chunk of exported.records()) {
    // Files may have headers of their own: what is proposed is for the first.
    for (const { file, body } of chunk) if (file === 0) profile.see(body);
    if (profile.records >= LOOK || profile.isFull || (chunk[0]?.file ?? 0) > 0) break;
  }
  return profile;
}

function notesOf({ files }: Export, { strangeKeys }: ExportProfile): string[] {
  const headers = new Set(files.map(({ columns }) => JSON.stringify(columns)));
  return [
    ...(headers.size > 1 ? ['The files have different headers; this is for the first of them.'] : []),
    ...(strangeKeys > 0 ? ['Some keys of the records look like data and were left out.'] : []),
  ];
}

/** What the mapping has to say of the files when they are not built in the usual way. */
function sourceBlock(
  { header, records }: SourceLayout,
  { files: [file] }: Export,
  roleOf: LookedAt['roleOf'],
): object | null {
  if (header.kind === 'with') {
    const known = (file?.columns ?? []).filter((column) => roleOf(column, column) !== null);
    return { header: { with: known.slice(0, 5) } };
  }
  return records.length === 0 ? null : { records: records.map((path) => path.join('.').replaceAll('.[]', '[]')) };
}

async function writeSample(
  { source, out, force, mapping }: InitFlags,
  rows: number,
  looked: LookedAt,
  { cwd, log }: InitEnvironment,
): Promise<void> {
  if (out === null) return;
  const preset = looked.recognised === null ? null : await presetText(looked.recognised.preset);
  const text = mapping === null ? '' : await readMapping(mapping, cwd);
  const words = mapping === null && preset === null ? null : parseMapping(text, mapping ?? '', preset);
  const written = await sampleText(looked, rows, words, Math.random);
  await writeNew(resolve(cwd, out), written.text, force);
  log.info(`${out} is written: ${written.rows} rows of ${source.patterns}, every value replaced by an invented one.`);
}

async function readMapping(path: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new InputError([`--mapping: ${path} cannot be read (${code}).`], { cause });
  }
}

/** A mapping that somebody has worked on must not be lost to a second try. */
async function writeNew(path: string, text: string, force: boolean): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new InputError([`--out: the folder ${dirname(path)} cannot be made (${code}). Choose another place.`], {
      cause,
    });
  }
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    const why = code === 'EEXIST' ? 'exists already; --force overwrites it' : `cannot be written (${code})`;
    throw new InputError([`--out: ${path} ${why}.`], { cause });
  }
}
