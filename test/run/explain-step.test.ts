import { expect, test } from 'vitest';
import { JoinedRecordStore } from '../../src/ledger/joined-record-store.ts';
import { explainOne } from '../../src/run/explain-step.ts';
import { ExpressionProcess } from '../../src/run/expression-process.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { Export, ExportFile, SourceRecord } from '../../src/source/record.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FILE: ExportFile = {
  ...{ name: 'users.ndjson', path: '/users.ndjson', format: 'ndjson', encrypted: false, compression: 'none' },
  ...{ encoding: 'utf-8', delimiter: null, bytes: 1, sha256: 'a1'.repeat(32), columns: null },
};

test('reads no record after the chunk of the one that is meant', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  let last = 0;
  const exported: Export = {
    files: [FILE],
    async *records() {
      for (let row = 1; ; row += 2) {
        last = row + 1;
        const record = (at: number): SourceRecord => ({
          ...{ row: at, file: 0, line: at },
          body: { kind: 'object', object: { email: `user${at}@example.com` } },
        });
        yield [record(row), record(row + 1)];
      }
    },
  };
  const settings = readSettings((name) => ({ mode: 'plan', export: 'users.ndjson' })[name as string] ?? '');
  using evaluator = new ExpressionProcess(new AbortController().signal);
  const ports = {
    ...{ ledger, evaluator, log: SILENT_LOG, state: null, stop: new AbortController().signal },
    openExport: async () => exported,
    openJoin: () => Promise.reject(new Error('no joins')),
    joinStore: () => new JoinedRecordStore(ledger),
    readMappingFile: async () => null,
    clock: systemClock,
  };
  expect(await explainOne(settings, ports, { kind: 'row', row: 3 })).toMatchObject({ row: 3, line: 3 });
  expect(last).toBe(4);
  const found = await explainOne(settings, ports, { kind: 'text', text: ' USER8@example.com' });
  expect(found).toMatchObject({ row: 8, user: { email: 'u***@e***.com' } });
  expect(last).toBe(8);
});
