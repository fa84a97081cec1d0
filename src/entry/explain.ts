import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JoinedRecordStore } from '../ledger/joined-record-store.ts';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import { gitHubPatience } from '../publish/github-retry.ts';
import { explanationText } from '../report/explanation-text.ts';
import { explainOne, type WantedRecord } from '../run/explain-step.ts';
import { createExportOpener } from '../run/export-opener.ts';
import { ExpressionProcess } from '../run/expression-process.ts';
import { systemClock } from '../runtime/clock.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { InputName } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { escapeJson } from '../text/escape.ts';
import { type CliFlags, readFlags } from './cli-flags.ts';
import { readMappingFile } from './mapping-source.ts';

const EXPLAIN_HELP = `Shows the way of one record: its cells, what each rule does with them, warnings, the decision, and the JSON that would be sent.

Usage: cidaas-migrate explain --export users.csv --mapping mapping.yml --row 12
       cidaas-migrate explain --export users.csv --mapping mapping.yml --find jane@example.com

  --row ROW     the record with this row number, as reports show it
  --find TEXT   the first record that has this text as a value or an identifier, in any case
  --json        prints the explanation as JSON
  --help        prints this

All flags of a plan that say how export and mapping are read apply, too (\`cidaas-migrate --help\`). Values are masked unless
--report-identifiers is full; passwords, hashes and salts are never shown. Nothing is sent anywhere.
`;

const SEE_HELP = '(`cidaas-migrate explain --help`)';

export interface ExplainEnvironment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly stop: AbortSignal;
  readonly print: (text: string) => void;
  readonly hasColour: boolean;
  /** The text of an input, from the flags, the environment or the defaults of the command. */
  readonly inputOf: (name: InputName, flags: CliFlags['values']) => string;
}

/**
 * The command \`explain\`: prints the way of one record.
 *
 * @throws InputError when a flag is wrong, export or mapping cannot be read, or no record is found.
 */
export async function runExplain(args: readonly string[], environment: ExplainEnvironment): Promise<void> {
  const { log, print, hasColour, inputOf } = environment;
  const { wanted, isJson, rest } = readWanted(args);
  const flags = args.includes('--help') || args.length === 0 ? 'help' : readFlags(rest);
  if (typeof flags === 'string') {
    print(EXPLAIN_HELP);
    return;
  }
  const problems = [...('problem' in wanted ? [wanted.problem] : []), ...flags.problems];
  const settings = readSettings((name) => (name === 'mode' ? 'plan' : inputOf(name, flags.values)), problems);
  for (const warning of settings.warnings) log.warning(warning);
  const explanation = await explain(settings, wanted as WantedRecord, environment);
  if (explanation === null) throw new InputError([notFound(wanted as WantedRecord)]);
  print(isJson ? `${escapeJson(JSON.stringify(explanation, null, 2))}\n` : explanationText(explanation, hasColour));
}

async function explain(
  settings: Settings,
  wanted: WantedRecord,
  { cwd, env, log, stop }: ExplainEnvironment,
): ReturnType<typeof explainOne> {
  const folder = await mkdtemp(join(tmpdir(), 'cidaas-migrate-'));
  // Joined records are stored in the folder of a ledger.
  const ledger = new Ledger(ledgerPath(folder));
  using evaluator = new ExpressionProcess(stop);
  try {
    const environment = {
      cwd: resolve(cwd),
      workspace: null,
      folder,
      env,
      log,
      stop,
      patience: gitHubPatience(stop, 0),
    };
    return await explainOne(
      settings,
      {
        ...createExportOpener(settings, environment),
        ...{ ledger, evaluator, log, stop, state: null },
        clock: systemClock,
        joinStore: (target) => new JoinedRecordStore(target),
        readMappingFile: () => readMappingFile(settings, environment),
      },
      wanted,
    );
  } finally {
    ledger.close();
    await removeFolder(folder);
  }
}

interface ExplainFlags {
  readonly wanted: WantedRecord | { readonly problem: string };
  readonly isJson: boolean;
  /** The flags that are inputs. */
  readonly rest: readonly string[];
}

function readWanted(args: readonly string[]): ExplainFlags {
  const own = { row: { type: 'string' }, find: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { tokens } = parseArgs({ args: [...args], options: own, strict: false, allowPositionals: true, tokens: true });
  const taken = new Set<number>();
  const given: { row?: string; find?: string; json?: string } = {};
  for (const token of tokens) {
    if (token.kind !== 'option' || !Object.hasOwn(own, token.name)) continue;
    taken.add(token.index);
    if (token.name !== 'json' && token.value !== undefined && !token.inlineValue) taken.add(token.index + 1);
    given[token.name as keyof typeof given] = token.value ?? '';
  }
  const rest = args.filter((_, index) => !taken.has(index));
  return { wanted: wantedRecord(given.row, given.find), isJson: given.json !== undefined, rest };
}

function wantedRecord(row: string | undefined, find: string | undefined): ExplainFlags['wanted'] {
  if ((row === undefined) === (find === undefined))
    return { problem: `explain: give either --row with a row number or --find with a value ${SEE_HELP}` };
  if (find !== undefined)
    return find.trim() === '' ? { problem: `--find: the value is missing ${SEE_HELP}` } : { kind: 'text', text: find };
  const number = /^\d{1,15}$/.test(row ?? '') ? Number(row) : 0;
  return number < 1 ? { problem: '--row: expected a whole number from 1' } : { kind: 'row', row: number };
}

/** Never repeats the text that was looked for: it is personal. */
function notFound(wanted: WantedRecord): string {
  return wanted.kind === 'row'
    ? `The export has no row ${wanted.row}. Rows are counted over all files from 1, without headers.`
    : 'No record of the export has this value. --find compares whole values, in any case; look for the row number in the report instead.';
}
