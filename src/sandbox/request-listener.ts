import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CidaasUser } from '../user/cidaas-user.ts';
import type { FaultPlan, FaultRequest, RequestKind } from './fault.ts';
import { htmlReply } from './reply.ts';
import type { RequestLog } from './request-log.ts';
import { faultBeforeApply, type ResponseAction, responseAfterApply } from './response-action.ts';
import { answer, kindOf, type ParsedRequest } from './routes.ts';
import type { Counters, SandboxTenant } from './tenant.ts';

/** Options of the request listener. */
export interface ListenerOptions {
  readonly faults: FaultPlan;
  /** Delay of each response in milliseconds, after the request is processed. */
  readonly latencyMs: number;
  readonly keepUsers: boolean;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Reads requests, injects faults, processes the requests and responds. */
export function requestListener(tenant: SandboxTenant, options: ListenerOptions, log: RequestLog) {
  const seen = new Map<RequestKind, number>();
  const { latencyMs, sleep } = options;

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readRequest(message);
    // Counted when the body is complete, so that `n` is the order of processing.
    const kind = kindOf(call);
    const n = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, n);
    const users: readonly CidaasUser[] = kind === 'bulk' && Array.isArray(call.json) ? call.json : [];
    const request: FaultRequest = { kind, n, users, bytes: call.bytes };
    count(tenant.counters, request);
    const faults = [options.faults(request) ?? []].flat();
    const settle = log.add({
      method: call.method,
      path: call.path,
      kind,
      n,
      bytes: call.bytes,
      users: users.length,
      sent: options.keepUsers ? users : [],
      faults: faults.map((fault) => fault.name),
    });
    for (const fault of faults) if (fault.kind === 'delay') await sleep(fault.ms);
    const delivery =
      faultBeforeApply(tenant, faults, request) ??
      responseAfterApply(tenant, await answer(tenant, kind, call, faults), faults, request);
    if (latencyMs > 0) await sleep(latencyMs);
    if (delivery.kind === 'reply' || delivery.kind === 'truncate') settle(delivery.reply.status);
    send(response, delivery);
  };

  return (message: IncomingMessage, response: ServerResponse): void => {
    handle(message, response).catch((error: unknown) => {
      // The client disconnected, or a fault plan threw: then the author of the plan needs the error.
      if (message.destroyed && !message.complete) return;
      if (!response.headersSent) send(response, { kind: 'reply', reply: htmlReply(500, `sandbox: ${error}`) });
    });
  };
}

async function readRequest(message: IncomingMessage): Promise<ParsedRequest & { bytes: number }> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  const body = bytes.toString('utf8');
  const contentType = message.headers['content-type'] ?? '';
  return {
    method: message.method ?? '',
    path: (message.url ?? '').replace(/\?.*$/s, ''),
    contentType,
    authorization: message.headers.authorization,
    body,
    bytes: bytes.length,
    json: contentType.startsWith('application/json') ? parse(body) : undefined,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function count(counters: Counters, { kind, bytes }: FaultRequest): void {
  if (kind === 'token') counters.tokenRequests++;
  if (kind === 'login') counters.logins++;
  if (kind !== 'bulk') return;
  counters.bulkRequests++;
  counters.bulkBytes += bytes;
}

function send(response: ServerResponse, delivery: ResponseAction): void {
  const { socket } = response;
  switch (delivery.kind) {
    case 'hang':
      return;
    case 'drop':
      socket?.resetAndDestroy();
      return;
    case 'reply':
    case 'truncate': {
      const { status, headers, body } = delivery.reply;
      const bytes = Buffer.from(body);
      response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': bytes.length });
      if (delivery.kind === 'reply') response.end(bytes);
      else response.write(bytes.subarray(0, bytes.length / 2), () => socket?.destroy());
      return;
    }
    default:
      delivery satisfies never;
  }
}
