import type { StateFiles } from '../state/run-state.ts';
import { type ArtifactPorts, newestFirst, PAGE_SIZE, restCall, restPlaceOf, toStored } from './artifact-list.ts';
import { MAX_COUNTER, uploadArtifact } from './artifact-upload.ts';
import type { GitHubPatience } from './github-retry.ts';
import { type KeptArtifact, keepResult, keptFile, orNotFetched } from './kept-artifact.ts';
import { branchOf, type KeptNames, workflowPathOf } from './kept-names.ts';

export interface StateArtifactOptions extends Omit<ArtifactPorts, 'timeoutMs'> {
  /** For what happens after sending, when `patience` may have ended. */
  readonly closingPatience: GitHubPatience;
  /** For REST, with `actions: read`. */
  readonly token: string;
  readonly names: KeptNames;
  /** A private folder for downloaded files. */
  readonly folder: string;
}

const TIMEOUT_MS = 10 * 60 * 1000;
/** For the look after sending: the report of the run waits for it, and a state is stored without it too. */
const LAST_LOOK_MS = 60_000;
/** Forks may fill pages with artifacts of the same name; one page has room for three months of nights. */
const MAX_PAGES = 10;

/** A state artifact, or a resume artifact that holds a copy of a state. */
interface FoundState extends KeptArtifact {
  readonly isUsable: boolean;
}

/** States as artifacts of runs of this workflow on this branch of this repository, except runs of pull requests and forks. */
export function stateArtifacts(options: StateArtifactOptions): StateFiles {
  const { env, log, patience: searching, closingPatience, names, folder } = options;
  return {
    async candidates(which) {
      const patience = which === 'all' ? searching : shortOf(closingPatience);
      const ports: ArtifactPorts = { env, log, patience, timeoutMs: TIMEOUT_MS };
      const found = await orNotFetched(findStates(which, options, ports));
      const usable = found.filter(({ isUsable }) => isUsable).map((one) => keptFile(one, folder, ports));
      const files = usable.sort((a, b) => b.storedAt - a.storedAt);
      return { files, expired: newestExpired(found) };
    },
    async put(path) {
      const uploaded = await uploadArtifact(
        names.state,
        [path],
        // A state of an earlier attempt or step of this run is older, and a copy of it is with the progress.
        { replaces: true },
        { env, log: { ...log, notice: () => undefined }, patience: closingPatience, timeoutMs: TIMEOUT_MS },
      );
      return keepResult(uploaded, [path]);
    },
  };
}

function shortOf(patience: GitHubPatience): GitHubPatience {
  return { ...patience, until: Math.min(patience.until, patience.now() + LAST_LOOK_MS) };
}

async function findStates(
  which: 'all' | 'latest',
  options: StateArtifactOptions,
  ports: ArtifactPorts,
): Promise<readonly FoundState[]> {
  const { names } = options;
  const found = [...(await findNamed(names.state, options, ports))];
  if (which === 'latest') return found;
  // What the post step stores after an upload of the main step broke off has a counter.
  for (let counter = 2; counter <= MAX_COUNTER; counter++) {
    const counted = await findNamed(`${names.state}-${counter}`, options, ports);
    if (counted.length === 0) break;
    found.push(...counted);
  }
  found.push(...(await findNamed(names.resume, options, ports)));
  return found.length > 0 ? found : findFormer(options, ports);
}

function newestExpired(found: readonly FoundState[]): string | null {
  const [newest] = newestFirst(found.filter(({ isUsable }) => !isUsable).map(({ artifact }) => artifact));
  return newest?.name ?? null;
}

/** Artifacts of exactly this name that runs on this branch stored, but no fork: those of forks may hold anything. */
async function findNamed(
  name: string,
  { token, env, names }: StateArtifactOptions,
  ports: ArtifactPorts,
): Promise<readonly FoundState[]> {
  const branch = branchOf(env);
  const fileName = 'state.bin';
  const found: FoundState[] = [];
  for (let page = 1; page <= MAX_PAGES && !found.some(({ isUsable }) => isUsable); page++) {
    const { ofPage, size } = await listNamed(name, page, token, ports);
    for (const { artifact, run } of ofPage) {
      if (run?.head_branch !== branch || run.head_repository_id !== run.repository_id) continue;
      // Progress alone expires after two weeks, and says nothing about states.
      if (artifact.expired && name === names.resume) continue;
      found.push({ artifact, runId: String(run.id), fileName, isUsable: !artifact.expired });
    }
    if (size < PAGE_SIZE) break;
  }
  return found;
}

/** A page of the repository's artifacts of that name. A repository that is not there is one that the token cannot see. */
async function listNamed(name: string, page: number, token: string, ports: ArtifactPorts) {
  const place = restPlaceOf({ runId: null, repository: null, token }, ports.env);
  const { owner, repo } = place;
  const artifacts = await restCall(`${owner}/${repo}`, token, ports, async (client, request) => {
    const query = { owner, repo, name, per_page: PAGE_SIZE, page };
    const { data } = await client.rest.actions.listArtifactsForRepo({ ...query, request });
    return data.artifacts;
  });
  const ofPage = artifacts.flatMap((one) =>
    one.name !== name || typeof one.workflow_run?.id !== 'number'
      ? []
      : [{ artifact: toStored(one, { ...place, runId: one.workflow_run.id }), run: one.workflow_run }],
  );
  return { ofPage, size: artifacts.length };
}

/** States under the name of earlier releases, which does not tell the workflow: its runs are looked up. */
async function findFormer(options: StateArtifactOptions, ports: ArtifactPorts): Promise<readonly FoundState[]> {
  const found = await findNamed(options.names.formerState, options, ports);
  const ours: FoundState[] = [];
  for (const one of found.slice(0, 5)) if (await isOfThisWorkflow(one, options, ports)) ours.push(one);
  return ours;
}

async function isOfThisWorkflow(
  { runId }: FoundState,
  { token, env }: StateArtifactOptions,
  ports: ArtifactPorts,
): Promise<boolean> {
  const { owner, repo } = restPlaceOf({ runId: null, repository: null, token }, env);
  const run = await restCall(`run ${runId}`, token, ports, async (client, request) => {
    const { data } = await client.rest.actions.getWorkflowRun({ owner, repo, run_id: Number(runId), request });
    return data;
  });
  const path = workflowPathOf(env);
  return path !== '' && run.path.split('@')[0] === path && !run.event.startsWith('pull_request');
}
