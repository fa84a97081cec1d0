import { createHash } from 'node:crypto';
import type { RunnerEnv } from './artifact-service.ts';

/**
 * Names of the artifacts that are kept for a later run. GitHub finds artifacts only by their exact name, so a later run must
 * be able to compute every name: it contains hashes of what stays the same, and never a time or an id.
 */
export interface KeptNames {
  /** The state after a run; the same for all runs of a workflow on a branch. */
  readonly state: string;
  /** The progress of a run that has ended; with a `state-key` also a copy of its state. */
  readonly resume: string;
  /** The progress of a run that is still sending. */
  readonly interim: string;
  /** What all resume artifacts of this job and step begin with, whatever they export, in earlier releases too. */
  readonly resumeScope: string;
}

/** What distinguishes what is kept for one step from what is kept for others. */
export interface KeptScope {
  /** The tenant as the settings have it. */
  readonly tenant: unknown;
  /** The path of the mapping, or the name of a preset without one; null without both. */
  readonly mapping: string | null;
  readonly reportName: string;
  /** The export as the inputs name it. */
  readonly exported: string;
  /** True when a copy of the state travels with the progress: then the next run must find it, whatever it exports. */
  readonly hasState: boolean;
}

export const RESUME_PREFIX = 'cidaas-migrate-resume-';
const STATE_PREFIX = 'cidaas-migrate-state-';

export function keptNames({ tenant, mapping, reportName, exported, hasState }: KeptScope, env: RunnerEnv): KeptNames {
  const sync = [JSON.stringify(tenant), mapping ?? ''];
  const place = [workflowPathOf(env), branchOf(env)];
  const step = [JSON.stringify(tenant), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', reportName];
  const resumeScope = `${RESUME_PREFIX}${hash(step, 12)}`;
  const resume = `${resumeScope}-${hash(hasState ? place : [exported], 8)}`;
  return {
    state: `${STATE_PREFIX}${hash([...sync, ...place], 12)}`,
    resume,
    interim: `${resume}-interim`,
    resumeScope,
  };
}

function hash(parts: readonly string[], length: number): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, length);
}

/** The branch to which states belong; empty for a tag. */
export function branchOf({ GITHUB_REF = '' }: RunnerEnv): string {
  return GITHUB_REF.startsWith('refs/heads/') ? GITHUB_REF.slice('refs/heads/'.length) : '';
}

/** The path of this workflow's file, such as `.github/workflows/sync.yml`; empty when the runner does not set it. */
function workflowPathOf({ GITHUB_WORKFLOW_REF = '', GITHUB_REPOSITORY = '' }: RunnerEnv): string {
  return GITHUB_WORKFLOW_REF.slice(GITHUB_REPOSITORY.length + 1).split('@')[0] ?? '';
}
