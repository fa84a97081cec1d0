import { type RunnerEnv, whyNoArtifacts } from '../publish/artifact-service.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';

const INSTEAD =
  'For deltas and to continue a run, use the command with `--state-dir` on a self-hosted runner: see docs/enterprise-server.md.';

/**
 * Refuses what needs artifacts where there are none, before anything is read. Warns when a run works there and only keeps
 * nothing for a later delta.
 *
 * @throws InputError that names the inputs, and what works there.
 */
export function refuseWithoutArtifacts(
  settings: Pick<Settings, 'mode' | 'sync' | 'resume' | 'export' | 'stateKey'>,
  env: RunnerEnv,
  log: Pick<Log, 'warning'>,
): void {
  const why = whyNoArtifacts(env);
  if (why === null) return;
  const inputs = [
    ...(settings.sync === 'delta' ? ['`sync: delta`'] : []),
    ...(settings.resume.runId === null ? [] : ['`resume-run-id`']),
    ...(settings.mode === 'undo' ? ['`mode: undo`'] : []),
    ...(settings.export.artifact === null ? [] : ['`export-artifact`']),
  ];
  if (inputs.length > 0)
    throw new InputError([
      `${inputs.join(', ')}: ${why}. Plans and full runs of an export in the workspace (\`export\`) work here. ${INSTEAD} Nothing was sent.`,
    ]);
  if (settings.mode === 'apply' && settings.stateKey !== null)
    log.warning(`\`state-key\`: ${why}, so this run keeps no state for a later delta. ${INSTEAD}`);
}
