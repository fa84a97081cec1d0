import { PRESETS, type PresetName } from '../mapping/presets/preset-name.ts';
import { LANGUAGES } from '../report/language/language.ts';
import { InputError } from '../runtime/input-error.ts';
import { type ExportKey, parseExportKey } from '../source/export-key.ts';
import { nearest } from '../text/nearest.ts';
import { readDelimiter } from './delimiter-input.ts';
import { readFailOn } from './fail-on.ts';
import { readFleet } from './fleet-inputs.ts';
import { createInputReader, type InputReader } from './input-reader.ts';
import { INPUTS, type InputName, MODES } from './inputs.ts';
import { readCanary, readSourceSecrets, refuseShortSecrets } from './secret-inputs.ts';
import type { Settings } from './settings.ts';
import { readSize } from './size-input.ts';
import { readCheck, readClient, readDomains, readLogin, readTenant } from './tenant-inputs.ts';

/** The largest batch that cidaas's guide for one-time migrations recommends. */
const RECOMMENDED_BATCH_SIZE = 50;

/** A timer allows at most 2^31 - 1 ms, about 35,791 minutes; a longer one would fire at once. */
const MAX_TIME_LIMIT_MINUTES = 35_000;

/**
 * Turns the raw texts of inputs or flags into settings. An empty text means the default. `found`: problems that the entry has
 * already found, to be reported together with the others.
 *
 * @throws InputError naming every input that is wrong, what was expected and what was given (secrets excepted).
 */
export function readSettings(raw: (name: InputName) => string, found: readonly string[] = []): Settings {
  const problems = [...found];
  const read = createInputReader(raw, problems);
  const warnings: string[] = [];

  const mode = read.choice('mode', MODES);
  const fleet = readFleet(read, mode, problems);
  const patterns = read.text('export');
  const artifactName = read.text('export-artifact');
  if (patterns === '' && artifactName === '' && mode !== 'check' && mode !== 'undo' && fleet.role === 'lead')
    problems.push(
      '`export`: give the path of the export, or `export-artifact` with the name of the artifact that holds it',
    );
  for (const name of ['export-run-id', 'export-repository'] as const) {
    if (read.text(name) !== '' && artifactName === '')
      problems.push(`\`${name}\`: can only be used together with \`export-artifact\``);
  }
  const repository = read.text('export-repository');
  if (repository !== '' && !/^[\w.-]+\/[\w.-]+$/.test(repository))
    problems.push('`export-repository`: expected `owner/name`');
  const runId = read.text('export-run-id') === '' ? null : read.integer('export-run-id', 1, Number.MAX_SAFE_INTEGER);
  if (repository !== '' && runId === null)
    problems.push('`export-run-id`: required with `export-repository`, since a repository has many runs');

  const tenant = readTenant(read.text('tenant-url'), problems);
  const client = readClient(read, mode, mode !== 'plan' && tenant?.kind !== 'sandbox', problems);
  if (mode !== 'plan' && read.text('tenant-url') === '')
    problems.push(
      `\`tenant-url\`: required in mode ${mode}, like \`https://acme.cidaas.de\`; \`sandbox\` rehearses without a tenant`,
    );

  refuseShortSecrets(read.text, problems);
  const canary = readCanary(read.untrimmed('password-canary'), problems);
  if (canary.length > 0 && patterns === '' && artifactName === '')
    problems.push('`password-canary`: can only be used together with an export');

  const batchSize = read.integer('batch-size', 1, 1_000);
  if (batchSize > RECOMMENDED_BATCH_SIZE) {
    warnings.push(
      `\`batch-size\` is ${batchSize}: cidaas recommends 25 to 50 users per request for one-time migrations`,
    );
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
      exportKey: readExportKey(read.text('export-key'), problems),
      token: read.text('github-token'),
      allowPublic: read.boolean('allow-public-export'),
      allowFork: read.boolean('allow-fork-export'),
      maxUnpacked: readSize(read, 'max-unpacked', problems),
      format: read.choice('format', ['auto', 'csv', 'ndjson', 'json', 'ldif', 'xml', 'impex']),
      encoding: read.choice('encoding', ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
      delimiter: readDelimiter(read.untrimmed('delimiter'), problems),
    },
    preset: readPreset(read.text('preset'), problems),
    mapping: read.text('mapping') === '' ? null : read.text('mapping'),
    canary,
    sourceSecrets: readSourceSecrets(read.untrimmed('password-secrets'), problems),
    ...readLogin(read, canary.length > 0, problems),
    compareMapping: readCompareMapping(read, mode, problems),
    maxNewlyInvalid: read.limit('max-newly-invalid'),
    failOn: readFailOn(read.text('fail-on'), problems),
    tenant,
    check: readCheck(read, mode, problems),
    checkDomains: readDomains(read, mode, tenant),
    client,
    batchSize,
    concurrency: readConcurrency(read, problems),
    threads: read.autoOrInteger('threads', 0, MOST_THREADS),
    maxRequestsPerSecond: read.number('max-requests-per-second', 0, 10_000),
    requestTimeoutMs: read.number('request-timeout', 1, 3_600) * 1_000,
    maxAttempts: read.integer('max-attempts', 1, 100),
    outagePatienceMs: readPatience(read, problems),
    minRows: read.integer('min-rows', 0, Number.MAX_SAFE_INTEGER),
    minPlanned: read.integer('min-planned', 0, Number.MAX_SAFE_INTEGER),
    allowPartialExport: read.boolean('allow-partial-export'),
    failAbove: read.limit('fail-above'),
    abortAbove: read.limit('abort-above'),
    sync: readSync(read, problems),
    maxChanged: read.limit('max-changed'),
    maxMissing: read.text('max-missing') === '' ? { kind: 'percent', percent: 100 } : read.limit('max-missing'),
    missingUsers: readMissingUsers(read, problems),
    expectedPlan: read.text('expected-plan') === '' ? null : read.text('expected-plan'),
    exportMaxAgeMs: readAge(read.text('export-max-age'), problems),
    pilot: read.integer('pilot', 0, 10_000),
    verifySample: read.integer('verify-sample', 0, 10_000),
    timeLimitMs: read.number('time-limit', 0, MAX_TIME_LIMIT_MINUTES) * 60_000,
    resume: { mode: read.choice('resume', ['auto', 'none']), runId: read.optionalInteger('resume-run-id') },
    undoRunId: readUndo(read, mode, problems),
    stateKey: readStateKey(read.text('state-key'), problems),
    ...fleet,
    report: {
      name: readReportName(read.text('report-name'), problems),
      dir: read.text('report-dir'),
      identifiers: read.choice('report-identifiers', ['masked', 'full', 'none']),
      language: read.choice('language', LANGUAGES),
      retentionDays: read.integer('retention-days', 0, 400),
    },
    comment: read.choice('comment', ['auto', 'always', 'never']),
    warnings,
  };
  if (problems.length > 0) throw new InputError(problems);
  return settings;
}

const MOST_CONCURRENT = 256;
const MOST_THREADS = 32;

/** A fixed cap has no other maximum. */
function readConcurrency(read: InputReader, problems: string[]): Settings['concurrency'] {
  const max = read.autoOrInteger('concurrency', 1, MOST_CONCURRENT);
  if (max === 'auto') return { mode: 'auto', max: read.integer('max-concurrency', 1, MOST_CONCURRENT) };
  if (read.text('max-concurrency') !== INPUTS['max-concurrency'])
    problems.push('`max-concurrency`: can only be used with `concurrency: auto`; a number is a maximum itself');
  return { mode: 'fixed', max };
}

/** Mode undo deletes users of a tenant: what it is given must be about that alone. */
function readUndo(read: InputReader, mode: Settings['mode'], problems: string[]): Settings['undoRunId'] {
  const runId = read.optionalInteger('undo-run-id');
  if (runId !== null && mode !== 'undo') problems.push('`undo-run-id`: can only be used in mode undo');
  if (mode !== 'undo') return runId;
  if (read.text('tenant-url') === 'sandbox')
    problems.push('`tenant-url`: the sandbox forgets its users with every run');
  for (const name of ['export', 'export-artifact', 'resume-run-id'] as const)
    if (read.text(name) !== '') problems.push(`\`${name}\`: has no meaning in mode undo, which reads no export`);
  return runId;
}

/** A delta requires `state-key`: a state encrypted with the client secret would be lost when that is rotated. */
function readSync(read: InputReader, problems: string[]): Settings['sync'] {
  const sync = read.choice('sync', ['full', 'delta']);
  if (sync === 'full') return sync;
  const why = 'required with `sync: delta`, to decrypt the last state';
  if (read.text('state-key') === '') problems.push(`\`state-key\`: ${why}`);
  if (read.text('tenant-url') === '')
    problems.push('`tenant-url`: required with `sync: delta`, also in mode plan, since each state belongs to a tenant');
  if (read.text('tenant-url') === 'sandbox')
    problems.push(
      '`sync`: the sandbox forgets its users with every run, so there is no state to compare with; rehearse with `sync: full`',
    );
  return sync;
}

/** Blocking and deleting need a limit that somebody chose, and an export of which nobody is left out. */
function readMissingUsers(read: InputReader, problems: string[]): Settings['missingUsers'] {
  const missing = read.choice('missing-users', ['report', 'block', 'delete']);
  if (missing === 'report') return missing;
  const needs = (isMet: boolean, what: string): void => {
    if (!isMet) problems.push(`\`missing-users\`: \`${missing}\` ${what}`);
  };
  needs(read.text('sync') === 'delta', 'needs `sync: delta`: only a delta knows who is missing');
  needs(
    read.text('max-missing') !== '',
    'needs `max-missing`, the number or share of known users that may be missing at most, like `1%`',
  );
  needs(read.text('pilot') === '0', 'cannot be combined with `pilot`, which does not send everybody else');
  needs(
    read.text('allow-partial-export') !== 'true',
    'cannot be combined with `allow-partial-export`: users would be missing who exist',
  );
  return missing;
}

const UNIT_MS: { readonly [unit: string]: number } = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function readAge(text: string, problems: string[]): number | null {
  if (text === '') return null;
  const [, count = '', unit = ''] = /^(\d{1,6})\s*([mhd])$/.exec(text) ?? [];
  if (unit === '')
    problems.push(
      `\`export-max-age\`: expected a number and a unit, like \`90m\`, \`12h\` or \`2d\`, got \`${text.slice(0, 80)}\``,
    );
  return Number(count) * (UNIT_MS[unit] ?? 0);
}

const PATIENCE_UNIT_MS: { readonly [unit: string]: number } = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Minutes, like `time-limit`, or a number with a unit. */
function readPatience(read: InputReader, problems: string[]): number {
  const text = read.text('outage-patience');
  const [, count = '', unit = ''] = /^(\d{1,6}(?:\.\d+)?)\s*([smh]?)$/.exec(text) ?? [];
  const ms = count === '' ? Number.NaN : Number(count) * (PATIENCE_UNIT_MS[unit || 'm'] ?? 0);
  if (ms <= MAX_TIME_LIMIT_MINUTES * 60_000) return ms;
  const expected = `minutes from 0 to ${MAX_TIME_LIMIT_MINUTES}, or a number and a unit, like \`90s\`, \`10m\` or \`1h\``;
  problems.push(`\`outage-patience\`: expected ${expected}, got \`${text.slice(0, 80)}\``);
  return 0;
}

function readCompareMapping(read: InputReader, mode: Settings['mode'], problems: string[]): string | null {
  const text = read.text('compare-mapping');
  for (const name of ['max-newly-invalid', 'fail-on'] as const)
    if (text === '' && read.text(name) !== INPUTS[name])
      problems.push(`\`${name}\`: can only be used together with \`compare-mapping\``);
  if (text !== '' && mode !== 'plan') problems.push('`compare-mapping`: can only be used in mode plan');
  return text === '' ? null : text;
}

/** Shorter keys can be guessed offline by anyone who has the artifact, in spite of scrypt. */
const MIN_STATE_KEY_LENGTH = 16;

function readStateKey(text: string, problems: string[]): string | null {
  if (text === '') return null;
  if (text.length < MIN_STATE_KEY_LENGTH) {
    problems.push(
      `\`state-key\`: expected at least ${MIN_STATE_KEY_LENGTH} characters, like the output of \`openssl rand -base64 32\``,
    );
  }
  return text;
}

function readExportKey(text: string, problems: string[]): ExportKey | null {
  if (text === '') return null;
  const parsed = parseExportKey(text);
  if ('key' in parsed) return parsed.key;
  problems.push(`\`export-key\`: ${parsed.problem}`);
  return null;
}

/** Characters that the artifact service rejects in a name, which it would do only after the run. */
const FORBIDDEN_IN_ARTIFACT_NAME = /["*:<>?|\\/\r\n]/;

function readReportName(text: string, problems: string[]): string {
  if (text.length > 200 || FORBIDDEN_IN_ARTIFACT_NAME.test(text)) {
    problems.push('`report-name`: expected up to 200 characters, and none of " : < > | * ? \\ /');
  }
  return text;
}

function readPreset(text: string, problems: string[]): PresetName | null {
  if (text === '') return null;
  const found = PRESETS.find((name) => name === text.toLowerCase());
  if (found !== undefined) return found;
  const meant = nearest(text, PRESETS);
  problems.push(
    `\`preset\`: there is no preset \`${text.slice(0, 80)}\`.${meant === null ? '' : ` Did you mean \`${meant}\`?`} Expected one of ${PRESETS.join(', ')}`,
  );
  return null;
}
