import type { Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../settings/settings.ts';
import { createKeys, type Keys } from '../state/keys.ts';
import { createMemory, type Memory } from '../state/resume-store.ts';
import { createRunState, type RunState } from '../state/run-state.ts';
import type { Surroundings } from './run-environment.ts';

/** Whose memory it is. */
type Owner = Pick<Surroundings, 'workflow' | 'run'>;

/** What a run remembers is sealed with `state-key`, else with the client secret; null when nothing can be remembered. */
export function keysOf({ tenant, client, stateKey }: Settings, { workflow, run }: Owner): Keys | null {
  const secret = stateKey ?? client?.secret ?? null;
  if (tenant?.kind !== 'origin' || secret === null) return null;
  return createKeys(secret, { repository: run?.repository ?? '', workflow, tenant: tenant.origin });
}

/** Nothing is remembered of a plan, nor of the sandbox, which forgets all users with this run. */
export function openMemory(
  settings: Settings,
  surroundings: Pick<Surroundings, 'folder' | 'workflow' | 'run' | 'store'>,
  ledger: Ledger,
  keys = keysOf(settings, surroundings),
): Memory | null {
  const { mode, client, resume } = settings;
  const { folder, run, store } = surroundings;
  if (mode !== 'apply' || client === null || keys === null) return null;
  return createMemory({
    ledger,
    folder,
    keys,
    runId: run?.id ?? '',
    store: resume.mode === 'auto' ? store : { ...store, fetch: async () => null },
    now: Date.now,
  });
}

/** The state that a delta compares with and leaves behind; a plan reads it too. */
export function openState(
  settings: Settings,
  surroundings: Surroundings,
  ledger: Ledger,
  keys: Keys | null,
): RunState | null {
  const { folder, branch, run, stateStore, log } = surroundings;
  if (settings.stateKey === null || keys === null) return null;
  return createRunState({
    ledger,
    folder,
    keys,
    branch,
    runId: run?.id ?? '',
    store: stateStore,
    now: Date.now,
    warn: log.warning,
  });
}
