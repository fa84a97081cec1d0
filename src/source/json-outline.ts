import { InputError } from '../runtime/input-error.ts';
import { MAX_DOCUMENT_DEPTH } from './nesting.ts';
import { isSamePath, type ListPath } from './source-layout.ts';

/** The structure of a JSON document as far as it is needed to find its records. */
export interface JsonOutline {
  /** The list of records that was searched for; null if it was not found. */
  readonly list: ListPath | null;
  /** The text is one array, one object, several consecutive objects, or something else. */
  readonly kind: 'array' | 'object' | 'objects' | 'other';
  /** The keys of a document that is one object, as far as it was read. */
  readonly keys: readonly string[];
  /** Those of these keys whose values are objects. */
  readonly objects: readonly string[];
  /** Paths of the lists of objects that were found. */
  readonly lists: readonly ListPath[];
  /** The keys of the first object in the first of these lists. */
  readonly elementKeys: readonly string[];
}

/** Keys and lists that are kept to describe the document in a message. */
const MAX_NAMES = 100;
/** Elements of a top-level array that are searched for a list: before the rows of a table there may be other objects. */
const MAX_ELEMENTS = 100;
/** Lists at a deeper level are not searched for, even if the mapping names them. */
const MAX_LIST_DEPTH = 32;

interface Level {
  readonly kind: 'object' | 'array';
  /** The key whose value follows, or `[]` for an element of a list. */
  step: string;
}

/**
 * Reads a JSON text until one of `wanted` begins, or until none can follow. A list of documents (an array of realms) is
 * searched in its first elements. Invalid JSON ends the search as well: the reader of the records reports it with its line.
 */
export async function outlineJson(texts: AsyncIterable<string>, wanted: readonly ListPath[]): Promise<JsonOutline> {
  const { Tokenizer, TokenType } = await import('@streamparser/json');
  const tokenizer = new Tokenizer();
  const levels: Level[] = [];
  const keys: string[] = [];
  const objects: string[] = [];
  const lists: ListPath[] = [];
  const elementKeys: string[] = [];
  let element: Level | null = null;
  let kind: JsonOutline['kind'] = 'other';
  let list: ListPath | null = null;
  let done = false;
  let keyIsNext = false;
  let elements = 0;

  const path = () => levels.map(({ step }) => step);
  const open = (level: Level) => {
    done ||= levels.length === MAX_DOCUMENT_DEPTH;
    const here = levels.length > MAX_LIST_DEPTH ? [] : path();
    if (levels.length === 0) {
      kind = kind === 'other' ? level.kind : kind === 'object' && level.kind === 'object' ? 'objects' : kind;
      done ||= kind === 'objects';
    } else if (level.kind === 'array') {
      list = wanted.find((each) => isSamePath(each, here)) ?? null;
      done = list !== null;
    } else if (here.at(-1) === '[]' && here.length > 1 && lists.length < MAX_NAMES) {
      const owner = here.slice(0, -1);
      if (!lists.some((each) => isSamePath(each, owner))) lists.push(owner);
      element ??= level;
    } else if (here.length === 1 && objects.length < MAX_NAMES) objects.push(...here);
    levels.push(level);
    keyIsNext = level.kind === 'object';
  };
  const close = () => {
    levels.pop();
    keyIsNext = false;
    if (kind !== 'array' || levels.length > 1) return;
    elements += 1;
    done = levels.length === 0 || elements === MAX_ELEMENTS || !wanted.some(([first]) => first === '[]');
  };
  tokenizer.onToken = ({ token, value }) => {
    if (done) return;
    const level = levels.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
        return open({ kind: 'object', step: '' });
      case TokenType.LEFT_BRACKET:
        return open({ kind: 'array', step: '[]' });
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        return close();
      case TokenType.COMMA:
        keyIsNext = level?.kind === 'object';
        return;
      case TokenType.STRING:
        if (!keyIsNext || level === undefined) return;
        level.step = String(value);
        keyIsNext = false;
        if (levels.length === 1 && keys.length < MAX_NAMES) keys.push(level.step);
        if (level === element && elementKeys.length < MAX_NAMES) elementKeys.push(level.step);
        return;
      default:
    }
  };
  try {
    for await (const text of texts) {
      // The tokenizer throws on anything but white space after a complete value.
      tokenizer.write(text);
      if (done) break;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
  }
  return { list, kind, keys, objects, lists, elementKeys };
}
