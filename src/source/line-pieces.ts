/** A piece of a file within one line: the complete line with its line break, or a part of it. */
export interface LinePiece {
  /** 1-based physical line. */
  readonly line: number;
  readonly bytes: Buffer;
}

/** Splits the bytes of a text at line breaks (LF, CRLF or CR; chunks may split a CRLF). */
export class LinePieces {
  #line = 1;
  #previous = 0;

  /** The pieces of the next chunk, in order and complete. */
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
