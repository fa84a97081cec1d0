import { expect, it } from 'vitest';
import { createKeys } from '../../src/ledger/keys.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createRunState, type StateStore } from '../../src/ledger/run-state.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const keys = createKeys('a secret of the tests', { repository: '', workflow: '', tenant: 'https://acme.example.com' });

function stateOf(ledger: Ledger, folder: ReturnType<typeof tempFolder>, store: StateStore, warnings: string[] = []) {
  const warn = (message: string) => void warnings.push(message);
  return createRunState({ ledger, folder: folder.path, keys, branch: '', runId: '1', store, now: () => 0, warn });
}

it('a state that could not be had at first is not overwritten by a run that did not know it', async () => {
  using folder = tempFolder();
  using first = openLedger(folder.file('first.db'));
  const kept: string[] = [];
  const put = async (path: string) => kept.push(path) > 0;
  await stateOf(first, folder, { async *candidates() {}, put }).keep();
  expect(kept).toHaveLength(1);

  using second = openLedger(folder.file('second.db'));
  const warnings: string[] = [];
  let looks = 0;
  const late: StateStore = {
    async *candidates() {
      if (++looks > 1) yield { path: kept[0] ?? '', name: 'the old one' };
    },
    put,
  };
  const state = stateOf(second, folder, late, warnings);
  expect(await state.recall()).toBeNull();
  expect(await state.keep()).toBe(true);
  expect(kept).toHaveLength(1);
  expect(warnings).toEqual([expect.stringContaining('the old one) that could not be had when this run began')]);
});
