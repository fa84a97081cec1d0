import type { Words } from '../../language/words.ts';
import type { ScriptKey } from '../../language/words-of.ts';

/** The words that the script shows. */
export type PageWords = Words<ScriptKey>;
