/** What a text reads as, with the part of the original that each of its UTF-16 units comes from. */
export interface TextView {
  readonly text: string;
  /** By index of `text`: where its unit starts in the original, and where it ends (exclusive). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** True when it was decoded from base64, hex or numbers, which ordinary words also look like. */
  readonly isDecoded: boolean;
}

/** A part of a text: UTF-16 units from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The text as it is. */
export function identityView(text: string): TextView {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1), isDecoded: false };
}

/** The part of the original that units `from` up to `to` (exclusive) of a view come from. */
export function rangeIn({ starts, ends }: TextView, from: number, to: number): TextRange {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** Builds a view out of another one. */
export class ViewBuilder {
  readonly #of: TextView;
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(of: TextView) {
    this.#of = of;
  }

  /** Adds `text`, which stands for units `from` up to `to` (exclusive) of the other view. */
  add(text: string, from: number, to: number): void {
    const { start, end } = rangeIn(this.#of, from, to);
    this.#parts.push(text);
    for (let at = 0; at < text.length; at++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Adds units of the other view as they are. */
  copy(from: number, to: number): void {
    for (let at = from; at < to; at++) this.add(this.#of.text[at] ?? '', at, at + 1);
  }

  view(isDecoded = this.#of.isDecoded): TextView {
    return { text: this.#parts.join(''), starts: this.#starts, ends: this.#ends, isDecoded };
  }
}

/**
 * Letters and digits only, of any script, in lower case and without accents: what stays the same when a text is broken into
 * lines, spaced, quoted, or filled with invisible characters.
 */
export function foldedView(view: TextView): TextView {
  const folded = new ViewBuilder(view);
  for (let at = 0; at < view.text.length; ) {
    const character = String.fromCodePoint(view.text.codePointAt(at) ?? 0);
    const letters = foldedCharacter(character);
    if (letters !== '') folded.add(letters, at, at + character.length);
    at += character.length;
  }
  return folded.view();
}

/** The same for a text of which only the letters and digits matter, not where they are. */
export function foldedText(text: string): string {
  return foldedView(identityView(text)).text;
}

function foldedCharacter(character: string): string {
  if (/^[a-z0-9]$/.test(character)) return character;
  if (/^[\0-\x7f]$/.test(character)) return /[A-Z]/.test(character) ? character.toLowerCase() : '';
  return character
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** `text` with each of the ranges replaced by `by`; ranges that touch are one. */
export function replaceRanges(text: string, ranges: readonly TextRange[], by: string): string {
  let replaced = '';
  let at = 0;
  let isOpen = false;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (!isOpen || start > at) replaced += text.slice(at, start) + by;
    isOpen = true;
    at = Math.max(at, end);
  }
  return replaced + text.slice(at);
}
