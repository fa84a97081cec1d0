/** Where a CSV record ends. */
export interface RecordEnd {
  readonly kind: 'end' | 'open-quote' | 'text-after-quote';
  /** Position of the line break of the record; Infinity if it is not in the text yet. */
  readonly at: number;
  /** Whether the record has a quoted cell. */
  readonly quoted: boolean;
}

/** Finds the ends of records in one piece of text; starts must increase, so that nothing is searched twice. */
export class RecordScan {
  readonly #text: string;
  readonly #delimiter: string;
  #lf = -1;
  #cr = -1;
  #quote = -1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** The end of the record that begins at `start`, which must not decrease between calls. */
  endOfRecord(start: number): RecordEnd {
    let end = this.#lineEnd(start);
    let at = this.#nextQuote(start);
    let quoted = false;
    while (at < end) {
      if (!this.#opensCell(start, at)) {
        at = this.#nextQuote(at + 1);
        continue;
      }
      quoted = true;
      const close = this.#closingQuote(at);
      if (close === -1) return { kind: 'open-quote', at: Number.POSITIVE_INFINITY, quoted };
      const next = this.#skipSpace(close + 1);
      end = this.#lineEnd(next);
      if (next < end && next < this.#text.length && this.#text[next] !== this.#delimiter) {
        return { kind: 'text-after-quote', at: next, quoted };
      }
      at = this.#nextQuote(next);
    }
    return { kind: 'end', at: end, quoted };
  }

  /** A quote opens a cell only at its beginning, apart from white space; elsewhere it is text, as in `5" disk`. */
  #opensCell(start: number, quote: number): boolean {
    for (let at = quote - 1; at >= start; at--) {
      const char = this.#text.charAt(at);
      if (char === this.#delimiter) return true;
      if (!isSpace(char)) return false;
    }
    return true;
  }

  #closingQuote(open: number): number {
    let at = this.#text.indexOf('"', open + 1);
    while (at !== -1 && this.#text.charCodeAt(at + 1) === 34) at = this.#text.indexOf('"', at + 2);
    return at;
  }

  #skipSpace(from: number): number {
    let at = from;
    for (; at < this.#text.length; at++) {
      const char = this.#text.charAt(at);
      if (char === this.#delimiter || char === '\n' || char === '\r' || !isSpace(char)) break;
    }
    return at;
  }

  #lineEnd(from: number): number {
    if (this.#lf < from) this.#lf = this.#find('\n', from);
    if (this.#cr < from) this.#cr = this.#find('\r', from);
    return Math.min(this.#lf, this.#cr);
  }

  #nextQuote(from: number): number {
    if (this.#quote < from) this.#quote = this.#find('"', from);
    return this.#quote;
  }

  #find(char: string, from: number): number {
    const at = this.#text.indexOf(char, from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }
}

function isSpace(char: string): boolean {
  return char === ' ' || /\s/.test(char);
}
