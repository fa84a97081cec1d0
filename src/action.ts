import { getInput } from '@actions/core';
import { InputError } from './input-error.ts';
import { listenForInterrupts } from './interrupt.ts';
import { type JobResult, notesOf, runJob } from './job.ts';
import { actionLog } from './publish/action-log.ts';
import { annotate } from './publish/annotate.ts';
import { writeJobSummary } from './publish/job-summary.ts';
import { reportOutputs, setOutputs } from './publish/outputs.ts';
import { progressLog } from './publish/progress-log.ts';
import { publishReport } from './publish/publish-report.ts';
import { annotations } from './report/annotations.ts';
import { failedStart } from './report/failed-start.ts';
import type { ReportRun } from './report/report-data.ts';
import { jobSummary } from './report/summary.ts';
import { readSettings, type Settings } from './settings.ts';
import { TOOL_VERSION } from './tool-version.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The entry of the action. Returns the exit code of the step: 0 only when the outcome is `succeeded`. */
export async function runAction(env: Env): Promise<number> {
  const log = actionLog();
  using interrupt = listenForInterrupts();
  try {
    for (const name of ['client-id', 'client-secret'] as const) log.secret(getInput(name));
    const settings = readSettings(getInput);
    const result = await runJob(settings, {
      cwd: env.GITHUB_WORKSPACE ?? process.cwd(),
      tempDir: env.RUNNER_TEMP ?? process.cwd(),
      env,
      log,
      progress: progressLog(log, Date.now),
      stop: interrupt.stop,
      cut: interrupt.cut,
      run: readRun(env),
      toolVersion: TOOL_VERSION,
      onSecret: log.secret,
    });
    await publish(settings, result, env, log);
    return result.head.outcome === 'succeeded' ? 0 : 1;
  } catch (error) {
    const problems = error instanceof InputError ? error.problems : [messageOf(error)];
    for (const problem of problems) log.error(problem);
    if (!(error instanceof InputError) && error instanceof Error) log.info(error.stack ?? '');
    setOutputs({ outcome: 'error' });
    await writeJobSummary(failedStart(problems), log);
    return 1;
  }
}

/** Artifact, outputs, summary, annotations: what people and later steps see of the report. */
async function publish(
  settings: Settings,
  { head, report }: JobResult,
  env: Env,
  log: ReturnType<typeof actionLog>,
): Promise<void> {
  const published = await publishReport(settings.report, report, { env, log });
  setOutputs(reportOutputs(head, { path: report.json, artifactId: published.artifactId, url: published.url }));
  const fileNames = head.export.files.map(({ name }) => name);
  const level = settings.report.identifiers;
  const { links } = published;
  await writeJobSummary(
    jobSummary({
      head,
      failures: report.failures,
      level,
      fileNames,
      links,
      notes: [...notesOf(head), ...published.notes],
    }),
    log,
  );
  annotate(annotations(head, report.failures.groups(), level, fileNames));
}

function readRun(env: Env): ReportRun | null {
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
