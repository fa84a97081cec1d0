import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ReportNotWritten, writeRunReport } from '../../src/entry/written-report.ts';
import { closeRun } from '../../src/run/close-run.ts';
import { emptyRecord } from '../../src/run/run-record.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const settings = readSettings(inputsOf({ mode: 'plan', export: 'users.csv', 'report-dir': 'report' }));

test('when the report cannot be written, what later runs need is kept and the error has the head of the report', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  writeFileSync(folder.file('report'), 'a file where the folder of the report should be');
  const head = closeRun(ledger, emptyRecord(settings, '1.2.3', null, 0), null, 1);
  let saved = 0;
  const keepFirst = async () => void saved++;
  const writing = writeRunReport({ settings, cwd: folder.path, env: {}, head, ledger, keepFirst });
  const error = await writing.catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ReportNotWritten);
  expect(error).toMatchObject({ head, cause: expect.any(Error) });
  expect(saved).toBe(1);
});
