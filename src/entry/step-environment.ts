import { getInput } from '@actions/core';
import type { NamedFiles } from '../publish/repository-files.ts';
import type { ResumeArtifactOptions } from '../publish/resume-artifact.ts';
import type { StateArtifactOptions } from '../publish/state-artifact.ts';
import type { ReportRun } from '../report/report-data.ts';
import type { Log } from '../runtime/log.ts';
import { type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import type { Settings } from '../settings/settings.ts';

/** The environment variables of a step. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Names of what the main step saves for the post step (`saveState`, `getState`). */
export const STEP_STATE = {
  folder: 'folder',
  pid: 'pid',
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
export function readInputs(log: Log): Settings {
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) {
    for (const text of secretTexts(name, getInput(name))) log.secret(text);
  }
  return readSettings((name: InputName) => getInput(name, { trimWhitespace: false }));
}

export function workspaceOf(env: Env): string {
  return env.GITHUB_WORKSPACE ?? process.cwd();
}

/** The files of a run that annotations may point to. */
export function namedFiles({ mapping, export: { artifact } }: Settings): NamedFiles {
  return { mapping, exportIsArtifact: artifact !== null };
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

/** Options for the resume artifacts of this step; `parts` distinguish them from those of another migration in the same run. */
export function resumeOptions(settings: Settings, env: Env, folder: string, log: Log): ResumeArtifactOptions {
  const { tenant, report, resume } = settings;
  const parts = [JSON.stringify(tenant), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', report.name];
  const exported = `${settings.export.artifact?.name ?? ''}\n${settings.export.patterns ?? ''}`;
  return {
    ...{ env, log, token: getInput('github-token'), runId: resume.runId, parts, folder },
    ...{ export: exported, now: Date.now },
  };
}

/** Options for the state artifacts of this step; `parts` distinguish the states of several syncs of one workflow. */
export function stateOptions(settings: Settings, env: Env, folder: string, log: Log): StateArtifactOptions {
  const parts = [JSON.stringify(settings.tenant), settings.mapping ?? ''];
  return { env, log, token: getInput('github-token'), parts, folder, retentionDays: 0 };
}
