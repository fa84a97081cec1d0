import type { Outcome } from '../../plan/row.ts';
import { scriptJson } from '../../text/escape.ts';

/** A row as the page shows it: masked, each text on one line without control characters. */
export interface PageRow {
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly duplicateOf: number | null;
  readonly attempts: number;
  readonly sub: string | null;
  readonly email: string | null;
  readonly username: string | null;
  readonly mobile_number: string | null;
  /** What the code means, in the language of the page; null in English. */
  readonly meaning: string | null;
}

/**
 * How many texts can be referred to by number. Messages have their own list: a tenant that writes a different message for
 * every user would otherwise fill the list that codes and hints need.
 */
const MAX_WORDS = 2_000;

/** A text, or the number of a text that was written before. */
type Cell = string | number | null;

/**
 * Writes rows as JSON arrays that are safe inside a `<script>`; a text that was written before is replaced by its number. A
 * reader must read the results of all calls in order.
 */
export function pageRowWriter(): (row: PageRow) => string {
  const word = wordWriter();
  const message = wordWriter();
  return (row) => {
    const cells: Cell[] = [
      row.row,
      row.line,
      word(row.file),
      word(row.outcome),
      word(row.code),
      word(row.field),
      message(row.message),
      word(row.hint),
      row.duplicateOf,
      row.attempts,
      row.sub,
      row.email,
      row.username,
      row.mobile_number,
      word(row.meaning),
    ];
    while (cells.at(-1) === null) cells.pop();
    return scriptJson(cells);
  };
}

/** Reads what one writer wrote, in the same order. */
export function pageRowReader(): (cells: readonly Cell[]) => PageRow {
  const word = wordReader();
  const message = wordReader();
  return (cells) => {
    const [row, line, file, outcome, code, field, text, hint, duplicateOf, attempts, ...ids] = cells;
    const [sub, email, username, mobile, meaning] = ids;
    return {
      row: Number(row),
      line: Number(line),
      file: word(file) ?? '',
      outcome: word(outcome) as Outcome,
      code: word(code),
      field: word(field),
      message: message(text),
      hint: word(hint),
      duplicateOf: typeof duplicateOf === 'number' ? duplicateOf : null,
      attempts: Number(attempts),
      sub: textOrNull(sub),
      email: textOrNull(email),
      username: textOrNull(username),
      mobile_number: textOrNull(mobile),
      meaning: word(meaning),
    };
  };
}

function wordWriter(): (word: string | null) => Cell {
  const places = new Map<string, number>();
  return (word) => {
    if (word === null) return null;
    const place = places.get(word);
    if (place === undefined && places.size < MAX_WORDS) places.set(word, places.size);
    return place ?? word;
  };
}

function wordReader(): (cell: Cell | undefined) => string | null {
  const words: string[] = [];
  return (cell) => {
    if (typeof cell === 'number') return words[cell] ?? null;
    if (typeof cell === 'string' && words.length < MAX_WORDS) words.push(cell);
    return cell ?? null;
  };
}

function textOrNull(cell: Cell | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}
