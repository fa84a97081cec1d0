import type { Delimiter } from '../source/record.ts';

const DELIMITERS: { readonly [text: string]: 'auto' | Delimiter } = {
  auto: 'auto',
  ',': ',',
  comma: ',',
  ';': ';',
  semicolon: ';',
  '|': '|',
  pipe: '|',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
};

/** Reads the input `delimiter`: a word, or the character itself. Adds what is wrong to `problems`. */
export function readDelimiter(text: string, problems: string[]): 'auto' | Delimiter {
  const found = DELIMITERS[text] ?? DELIMITERS[text.trim().toLowerCase()];
  if (found !== undefined) return found;
  problems.push('`delimiter`: expected one of auto, comma, semicolon, tab, pipe (or the character itself)');
  return 'auto';
}
