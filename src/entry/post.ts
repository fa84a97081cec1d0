import { existsSync } from 'node:fs';
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
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import { listenForInterrupts } from './interrupt.ts';
import { createRunKeys, keptOf, openResumeStore, openRunState } from './open-stores.ts';
import { type PublishEnvironment, publishRun } from './publish-run.ts';
import {
  type Env,
  readInputs,
  readRun,
  resumeOptions,
  STEP_STATE,
  stateOptions,
  workspaceOf,
} from './step-environment.ts';
import { writeRunReport } from './written-report.ts';

/** How long a main step that is still running may take to end after SIGTERM, which in a container may be its first signal. */
const MAX_WAIT_MS = 60_000;
const POLL_MS = 250;

const KILLED: EarlyEnd = {
  outcome: 'cancelled',
  message: 'The main step ended before it could close the run; this report was written from its ledger.',
};

/**
 * The entry of the post step: closes and publishes a run whose main step could not do so, then removes the folder with users'
 * data. Never fails the job: every error is only a warning.
 */
export async function runPost(env: Env): Promise<number> {
  const log = actionLog();
  const folder = getState(STEP_STATE.folder);
  using interrupt = listenForInterrupts();
  const patience = gitHubPatience(interrupt.stop, 0);
  try {
    if (folder === '' || getState(STEP_STATE.published) === 'true' || !existsSync(folder)) return 0;
    await waitForMainStep(Number(getState(STEP_STATE.pid)), log, interrupt.stop);
    // A main step that was only slow may have published its report and removed the folder in the meantime.
    if (existsSync(ledgerPath(folder))) await closeAndPublish(folder, env, log, patience);
  } catch (error) {
    log.warning(
      `The report of the cancelled run could not be published: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    if (folder !== '')
      await removeFolder(folder).catch((error: unknown) =>
        log.warning(`${folder} contains users' data and could not be removed: ${String(error)}`),
      );
  }
  return 0;
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
    const head = loadClosedHead(ledger) ?? closeRun(ledger, record, earlyEndOfMainStep(), Date.now());
    const keeping = hasSendingStarted(ledger) && getState(STEP_STATE.kept) !== 'true';
    if (keeping) await keepLeftRun(settings, ledger, record.startedAt, { env, log, folder, patience });
    if (getState(STEP_STATE.reported) === 'true') return;
    const report = await writeRunReport({ settings, cwd: workspaceOf(env), head, ledger, keepFirst: null });
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
  };
  const keys = createRunKeys(settings, owner);
  const resumeStore = openResumeStore(settings, owner, ledger, keys, startedAt);
  const state = openRunState(settings, owner, ledger, keys, startedAt);
  const kept = await keepRun(keptOf(settings, resumeStore, state), log);
  if (kept.lostState !== null) log.error(kept.lostState);
  else if (kept.state === 'stored') log.notice('The state of this run was stored after the main step had ended.');
}

/** Waits for the process of the main step, and kills it when it does not end: only one process may write to the ledger. */
async function waitForMainStep(pid: number, log: Log, stop: AbortSignal): Promise<void> {
  for (let waited = 0; isRunning(pid); waited += POLL_MS) {
    if (waited >= MAX_WAIT_MS || stop.aborted) {
      log.warning(
        `The main step (process ${pid}) was still running ${waited / 1_000} s after SIGTERM, so it is killed now.`,
      );
      process.kill(pid, 'SIGKILL');
      return;
    }
    if (waited === 0) sendSignal(pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function isRunning(pid: number): boolean {
  return sendSignal(pid, 0);
}

/** False when there is no such process; signal 0 only asks. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
