import { type Reply, reply, type ServiceRequest, type ServiceState } from './results-state.ts';
import type { StoredArtifact } from './stored-artifact.ts';

/** What the runtime service's methods take: snake_case, default values left out, 64-bit integers as strings. */
interface TwirpRequest {
  readonly name?: string;
  readonly workflow_job_run_backend_id?: string;
  readonly mime_type?: string;
  readonly expires_at?: string;
  readonly name_filter?: string;
  readonly id_filter?: string;
}

/** `POST /twirp/github.actions.results.api.v1.ArtifactService/<method>` */
export function answerTwirp(state: ServiceState, { path, headers, body }: ServiceRequest): Reply {
  if (headers.authorization !== `Bearer ${state.runtimeToken}`)
    return reply(401, { code: 'unauthenticated', msg: 'bad token' });
  const request = JSON.parse(body.toString()) as TwirpRequest;
  switch (path.split('/').at(-1)) {
    case 'CreateArtifact':
      return create(state, request);
    case 'FinalizeArtifact':
      return finalize(state, request);
    case 'ListArtifacts':
      return reply(200, { artifacts: ofThisRun(state).filter(matches(request)).map(listed) });
    case 'GetSignedArtifactURL': {
      const found = ofThisRun(state).findLast(
        ({ name, id }) => name === request.name && jobOf(id) === request.workflow_job_run_backend_id,
      );
      if (found === undefined || !found.isGivable) return reply(404, { code: 'not_found', msg: 'artifact not found' });
      return reply(200, {
        name: found.name,
        signed_url: `${state.origin}/blobs/${found.id}?sig=signature-of-download`,
      });
    }
    case 'DeleteArtifact': {
      const at = state.artifacts.findLastIndex(
        ({ name, runId, repository }) =>
          name === request.name && runId === state.runId && repository === state.repository,
      );
      if (at < 0) return reply(404, { code: 'not_found', msg: 'artifact not found' });
      const [deleted] = state.artifacts.splice(at, 1);
      return reply(200, { ok: true, artifact_id: String(deleted?.id) });
    }
    default:
      return reply(404, { code: 'bad_route', msg: path });
  }
}

function create(state: ServiceState, { name = '', mime_type, expires_at }: TwirpRequest): Reply {
  if (state.open.has(name) || ofThisRun(state).some((artifact) => artifact.name === name)) {
    const msg = 'an artifact with this name already exists on the workflow run';
    return reply(409, { code: 'already_exists', msg });
  }
  state.open.set(name, {
    contentType: mime_type ?? 'application/zip',
    expiresAt: expires_at === undefined ? null : new Date(expires_at),
    blocks: new Map(),
    bytes: Buffer.alloc(0),
  });
  const signed_upload_url = `${state.origin}/blobs/open/${encodeURIComponent(name)}?sig=signature-of-upload`;
  return reply(200, { ok: true, signed_upload_url });
}

function finalize(state: ServiceState, { name = '' }: TwirpRequest): Reply {
  const upload = state.open.get(name);
  if (upload === undefined) return reply(404, { code: 'not_found', msg: 'no such upload' });
  state.open.delete(name);
  const { bytes, contentType, expiresAt } = upload;
  return reply(200, { ok: true, artifact_id: String(state.add({ name, bytes, contentType, expiresAt }).id) });
}

function ofThisRun(state: ServiceState): ServiceState['artifacts'] {
  return state.artifacts.filter(
    (one) => one.visible && one.repository === state.repository && one.runId === state.runId,
  );
}

function matches({ name_filter, id_filter }: TwirpRequest): (artifact: StoredArtifact) => boolean {
  return ({ id, name }) =>
    (name_filter === undefined || name === name_filter) && (id_filter === undefined || String(id) === id_filter);
}

/** Each artifact is of a job of its own: those of one job and attempt have different names. */
function jobOf(id: number): string {
  return `job-backend-${id}`;
}

function listed({ id, name, listedSize, createdAt, digest }: StoredArtifact): object {
  return {
    workflow_run_backend_id: 'run-backend',
    workflow_job_run_backend_id: jobOf(id),
    database_id: String(id),
    name,
    size: String(listedSize),
    created_at: createdAt.toISOString(),
    digest,
  };
}
