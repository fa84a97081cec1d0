// A server process that does as little as a server can: it finds the end of a request, and answers CREATED for every sub in it, or 201
// for every document of a bulk request of Elasticsearch.
// What it costs is what the wire costs; nothing is checked and nothing stored.
import { createWriteStream, type WriteStream } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { noTraffic, noteRequest, type ServerOrder } from './traffic.ts';

let traffic = noTraffic();
let record: WriteStream | null = null;

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  let held: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let used = answerFirst(held, socket); used > 0; used = answerFirst(held, socket)) held = held.subarray(used);
  });
});

process.on('disconnect', () => process.exit());
process.on('message', (message: ServerOrder) => {
  const answer = () => process.send?.({ traffic });
  if (message.order === 'record') record = createWriteStream(message.file);
  if (message.order === 'reset') traffic = noTraffic();
  if (message.order === 'stop-recording' && record !== null) {
    record.end(answer);
    record = null;
  } else answer();
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

/** Answers the request that `held` begins with; returns how many bytes it had, 0 while it is not whole. */
function answerFirst(held: Buffer, socket: Socket): number {
  const headEnd = held.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const head = held.toString('latin1', 0, headEnd);
  const end = headEnd + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (held.length < end) return 0;
  const isBulk = head.startsWith('POST /users-srv/user/bulk ');
  const isDocuments = /^(?:POST|PUT) \/(?:[^ ?]+\/)?_bulk[ ?]/.test(head);
  if (isBulk || isDocuments) noteRequest(traffic, end - headEnd - 4, Date.now());
  if (isBulk) answerBulk(held.subarray(headEnd + 4, end), socket);
  else if (isDocuments) answerDocuments(held.subarray(headEnd + 4, end), socket);
  else if (head.startsWith('POST /token-srv/token ')) reply(socket, '200 OK', TOKEN);
  else reply(socket, '404 Not Found', '{}');
  traffic.lastAnswerAt = Date.now();
  return end;
}

const TOKEN = JSON.stringify({ access_token: 'bench-token', token_type: 'Bearer', expires_in: 86_400 });

function answerBulk(body: Buffer, socket: Socket): void {
  record?.write(body);
  record?.write('\n');
  let states = '';
  for (const [, sub] of body.toString('latin1').matchAll(/"sub":"([^"]+)"/g))
    states += `${states === '' ? '' : ','}{"sub":"${sub}","process_state":"CREATED"}`;
  reply(socket, '200 OK', `{"process_states":[${states}]}`);
}

/** The client refuses a server without the header of the product. */
const ELASTIC = 'x-elastic-product: Elasticsearch\r\n';

/** Each document follows the line of its action. */
function answerDocuments(body: Buffer, socket: Socket): void {
  let items = '';
  for (let at = body.indexOf(10); at >= 0; at = body.indexOf(10, at + 1)) {
    at = body.indexOf(10, at + 1);
    if (at < 0) break;
    items += `${items === '' ? '' : ','}{"index":{"_index":"users","_id":"1","status":201,"result":"created"}}`;
  }
  reply(socket, '200 OK', `{"took":0,"errors":false,"items":[${items}]}`, ELASTIC);
}

function reply(socket: Socket, status: string, body: string, headers = ''): void {
  socket.write(
    `HTTP/1.1 ${status}\r\n${headers}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    'latin1',
  );
}
