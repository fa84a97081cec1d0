import { randomUUID } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseMapping } from '../mapping/file/mapping-file.ts';
import { mappingRefs } from '../mapping/file/mapping-refs.ts';
import { presetText } from '../mapping/presets/preset.ts';
import type { PresetName } from '../mapping/presets/preset-name.ts';
import { maskValue } from '../report/mask.ts';
import type { RunOutcome } from '../report/report-data.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Export } from '../source/record.ts';
import type { SourceLayout } from '../source/source-layout.ts';
import { readTextFile } from '../source/text-file.ts';
import { escapeControlChars } from '../text/escape.ts';
import { counted } from '../text/number-text.ts';
import { type Decided, decide, type Questions } from './decide.ts';
import { type DetectedExport, detectExport } from './init-export.ts';
import { INIT_HELP, type InitFlags, readInitFlags } from './init-flags.ts';
import { planProposal } from './init-plan.ts';
import { sampleText } from './init-sample.ts';
import { ExportProfile } from './proposal/column-profile.ts';
import { propose } from './proposal/proposal.ts';
import type { Proposal } from './proposal/proposal-part.ts';
import { presetProposal, presetProposalText, proposalText } from './proposal/proposal-text.ts';

export interface InitEnvironment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Prints the help, and the proposal when `--out` is not given. */
  readonly print: (text: string) => void;
  /** Somebody on a terminal; null without one. */
  readonly openQuestions: () => (Questions & Disposable) | null;
}

/** Records that are read to find out what a column holds; the plan then reads all of them. */
const MAX_PROFILED_RECORDS = 20_000;

/**
 * The command `init`: proposes a mapping for an export, with masked values, and plans the export with it. With `--sample` it
 * writes a sample of the export that contains no real values. Returns how the plan with the proposal ended; the log has the
 * reason.
 *
 * @throws InputError when a flag is wrong, the export cannot be read, or a file would be overwritten; the reason of `stop`.
 */
export async function runInit(args: readonly string[], environment: InitEnvironment): Promise<RunOutcome> {
  const { stop } = environment;
  const flags = readInitFlags(args, environment);
  if (flags === 'help') {
    environment.print(INIT_HELP);
    return 'succeeded';
  }
  const { out } = flags;
  if (out !== null && !flags.force) await refuseExisting(resolve(environment.cwd, out));
  using questions = flags.isInteractive ? environment.openQuestions() : null;
  if (flags.isInteractive && questions === null)
    throw new InputError(['--interactive: there is no terminal to ask on. Leave it out and edit the file instead.']);
  const detected = await detectExport({ ...flags.source, stop });
  const stoppable = { ...detected, exported: stoppableExport(stop, detected.exported) };
  if (flags.sample === null) return await proposeMapping(flags, stoppable, environment, questions);
  await writeSample(flags, flags.sample, stoppable, environment);
  return 'succeeded';
}

/** The export, whose reading ends with the reason of the signal once that aborts. */
function stoppableExport(stop: AbortSignal, exported: Export): Export {
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
  detected: DetectedExport,
  { cwd, log, stop, print }: InitEnvironment,
  questions: Questions | null,
): Promise<RunOutcome> {
  const { text, preset } = await proposalFor(flags, detected, async (proposal) => {
    if (questions === null) return proposal;
    const decided = await decide(proposal, questions, stop);
    questions.show('');
    log.info(decidedLine(decided));
    return decided.proposal;
  });
  parseMapping(text, flags.out ?? 'the proposal', preset === null ? null : await presetText(preset));
  if (flags.out === null) print(text.split('\n').map(escapeControlChars).join('\n'));
  else {
    await writeNew(resolve(cwd, flags.out), text, flags.force);
    log.info(`${flags.out} is written. Review it before you use it.`);
  }
  const name = flags.out ?? 'the proposed mapping';
  return planProposal(flags.source, { name, text, preset: preset ?? '' }, { log, stop });
}

function decidedLine({ made, open }: Decided): string {
  if (made + open === 0) return 'Nothing is left to decide.';
  return open === 0
    ? 'All decisions are made.'
    : `${made} of ${counted(made + open, 'decision')} made; what is left is in the mapping as DECIDE.`;
}

async function proposalFor(
  { source }: InitFlags,
  { exported, layout, recognised, roleOf }: DetectedExport,
  decideOn: (proposal: Proposal) => Promise<Proposal>,
): Promise<{ readonly text: string; readonly preset: PresetName | null }> {
  const profile = await profileColumns(exported);
  const title = {
    files: exported.files.map(({ name }) => basename(name)).join(', ') || source.patterns,
    records: profile.records,
    source: withEmptyMarks(sourceBlock(layout, exported, roleOf), profile),
    notes: notesOf(exported, profile),
  };
  // The columns of a German list differ from file to file: their names and values reveal more than the preset contains.
  if (recognised !== null && recognised.preset !== 'german-csv') {
    const preset = await presetText(recognised.preset);
    const mapping = parseMapping('', preset.name, preset);
    const used = new Set([...mappingRefs(mapping), ...mapping.ignore]);
    const proposal = await decideOn(presetProposal(used, profile.columns, profile.records));
    return { text: presetProposalText(recognised, proposal, title), preset: recognised.preset };
  }
  if (profile.records === 0)
    throw new InputError([
      `None of the records of ${title.files} could be read. \`--mode plan\` reports the reason for each row.`,
    ]);
  const proposal = propose(profile, roleOf, randomUUID());
  if (proposal.fields.every(({ decision }) => decision !== undefined))
    throw new InputError(['No field was found for any of the columns. Write the mapping by hand (docs/mapping.md).']);
  return { text: proposalText(await decideOn(proposal), profile.columns, title), preset: null };
}

async function profileColumns(exported: Export): Promise<ExportProfile> {
  const [first] = exported.files;
  const profile = new ExportProfile(first?.columns ?? null, maskValue);
  for await (const chunk of exported.records()) {
    // The files may have different headers; the proposal is for the first file.
    for (const { file, body } of chunk) if (file === 0) profile.addRecord(body);
    if (profile.records >= MAX_PROFILED_RECORDS || profile.isFull || (chunk[0]?.file ?? 0) > 0) break;
  }
  return profile;
}

function notesOf({ files }: Export, { strangeKeys }: ExportProfile): string[] {
  const headers = new Set(files.map(({ columns }) => JSON.stringify(columns)));
  return [
    ...(headers.size > 1 ? ['The files have different headers; this mapping is for the first of them.'] : []),
    ...(strangeKeys > 0 ? ['Some keys of the records look like data and were left out.'] : []),
  ];
}

/** The `source` block that the mapping needs for files without the usual layout; null when it needs none. */
function sourceBlock(
  { header, records }: SourceLayout,
  { files: [file] }: Export,
  roleOf: DetectedExport['roleOf'],
): object | null {
  if (header.kind === 'with') {
    const known = (file?.columns ?? []).filter((column) => roleOf(column, column) !== null);
    return { header: { with: known.slice(0, 5) } };
  }
  if (records.length === 0) return null;
  return {
    records: records.map((path) => (file?.format === 'xml' ? path.join('/') : path.join('.').replaceAll('.[]', '[]'))),
  };
}

/** The same with the marks for "no value" that the cells contain. */
function withEmptyMarks(source: object | null, { emptyMarks }: ExportProfile): object | null {
  return emptyMarks.size === 0 ? source : { ...source, empty: [...emptyMarks].sort() };
}

async function writeSample(
  { source, out, force, mapping }: InitFlags,
  rows: number,
  detected: DetectedExport,
  { cwd, log, stop }: InitEnvironment,
): Promise<void> {
  if (out === null) return;
  const preset = detected.recognised === null ? null : await presetText(detected.recognised.preset);
  const text = mapping === null ? '' : await readMapping(mapping, cwd, stop);
  const words = mapping === null && preset === null ? null : parseMapping(text, mapping ?? '', preset);
  const written = await sampleText(detected, rows, words, Math.random);
  await writeNew(resolve(cwd, out), written.text, force);
  log.info(`${out} is written: ${written.rows} rows of ${source.patterns}, every value replaced by an invented one.`);
}

function readMapping(path: string, cwd: string, stop: AbortSignal): Promise<string> {
  const advice = 'Check the path and its permissions.';
  return readTextFile(
    { path: resolve(cwd, path), name: `--mapping: ${path}`, given: path, within: null, advice },
    stop,
  );
}

/** Before anybody answers questions, whose answers would be lost. */
async function refuseExisting(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new InputError([existsAlready(path)]);
}

function existsAlready(path: string): string {
  return `--out: ${path} already exists; --force overwrites it.`;
}

/** Refuses to overwrite a file without `--force`: it may be a mapping that someone has edited. */
async function writeNew(path: string, text: string, force: boolean): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new InputError([`--out: the folder ${dirname(path)} cannot be created (${code}). Choose another folder.`], {
      cause,
    });
  }
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    const problem = code === 'EEXIST' ? existsAlready(path) : `--out: ${path} cannot be written (${code}).`;
    throw new InputError([problem], { cause });
  }
}
