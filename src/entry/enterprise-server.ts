import { type RunnerEnv, whyNoArtifacts } from '../publish/artifact-service.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Refuses what needs artifacts where there are none, before anything is read.
 *
 * @throws InputError that names the inputs, and what works there.
 */
export function refuseWithoutArtifacts(settings: Pick<Settings, 'sync' | 'resume' | 'export'>, env: RunnerEnv): void {
  const why = whyNoArtifacts(env);
  if (why === null) return;
  const inputs = [
    ...(settings.sync === 'delta' ? ['`sync: delta`'] : []),
    ...(settings.resume.runId === null ? [] : ['`resume-run-id`']),
    ...(settings.export.artifact === null ? [] : ['`export-artifact`']),
  ];
  if (inputs.length === 0) return;
  throw new InputError([
    `${inputs.join(', ')}: ${why}. Plans and full runs of an export in the workspace (\`export\`) work here. For deltas and to continue a run, use the command with \`--state-dir\` on a self-hosted runner: see "GitHub Enterprise Server" in docs/operations.md. Nothing was sent.`,
  ]);
}
