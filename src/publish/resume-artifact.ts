import { type KeptFile, NotFetched } from '../state/kept-file.ts';
import type { ResumeFiles } from '../state/resume-files.ts';
import {
  type ArtifactPorts,
  type ArtifactRun,
  isOwnRun,
  listAllRunArtifacts,
  listOwnArtifacts,
  listRunArtifacts,
  newestFirst,
  type StoredArtifact,
} from './artifact-list.ts';
import { ArtifactProblem } from './artifact-problem.ts';
import { deleteArtifacts, uploadArtifact } from './artifact-upload.ts';
import type { GitHubPatience } from './github-retry.ts';
import { keepResult, keptFile } from './kept-artifact.ts';
import { type KeptNames, RESUME_PREFIX } from './kept-names.ts';

export interface ResumeArtifactOptions extends Omit<ArtifactPorts, 'timeoutMs'> {
  /** For uploads: progress is also stored when `patience` has ended. */
  readonly closingPatience: GitHubPatience;
  /** For REST, with `actions: read`; empty when there is none. */
  readonly token: string;
  /** Another run to continue; null: the earlier attempts of this one. */
  readonly runId: number | null;
  readonly names: KeptNames;
  /** Whether a copy of the state travels with the progress. */
  readonly keepsState: boolean;
  /** A private folder for downloaded files. */
  readonly folder: string;
}

const TIMEOUT_MS = 10 * 60 * 1000;
/** Long enough for a long weekend; after the go-live the file has no use. */
const RETENTION_DAYS = 14;
/** A run has up to 41 for each attempt that was killed. More are not the work of this tool, and the newest one may be behind them. */
const MAX_FILES = 200;

/** Resume files as artifacts of the run. The newest one counts, with those that it continues. */
export function resumeArtifacts(options: ResumeArtifactOptions): ResumeFiles {
  const { env, log, patience, closingPatience, token, runId, names } = options;
  const ports: ArtifactPorts = { env, log, patience, timeoutMs: TIMEOUT_MS };
  const upload = { ...ports, patience: closingPatience, log: { ...log, notice: () => undefined } };
  /** The counter of the last interim name that was used, as far as it is known. */
  let lastCounter = 0;
  /** Artifacts of this run that `find` gave. */
  let found: readonly StoredArtifact[] = [];
  return {
    keepsPieces: true,
    async find() {
      const isRerun = Number(env.GITHUB_RUN_ATTEMPT ?? '1') > 1;
      // A leg of a relay continues the legs before it; the first one finds nothing.
      const isLeg = runId !== null && isOwnRun({ runId, repository: null, token }, env);
      // The progress of this run includes that of the run it resumed, so it comes first.
      const own = isRerun || isLeg ? await findInOwnRun(isRerun, options, ports) : null;
      if (own !== null) {
        found = own;
        lastCounter = Math.max(0, ...own.map(({ name }) => counterOf(name, names.interim)));
        return filesOf(own, env.GITHUB_RUN_ID ?? '', options, ports);
      }
      if (runId !== null && !isLeg) return findInNamedRun(runId, options, ports);
      if (isRerun)
        log.warning(
          `No resume artifact was found: all planned users are sent again, including those already settled. This takes as long as a full run, and sets back what people changed in cidaas in the meantime.${token === '' ? ' Artifacts of earlier attempts may be visible only with `github-token` and `permissions: actions: read`.' : ''}`,
        );
      return null;
    },
    async put(files, isFinal, contained) {
      const name = isFinal ? names.resume : names.interim;
      const firstCounter = isFinal ? 1 : lastCounter + 1;
      const uploaded = await uploadArtifact(name, files, { retentionDays: RETENTION_DAYS, firstCounter }, upload);
      const result = keepResult(uploaded, files);
      if (uploaded.kind !== 'uploaded') return result;
      if (!isFinal) lastCounter = counterOf(uploaded.name, names.interim);
      // An earlier leg may have stored the last state only with its progress.
      const hasAll = isFinal && (files.length > 1 || !options.keepsState);
      const replaced = found.filter(
        (one) =>
          (hasAll || one.name.startsWith(names.interim)) && contained.found.some(({ id }) => id === String(one.id)),
      );
      found = found.filter((one) => !replaced.includes(one));
      // Only what this run stored itself: another job may use the same names. What an earlier attempt stored may be hidden, and
      // its name used again.
      const obsolete = [...contained.own, ...replaced.map((one) => one.name)].filter((one) => one !== uploaded.name);
      await deleteArtifacts(obsolete, upload);
      return { ...result, name: uploaded.name };
    },
  };
}

/** 1 for the name alone; 0 for another name. */
function counterOf(name: string, base: string): number {
  if (name === base) return 1;
  const [, counter] = name.startsWith(`${base}-`) ? (/^(\d{1,9})$/.exec(name.slice(base.length + 1)) ?? []) : [];
  return Number(counter ?? 0);
}

/**
 * Looks in the runtime service first, which needs no permission, then for a later attempt in REST, which still lists the
 * artifacts of earlier ones. Null when neither has any.
 *
 * @throws NotFetched when one that may exist cannot be reached.
 */
async function findInOwnRun(
  isRerun: boolean,
  options: ResumeArtifactOptions,
  ports: ArtifactPorts,
): Promise<readonly StoredArtifact[] | null> {
  const { token } = options;
  let problem: ArtifactProblem | null = null;
  try {
    const listed = ofThisStep(await listOwnArtifacts(ports), options.names);
    if (listed.length > 0) return listed;
  } catch (error) {
    if (!(error instanceof ArtifactProblem)) throw error;
    problem = error;
  }
  if (token !== '' && (isRerun || problem !== null)) {
    try {
      const run: ArtifactRun = { runId: null, repository: null, token };
      const listed = ofThisStep(await listAllRunArtifacts(run, ports), options.names);
      if (listed.length > 0) return listed;
    } catch (error) {
      if (!(error instanceof ArtifactProblem)) throw error;
      problem = problem?.kind === 'unreachable' ? problem : error;
    }
  }
  if (problem?.kind !== 'unreachable') {
    if (problem !== null) options.log.warning(`Looking for a resume artifact: ${problem.message}`);
    return null;
  }
  throw new NotFetched(problem.message, { cause: problem });
}

/** @throws NotFetched when the run has no progress of this step, or it cannot be reached. */
async function findInNamedRun(
  runId: number,
  options: ResumeArtifactOptions,
  ports: ArtifactPorts,
): Promise<readonly KeptFile[]> {
  const { token, names, log, env } = options;
  const run: ArtifactRun = { runId, repository: null, token };
  let listed: readonly StoredArtifact[];
  try {
    listed = await listAllRunArtifacts(run, ports);
  } catch (cause) {
    if (!(cause instanceof ArtifactProblem)) throw cause;
    throw new NotFetched(cause.message, { cause });
  }
  const ours = ofThisStep(listed, names);
  if (ours.length > 0) return filesOf(ours, String(runId), options, ports);
  const all = listed.filter(({ name }) => name.startsWith(RESUME_PREFIX));
  if (all.length > 0 && all.every(({ expired }) => expired))
    throw new NotFetched(
      `The resume artifact of run ${runId} has expired, ${RETENTION_DAYS} days after it was stored. Leave \`resume-run-id\` out: all users are then sent again, or use \`sync: delta\`.`,
    );
  const others = all.filter(({ expired }) => !expired);
  const scopes = new Set(others.map(({ name }) => name.slice(0, names.resumeScope.length)));
  if (scopes.size === 0)
    throw new NotFetched(
      `Run ${runId} has no resume artifact: it sent nothing, or its artifacts were deleted. Check the number in the address of that run; leave \`resume-run-id\` out to send all users.`,
    );
  if (scopes.size > 1)
    throw new NotFetched(
      `Run ${runId} has resume artifacts of ${scopes.size} other jobs or steps, and none of this one (job \`${env.GITHUB_JOB ?? ''}\`, step \`${env.GITHUB_ACTION ?? ''}\`). Give job, step and \`report-name\` the names that they had in that run.`,
    );
  log.notice(`Run ${runId} stored its progress under another job, step or report-name; it is continued anyway.`);
  return filesOf(others, String(runId), options, ports);
}

/** Those of this step that still have their bytes: of this export if there are any, else of another one. */
function ofThisStep(artifacts: readonly StoredArtifact[], names: KeptNames): readonly StoredArtifact[] {
  const startingWith = (base: string) =>
    artifacts.filter(({ name, expired }) => !expired && (name === base || name.startsWith(`${base}-`)));
  const matching = startingWith(names.resume);
  if (matching.length > 0) return matching;
  // A large matrix has some of each export; what belongs together stays together.
  const byExport = Map.groupBy(newestFirst(startingWith(names.resumeScope)), ({ name }) =>
    name.slice(0, names.resume.length),
  );
  const chosen: StoredArtifact[] = [];
  for (const ofExport of byExport.values())
    if (chosen.length === 0 || chosen.length + ofExport.length <= MAX_FILES) chosen.push(...ofExport);
  return chosen;
}

function filesOf(
  artifacts: readonly StoredArtifact[],
  runId: string,
  { folder, token }: ResumeArtifactOptions,
  ports: ArtifactPorts,
): readonly KeptFile[] {
  if (artifacts.length > MAX_FILES)
    throw new NotFetched(
      `Run ${runId} has ${artifacts.length} resume artifacts, more than ${MAX_FILES}. Delete those that no attempt of this run has stored.`,
    );
  return newestFirst(artifacts).map((artifact) => {
    const findThroughRest = async () => {
      const run: ArtifactRun = { runId: null, repository: null, token };
      const named = token === '' ? [] : await listRunArtifacts(run, ports, artifact.name);
      return named.find(({ id }) => id === artifact.id) ?? null;
    };
    const kept = { artifact, runId, fileName: 'resume.bin' } as const;
    return keptFile(artifact.place === null ? { ...kept, findThroughRest } : kept, folder, ports);
  });
}
