import { expect, test } from 'vitest';
import { JoinedRecordStore } from '../../src/ledger/joined-record-store.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import { migrate } from '../../src/run/migrate.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { openExport } from '../../src/source/open-export.ts';
import { AUTO, writeFiles } from '../source/read-export.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { localEvaluator } from '../support/local-evaluator.ts';
import { stillClock } from '../support/manual-clock.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('the rows of an export are announced once, also when its plan is compared with another', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  writeFiles(folder.path, { 'users.csv': 'mail\na@example.com\nb@example.com\n' });
  const announced: number[] = [];
  const signal = new AbortController().signal;
  const given = { mode: 'plan', export: 'users.csv', mapping: 'mapping.yml', 'compare-mapping': 'base.yml' };
  const head = await migrate(readSettings(inputsOf(given)), {
    ...{ ledger, queue: embeddedQueue(ledger), fleet: null, resumeStore: null, state: null },
    ...{ run: null, confirm: null, toolVersion: '0', log: SILENT_LOG, stop: signal, abortInFlight: signal },
    openExport: () => openExport({ cwd: folder.path, patterns: 'users.csv', ...AUTO }),
    openJoin: () => Promise.reject(new Error('the mapping has no joins')),
    evaluator: localEvaluator(),
    joinStore: (target) => new JoinedRecordStore(target),
    readMappingFile: async () => ({ name: 'mapping.yml', text: 'fields:\n  email: mail\n' }),
    base: {
      name: 'base.yml',
      ledgerPath: folder.file('base.db'),
      read: async () => ({ name: 'base.yml', text: 'fields:\n  username: mail\n' }),
    },
    lookUpDomain: async () => 'unknown' as const,
    connect: () => Promise.reject(new Error('a plan connects to no tenant')),
    clock: stillClock(),
    progress: { ...NO_PROGRESS, planned: (rows) => void announced.push(rows) },
  });
  expect(head.comparison?.problems).toEqual([]);
  expect(head.comparison?.before?.planned).toBe(2);
  expect(announced).toEqual([2]);
});
