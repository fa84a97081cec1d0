import type { Expressions } from './expressions.ts';
import type { Libraries } from './libraries.ts';
import type { SourceReader } from './source-reader.ts';
/** What compiling a rule needs, and where it says what is wrong with the rule. */
export interface CompileContext {
  readonly reader: SourceReader;
  readonly libraries: Libraries;
  readonly expressions: Expressions;
  readonly problems: string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}
