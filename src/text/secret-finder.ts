import { foldedText, type Reading, rangeIn, type TextRange, type TextView } from './text-view.ts';

/** A shorter secret also occurs in ordinary words: removing it would garble texts and reveal it by the gaps. */
export const MIN_SECRET_LENGTH = 8;
/** A part of a secret that is at least as long as this, or as half of the secret, counts. */
const MAX_PART = 12;
/** Encodings inside encodings are searched in any case only for secrets that are not longer; a token is encoded once. */
const MAX_LENGTH_OF_INNER = 200;

/** Where a text has secrets. */
export interface FoundSecrets {
  readonly whole: readonly TextRange[];
  /** True when there are also parts of secrets: what else there is of them, or in between, cannot be known. */
  readonly hasParts: boolean;
}

/**
 * Finds secrets, and larger parts of them, in the readings of a text (`readingsOf`): as they are in any case and with anything
 * but letters and digits in between, and as base64 whose case was changed, which nothing can decode any more.
 */
export class SecretFinder {
  /** Every part of a secret that is looked for, by its length; and whether it is none that words of a sentence could be. */
  readonly #parts = new Map<number, Map<string, boolean>>();
  /** Letters and digits of each secret, and of its base64. */
  readonly #wholes: string[] = [];
  /** The secrets in lower case: the signs at their ends are in no folded text. */
  readonly #secrets: string[] = [];
  /** Secrets with too few letters and digits for the above. */
  readonly #signs: string[] = [];
  /** A bit for the first four characters of everything above: most texts are not looked up at all. */
  readonly #starts = new Uint8Array(36 ** 4 / 8);

  /** Adds a secret of at least `MIN_SECRET_LENGTH` characters; a shorter one is not looked for. */
  add(secret: string): void {
    if (secret.length < MIN_SECRET_LENGTH) return;
    const letters = foldedText(secret);
    if (letters.length >= MIN_SECRET_LENGTH) {
      this.#secrets.push(secret.toLowerCase());
      this.#addSpelling(letters, true);
      // Bytes of UTF-8 that were taken for characters.
      if (!/^[ -~]*$/.test(secret)) this.#addSpelling(foldedText(Buffer.from(secret).toString('latin1')), true);
    } else this.#signs.push(visibleText(secret));
    const bytes = Buffer.from(secret);
    const inner = [secret, bytes.toString('base64'), bytes.toString('hex'), encodeURIComponent(secret.toWellFormed())];
    for (const text of new Set(secret.length > MAX_LENGTH_OF_INNER ? [secret] : inner))
      for (const encoded of base64Spellings(text)) this.#addSpelling(encoded, false);
  }

  /**
   * Where the text that these are the readings of has a secret. `mayHaveWords`: a part of letters only does not count, since the
   * words of a sentence can be the same.
   */
  find(readings: readonly Reading[], mayHaveWords = true): FoundSecrets {
    const found = readings.map((reading) => this.#findIn(reading, mayHaveWords));
    const whole = found.flatMap((each) => each.whole);
    const isCovered = ({ start, end }: TextRange) => whole.some((each) => each.start <= start && end <= each.end);
    return { whole, hasParts: !found.flatMap(({ parts }) => parts).every(isCovered) };
  }

  #addSpelling(letters: string, isPlain: boolean): void {
    if (letters.length < MIN_SECRET_LENGTH) return;
    this.#wholes.push(letters);
    this.#mark(startOf(letters, 0));
    const length = Math.min(MAX_PART, Math.max(MIN_SECRET_LENGTH, Math.ceil(letters.length / 2)));
    const parts = this.#parts.get(length) ?? new Map<string, boolean>();
    this.#parts.set(length, parts);
    for (let at = 0; at + length <= letters.length; at++) {
      const part = letters.slice(at, at + length);
      parts.set(part, !isPlain || /\d/.test(part) || parts.get(part) === true);
      this.#mark(startOf(letters, at));
    }
  }

  #mark(start: number): void {
    this.#starts[start >> 3] = (this.#starts[start >> 3] ?? 0) | (1 << (start & 7));
  }

  #findIn({ view, letters: folded }: Reading, mayHaveWords: boolean): { whole: TextRange[]; parts: TextRange[] } {
    const whole: TextRange[] = [];
    const parts: TextRange[] = [];
    const { text } = folded;
    for (let at = 0; at + MIN_SECRET_LENGTH <= text.length; at++) {
      const start = startOf(text, at);
      if (((this.#starts[start >> 3] ?? 0) & (1 << (start & 7))) === 0) continue;
      for (const [length, known] of this.#parts) {
        const isCertain = known.get(text.slice(at, at + length));
        if (isCertain === true || (isCertain === false && !mayHaveWords)) parts.push(rangeIn(folded, at, at + length));
      }
      for (const letters of this.#wholes)
        if (text.startsWith(letters, at)) whole.push(rangeIn(folded, at, at + letters.length));
    }
    if (whole.length > 0) whole.push(...this.#asTheyAre(view));
    // Of signs alone nothing is left in the folded text.
    const visible = this.#signs.length > 0 ? visibleText(view.text) : '';
    if (this.#signs.some((signs) => visible.includes(signs))) whole.push(rangeIn(view, 0, view.text.length));
    return { whole, parts };
  }

  #asTheyAre(view: TextView): TextRange[] {
    const lower = { ...view, text: view.text.toLowerCase() };
    if (lower.text.length !== view.text.length) return [];
    return this.#secrets.flatMap((secret) => occurrences(lower, secret));
  }
}

/** Every place at which a view has this text. */
export function occurrences(view: TextView, text: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = view.text.indexOf(text); at >= 0; at = view.text.indexOf(text, at + 1))
    found.push(rangeIn(view, at, at + text.length));
  return found;
}

/** The letters of a text's base64 at each of the three positions that it can have inside other bytes, folded. */
function base64Spellings(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const encoded = bytes.toString('base64').replace(/=+$/, '');
    // The first and last characters also hold bits of what is around it.
    const first = before === 0 ? 0 : before + 1;
    return foldedText(encoded.slice(first, bytes.length % 3 === 0 ? undefined : -1));
  });
}

function visibleText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();
}

/** A number below 36^4 of four characters. */
function startOf(text: string, at: number): number {
  let start = 0;
  for (let next = at; next < at + 4; next++) {
    const code = text.charCodeAt(next);
    // Digits, letters; other scripts share their places.
    start = start * 36 + (code < 58 ? code - 48 : code < 123 ? code - 87 : code % 36);
  }
  return start;
}
