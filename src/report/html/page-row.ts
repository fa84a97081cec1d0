import { escapeControlChars, shorten } from '../../text/escape.ts';
import type { ExplainedRow } from '../language/explained-row.ts';
import type { PageRow } from './page-rows.ts';

/** The length to which the page cuts a code; links to its rows use the same text. */
export const MAX_CODE_CHARACTERS = 100;

/** A row as the page shows it: each text shortened and on one line. */
export function pageRow(explained: ExplainedRow): PageRow {
  const { row, file, line, outcome, code, field, message, hint, meaning, duplicateOf, attempts, user } = explained;
  return {
    row,
    file: oneLine(file, 200),
    line,
    outcome,
    code: oneLineOrNull(code, MAX_CODE_CHARACTERS),
    field: oneLineOrNull(field, 100),
    message: oneLineOrNull(message, 1000),
    hint: oneLineOrNull(hint, 500),
    duplicateOf,
    attempts,
    sub: oneLineOrNull(user.sub ?? null, 200),
    email: oneLineOrNull(user.email ?? null, 200),
    username: oneLineOrNull(user.username ?? null, 200),
    mobile_number: oneLineOrNull(user.mobile_number ?? null, 200),
    meaning: oneLineOrNull(meaning, 500),
  };
}

function oneLineOrNull(text: string | null, characters: number): string | null {
  return text === null ? null : oneLine(text, characters);
}

function oneLine(text: string, characters: number): string {
  return escapeControlChars(shorten(text, characters));
}
