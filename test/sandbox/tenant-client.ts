import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';

/** A sandbox and a client that speaks to it as plainly as can be, so that the tests see what is on the wire. */
export interface OpenSandbox extends AsyncDisposable {
  readonly sandbox: Sandbox;
  token(): Promise<string>;
  /** Posts users with a token that is fetched once. */
  bulk(...users: readonly unknown[]): Promise<Answered>;
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly body: Body | undefined;
}

interface Body {
  readonly [key: string]: unknown;
  readonly process_states?: readonly Readonly<Record<string, unknown>>[];
  readonly error?: unknown;
  readonly data?: unknown;
}

interface CallOptions {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export async function openSandbox(options: SandboxOptions = {}): Promise<OpenSandbox> {
  const sandbox = await startSandbox(options);
  let cached: string | undefined;

  const call = async (method: string, path: string, { body, headers, signal }: CallOptions = {}): Promise<Answered> => {
    const response = await fetch(sandbox.url + path, {
      method,
      redirect: 'manual',
      body: body ?? null,
      headers: headers ?? {},
      signal: signal ?? null,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  const token = async (): Promise<string> => {
    const { id, secret } = sandbox.client;
    const answer = await call('POST', '/token-srv/token', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: id, client_secret: secret, grant_type: 'client_credentials' }),
    });
    return String(answer.body?.access_token);
  };
  return {
    sandbox,
    token,
    call,
    bulk: async (...users) => {
      cached ??= await token();
      return call('POST', '/users-srv/user/bulk', {
        headers: { 'content-type': 'application/json', authorization: `Bearer ${cached}` },
        body: JSON.stringify(users),
      });
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

function parse(text: string): Body | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
