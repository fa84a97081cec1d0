/** A text that came from the tenant, or from what answers in its place, perhaps inside a sentence of ours. */
type Part =
  /** Words of this tool. */
  | { readonly kind: 'ours'; readonly words: string }
  /** `isCut`: the rest was dropped. */
  | { readonly kind: 'theirs'; readonly raw: string; readonly isCut: boolean }
  /** A full stop, unless what is before it ends as a sentence already. */
  | { readonly kind: 'stop' };

/** The start is enough, and limits the time that reading a hostile one takes. */
const MAX_READ = 20_000;
/** What is kept of it; far more than is ever printed. */
const MAX_KEPT = 2_048;

let open: (text: TenantText) => readonly Part[];

/**
 * A text of the tenant that cannot be printed: it may quote secrets and users' data in any spelling. Only a `TenantDoor` turns it
 * into a string. It can be compared, and put into sentences with `say`.
 */
export class TenantText {
  readonly #parts: readonly Part[];

  static {
    open = (text) => text.#parts;
  }

  private constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  /** What was received, at most its first 2,048 characters, on one line. */
  static theirs(received: string): TenantText {
    const line = received
      .slice(0, MAX_READ)
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    const isCut = received.length > MAX_READ || line.length > MAX_KEPT;
    return new TenantText([{ kind: 'theirs', raw: line.slice(0, MAX_KEPT), isCut }]);
  }

  /** Words of this tool. Never call it with anything that was received. */
  static ours(words: string): TenantText {
    return new TenantText([{ kind: 'ours', words }]);
  }

  static joined(texts: readonly TenantText[]): TenantText {
    return new TenantText(texts.flatMap((text) => text.#parts));
  }

  /** The text with a full stop at its end, unless it ends as a sentence already. */
  asSentence(): TenantText {
    return new TenantText([...this.#parts, { kind: 'stop' }]);
  }

  /** Whether the tenant wrote exactly this. */
  equals(own: string): boolean {
    const [part, ...others] = this.#parts;
    return part?.kind === 'theirs' && others.length === 0 && !part.isCut && part.raw === own;
  }

  /** Whether both are the same text of the tenant. */
  matches(other: TenantText): boolean {
    const [part] = other.#parts;
    return part?.kind === 'theirs' && other.#parts.length === 1 && this.equals(part.raw);
  }

  /** Neither yields the text: what is printed by mistake shows that it is one. */
  toString(): string {
    return '(a text of the tenant)';
  }

  toJSON(): undefined {
    return undefined;
  }
}

/** A sentence of ours with texts of the tenant in it: ``say`The answer is not a token: ${text}` ``. */
export function say(words: TemplateStringsArray, ...texts: readonly (TenantText | number)[]): TenantText {
  const parts = words.flatMap((own, at) => {
    const text = texts[at];
    const next = typeof text === 'number' ? TenantText.ours(String(text)) : text;
    return next === undefined ? [TenantText.ours(own)] : [TenantText.ours(own), next];
  });
  return TenantText.joined(parts);
}

/** The parts of a text. Only for the door: `scripts/check-house.ts` refuses every other import. */
export function openTenantText(text: TenantText): readonly Part[] {
  return open(text);
}
