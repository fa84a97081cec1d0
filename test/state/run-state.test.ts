import { expect, it } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createKeys } from '../../src/state/keys.ts';
import { createRunState, type StateFiles } from '../../src/state/run-state.ts';
import { readSeal } from '../../src/state/sealed-file.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const keys = createKeys('a secret of the tests', { repository: '', workflow: '', tenant: 'https://acme.example.com' });

/** The state of a run that begins at this second. */
function stateOf(ledger: Ledger, folder: string, files: StateFiles, second: number) {
  const now = () => second * 1_000;
  const warn = () => undefined;
  return createRunState({ ledger, folder, keys, branch: '', runId: '1', files, now, warn });
}

it('comes after the state that a run could not fetch when it began, and before that of a later run', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('first.db'));
  const kept: number[] = [];
  const put = async (path: string) => kept.push((await readSeal(path)).sequence ?? -1) > 0;
  await stateOf(ledger, folder.path, { async *candidates() {}, put }, 1_000).save();

  using second = openLedger(folder.file('second.db'));
  let looks = 0;
  const late: StateFiles = {
    async *candidates() {
      if (++looks > 1) yield { path: folder.file('state.bin'), name: 'the one before' };
    },
    put,
  };
  const state = stateOf(second, folder.path, late, 2_000);
  expect(await state.load()).toBeNull();
  expect(await state.save()).toBe(true);
  expect(kept).toEqual([1_000, 2_000]);
});
