import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../runtime/log.ts';
import { answerComparison, type CompareAnswer, type CompareEndpoint } from './compare-endpoint.ts';

/** Answers every request: `GET /healthz`, and requests to compare at any path. An error never becomes a text of an answer. */
export function compareListener(
  endpoint: CompareEndpoint,
  log: Pick<Log, 'error'>,
  state: { readonly isClosing: boolean },
) {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === '/healthz') {
      send(request, response, { status: 200, body: { status: 200, success: true } }, state.isClosing);
      return;
    }
    const left = new AbortController();
    response.once('close', () => left.abort());
    const answer = await answerComparison(endpoint, request, left.signal);
    endpoint.metrics.answered(answer.status);
    send(request, response, { ...answer, body: bodyOf(answer) }, state.isClosing);
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: Error) => {
      // The connection ended before the body did.
      if (request.destroyed && !request.complete) return;
      // The message of the error could quote the request.
      log.error(`A request failed because of a defect of the verifier (${error.name}).`);
      endpoint.metrics.answered(500);
      const body = { status: 500, success: false, error: 'the verifier failed' };
      if (!response.headersSent) send(request, response, { status: 500, body }, true);
    });
  };
}

interface SentAnswer {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body: object;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body }: SentAnswer,
  isLast: boolean,
): void {
  // A body that was not read would be taken for the next request.
  const ends = isLast || !request.complete;
  response.writeHead(status, {
    ...{ 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    ...(ends ? { connection: 'close' } : {}),
  });
  response.end(JSON.stringify(body));
}

function bodyOf({ status, verified, error }: CompareAnswer): object {
  return verified === undefined ? { status, success: false, error } : { status, success: true, data: { verified } };
}
