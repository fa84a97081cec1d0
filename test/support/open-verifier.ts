import { Agent, request as requestPlain } from 'node:http';
import { request as requestTls, Agent as TlsAgent } from 'node:https';
import { systemClock } from '../../src/runtime/clock.ts';
import { startVerifier, type Verifier, type VerifierOptions } from '../../src/verifier/start-verifier.ts';

/** What a test sets; everything else is as in the command, but with one thread and any free ports. */
export interface OpenVerifierOptions extends Partial<Omit<VerifierOptions, 'pool' | 'limits' | 'guesses'>> {
  readonly pool?: Partial<VerifierOptions['pool']>;
  readonly limits?: Partial<VerifierOptions['limits']>;
  readonly guesses?: Partial<VerifierOptions['guesses']>;
  /** The certificate that a client trusts. */
  readonly ca?: string;
}

interface VerifierReply {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly text: string;
  /** The body as JSON. */
  readonly body: { readonly data?: { readonly verified?: boolean }; readonly [member: string]: unknown };
}

/** How a test asks the verifier; a text is sent as it is. */
interface Question {
  readonly path?: string;
  readonly method?: string;
  readonly token?: string;
  readonly headers?: { readonly [name: string]: string };
}

export interface OpenVerifier extends AsyncDisposable {
  readonly verifier: Verifier;
  /** Every line of its log. */
  readonly lines: readonly string[];
  ask(body: unknown, question?: Question): Promise<VerifierReply>;
  /** Asks as cidaas does. */
  compare(passwordHash: string, password: string, question?: Question): Promise<VerifierReply>;
  metrics(): Promise<string>;
}

/** A verifier in this process, with real threads, that is asked over HTTP or HTTPS. */
export async function openVerifier(options: OpenVerifierOptions = {}): Promise<OpenVerifier> {
  const { pool, limits, guesses, ca, ...rest } = options;
  const lines: string[] = [];
  const verifier = await startVerifier({
    ...{ address: { host: '127.0.0.1', port: 0 }, metrics: { host: '127.0.0.1', port: 0 } },
    ...{ tls: null, access: [], clock: systemClock, minuteMs: 60_000 },
    log: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
    ...rest,
    pool: { secrets: {}, threads: 1, maxWaiting: 200, maxWaitMs: 60_000, maxCheckMs: 60_000, ...pool },
    limits: {
      ...{ maxConnections: 500, headersMs: 5_000, requestMs: 10_000, idleMs: 65_000, graceMs: 15_000 },
      ...limits,
    },
    guesses: { burst: 10, refillMs: 60_000, maxHashes: 100_000, ...guesses },
  });
  const agent = ca === undefined ? new Agent({ keepAlive: true }) : new TlsAgent({ keepAlive: true, ca });
  const ask = (body: unknown, question: Question = {}) => send(verifier.url, agent, body, question);
  return {
    verifier,
    lines,
    ask,
    compare: (passwordHash, password, question) =>
      ask(
        { password, algorithm: 'CUSTOM_LEGACY', passwordVerification: { passwordHash, hData: { salt: '' } } },
        question,
      ),
    metrics: async () => (await fetch(`${verifier.metricsUrl}/metrics`)).text(),
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      await verifier.close();
    },
  };
}

function send(url: string, agent: Agent, body: unknown, question: Question): Promise<VerifierReply> {
  const { path = '/?action=compare', method = 'POST', token, headers = {} } = question;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const options = {
    ...{ method, agent },
    headers: {
      'content-type': 'application/json',
      ...(method === 'GET' ? {} : { 'content-length': bytes.length }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https') ? requestTls : requestPlain)(`${url}${path}`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: JSON.parse(text) });
      });
    });
    request.on('error', reject);
    request.end(method === 'GET' ? undefined : bytes);
  });
}
