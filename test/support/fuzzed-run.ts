import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type JobResult, runJob } from '../../src/entry/job.ts';
import { endlessPatience } from '../../src/publish/github-retry.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from './inputs-of.ts';
import { localEvaluator } from './local-evaluator.ts';
import { tempFolder } from './temp-folder.ts';

/** Words of an error that somebody forgot to put into words. */
const UNSAID =
  /\bat .*:\d+:\d+|RangeError|TypeError|SyntaxError|undefined|\[object|call stack|is not a function|Cannot read/;

/** Plans an export in this process, as the command does; whatever the files hold, it has to end as a run ends. */
export async function fuzzedRun(
  files: { readonly [name: string]: string | Buffer },
  inputs: { readonly [name: string]: string },
): Promise<JobResult['head']> {
  using temp = tempFolder();
  const workspace = temp.file('workspace');
  mkdirSync(workspace);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(workspace, name), content);
  const signal = new AbortController().signal;
  const { head } = await runJob(
    readSettings(inputsOf({ mode: 'plan', 'report-dir': temp.file('report'), ...inputs })),
    {
      ...{
        cwd: workspace,
        folder: temp.file('run'),
        env: {},
        log: SILENT_LOG,
        workspace: null,
        openEvaluator: localEvaluator,
        stop: signal,
        abortInFlight: signal,
        run: null,
        confirm: null,
      },
      progress: { planned: () => undefined, sent: () => undefined, waiting: () => undefined },
      ...{ toolVersion: '0', onSecret: () => undefined, workflow: '', branch: '', sync: '' },
      resumeFiles: { keepsPieces: false, find: async () => null, put: async () => ({ kind: 'kept', paths: [] }) },
      stateStore: {
        candidates: async () => ({ files: [], expired: [], listedSince: 0, remembered: 0 }),
        runOf: async () => null,
        put: async () => ({ kind: 'kept', paths: [] }),
      },
      patience: endlessPatience(),
    },
    async () => undefined,
  );
  const { rows, ...outcomes } = head.totals;
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(rows);
  expect(head.reason ?? '').not.toMatch(UNSAID);
  return head;
}
