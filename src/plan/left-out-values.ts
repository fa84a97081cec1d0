import type { Problem } from '../source/record.ts';
import { count } from '../text/number-text.ts';

/** A place of the source whose values were left out, changed, assumed or not read for some users. Contains no data of a user. */
export interface LeftOutValue {
  readonly code: string;
  /** Which place, and what became of its values. */
  readonly message: string;
  readonly hint: string;
  readonly rows: number;
  /** The first of these rows. */
  readonly first: readonly number[];
}

/** Different places that are counted apart; a mapping has fewer. */
const MAX_PLACES = 500;
const MAX_FIRST_ROWS = 5;

/** Codes of warnings that are counted by place. */
const BY_PLACE = /^(?:value\..+|phone\.assumed-country|text\.invisible)$/;

/** Counts the findings about values by place. */
export class LeftOutValues {
  readonly #places = new Map<string, { readonly problem: Problem; rows: number; readonly first: number[] }>();

  add(row: number, warnings: readonly Problem[]): void {
    for (const problem of warnings) if (BY_PLACE.test(problem.code)) this.#count(problem, 1, [row]);
  }

  /** Adds what was counted over later rows. */
  addAll(counted: readonly LeftOutValue[]): void {
    for (const { code, message, hint, rows, first } of counted)
      this.#count({ code, field: null, message, hint }, rows, first);
  }

  /** What was counted, in the order in which it was found. */
  counted(): LeftOutValue[] {
    return [...this.#places.values()].map(({ problem: { code, message, hint }, rows, first }) => ({
      ...{ code, message, hint, rows, first },
    }));
  }

  /** Most frequent first. */
  list(): LeftOutValue[] {
    return this.counted().sort((a, b) => b.rows - a.rows || (a.message < b.message ? -1 : 1));
  }

  #count(problem: Problem, rows: number, first: readonly number[]): void {
    const place = this.#places.get(problem.message) ?? { problem, rows: 0, first: [] };
    if (place.rows === 0 && this.#places.size < MAX_PLACES) this.#places.set(problem.message, place);
    place.rows += rows;
    for (const row of first) if (place.first.length < MAX_FIRST_ROWS) place.first.push(row);
  }
}

/** The sentence about one place in the log. */
export function leftOutSentence({ code, message, rows, first }: LeftOutValue): string {
  const which = first.length === rows ? first.join(', ') : `${first.join(', ')} …`;
  return `${code}: ${message} ${rows === 1 ? 'Row' : `${count(rows)} rows:`} ${which}.`;
}
