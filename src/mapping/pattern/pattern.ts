import { type PatternSyntax, readPattern, UnsupportedSyntax } from './pattern-syntax.ts';

/** A regular expression of a mapping, in JavaScript's syntax with the flag `u`. */
export class Pattern {
  readonly source: string;
  /** Where it is written, for messages: `mapping.yml:12`. */
  readonly at: string;
  readonly syntax: PatternSyntax;
  /** Runs only where few steps are certain: see `compilePattern`. Null when it may not run at all. */
  readonly native: RegExp | null;

  /** @throws UnsupportedSyntax with a clause about what is wrong. */
  constructor(source: string, at: string) {
    if (source.length > MAX_LENGTH)
      throw new UnsupportedSyntax(`has more than ${MAX_LENGTH} characters: use several patterns, or a table`);
    try {
      new RegExp(source, 'u');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new UnsupportedSyntax(`is not a regular expression: ${why}`, { cause: error });
    }
    this.source = source;
    this.at = at;
    this.syntax = readPattern(source);
    const { native } = this.syntax;
    this.native = native === null ? null : new RegExp(native.source, native.flags);
  }

  /** Whether JavaScript's engine may not run it, or might need more steps for some text than that has characters. */
  get needsLinearEngine(): boolean {
    const { degree, factor } = this.syntax.cost;
    return this.native === null || degree > 1 || factor > MAX_WAYS;
  }
}

const MAX_LENGTH = 2_000;
/** Ways in which a place of the text is tried. */
const MAX_WAYS = 1_000;

/** Whether a part of a mapping has a pattern that needs the linear engine. */
export function hasCostlyPattern(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (part instanceof Pattern) return part.needsLinearEngine;
  const inner = part instanceof Map || part instanceof Set ? [...part.values()] : Object.values(part);
  return inner.some(hasCostlyPattern);
}
