/** What a text reads as, with the part of the original that each of its UTF-16 units comes from. */
export interface TextView {
  readonly text: string;
  /** By index of `text`: where its unit starts in the original, and where it ends (exclusive). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** One way to read a text, with its letters and digits (`foldedView`). */
export interface Reading {
  readonly view: TextView;
  readonly letters: TextView;
}

/** A part of a text: UTF-16 units from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The text as it is. */
export function identityView(text: string): TextView {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    starts.push(at);
    ends.push(at + 1);
  }
  return { text, starts, ends };
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
    const start = this.#of.starts[from] ?? 0;
    const end = this.#of.ends[to - 1] ?? 0;
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

  view(): TextView {
    return { text: this.#parts.join(''), starts: this.#starts, ends: this.#ends };
  }
}

/**
 * Letters and digits only, of any script, in lower case and without accents: what stays the same when a text is broken into
 * lines, spaced, quoted, or filled with invisible characters.
 */
export function foldedView(view: TextView): TextView {
  const folded = new ViewBuilder(view);
  for (let at = 0; at < view.text.length; ) {
    const code = view.text.charCodeAt(at);
    // Most texts are ASCII, and every message is folded several times.
    if (code < 0x80) {
      if ((code > 47 && code < 58) || (code > 96 && code < 123)) folded.add(view.text[at] ?? '', at, at + 1);
      else if (code > 64 && code < 91) folded.add(String.fromCharCode(code + 32), at, at + 1);
      at++;
      continue;
    }
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
