import { getInput, saveState } from '@actions/core';
import type { ActionLog } from '../publish/action-log.ts';
import type { GitHubPatience } from '../publish/github-retry.ts';
import { writeJobSummary } from '../publish/job-summary.ts';
import { reportOutputs, setOutputs } from '../publish/outputs.ts';
import { type Published, publishReport } from '../publish/publish-report.ts';
import { repositoryFiles } from '../publish/repository-files.ts';
import { publishComment } from '../publish/sticky-comment.ts';
import { annotations } from '../report/annotations.ts';
import { closingLines, verdictLine } from '../report/closing-lines.ts';
import { wordsOf } from '../report/language/words-of.ts';
import { jobSummary } from '../report/markdown/job-summary.ts';
import { reviewComment } from '../report/markdown/review-comment.ts';
import type { ReportHead } from '../report/report-data.ts';
import { usedLimits } from '../run/used-limits.ts';
import type { Settings } from '../settings/settings.ts';
import type { JobResult } from './job.ts';
import { type Env, STEP_STATE, workspaceOf } from './step-environment.ts';
import { namedFiles, reasonLines } from './written-report.ts';

/** What publishing needs besides the result of the run. */
export interface PublishEnvironment {
  readonly env: Env;
  readonly log: ActionLog;
  /** The private folder of the run. */
  readonly folder: string;
  readonly patience: GitHubPatience;
}

/**
 * Publishes the report (artifact, outputs, summary, annotations, comment). False when the upload failed and the post step
 * should try again.
 */
export async function publishRun(
  settings: Settings,
  { head, report, ruleLines }: JobResult,
  { env, log, folder, patience }: PublishEnvironment,
): Promise<boolean> {
  for (const line of [...closingLines(head, report.failures.groups(), report.json), verdictLine(head)]) log.info(line);
  const published = await publishReport(settings.report, report, { env, log, folder, patience });
  setOutputs(reportOutputs(head, { path: report.json, artifactId: published.artifactId, url: published.url }));
  const fileNames = head.export.files.map(({ name }) => name);
  const level = settings.report.identifiers;
  const reasons = reasonLines(head);
  const inRepository = repositoryFiles(workspaceOf(env), namedFiles(settings), ruleLines);
  const words = wordsOf(settings.report.language);
  const shown = { head, failures: report.failures, level, fileNames, limits: usedLimits(settings, head), words };
  await writeJobSummary(jobSummary({ ...shown, links: published.links, notes: [...reasons, ...published.notes] }), log);
  for (const one of annotations(head, report.failures.groups(), level, fileNames, inRepository)) log.annotate(one);
  // Last, since it repeats what the summary shows and may be slow.
  const comment = { ...shown, links: absoluteLinks(published.links, head), notes: reasons };
  await publishComment(reviewComment(comment, settings.report.name), settings.comment, {
    ...{ env, log, patience, token: getInput('github-token') },
  });
  if (published.isDone) saveState(STEP_STATE.reported, 'true');
  return published.isDone;
}

/** A comment is shown on another page than the run, so relative links would break. */
function absoluteLinks(links: Published['links'], { run }: ReportHead): Published['links'] {
  return run === null ? [] : links.map(({ name, url }) => ({ name, url: new URL(url, run.url).href }));
}
