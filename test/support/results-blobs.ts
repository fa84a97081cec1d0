import { extname } from 'node:path';
import { type Reply, reply, type ServiceRequest, type ServiceState } from './results-state.ts';

/** Azure's block blobs, as far as the client uses them: `PUT ?comp=block`, `PUT ?comp=blocklist`, `GET`. */
export function answerBlob(state: ServiceState, { method, path, query, body }: ServiceRequest): Reply {
  if (!query.has('sig')) return reply(403, 'no signature');
  if (method === 'GET') return download(state, path);
  const upload = state.open.get(decodeURIComponent(path.replace('/blobs/open/', '')));
  if (upload === undefined) return reply(404, 'no such upload');
  const blockId = query.get('blockid') ?? '';
  if (query.get('comp') === 'block') upload.blocks.set(blockId, body);
  else {
    const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => id ?? '');
    upload.bytes = Buffer.concat(ids.map((id) => upload.blocks.get(id) ?? Buffer.alloc(0)));
  }
  return reply(201, '', {
    etag: '"1"',
    'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT',
    'x-ms-request-id': 'request',
  });
}

function download(state: ServiceState, path: string): Reply {
  const artifact = state.artifacts.find(({ id }) => path === `/blobs/${id}`);
  if (artifact === undefined) return reply(404, 'no such blob');
  const zipped = artifact.contentType === 'application/zip' && extname(artifact.name) !== '.zip';
  return reply(200, artifact.bytes, {
    'content-type': artifact.contentType,
    'content-length': String(artifact.bytes.length),
    'content-disposition': artifact.disposition ?? `attachment; filename="${artifact.name}${zipped ? '.zip' : ''}"`,
  });
}
