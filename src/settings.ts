import { InputError } from './input-error.ts';
import type { Delimiter, Encoding, Format } from './source/record.ts';
import { parseTenantUrl } from './tenant/tenant-url.ts';

/** Every input, with its default as `action.yml` states it; `null` where the entry decides. The CLI's flags bear the same names. */
export const INPUTS = {
  mode: 'apply',
  export: '',
  'export-artifact': '',
  'export-run-id': '',
  'export-repository': '',
  'github-token': null,
  format: 'auto',
  encoding: 'auto',
  delimiter: 'auto',
  mapping: '',
  'tenant-url': '',
  'client-id': '',
  'client-secret': '',
  'batch-size': '50',
  concurrency: '4',
  'max-requests-per-second': '0',
  'request-timeout': '60',
  'max-attempts': '6',
  'min-rows': '1',
  'fail-above': '0',
  'abort-above': '20%',
  'report-name': 'cidaas-migration-report',
  'report-dir': null,
  'report-identifiers': 'masked',
  'retention-days': '0',
} as const satisfies { readonly [name: string]: string | null };

export type InputName = keyof typeof INPUTS;

/** Inputs that the CLI takes from the environment only, since a command line shows in process lists and shell histories. */
export const SECRETS = {
  'client-id': 'CIDAAS_CLIENT_ID',
  'client-secret': 'CIDAAS_CLIENT_SECRET',
  'github-token': 'GITHUB_TOKEN',
} as const satisfies { readonly [name in InputName]?: string };

/** A number of rows, or a share of them. */
export type Limit =
  | { readonly kind: 'count'; readonly rows: number }
  | { readonly kind: 'percent'; readonly percent: number };

export type IdentifierLevel = 'full' | 'masked' | 'none';

/** The one readonly object that everything downstream works with: checked, typed, no input names left. */
export interface Settings {
  readonly mode: 'plan' | 'apply';
  readonly export: {
    /** Paths or globs, one a line; `null` takes every file of the artifact. */
    readonly patterns: string | null;
    readonly artifact: ArtifactSource | null;
    readonly format: 'auto' | Format;
    readonly encoding: 'auto' | Encoding;
    readonly delimiter: 'auto' | Delimiter;
  };
  readonly mapping: string | null;
  readonly tenant: { readonly kind: 'origin'; readonly origin: string } | { readonly kind: 'sandbox' } | null;
  /** There when `mode` is apply and the tenant is not the sandbox. */
  readonly client: { readonly id: string; readonly secret: string } | null;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly maxRequestsPerSecond: number;
  readonly requestTimeoutMs: number;
  readonly maxAttempts: number;
  readonly minRows: number;
  readonly failAbove: Limit;
  readonly abortAbove: Limit;
  readonly report: {
    readonly name: string;
    readonly dir: string;
    readonly identifiers: IdentifierLevel;
    readonly retentionDays: number;
  };
  /** What works but deserves a second look. */
  readonly warnings: readonly string[];
}

export interface ArtifactSource {
  readonly name: string;
  /** Null: this run, this repository. */
  readonly runId: number | null;
  readonly repository: string | null;
  readonly token: string;
}

/** Above this the one-time migration guide of cidaas no longer calls a batch good practice. */
const ADVISED_BATCH_SIZE = 50;

/**
 * Turns the raw texts of inputs or flags into settings. An empty text means the default.
 *
 * @throws InputError naming every input that is wrong, what was expected and what was given (secrets excepted).
 */
export function readSettings(raw: (name: InputName) => string): Settings {
  const problems: string[] = [];
  const read = createReader(raw, problems);
  const warnings: string[] = [];

  const mode = read.choice('mode', ['plan', 'apply']);
  const patterns = read.text('export');
  const artifactName = read.text('export-artifact');
  if (patterns === '' && artifactName === '')
    problems.push(
      '`export`: give the path of the export, or `export-artifact` with the name of the artifact that holds it',
    );
  for (const name of ['export-run-id', 'export-repository'] as const) {
    if (read.text(name) !== '' && artifactName === '')
      problems.push(`\`${name}\`: only has a meaning together with \`export-artifact\``);
  }
  const repository = read.text('export-repository');
  if (repository !== '' && !/^[\w.-]+\/[\w.-]+$/.test(repository))
    problems.push('`export-repository`: expected `owner/name`');
  const runId = read.text('export-run-id') === '' ? null : read.integer('export-run-id', 1, Number.MAX_SAFE_INTEGER);
  if (repository !== '' && runId === null)
    problems.push('`export-run-id`: required with `export-repository`: a repository has many runs');

  const tenant = readTenant(read.text('tenant-url'), problems);
  const client = readClient(read, mode === 'apply' && tenant?.kind !== 'sandbox', problems);
  if (mode === 'apply' && read.text('tenant-url') === '')
    problems.push(
      '`tenant-url`: required in mode apply, like `https://acme.cidaas.de`; `sandbox` rehearses without a tenant',
    );

  const batchSize = read.integer('batch-size', 1, 1_000);
  if (batchSize > ADVISED_BATCH_SIZE) {
    warnings.push(`\`batch-size\` is ${batchSize}: cidaas advises 25 to 50 users a request for one-time migrations`);
  }
  const settings: Settings = {
    mode,
    export: {
      patterns: patterns === '' ? null : patterns,
      artifact:
        artifactName === ''
          ? null
          : {
              name: artifactName,
              runId,
              repository: repository === '' ? null : repository,
              token: read.text('github-token'),
            },
      format: read.choice('format', ['auto', 'csv', 'ndjson', 'json']),
      encoding: read.choice('encoding', ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
      delimiter: readDelimiter(read.untrimmed('delimiter'), problems),
    },
    mapping: read.text('mapping') === '' ? null : read.text('mapping'),
    tenant,
    client,
    batchSize,
    concurrency: read.integer('concurrency', 1, 256),
    maxRequestsPerSecond: read.number('max-requests-per-second', 0, 10_000),
    requestTimeoutMs: read.number('request-timeout', 1, 3_600) * 1_000,
    maxAttempts: read.integer('max-attempts', 1, 100),
    minRows: read.integer('min-rows', 0, Number.MAX_SAFE_INTEGER),
    failAbove: read.limit('fail-above'),
    abortAbove: read.limit('abort-above'),
    report: {
      name: readReportName(read.text('report-name'), problems),
      dir: read.text('report-dir'),
      identifiers: read.choice('report-identifiers', ['masked', 'full', 'none']),
      retentionDays: read.integer('retention-days', 0, 400),
    },
    warnings,
  };
  if (problems.length > 0) throw new InputError(problems);
  return settings;
}

/** How many of `rows` a limit allows. */
export function allowed(limit: Limit, rows: number): number {
  return limit.kind === 'count' ? limit.rows : Math.floor((rows * limit.percent) / 100);
}

/** As the user would write it. */
export function limitText(limit: Limit): string {
  return limit.kind === 'count' ? String(limit.rows) : `${limit.percent}%`;
}

function createReader(raw: (name: InputName) => string, problems: string[]) {
  const untrimmed = (name: InputName): string => {
    const given = raw(name);
    return given === '' ? (INPUTS[name] ?? '') : given;
  };
  const text = (name: InputName): string => untrimmed(name).trim();
  const complain = (name: InputName, expected: string): void => {
    problems.push(`\`${name}\`: expected ${expected}, got \`${text(name).slice(0, 80)}\``);
  };
  const number = (name: InputName, min: number, max: number): number => {
    const value = /^\d+(\.\d+)?$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    if (value >= min && value <= max) return value;
    complain(name, range('a number', min, max));
    return min;
  };
  const integer = (name: InputName, min: number, max: number): number => {
    const value = /^\d+$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
    complain(name, range('a whole number', min, max));
    return min;
  };
  const choice = <T extends string>(name: InputName, choices: readonly [T, ...T[]]): T => {
    const found = choices.find((one) => one === text(name).toLowerCase());
    if (found !== undefined) return found;
    complain(name, `one of ${choices.join(', ')}`);
    return choices[0];
  };
  const limit = (name: InputName): Limit => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text(name))?.[1];
    if (percent !== undefined && Number(percent) <= 100) return { kind: 'percent', percent: Number(percent) };
    if (/^\d+$/.test(text(name))) return { kind: 'count', rows: Number(text(name)) };
    complain(name, 'a number of rows like `10` or a share like `1%`');
    return { kind: 'count', rows: 0 };
  };
  return { text, untrimmed, number, integer, choice, limit };
}

function range(what: string, min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `${what} from ${min}` : `${what} from ${min} to ${max}`;
}

function readTenant(text: string, problems: string[]): Settings['tenant'] {
  if (text === '') return null;
  if (text === 'sandbox') return { kind: 'sandbox' };
  const parsed = parseTenantUrl(text);
  if ('origin' in parsed) return { kind: 'origin', origin: parsed.origin };
  problems.push(`\`tenant-url\`: ${parsed.problem}`);
  return null;
}

function readClient(read: ReturnType<typeof createReader>, isNeeded: boolean, problems: string[]): Settings['client'] {
  const id = read.text('client-id');
  const secret = read.text('client-secret');
  if (!isNeeded) return null;
  for (const name of ['client-id', 'client-secret'] as const) {
    if (read.text(name) !== '') continue;
    problems.push(
      `\`${name}\`: required in mode apply; is the secret available to this workflow (forks get none), or \`${SECRETS[name]}\` set in the shell?`,
    );
  }
  return { id, secret };
}

const DELIMITERS: { readonly [text: string]: 'auto' | Delimiter } = {
  auto: 'auto',
  ',': ',',
  comma: ',',
  ';': ';',
  semicolon: ';',
  '|': '|',
  pipe: '|',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
};

function readDelimiter(text: string, problems: string[]): 'auto' | Delimiter {
  const found = DELIMITERS[text] ?? DELIMITERS[text.trim().toLowerCase()];
  if (found !== undefined) return found;
  problems.push('`delimiter`: expected one of auto, comma, semicolon, tab, pipe (or the character itself)');
  return 'auto';
}

/** What the artifact service refuses in a name; it would say so only after the run. */
const NO_ARTIFACT_NAME = /["*:<>?|\\/\r\n]/;

function readReportName(text: string, problems: string[]): string {
  if (text.length > 200 || NO_ARTIFACT_NAME.test(text)) {
    problems.push('`report-name`: an artifact name has up to 200 characters and none of " : < > | * ? \\ /');
  }
  return text;
}
