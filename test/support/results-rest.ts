import { answerComments } from './results-comments.ts';
import { type Reply, reply, type ServiceRequest, type ServiceState } from './results-state.ts';

const LIST = /^\/repos\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)\/artifacts$/;
const ALL = /^\/repos\/([^/]+\/[^/]+)\/actions\/artifacts$/;
const RUN = /^\/repos\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)$/;
const REPOSITORY = /^\/repos\/([^/]+\/[^/]+)$/;
const ZIP = /^\/repos\/([^/]+\/[^/]+)\/actions\/artifacts\/(\d+)\/zip$/;

/** GitHub's REST API for artifacts, comments, and for who can see a repository. A run without artifacts does not exist here. */
export function answerRest(state: ServiceState, request: ServiceRequest): Reply {
  const { path, query, headers } = request;
  const { authorization = '' } = headers;
  if (!/^(?:token|bearer) /i.test(authorization) || !authorization.endsWith(` ${state.token}`))
    return reply(401, { message: 'Bad credentials' });

  if (!isAllowed(state, request)) return reply(403, { message: 'Resource not accessible by integration' });
  const comment = answerComments(state, request);
  if (comment !== undefined) return comment;
  const [, named = ''] = REPOSITORY.exec(path) ?? [];
  const visibility = state.repositories.get(named);
  if (visibility !== undefined) return reply(200, { full_name: named, private: visibility !== 'public', visibility });

  const [, repository, runId] = LIST.exec(path) ?? [];
  if (repository !== undefined) {
    const all = state.artifacts.filter((artifact) => artifact.repository === repository && artifact.runId === runId);
    if (all.length === 0) return reply(404, { message: 'Not Found' });
    const found = all.filter(({ name }) => !query.has('name') || name === query.get('name')).toReversed();
    const size = Number(query.get('per_page') ?? 30);
    const from = (Number(query.get('page') ?? 1) - 1) * size;
    const artifacts = found.slice(from, from + size).map(({ id, name, listedSize, createdAt, digest, expired }) => {
      return { id, name, size_in_bytes: listedSize, created_at: createdAt.toISOString(), digest, expired };
    });
    return reply(200, { total_count: found.length, artifacts });
  }

  const [, everywhere] = ALL.exec(path) ?? [];
  if (everywhere !== undefined) {
    const found = state.artifacts
      .filter(({ repository, name }) => repository === everywhere && name === (query.get('name') ?? name))
      .toReversed();
    const size = Number(query.get('per_page') ?? 30);
    const page = Number(query.get('page') ?? 1);
    const artifacts = found.slice((page - 1) * size, page * size).map((artifact) => {
      const { id, name, listedSize, createdAt, digest, runId: run, expired } = artifact;
      const { branch = 'main', isFork = false } = state.runs.get(run) ?? {};
      return {
        ...{ id, name, expired, digest, size_in_bytes: listedSize, created_at: createdAt.toISOString() },
        workflow_run: { id: Number(run), repository_id: 1, head_repository_id: isFork ? 2 : 1, head_branch: branch },
      };
    });
    const more = page * size < found.length;
    const link = `<${state.origin}${path}?per_page=${size}&page=${page + 1}>; rel="next"`;
    return reply(200, { total_count: found.length, artifacts }, more ? { link } : {});
  }
  const [, ofRepository, run] = RUN.exec(path) ?? [];
  if (ofRepository !== undefined && run !== undefined) {
    const {
      path: workflow = '.github/workflows/sync.yml',
      event = 'schedule',
      isFork = false,
      isHeadDeleted = false,
      attempts = [],
    } = state.runs.get(run) ?? {};
    const earliest = state.artifacts.find(({ runId }) => runId === run)?.createdAt;
    const [createdAt = earliest, ...later] = attempts;
    if (createdAt === undefined) return reply(404, { message: 'Not Found' });
    const head = isFork ? { id: 2, full_name: 'mallory/fork' } : { id: 1, full_name: ofRepository };
    const repository = { id: 1, full_name: ofRepository };
    return reply(200, {
      ...{ id: Number(run), path: workflow, event, created_at: createdAt.toISOString() },
      ...{ run_attempt: 1 + later.length, run_started_at: (later.at(-1) ?? createdAt).toISOString() },
      ...{ repository, head_repository: isHeadDeleted ? null : head },
    });
  }

  const [, owner, id] = ZIP.exec(path) ?? [];
  const artifact = state.artifacts.find((one) => one.repository === owner && String(one.id) === id);
  if (artifact === undefined) return reply(404, { message: 'Not Found' });
  if (artifact.expired) return reply(410, { message: 'Artifact has expired' });
  return reply(302, '', { location: `${state.origin}/blobs/${artifact.id}?sig=signature-of-download` });
}

/** The scope that GitHub asks for; who may write may read. */
function isAllowed({ permissions }: ServiceState, { method, path }: ServiceRequest): boolean {
  if (permissions === null || REPOSITORY.test(path)) return true;
  const scope = path.includes('/actions/') ? 'actions' : 'pull-requests';
  const granted = permissions[scope];
  return granted === 'write' || (granted === 'read' && method === 'GET');
}
