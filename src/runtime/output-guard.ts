import type { LogStream } from './log-stream.ts';

type WriteCallback = (error?: Error | null) => void;

/**
 * Keeps libraries from writing to standard output and standard error. They print names and messages from outside as they are,
 * and the runner carries out every line that looks like a command of its own.
 */
export class OutputGuard implements Disposable {
  readonly #release: readonly (() => void)[];
  #isOwn = false;
  #deliver: (text: string) => void = () => undefined;

  constructor(streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr]) {
    this.#release = streams.map((stream) => this.#guard(stream));
  }

  /** Passes what this synchronous function writes; its texts must have been escaped. */
  own<T>(write: () => T): T {
    const before = this.#isOwn;
    this.#isOwn = true;
    try {
      return write();
    } finally {
      this.#isOwn = before;
    }
  }

  /** A stream for texts that have been escaped. */
  ownStream(stream: NodeJS.WriteStream): LogStream {
    return {
      isTTY: stream.isTTY,
      // Read anew: a window may change its size.
      get columns() {
        return stream.columns;
      },
      write: (text) => this.own(() => stream.write(text)),
    };
  }

  /** Hands on every text that something else wrote; until then they are dropped. */
  deliverTo(deliver: (text: string) => void): void {
    this.#deliver = deliver;
  }

  [Symbol.dispose](): void {
    for (const release of this.#release) release();
  }

  #guard(stream: NodeJS.WriteStream): () => void {
    const { write } = stream;
    const guarded = (chunk: string | Uint8Array, encoding?: BufferEncoding | WriteCallback, done?: WriteCallback) => {
      const callback = typeof encoding === 'function' ? encoding : done;
      if (this.#isOwn) return write.call(stream, chunk, typeof encoding === 'string' ? encoding : undefined, callback);
      this.#deliver(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      callback?.();
      return true;
    };
    stream.write = guarded as typeof write;
    return () => {
      stream.write = write;
    };
  }
}

/** A line that a library printed: for the log, for its debug output, or for nobody, because it holds a secret. */
export interface ForeignLine {
  readonly kind: 'info' | 'debug' | 'secret';
  readonly text: string;
}

/** Reads what a library wrote, with or without the help of `@actions/core`. The text is not escaped yet. */
export function foreignLine(written: string): ForeignLine {
  const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/s.exec(written.trimEnd()) ?? [];
  const text = withoutSignatures(command === undefined ? written.trimEnd() : decoded(data));
  switch (command) {
    case 'add-mask':
      // Signatures of addresses, which are cut off here. A short one from outside would make the whole log unreadable.
      return { kind: 'secret', text: '' };
    case 'debug':
      return { kind: 'debug', text };
    case 'error':
    case 'warning':
    case 'notice':
      return { kind: 'info', text: `${command}: ${text}` };
    default:
      return { kind: 'info', text: withoutSignatures(written.trimEnd()) };
  }
}

function decoded(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function withoutSignatures(text: string): string {
  return text.replace(/(https?:\/\/[^\s"'?]*)\?[^\s"']*/gi, '$1?…');
}
