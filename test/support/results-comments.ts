import { type Reply, reply, type ServiceRequest, type ServiceState } from './results-state.ts';

/** A comment on a pull request as GitHub keeps it. */
export interface StoredComment {
  readonly id: number;
  readonly pull: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
  readonly author_association: 'OWNER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';
}

/** A pull request that REST finds by its commit. */
export interface StoredPull {
  readonly number: number;
  readonly sha: string;
  readonly state: 'open' | 'closed';
  /** `owner/name` of the repository that its branch lies in. */
  readonly from: string;
}

const OF_PULL = /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)\/comments$/;
const ONE = /^\/repos\/([^/]+\/[^/]+)\/issues\/comments\/(\d+)$/;
const PULLS = /^\/repos\/([^/]+\/[^/]+)\/commits\/([^/]+)\/pulls$/;

/** GitHub's REST API for comments on pull requests; undefined for requests about anything else. */
export function answerComments(state: ServiceState, request: ServiceRequest): Reply | undefined {
  const { method, path, body } = request;
  const [, , number] = OF_PULL.exec(path) ?? [];
  if (number !== undefined) {
    if (method === 'GET') return page(state, Number(number), request);
    const made = addComment(state, Number(number), textOf(body));
    return reply(201, shown(state, made));
  }
  const [, , id] = ONE.exec(path) ?? [];
  if (id !== undefined && method === 'PATCH') {
    const known = state.comments.find((one) => one.id === Number(id));
    if (known === undefined) return reply(404, { message: 'Not Found' });
    known.body = textOf(body);
    return reply(200, shown(state, known));
  }
  const [, , sha] = PULLS.exec(path) ?? [];
  if (sha === undefined) return undefined;
  const found = state.pulls.filter((pull) => pull.sha === sha);
  return reply(
    200,
    found.map(({ number: of, state: is, from }) => ({ number: of, state: is, head: { repo: { full_name: from } } })),
  );
}

export function addComment(
  state: ServiceState,
  pull: number,
  body: string,
  given: Partial<StoredComment> = {},
): StoredComment {
  const user = { login: 'github-actions[bot]', type: 'Bot' } as const;
  const id = 9001 + state.comments.length;
  const made: StoredComment = { id, pull, body, user, author_association: 'NONE', ...given };
  state.comments.push(made);
  return made;
}

/** Oldest first; the next page is named by the `link` header, as GitHub does. */
function page(state: ServiceState, pull: number, { path, query }: ServiceRequest): Reply {
  const all = state.comments.filter((one) => one.pull === pull);
  const size = Number(query.get('per_page') ?? 30);
  const at = Number(query.get('page') ?? 1);
  const isLast = at * size >= all.length;
  const link: { [name: string]: string } = isLast
    ? {}
    : { link: `<${state.origin}${path}?per_page=${size}&page=${at + 1}>; rel="next"` };
  return reply(
    200,
    all.slice((at - 1) * size, at * size).map((one) => shown(state, one)),
    link,
  );
}

function shown(state: ServiceState, { id, pull, body, user, author_association }: StoredComment): object {
  const html_url = `https://github.com/${state.repository}/pull/${pull}#issuecomment-${id}`;
  return { id, body, user, author_association, html_url };
}

function textOf(body: Buffer): string {
  const { body: text } = JSON.parse(body.toString()) as { readonly body: string };
  // GitHub's database would refuse more.
  if (Buffer.byteLength(text) > 65_535) throw new Error('the comment is too long');
  return text;
}
