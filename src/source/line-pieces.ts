/** A piece of a file that stands on one line: the whole line with its break, or a part of it. */
export interface LinePiece {
  /** 1-based physical line. */
  readonly line: number;
  readonly bytes: Buffer;
}

/** Cuts the bytes of a text at its line breaks (LF, CRLF or CR, which may be split between chunks). */
export class LinePieces {
  #line = 1;
  #previous = 0;

  /** The pieces of the next chunk, in order; together they are the chunk. */
  *split(bytes: Buffer): Generator<LinePiece> {
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (this.#previous === 10 || (this.#previous === 13 && byte !== 10)) {
        if (at > start) yield { line: this.#line, bytes: bytes.subarray(start, at) };
        this.#line++;
        start = at;
      }
      this.#previous = byte;
    }
    if (start < bytes.length) yield { line: this.#line, bytes: bytes.subarray(start) };
  }
}
