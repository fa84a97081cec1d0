import type { Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../settings/settings.ts';
import { createKeys, type Keys } from '../state/keys.ts';
import { createResumeStore, type ResumeStore } from '../state/resume-store.ts';
import { createRunState, type RunState } from '../state/run-state.ts';
import type { RunEnvironment } from './run-environment.ts';

/** Whose memory it is. */
type Owner = Pick<RunEnvironment, 'workflow' | 'run'>;

/** What a run remembers is sealed with `state-key`, else with the client secret; null when nothing can be remembered. */
export function keysOf({ tenant, client, stateKey }: Settings, { workflow, run }: Owner): Keys | null {
  const secret = stateKey ?? client?.secret ?? null;
  if (tenant?.kind !== 'origin' || secret === null) return null;
  return createKeys(secret, { repository: run?.repository ?? '', workflow, tenant: tenant.origin });
}

/** Nothing is remembered of a plan, nor of the sandbox, which forgets all users with this run. */
export function openResumeStore(
  settings: Settings,
  environment: Pick<RunEnvironment, 'folder' | 'workflow' | 'run' | 'store'>,
  ledger: Ledger,
  keys = keysOf(settings, environment),
): ResumeStore | null {
  const { mode, client, resume } = settings;
  const { folder, run, store } = environment;
  if (mode !== 'apply' || client === null || keys === null) return null;
  return createResumeStore({
    ledger,
    folder,
    keys,
    runId: run?.id ?? '',
    files: resume.mode === 'auto' ? store : { ...store, fetch: async () => null },
    now: Date.now,
  });
}

/** The state that a delta compares with and leaves behind; a plan reads it too. */
export function openState(
  settings: Settings,
  environment: RunEnvironment,
  ledger: Ledger,
  keys: Keys | null,
): RunState | null {
  const { folder, branch, run, stateStore, log } = environment;
  if (settings.stateKey === null || keys === null) return null;
  return createRunState({
    ledger,
    folder,
    keys,
    branch,
    runId: run?.id ?? '',
    files: stateStore,
    now: Date.now,
    warn: log.warning,
  });
}
