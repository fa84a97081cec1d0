import { PieceCount } from './piece-count.ts';

const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;

/** A request of the frame parser: the next `bytes` bytes, to keep or to pass through. */
type ReadRequest = { readonly bytes: number; readonly keep: boolean };

/**
 * Passes zstd data through, split so that no chunk spans two frames. The decompressor of Node silently drops data after
 * the first frame of a chunk (`pzstd` and `cat a.zst b.zst` write many frames), and in some releases of Node 24 it accepts
 * a truncated file: both would lose rows. Layout: RFC 8878, section 3.1.
 * @throws Error when the data ends within a frame or is not a frame; TooManyPieces.
 */
export async function* zstdFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let walker = frame();
  let request = walker.next().value;
  let wanted = request?.bytes ?? 0;
  let seen: Buffer[] = [];
  let inFrame = false;
  let frameBytes = 0;
  const frames = new PieceCount();
  for await (const chunk of bytes) {
    let sent = 0;
    let at = 0;
    while (at < chunk.length) {
      const part = chunk.subarray(at, at + wanted);
      if (request?.keep) seen.push(part);
      at += part.length;
      frameBytes += part.length;
      wanted -= part.length;
      inFrame = true;
      while (wanted === 0) {
        const step = walker.next(Buffer.concat(seen));
        seen = [];
        request = step.value;
        if (step.done) {
          yield chunk.subarray(sent, at);
          sent = at;
          frames.add(frameBytes);
          frameBytes = 0;
          inFrame = false;
          walker = frame();
          request = walker.next().value;
        }
        wanted = request?.bytes ?? 0;
      }
    }
    if (sent < chunk.length) yield chunk.subarray(sent);
  }
  if (inFrame) throw new Error('the data ends within a zstd frame');
}

function* frame(): Generator<ReadRequest, undefined, Buffer> {
  const look = (bytes: number): ReadRequest => ({ bytes, keep: true });
  const pass = (bytes: number): ReadRequest => ({ bytes, keep: false });
  const magic = (yield look(4)).readUInt32LE();
  if ((magic & 0xfffffff0) === SKIPPABLE) {
    yield pass((yield look(4)).readUInt32LE());
    return;
  }
  if (magic !== FRAME) throw new Error('no zstd frame where one was expected');
  const descriptor = (yield look(1)).readUInt8();
  const singleSegment = (descriptor >> 5) & 1;
  const windowSize = 1 - singleSegment;
  const contentSize = [singleSegment, 2, 4, 8][descriptor >> 6] ?? 0;
  const dictionaryId = [0, 1, 2, 4][descriptor & 3] ?? 0;
  yield pass(windowSize + contentSize + dictionaryId);
  for (let last = 0; last === 0; ) {
    const block = (yield look(3)).readUIntLE(0, 3);
    last = block & 1;
    const repeatsOneByte = ((block >> 1) & 3) === 1;
    yield pass(repeatsOneByte ? 1 : block >> 3);
  }
  const checksum = (descriptor >> 2) & 1;
  yield pass(checksum * 4);
}
