import { expect, it } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { KeepResult, KeptFile } from '../../src/state/kept-file.ts';
import { createKeys } from '../../src/state/keys.ts';
import { createRunState, type RunState, type StateFiles } from '../../src/state/run-state.ts';
import { readSeal } from '../../src/state/sealed-file.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const keys = createKeys('a secret of the tests', { repository: '', workflow: '', tenant: 'https://acme.example.com' });

/** The state of a run that begins at this second. */
function stateOf(ledger: Ledger, folder: string, files: StateFiles, second: number) {
  const wallNow = () => second * 1_000;
  const warn = () => undefined;
  return createRunState({ ledger, folder, keys, branch: '', runId: '1', files, startedAt: wallNow(), wallNow, warn });
}

async function storeWritten(state: RunState): Promise<KeepResult> {
  const written = await state.write();
  if (written.kind === 'overtaken') throw new Error(`overtaken by ${written.by}`);
  return state.store(written.path);
}

it('comes after the state that a run could not fetch when it began, and before that of a later run', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('first.db'));
  const kept: number[] = [];
  const put = async (path: string): Promise<KeepResult> => {
    kept.push((await readSeal(path)).sequence ?? -1);
    return { kind: 'kept', paths: [path] };
  };
  const none: StateFiles = { candidates: async () => ({ files: [], expired: null }), put };
  const before = stateOf(ledger, folder.path, none, 1_000);
  await storeWritten(before);

  using second = openLedger(folder.file('second.db'));
  const path = folder.file('state.bin');
  const one: KeptFile = { id: '1', name: 'the one before', storedBy: '1', storedAt: 0, fetch: async () => path };
  const late: StateFiles = {
    candidates: async (which) => ({ files: which === 'all' ? [] : [one], expired: null }),
    put,
  };
  const state = stateOf(second, folder.path, late, 2_000);
  expect(await state.load(new AbortController().signal)).toEqual({ kind: 'none', expired: null });
  expect(await storeWritten(state)).toMatchObject({ kind: 'kept' });
  expect(kept).toEqual([1_000, 2_000]);
});
