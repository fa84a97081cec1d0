import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { getState } from '@actions/core';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import { type ActionLog, actionLog } from '../publish/action-log.ts';
import { type GitHubPatience, gitHubPatience } from '../publish/github-retry.ts';
import { branchOf } from '../publish/kept-names.ts';
import { resumeArtifacts } from '../publish/resume-artifact.ts';
import { stateArtifacts } from '../publish/state-artifact.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { closeRun } from '../run/close-run.ts';
import { keepRun } from '../run/keep-step.ts';
import { hasSendingStarted, loadClosedHead, loadRuleLines, loadRunRecord } from '../run/run-notes.ts';
import { systemClock } from '../runtime/clock.ts';
import { OutputGuard } from '../runtime/output-guard.ts';
import type { Settings } from '../settings/settings.ts';
import { listenForInterrupts } from './interrupt.ts';
import { waitForMainStep } from './main-process.ts';
import { createRunKeys, keptOf, openResumeStore, openRunState } from './open-stores.ts';
import { type PublishEnvironment, publishRun } from './publish-run.ts';
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
import { writeRunReport } from './written-report.ts';

const KILLED: EarlyEnd = {
  outcome: 'cancelled',
  message: 'The main step ended before it could close the run; this report was written from its ledger.',
};

/**
 * The entry of the post step: closes and publishes a run whose main step could not do so, then removes the folder with users'
 * data. Never fails the job: every error is only a warning.
 */
export async function runPost(env: Env): Promise<number> {
  using guard = new OutputGuard();
  const log = actionLog(guard);
  const folder = privateFolder(getState(STEP_STATE.folder), env);
  using _uncaught = reportUncaughtErrors(async (error) => log.warning(notPublished(error)));
  using interrupt = listenForInterrupts();
  const patience = gitHubPatience(interrupt.stop, 0);
  try {
    if (folder === '' || getState(STEP_STATE.published) === 'true' || !existsSync(folder)) return 0;
    await waitForMainStep(getState(STEP_STATE.pid), log, interrupt.stop);
    // A main step that was only slow may have published its report and removed the folder in the meantime.
    if (existsSync(ledgerPath(folder))) await closeAndPublish(folder, env, log, patience);
  } catch (error) {
    log.warning(notPublished(error));
  } finally {
    if (folder !== '')
      await removeFolder(folder).catch((error: unknown) =>
        log.warning(`${folder} contains users' data and could not be removed: ${String(error)}`),
      );
  }
  return 0;
}

function notPublished(error: unknown): string {
  return `The report of the cancelled run could not be published: ${error instanceof Error ? error.message : String(error)}`;
}

/** The folder that the main step created; empty for any other path. Later steps could have set it, and it is removed. */
function privateFolder(saved: string, env: Env): string {
  const isOurs = /^cidaas-migrate-[0-9a-f-]{36}$/.test(basename(saved));
  return isOurs && dirname(saved) === tempFolderOf(env) ? saved : '';
}

/** A main step that failed has saved its message; one that was killed could not. */
function earlyEndOfMainStep(): EarlyEnd {
  const broke = getState(STEP_STATE.broke);
  return broke === '' ? KILLED : { outcome: 'error', message: broke };
}

async function closeAndPublish(folder: string, env: Env, log: ActionLog, patience: GitHubPatience): Promise<void> {
  const settings = readInputs(env, log);
  const ledger = new Ledger(ledgerPath(folder));
  try {
    const record = loadRunRecord(ledger);
    if (record === undefined) return;
    ledger.releaseSpace();
    const head = loadClosedHead(ledger) ?? closeRun(ledger, record, earlyEndOfMainStep(), systemClock.wallNow());
    const keeping = hasSendingStarted(ledger) && getState(STEP_STATE.kept) !== 'true';
    if (keeping) await keepLeftRun(settings, ledger, record.startedAt, { env, log, folder, patience });
    if (getState(STEP_STATE.reported) === 'true') return;
    const report = await writeRunReport({ settings, cwd: workspaceOf(env), env, head, ledger, keepFirst: null });
    await publishRun(settings, { head, report, ruleLines: loadRuleLines(ledger) }, { env, log, folder, patience });
  } finally {
    ledger.close();
  }
}

/** Keeps what later runs need of a run whose main step could not do that. */
async function keepLeftRun(
  settings: Settings,
  ledger: Ledger,
  startedAt: number,
  { env, log, folder, patience }: PublishEnvironment,
): Promise<void> {
  const ports = { env, log, folder, patience, closingPatience: patience };
  const owner = {
    ...{ folder, log, branch: branchOf(env), workflow: env.GITHUB_WORKFLOW ?? '', run: readRun(env) },
    resumeFiles: resumeArtifacts(resumeOptions(settings, ports)),
    stateStore: stateArtifacts(stateOptions(settings, ports)),
    sync: stateOptions(settings, ports).names.state,
  };
  const keys = createRunKeys(settings, owner);
  const resumeStore = openResumeStore(settings, owner, ledger, keys, startedAt);
  const state = openRunState(settings, owner, ledger, keys, startedAt);
  const kept = await keepRun(keptOf(settings, resumeStore, state), log);
  if (kept.lostState !== null) log.error(kept.lostState);
  else if (kept.state === 'stored') log.notice('The state of this run was stored after the main step had ended.');
}
