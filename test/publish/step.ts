// A step as the action's entry wires it, without the migration before it: run by `publish-report.test.ts` as a process.
import { getInput } from '@actions/core';
import { actionLog } from '../../src/publish/action-log.ts';
import { writeJobSummary } from '../../src/publish/job-summary.ts';
import { reportOutputs, setOutputs } from '../../src/publish/outputs.ts';
import { publishReport } from '../../src/publish/publish-report.ts';
import { writeReport } from '../../src/publish/report-files.ts';
import { annotations } from '../../src/report/annotations.ts';
import { wordsOf } from '../../src/report/language/words-of.ts';
import { jobSummary } from '../../src/report/markdown/job-summary.ts';
import { OutputGuard } from '../../src/runtime/output-guard.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES, NO_WARNINGS, reportHead, totalsOf } from '../support/report-builder.ts';

const hostile = Object.values(HOSTILE).map((text, index) =>
  ledgerRow({ row: 100 + index, outcome: 'failed', code: text, message: text, identifiers: { username: text } }),
);
const rows = [...MESSY_FAILURES, ...hostile];
const guard = new OutputGuard();
const log = actionLog(guard);
log.secret(getInput('client-secret'));
log.info(`the secret is ${getInput('client-secret')}`);
for (const text of Object.values(HOSTILE)) log.info(text);

const head = reportHead({ outcome: 'failed', totals: totalsOf(rows) });
const level = 'full';
const files = await writeReport({
  dir: getInput('report-dir'),
  head,
  rows: (outcomes) => rows.filter(({ outcome }) => outcomes.includes(outcome)),
  warnings: NO_WARNINGS,
  level,
});
const artifact = { name: getInput('report-name'), retentionDays: 0 };
const published = await publishReport(artifact, files, { env: process.env, log, uploadTimeoutMs: 10_000 });
const fileNames = head.export.files.map(({ name }) => name);
const { links, notes } = published;
for (const one of annotations(head, files.failures.groups(), level, fileNames)) log.annotate(one);
await writeJobSummary(
  jobSummary({ head, failures: files.failures, level, fileNames, links, notes, limits: [], words: wordsOf('en') }),
  log,
);
setOutputs(reportOutputs(head, { path: files.json, artifactId: published.artifactId, url: published.url }));
