import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../runtime/log.ts';
import type { StateFiles } from '../state/run-state.ts';
import { DamagedArtifact, downloadArtifact, listArtifacts } from './artifact-download.ts';
import { type RunnerEnv, reasonFor } from './artifact-service.ts';
import { uploadArtifact } from './artifact-upload.ts';
import { connectGitHub } from './github-client.ts';

export interface StateArtifactOptions {
  readonly env: RunnerEnv;
  readonly log: Log;
  /** For REST, with `actions: read`. */
  readonly token: string;
  /** Values that distinguish several syncs in one workflow: tenant and mapping. */
  readonly parts: readonly string[];
  /** A private folder for downloaded files. */
  readonly folder: string;
  /** 0: the repository's default. */
  readonly retentionDays: number;
}

const PREFIX = 'cidaas-migrate-state-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** The largest page that GitHub's API returns. */
const PAGE_SIZE = 100;

/** States as artifacts of runs of this workflow on this branch of this repository, except runs of pull requests and forks. */
export function stateArtifacts(options: StateArtifactOptions): StateFiles {
  const { env, log, token, parts, folder, retentionDays } = options;
  const scope = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
  const name = `${PREFIX}${scope}`;
  let fetched = 0;
  async function* fetchAll(): AsyncGenerator<{ path: string; name: string }> {
    for await (const runId of runsWithState(name, env, token)) {
      const run = { runId, repository: null, token };
      const ports = { env, timeoutMs: TIMEOUT_MS };
      const matching = (await listArtifacts(run, ports, 'rest')).filter((one) => isNamed(one.name, name));
      for (const artifact of matching.sort((a, b) => b.id - a.id)) {
        const to = join(folder, `state-${++fetched}`);
        try {
          await downloadArtifact(artifact, to, ports);
        } catch (error) {
          if (!(error instanceof DamagedArtifact)) throw error;
          log.warning(`The state ${artifact.name} of run ${runId} is not used: ${error.message}`);
          continue;
        }
        const file = (await readdir(to)).find((entry) => entry.endsWith('.bin'));
        if (file !== undefined) yield { path: join(to, file), name: `${artifact.name} of run ${runId}` };
      }
    }
  }
  return {
    async *candidates() {
      try {
        yield* fetchAll();
      } catch (error) {
        // A full sync works without a state; a delta fails with a message of its own.
        log.warning(
          `The last state could not be downloaded: ${reasonFor(error)}. This needs \`permissions: actions: read\` and \`github-token\`.`,
        );
      }
    },
    async put(path) {
      const uploaded = await uploadArtifact(name, [path], { retentionDays }, { env, log, timeoutMs: TIMEOUT_MS });
      if (uploaded.kind === 'uploaded') return true;
      const write = uploaded.kind === 'unavailable' ? log.notice : log.warning;
      write(
        `The state was not saved: ${uploaded.reason}. The next delta compares with the state before this run and sends these users again.`,
      );
      return uploaded.kind === 'unavailable';
    },
  };
}

/** The name may have a counter, when its run already had an artifact of that name. */
function isNamed(found: string, name: string): boolean {
  return found === name || (found.startsWith(`${name}-`) && /^\d+$/.test(found.slice(name.length + 1)));
}

/** Runs that hold a state, newest first, from all pages of the repository's artifacts. */
async function* runsWithState(name: string, env: RunnerEnv, token: string): AsyncGenerator<number> {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const branch = branchOf(env);
  const { rest } = await connectGitHub(token, env);
  // One deadline per request: between requests the caller downloads artifacts.
  const deadline = () => ({ signal: AbortSignal.timeout(TIMEOUT_MS) });
  const seen = new Set<number>();
  for (let page = 1; ; page++) {
    const query = { owner, repo, per_page: PAGE_SIZE, page };
    const { data } = await rest.actions.listArtifactsForRepo({ ...query, request: deadline() });
    for (const artifact of data.artifacts) {
      const run = artifact.workflow_run;
      if (!isNamed(artifact.name, name) || artifact.expired || typeof run?.id !== 'number' || seen.has(run.id))
        continue;
      seen.add(run.id);
      if (run.head_branch !== branch || run.head_repository_id !== run.repository_id) continue;
      const { data: details } = await rest.actions.getWorkflowRun({ owner, repo, run_id: run.id, request: deadline() });
      if (isSameWorkflow(details.path, env) && !details.event.startsWith('pull_request')) yield run.id;
    }
    if (data.artifacts.length < PAGE_SIZE) return;
  }
}

/** The branch to which states belong; empty for a tag. */
export function branchOf({ GITHUB_REF = '' }: RunnerEnv): string {
  return GITHUB_REF.startsWith('refs/heads/') ? GITHUB_REF.slice('refs/heads/'.length) : '';
}

/** Compares paths such as `.github/workflows/sync.yml`, which may end with `@ref`. */
function isSameWorkflow(path: string, { GITHUB_WORKFLOW_REF = '', GITHUB_REPOSITORY = '' }: RunnerEnv): boolean {
  const own = GITHUB_WORKFLOW_REF.slice(GITHUB_REPOSITORY.length + 1).split('@')[0];
  return own !== '' && path.split('@')[0] === own;
}
