import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getInput, saveState } from '@actions/core';
import { removeFolder } from '../ledger/run-folder.ts';
import { type ActionLog, actionLog } from '../publish/action-log.ts';
import { writeJobSummary } from '../publish/job-summary.ts';
import { reportOutputs, setOutputs } from '../publish/outputs.ts';
import { type Published, publishReport } from '../publish/publish-report.ts';
import { lineOfMessage, type NamedFiles, repositoryFiles } from '../publish/repository-files.ts';
import { type ResumeArtifactOptions, resumeArtifacts } from '../publish/resume-artifact.ts';
import { branchOf, type StateArtifactOptions, stateArtifacts } from '../publish/state-artifact.ts';
import { publishComment } from '../publish/sticky-comment.ts';
import { annotations } from '../report/annotations.ts';
import { closingLines } from '../report/closing-lines.ts';
import { failedStart } from '../report/markdown/failed-start.ts';
import { jobSummary } from '../report/markdown/job-summary.ts';
import { reviewComment } from '../report/markdown/review-comment.ts';
import type { ReportHead, ReportRun } from '../report/report-data.ts';
import { keepState } from '../run/delta-step.ts';
import { saveResume } from '../run/send-step.ts';
import { isDiskFull, messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { progressLog } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import type { Settings } from '../settings/settings.ts';
import type { ResumeStore } from '../state/resume-store.ts';
import { listenForInterrupts } from './interrupt.ts';
import { type JobResult, notesOf, runJob, UnwrittenReport } from './job.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What the post step has to know, by name. */
export const STATE = {
  folder: 'folder',
  pid: 'pid',
  /** What broke the main step, if something did. */
  broke: 'broke',
  /** `true` when the report has reached its place, whatever became of the rest. */
  reported: 'reported',
  /** `true` when everything has. */
  published: 'published',
} as const;

const NO_REPORT = { path: '', artifactId: null, url: null };

/** The entry of the action. Returns the exit code of the step: 0 only when the outcome is `succeeded`. */
export async function runAction(env: Env): Promise<number> {
  const log = actionLog();
  using interrupt = listenForInterrupts();
  try {
    const settings = readInputs(log);
    log.findLinesWith((message) => lineOfMessage(workspaceOf(env), namedFiles(settings), message));
    interrupt.limitTime(settings.timeLimitMs);
    const folder = join(env.RUNNER_TEMP ?? process.cwd(), `cidaas-migrate-${randomUUID()}`);
    // Said before it is there: whenever this process is killed, the post step knows what to remove.
    saveState(STATE.folder, folder);
    saveState(STATE.pid, process.pid);
    await mkdir(folder, { mode: 0o700 });
    let kept = false;
    const environment = {
      cwd: workspaceOf(env),
      folder,
      env,
      log,
      progress: progressLog(log, Date.now),
      stop: interrupt.stop,
      cut: interrupt.cut,
      run: readRun(env),
      toolVersion: TOOL_VERSION,
      onSecret: log.secret,
      workflow: env.GITHUB_WORKFLOW ?? '',
      store: resumeArtifacts(resumeOptions(settings, env, folder, log)),
      stateStore: stateArtifacts(stateOptions(settings, env, folder, log)),
      branch: branchOf(env),
    };
    const { head } = await runJob(settings, environment, async (result, memory, state) => {
      kept = await publish(settings, result, memory, { env, log, folder });
      await keepState(state, log);
    });
    // Otherwise the post step finds the ledger and tries again.
    if (kept) {
      await removeFolder(folder);
      saveState(STATE.published, 'true');
    }
    return head.outcome === 'succeeded' ? 0 : 1;
  } catch (error) {
    const problems = error instanceof InputError ? error.problems : [messageOf(error)];
    for (const problem of problems) log.error(problem);
    if (!(error instanceof InputError) && !isDiskFull(error) && error instanceof Error) log.info(error.stack ?? '');
    try {
      if (!(error instanceof InputError)) saveState(STATE.broke, messageOf(error));
      const known = error instanceof UnwrittenReport ? reportOutputs(error.head, NO_REPORT) : {};
      setOutputs({ ...known, outcome: 'error' });
    } catch (cause) {
      log.error(`Outputs could not be handed to the runner, whose disk may be full: ${messageOf(cause)}`);
    }
    await writeJobSummary(failedStart(problems, !(error instanceof InputError)), log);
    return 1;
  } finally {
    forgetProcess(log);
  }
}

/** The post step ends a main step that hangs: by then this number may be another process's. */
function forgetProcess(log: Log): void {
  try {
    saveState(STATE.pid, '');
  } catch (cause) {
    log.warning(`The runner took no state, its disk may be full: ${messageOf(cause)}`);
  }
}

/** Reads the inputs, and makes every secret unreadable before anything else is said. */
export function readInputs(log: Log): Settings {
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) {
    for (const text of secretTexts(name, getInput(name))) log.secret(text);
  }
  return readSettings((name: InputName) => getInput(name, { trimWhitespace: false }));
}

/**
 * Artifact, outputs, summary, annotations: what people and later steps see of the report; then the memory for later
 * attempts. True when nothing is left for the post step to try again.
 */
export async function publish(
  settings: Settings,
  { head, report, ruleLines }: JobResult,
  memory: ResumeStore | null,
  { env, log, folder }: { readonly env: Env; readonly log: ActionLog; readonly folder: string },
): Promise<boolean> {
  for (const line of closingLines(head, report.failures.groups(), report.json)) log.info(line);
  const published = await publishReport(settings.report, report, { env, log, folder });
  setOutputs(reportOutputs(head, { path: report.json, artifactId: published.artifactId, url: published.url }));
  const fileNames = head.export.files.map(({ name }) => name);
  const level = settings.report.identifiers;
  const notes = [...notesOf(head), ...published.notes];
  const inRepository = repositoryFiles(workspaceOf(env), namedFiles(settings), ruleLines);
  const said = { head, failures: report.failures, level, fileNames };
  await writeJobSummary(jobSummary({ ...said, links: published.links, notes }), log);
  for (const one of annotations(head, report.failures.groups(), level, fileNames, inRepository)) log.annotate(one);
  const kept = memory === null || (await saveResume(memory, log));
  // Last: the summary says the same, and nothing is to wait for it.
  await publishComment(
    reviewComment(
      { ...said, links: wholeAddresses(published.links, head), notes: notesOf(head) },
      settings.report.name,
    ),
    settings.comment,
    { env, log, token: getInput('github-token') },
  );
  if (published.isDone) saveState(STATE.reported, 'true');
  return kept && published.isDone;
}

/** A comment lies on another page than the run. */
function wholeAddresses(links: Published['links'], { run }: ReportHead): Published['links'] {
  return run === null ? [] : links.map(({ name, url }) => ({ name, url: new URL(url, run.url).href }));
}

export function workspaceOf(env: Env): string {
  return env.GITHUB_WORKSPACE ?? process.cwd();
}

function namedFiles({ mapping, export: { artifact } }: Settings): NamedFiles {
  return { mapping, exportIsArtifact: artifact !== null };
}

/** What tells this step's resume artifacts from those of another migration in the same run. */
export function resumeOptions(settings: Settings, env: Env, folder: string, log: Log): ResumeArtifactOptions {
  const { tenant, report, resume } = settings;
  const parts = [JSON.stringify(tenant), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', report.name];
  const exported = `${settings.export.artifact?.name ?? ''}\n${settings.export.patterns ?? ''}`;
  return {
    ...{ env, log, token: getInput('github-token'), runId: resume.runId, parts, folder },
    ...{ export: exported, now: Date.now },
  };
}

/** What tells the states of several syncs of this workflow apart. */
function stateOptions(settings: Settings, env: Env, folder: string, log: Log): StateArtifactOptions {
  const parts = [JSON.stringify(settings.tenant), settings.mapping ?? ''];
  return { env, log, token: getInput('github-token'), parts, folder, retentionDays: 0 };
}

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
