import type { Outcome } from '../../../plan/row.ts';
import type { PageRow } from '../page-rows.ts';

/**
 * Searches rows for text: a row matches when it contains every word, in any case. Row and line numbers match only as a whole
 * (`12` and `users.csv:12` do not find rows 112 and 120 to 129), and so do short numbers in other text: nearly every sub
 * contains a 12. `users.csv:2001-3000` finds the rows of these lines.
 *
 * `outcomeName`: what the page calls an outcome, by which it is found too. `prepare` builds the next part of the search index and returns whether more is left; the first search builds the rest.
 */
export function rowSearch(rows: readonly PageRow[], outcomeName: (outcome: Outcome) => string = () => ''): RowSearch {
  const places: string[] = [];
  const texts: string[] = [];

  function prepare(more = SLICE): boolean {
    for (const row of rows.slice(places.length, places.length + more)) {
      places.push(placeOf(row));
      texts.push(textOf(row, outcomeName(row.outcome)));
    }
    return places.length < rows.length;
  }

  function finder(text: string): (index: number) => boolean {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean).map(searchWord);
    if (words.length > 0) prepare(rows.length);
    return (index) =>
      words.every(
        (word) => word.isIn(texts[index] ?? '') || places[index]?.includes(word.place) || word.isAt(rows[index]),
      );
  }

  return { prepare, finder };
}

export interface RowSearch {
  readonly prepare: (more?: number) => boolean;
  /** Returns a test for a search text: whether the row at an index matches. */
  readonly finder: (text: string) => (index: number) => boolean;
}

/** About a millisecond of work. */
const SLICE = 500;

interface Word {
  readonly isIn: (text: string) => boolean;
  readonly place: string;
  readonly isAt: (row: PageRow | undefined) => boolean;
}

/** Between and around numbers, so that a whole number differs from a part of one. */
const BORDER = '\n';

function searchWord(word: string): Word {
  const isNumber = /^\d+$/.test(word);
  const isAt = lineRange(word);
  const place = isNumber ? `${BORDER}${word}${BORDER}` : /:\d+$/.test(word) ? `${word}${BORDER}` : word;
  if (!isNumber || word.length > 4) return { place, isAt, isIn: (text) => text.includes(word) };
  const whole = new RegExp(`(?<![\\da-z])${word}(?![\\da-z])`);
  return { place, isAt, isIn: (text) => whole.test(text) };
}

/** `users.csv:2001-3000`, as the chart along the file has it: the end of a file's name, and its lines from and to. */
function lineRange(word: string): Word['isAt'] {
  const [, name = '', from, to] = /^(.*):(\d+)-(\d+)$/.exec(word) ?? [];
  if (from === undefined) return () => false;
  return (row) =>
    row !== undefined && row.line >= Number(from) && row.line <= Number(to) && row.file.toLowerCase().endsWith(name);
}

function placeOf({ row, file, line }: PageRow): string {
  return ['', row, line, `${file}:${line}`, ''].join(BORDER).toLowerCase();
}

function textOf(
  { outcome, code, field, meaning, message, hint, sub, email, username, mobile_number }: PageRow,
  name: string,
): string {
  return [outcome, name, code, field, meaning, message, hint, sub, email, username, mobile_number]
    .join(BORDER)
    .toLowerCase();
}
