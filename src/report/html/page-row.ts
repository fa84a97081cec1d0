import { escapeControlChars, shorten } from '../../text/escape.ts';
import type { ExplainedRow } from '../language/explained-row.ts';
import type { PageRow } from './page-rows.ts';

/** The length to which the page cuts a code; links to its rows use the same text. */
export const MAX_CODE_CHARACTERS = 100;

/** A row as the page shows it: each text shortened and on one line. */
export function pageRow({ user, file, code, field, message, hint, meaning, ...row }: ExplainedRow): PageRow {
  return {
    ...row,
    file: line(file, 200),
    code: lineOrNull(code, MAX_CODE_CHARACTERS),
    field: lineOrNull(field, 100),
    message: lineOrNull(message, 1000),
    hint: lineOrNull(hint, 500),
    meaning: lineOrNull(meaning, 500),
    sub: lineOrNull(user.sub ?? null, 200),
    email: lineOrNull(user.email ?? null, 200),
    username: lineOrNull(user.username ?? null, 200),
    mobile_number: lineOrNull(user.mobile_number ?? null, 200),
  };
}

function lineOrNull(text: string | null, characters: number): string | null {
  return text === null ? null : line(text, characters);
}

function line(text: string, characters: number): string {
  return escapeControlChars(shorten(text, characters));
}
