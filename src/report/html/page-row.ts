import type { LedgerRow } from '../../plan/row.ts';
import { escapeControlChars, shorten } from '../../text/escape.ts';
import type { IdentifierLevel } from '../report-data.ts';
import { shownRow } from '../shown-row.ts';
import type { PageRow } from './page-rows.ts';

/** What the page shows of a code; it is also what a link to its rows names. */
export const CODE_CHARACTERS = 100;

/** A row as the page shows it: masked, and each text short and in one line. */
export function pageRow(ledgerRow: LedgerRow, level: IdentifierLevel, fileNames: readonly string[]): PageRow {
  const { user, file, code, field, message, hint, ...row } = shownRow(ledgerRow, level, fileNames);
  return {
    ...row,
    file: line(file, 200),
    code: lineOrNull(code, CODE_CHARACTERS),
    field: lineOrNull(field, 100),
    message: lineOrNull(message, 1000),
    hint: lineOrNull(hint, 500),
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
