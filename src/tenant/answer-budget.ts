import { count } from '../text/number-text.ts';

/**
 * How much of an answer is read. What is larger is not an answer to the request, and must not fill the memory or keep the
 * processor busy: it is refused before an object is made of it.
 */
export interface AnswerBudget {
  /** Of the body, before and after decompression. */
  readonly bytes: number;
  /** Objects, lists and their members, counted together. */
  readonly values: number;
  /** Entries of one list. */
  readonly listLength: number;
}

/** Objects and lists inside each other, in any answer. Answers of cidaas have less than ten. */
export const MAX_DEPTH = 100;

const MB = 1024 * 1024;
/** Of any answer, whatever the size of its request. */
const MAX_BYTES = 16 * MB;

/**
 * For the answer to users that are sent: room for everything that was sent to be repeated, and for a state with a long message
 * for each user.
 */
export function bulkBudget(users: number, requestBytes: number): AnswerBudget {
  return {
    bytes: Math.min(MAX_BYTES, MB + users * 4_096 + requestBytes * 4),
    values: 20_000 + users * 200 + Math.ceil(requestBytes / 8),
    listLength: 1_000 + users * 4,
  };
}

/** For an access token. */
export const TOKEN_BUDGET: AnswerBudget = { bytes: MB / 4, values: 2_000, listLength: 1_000 };
/** For one user. */
export const USER_BUDGET: AnswerBudget = { bytes: MB, values: 50_000, listLength: 10_000 };
/** For a list of the set-up: all fields with their texts in many languages, or all roles. */
export const SETUP_BUDGET: AnswerBudget = { bytes: MAX_BYTES, values: 500_000, listLength: 10_000 };
/** For an error, to whatever request. */
export const ERROR_BUDGET: AnswerBudget = { bytes: MB, values: 20_000, listLength: 10_000 };

/**
 * What in a text of JSON is more than the budget allows, as in "more than 1,000 values"; null when all of it is within. Counts
 * the marks outside strings, so it costs one walk and no memory, and it is exact for valid JSON. Text that is not JSON is
 * within: no object is made of it.
 */
export function excessOf(text: string, { values, listLength }: AnswerBudget): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let seen = 0;
  /** For each open object or list: the entries of a list, or -1 for an object. */
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        continue;
      case COMMA: {
        seen++;
        const last = open.length - 1;
        const entries = open[last] ?? -1;
        if (entries >= listLength) return `a list of more than ${count(listLength)} entries`;
        if (entries >= 0) open[last] = entries + 1;
        break;
      }
      case OPEN_BRACE:
      case OPEN_BRACKET:
        seen++;
        if (open.length >= MAX_DEPTH) return `more than ${MAX_DEPTH} levels`;
        open.push(text.charCodeAt(at) === OPEN_BRACKET ? 1 : -1);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        open.pop();
        continue;
      default:
        continue;
    }
    if (seen > values) return `more than ${count(values)} values`;
  }
  return null;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The position of the quote that ends the string which begins at `start`, or of the last character. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    // An even number of backslashes is escaped backslashes, and the quote is not escaped.
    if ((at - before) % 2 === 1) return at;
  }
  return text.length - 1;
}
