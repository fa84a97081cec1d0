import { foldedText, foldedView, rangeIn, type TextRange, type TextView } from './text-view.ts';

/** A shorter secret also occurs in ordinary words: removing it would garble texts and reveal it by the gaps. */
export const MIN_SECRET_LENGTH = 8;
/** A part of a secret that is at least as long as this, or as half of the secret, counts as the secret. */
const MAX_WINDOW = 12;

/**
 * Finds secrets, and larger parts of them, in the readings of a text (`readingsOf`): as they are in any case and with anything
 * but letters and digits in between, and as base64 whose case was changed, which nothing can decode any more.
 */
export class SecretFinder {
  /** Every part of a secret that is looked for, by its length. */
  readonly #parts = new Map<number, Set<string>>();
  /** The secrets, and their letters and digits: the ends of a secret may be too short or too plain to be a part. */
  readonly #wholes: { readonly secret: string; readonly letters: string }[] = [];
  /** Secrets with too few letters and digits for the above. */
  readonly #signs: string[] = [];
  /** A bit for the first four characters of every part: most texts are not looked up at all. */
  readonly #starts = new Uint8Array(36 ** 4 / 8);

  /** Adds a secret of at least `MIN_SECRET_LENGTH` characters; a shorter one is not looked for. */
  add(secret: string): void {
    if (secret.length < MIN_SECRET_LENGTH) return;
    const letters = foldedText(secret);
    if (letters.length >= MIN_SECRET_LENGTH) {
      this.#addParts(letters, true);
      this.#wholes.push({ secret: secret.toLowerCase(), letters });
      this.#mark(startOf(letters, 0));
    } else this.#signs.push(visibleText(secret));
    const url = encodeURIComponent(secret.toWellFormed());
    const inner = [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex'), url];
    for (const text of new Set(secret.length > 200 ? [secret] : inner))
      for (const encoded of base64Spellings(text)) this.#addParts(encoded, false);
  }

  /** Where the text that these are the readings of has a secret. */
  find(readings: readonly TextView[]): TextRange[] {
    return readings.flatMap((view) => this.#findIn(view));
  }

  #addParts(letters: string, needsDigit: boolean): void {
    if (letters.length < MIN_SECRET_LENGTH) return;
    const length = Math.min(MAX_WINDOW, Math.max(MIN_SECRET_LENGTH, Math.ceil(letters.length / 2)));
    const parts = this.#parts.get(length) ?? new Set();
    this.#parts.set(length, parts);
    for (let at = 0; at + length <= letters.length; at++) {
      const part = letters.slice(at, at + length);
      if (needsDigit && !/\d/.test(part)) continue;
      parts.add(part);
      this.#mark(startOf(letters, at));
    }
  }

  #mark(start: number): void {
    this.#starts[start >> 3] = (this.#starts[start >> 3] ?? 0) | (1 << (start & 7));
  }

  #findIn(view: TextView): TextRange[] {
    const found: TextRange[] = [];
    const folded = foldedView(view);
    const { text } = folded;
    for (let at = 0; at + MIN_SECRET_LENGTH <= text.length; at++) {
      const start = startOf(text, at);
      if (((this.#starts[start >> 3] ?? 0) & (1 << (start & 7))) === 0) continue;
      for (const [length, parts] of this.#parts)
        if (parts.has(text.slice(at, at + length))) found.push(rangeIn(folded, at, at + length));
      for (const { letters } of this.#wholes)
        if (text.startsWith(letters, at)) found.push(rangeIn(folded, at, at + letters.length));
    }
    if (found.length > 0) {
      const lower = { ...view, text: view.text.toLowerCase() };
      if (lower.text.length === view.text.length)
        for (const { secret } of this.#wholes) found.push(...occurrences(lower, secret));
    }
    // Of signs alone nothing is left in the folded text.
    for (const signs of this.#signs)
      if (visibleText(view.text).includes(signs)) found.push(rangeIn(view, 0, view.text.length));
    return found;
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
  return text.replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu, '').toLowerCase();
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
