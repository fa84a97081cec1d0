import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { getInput, getState, saveState } from '@actions/core';
import type { GitHubPatience } from '../publish/github-retry.ts';
import { type KeptNames, keptNames } from '../publish/kept-names.ts';
import type { ResumeArtifactOptions } from '../publish/resume-artifact.ts';
import type { StateArtifactOptions } from '../publish/state-artifact.ts';
import type { ReportRun } from '../report/report-data.ts';
import type { Log } from '../runtime/log.ts';
import { type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import type { Settings } from '../settings/settings.ts';
import { unknownInputs } from './unknown-inputs.ts';

/** The environment variables of a step. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Names of what the main step saves for the post step (`saveState`, `getState`). */
export const STEP_STATE = {
  folder: 'folder',
  /** Of `ownIdentity`; empty once the main step has ended. */
  pid: 'pid',
  /** Where the report is written when no input says it. */
  reportDir: 'report-dir',
  /** `true` when what later runs need is kept. */
  kept: 'kept',
  /** The message of the error that ended the main step, if one did. */
  broke: 'broke',
  /** `true` when the report has been published, even if other files have not. */
  reported: 'reported',
  /** `true` when everything has. */
  published: 'published',
} as const;

/**
 * Reads the inputs of the action, and registers every secret for masking before anything else is logged.
 *
 * @throws InputError naming every input that is wrong.
 */
export function readInputs(env: Env, log: Log): Settings {
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) {
    for (const text of secretTexts(name, getInput(name))) log.secret(text);
  }
  const unknown = unknownInputs(env);
  for (const warning of unknown.warnings) log.warning(warning);
  return readSettings(
    (name: InputName) => (name === 'report-dir' ? reportDirOf(env) : getInput(name, { trimWhitespace: false })),
    unknown.problems,
  );
}

/**
 * The folder of the report: the input, else one of this step alone, so that two steps of a job never share one. The post step
 * gets the same folder.
 */
function reportDirOf(env: Env): string {
  const given = getInput('report-dir');
  if (given !== '') return given;
  const known = getState(STEP_STATE.reportDir);
  if (known !== '') return known;
  const dir = join(env.RUNNER_TEMP ?? process.cwd(), `cidaas-migration-report-${randomUUID().slice(0, 8)}`);
  saveState(STEP_STATE.reportDir, dir);
  return dir;
}

/** Where the private folder of a step is. */
export function tempFolderOf(env: Env): string {
  return resolve(env.RUNNER_TEMP ?? process.cwd());
}

export function workspaceOf(env: Env): string {
  return env.GITHUB_WORKSPACE ?? process.cwd();
}

/** The workflow run; null outside Actions. */
export function readRun(env: Env): ReportRun | null {
  const id = env.GITHUB_RUN_ID;
  const repository = env.GITHUB_REPOSITORY;
  if (id === undefined || repository === undefined) return null;
  return {
    id,
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1'),
    url: `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/actions/runs/${id}`,
    repository,
    event: env.GITHUB_EVENT_NAME ?? '',
    sha: env.GITHUB_SHA ?? '',
  };
}

/** How long the step waits for GitHub. */
interface StepPatience {
  /** While nothing has been sent. */
  readonly patience: GitHubPatience;
  /** For what is stored afterwards. */
  readonly closingPatience: GitHubPatience;
}

/** What the artifacts of this step are found and stored with. */
interface KeptPorts extends StepPatience {
  readonly env: Env;
  readonly log: Log;
  /** The private folder of the run. */
  readonly folder: string;
}

/** Options for the resume artifacts of this step. */
export function resumeOptions(settings: Settings, ports: KeptPorts): ResumeArtifactOptions {
  const runId = settings.mode === 'undo' ? settings.undoRunId : settings.resume.runId;
  const keepsState = settings.stateKey !== null;
  return { ...ports, token: getInput('github-token'), runId, keepsState, names: namesOf(settings, ports.env) };
}

/** Options for the state artifacts of this step. */
export function stateOptions(settings: Settings, ports: KeptPorts): StateArtifactOptions {
  return { ...ports, token: getInput('github-token'), names: namesOf(settings, ports.env) };
}

function namesOf({ tenant, preset, report, export: given, stateKey, ...settings }: Settings, env: Env): KeptNames {
  // Two presets of one workflow read two systems.
  const mapping = settings.mapping ?? (preset === null ? null : `preset ${preset}`);
  const exported = `${given.artifact?.name ?? ''}\n${given.patterns ?? ''}`;
  return keptNames({ tenant, mapping, reportName: report.name, exported, hasState: stateKey !== null }, env);
}
