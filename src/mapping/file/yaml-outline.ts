import { Lexer } from 'yaml';

/** Words, marks, spaces and line ends of the longest mapping: a table of 20,000 lines has nearly as many. */
const MAX_TOKENS = 200_000;

/** What keeps a text from being parsed at all, and where; null when nothing does. Stops reading at once when it finds out. */
export function outlineProblem(text: string): { readonly line: number; readonly message: string } | null {
  let tokens = 0;
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MAX_TOKENS)
      return { line, message: 'the file has too many words and signs: is it a mapping? Put long tables into a join' };
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1;
  }
  return null;
}
