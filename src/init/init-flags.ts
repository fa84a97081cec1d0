import { type FlagValues, readCommandFlags, seeHelp } from '../runtime/command-flags.ts';
import { InputError } from '../runtime/input-error.ts';
import { SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { InitSource } from './init-export.ts';

/** The flags of `init`. */
export interface InitFlags {
  readonly source: InitSource;
  readonly out: string | null;
  readonly force: boolean;
  /** Asks about each DECIDE of the proposal. */
  readonly isInteractive: boolean;
  readonly sample: number | null;
  /** The mapping whose words a sample keeps unchanged. */
  readonly mapping: string | null;
}

const MAX_SAMPLE_ROWS = 1_000;

/** What `init --help` prints. */
export const INIT_HELP = `cidaas-migrate init proposes a first mapping for an export, or writes a sample of it in which every value is invented.

Usage: cidaas-migrate init users.csv --out mapping.yml
       cidaas-migrate init users.csv --sample 100 --out sample.csv --mapping mapping.yml

Several files or a glob are read as one export. Nothing is sent anywhere.

  --out FILE            file for the mapping or the sample; without it the mapping is printed. Folders are created.
  --force               overwrites that file
  --interactive         asks on the terminal about everything that the proposal leaves to you
  --sample ROWS         writes a sample of this many records (1 to ${MAX_SAMPLE_ROWS}) instead of a mapping
  --mapping FILE        with --sample: words that this mapping compares with stay unchanged
  --format FORMAT       auto, csv, ndjson, json, ldif, xml, impex (default: auto)
  --encoding ENCODING   auto, utf-8, utf-16le, utf-16be, windows-1252 (default: auto)
  --delimiter SIGN      auto, comma, semicolon, tab, pipe, or the character itself (default: auto)
  --help                prints this

From the environment: ${SECRETS['export-key']}, for an encrypted export
`;

const FLAGS = {
  out: 'string',
  sample: 'string',
  mapping: 'string',
  format: 'string',
  encoding: 'string',
  delimiter: 'string',
  interactive: 'boolean',
  force: 'boolean',
} as const;

/**
 * Reads the flags of `init`.
 *
 * @throws InputError when a flag is unknown or its value is invalid.
 */
export function readInitFlags(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): InitFlags | 'help' {
  if (args.includes('--help')) return 'help';
  const { values, words } = readCommandFlags('init', FLAGS, args);
  if (words.length === 0)
    throw new InputError([`init: name the export, as in \`cidaas-migrate init users.csv\` ${seeHelp('init')}`]);
  const patterns = words.join('\n');
  const { format, encoding, delimiter } = values;
  const given: { readonly [name: string]: string | undefined } = {
    ...{ mode: 'plan', export: patterns, format, encoding, delimiter },
    'export-key': env[SECRETS['export-key']],
  };
  const { export: read } = readSettings((name) => given[name] ?? '');
  return {
    source: {
      ...{ patterns, cwd, format: read.format, encoding: read.encoding },
      ...{ delimiter: read.delimiter, exportKey: read.exportKey },
    },
    out: values.out ?? null,
    force: values.force ?? false,
    isInteractive: readInteractive(values),
    sample: values.sample === undefined ? null : readSample(values.sample, values.out),
    mapping: values.mapping ?? null,
  };
}

function readInteractive({ interactive, sample }: FlagValues<typeof FLAGS>): boolean {
  if (interactive === true && sample !== undefined)
    throw new InputError([
      '--interactive: a sample leaves nothing to decide. Leave out --interactive, or --sample for a mapping.',
    ]);
  return interactive === true;
}

function readSample(text: string, out: string | undefined): number {
  const rows = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (rows < 1 || rows > MAX_SAMPLE_ROWS)
    throw new InputError([`--sample: expected a whole number from 1 to ${MAX_SAMPLE_ROWS}`]);
  if (out === undefined) throw new InputError(['--out: name the file for the sample']);
  return rows;
}
