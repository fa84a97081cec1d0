import { constants } from 'node:fs';
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { type Sleep, sleep } from '../runtime/sleep.ts';
import { untilStopped } from '../runtime/until-stopped.ts';

const CHUNK_BYTES = 64 * 1024;
const POLL_MS = 20;
/** How long a pipe may have no writer before it counts as empty. */
const NO_WRITER_MS = 10_000;

/**
 * The text of a small file (a mapping), which may also be a pipe: `--mapping <(…)` of a shell.
 *
 * @throws the error of the operating system; the reason of `stop` once that aborts, however long the writer of a pipe takes.
 */
export async function readTextFile(path: string, stop: AbortSignal, wait: Sleep = sleep): Promise<string> {
  const isPipe = (await untilStopped(stat(path), stop)).isFIFO();
  return isPipe ? readPipe(path, stop, wait) : untilStopped(readFile(path, 'utf8'), stop);
}

/** Polls: a thread that waits for the writer would keep the process from ending. */
async function readPipe(path: string, stop: AbortSignal, wait: Sleep): Promise<string> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const chunks: Buffer[] = [];
    for (let polls = 0; ; ) {
      const chunk = await readNow(handle);
      if (chunk !== null && chunk.length > 0) {
        chunks.push(chunk);
        continue;
      }
      // Without a writer: it has finished, or has not come yet.
      const isOver = chunks.length > 0 || polls++ * POLL_MS >= NO_WRITER_MS;
      if (chunk !== null && isOver) return Buffer.concat(chunks).toString();
      await wait(POLL_MS, stop);
    }
  } finally {
    await handle.close();
  }
}

/** What is in the pipe; empty without a writer, null when the writer has written nothing yet. */
async function readNow(handle: FileHandle): Promise<Buffer | null> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}
