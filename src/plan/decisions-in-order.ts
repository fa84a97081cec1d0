import type { SourceRecord } from '../source/record.ts';
import type { ChunkDecision } from './decide-chunk.ts';

type Chunk = readonly SourceRecord[];

/** Threads that decide chunks, as `decideChunk` does. */
export interface DecisionThreads {
  /** The most chunks that are read and not yet taken, with the one of this thread: bounds memory. */
  readonly maxPending: number;
  /** Takes the decisions that have arrived: until then, their threads seem to be busy. */
  update(): Promise<void>;
  /** Hands a chunk to a thread; null when all have enough to do. */
  decide(chunk: Chunk): Promise<ChunkDecision> | null;
}

interface PendingChunk {
  readonly chunk: Chunk;
  readonly decision: Promise<ChunkDecision>;
}

/**
 * Has every chunk decided, by a thread or by `decide` in this one, and yields them in the order in which they are read. What reading
 * throws comes after the chunks that precede it.
 */
export async function* decisionsInOrder(
  chunks: AsyncIterable<Chunk>,
  decide: (chunk: Chunk) => Promise<ChunkDecision>,
  threads: DecisionThreads | null,
): AsyncGenerator<PendingChunk> {
  const pending: PendingChunk[] = [];
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const chunk of chunks) {
      if (chunk.length === 0) continue;
      await threads?.update();
      const elsewhere = threads?.decide(chunk) ?? null;
      const decision = elsewhere ?? decide(chunk);
      pending.push({ chunk, decision });
      // The error is for the reader of the chunk; until then it must not end the process.
      const settled = decision.then(
        () => undefined,
        () => undefined,
      );
      // A mapper maps one chunk at a time.
      if (elsewhere === null) await settled;
      for (
        let [first] = pending;
        first !== undefined && pending.length >= (threads?.maxPending ?? 1);
        [first] = pending
      ) {
        pending.shift();
        yield first;
      }
    }
  } catch (error) {
    failure = { error };
  }
  yield* pending;
  if (failure !== null) throw failure.error;
}
