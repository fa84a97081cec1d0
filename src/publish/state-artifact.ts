import type { SealingRun, StateCandidates, StateFiles } from '../state/state-files.ts';
import { type ArtifactPorts, PAGE_SIZE, restCall, restPlaceOf, toStored } from './artifact-list.ts';
import { ArtifactProblem } from './artifact-problem.ts';
import { MAX_COUNTER, uploadArtifact } from './artifact-upload.ts';
import type { GitHubPatience } from './github-retry.ts';
import { type KeptArtifact, keepResult, keptFile, orNotFetched } from './kept-artifact.ts';
import { branchOf, type KeptNames } from './kept-names.ts';

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

/** A state artifact, or a resume artifact that may hold a copy of a state. */
interface FoundArtifact extends KeptArtifact {
  readonly isUsable: boolean;
}

/** Artifacts of some names. Everything that was stored at `listedSince` or later is among them; 0: everything. */
interface Found {
  readonly artifacts: readonly FoundArtifact[];
  readonly listedSince: number;
}

/** States as artifacts of runs of this workflow on this branch of this repository, except runs of pull requests and forks. */
export function stateArtifacts(options: StateArtifactOptions): StateFiles {
  const { env, log, patience: searching, closingPatience, names, folder } = options;
  const portsWith = (patience: GitHubPatience): ArtifactPorts => ({ env, log, patience, timeoutMs: TIMEOUT_MS });
  return {
    async candidates(which, since) {
      const ports = portsWith(which === 'all' ? searching : shortOf(closingPatience));
      const { artifacts, listedSince } = await orNotFetched(findStates(which, since, options, ports));
      const kept = (isUsable: boolean) =>
        artifacts
          .filter((one) => one.isUsable === isUsable)
          .map((one) => keptFile(one, folder, ports))
          .sort((a, b) => b.storedAt - a.storedAt);
      return { files: kept(true), expired: kept(false), listedSince, remembered: 0 } satisfies StateCandidates;
    },
    runOf: (runId) => orNotFetched(findRun(runId, options, portsWith(searching))),
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
  since: number,
  options: StateArtifactOptions,
  ports: ArtifactPorts,
): Promise<Found> {
  const { names } = options;
  const lists = [await findNamed(names.state, since, options, ports)];
  // What the post step or a later attempt stores has a counter when the name is used up.
  const withCounters = which === 'latest' ? [] : [names.state, names.resume];
  if (which === 'all') lists.push(await findNamed(names.resume, since, options, ports));
  for (const base of withCounters) {
    for (let counter = 2; counter <= MAX_COUNTER; counter++) {
      const counted = await findNamed(`${base}-${counter}`, since, options, ports);
      if (counted.artifacts.length === 0) break;
      lists.push(counted);
    }
  }
  return {
    artifacts: lists.flatMap(({ artifacts }) => artifacts),
    listedSince: Math.max(...lists.map(({ listedSince }) => listedSince)),
  };
}

/** Artifacts of exactly this name that runs on this branch stored, but no fork: those of forks may hold anything. */
async function findNamed(
  name: string,
  since: number,
  { token, env, names }: StateArtifactOptions,
  ports: ArtifactPorts,
): Promise<Found> {
  const branch = branchOf(env);
  const found: FoundArtifact[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { ofPage, oldest, size } = await listNamed(name, page, token, ports);
    for (const { artifact, run } of ofPage) {
      if (run?.head_branch !== branch || run.head_repository_id !== run.repository_id) continue;
      // Progress expires after two weeks, and says nothing about the states that are left.
      if (artifact.expired && name.startsWith(names.resume)) continue;
      found.push({ artifact, runId: String(run.id), fileName: 'state.bin', isUsable: !artifact.expired });
    }
    if (size < PAGE_SIZE) return { artifacts: found, listedSince: 0 };
    const isEnough = oldest < since && found.some(({ isUsable }) => isUsable);
    if (isEnough || page === MAX_PAGES) return { artifacts: found, listedSince: oldest };
  }
  return { artifacts: found, listedSince: 0 };
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
  const times = artifacts.map(({ created_at }) => timeOf(created_at));
  return { ofPage, oldest: Math.min(...times), size: artifacts.length };
}

/** A run of this repository; null when it has been deleted. */
async function findRun(
  runId: string,
  { token, env }: StateArtifactOptions,
  ports: ArtifactPorts,
): Promise<SealingRun | null> {
  const { owner, repo } = restPlaceOf({ runId: null, repository: null, token }, env);
  try {
    return await restCall(`run ${runId}`, token, ports, async (client, request) => {
      const { data } = await client.rest.actions.getWorkflowRun({ owner, repo, run_id: Number(runId), request });
      const { created_at, run_started_at = created_at, run_attempt = 0 } = data;
      return { createdAt: timeOf(created_at), attempt: run_attempt, attemptStartedAt: timeOf(run_started_at) };
    });
  } catch (error) {
    if (error instanceof ArtifactProblem && error.kind === 'absent') return null;
    throw error;
  }
}

/** In milliseconds since 1970; 0 when GitHub does not say it. */
function timeOf(text: string | null): number {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? 0 : time;
}
