import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getInput, saveState } from '@actions/core';
import { removeFolder } from '../ledger/run-folder.ts';
import { type ActionLog, actionLog } from '../publish/action-log.ts';
import { gitHubPatience } from '../publish/github-retry.ts';
import { writeJobSummary } from '../publish/job-summary.ts';
import { branchOf } from '../publish/kept-names.ts';
import { reportOutputs, setOutputs } from '../publish/outputs.ts';
import { removeReport } from '../publish/report-files.ts';
import { lineOfMessage } from '../publish/repository-files.ts';
import { resumeArtifacts } from '../publish/resume-artifact.ts';
import { stateArtifacts } from '../publish/state-artifact.ts';
import { LANGUAGES, type Language } from '../report/language/language.ts';
import { wordsOf } from '../report/language/words-of.ts';
import { failedStart } from '../report/markdown/failed-start.ts';
import { workerSummary } from '../report/markdown/worker-summary.ts';
import type { ReportHead } from '../report/report-data.ts';
import { ExpressionProcess } from '../run/expression-process.ts';
import { systemClock } from '../runtime/clock.ts';
import { isDiskFull, messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { OutputGuard } from '../runtime/output-guard.ts';
import { progressLog } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { refuseWithoutArtifacts } from './enterprise-server.ts';
import { runWorker, type WorkSummary } from './fleet.ts';
import { listenForInterrupts } from './interrupt.ts';
import { runJob } from './job.ts';
import { ownIdentity } from './main-process.ts';
import { publishRun } from './publish-run.ts';
import {
  type Env,
  readInputs,
  readRun,
  resumeOptions,
  STEP_STATE,
  stateOptions,
  tempFolderOf,
  workspaceOf,
} from './step-environment.ts';
import { reportUncaughtErrors } from './uncaught-errors.ts';
import { namedFiles, ReportNotWritten } from './written-report.ts';

const NO_REPORT = { path: '', artifactId: null, url: null };

/** The entry of the action. Returns the exit code of the step: 0 only when the outcome is `succeeded`. */
export async function runAction(env: Env): Promise<number> {
  using guard = new OutputGuard();
  const log = actionLog(guard);
  using _uncaught = reportUncaughtErrors((error) => reportError(error, log));
  using interrupt = listenForInterrupts();
  try {
    // First, so that none is left however this step ends.
    await removeEarlierReport(env, log);
    const settings = readInputs(env, log);
    refuseWithoutArtifacts(settings, env, log);
    log.findLinesWith((message) => lineOfMessage(workspaceOf(env), namedFiles(settings), message));
    interrupt.limitTime(settings.timeLimitMs);
    const folder = join(tempFolderOf(env), `cidaas-migrate-${randomUUID()}`);
    // Before the folder exists: whenever this process is killed, the post step knows what to remove.
    saveState(STEP_STATE.folder, folder);
    saveState(STEP_STATE.pid, ownIdentity());
    await mkdir(folder, { mode: 0o700 });
    let isPublished = false;
    const patience = gitHubPatience(interrupt.stop, settings.timeLimitMs);
    // Uploads go on after a time limit, and end some seconds after a signal.
    const closingPatience = gitHubPatience(interrupt.abortClosing, 0);
    const kept = { env, log, folder, patience, closingPatience };
    const environment = {
      cwd: workspaceOf(env),
      workspace: workspaceOf(env),
      folder,
      env,
      log,
      progress: progressLog(log, systemClock.now),
      openEvaluator: (stop: AbortSignal) => new ExpressionProcess(stop),
      stop: interrupt.stop,
      abortInFlight: interrupt.abortInFlight,
      run: readRun(env),
      toolVersion: TOOL_VERSION,
      onSecret: log.secret,
      confirm: null,
      workflow: env.GITHUB_WORKFLOW ?? '',
      patience,
      resumeFiles: resumeArtifacts(resumeOptions(settings, kept)),
      stateStore: stateArtifacts(stateOptions(settings, kept)),
      branch: branchOf(env),
      sync: stateOptions(settings, kept).names.state,
      onEnded: (head: ReportHead) => {
        // The runner may kill the step before a long report is written; the same outputs are set again with its place.
        if (head.outcome === 'cancelled') setOutputs(reportOutputs(head, NO_REPORT));
      },
    };
    if (settings.role === 'work') return await endWorker(await runWorker(settings, environment), folder, log);
    const job = await runJob(settings, environment, async (result) => {
      isPublished = await publishRun(settings, result, { env, log, folder, patience: closingPatience });
    });
    const isKept = job.kept.isResumeSaved && job.kept.state !== 'lost';
    if (isKept) saveState(STEP_STATE.kept, 'true');
    // Otherwise the folder stays: the post step finds the ledger there and tries again.
    if (isPublished && isKept) {
      await removeFolder(folder);
      saveState(STEP_STATE.published, 'true');
    }
    return job.head.outcome === 'succeeded' ? 0 : 1;
  } catch (error) {
    // Some of its files may have been written.
    if (error instanceof ReportNotWritten) await removeEarlierReport(env, log);
    await reportError(error, log);
    return 1;
  } finally {
    forgetProcess(log);
  }
}

/** A worker has nothing to publish: its lead reports what it sent. */
async function endWorker(
  { outcome, message, users, isWarning }: WorkSummary,
  folder: string,
  log: ActionLog,
): Promise<number> {
  if (isWarning) log.warning(message);
  else if (outcome === 'succeeded') log.notice(message);
  else log.error(message);
  setOutputs({ outcome });
  await writeJobSummary(workerSummary({ outcome, message, users }), log);
  await removeFolder(folder);
  saveState(STEP_STATE.published, 'true');
  return outcome === 'succeeded' ? 0 : 1;
}

/** A report that an earlier step left in the same folder must not be taken for the one of this step. */
async function removeEarlierReport(env: Env, log: Log): Promise<void> {
  const dir = getInput('report-dir');
  if (dir === '') return;
  await removeReport(resolve(workspaceOf(env), dir)).catch((cause: unknown) =>
    log.warning(`The report of an earlier step in ${dir} could not be removed: ${messageOf(cause)}`),
  );
}

/** Logs what ended the step before its report was published, and sets the outputs and the summary. */
async function reportError(error: unknown, log: ActionLog): Promise<void> {
  const isBadInput = error instanceof InputError;
  const problems = isBadInput ? error.problems : [messageOf(error)];
  for (const problem of problems) log.error(problem);
  if (!isBadInput && !isDiskFull(error) && error instanceof Error) log.info(error.stack ?? '');
  try {
    if (!isBadInput) saveState(STEP_STATE.broke, messageOf(error));
    const known = error instanceof ReportNotWritten ? reportOutputs(error.head, NO_REPORT) : {};
    setOutputs({ ...known, outcome: 'error' });
  } catch (cause) {
    log.error(`The outputs could not be passed to the runner, whose disk may be full: ${messageOf(cause)}`);
  }
  await writeJobSummary(failedStart(problems, !isBadInput, wordsOf(givenLanguage())), log);
}

/** Other inputs may be wrong, and this one too. */
function givenLanguage(): Language {
  return LANGUAGES.find((language) => language === getInput('language').toLowerCase()) ?? 'en';
}

/** The post step kills a main step that hangs. Once this process has ended, its id may belong to another one. */
function forgetProcess(log: Log): void {
  try {
    saveState(STEP_STATE.pid, '');
  } catch (cause) {
    log.warning(`The state of the step could not be saved, the runner's disk may be full: ${messageOf(cause)}`);
  }
}
