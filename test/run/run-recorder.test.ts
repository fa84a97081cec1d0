import { expect, test } from 'vitest';
import { loadRunRecord } from '../../src/run/run-notes.ts';
import { emptyRecord } from '../../src/run/run-record.ts';
import { RunRecorder } from '../../src/run/run-recorder.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const settings = readSettings(inputsOf({ mode: 'plan', export: 'users.csv', 'report-dir': 'report' }));

test('every section is in the ledger as soon as it is added, so that another process can close the run', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  expect(loadRunRecord(ledger)).toBeUndefined();
  const recorder = new RunRecorder(ledger, emptyRecord(settings, '1.2.3', null, 7));
  expect(loadRunRecord(ledger)).toMatchObject({ toolVersion: '1.2.3', mode: 'plan', startedAt: 7, rowsRead: null });
  recorder.add({ rowsRead: 3 });
  expect(loadRunRecord(ledger)).toEqual(recorder.record);
  recorder.add({ planDigest: 'v1.abc' });
  expect(loadRunRecord(ledger)).toMatchObject({ rowsRead: 3, planDigest: 'v1.abc' });
});

test('a record does not change once it was read, and warnings of several steps add up', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const recorder = new RunRecorder(ledger, emptyRecord(settings, '1.2.3', null, 7));
  const first = { row: 1, file: 'users.csv', line: 2, field: 'sub' };
  recorder.add({ warnings: { 'sub.missing': 2 }, firstWarnings: { 'sub.missing': [first] } });
  const before = recorder.record;
  recorder.add({ warnings: { 'sub.changed': 1 }, firstWarnings: { 'email.domain': [] }, rowsRead: 3 });
  expect(before).toMatchObject({ warnings: { 'sub.missing': 2 }, rowsRead: null });
  expect(recorder.record.warnings).toEqual({ 'sub.missing': 2, 'sub.changed': 1 });
  expect(recorder.record.firstWarnings).toEqual({ 'sub.missing': [first], 'email.domain': [] });
});
