import type { Socket } from 'node:net';

/** The beginning of every interim answer `100 Continue`. */
const CONTINUE = 'HTTP/1.1 100';
const MAX_INTERIM_BYTES = 16 * 1024;
/** Before one answer. What comes then is passed on, and undici ends the connection. */
const MAX_ALL_INTERIM_BYTES = 256 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Takes `100 Continue` answers out of what a socket receives. Some load balancers send them unasked, which RFC 9110 (section
 * 15.2) tells clients to ignore, but undici (8.12) ends the connection. They are looked for between the beginning of a request
 * and the first byte of its answer; a request is only written when the answer before it is complete.
 */
export function withoutContinue(socket: Socket): Socket {
  const read = socket.read.bind(socket);
  const write = socket.write.bind(socket) as (...args: readonly unknown[]) => boolean;
  let isAnswerExpected = false;
  /** Of an answer of which not enough has arrived to know it. */
  let held: Buffer = NOTHING;

  let interimBytes = 0;
  const writeRequest = (...args: readonly unknown[]): boolean => {
    isAnswerExpected = true;
    interimBytes = 0;
    return write(...args);
  };
  const readAnswer = (size?: number): Buffer | null => {
    for (;;) {
      const chunk: Buffer | null = read(size);
      if (chunk === null || !isAnswerExpected) return chunk;
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const rest = interimBytes > MAX_ALL_INTERIM_BYTES ? bytes : afterContinue(bytes);
      interimBytes += bytes.length - (rest?.length ?? bytes.length);
      held = NOTHING;
      if (rest === null) held = bytes;
      else if (rest.length > 0) {
        isAnswerExpected = false;
        return rest;
      }
    }
  };
  return Object.assign(socket, { read: readAnswer, write: writeRequest });
}

/** What follows the interim answers at the beginning; null when more bytes are needed to know. */
function afterContinue(bytes: Buffer): Buffer | null {
  let rest = bytes;
  while (rest.length > 0) {
    const start = rest.toString('latin1', 0, CONTINUE.length).replace(/^HTTP\/1\.0/, 'HTTP/1.1');
    if (!CONTINUE.startsWith(start)) return rest;
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return rest.length > MAX_INTERIM_BYTES ? rest : null;
    rest = rest.subarray(end + 4);
  }
  return rest;
}
