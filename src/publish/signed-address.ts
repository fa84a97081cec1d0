import type { RestPlace } from './artifact-list.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { AnswerError, openWeb } from './blob-store.ts';
import { connectGitHub } from './github-client.ts';
import { property } from './workflow-event.ts';

/**
 * The signed address of the bytes of an artifact. The client would download and unpack them itself: without limits, with the
 * modes of the umask, and printing the name that the blob store gives them.
 *
 * @throws errors of Octokit and of the network, AnswerError.
 */
export async function signedAddress(
  id: number,
  place: RestPlace | null,
  env: RunnerEnv,
  signal: AbortSignal,
): Promise<string> {
  return place === null ? fromRuntimeService(id, env, signal) : fromRest(id, place, env, signal);
}

async function fromRest(id: number, { token, owner, repo }: RestPlace, env: RunnerEnv, signal: AbortSignal) {
  const client = await connectGitHub(token, env);
  const { headers } = await client.rest.actions.downloadArtifact({
    ...{ owner, repo, artifact_id: id, archive_format: 'zip' },
    request: { signal, redirect: 'manual' },
  });
  return headers.location ?? '';
}

const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService';

/** What `@actions/artifact` (6.2.1) asks in `downloadArtifactInternal`, which it does not export. */
async function fromRuntimeService(id: number, env: RunnerEnv, signal: AbortSignal): Promise<string> {
  const run = backendIds(env.ACTIONS_RUNTIME_TOKEN ?? '');
  const listed = await call('ListArtifacts', { ...run, id_filter: String(id) }, env, signal);
  const artifacts = property(listed, 'artifacts');
  const [artifact] = Array.isArray(artifacts) ? (artifacts as unknown[]) : [];
  if (artifact === undefined) throw new AnswerError('The list of artifacts', 404);
  const signed = await call(
    'GetSignedArtifactURL',
    {
      workflow_run_backend_id: property(artifact, 'workflow_run_backend_id'),
      workflow_job_run_backend_id: property(artifact, 'workflow_job_run_backend_id'),
      name: property(artifact, 'name'),
    },
    env,
    signal,
  );
  const url = property(signed, 'signed_url');
  return typeof url === 'string' ? url : '';
}

/** The run and the job as the service names them, from the claim `Actions.Results:<run>:<job>` of the token. */
function backendIds(token: string): { workflow_run_backend_id: string; workflow_job_run_backend_id: string } {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || 'null') as unknown;
  const scopes = String(property(claims, 'scp') ?? '');
  const [, run = '', job = ''] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scopes) ?? [];
  if (run === '') throw new Error('ACTIONS_RUNTIME_TOKEN names no run');
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}

async function call(method: string, body: object, env: RunnerEnv, signal: AbortSignal): Promise<unknown> {
  const web = await openWeb();
  try {
    const { request } = await import('undici');
    const answer = await request(new URL(`/${SERVICE}/${method}`, env.ACTIONS_RESULTS_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${env.ACTIONS_RUNTIME_TOKEN}` },
      body: JSON.stringify(body),
      dispatcher: web,
      signal,
    });
    if (answer.statusCode !== 200) throw new AnswerError(`The artifact service (${method})`, answer.statusCode);
    return JSON.parse(await shortText(answer.body)) as unknown;
  } finally {
    await web.destroy();
  }
}

/** A list of one artifact, or an address, is far shorter. */
const MAX_ANSWER_BYTES = 1024 * 1024;

async function shortText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error('the answer of the artifact service is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
