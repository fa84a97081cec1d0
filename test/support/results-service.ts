import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBlob } from './results-blobs.ts';
import { addComment, type StoredComment, type StoredPull } from './results-comments.ts';
import { answerRest } from './results-rest.ts';
import {
  createState,
  type Permissions,
  type Reply,
  type RepositoryVisibility,
  type RunDetails,
  reply,
  type SeededArtifact,
  type ServiceRequest,
} from './results-state.ts';
import { answerTwirp } from './results-twirp.ts';
import type { StoredArtifact } from './stored-artifact.ts';

/** What a fault applies to: a Twirp method, the blob store (both directions), GitHub's REST API or a part of it. */
type FaultyPart =
  | 'CreateArtifact'
  | 'FinalizeArtifact'
  | 'ListArtifacts'
  | 'GetSignedArtifactURL'
  | 'blob'
  | 'rest'
  /** Writing a comment only: what a token that may not write meets. */
  | 'comment'
  /** Lists of artifacts through REST. */
  | 'list'
  /** The address of an artifact's bytes, through REST. */
  | 'zip';

/** A fault and how often it happens; without `times` for ever, without `after` from the first request on. */
type Fault = {
  readonly on: FaultyPart;
  readonly times?: number;
  readonly after?: number;
  /** Only requests about artifacts whose name begins so: the runtime service and the blob store know it. */
  readonly name?: string;
} & (
  | { readonly kind: 'status'; readonly status: number; readonly body?: object; readonly headers?: Reply['headers'] }
  /** The request is read and never answered. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }
);

export interface ResultsService extends AsyncDisposable {
  /** Origin of everything: runtime service, blobs, REST. */
  readonly url: string;
  /** Finished artifacts of all runs, oldest first. */
  readonly artifacts: readonly StoredArtifact[];
  /** The finished artifact of this run with that name. */
  artifact(name: string): StoredArtifact;
  seed(artifact: SeededArtifact): StoredArtifact;
  /** Comments on pull requests, oldest first. */
  readonly comments: readonly StoredComment[];
  /** Lets somebody comment; the workflow's own token unless said otherwise. */
  seedComment(pull: number, body: string, by?: Partial<StoredComment>): StoredComment;
  /** Lets REST find a pull request by its commit. */
  seedPull(pull: StoredPull): void;
  /** Gives artifacts other ids from now on; default: one after the other. */
  numberWith(idOf: (count: number) => number): void;
  /** Lets the retention of these artifacts end. */
  expire(which?: (artifact: StoredArtifact) => boolean): void;
  /** Deletes artifacts, as a token with `actions: write` can. */
  remove(which: (artifact: StoredArtifact) => boolean): void;
  /** Lets REST know a repository (`owner/name`). */
  setRepository(name: string, visibility: RepositoryVisibility): void;
  /**
   * Steps from now on belong to this run, and to its next attempt when it has begun before; details where it is not a scheduled
   * run of `sync.yml` on main.
   */
  beginRun(id: string, details?: RunDetails): void;
  /** Lets REST know another run; returns its id. */
  seedRun(details: RunDetails): number;
  /** What the token may do from now on; null: everything. */
  grant(permissions: Permissions | null): void;
  fail(fault: Fault): void;
  /** Takes all faults away. */
  heal(): void;
  /** What a runner sets for a step of this run. */
  env(): Record<string, string>;
  /** The token that REST takes; its rights can be taken away with a 403 fault. */
  readonly token: string;
  /** `POST /twirp/…/CreateArtifact` and the like, in order of arrival. */
  readonly requests: readonly string[];
}

/**
 * GitHub's results service on loopback for the real `@actions/artifact` client: Twirp calls, block blobs, and the REST calls
 * for artifacts of other runs. `onRequest` hears of each before it is answered. Close it with `await using`.
 */
export async function startResultsService({
  onRequest = () => undefined,
}: {
  readonly onRequest?: () => void;
} = {}): Promise<ResultsService> {
  const faults: ArmedFault[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => void serve(request, response));
  const state = createState(`http://127.0.0.1:${await listen(server)}`);

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', state.origin);
    requests.push(`${incoming.method} ${url.pathname}`);
    onRequest();
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request: ServiceRequest = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    };
    const fault = takeFault(faults, request);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') incoming.socket.resetAndDestroy();
    else send(response, fault === null ? answer(request) : reply(fault.status, fault.body ?? FAULT, fault.headers));
  }

  function answer(request: ServiceRequest): Reply {
    if (request.path.startsWith('/twirp/')) return answerTwirp(state, request);
    return request.path.startsWith('/blobs/') ? answerBlob(state, request) : answerRest(state, request);
  }

  return {
    url: state.origin,
    token: state.token,
    artifacts: state.artifacts,
    requests,
    artifact: (name) => {
      const found = state.artifacts.find((one) => one.name === name && one.runId === state.runId);
      if (found === undefined)
        throw new Error(`no artifact ${name}; there are ${state.artifacts.map((one) => one.name).join(', ')}`);
      return found;
    },
    seed: (artifact) => state.add(artifact),
    expire: (which = () => true) => {
      for (const [at, artifact] of state.artifacts.entries())
        if (which(artifact)) state.artifacts[at] = { ...artifact, expired: true };
    },
    remove: (which) => {
      const left = state.artifacts.filter((artifact) => !which(artifact));
      state.artifacts.splice(0, state.artifacts.length, ...left);
    },
    numberWith: (idOf) => {
      state.idOf = idOf;
    },
    comments: state.comments,
    seedComment: (pull, body, by) => addComment(state, pull, body, by),
    seedPull: (pull) => void state.pulls.push(pull),
    setRepository: (name, visibility) => void state.repositories.set(name, visibility),
    beginRun: (id, details = {}) => {
      state.runId = id;
      const before = state.runs.get(id)?.attempts ?? [];
      state.runs.set(id, { ...details, attempts: [...before, state.now()] });
    },
    seedRun: (details) => {
      const id = FIRST_OTHER_RUN + state.runs.size;
      state.runs.set(String(id), details);
      return id;
    },
    grant: (permissions) => {
      state.permissions = permissions;
    },
    fail: (fault) =>
      void faults.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY, ahead: fault.after ?? 0 }),
    heal: () => void faults.splice(0),
    env: () => ({
      ACTIONS_RUNTIME_TOKEN: state.runtimeToken,
      ACTIONS_RESULTS_URL: `${state.origin}/`,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: state.origin,
      GITHUB_REPOSITORY: state.repository,
      GITHUB_RUN_ID: state.runId,
      GITHUB_RUN_ATTEMPT: '1',
    }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The port of the first service: `@actions/github` keeps the address that it was loaded with, for the life of a process. */
let firstPort = 0;

/** Listens where the first service did, or at any port as long as another service is there; returns the port. */
async function listen(server: Server): Promise<number> {
  const listenAt = (port: number) =>
    new Promise<void>((listening, failed) => {
      server.once('error', failed).listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        listening();
      });
    });
  await listenAt(firstPort).catch(() => listenAt(0));
  const { port } = server.address() as AddressInfo;
  if (firstPort === 0) firstPort = port;
  return port;
}

const FIRST_OTHER_RUN = 20_000;
const FAULT = { code: 'fault', msg: 'a fault that the test asked for' };

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}

type ArmedFault = Fault & { left: number; ahead: number };

function takeFault(faults: readonly ArmedFault[], request: ServiceRequest): Fault | null {
  const parts = partsOf(request.method, request.path);
  const fault = faults.find(
    ({ on, left, name }) => parts.includes(on) && left > 0 && (name === undefined || isAbout(name, request)),
  );
  if (fault === undefined || fault.ahead-- > 0) return null;
  fault.left--;
  return fault;
}

/** Whether a request is about an artifact whose name begins so. */
function isAbout(name: string, { path, query, body }: ServiceRequest): boolean {
  if (path.startsWith('/twirp/')) return body.toString().includes(`"name":"${name}`);
  return decodeURIComponent(path).includes(`/${name}`) || query.get('name')?.startsWith(name) === true;
}

function partsOf(method: string, path: string): readonly (string | undefined)[] {
  if (path.startsWith('/twirp/')) return [path.split('/').at(-1)];
  if (path.startsWith('/blobs/')) return ['blob'];
  if (path.endsWith('/artifacts')) return ['rest', 'list'];
  if (path.endsWith('/zip')) return ['rest', 'zip'];
  return path.includes('/issues/') && method !== 'GET' ? ['rest', 'comment'] : ['rest'];
}
