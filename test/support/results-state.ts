import type { IncomingHttpHeaders } from 'node:http';
import type { StoredComment, StoredPull } from './results-comments.ts';
import { type StoredArtifact, sha256 } from './stored-artifact.ts';

/** An artifact that is there before the action runs. */
export interface SeededArtifact {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
  /** What the blob store says about the name of the file, instead of what follows from the name of the artifact. */
  readonly disposition?: string | null;
  /** The size that the lists say; default: that of the bytes. */
  readonly listedSize?: number;
  readonly repository?: string;
  readonly runId?: string;
  readonly createdAt?: Date;
  /** What the service says about the bytes; wrong on purpose where damage is played. */
  readonly digest?: string;
  readonly expired?: boolean;
  /** Of an earlier attempt of this run, which the runtime service no longer shows. */
  readonly fromEarlierAttempt?: boolean;
  /** Of another job or attempt: the runtime service names it and cannot give it. */
  readonly ofAnotherJob?: boolean;
}

export type RepositoryVisibility = 'public' | 'private' | 'internal';

/** A run as REST tells of it. */
export interface RunDetails {
  readonly path?: string;
  readonly event?: string;
  readonly branch?: string;
  /** Its commit is of a fork. */
  readonly isFork?: boolean;
  /** When its attempts began. */
  readonly attempts?: readonly Date[];
  /** The fork was deleted since. */
  readonly isHeadDeleted?: boolean;
}

/** A job's `permissions`; what is not named is not granted. */
export type Permissions = { readonly [scope: string]: string };

/** What the parts of the service share. */
export interface ServiceState {
  readonly artifacts: (StoredArtifact & {
    readonly expired: boolean;
    readonly visible: boolean;
    readonly isGivable: boolean;
  })[];
  /** The id of the next artifact, from how many there were: GitHub numbers those of all repositories together. */
  idOf: (count: number) => number;
  /** Uploads that are not finished, by their name. */
  readonly open: Map<
    string,
    { contentType: string; expiresAt: Date | null; blocks: Map<string, Buffer>; bytes: Buffer }
  >;
  /** What the token may do, as a job's `permissions` say it; null: everything. */
  permissions: Permissions | null;
  /** Comments on pull requests, oldest first. */
  readonly comments: StoredComment[];
  readonly pulls: StoredPull[];
  /** Repositories that REST knows, by their name. */
  readonly repositories: Map<string, RepositoryVisibility>;
  readonly origin: string;
  readonly runtimeToken: string;
  readonly token: string;
  readonly repository: string;
  /** The run that steps belong to now. */
  runId: string;
  /** What REST tells of runs that are not a scheduled run of `sync.yml` on main. */
  readonly runs: Map<string, RunDetails>;
  /** What the service's clock shows: the time of the next upload. */
  now(): Date;
  add(artifact: SeededArtifact & { readonly expiresAt?: Date | null }): StoredArtifact;
}

/** A request with its body; `path` without the query. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers: { readonly [name: string]: string };
}

/** A reply; objects go as JSON. */
export function reply(status: number, body: string | Buffer | object = '', headers: Reply['headers'] = {}): Reply {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { status, body, headers };
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}

const FIRST_UPLOAD = Date.parse('2026-03-01T10:00:00Z');

/** A service without artifacts, for run 4711 of acme/identity. */
export function createState(origin: string): ServiceState {
  const payload = Buffer.from(JSON.stringify({ scp: 'Actions.Example Actions.Results:run-backend:job-backend' }));
  // With those that were deleted.
  let made = 0;
  const state: ServiceState = {
    artifacts: [],
    idOf: (count) => 1001 + count,
    open: new Map(),
    permissions: null,
    comments: [],
    pulls: [],
    repositories: new Map(),
    origin,
    runtimeToken: `e30.${payload.toString('base64url')}.signature`,
    token: 'ghs_token-of-the-run',
    repository: 'acme/identity',
    runId: '4711',
    runs: new Map(),
    now: () => new Date(FIRST_UPLOAD + made * 1_000),
    add: ({
      name,
      bytes,
      contentType,
      repository,
      runId,
      createdAt,
      digest,
      expired,
      expiresAt,
      fromEarlierAttempt,
      ofAnotherJob,
      disposition,
      listedSize,
    }) => {
      const artifact = {
        id: state.idOf(made),
        name,
        bytes,
        repository: repository ?? state.repository,
        runId: runId ?? state.runId,
        contentType: contentType ?? 'application/zip',
        disposition: disposition ?? null,
        listedSize: listedSize ?? bytes.length,
        digest: digest ?? sha256(bytes),
        // One second after another.
        createdAt: createdAt ?? state.now(),
        expiresAt: expiresAt ?? null,
        expired: expired ?? false,
        visible: fromEarlierAttempt !== true,
        isGivable: ofAnotherJob !== true,
      };
      made++;
      state.artifacts.push(artifact);
      return artifact;
    },
  };
  return state;
}
