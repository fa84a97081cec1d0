import { expect, it } from 'vitest';
import { keepRun } from '../../src/run/keep-step.ts';
import type { KeepResult } from '../../src/state/kept-file.ts';
import type { ResumeStore } from '../../src/state/resume-store.ts';
import type { RunState, WrittenState } from '../../src/state/run-state.ts';
import { logLines } from '../support/log-lines.ts';

const PATH = '/run/state.bin';
const written: WrittenState = { kind: 'written', path: PATH, hasChanged: true };
const kept: KeepResult = { kind: 'kept', paths: [PATH] };
const failed: KeepResult = { kind: 'failed', reason: 'the service is down' };

/** Keeps a run whose state is written and stored like this, and whose progress like that. */
async function keep(state: WrittenState | Error, stored: KeepResult | Error, progress: KeepResult) {
  const { log, lines } = logLines();
  const given = async <T>(result: T | Error): Promise<T> => {
    if (result instanceof Error) throw result;
    return result;
  };
  const sent = {
    state: { write: () => given(state), store: () => given(stored) } as unknown as RunState,
    resumeStore: { save: () => given(progress) } as unknown as ResumeStore,
  };
  return { ...(await keepRun(sent, log)), lines };
}

it('keeps a state with nothing to say about it', async () => {
  expect(await keep(written, kept, kept)).toMatchObject({ isResumeSaved: true, state: 'stored', lostState: null });
});

it('claims a copy of a lost state only where there is one', async () => {
  const copied = await keep(written, failed, kept);
  expect(copied).toMatchObject({ state: 'lost', isResumeSaved: true });
  expect(copied.lostState).toContain('A copy of the state is kept');
  // Nothing was settled, or the place of the progress takes no copy.
  for (const none of [{ kind: 'kept', paths: [] }, failed, { kind: 'unavailable', reason: 'no service' }] as const) {
    const { lostState } = await keep(written, failed, none);
    expect(lostState).toContain('compares with the state before this run: what the source changes back');
    expect(lostState).not.toContain('copy');
  }
});

it('asks for nothing when a state that is lost equals the one before it', async () => {
  const { state, lostState } = await keep({ ...written, hasChanged: false }, failed, kept);
  expect(state).toBe('lost');
  expect(lostState).toContain('still right until it expires');
  expect(lostState).not.toContain('again');
});

it.each([
  ['written', new Error('ENOSPC: no space left'), kept],
  ['stored', written, new Error('ENOSPC: no space left')],
])('a state that cannot be %s is lost', async (_, state, stored) => {
  const result = await keep(state, stored, { kind: 'kept', paths: [] });
  expect(result).toMatchObject({ state: 'lost', isResumeSaved: true });
  expect(result.lostState).toContain('The state could not be stored: ENOSPC: no space left');
});

it('does not tell to re-run a run that another one overtook', async () => {
  const overtaken = { kind: 'overtaken', by: 'the state of run 3' } as const;
  const lost = await keep({ ...overtaken, hasChanged: true }, failed, kept);
  expect(lost).toMatchObject({ state: 'overtaken', isResumeSaved: true });
  expect(lost.lostState).toContain('as a new run and not as a re-run');
  const harmless = await keep({ ...overtaken, hasChanged: false }, failed, kept);
  expect(harmless.lostState).toBeNull();
  expect(harmless.lines.join()).toContain('Another run stored a newer state (the state of run 3)');
});

it('where there is no artifact service, no state is lost', async () => {
  const { state, lostState, lines } = await keep(written, { kind: 'unavailable', reason: 'no service' }, kept);
  expect({ state, lostState }).toEqual({ state: 'none', lostState: null });
  expect(lines.join()).toContain('A later delta cannot use it');
});
