import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openRunHome } from '../../src/entry/state-dir.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { ledgerPath } from '../../src/ledger/run-folder.ts';
import { closeRun, saveDraft, startDraft } from '../../src/run/run-record.ts';
import { beginSending } from '../../src/run/send-step.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { SILENCE } from '../../src/runtime/log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { ResumeStore } from '../../src/state/resume-store.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { tempFolder } from '../support/temp-folder.ts';

const settings = readSettings(
  inputsOf({
    ...{ export: 'users.ndjson', 'tenant-url': 'https://acme.example.com', 'client-id': 'a', 'client-secret': 'b' },
    'report-dir': 'report',
  }),
);

it('what could not be remembered stays in the ledger, and the next run takes it in', async () => {
  using folder = tempFolder();
  const warnings: string[] = [];
  const log = { ...SILENCE, warning: (message: string) => void warnings.push(message) };
  {
    await using home = await openRunHome(settings, folder.file('state'), log);
    const ledger = new Ledger(ledgerPath(home.folder));
    const draft = startDraft(settings, '0', null, 0);
    saveDraft(ledger, draft);
    ledger.add([{ row: 1, file: 0, line: 1, outcome: 'planned', body: '{"sub":"a"}' }]);
    beginSending(ledger);
    ledger.settle([{ row: 1, outcome: 'created', sub: 'a' }]);
    const head = closeRun(ledger, draft, { outcome: 'error', message: 'The disk is full.' }, 0);
    const full: ResumeStore = {
      load: async () => null,
      save: async () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      },
    };
    await home.remember(head, full, null);
    ledger.close();
  }
  expect(warnings.join()).toContain('ENOSPC');
  expect(existsSync(ledgerPath(folder.file('state/run')))).toBe(true);
  await using _next = await openRunHome(settings, folder.file('state'), SILENCE);
  expect(readdirSync(folder.file('state'))).toContain('resume.bin');
});

it('a ledger of another version is named, with what to delete and what that costs', async () => {
  using folder = tempFolder();
  const run = folder.file('state/run');
  mkdirSync(run, { recursive: true });
  const db = new DatabaseSync(ledgerPath(run));
  db.exec('PRAGMA user_version = 99');
  db.close();
  const opening = openRunHome(settings, folder.file('state'), SILENCE);
  await expect(opening).rejects.toThrow(InputError);
  await expect(opening).rejects.toThrow(`${run}: an unfinished run left a ledger`);
  await expect(opening).rejects.toThrow('delete the folder: users that were settled');
  expect(existsSync(folder.file('state/lock'))).toBe(false);
});
