import { stringify } from 'yaml';
import type { RecognisedPreset } from '../../mapping/presets/recognise-preset.ts';
import { normalizeName } from '../../text/normalize-name.ts';
import { share } from '../../text/number-text.ts';
import type { ColumnProfile } from './column-profile.ts';
import { usesColumn } from './proposal.ts';
import type { MappingPart, Proposal, UnmappedColumn } from './proposal-part.ts';
import { isSecretColumn, printableSamples } from './secret-columns.ts';
import { undecidedStates } from './undecided-states.ts';

/** The head of the proposal file. */
export interface ProposalTitle {
  /** Names of the export files. */
  readonly files: string;
  readonly records: number;
  /** `source` of the mapping, if the export needs one. */
  readonly source: object | null;
  /** Sentences at the top of the file. */
  readonly notes: readonly string[];
}

/** The proposal as a mapping file with comments. Contains only masked values of the export. */
export function proposalText(
  { blocks, fields, unmapped, warnings }: Proposal,
  columns: ReadonlyMap<string, ColumnProfile>,
  { files, records, source, notes }: ProposalTitle,
): string {
  const described = (part: MappingPart): string[] => describe(part, columns, records);
  const [skip, rest] = [blocks.filter(({ key }) => key === 'skip'), blocks.filter(({ key }) => key !== 'skip')];
  const parts: string[][] = [
    [
      ...comment(
        `Proposed for ${files}, based on ${records} ${records === 1 ? 'record' : 'records'}. The fields are guesses from column names and value formats: check all of them. Values in comments are masked. See docs/mapping.md for the mapping language.`,
      ),
      ...notes.flatMap((note) => comment(note)),
      ...warnings.flatMap(({ text }) => comment(`DECIDE: ${text}`)),
    ],
    source === null ? [] : yaml('source', source),
    ...skip.map((part) => [...described(part), ...yaml(part.key, part.value)]),
    ['fields:', ...fields.flatMap((part) => [...described(part), ...ruleOf(part)].map((line) => `  ${line}`))],
    ...rest.map((part) => [...described(part), ...yaml(part.key, part.value)]),
    leftOver(unmapped, records),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A mapping file for a source with a preset: changes little, and lists what the preset does not use. */
export function presetProposalText(
  { preset, title }: RecognisedPreset,
  { unmapped, warnings, blocks }: Proposal,
  { files, records }: ProposalTitle,
): string {
  const lines = [
    ...comment(
      `${files} looks like ${title}. Use this file together with the input \`preset: ${preset}\`, which maps most of it; the rules in this file override the preset. Values in comments are masked. See docs/mapping.md for the mapping language.`,
    ),
    ...warnings.flatMap(({ text }) => comment(`DECIDE: ${text}`)),
    '',
    ...blocks.flatMap(({ key, value }) => yaml(key, value)),
    ...leftOver(unmapped, records),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What a preset leaves to the reader. `used` are the columns and paths that it reads. */
export function presetProposal(
  used: ReadonlySet<string>,
  columns: ReadonlyMap<string, ColumnProfile>,
  records: number,
): Proposal {
  const looks = new Set([...used].map((ref) => normalizeName(ref.replace(/\[.*$/, ''))));
  const isUsed = ({ ref }: ColumnProfile): boolean => {
    const parts = ref.replaceAll(/\[.*?\]/g, '').split('.');
    return parts.some((_, at) => looks.has(normalizeName(parts.slice(0, at + 1).join('.'))));
  };
  const left = [...columns.values()]
    .filter((column) => column.filled > 0 && !isUsed(column))
    .map((column) => ({ column, note: column.lists > 0 ? 'contains lists' : null }));
  const warnings = undecidedStates(left, records, true).map((each) => ({ ...each, isPreset: true }) as const);
  return { blocks: [], fields: [], unmapped: left, warnings };
}

/** Formats short values on one line, and lists of rules with one rule per line. */
function yaml(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
    return [`${scalar(key)}:`, ...value.map((item) => `  - ${flow(item)}`)];
  return [`${scalar(key)}: ${typeof value === 'string' ? scalar(value) : flow(value)}`];
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trim();
}

/** The lines of a part in the mapping, without its comments. */
export function partLines({ key, value }: MappingPart): string[] {
  return yaml(key, value);
}

function ruleOf({ key, value, decision }: MappingPart): string[] {
  const lines = yaml(key, value);
  return decision === undefined ? lines : lines.map((line) => `# ${line}`);
}

function describe(
  { value, notes, decision }: MappingPart,
  columns: ReadonlyMap<string, ColumnProfile>,
  records: number,
): string[] {
  const used = [...columns.values()].filter(({ ref }) => usesColumn(value, ref));
  const first = decision === undefined ? [] : [`DECIDE: ${decision}`];
  return [...first, ...used.map((column) => about(column, records)), ...notes].flatMap((note) => comment(note));
}

function about(column: ColumnProfile, records: number): string {
  const samples = printableSamples(column);
  const like = samples.length === 0 ? '' : `, like ${samples.join(' ')}`;
  return `${quoted(column.ref)}: ${share(column.filled, records)} filled${like}`;
}

function leftOver(left: readonly UnmappedColumn[], records: number): string[] {
  const secrets = left.filter(({ column }) => isSecretColumn(column));
  const others = left.filter((each) => !secrets.includes(each));
  const kept = secrets
    .map(({ column, note }) => (note === null ? quoted(column.ref) : `${quoted(column.ref)} (${note})`))
    .join(', ');
  return [
    ...(secrets.length === 0 ? [] : comment(`Left out because their names or values look like secrets: ${kept}.`)),
    ...(others.length === 0 ? [] : leftColumns(others, records)),
  ];
}

function leftColumns(left: readonly UnmappedColumn[], records: number): string[] {
  return [
    ...comment('Not mapped. To keep a column, add it to fields, or to a custom field that exists in the tenant:'),
    ...left.flatMap(({ column, note }) => [
      ...comment(
        `  customFields.${keyOf(column)}: ${scalar(column.lists > 0 ? column.ref.replace(/\[0\]$/, '') : column.ref)}`,
      ),
      ...comment(`    ${about(column, records)}${note === null ? '' : ` (${note})`}`),
    ]),
  ];
}

/** The key of a custom field: `kd_gruppe` for `Kd.-Gruppe`. */
function keyOf({ name }: ColumnProfile): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).map(normalizeName);
  return words.filter((word) => /^[a-z\d]+$/.test(word)).join('_') || 'field';
}

/** A column name on one line, quoted if necessary. */
function quoted(name: string): string {
  return /^[\p{L}\p{N} ._[\]-]+$/u.test(name) ? name : JSON.stringify(name);
}

const WIDTH = 118;

function comment(text: string): string[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent;
  for (const word of text
    .trim()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .split(' ')) {
    if (line.trim() !== '' && line.length + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((each) => `# ${each}`.trimEnd());
}
