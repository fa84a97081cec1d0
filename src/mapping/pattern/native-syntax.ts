/** A pattern for JavaScript's engine: the arguments of `RegExp`. */
export interface NativePattern {
  readonly source: string;
  readonly flags: 'gu' | 'giu';
}

/** Parts that mean the same when case is ignored: none of their characters has another case. */
const WITHOUT_CASE = /\\(?:[dDsStnrvf0]|[!-/:-@[-`{-~])|0-9/g;
/** A range, or an escape that may mean letters. */
const MAY_HAVE_CASE = /\\|[^[]-[^\]]/;

/**
 * Rewrites a pattern without modifiers (`(?i:…)`, `(?s:…)`) while it is read.
 *
 * V8 ignores modifiers in some patterns, and in more of them once a process has compiled much code of patterns: from then on it
 * compiles them without optimization, and emits parts of them with the wrong flags. `--no-regexp-optimization` shows it. Related:
 * https://github.com/nodejs/node/issues/60030.
 */
export class NativeSyntax {
  readonly #edits: { readonly at: number; readonly length: number; readonly by: string }[] = [];
  /** Whether case is ignored in the parts where that makes a difference: one answer, or both. */
  readonly #ignoresCase = new Set<boolean>();

  /** Notes what stands for a part of the pattern. Parts come in the order of the text. */
  replace(at: number, length: number, by: string): void {
    this.#edits.push({ at, length, by });
  }

  /** Notes a character, class or escape as it is written. */
  part(text: string, ignoresCase: boolean): void {
    const rest = text.replace(WITHOUT_CASE, '0');
    if (MAY_HAVE_CASE.test(rest) || rest.toLowerCase() !== rest.toUpperCase()) this.#ignoresCase.add(ignoresCase);
  }

  /** Null when the case of one part is ignored and that of another is not, which takes a modifier. */
  rewritten(source: string): NativePattern | null {
    if (this.#ignoresCase.size > 1) return null;
    let [text, end] = ['', 0];
    for (const { at, length, by } of this.#edits) {
      text += source.slice(end, at) + by;
      end = at + length;
    }
    return { source: text + source.slice(end), flags: this.#ignoresCase.has(true) ? 'giu' : 'gu' };
  }
}
