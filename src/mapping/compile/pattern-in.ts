import { type CompiledPattern, compilePattern } from '../pattern/compile-pattern.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { CompileContext } from './compile-context.ts';

/** Compiles a pattern of a rule. One that cannot be matched in linear time is a problem of the mapping. */
export function patternIn(
  pattern: Pattern,
  { libraries, meter, problems }: Pick<CompileContext, 'libraries' | 'meter' | 'problems'>,
): CompiledPattern {
  try {
    return compilePattern(pattern, libraries.re2, meter);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(`${pattern.at}: the pattern ${error.message}.`);
    return { test: () => false, replacing: () => (text) => text };
  }
}
