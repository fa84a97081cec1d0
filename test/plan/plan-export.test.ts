import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planSink } from '../../src/ledger/plan-sink.ts';
import { compileMapping } from '../../src/mapping/compile/compile.ts';
import { planExport } from '../../src/plan/plan-export.ts';
import { validateUser } from '../../src/plan/rules.ts';
import { openExport } from '../../src/source/open-export.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('hears that it is to stop while it looks through an export in which everybody stands many times', async () => {
  using folder = tempFolder();
  const rows = 5_000;
  writeFileSync(folder.file('users.ndjson'), '{"sub":"a","email":"a@example.com"}\n'.repeat(rows));
  const settings = { format: 'auto', encoding: 'auto', delimiter: 'auto', exportKey: null } as const;
  const exported = await openExport({ cwd: folder.path, patterns: '*.ndjson', ...settings });
  using ledger = openLedger(folder.file('ledger.db'));
  const stop = new AbortController();
  let takenOut = 0;
  const sink = planSink(ledger);
  const planned = planExport({
    exported,
    mappers: [await compileMapping(null, null)],
    validate: (one) => validateUser(one, '2026-03-01'),
    sink: {
      ...sink,
      exclude: (...decision) => {
        takenOut++;
        stop.abort(new Error('time is up'));
        sink.exclude(...decision);
      },
    },
    fingerprint: null,
    onProgress: () => undefined,
    signal: stop.signal,
  });
  await expect(planned).rejects.toThrow('time is up');
  expect(takenOut).toBeLessThan(rows / 2);
});
