import type { Dispatcher } from 'undici';
import { untilStopped } from '../runtime/until-stopped.ts';
import { readText } from './answer-body.ts';
import type { AnswerBudget } from './answer-budget.ts';
import { openDispatcher } from './dispatcher.ts';
import { classifyFailure, TransportError } from './failure.ts';
import { proxyFor } from './proxy.ts';
import { say, TenantText } from './tenant-text.ts';

/**
 * A complete HTTP answer of any status but 3xx. Header names are lower-case; a repeated header keeps its first value. Its texts
 * are as they were received: nothing of them may be printed, or leave `tenant/` as a string.
 */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** HTTP requests to one tenant. */
export interface Http {
  /**
   * Sends one POST and reads the whole answer. Throws a `TransportError` when there is no usable answer: network failures,
   * timeouts, an answer over its budget, a redirect (never followed), the caller's abort. JSON in the text of a reply is within
   * the budget too, so that it can be parsed.
   */
  post(path: string, headers: Readonly<Record<string, string>>, body: string, limits: HttpLimits): Promise<HttpReply>;
  /** The same for one GET. */
  get(path: string, headers: Readonly<Record<string, string>>, limits: HttpLimits): Promise<HttpReply>;
  /** Ends every connection, requests in flight included. */
  close(): Promise<void>;
}

/** What ends the reading of an answer, besides `timeoutMs`. */
interface HttpLimits {
  readonly signal: AbortSignal;
  readonly budget: AnswerBudget;
}

export interface HttpOptions {
  /** Of `parseTenantUrl`. */
  readonly origin: string;
  /** Maximum number of open connections. */
  readonly connections: number;
  /** For a whole request: connecting, sending and reading. */
  readonly timeoutMs: number;
  /** `cidaas-migrate/<version>`. */
  readonly userAgent: string;
  /** Where `HTTPS_PROXY` and `NO_PROXY` (or their lower-case forms, which win) are looked up. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Opens no connection before the first request. Throws an `InputError` when the proxy cannot be used. */
export function createHttp(options: HttpOptions): Http {
  const { origin, timeoutMs, userAgent, env } = options;
  const proxy = proxyFor(origin, options.env);
  let opened: Promise<Dispatcher> | null = null;

  async function send(
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | null,
    { signal, budget }: HttpLimits,
  ): Promise<HttpReply> {
    if (signal.aborted) throw cancelled(false, signal.reason);
    opened ??= openDispatcher({ ...options, proxy, noProxy: env.no_proxy || env.NO_PROXY || '' });
    const dispatcher = await opened;
    // undici's own timeouts limit the time between two bytes, so an answer that trickles would never time out.
    const deadline = deadlineOf(timeoutMs, signal);
    try {
      const request = dispatcher.request({
        origin,
        path,
        method: body === null ? 'GET' : 'POST',
        headers: {
          'user-agent': userAgent,
          accept: 'application/json',
          'accept-encoding': 'identity',
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body,
        signal: deadline.signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        onInfo: deadline.interim,
      });
      // While undici (8.12) connects, it notices a signal only when the connection stands or has failed.
      const answer = await untilStopped(request, signal);
      const status = answer.statusCode;
      const flat = flatten(answer.headers);
      const open = { status, contentEncoding: flat['content-encoding'], body: answer.body };
      const text = await readText(open, budget);
      if (status >= 300 && status < 400) throw redirected(status, flat.location, origin);
      return { status, headers: flat, text };
    } catch (error) {
      throw asTransportError(error, signal);
    } finally {
      deadline.clear();
    }
  }

  return {
    post: send,
    get: (path, headers, limits) => send(path, headers, null, limits),
    close: async () => {
      await (await opened)?.destroy();
    },
  };
}

/** A server that takes long may send one every few seconds. */
const MAX_INTERIM_ANSWERS = 1_000;

interface Deadline {
  readonly signal: AbortSignal;
  /** Call it for each interim answer (102, 103). */
  readonly interim: () => void;
  readonly clear: () => void;
}

function deadlineOf(ms: number, signal: AbortSignal): Deadline {
  let interimAnswers = 0;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('The request took too long.', 'TimeoutError')), ms);
  const onAbort = () => controller.abort(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  const clear = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
  const interim = () => {
    if (++interimAnswers > MAX_INTERIM_ANSWERS) controller.abort(endlessInterim());
  };
  return { signal: controller.signal, interim, clear };
}

function endlessInterim(): TransportError {
  const message = `The tenant sent more than ${MAX_INTERIM_ANSWERS} interim answers (HTTP 1xx) instead of an answer.`;
  return new TransportError({ code: 'tenant.answer_unusable', message, mayHaveArrived: true, permanent: false });
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) flat[name] = first;
  }
  return flat;
}

/**
 * A host whose labels are words with a small number. The rest of a location may hold secrets, and so may a host: its case is
 * lost, so what is encoded in it cannot be decoded.
 */
const PLAIN_HOST =
  /^(?=.{1,60}$)(?:[a-z]{1,20}\d{0,3}(?:-(?:[a-z]{1,20}\d{0,3}|\d{1,3})){0,3}(?:\.|$)){1,5}$|^\d{1,3}(?:\.\d{1,3}){3}$/;

function redirected(status: number, location: string | undefined, origin: string): TransportError {
  const target = location === undefined ? null : URL.parse(location, origin);
  const message = `The tenant answered with a redirect (HTTP ${status}), which is not followed.`;
  const failure = { code: 'tenant.redirected', message, mayHaveArrived: true, permanent: true } as const;
  if (target === null || !PLAIN_HOST.test(target.hostname)) return new TransportError(failure, { status });
  const where = TenantText.theirs(target.origin);
  const text = say`The tenant answered with a redirect to ${where} (HTTP ${status}), which is not followed.`;
  return new TransportError(failure, { status, text });
}

function asTransportError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof TransportError) return error;
  if (signal.aborted) return cancelled(true, error);
  const failure = classifyFailure(error);
  if (failure === null) return error;
  // The parser's error holds the bytes that it could not parse, and a server may have echoed the request with its token.
  return failure.code === 'tenant.answer_unusable'
    ? new TransportError(failure)
    : new TransportError(failure, { cause: error });
}

function cancelled(mayHaveArrived: boolean, cause: unknown): TransportError {
  const message = 'The request was aborted because the run is stopping.';
  return new TransportError({ code: 'tenant.cancelled', message, mayHaveArrived, permanent: false }, { cause });
}
