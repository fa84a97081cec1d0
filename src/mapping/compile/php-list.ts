import { isUtf8 } from 'node:buffer';
import { exactNumber } from '../../text/exact-json.ts';

/** In place of a text that is not a list as PHP writes it, or has something else than texts, whole numbers and lists in it. */
export const NOT_PHP_LIST = Symbol('not a list of PHP');

/** Lists in lists; real ones have one or two levels. */
const MAX_DEPTH = 32;

const CLOSE = 0x7d;
const QUOTE = 0x22;
const SEMICOLON = 0x3b;

/**
 * Reads a list that PHP wrote with `serialize()`: `a:2:{i:0;s:9:"ROLE_USER";i:1;i:5;}`. Its values are texts, whole numbers and such
 * lists. Everything else is refused: a key that is a text (the array is not a list, and its keys would be lost), objects,
 * references, decimals, booleans, null, and anything after the list. Lengths of texts are in bytes of UTF-8, as PHP counts them.
 */
export function phpList(text: string): readonly unknown[] | typeof NOT_PHP_LIST {
  const reader = new PhpReader(Buffer.from(text.trim()));
  const list = reader.list(MAX_DEPTH);
  return list === null || !reader.isAtEnd ? NOT_PHP_LIST : list;
}

/** Each method reads one thing and returns null when something else follows. */
class PhpReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  list(levels: number): unknown[] | null {
    const length = this.#length('a:', ':{');
    if (length === null || levels === 0) return null;
    const values: unknown[] = [];
    const keys = new Set<string>();
    // The length is only believed once so many values were found.
    while (values.length < length) {
      const key = this.#wholeNumber();
      if (key === null || keys.has(key)) return null;
      keys.add(key);
      const value = this.#value(levels);
      if (value === null) return null;
      values.push(value);
    }
    return this.#take(CLOSE) ? values : null;
  }

  #value(levels: number): string | number | unknown[] | null {
    switch (this.#bytes[this.#at]) {
      case 0x61:
        return this.list(levels - 1);
      case 0x69: {
        const digits = this.#wholeNumber();
        return digits === null ? null : exactNumber(digits);
      }
      case 0x73:
        return this.#text();
      default:
        return null;
    }
  }

  #text(): string | null {
    const length = this.#length('s:', ':"');
    if (length === null || length > this.#bytes.length - this.#at) return null;
    const text = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    if (!this.#take(QUOTE) || !this.#take(SEMICOLON)) return null;
    // A length that ends inside of a character was counted in another encoding.
    return isUtf8(text) ? text.toString('utf8') : null;
  }

  #wholeNumber(): string | null {
    const digits = this.#until('i:', ';');
    return digits !== null && /^(?:0|-?[1-9]\d{0,18})$/.test(digits) ? digits : null;
  }

  #length(begin: string, end: string): number | null {
    const digits = this.#until(begin, end);
    return digits !== null && /^(?:0|[1-9]\d{0,8})$/.test(digits) ? Number(digits) : null;
  }

  /** The digits and the sign between two marks. */
  #until(begin: string, end: string): string | null {
    const from = this.#at + begin.length;
    if (this.#bytes.toString('latin1', this.#at, from) !== begin) return null;
    let to = from;
    while (to - from < 20 && isDigit(this.#bytes[to])) to += 1;
    this.#at = to + end.length;
    return this.#bytes.toString('latin1', to, this.#at) === end ? this.#bytes.toString('latin1', from, to) : null;
  }

  #take(byte: number): boolean {
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at += 1;
    return true;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d);
}
