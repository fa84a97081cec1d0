import { existsSync } from 'node:fs';
import { getState } from '@actions/core';
import { Ledger } from '../ledger/ledger.ts';
import { ledgerPath, removeFolder } from '../ledger/run-folder.ts';
import { type ActionLog, actionLog } from '../publish/action-log.ts';
import { resumeArtifacts } from '../publish/resume-artifact.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { closeRun, loadClosed, loadDraft, loadRuleLines } from '../run/run-record.ts';
import { hasSent, saveResume } from '../run/send-step.ts';
import type { Log } from '../runtime/log.ts';
import { type Env, publish, readInputs, readRun, resumeOptions, STATE, workspaceOf } from './action.ts';
import { writeReportOf } from './job.ts';
import { openResumeStore } from './open-stores.ts';

/** How long a main step that still runs may take to end by itself; its signals may never have reached it (containers). */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 250;

const ENDED: EarlyEnd = {
  outcome: 'cancelled',
  message: 'The main step ended before it could close the run; this report was written from its ledger.',
};

/**
 * The entry of the post step: closes and publishes a run that its main step could not, then removes what holds users' data.
 * Never fails the job: what goes wrong is a warning.
 */
export async function runPost(env: Env): Promise<number> {
  const log = actionLog();
  const folder = getState(STATE.folder);
  try {
    if (folder === '' || getState(STATE.published) === 'true' || !existsSync(folder)) return 0;
    await mainStepEnded(Number(getState(STATE.pid)), log);
    // A main step that was only slow may have published meanwhile, and removed the folder.
    if (existsSync(ledgerPath(folder))) await takeOver(folder, env, log);
  } catch (error) {
    log.warning(
      `The report of the cancelled run could not be published: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    if (folder !== '')
      await removeFolder(folder).catch((error: unknown) =>
        log.warning(`${folder} could not be removed and holds users' data: ${String(error)}`),
      );
  }
  return 0;
}

/** A main step that broke has said why; one that was killed could not. */
function whyEnded(): EarlyEnd {
  const broke = getState(STATE.broke);
  return broke === '' ? ENDED : { outcome: 'error', message: broke };
}

async function takeOver(folder: string, env: Env, log: ActionLog): Promise<void> {
  const settings = readInputs(log);
  const ledger = new Ledger(ledgerPath(folder));
  try {
    const draft = loadDraft(ledger);
    if (draft === undefined) return;
    const run = readRun(env);
    ledger.releaseSpace();
    const head = loadClosed(ledger) ?? closeRun(ledger, draft, whyEnded(), Date.now());
    const store = resumeArtifacts(resumeOptions(settings, env, folder, log));
    const opened = openResumeStore(settings, { folder, workflow: env.GITHUB_WORKFLOW ?? '', run, store }, ledger);
    const memory = hasSent(ledger) ? opened : null;
    if (getState(STATE.reported) === 'true') {
      if (memory !== null) await saveResume(memory, log);
      return;
    }
    const report = await writeReportOf(settings, workspaceOf(env), head, ledger).catch(async (error: unknown) => {
      if (memory !== null) await saveResume(memory, log);
      throw error;
    });
    await publish(settings, { head, report, ruleLines: loadRuleLines(ledger) }, memory, { env, log, folder });
  } finally {
    ledger.close();
  }
}

/** Waits for the main step's process, and ends it when it will not: only one may write to the ledger. */
async function mainStepEnded(pid: number, log: Log): Promise<void> {
  for (let waited = 0; isRunning(pid); waited += LOOK_EVERY_MS) {
    if (waited >= PATIENCE_MS) {
      log.warning(
        `The main step (process ${pid}) still ran ${PATIENCE_MS / 1_000} s after it was ended; it is stopped now.`,
      );
      process.kill(pid, 'SIGKILL');
      return;
    }
    if (waited === 0) signal(pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function isRunning(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return process.kill(pid, what);
  } catch {
    return false;
  }
}
