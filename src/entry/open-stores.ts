import type { Ledger } from '../ledger/ledger.ts';
import type { SentRun } from '../run/keep-step.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Settings } from '../settings/settings.ts';
import { createKeys, type Keys } from '../state/keys.ts';
import { createResumeStore, type ResumeStore } from '../state/resume-store.ts';
import { createRunState, type RunState } from '../state/run-state.ts';
import type { SealOwner } from '../state/sealed-file.ts';
import type { RunEnvironment } from './run-environment.ts';

/** What the keys are bound to. */
type KeyOwner = Pick<RunEnvironment, 'workflow' | 'run'>;
type FileOwner = KeyOwner & Pick<RunEnvironment, 'branch' | 'sync'>;

/**
 * The keys that encrypt what is kept between runs, derived from `state-key` or else the client secret. Null without either, or
 * without a tenant.
 */
export function createRunKeys({ tenant, client, stateKey }: Settings, { workflow, run }: KeyOwner): Keys | null {
  const secret = stateKey ?? client?.secret ?? null;
  if (tenant?.kind !== 'origin' || secret === null) return null;
  return createKeys(secret, { repository: run?.repository ?? '', workflow, tenant: tenant.origin });
}

function sealOwner({ binding }: Keys, { branch, sync, run }: FileOwner): SealOwner {
  return { ...binding, branch, sync, runId: run?.id ?? '', attempt: run?.attempt ?? 1 };
}

/** Null for a plan, and for the sandbox, which forgets all users at the end of the run. */
export function openResumeStore(
  settings: Settings,
  environment: FileOwner & Pick<RunEnvironment, 'folder' | 'resumeFiles' | 'log'>,
  ledger: Ledger,
  keys = createRunKeys(settings, environment),
  startedAt = systemClock.wallNow(),
): ResumeStore | null {
  const { mode, client, resume } = settings;
  const { folder, resumeFiles, log } = environment;
  if ((mode !== 'apply' && mode !== 'undo') || client === null || keys === null) return null;
  return createResumeStore({
    ledger,
    folder,
    keys,
    keySource: settings.stateKey === null ? 'client-secret' : 'state-key',
    owner: sealOwner(keys, environment),
    startedAt,
    comparesWithState: settings.sync === 'delta' && mode === 'apply',
    files: resume.mode === 'auto' ? resumeFiles : { ...resumeFiles, find: async () => null },
    wallNow: systemClock.wallNow,
    warn: log.warning,
  });
}

/**
 * The state that a delta compares with and that this run replaces; a plan reads it too. Null without `state-key`. `startedAt`:
 * when the run began, in milliseconds since 1970.
 */
export function openRunState(
  settings: Settings,
  environment: FileOwner & Pick<RunEnvironment, 'folder' | 'stateStore' | 'log'>,
  ledger: Ledger,
  keys = createRunKeys(settings, environment),
  startedAt = systemClock.wallNow(),
): RunState | null {
  const { folder, stateStore, log } = environment;
  if (settings.stateKey === null || keys === null) return null;
  return createRunState({
    ledger,
    folder,
    keys,
    owner: sealOwner(keys, environment),
    files: stateStore,
    startedAt,
    wallNow: systemClock.wallNow,
    warn: log.warning,
  });
}

/**
 * What a run that has sent something leaves for later ones: nothing but an apply has progress, and a run that takes another back
 * changes the state that it found.
 */
export function keptOf({ mode }: Settings, resumeStore: ResumeStore | null, state: RunState | null): SentRun {
  switch (mode) {
    case 'apply':
      return { resumeStore, state };
    case 'undo':
      return { resumeStore: null, state: state?.known.hasAny === true ? state : null };
    case 'plan':
    case 'check':
      return { resumeStore: null, state: null };
  }
}
