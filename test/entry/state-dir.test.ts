import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openRunStorage } from '../../src/entry/state-dir.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { ledgerPath } from '../../src/ledger/run-folder.ts';
import { closeRun } from '../../src/run/close-run.ts';
import { keepRun } from '../../src/run/keep-step.ts';
import { markSendingStarted } from '../../src/run/run-notes.ts';
import { emptyRecord } from '../../src/run/run-record.ts';
import { RunRecorder } from '../../src/run/run-recorder.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { ResumeStore } from '../../src/state/resume-store.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { tempFolder } from '../support/temp-folder.ts';

const settings = readSettings(
  inputsOf({
    ...{
      export: 'users.ndjson',
      'tenant-url': 'https://acme.example.com',
      'client-id': 'a',
      'client-secret': 'a-client-secret',
    },
    'report-dir': 'report',
  }),
);

it('when the resume file cannot be written, the ledger stays and the next run recovers it', async () => {
  using folder = tempFolder();
  const warnings: string[] = [];
  const log = { ...SILENT_LOG, warning: (message: string) => void warnings.push(message) };
  {
    await using storage = await openRunStorage(settings, folder.file('state'), log);
    const ledger = new Ledger(ledgerPath(storage.folder));
    const { record } = new RunRecorder(ledger, emptyRecord(settings, '0', null, 0));
    ledger.add([{ row: 1, file: 0, line: 1, outcome: 'planned', body: '{"sub":"a"}' }]);
    markSendingStarted(ledger);
    ledger.settle([{ row: 1, outcome: 'created', sub: 'a' }]);
    const head = closeRun(ledger, record, { outcome: 'error', message: 'The disk is full.' }, 0);
    const full: ResumeStore = {
      load: async () => null,
      saveInterim: async () => ({ kind: 'kept', paths: [] }),
      save: async () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      },
    };
    await storage.finish(head, await keepRun({ resumeStore: full, state: null }, log));
    ledger.close();
  }
  expect(warnings.join()).toContain('ENOSPC');
  expect(existsSync(ledgerPath(folder.file('state/run')))).toBe(true);
  await using _next = await openRunStorage(settings, folder.file('state'), SILENT_LOG);
  expect(readdirSync(folder.file('state'))).toContain('resume.bin');
});

it('a ledger of another version is named, with what to delete and what that costs', async () => {
  using folder = tempFolder();
  const run = folder.file('state/run');
  mkdirSync(run, { recursive: true });
  const db = new DatabaseSync(ledgerPath(run));
  db.exec('PRAGMA user_version = 99');
  db.close();
  const opening = openRunStorage(settings, folder.file('state'), SILENT_LOG);
  await expect(opening).rejects.toThrow(InputError);
  await expect(opening).rejects.toThrow(`${run}: an unfinished run left a ledger`);
  await expect(opening).rejects.toThrow('delete the folder: users that were settled');
  expect(existsSync(folder.file('state/lock'))).toBe(false);
});

it.each(['lock.db', 'state.bin', 'state.bin.part', 'resume.bin'])(
  'a folder in place of %s is named before anything is sent',
  async (name) => {
    using folder = tempFolder();
    mkdirSync(folder.file(`state/${name}`), { recursive: true });
    const refused = await openRunStorage(settings, folder.file('state'), SILENT_LOG).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).message).toContain(`${name} is a folder or a device, not a file`);
  },
);

it('a file in place of the folder is named', async () => {
  using folder = tempFolder();
  writeFileSync(folder.file('state'), '');
  const refused = await openRunStorage(settings, folder.file('state'), SILENT_LOG).catch((error: unknown) => error);
  expect((refused as InputError).message).toBe(`--state-dir: ${folder.file('state')} is not a folder.`);
});
