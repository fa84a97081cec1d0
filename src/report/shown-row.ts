import type { LedgerRow } from '../plan/row.ts';
import { shorten } from '../text/escape.ts';
import type { Identifiers } from '../user/cidaas-user.ts';
import { maskIdentifiers, maskSecrets, maskText } from './mask.ts';
import type { IdentifierLevel } from './report-data.ts';

/** A row as a report may show it: identifiers and messages masked, not yet escaped for the medium. */
export interface ShownRow {
  readonly row: number;
  /** The name of its file. */
  readonly file: string;
  readonly line: number;
  readonly outcome: LedgerRow['outcome'];
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly user: Identifiers;
  readonly attempts: number;
  readonly duplicateOf: number | null;
}

/** What a message may take of a report; the tenant decides its length, not we. */
const MESSAGE_CHARACTERS = 1000;
/** Masking reads no more than this of a message, so that a tenant cannot make us work for minutes. */
const READ_CHARACTERS = 16_384;
const STUB = /[\p{L}\p{N}+]*\*{3}(?:@?[\p{L}\p{N}]*\*{3})?[\p{L}\p{N}.]*/gu;

/** Masks one row for the report. `fileNames` are the export's, by the row's file index. */
export function shownRow(row: LedgerRow, level: IdentifierLevel, fileNames: readonly string[]): ShownRow {
  return {
    row: row.row,
    file: fileNames[row.file] ?? '',
    line: row.line,
    outcome: row.outcome,
    code: row.code,
    field: row.field,
    message: shownMessage(row, level),
    hint: row.hint,
    user: shownUser(row, level),
    attempts: row.attempts,
    duplicateOf: row.duplicateOf,
  };
}

/** The identifiers of a row that are there and may be shown. The tenant's sub stands in for one that was not sent. */
export function shownUser(row: LedgerRow, level: IdentifierLevel): Identifiers {
  const sub = row.identifiers.sub ?? row.sub;
  return maskIdentifiers(sub === null ? row.identifiers : { ...row.identifiers, sub }, level);
}

/**
 * The message of a row. What the tenant wrote was masked with the whole user at hand before it was written down
 * (`mask-message.ts`); here the identifiers are gone over again, and at `none` the stubs go too. Ours hold no data and are
 * only searched for secrets.
 */
export function shownMessage(row: LedgerRow, level: IdentifierLevel): string | null {
  if (row.message === null) return null;
  const text = row.message.slice(0, READ_CHARACTERS);
  const byTenant = row.outcome === 'failed' || row.outcome === 'unknown' || row.attempts > 0;
  return shorten(byTenant ? maskedMessage(text, row, level) : maskSecrets(text), MESSAGE_CHARACTERS);
}

function maskedMessage(text: string, row: LedgerRow, level: IdentifierLevel): string {
  if (level === 'full') return maskSecrets(text);
  const own = [...Object.values(row.identifiers), ...(row.sub === null ? [] : [row.sub])];
  return withoutStubs(maskText(text, own), level);
}

/** At `none` not even the stubs of a masked text are shown. */
export function withoutStubs(masked: string, level: IdentifierLevel): string {
  return level === 'none' ? masked.replace(STUB, '***') : masked;
}
