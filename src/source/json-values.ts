import type { ParsedTokenInfo } from '@streamparser/json';
import { exactNumber } from '../text/exact-json.ts';

/** Streams values out of a JSON text. */
export interface JsonValues {
  /** @throws Error when the text is not JSON; its message quotes the text. */
  write(bytes: Buffer): void;
  /** Call it at the end of the text. False when the text ends too early. */
  finish(): boolean;
}

export interface JsonValuesOptions {
  /** Path of the values: keys, and `[]` for every element of a list. */
  readonly path: readonly string[];
  /** Whether several documents may follow one another. */
  readonly many: boolean;
  /** Called for every token, before the value that it completes. */
  readonly onToken: (token: ParsedTokenInfo) => void;
  readonly onValue: (value: unknown) => void;
}

/** Prepares a parser of JSON that keeps only one value at a time, and whole numbers beyond 2^53 as text. */
export async function createJsonValues({ path, many, onToken, onValue }: JsonValuesOptions): Promise<JsonValues> {
  const { Tokenizer, TokenParser } = await import('@streamparser/json');
  class ExactTokenizer extends Tokenizer {
    // The declared type is narrower than what the library supports: it documents texts as a purpose of overriding this.
    protected override parseNumber(source: string): number {
      return exactNumber(source) as number;
    }
  }
  const separator = many ? { separator: '' } : {};
  const tokenizer = new ExactTokenizer({ stringBufferSize: 64 * 1024, ...separator });
  const selector = ['$', ...path.map((step) => (step === '[]' ? '*' : step))].join('.');
  const parser = new TokenParser({ paths: [selector], keepStack: false, ...separator });
  let begun = false;
  tokenizer.onToken = (token) => {
    begun = true;
    onToken(token);
    parser.write(token);
  };
  parser.onValue = ({ value }) => onValue(value);
  parser.onEnd = () => {
    if (!tokenizer.isEnded) tokenizer.end();
  };
  return {
    write: (bytes) => tokenizer.write(bytes),
    finish: () => (many && begun ? ends(tokenizer) && ends(parser) : tokenizer.isEnded && parser.isEnded),
  };
}

function ends(part: { end(): void }): boolean {
  try {
    part.end();
    return true;
  } catch {
    return false;
  }
}
