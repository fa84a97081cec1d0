import type { PageRow } from '../page-rows.ts';

/**
 * Searches rows for text: every word of it must stand somewhere in the row, in any case. A row or line number must be given
 * whole (`12`, `users.csv:12`: not rows 112 and 120 to 129), and a short number stands in other text as a whole only:
 * nearly every sub has a 12 in it.
 *
 * What it searches is made in time to spare with `prepare`, which makes some more of it and returns whether that was not all
 * yet, or else by the first search.
 */
export function rowSearch(rows: readonly PageRow[]): RowSearch {
  const places: string[] = [];
  const texts: string[] = [];

  function prepare(more = SLICE): boolean {
    for (const row of rows.slice(places.length, places.length + more)) {
      places.push(placeOf(row));
      texts.push(textOf(row));
    }
    return places.length < rows.length;
  }

  function finder(text: string): (index: number) => boolean {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean).map(wanted);
    if (words.length > 0) prepare(rows.length);
    return (index) => words.every((word) => word.stands(texts[index] ?? '') || places[index]?.includes(word.place));
  }

  return { prepare, finder };
}

export interface RowSearch {
  readonly prepare: (more?: number) => boolean;
  /** Gives for a text whether the row at an index has it. */
  readonly finder: (text: string) => (index: number) => boolean;
}

/** About a millisecond of work. */
const SLICE = 500;

interface Word {
  readonly stands: (text: string) => boolean;
  readonly place: string;
}

/** Between and around numbers, so that a whole one can be told from a part. */
const BORDER = '\n';

function wanted(word: string): Word {
  const isNumber = /^\d+$/.test(word);
  const place = isNumber ? `${BORDER}${word}${BORDER}` : /:\d+$/.test(word) ? `${word}${BORDER}` : word;
  if (!isNumber || word.length > 4) return { place, stands: (text) => text.includes(word) };
  const whole = new RegExp(`(?<![\\da-z])${word}(?![\\da-z])`);
  return { place, stands: (text) => whole.test(text) };
}

function placeOf({ row, file, line }: PageRow): string {
  return ['', row, line, `${file}:${line}`, ''].join(BORDER).toLowerCase();
}

function textOf({ outcome, code, field, message, hint, sub, email, username, mobile_number }: PageRow): string {
  return [outcome, code, field, message, hint, sub, email, username, mobile_number].join(BORDER).toLowerCase();
}
