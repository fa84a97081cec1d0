import type { Expressions } from './expressions.ts';
import type { Libraries } from './libraries.ts';
import type { SourceReader } from './source-reader.ts';

/** What compiling a rule needs. Problems of the rule are added to `problems`, as sentences. */
export interface CompileContext {
  readonly reader: SourceReader;
  readonly libraries: Libraries;
  readonly expressions: Expressions;
  readonly problems: string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}
