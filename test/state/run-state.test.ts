import { rename } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { KeepResult, KeptFile } from '../../src/state/kept-file.ts';
import { createKeys } from '../../src/state/keys.ts';
import { createRunState, type RunState } from '../../src/state/run-state.ts';
import { readSeal } from '../../src/state/sealed-file.ts';
import type { StateFiles } from '../../src/state/state-files.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const binding = { repository: '', workflow: '', tenant: 'https://acme.example.com' };
const keys = createKeys('a secret of the tests', binding);
const owner = { ...binding, branch: '', sync: '', runId: '1', attempt: 1 };

/** The state of a run that begins at this second. */
function stateOf(ledger: Ledger, folder: string, files: StateFiles, second: number) {
  const wallNow = () => second * 1_000;
  const warn = () => undefined;
  return createRunState({ ledger, folder, keys, owner, files, startedAt: wallNow(), wallNow, warn });
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
    kept.push((await readSeal(path)).sequence);
    return { kind: 'kept', paths: [path] };
  };
  const none: StateFiles = {
    candidates: async () => ({ files: [], expired: [], listedSince: 0, remembered: 0 }),
    runOf: async () => null,
    put,
  };
  const before = stateOf(ledger, folder.path, none, 1_000);
  await storeWritten(before);

  using second = openLedger(folder.file('second.db'));
  const path = folder.file('state.bin');
  const one: KeptFile = {
    id: '1',
    name: 'the one before',
    storedBy: '1',
    storedAt: 0,
    fetch: async () => path,
    discard: async () => undefined,
  };
  const late: StateFiles = {
    candidates: async (which) => ({
      ...{ files: which === 'all' ? [] : [one], expired: [], listedSince: 0, remembered: 0 },
    }),
    runOf: async () => null,
    put,
  };
  const state = stateOf(second, folder.path, late, 2_000);
  expect(await state.load(new AbortController().signal)).toEqual({ kind: 'none', expired: null });
  expect(await storeWritten(state)).toMatchObject({ kind: 'kept' });
  expect(kept).toEqual([1_000, 2_000]);
});

it('has a higher sequence than the state that its run started from, also when the post step writes it', async () => {
  using folder = tempFolder();
  const sequences: number[] = [];
  const put = async (path: string): Promise<KeepResult> => {
    sequences.push((await readSeal(path)).sequence);
    return { kind: 'kept', paths: [path] };
  };
  const stored: KeptFile[] = [];
  const files: StateFiles = {
    candidates: async () => ({ files: stored, expired: [], listedSince: 0, remembered: 0 }),
    runOf: async () => null,
    put,
  };
  using first = openLedger(folder.file('first.db'));
  // A runner whose clock is years ahead.
  await storeWritten(stateOf(first, folder.path, files, 9_000_000_000));
  const path = folder.file('kept.bin');
  await rename(folder.file('state.bin'), path);
  const name = 'the one before';
  stored.push({ id: '1', name, storedBy: '1', storedAt: 0, fetch: async () => path, discard: async () => undefined });

  using second = openLedger(folder.file('second.db'));
  await stateOf(second, folder.path, files, 2_000).load(new AbortController().signal);
  // Another process: it knows only what the ledger says.
  await storeWritten(stateOf(second, folder.path, files, 2_000));
  expect(sequences).toEqual([9_000_000_000, 9_000_000_001]);
});
